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

/** What Python's libraries of described settings read. */
export const pythonSchemas: Models = { language: "python", models: [...pydantic] };
