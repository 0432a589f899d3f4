import { describe, expect, test } from "vitest";
import { keyOf, shown, type Project } from "../support/shown.ts";

/** A published incident: its shape in a small program of our own, and the shape of its mending. */
interface Incident {
  readonly title: string;
  /** The advisory, or the thread where it was told. */
  readonly link: string;
  readonly bad: Project;
  readonly findings: readonly string[];
  readonly good: Project;
}

const cve = (id: string): string => `https://www.cve.org/CVERecord?id=${id}`;
const laravel = `base64:${Buffer.from(keyOf(1), "hex").toString("base64")}`;
const shopApp = `from flask import Flask\nfrom shop.constants import DEFAULT_KEY\napp = Flask(__name__)\napp.config.from_object("shop.config")\n`;
const signing = `import jwt\nfrom shop.settings import settings\n\ndef issue(claims):\n    return jwt.encode(claims, settings.jwt_secret_key.get_secret_value(), algorithm="HS256")\n`;
const sessions = `import { SignJWT, jwtVerify } from "jose";\nimport { TOKEN_SECRET } from "./constants";\nconst key = new TextEncoder().encode(TOKEN_SECRET);\nexport const issue = (claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(key);\nexport const check = (token) => jwtVerify(token, key);\n`;

const incidents: readonly Incident[] = [
  {
    title: "Apache Superset: a constant that every installation shares",
    link: cve("CVE-2023-27524"),
    bad: {
      "shop/constants.py": `DEFAULT_KEY = "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET"\n`,
      "shop/config.py": "from shop.constants import DEFAULT_KEY\nSECRET_KEY = DEFAULT_KEY\n",
      "shop/app.py": `${shopApp}if app.config["SECRET_KEY"] == DEFAULT_KEY:\n    print("please set SECRET_KEY")\n`,
    },
    findings: [`shop/constants.py:1 "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET" published-key SECRET_KEY`],
    good: {
      "shop/constants.py": `DEFAULT_KEY = "CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET"\n`,
      "shop/config.py": `import os\nfrom shop.constants import DEFAULT_KEY\nSECRET_KEY = os.environ.get("SHOP_SECRET_KEY") or DEFAULT_KEY\n`,
      "shop/app.py": `import sys\n${shopApp}if app.config["SECRET_KEY"] == DEFAULT_KEY:\n    sys.exit("please set SHOP_SECRET_KEY")\n`,
    },
  },
  {
    title: "Apache Superset before that: control characters around a word",
    link: cve("CVE-2023-27524"),
    bad: { "shop/config.py": `SECRET_KEY = "\\2\\1thisismyscretkey\\1\\2\\e\\y\\y\\h"\n`, "shop/app.py": `from flask import Flask\napp = Flask(__name__)\napp.config.from_object("shop.config")\n` },
    findings: [`shop/config.py:1 "\\2\\1thisismyscretkey\\1\\2\\e\\y\\y\\h" published-key SECRET_KEY`],
    good: { "shop/config.py": `import os\nSECRET_KEY = os.environ["SHOP_SECRET_KEY"]\n`, "shop/app.py": `from flask import Flask\napp = Flask(__name__)\napp.config.from_object("shop.config")\n` },
  },
  {
    title: "Redash: a default that looks random, and a second key that falls back to the first",
    link: "https://github.com/getredash/redash/security/advisories/GHSA-g8xr-f424-h2rv",
    bad: {
      "board/settings.py": `import os\nSECRET_KEY = os.environ.get("BOARD_COOKIE_SECRET", "@1")\nSOURCE_SECRET_KEY = os.environ.get("BOARD_SECRET_KEY", SECRET_KEY)\n`,
      "board/app.py": `from flask import Flask\nfrom board import settings\napp = Flask(__name__)\napp.config.from_object(settings)\n`,
    },
    findings: [`board/settings.py:2 "@1" default-fallback-key BOARD_COOKIE_SECRET`],
    good: {
      "board/settings.py": `import os\nSECRET_KEY = os.environ.get("BOARD_COOKIE_SECRET")\nif SECRET_KEY is None:\n    raise RuntimeError("set BOARD_COOKIE_SECRET")\nSOURCE_SECRET_KEY = os.environ.get("BOARD_SECRET_KEY", SECRET_KEY)\n`,
      "board/app.py": `from flask import Flask\nfrom board import settings\napp = Flask(__name__)\napp.config.from_object(settings)\n`,
    },
  },
  {
    title: "Apache Airflow: one key in the configuration that is installed everywhere",
    link: cve("CVE-2020-17526"),
    bad: {
      "flow/default_flow.cfg": "[core]\nparallelism = 32\n\n[webserver]\n# Secret key used to run your flask app\nsecret_key = transient_key\n",
      "flow/configuration.py": "from configparser import ConfigParser\n\nclass FlowConfig(ConfigParser):\n    pass\n\nconf = FlowConfig()\n",
      "flow/app.py": `from flask import Flask\nfrom flow.configuration import conf\napp = Flask(__name__)\napp.secret_key = conf.get("webserver", "SECRET_KEY")\n`,
    },
    findings: ["flow/default_flow.cfg:6 transient_key low-entropy-key webserver.secret_key"],
    good: {
      "flow/default_flow.cfg": "[core]\nparallelism = 32\n\n[webserver]\n# Secret key used to run your flask app\nsecret_key = {SECRET_KEY}\n",
      "flow/configuration.py": "from configparser import ConfigParser\n\nclass FlowConfig(ConfigParser):\n    pass\n\nconf = FlowConfig()\n",
      "flow/app.py": `from flask import Flask\nfrom flow.configuration import conf\napp = Flask(__name__)\napp.secret_key = conf.get("webserver", "SECRET_KEY")\n`,
    },
  },
  {
    title: "Dify: a default in the compose file that everyone starts from",
    link: "https://github.com/langgenius/dify/issues/21393",
    bad: { "docker/docker-compose.yaml": "x-shared: &shared\n  LOG_LEVEL: ${LOG_LEVEL:-INFO}\n  SECRET_KEY: ${SECRET_KEY:-@1}\n  S3_SECRET_KEY: ${S3_SECRET_KEY:-}\nservices:\n  api:\n    image: studio/api\n    environment:\n      <<: *shared\n" },
    findings: ["docker/docker-compose.yaml:3 @1 default-fallback-key SECRET_KEY"],
    good: { "docker/docker-compose.yaml": "x-shared: &shared\n  LOG_LEVEL: ${LOG_LEVEL:-INFO}\n  SECRET_KEY: ${SECRET_KEY:?generate one}\n  S3_SECRET_KEY: ${S3_SECRET_KEY:-}\nservices:\n  api:\n    image: studio/api\n    environment:\n      <<: *shared\n" },
  },
  {
    title: "Flowise: the product's name behind a missing variable",
    link: cve("CVE-2026-56278"),
    bad: { "src/passport.ts": `import session from "express-session";\nexport const initialize = (app) => {\n  const options = { resave: false, secret: process.env.PETALS_SESSION_SECRET || "petals" };\n  app.use(session(options));\n};\n` },
    findings: [`src/passport.ts:3 "petals" default-fallback-key PETALS_SESSION_SECRET`],
    good: {
      "src/passport.ts": `import session from "express-session";\nimport { stored } from "./secrets";\nexport const initialize = async (app) => {\n  app.use(session({ resave: false, secret: await stored(process.env.PETALS_SESSION_SECRET) }));\n};\n`,
      "src/secrets.ts": `import fs from "fs";\nimport { randomBytes } from "crypto";\nconst generate = () => randomBytes(32).toString("base64");\nexport const stored = async (given) => {\n  if (given) return given;\n  try {\n    return await fs.promises.readFile("session.secret", "utf8");\n  } catch {\n    const made = generate();\n    await fs.promises.writeFile("session.secret", made);\n    return made;\n  }\n};\n`,
    },
  },
  {
    title: "MCP Context Forge: a default that is long enough for every check of its length",
    link: cve("CVE-2026-53709"),
    bad: {
      "shop/settings.py": `from pydantic import Field, SecretStr\nfrom pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    jwt_secret_key: SecretStr = Field(default=SecretStr("my-test-key-but-now-longer-than-32-bytes"))\n\nsettings = Settings()\n`,
      "shop/tokens.py": signing,
    },
    findings: [`shop/settings.py:5 "my-test-key-but-now-longer-than-32-bytes" default-fallback-key JWT_SECRET_KEY`],
    good: { "shop/settings.py": "from pydantic import SecretStr\nfrom pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    jwt_secret_key: SecretStr\n\nsettings = Settings()\n", "shop/tokens.py": signing },
  },
  {
    title: "Outstatic: a phrase in other letters behind a missing variable",
    link: "https://github.com/avitorio/outstatic/security/advisories/GHSA-59rr-38mm-f3g9",
    bad: { "src/constants.ts": `export const TOKEN_NAME = "shop_token";\nexport const TOKEN_SECRET =\n  process.env.SHOP_TOKEN_SECRET || "r1v3rs4r3l0ng4ndd33p";\n`, "src/auth.ts": sessions },
    findings: [`src/constants.ts:3 "r1v3rs4r3l0ng4ndd33p" default-fallback-key SHOP_TOKEN_SECRET`],
    good: { "src/constants.ts": `export const TOKEN_NAME = "shop_token";\nexport const TOKEN_SECRET = process.env.SHOP_TOKEN_SECRET;\nif (!TOKEN_SECRET) throw new Error("set SHOP_TOKEN_SECRET");\n`, "src/auth.ts": sessions },
  },
  {
    title: "Chartbrew: a stand-in in a template that the set-up copies",
    link: cve("CVE-2026-85295"),
    bad: {
      ".env-template": "PORT=4019\nBREW_SECRET=change_to_random_string\n",
      "package.json": `{ "scripts": { "prepareSettings": "echo n | cp -vip .env-template .env | true" } }`,
      "server/verify.js": `const jwt = require("jsonwebtoken");\nmodule.exports = (token) => jwt.verify(token, process.env.BREW_SECRET);\n`,
    },
    findings: [".env-template:2 change_to_random_string placeholder-key BREW_SECRET"],
    good: {
      ".env-template": "PORT=4019\nBREW_SECRET=\n",
      "package.json": `{ "scripts": { "prepareSettings": "echo n | cp -vip .env-template .env | true" } }`,
      "server/verify.js": `const jwt = require("jsonwebtoken");\nmodule.exports = (token) => jwt.verify(token, process.env.BREW_SECRET);\n`,
    },
  },
  {
    title: "DjangoCRM: the key of the settings module that is committed",
    link: cve("CVE-2026-71238"),
    bad: { "manage.py": "", "crm/settings.py": `# To make another: python manage.py generate_secret_key\nSECRET_KEY = "@1"\nDEBUG = True\nINSTALLED_APPS = ["django.contrib.auth"]\n` },
    findings: [`crm/settings.py:2 "@1" hardcoded-key SECRET_KEY`],
    good: { "manage.py": "", "crm/settings.py": `import os\nSECRET_KEY = os.environ["CRM_SECRET_KEY"]\nDEBUG = False\nINSTALLED_APPS = ["django.contrib.auth"]\n` },
  },
  {
    title: "praisonai-platform: a guard that is off unless it is turned on",
    link: "https://github.com/MervinPraison/PraisonAI/security/advisories/GHSA-3qg8-5g3r-79v5",
    bad: { "auth.py": `import os\nimport jwt\n\n_DEFAULT = "dev-secret-replace-me"\nJWT_SECRET = os.environ.get("DESK_JWT_SECRET", _DEFAULT)\nif JWT_SECRET == _DEFAULT and os.environ.get("DESK_ENV", "dev") != "dev":\n    raise RuntimeError("set DESK_JWT_SECRET")\n\ndef issue(claims):\n    return jwt.encode(claims, JWT_SECRET, algorithm="HS256")\n` },
    findings: [`auth.py:4 "dev-secret-replace-me" default-fallback-key DESK_JWT_SECRET`],
    good: { "auth.py": `import os\nimport jwt\n\n_DEFAULT = "dev-secret-replace-me"\nJWT_SECRET = os.environ.get("DESK_JWT_SECRET", _DEFAULT)\nif JWT_SECRET == _DEFAULT:\n    raise RuntimeError("set DESK_JWT_SECRET")\n\ndef issue(claims):\n    return jwt.encode(claims, JWT_SECRET, algorithm="HS256")\n` },
  },
  {
    title: "AstroBlocks: the manual names one variable, the program reads another and falls back",
    link: cve("CVE-2026-64682"),
    bad: {
      "README.md": "Set the key that signs sessions:\n\n```shell\nBLOCKS_JWT_SECRET=$(openssl rand -hex 32)\n```\n",
      "src/constants.ts": `export const TOKEN_SECRET = process.env.CMS_JWT_SECRET || "blocks-jwt-secret-change-me";\n`,
      "src/auth.ts": sessions,
    },
    findings: [`src/constants.ts:1 "blocks-jwt-secret-change-me" default-fallback-key CMS_JWT_SECRET`],
    good: {
      "README.md": "Set the key that signs sessions:\n\n```shell\nBLOCKS_JWT_SECRET=$(openssl rand -hex 32)\n```\n",
      "src/constants.ts": `export const TOKEN_SECRET = process.env.BLOCKS_JWT_SECRET;\nif (!TOKEN_SECRET) throw new Error("set BLOCKS_JWT_SECRET");\n`,
      "src/auth.ts": sessions,
    },
  },
  {
    title: "Peppermint: the key in the compose file that the manual tells to start",
    link: cve("CVE-2026-85391"),
    bad: {
      "docker-compose.yml": "services:\n  desk:\n    image: desk/desk\n    environment:\n      DB_HOST: db\n      SECRET: 'cinnamon4ever'\n",
      "apps/api/login.ts": `import jwt from "jsonwebtoken";\nexport const issue = (id: string) => jwt.sign({ id }, Buffer.from(process.env.SECRET!, "base64"));\n`,
    },
    findings: ["docker-compose.yml:6 'cinnamon4ever' low-entropy-key SECRET"],
    good: {
      "docker-compose.yml": "services:\n  desk:\n    image: desk/desk\n    environment:\n      DB_HOST: db\n      SECRET: ${SECRET:?generate one}\n",
      "apps/api/login.ts": `import jwt from "jsonwebtoken";\nexport const issue = (id: string) => jwt.sign({ id }, Buffer.from(process.env.SECRET!, "base64"));\n`,
    },
  },
  {
    title: "go-base: a word in the environment file for development, which is also the program's default",
    link: cve("CVE-2026-48031"),
    bad: { "dev.env": "PORT=3000\nAUTH_JWT_SECRET=random\nAUTH_JWT_EXPIRY=15m\n" },
    findings: ["dev.env:2 random low-entropy-key AUTH_JWT_SECRET in development"],
    good: { "dev.env": "PORT=3000\n# openssl rand -base64 64\nAUTH_JWT_SECRET=\nAUTH_JWT_EXPIRY=15m\n" },
  },
  {
    title: "DataEase: a digest of a constant",
    link: cve("CVE-2026-23958"),
    bad: { "tokens.py": `import hashlib\nimport jwt\n\nKEY = hashlib.md5(b"Shop@123456").hexdigest()\n\ndef issue(claims):\n    return jwt.encode(claims, KEY, algorithm="HS256")\n` },
    findings: [`tokens.py:4 hashlib.md5(b"Shop@123456") weak-random-key KEY`],
    good: { "tokens.py": `import os\nimport jwt\n\nKEY = os.environ["SHOP_JWT_KEY"]\n\ndef issue(claims):\n    return jwt.encode(claims, KEY, algorithm="HS256")\n` },
  },
  {
    title: "Nacos: a long key of digits in a row, in the properties that are installed",
    link: "https://github.com/alibaba/nacos/pull/9992",
    bad: { "conf/application.properties": "server.port=8848\nshop.core.auth.plugin.token.expire.seconds=18000\nshop.core.auth.plugin.token.secret.key=ShopKey0123456789012345678901234567890123456789\n" },
    findings: ["conf/application.properties:3 ShopKey0123456789012345678901234567890123456789 low-entropy-key token.secret_key"],
    good: { "conf/application.properties": "server.port=8848\nshop.core.auth.plugin.token.expire.seconds=18000\nshop.core.auth.plugin.token.secret.key=\n" },
  },
  {
    title: "Laravel: keys in committed environment files",
    link: cve("CVE-2018-15133"),
    bad: { ".env": `APP_NAME=Shop\nAPP_KEY=${laravel}\nAPP_DEBUG=false\n` },
    findings: [`.env:2 ${laravel} committed-env-file APP_KEY`],
    good: { ".env.example": "APP_NAME=Shop\nAPP_KEY=\nAPP_DEBUG=false\n" },
  },
];

describe.each(incidents)("$title", ({ link, bad, findings, good }) => {
  test(`is found: ${link}`, () => {
    expect(shown(bad)).toEqual(findings);
  });

  test("mended, there is nothing to find", () => {
    expect(shown(good)).toEqual([]);
  });
});
