import type { Framework } from "../../src/kit.ts";

/** Where SQLAlchemy-Utils takes its key. */
export const sqlalchemyUtils: Framework = {
  id: "sqlalchemy-utils",
  title: "SQLAlchemy-Utils",
  language: "python",
  variable: "COLUMN_KEY",
  docs: "https://sqlalchemy-utils.readthedocs.io/en/latest/data_types.html",
  protects: "encrypted columns",
  attack: "An attacker who has the key and a copy of the database can read every encrypted column.",
  fix: `Pass os.environ["COLUMN_KEY"] to StringEncryptedType, after generating it with python -c "import secrets; print(secrets.token_hex())".`,
  slots: [
    {
      // https://github.com/kvesteri/sqlalchemy-utils/blob/master/sqlalchemy_utils/types/encrypted/encrypted_type.py: SHA-256 makes the key.
      id: "encrypted-type",
      at: [
        { call: "sqlalchemy_utils.StringEncryptedType", argument: "1|key" },
        { call: "sqlalchemy_utils.EncryptedType", argument: "1|key" },
        { call: "sqlalchemy_utils.types.encrypted.encrypted_type.StringEncryptedType", argument: "1|key" },
        { call: "sqlalchemy_utils.types.encrypted.encrypted_type.EncryptedType", argument: "1|key" },
      ],
      label: "StringEncryptedType",
    },
  ],
  bad: {
    "models.py": `from sqlalchemy import Column, String
from sqlalchemy_utils import StringEncryptedType
from sqlalchemy_utils.types.encrypted.encrypted_type import AesGcmEngine

secret_note = Column(StringEncryptedType(String, "5c6ff4a31c54cdcb0a2578f66220a0af08fb09d76f21ef9623571b8bd2d03d42", AesGcmEngine))
`,
  },
  good: {
    "models.py": `import os

from sqlalchemy import Column, String
from sqlalchemy_utils import StringEncryptedType
from sqlalchemy_utils.types.encrypted.encrypted_type import AesGcmEngine

secret_note = Column(StringEncryptedType(String, os.environ["COLUMN_KEY"], AesGcmEngine))
`,
  },
};
