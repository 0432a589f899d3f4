import type { Model, Models } from "../../src/kit.ts";

/** Readers of variables and settings. Each has its own place for the default. */
const readers: readonly Model[] = [
  // https://github.com/HBNetwork/python-decouple: config(option, default, cast)
  { at: ["decouple.config", "decouple.AutoConfig()", "decouple.Config()", "decouple.Config().get"], means: "env", name: "0|option", default: "1|default", strict: true },
  // https://github.com/joke2k/django-environ: env(var, cast, default) and env.str(var, default)
  { at: ["environ.Env()", "environ.FileAwareEnv()", "environ.Env().get_value"], means: "env", name: "0|var", default: "2|default", strict: true },
  { at: ["environ.Env().str", "environ.Env().bytes", "environ.FileAwareEnv().str"], means: "env", name: "0|var", default: "1|default", strict: true },
  // https://github.com/sloria/environs: env(name, default)
  {
    at: ["environs.Env()", "environs.Env().str", "environs.env", "environs.env.str", "environs.FileAwareEnv()", "environs.FileAwareEnv().str"],
    means: "env",
    name: "0|name",
    default: "1|default",
    strict: true,
  },
  // https://github.com/encode/starlette/blob/master/starlette/config.py: config(key, cast, default)
  { at: ["starlette.config.Config()", "starlette.config.Config().get"], means: "env", name: "0|key", default: "2|default", strict: true },
  { at: ["starlette.config.Environ()", "starlette.config.environ", "dotenv.dotenv_values()", "decouple.RepositoryEnv().data"], means: "env" },
  // https://www.dynaconf.com
  { at: ["dynaconf.Dynaconf().get", "dynaconf.LazySettings().get"], means: "get", name: "0|key", default: "1|default" },
  { at: "dynaconf.settings.get", means: "env", name: "0|key", default: "1|default" },
  { at: ["envparse.env", "envparse.env.str", "envparse.Env()"], means: "env", name: "0|var", default: "1|default", strict: true },
  { at: "getenv.env", means: "env", name: "0", default: "1|default" },
  // https://prettyconf.readthedocs.io: config(item, cast, default=)
  { at: "prettyconf.config", means: "env", name: "0", default: "default", strict: true },
  // https://everett.readthedocs.io/en/latest/configmanager.html
  {
    at: ["everett.manager.ConfigManager()", "everett.manager.ConfigManager.basic_config()", "everett.manager.ConfigManager.from_dict()"],
    means: "env",
    name: "0|key",
    default: "default",
    as: "upper",
    strict: true,
  },
  // https://saurabh-kumar.com/python-dotenv/reference/#dotenv.get_key
  { at: ["dotenv.get_key", "dotenv.main.get_key"], means: "env", name: "1|key_to_get" },
  // https://airflow.apache.org/docs/apache-airflow/stable/_api/airflow/configuration/index.html: a section and an option of it
  { at: "airflow.configuration.conf.get", means: "env", name: "1|option", default: "fallback" },
  // https://github.com/MasoniteFramework/masonite/blob/4.0/src/masonite/environment/environment.py
  { at: ["masonite.environment.env", "masonite.env"], means: "env", name: "0|value", default: "1|default", empty: true },
  // https://click.palletsprojects.com and https://typer.tiangolo.com: an option's default
  { at: "click.option", means: "env", name: "envvar", default: "default" },
  { at: ["typer.Option", "typer.Argument"], means: "env", name: "envvar", default: "0|default" },
];

/** Objects that a program's own settings are read from. */
const settings: readonly Model[] = [
  // https://docs.djangoproject.com/en/stable/topics/settings/#using-settings-in-python-code
  { at: ["django.conf.settings"], means: "setting" },
  // https://www.tornadoweb.org/en/stable/options.html
  { at: ["tornado.options.define", "tornado.options.options.define"], means: "assign", to: "setting", name: "0|name", value: "1|default", unless: "set" },
  { at: ["tornado.options.options"], means: "setting" },
  // https://flask.palletsprojects.com/en/stable/api/#flask.current_app
  { at: ["flask.current_app.config", "flask.Flask().config", "quart.current_app.config", "quart.Quart().config", "sanic.Sanic().config", "parameter.app.config"], means: "setting" },
  { at: ["flask.current_app.config.get", "flask.Flask().config.get", "quart.current_app.config.get", "quart.Quart().config.get"], means: "setting", name: "0", default: "1" },
];

const files: readonly Model[] = [
  { at: ["dotenv.load_dotenv", "dotenv.main.load_dotenv"], means: "dotenv", of: "0|dotenv_path" },
  { at: ["environ.Env.read_env", "environ.Env().read_env"], means: "dotenv", of: "0|env_file" },
  { at: ["environs.Env.read_env", "environs.Env().read_env", "environs.env.read_env"], means: "dotenv", of: "0|path" },
];

/** Parsers of files of settings. */
const parsers: readonly Model[] = [
  { at: ["yaml.safe_load", "yaml.load", "yaml.full_load", "ruamel.yaml.YAML().load", "toml.load", "toml.loads", "tomli.load", "tomli.loads", "tomlkit.load", "tomlkit.parse", "anyconfig.load", "pyhocon.ConfigFactory.parse_file"], means: "file", of: "0|stream|f|fp" },
];

/** Wrappers that hold a value and give it back. */
const wrappers: readonly Model[] = [
  { at: ["starlette.datastructures.Secret", "fastapi.datastructures.Secret"], means: "same", of: "0|value" },
  { at: ["pydantic.SecretStr", "pydantic.SecretBytes", "pydantic.types.SecretStr", "pydantic.types.SecretBytes"], means: "same", of: "0|secret_value" },
  { at: ["dataclasses.field", "attr.ib", "attrs.field", "attr.attrib"], means: "same", of: "default|default_factory()|factory()" },
  { at: ["boto3.client().get_secret_value", "boto3.session.Session().client().get_secret_value"], means: "opaque" },
  { at: "*.get_secret_value", means: "same" },
  { at: ["django.utils.encoding.force_bytes", "django.utils.encoding.force_str", "django.utils.encoding.smart_bytes", "django.utils.encoding.smart_str"], means: "same", of: "0|s" },
  { at: ["itsdangerous.want_bytes", "itsdangerous.encoding.want_bytes", "werkzeug._internal._to_bytes", "jwt.utils.force_bytes", "tornado.escape.utf8"], means: "same", of: "0" },
];

/** Settings that are loaded from somewhere: https://flask.palletsprojects.com/en/stable/config/ */
const loaders: readonly Model[] = [
  { at: ["*.from_object", "*.config_from_object"], means: "load", what: "object", of: "0|obj" },
  { at: "*.from_pyfile", means: "load", what: "file", of: "0|filename" },
  { at: ["*.from_json", "*.from_toml", "*.from_file"], means: "file", of: "0|filename", into: "object" },
  { at: ["*.from_mapping", "flask.Flask().config.update", "quart.Quart().config.update"], means: "update" },
  { at: "sanic.Sanic().update_config", means: "load", what: "object", of: "0|config" },
];

const generators: readonly Model[] = [
  // 50 characters out of 50: https://github.com/django/django/blob/main/django/core/management/utils.py
  { at: ["django.core.management.utils.get_random_secret_key"], means: "generate", bytes: 35, form: "text", strength: "strong" },
  { at: "django.utils.crypto.get_random_string", means: "generate", bytes: { argument: "0|length", default: 12 }, form: "text", strength: "strong" },
  { at: ["werkzeug.security.gen_salt", "authlib.common.security.generate_token"], means: "generate", bytes: { argument: "0|length", default: 30 }, form: "text", strength: "strong" },
  { at: "cryptography.fernet.Fernet.generate_key", means: "generate", bytes: 32, form: "base64", strength: "strong" },
  {
    at: ["cryptography.hazmat.primitives.ciphers.aead.AESGCM.generate_key", "cryptography.hazmat.primitives.ciphers.aead.ChaCha20Poly1305.generate_key"],
    means: "generate",
    form: "bytes",
    strength: "strong",
  },
  { at: ["Crypto.Random.get_random_bytes", "Cryptodome.Random.get_random_bytes"], means: "generate", bytes: { argument: "0" }, form: "bytes", strength: "strong" },
  { at: "nacl.utils.random", means: "generate", bytes: { argument: "0|size", default: 32 }, form: "bytes", strength: "strong" },
  { at: ["numpy.random.bytes", "numpy.random.choice", "numpy.random.randint", "numpy.random.rand"], means: "generate", form: "text", strength: "random" },
  { at: ["django.utils.timezone.now", "pendulum.now", "arrow.now", "arrow.utcnow"], means: "generate", form: "text", strength: "time" },
];

const derivations: readonly Model[] = [
  {
    at: [
      "cryptography.hazmat.primitives.kdf.pbkdf2.PBKDF2HMAC().derive", "cryptography.hazmat.primitives.kdf.hkdf.HKDF().derive",
      "cryptography.hazmat.primitives.kdf.scrypt.Scrypt().derive",
    ],
    means: "digest",
    of: ["0"],
    bytes: 32,
  },
  { at: ["Crypto.Protocol.KDF.PBKDF2", "Cryptodome.Protocol.KDF.PBKDF2"], means: "digest", of: ["0", "1"], bytes: { argument: "2|dkLen", default: 16 } },
  { at: ["django.utils.crypto.salted_hmac"], means: "digest", of: ["0", "1", "2|secret"], bytes: 20 },
];

/** https://saurabh-kumar.com/python-dotenv/reference/#dotenv.set_key */
const keeping: readonly Model[] = [{ at: ["dotenv.set_key", "dotenv.main.set_key"], means: "keep", of: "2|value_to_set" }];

/** https://docs.djangoproject.com/en/stable/topics/checks/: manage.py goes no further than an error */
const refusing: readonly Model[] = [{ at: ["django.core.checks.Error", "django.core.checks.Critical", "django.core.checks.messages.Error"], means: "refuse" }];

/** Secret managers and stores. */
const stores: readonly Model[] = [
  {
    at: [
      "streamlit.secrets", "streamlit.secrets.get", "keyring.get_password", "*.access_secret_version", "*.get_secret",
      "*.get_parameter", "*.read_secret_version", "airflow.models.Variable.get",
      "werkzeug.security.generate_password_hash", "bcrypt.hashpw", "bcrypt.gensalt",
    ],
    means: "opaque",
  },
];

/** What Python's settings and cryptography libraries mean for a key. */
export const pythonSettings: Models = {
  language: "python",
  models: [...readers, ...settings, ...files, ...parsers, ...wrappers, ...loaders, ...generators, ...derivations, ...keeping, ...refusing, ...stores],
};
