import { load } from "../load.ts";
import { findJsonMistake } from "./json.ts";
import { UsageError } from "../usage-error.ts";

/**
 * What a file says to keylint: all of `keylint.config.json`, the key `keylint` of `package.json`, the table `[tool.keylint]` of a
 * TOML file. Undefined when a shared file says nothing. `shown` is the file's name for messages.
 * @throws UsageError with line and column when the text is no JSON or TOML.
 */
export function tableIn(name: string, text: string, shown: string): unknown {
  const shared = name === "package.json" || name.endsWith(".toml");
  // Most manifests do not speak of keylint; these need not be understood.
  if (shared && !text.includes("keylint")) return undefined;
  if (name.endsWith(".toml")) return entry(entry(parseToml(text, shown), "tool"), "keylint");
  const value = parseJson(text, shown);
  return name === "package.json" ? entry(value, "keylint") : value;
}

function entry(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as { readonly [key: string]: unknown })[key];
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column, message } = findJsonMistake(text) ?? { line: 1, column: 1, message: "it cannot be read" };
    throw new UsageError(`${shown}:${line}:${column}: this is not JSON: ${message}.`);
  }
}

function parseToml(text: string, shown: string): unknown {
  const toml = load("smol-toml");
  try {
    return withoutDates(toml.parse(text));
  } catch (error) {
    if (!(error instanceof toml.TomlError)) throw new UsageError(`${shown}: this cannot be read as TOML.`);
    // The lines after the first show the text.
    const what = error.message.split("\n")[0]?.replace(/^Invalid TOML document: /, "");
    throw new UsageError(`${shown}:${error.line}:${error.column}: this is not TOML: ${what}.`);
  }
}

/** TOML has days; JSON, and so the schema, has texts. The parser bounds the depth. */
function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
}
