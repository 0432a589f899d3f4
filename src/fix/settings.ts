import type { Change } from "./change.ts";
import { textAt, type Place } from "./place.ts";

/** Compose files by the names that Docker looks for: https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file */
const compose = /(^|\/)(docker-)?compose([-._][\w.-]*)?\.ya?ml$/i;

/** Shells of which `${NAME:?}` stops the script: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_06_02 */
const shell = /\.(sh|bash|zsh|ksh)$/i;

/** In compose files and shell scripts: `${NAME:?set NAME}`, at which both stop where it is missing or empty. */
export function mendSettings(place: Place): readonly Change[] | undefined {
  const { key: { origin: { place: { path } } } } = place;
  if (compose.test(path)) return ofDefault(place) ?? ofValue(place);
  return shell.test(path) ? ofDefault(place) : undefined;
}

/** `${NAME:-x}` and `${NAME-x}`, alone or in a longer text. */
function ofDefault(place: Place): readonly Change[] | undefined {
  const { key: { origin }, module: { text } } = place;
  if (origin.role !== "default") return undefined;
  const { start, end } = origin.place.span;
  const head = /\$\{([A-Za-z_]\w*):?-$/.exec(text.slice(Math.max(0, start - 120), start));
  if (!head || head[1] !== place.variable || text[end] !== "}" || /["'$`\\]/.test(textAt(place, { start, end }))) return undefined;
  return [{ start: start - head[0].length, end: end + 1, text: `\${${place.variable}:?set ${place.variable}}` }];
}

/** All of a value: `NAME: x`, and in a list `- NAME=x`. */
function ofValue(place: Place): readonly Change[] | undefined {
  const { key: { origin }, module: { text } } = place;
  if (origin.role !== "value") return undefined;
  const { start, end } = origin.place.span;
  const line = { start: text.lastIndexOf("\n", start - 1) + 1, end: `${text}\n`.indexOf("\n", end) };
  const [before, after] = [text.slice(line.start, start), text.slice(end, line.end)];
  if (!/^[ \t]*$|^[ \t]*(#.*)?\r?$/.test(after.replace(/^["']/, ""))) return undefined;
  const read = `\${${place.variable}:?set ${place.variable}}`;
  const entry = /^[ \t]*(["']?)(\w{1,80})\1:[ \t]+$/.exec(before)?.[2];
  if (entry !== undefined) return entry === place.variable ? quoted(place, read) : undefined;
  const item = /^[ \t]*-[ \t]+["']?(\w{1,80})=$/.exec(before)?.[1];
  return item === place.variable && !/["']/.test(textAt(place, { start, end })) ? [{ start, end, text: read }] : undefined;
}

/** As it is quoted now; a tag or an anchor before it, or a block, is left to people. */
function quoted(place: Place, read: string): readonly Change[] | undefined {
  const { start, end } = place.key.origin.place.span;
  const token = textAt(place, { start, end });
  const quote = /^["']/.exec(token)?.[0] ?? "";
  if (/[\n\r]|^[|>&!*]/.test(token)) return undefined;
  return [{ start, end, text: `${quote}${read}${quote}` }];
}
