import type { Model, Models } from "../../src/kit.ts";

/**
 * https://docs.pydantic.dev/latest/concepts/pydantic_settings/#environment-variable-names: a field's name behind `env_prefix`, case
 * ignored; an alias is taken as it is, without the prefix. What is nested has variables only with `env_nested_delimiter`.
 */
const pydantic: readonly Model[] = [
  {
    // https://goodconf.readthedocs.io: its settings are pydantic's.
    at: ["pydantic_settings.BaseSettings", "pydantic_settings.main.BaseSettings", "goodconf.GoodConf"],
    means: "schema",
    entries: "class",
    variable: { own: "validation_alias|alias", as: "upper", prefix: { at: "model_config.env_prefix|Config.env_prefix" }, between: { at: "model_config.env_nested_delimiter|Config.env_nested_delimiter" } },
    empty: "model_config.env_ignore_empty|Config.env_ignore_empty",
    refuses: { least: ["min_length"] },
  },
  {
    // https://docs.pydantic.dev/1.10/usage/settings/#environment-variable-names
    at: ["pydantic.BaseSettings", "pydantic.v1.BaseSettings", "pydantic.env_settings.BaseSettings"],
    means: "schema",
    entries: "class",
    variable: { own: "env", as: "upper", prefix: { at: "Config.env_prefix" }, between: { at: "Config.env_nested_delimiter" } },
    refuses: { least: ["min_length"] },
  },
  { at: ["pydantic_settings.SettingsConfigDict", "pydantic.ConfigDict"], means: "record" },
  // https://docs.pydantic.dev/latest/concepts/fields/: the first argument is the default
  { at: ["pydantic.Field", "pydantic.fields.Field", "pydantic.v1.Field", "goodconf.Field"], means: "same", of: "0|default|default_factory()" },
  // https://docs.pydantic.dev/latest/concepts/validators/: settings check their defaults, too.
  { at: ["pydantic.field_validator", "pydantic.functional_validators.field_validator", "pydantic.validator", "pydantic.v1.validator", "pydantic.class_validators.validator"], means: "validate" },
  // https://fastapi.tiangolo.com/advanced/settings/: a dependency is what its function returns.
  { at: ["fastapi.Depends", "fastapi.params.Depends"], means: "same", of: "0()" },
];

/** Settings whose constructor describes them. */
const constructors: readonly Model[] = [
  // https://django-environ.readthedocs.io/en/latest/quickstart.html: `Env(SECRET_KEY=(str, "x"))`; a call's own default comes first.
  { at: ["environ.Env", "environ.FileAwareEnv"], means: "schema", entries: "**", variable: { as: "exact" }, default: "1" },
  // https://github.com/rconradharris/envparse#schema
  { at: "envparse.Env", means: "schema", entries: "**", variable: { as: "exact" }, default: "default" },
  // https://www.dynaconf.com/envvars/: what is set by no file and no keyword is a variable all the same.
  {
    at: ["dynaconf.Dynaconf", "dynaconf.LazySettings"],
    means: "schema",
    entries: "**",
    variable: { as: "upper", prefix: { at: "envvar_prefix|envvar_prefix_for_dynaconf", default: "DYNACONF", then: "_" } },
    open: true,
  },
];

/** Classes whose fields are made by functions of the library. */
const classes: readonly Model[] = [
  // https://environ-config.readthedocs.io/en/stable/tutorial.html
  {
    at: "environ.config",
    means: "schema",
    entries: "class",
    only: ["environ.var", "environ.bool_var"],
    variable: { own: "name", as: "upper", prefix: { at: "prefix", default: "APP", then: "_" } },
    default: "0|default",
  },
  { at: "environ.to_config", means: "same", of: "0|config_cls" },
  { at: "*.from_environ", means: "same" },
  // https://django-configurations.readthedocs.io/en/stable/values/
  {
    at: ["configurations.Configuration", "configurations.base.Configuration"],
    means: "schema",
    entries: "class",
    only: ["configurations.values.Value", "configurations.values.SecretValue"],
    variable: { own: "environ_name", affixed: true, as: "upper", prefix: { default: "DJANGO", then: "_" } },
    default: "0|default",
  },
  // https://typed-settings.readthedocs.io/en/latest/
  { at: "typed_settings.load", means: "schema", entries: "0|cls", variable: { as: "upper", prefix: { at: "1|appname", then: "_" }, between: "_" } },
  { at: ["typed_settings.option", "typed_settings.secret"], means: "same", of: "default|factory()" },
];

/** Options of a command line: each call describes one. */
const options: readonly Model[] = [
  // https://www.tornadoweb.org/en/stable/options.html
  { at: "tornado.options.options", means: "described", by: ["tornado.options.define"] },
  { at: "tornado.options.define", means: "schema", entries: "this", result: { at: "0|name" }, variable: { as: "own" }, default: "1|default" },
  // https://docs.python.org/3/library/argparse.html
  { at: "argparse.ArgumentParser().parse_args()", means: "described", by: ["argparse.ArgumentParser().add_argument"], near: "file" },
  { at: "argparse.ArgumentParser().add_argument", means: "schema", entries: "this", result: { at: "dest|0|1" }, variable: { as: "own" }, default: "default" },
];

/** What Python's libraries of described settings read. */
export const pythonSchemas: Models = { language: "python", models: [...pydantic, ...constructors, ...classes, ...options] };
