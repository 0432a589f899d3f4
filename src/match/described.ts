import { upperSnake } from "../text/names.ts";

/** Names of what describes settings, translates them or shows an example: what stands below is no setting. */
const describing = /^(PROPERTIES|PATTERN_PROPERTIES|DEFINITIONS|DEFS|SCHEMA|SCHEMAS|COMPONENTS|EXAMPLES?|PARAMETERS|RESPONSES|PATHS|TRANSLATIONS?|MESSAGES|LABELS|LOCALES?|I18N|PLACEHOLDERS?|TOOLTIPS?|DEPENDENCIES|DEV_DEPENDENCIES|PEER_DEPENDENCIES|REQUIRED|FIXTURES?|MOCKS?|SNAPSHOTS?)$/;

/** Files of translations, schemas, recorded answers, and the reports of other scanners. */
const files = /(^|\/)(locales?|i18n|lang|languages|translations?|messages|_?snapshots_*|__snapshots__|cassettes|schemas?)\/|(^|\/)([^/]{0,80}[._-])?(openapi|swagger|schema|postman_collection|translations?|messages)([._-][^/]{0,40})?\.(json|ya?ml)$|(^|\/)custom-environment-variables\.[a-z0-9]+$|(^|\/)[^/]{0,80}(baseline|gitleaks|trufflehog|semgrep|bandit|sarif|report)[^/]{0,40}\.(json|ya?ml|toml)$|(^|\/)(tsconfig|jsconfig|nx|turbo|lerna|renovate|angular|\.eslintrc|\.prettierrc|\.babelrc)[^/]{0,40}\.?json5?$/i;

/** Whether a file holds the texts of a user interface in one language: there are hundreds of them, and none sets a key. */
export function isTranslation(path: string): boolean {
  return /(^|\/)(locales?|i18n|translations?)\//i.test(path) && /\.(json|ya?ml|toml|ini|properties)$/i.test(path);
}

/** Whether an entry of settings only describes one. */
export function isDescribed(path: readonly string[], file: string): boolean {
  return files.test(file) || path.slice(0, -1).some((name) => name.length <= 60 && describing.test(upperSnake(name)));
}

/** Names of what holds an application's own keys: `auth: { secretKey }`, `app: { secret }`. */
const owners = /^(APP|APPLICATION|SERVER|WEB|WEBAPP|BACKEND|API|AUTH|AUTHENTICATION|AUTHORIZATION|SECURITY|JWT|JWTS|JWT_SETTINGS|JWT_CONFIG|JWT_OPTIONS|TOKENS?|TOKEN_OPTIONS|ACCESS_TOKEN|REFRESH_TOKEN|SESSIONS?|COOKIES?|CSRF|XSRF|SIGNING|SIGNATURE|HMAC|CRYPTO|ENCRYPTION|DJANGO|FLASK|FASTAPI|EXPRESS|RAILS|LARAVEL|NEXTAUTH|NEXT_AUTH|SETTINGS|CONFIG|CONFIGURATION|CORE|GENERAL|COMMON|GLOBAL|DEFAULT|DEVELOPMENT|PRODUCTION|STAGING|LOCAL|SECRETS?)$/;

/** Whether what holds an entry of a common name, or nothing, is the application itself. */
export function isAboutKeys(path: readonly string[]): boolean {
  const holder = path.at(-2);
  return path.length <= 4 && (holder === undefined ? upperSnake(path[0] ?? "") === "SECRET_KEY" : owners.test(upperSnake(holder)));
}
