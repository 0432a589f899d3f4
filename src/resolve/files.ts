import type { Module } from "../types/module.ts";
import { asName } from "../types/secret.ts";
import { argumentAt } from "./arguments.ts";
import { settingsOf } from "./entries.ts";
import { into, isSpent, type Flow } from "./flow.ts";
import { meaningOf, type Ground } from "./ground.ts";
import { follow } from "./follow.ts";

/** Parts of a path, and names that it is kept under. */
const mostHops = 8;

/** The file of settings that a call reads, by the path that its argument says: `open("config.json")`, `json.load(f)`. */
export function fileRead(flow: Flow, ground: Ground): Module | undefined {
  const name = pathIn(flow, ground, 0).replace(/^[./]*\//, "");
  const module = name === "" ? undefined : ground.modules.file(name, flow.module);
  return module?.language === "config" ? module : undefined;
}

/** What such a file holds, on the way that asked for it. */
export function contentOf(flow: Flow, module: Module): Flow {
  return { ...into(flow, settingsOf(module)), module };
}

/** The literal parts of a path: `path.join(__dirname, "conf", "live.json")`, `BASE_DIR / "live.json"`. What is not known is a folder above. */
function pathIn(flow: Flow, ground: Ground, depth: number): string {
  const { value } = flow;
  if (depth > mostHops || isSpent(flow)) return "";
  const joined = (flows: readonly Flow[]): string => flows.map((part) => pathIn(part, ground, depth + 1)).filter((part) => part !== "").join("/");
  switch (value.kind) {
    case "literal":
      return asName(value.secret) ?? "";
    case "derived":
      return joined(value.operands.map((operand) => into(flow, operand)));
    case "call": {
      const meaning = meaningOf(value, flow, ground);
      const object = value.callee.kind === "member" ? [value.callee.object] : [];
      const given = meaning?.means === "file" && meaning.of !== undefined ? argumentAt(value, meaning.of) : undefined;
      const parts = given ? [given] : [...object, ...value.args.filter(({ name }) => name === undefined).map((arg) => arg.value)];
      return joined(parts.map((part) => into(flow, part)));
    }
    case "reference":
      return joined(follow(flow, ground).slice(0, 1));
    default:
      return "";
  }
}
