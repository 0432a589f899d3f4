import type { ModuleBuilder } from "../builder.ts";
import type { Command } from "./commands.ts";
import { textOf } from "./pieces.ts";
import { reserved } from "./setters.ts";
import { tellOwn } from "./telling.ts";

/** `set -gx NAME value` (https://fishshell.com/docs/current/cmds/set.html); says whether the command is one. */
export function tellFish(builder: ModuleBuilder, { words: all }: Command): boolean {
  const from = all.findIndex((word) => !reserved.has(textOf(word) ?? ""));
  const words = all.slice(Math.max(from, 0));
  if (textOf(words[0] ?? { span: { start: 0, end: 0 }, pieces: [] }) !== "set") return false;
  const behind = words.findIndex((word, index) => index > 0 && !(textOf(word) ?? "").startsWith("-"));
  const [name, value, more] = behind < 0 ? [] : words.slice(behind);
  const options = words.slice(1, Math.max(behind, 1)).map((word) => textOf(word) ?? "");
  const text = name && textOf(name);
  if (!name || !value || more || text === undefined || !/^[A-Za-z_]\w{0,199}$/.test(text)) return true;
  const isSet = options.every((option) => /^-[gUxuflL]{1,8}$|^--(?:global|universal|export|unexport|local|function|long)$/.test(option));
  if (isSet && builder.text[value.span.end] !== "(") tellOwn(builder, { name: text, nameSpan: name.span, head: name.span, value });
  return true;
}
