import type { Call, Span } from "../types/value.ts";
import type { Change } from "./change.ts";
import type { Place } from "./place.ts";

/** A call without one of its arguments, with its keyword and comma. Undefined when what stands between is more than that, or another would move into its place. */
export function withoutArgument(text: string, call: Call, { start, end }: Span): Change | undefined {
  const index = call.args.findIndex(({ value: { span } }) => span.start <= start && span.end >= end);
  const argument = call.args[index];
  if (!argument || argument.spread !== undefined || (argument.name === undefined && call.args.slice(index + 1).some(({ name }) => name === undefined))) return undefined;
  const before = call.args[index - 1];
  const head = call.callee.span.end;
  const from = before ? before.value.span.end : head + text.slice(head).indexOf("(") + 1;
  if (!/^,?(?:\w{1,40}=)?$/.test(text.slice(from, start).slice(0, 400).replace(/\s/g, "")) || !/^\s*[,)]/.test(text.slice(end, end + 400))) return undefined;
  if (before) return { start: from, end, text: "" };
  const next = /^\s*,\s*/.exec(text.slice(end, end + 400));
  return { start: from + (/^\s*/.exec(text.slice(from, start))?.[0].length ?? 0), end: end + (next?.[0].length ?? 0), text: "" };
}

/** A call that reads a setting without its default: it stops where that is missing, or the method beside it does, of that name. */
export function withoutDefault({ module: { text } }: Place, call: Call, strict: true | string, without: Span | undefined): readonly Change[] | undefined {
  const argument = without && withoutArgument(text, call, without);
  if (without && !argument) return undefined;
  const { callee } = call;
  if (strict === true) return argument ? [argument] : [];
  if (callee.kind !== "member") return undefined;
  const end = callee.span.end;
  return [{ start: end - callee.name.length, end, text: strict }, ...(argument ? [argument] : [])];
}
