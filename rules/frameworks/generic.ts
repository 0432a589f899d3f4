import type { At, Framework } from "../../src/kit.ts";
import { providerNames } from "../providers.ts";

/** A name in environment files and in code: safe to look for in any notation. */
function named(...patterns: readonly string[]): readonly At[] {
  return patterns.flatMap((pattern) => [{ env: pattern }, { setting: pattern }]);
}

/** A name that means a key only as a variable: in code the same words also name fields, headers and stored things. */
function variables(...patterns: readonly string[]): readonly At[] {
  return patterns.map((env) => ({ env }));
}

/** Names with these words are something beside the key, or another party's secret. */
const except: readonly string[] = [
  ...providerNames,
  "{,*_}ACCESS_KEY{,_*}",
  "{,*_}API_{KEY,KEYS,SECRET,TOKEN}{,_*}",
  "{,*_}CLIENT_{SECRET,KEY}{,_*}",
  "{,*_}CONSUMER_*",
  "{,*_}{OAUTH,OAUTH2,SSO,SAML,LDAP,SMTP,EMAIL_HOST,DB,DATABASE,POSTGRES,MYSQL,MONGO,REDIS}_*",
  "{,*_}{WEBHOOK,WEBHOOKS,HOOK}_*",
  "{,*_}{WEBHOOK,HOOK}S",
  "{,*_}{PUBLIC,PUBLISHABLE,ANON,SERVICE_ROLE,PRIVATE}_KEY{,_*}",
  "*_{NAME,NAMES,HEADER,HEADERS,LENGTH,SIZE,BYTES,BITS,ALG,ALGO,ALGORITHM,ALGORITHMS,FILE,FILENAME,PATH,DIR,URL,URI,HOST,ACCOUNT,EMAIL,USER,USERNAME,DOMAIN,REGION,ROLE,ID,IDS,KID,PREFIX,SUFFIX,FIELD,LOCATION}",
  "*_{VERSION,TTL,LIFETIME,AGE,TYPE,ARN,REF,PROVIDER,ENABLED,REQUIRED,DISABLED,STORE,STORAGE,MANAGER,MODE,STATUS,STATE,SOURCE,ORIGIN,WARNING,REASON,FORMAT,ENCODING,PATTERN,REGEX,MIN,MAX,COUNT,DAYS,HOURS,MINUTES}",
  "*_{ENV,VAR,ENVVAR,VARIABLE,LABEL,TITLE,DESCRIPTION,MESSAGE,ERROR,ERRORS,HELP,HINT,PLACEHOLDER,COMMENT,EXAMPLE,SALT,CALLBACK,HANDLER,FUNC,FN,FACTORY}",
  "*_EXPIR*",
  "*_ROTATION*",
  "{,*_}{EXISTING,MISSING,INVALID,NO,HAS,IS,GENERATE,VALIDATE,ROTATE,SHOW,ALLOW,ENABLE,DISABLE,REQUIRE,CHECK,MIN,MAX,DEFAULT_LENGTH}_*",
];

/** Names that say what a key is for, whatever framework takes it. */
export const generic: Framework = {
  id: "generic",
  title: "the usual environment names",
  language: "any",
  docs: "https://12factor.net/config",
  protects: "what the application signs or encrypts",
  attack: "An attacker who has the key can make values that the application takes for its own, such as the session of another user.",
  fix: `Take the key out of the repository, generate a new one with python -c "import secrets; print(secrets.token_hex())", and give it to the application when it is deployed.`,
  // The names that say what for lead: JWT_SECRET_KEY is one of tokens.
  slots: [
    {
      id: "app-key",
      at: variables("APP_KEY", "APP_KEYS"),
      except,
      evidence: "name",
      prefix: "base64:",
      holds: "list",
      form: { as: "base64", bytes: 32, prefix: "base64:" },
      label: "APP_KEY",
      variable: "APP_KEY",
      protects: "cookies and encrypted values",
    },
    {
      id: "jwt-secret",
      at: [
        ...named("*JWT_SECRET*", "*JWTSECRET", "*JWT_{ACCESS,REFRESH,AUTH,TOKEN,SIGNING,SIGN,HMAC}_{SECRET,KEY}*", "JWT_{ACCESS,REFRESH}_TOKEN_SECRET*", "JWT*_SECRET"),
        ...named("AUTH_{JWT,REFRESH,ACCESS,TOKEN,SESSION,COOKIE,SIGNING,FORGOT,RESET,CONFIRM,CONFIRM_EMAIL,VERIFY,VERIFICATION,MAGIC_LINK,STATE}_{SECRET,KEY}"),
        ...variables("*JWT_KEY", "*_JWT_KEY_*", "*TOKEN_SECRET", "*TOKEN_SECRET_KEY", "TOKEN_{KEY,SIGNING_KEY}", "{ACCESS,REFRESH}_{SECRET,TOKEN_KEY}", "SECRET_JWT*"),
      ],
      except,
      evidence: "name",
      label: "JWT_SECRET",
      variable: "JWT_SECRET",
      protects: "access tokens",
    },
    {
      id: "session-secret",
      at: [...named("*SESSION_SECRET*", "*SESSIONSECRET", "*SESSION_PASSWORD", "*SESSIONS_SECRET"), ...variables("SESSION_KEY", "SESSION_KEYS", "*_SESSION_KEY", "SESSION_ENCRYPTION_KEY")],
      except,
      evidence: "name",
      label: "SESSION_SECRET",
      variable: "SESSION_SECRET",
      protects: "sessions",
    },
    {
      id: "cookie-secret",
      at: [...named("*COOKIE_SECRET*", "*COOKIESECRET", "*COOKIE_PASSWORD", "*COOKIE_SIGNING_*", "*COOKIES_SECRET"), ...variables("COOKIE_KEY", "COOKIE_KEYS", "*COOKIE_ENCRYPTION_KEY")],
      except,
      evidence: "name",
      label: "COOKIE_SECRET",
      variable: "COOKIE_SECRET",
      protects: "signed cookies",
    },
    {
      // https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview#generating-a-cookie-secret
      id: "proxy-cookie-secret",
      at: variables("*OAUTH2_PROXY_COOKIE_SECRET"),
      evidence: "name",
      form: { as: "base64url", bytes: 32 },
      label: "OAUTH2_PROXY_COOKIE_SECRET",
      variable: "OAUTH2_PROXY_COOKIE_SECRET",
      protects: "session cookies",
    },
    {
      id: "auth-secret",
      at: [...named("AUTH_SECRET", "AUTH_SECRET_[0-9]", "AUTHENTICATION_SECRET", "*NEXTAUTH_SECRET", "*NEXT_AUTH_SECRET"), ...variables("*_AUTH_SECRET")],
      except,
      evidence: "name",
      label: "AUTH_SECRET",
      variable: "AUTH_SECRET",
      protects: "sessions",
    },
    {
      id: "csrf-secret",
      at: [...named("*{CSRF,XSRF}_SECRET*"), ...variables("*CSRF_KEY")],
      except,
      evidence: "name",
      label: "CSRF_SECRET",
      variable: "CSRF_SECRET",
      protects: "CSRF tokens",
    },
    {
      id: "signing-key",
      at: [
        ...named("*SIGNING_KEY", "*SIGNATURE_{SECRET,KEY}", "*HMAC_{SECRET,KEY}*", "*{PASSWORD_RESET,EMAIL_CONFIRMATION,EMAIL_VERIFICATION,MAGIC_LINK}_SECRET{,_KEY}"),
        ...variables("*SIGNING_SECRET", "HASH_SECRET", "{EMAIL,RESET,INVITE,VERIFICATION,STATE}_SECRET"),
      ],
      except,
      evidence: "name",
      label: "SIGNING_KEY",
      variable: "SIGNING_KEY",
      protects: "signed values",
    },
    {
      id: "encryption-key",
      at: [
        ...named("*ENCRYPTION_{KEY,SECRET}", "*FERNET_KEY", "*FERNET_SECRET", "*ENCRYPTION_SECRET_KEY", "CREDENTIALS_ENCRYPTION_KEY"),
        ...variables("{ENCRYPT,CRYPTO,CIPHER,AES}_{KEY,SECRET}", "*ENCRYPTION_*_{KEY,SECRET}", "*ENCRYPTION_PASSWORD", "{,*_}ENC_KEY", "{,*_}ENC_KEY_*", "*OPENSSL_KEY*", "*_{CRYPTO,CIPHER,AES}_KEY", "SECRET_ENCRYPTION_KEY", "FIELD_ENCRYPTION_KEYS", "CREDS_KEY"),
      ],
      except,
      evidence: "name",
      label: "ENCRYPTION_KEY",
      variable: "ENCRYPTION_KEY",
      protects: "encrypted data",
    },
    {
      id: "secret-key",
      at: [
        ...named("SECRET_KEY", "*_SECRET_KEY", "SECRET_KEY_BASE", "*_SECRET_KEY_BASE", "SECRET_KEY_FALLBACKS", "*_SECRETKEY", "APPLICATION_SECRET", "SECRET_KEY_HMAC*"),
        ...variables("SECRET", "SECRETKEY", "APPSECRET", "APP_SECRET", "SERVER_SECRET", "BACKEND_SECRET", "WEB_SECRET", "SITE_SECRET", "UTILS_SECRET", "RAILS_MASTER_KEY"),
      ],
      except,
      evidence: "name",
      label: "SECRET_KEY",
      variable: "SECRET_KEY",
    },
  ],
  bad: {
    ".env": `SESSION_SECRET=416c111b8b7832c559cbc0f861c4bfccafe2c4c620742ab1f8eaa3b38180aef1
`,
  },
  good: {
    "compose.yml": `services:
  web:
    image: example/web
    environment:
      SESSION_SECRET: \${SESSION_SECRET:?set SESSION_SECRET}
      AWS_SECRET_ACCESS_KEY: \${AWS_SECRET_ACCESS_KEY}
      JWT_EXPIRES_IN: 900
`,
  },
};
