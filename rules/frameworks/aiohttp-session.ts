import type { Framework } from "../../src/kit.ts";

/** Where aiohttp-session takes its key. */
export const aiohttpSession: Framework = {
  id: "aiohttp-session",
  title: "aiohttp-session",
  language: "python",
  variable: "SESSION_KEY",
  docs: "https://aiohttp-session.readthedocs.io/en/stable/reference.html",
  form: { as: "base64url", bytes: 32 },
  protects: "session cookies",
  attack: "An attacker who has the key can read and write any session, for instance as another user.",
  fix: `Pass os.environ["SESSION_KEY"] to EncryptedCookieStorage, after generating it with python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())".`,
  slots: [
    {
      id: "encrypted-cookie",
      at: [{ call: "aiohttp_session.cookie_storage.EncryptedCookieStorage", argument: "0|secret_key" }],
      empty: "refused",
      short: "refused",
      label: "EncryptedCookieStorage",
    },
    {
      id: "nacl-cookie",
      at: [{ call: "aiohttp_session.nacl_storage.NaClCookieStorage", argument: "0|secret_key" }],
      exact: [32],
      empty: "refused",
      short: "refused",
      form: { as: "hex", bytes: 32 },
      label: "NaClCookieStorage",
    },
  ],
  bad: {
    "app.py": `from aiohttp_session.cookie_storage import EncryptedCookieStorage

storage = EncryptedCookieStorage("B6yJ6lpKkHqYwR9zLUi4eTbZ2CNK_4pg6O-THVXM1bk=")
`,
  },
  good: {
    "app.py": `import os

from aiohttp_session.cookie_storage import EncryptedCookieStorage

storage = EncryptedCookieStorage(os.environ["SESSION_KEY"])
`,
  },
};
