import { dotenv } from "../formats/dotenv/index.ts";
import { lineEnd } from "./place.ts";

/** Names that projects give to the file that lists their variables without values; the first that there is gets them. */
export const exampleNames: readonly string[] = [".env.example", ".env.sample", ".env.template", ".env.dist", "env.example", "example.env", "sample.env", ".env-example", ".env-sample"];

/** An example of an environment file with a line for each variable, `NAME=`; undefined when it has them all. */
export function withNames(path: string, text: string, names: readonly string[]): string | undefined {
  const known = new Set(dotenv.read(path, text).bindings.map(({ target }) => (target.kind === "reference" ? target.name : "")));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length === 0) return undefined;
  const end = text.includes("\n") ? lineEnd(text, 0) : "\n";
  return `${text}${text === "" || /[\r\n]$/.test(text) ? "" : end}${missing.map((name) => `${name}=${end}`).join("")}`;
}

/** A list of ignored files with one more. */
export function withIgnored(text: string, name: string): string {
  const end = text.includes("\n") ? lineEnd(text, 0) : "\n";
  return `${text}${text === "" || /[\r\n]$/.test(text) ? "" : end}${name}${end}`;
}
