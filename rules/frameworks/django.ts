import type { Framework } from "../../src/kit.ts";

/** Where Django takes its key. */
export const django: Framework = {
  id: "django",
  title: "Django",
  language: "python",
  variable: "SECRET_KEY",
  docs: "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key",
  form: { as: "django", bytes: 50 },
  protects: "sessions, messages, signed cookies and password reset links",
  attack: "An attacker who has the key can make valid password reset links and signed values, and so take over any account.",
  fix: `Set SECRET_KEY to os.environ["SECRET_KEY"], after generating it with python -c "import secrets; print(secrets.token_urlsafe(50))".`,
  rotate: "Put the old key into SECRET_KEY_FALLBACKS when SECRET_KEY changes, and take it out again when what it signed has expired.",
  lasts: { days: 14, docs: "https://docs.djangoproject.com/en/stable/ref/settings/#session-cookie-age" },
  slots: [
    {
      id: "secret-key",
      at: [
        { setting: "SECRET_KEY", capitals: true },
        { call: "django.conf.settings.configure", argument: "SECRET_KEY" },
        { attribute: "django.conf.settings.SECRET_KEY" },
        { call: "environ.Env", argument: "SECRET_KEY.1|DJANGO_SECRET_KEY.1" },
      ],
      unit: "characters",
      min: 50,
      empty: "refused",
      label: "SECRET_KEY",
    },
    {
      id: "override",
      at: [
        { call: "django.test.override_settings", argument: "SECRET_KEY" },
        { call: "django.test.utils.override_settings", argument: "SECRET_KEY" },
      ],
      unit: "characters",
      min: 50,
      empty: "refused",
      label: "override_settings(SECRET_KEY=)",
    },
    {
      id: "fallbacks",
      at: [
        { setting: "SECRET_KEY_FALLBACKS", capitals: true },
        { call: "django.conf.settings.configure", argument: "SECRET_KEY_FALLBACKS" },
      ],
      holds: "list",
      signs: "none",
      unit: "characters",
      min: 50,
      // Signer takes its own key in the place of an empty one.
      empty: "refused",
      label: "SECRET_KEY_FALLBACKS",
      variable: "OLD_SECRET_KEY",
    },
    {
      id: "environment",
      at: [{ env: "DJANGO_SECRET_KEY" }, { env: "DJANGO_SECRET" }, { setting: "DJANGO_SECRET_KEY", capitals: true }],
      evidence: "name",
      empty: "refused",
      label: "DJANGO_SECRET_KEY",
      variable: "DJANGO_SECRET_KEY",
    },
    {
      id: "signer",
      at: [
        { call: "django.core.signing.Signer", argument: "key" },
        { call: "django.core.signing.TimestampSigner", argument: "key" },
        { call: "django.core.signing.dumps", argument: "1|key" },
        { call: "django.core.signing.loads", argument: "1|key" },
      ],
      // Signer takes SECRET_KEY in the place of an empty key.
      empty: "refused",
      label: "Signer(key=)",
      variable: "SIGNING_KEY",
      protects: "signed values",
    },
    {
      id: "salted-hmac",
      at: [{ call: "django.utils.crypto.salted_hmac", argument: "2|secret" }],
      label: "salted_hmac(secret=)",
      variable: "SIGNING_KEY",
      protects: "signed values",
    },
    {
      id: "signer-fallbacks",
      at: [
        { call: "django.core.signing.Signer", argument: "fallback_keys" },
        { call: "django.core.signing.TimestampSigner", argument: "fallback_keys" },
        { call: "django.core.signing.loads", argument: "fallback_keys" },
      ],
      holds: "list",
      signs: "none",
      empty: "refused",
      label: "Signer(fallback_keys=)",
      variable: "OLD_SIGNING_KEY",
      protects: "signed values",
    },
  ],
  marks: ["INSTALLED_APPS", "MIDDLEWARE", "MIDDLEWARE_CLASSES", "ROOT_URLCONF", "WSGI_APPLICATION", "TEMPLATES", "DATABASES", "STATIC_URL", "USE_TZ"],
  uses: [
    {
      // Whatever hands the module's names to something else may bring the key with it.
      settings: { mark: "INSTALLED_APPS", variable: "DJANGO_SETTINGS_MODULE" }, needs: "SECRET_KEY",
      only: ["django.contrib.auth", "django.contrib.sessions", "django.contrib.messages"],
      unless: ["globals", "locals", "vars", "exec", "execfile", "setattr", "import_module", "__import__", "__name__", "include", "split_settings", "dynaconf"],
      docs: "https://github.com/django/django/blob/main/django/conf/__init__.py",
    },
  ],
  bad: {
    "mysite/settings.py": `SECRET_KEY = "292d56a3e1fa06c37f2aae625595bce90734552687e0ce5db05ee7a75d09c674"
INSTALLED_APPS = ["django.contrib.sessions"]
`,
  },
  good: {
    "mysite/settings.py": `import os

SECRET_KEY = os.environ["SECRET_KEY"]
INSTALLED_APPS = ["django.contrib.sessions"]
`,
  },
};
