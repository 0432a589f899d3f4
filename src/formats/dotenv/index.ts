import { Secret } from "../../types/secret.ts";
import type { Format } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
export const dotenv: Format = {
  id: "env",
  files: [".env", ".env.*", "*.env", ".flaskenv", "env.example", "env-example*"],
  read(path, text) {
    const builder = new ModuleBuilder(path, "env", text);
    let at = 0;
    for (const line of text.split("\n")) {
      const m = /^\s*(?:export\s+)?([\w.-]{1,200})\s*=\s*/.exec(line);
      if (m && m[1]) {
        const rest = line.slice(m[0].length).trimEnd();
        const q = /^(["'])/.exec(rest) && rest.length > 1;
        const value = q ? rest.slice(1, -1) : rest;
        const span = { start: at + m[0].length, end: at + m[0].length + rest.length };
        const v = { kind: "literal" as const, secret: new Secret(value), form: "text" as const, span: rest ? span : { start: at, end: at + m[0].length } };
        builder.define(m[1], v, span);
        builder.bind({ kind: "reference", name: m[1], scope: builder.top, span }, v, span);
        builder.cover(span);
      }
      at += line.length + 1;
    }
    return builder.finish();
  },
};
