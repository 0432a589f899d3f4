import { isBreak, type Reading } from "./reading.ts";

/**
 * The place behind what opened before `from` and ends with `closer`: `)` of a command's output, `}` of an expansion, a backquote. What
 * stands inside is not read. Without an end it ends with its line.
 */
export function skipTo(reading: Reading, from: number, closer: string): number {
  return reading.closing(closer, from, (limit) => {
    const at = closedAt(reading, from, closer, limit);
    return { closed: at !== undefined, result: at ?? limit };
  });
}

function closedAt(reading: Reading, from: number, closer: string, limit: number): number | undefined {
  const { text } = reading;
  const open = [closer];
  for (let at = from; at < limit; at++) {
    const unit = text[at] ?? "";
    const inner = open.at(-1);
    if (unit === reading.dialect.escape) at++;
    else if (unit === inner) {
      open.pop();
      if (open.length === 0) return at + 1;
    } else if (unit === "'" && inner !== '"' && inner !== "}") at = quoteEnd(reading, at, limit);
    else if (unit === '"' || unit === "`") open.push(unit);
    else if ((unit === "(" && inner === ")") || (unit === "(" && text[at - 1] === "$")) open.push(")");
    else if (unit === "{" && text[at - 1] === "$") open.push("}");
    else if (unit === "#" && inner === ")" && /\s/.test(text[at - 1] ?? "")) at = commentEnd(text, at, limit);
  }
  return undefined;
}

function quoteEnd(reading: Reading, at: number, limit: number): number {
  const end = reading.find("'", at + 1);
  return end < 0 || end >= limit ? at : end;
}

function commentEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at + 1 < limit && !isBreak(text[at + 1])) at++;
  return at;
}
