import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { type Schema, validate } from "../../src/config/validate.ts";
import type { Config } from "../../src/types/config.ts";

const schema = JSON.parse(readFileSync(new URL("../../src/config/schema.json", import.meta.url), "utf8")) as Schema;

/** Every key once; the compiler holds it against the type. */
const full = {
  rules: { "short-key": "off", "empty-key": "error" },
  include: ["**"],
  exclude: ["legacy/", "*.gen.{js,ts}"],
  overrides: [{ files: ["scripts/**"], rules: { "short-key": "note" }, context: "development" }],
  slots: [
    {
      id: "our-sign", framework: "flask", label: "sign()", protects: "links", at: [
        { attribute: "flask.Flask().secret_key" }, { setting: "OUR_*_KEY" }, { call: "our.sign", argument: "1|key" }, { env: "OUR_KEY" }, { entry: "a.key", file: "config/*.json" },
      ],
      where: [{ argument: "algorithm", is: ["HS*"], not: ["RS*"], symbol: ["a.b"], present: true }], except: ["OUR_PUBLIC_KEY"], holds: "list", signs: "last",
      unit: "characters", min: 32, exact: [32], minBy: { argument: "algorithm", values: { HS256: 32 } }, encoding: "hex", prefix: "hex:", empty: "refused", short: "refused", evidence: "name",
    },
  ],
  models: [
    { language: "python", at: "our.env", means: "env", name: "0", default: "1", empty: true },
    { language: "python", at: ["our.Env().get"], means: "get", name: "0", default: "1" },
    { language: "javascript", at: "our.token", means: "generate", bytes: { argument: "0", default: 16 }, form: "hex", strength: "strong" },
    { language: "javascript", at: "our.fixed", means: "generate", bytes: 16, form: "text", strength: "uuid1" },
    { language: "python", at: "*.unhex", means: "decode", from: "hex" },
    { language: "python", at: "*.enc", means: "encode", of: "0", from: { argument: "1", default: "utf8" } },
    { language: "python", at: "our.digest", means: "digest", of: ["0"], bytes: { argument: "1", default: 32 } },
    { language: "python", at: "our.same", means: "same", of: "0" },
    { language: "python", at: "our.dict", means: "record" },
    { language: "python", at: "our.update", means: "update" },
    { language: "python", at: "our.load", means: "load", what: "file", of: "0" },
    { language: "python", at: "our.dotenv", means: "dotenv", of: "0" },
    { language: "python", at: "our.vault", means: "opaque" },
  ],
  publishedKeys: "known.txt",
  minBytes: 16,
  ignore: [{ rule: "short-key", path: "a.json", name: "KEY", reason: "revoked", until: "2026-12-31" }],
  baseline: "baseline.json",
  limits: { fileBytes: 1000, files: 10 },
} satisfies Config;

describe("the schema", () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { pattern: true, name: true, file: true, date: true } });
  const byAjv = ajv.compile(schema);

  test("takes a configuration with every key", () => {
    expect(validate(schema, full)).toEqual([]);
    expect(byAjv(full)).toBe(true);
  });

  test("uses no keyword that our own check does not know", () => {
    const known = new Set([
      "$schema", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "minItems", "enum", "const", "oneOf",
      "minimum", "maximum", "minLength", "pattern", "format", "$defs",
    ]);
    const keywords = (part: object): string[] => Object.entries(part).flatMap(([key, inner]: [string, unknown]) => {
      if (typeof inner !== "object" || inner === null) return [key];
      const parts = key === "properties" || key === "$defs" ? Object.values(inner as object) : [inner];
      return [key, ...parts.flatMap((item: unknown) => (Array.isArray(item) ? item : [item])).flatMap((item: unknown) => (typeof item === "object" && item !== null ? keywords(item) : []))];
    });
    expect(keywords(schema).filter((keyword) => !known.has(keyword) && !/^\d+$/.test(keyword))).toEqual([]);
  });

  /** Every way of spoiling one place: another kind of value, or one key more or less. */
  function* spoiled(value: unknown): Generator<unknown> {
    yield* [null, 1.5, -1, "", [], {}, true, "plainly wrong"];
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) for (const other of spoiled(item)) yield value.with(index, other);
    } else if (typeof value === "object" && value !== null) {
      yield { ...value, surplus: 1 };
      for (const [key, inner] of Object.entries(value)) {
        const { [key]: _, ...rest } = value as { readonly [key: string]: unknown };
        yield rest;
        for (const other of spoiled(inner)) yield { ...value, [key]: other };
      }
    }
  }

  test("means the same to our own check and to a validator", () => {
    let refused = 0;
    let count = 0;
    for (const config of spoiled(full)) {
      count += 1;
      const own = validate(withoutFormats(schema), config);
      if (own.length > 0) refused += 1;
      if (own.length === 0 !== byAjv(config)) expect({ config, own }).toEqual("the validator's verdict");
    }
    expect(count).toBeGreaterThan(1000);
    expect(refused).toBeGreaterThan(count / 2);
  });
});

/** The validator above was told to take every format. */
function withoutFormats(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "format" && typeof value === "string" ? undefined : value))) as Schema;
}
