import type { ModuleBuilder } from "../builder.ts";
import type { Command } from "./commands.ts";
import { pairOf, split, withoutQuotes, type Pair } from "./pairs.ts";
import { textOf, type Word } from "./pieces.ts";
import { declaring, isBuildDummy, isStep, reserved, runners, setters, wrapping, type Setter } from "./setters.ts";
import { tellLines, tellOwn, tellPair, tellVariable } from "./telling.ts";
import { isEnvironmentFile } from "./targets.ts";

/** Tells the variables that a command sets. In a `quiet` script only what it writes into files counts. */
export function tellCommand(builder: ModuleBuilder, command: Command, quiet: boolean): void {
  const { pairs, words } = begun(builder.text, command.words);
  const [head] = words;
  if (!quiet && !head && pairs.length > 0 && !isForSteps(builder.text, command.next)) for (const pair of pairs) tellOwn(builder, pair);
  if (!head) return;
  const texts = words.map(textOf);
  const program = nameOf(texts[0]);
  if (program === "echo" || program === "printf") {
    if (command.targets.some((target) => isEnvironmentFile(builder.text, target))) written(builder, words, program);
  } else if (program === "tee") {
    fromPipe(builder, command, words);
  }
  if (quiet) return;
  if (!isStep(texts)) for (const pair of pairs) tellPair(builder, pair);
  if (declaring.has(program) && !isForSteps(builder.text, command.next)) declared(builder, words.slice(1), program);
  for (const setter of setters) if (setter.programs.includes(program) && !(setter.runs && isForStepInside(texts))) told(builder, setter, words, texts);
}

/** `export NAME=value && python manage.py collectstatic`: what the rest of the line builds or migrates is all that the variable is for. */
function isForSteps(text: string, next: readonly Command[]): boolean {
  const programs = next.map(({ words }) => begun(text, words).words.map(textOf)).filter(([first]) => first !== undefined && !aside.has(nameOf(first)));
  return programs.length > 0 && programs.every(isStep);
}

/** The same of what a command runs in a container: `docker run -e SECRET_KEY=dummy image python manage.py collectstatic`. */
function isForStepInside(texts: readonly (string | undefined)[]): boolean {
  const at = texts.findIndex((text, index) => index > 1 && runners.has(nameOf(text)));
  return at !== -1 && isStep(texts.slice(at));
}

/** Programs beside the one that a line is for. */
const aside: ReadonlySet<string> = new Set(["cd", "echo", "rm", "mkdir", "true", "set", "export", "touch", "ls"]);

/** The assignments before a command, and the command without what only runs it. */
function begun(text: string, all: readonly Word[]): { pairs: readonly Pair[]; words: readonly Word[] } {
  const pairs: Pair[] = [];
  let at = 0;
  while (reserved.has(textOf(all[at] ?? none) ?? "")) at++;
  if (textOf(all[at] ?? none) === "function") at += 3;
  for (;;) {
    const word = all[at];
    const pair = word && !word.pieces[0]?.quoted ? pairOf(text, word) : undefined;
    const options = word && wrapping.get(nameOf(textOf(word)));
    if (pair) {
      pairs.push(pair);
      at++;
    } else if (options) at = behindOptions(all, at + 1, options);
    else return { pairs, words: all.slice(at) };
  }
}

const none: Word = { span: { start: 0, end: 0 }, pieces: [] };

function behindOptions(words: readonly Word[], from: number, withWord: readonly string[]): number {
  let at = from;
  for (; at < words.length; at++) {
    const text = textOf(words[at] ?? none) ?? "";
    if (withWord.includes(text)) at++;
    else if (!text.startsWith("-") && !/^\d+[smhd]?$/.test(text)) break;
  }
  return at;
}

/** The program's name without its folder and ending. */
function nameOf(text: string | undefined): string {
  return text === undefined || text.length > 400 ? "" : text.slice(text.lastIndexOf("/") + 1).replace(/\.exe$/i, "");
}

function declared(builder: ModuleBuilder, words: readonly Word[], program: string): void {
  // `declare -A`, `declare -i`, `export -n`: arrays, numbers, and what is taken back.
  if (words.some((word) => /^-\w{0,8}[aAifFnp]/.test(textOf(word) ?? ""))) return;
  for (const word of words) {
    const pair = pairOf(builder.text, word);
    if (pair && (program === "export" || !word.pieces[0]?.quoted)) tellOwn(builder, pair);
  }
}

function told(builder: ModuleBuilder, setter: Setter, words: readonly Word[], texts: readonly (string | undefined)[]): void {
  const behind = setter.words ? behindWords(texts, setter.words) : 1;
  if (behind === undefined) return;
  const left = words.slice(behind);
  if (setter.takes === "pairs") for (const word of left) tellWord(builder, word);
  if (setter.takes === "name") named(builder, left, undefined);
  for (const { name, value } of optionsIn(builder.text, words)) {
    if (setter.options?.includes(name)) tellWord(builder, value[0], name === "--build-arg");
    if (setter.lists?.includes(name)) listed(builder, value[0]);
    if (setter.many?.includes(name)) for (const word of value) tellWord(builder, word);
    if (setter.body?.includes(name)) named(builder, left, value[0]);
  }
}

/** The place behind words that stand together among a command's first ones, options left out. */
function behindWords(texts: readonly (string | undefined)[], wanted: readonly string[]): number | undefined {
  let found = 0;
  for (const [index, text] of texts.slice(0, 9).entries()) {
    if (index === 0 || text === undefined || text.startsWith("-")) continue;
    found = text === wanted[found] ? found + 1 : text === wanted[0] ? 1 : 0;
    if (found === wanted.length) return index + 1;
  }
  return undefined;
}

function tellWord(builder: ModuleBuilder, word: Word | undefined, build = false): void {
  const pair = word && pairOf(builder.text, word);
  if (pair && !(build && isBuildDummy(textOf(pair.value) ?? ""))) tellPair(builder, pair);
}

/** `NAME value`: the first word that can be a name, and the one behind it or in an option. */
function named(builder: ModuleBuilder, words: readonly Word[], body: Word | undefined): void {
  const at = words.findIndex((word) => /^[A-Z_][A-Z\d_]{0,100}$/.test(textOf(word) ?? ""));
  const word = words[at];
  const value = body ?? words[at + 1];
  const name = word && textOf(word);
  if (word && value && name !== undefined) tellVariable(builder, name, word.span, value, value.span);
}

/** `A=b,C=d`; `^;^A=b;C=d` brings its own separator (gcloud topic escaping). */
function listed(builder: ModuleBuilder, word: Word | undefined): void {
  if (!word) return;
  const own = /^\^([;:|@#~])\^/.exec(word.pieces[0]?.text ?? "")?.[1];
  const separators: { readonly [sign: string]: RegExp } = { ";": /;/g, ":": /:/g, "|": /\|/g, "@": /@/g, "#": /#/g, "~": /~/g };
  for (const part of split(builder.text, word, (own === undefined ? undefined : separators[own]) ?? /,/g)) {
    const pair = pairOf(builder.text, part, /\^?/y);
    if (pair) tellPair(builder, pair);
  }
}

/** Options with the words behind them: `-e A=b`, `-eA=b`, `--env A=b`, `--env=A=b`. */
function optionsIn(text: string, words: readonly Word[]): readonly { readonly name: string; readonly value: readonly Word[] }[] {
  const found: { name: string; value: Word[] }[] = [];
  for (const word of words.slice(1)) {
    const [first, ...rest] = word.pieces;
    const option = first?.quoted === false ? /^(--[\w.-]{1,60}|-\w)(=?)/.exec(first.text ?? "") : undefined;
    if (!option || !first) {
      found.at(-1)?.value.push(word);
      continue;
    }
    const [whole, name = ""] = option;
    const start = first.inner.start + whole.length;
    const attached = start < word.span.end && (whole.endsWith("=") || !name.startsWith("--"));
    const left = { ...first, span: { start, end: first.span.end }, inner: { start, end: first.inner.end }, text: first.text?.slice(whole.length) ?? "" };
    const pieces = left.text === "" ? rest : [left, ...rest];
    found.push({ name, value: attached && text.startsWith(whole, first.inner.start) ? [{ span: { start, end: word.span.end }, pieces }] : [] });
  }
  return found;
}

/** `echo` and `printf` into an environment file. */
function written(builder: ModuleBuilder, words: readonly Word[], program: string): void {
  const [format, ...given] = words.slice(1).filter((word) => !/^-[neE]{1,3}$/.test(textOf(word) ?? ""));
  if (!format) return;
  const text = textOf(format) ?? "";
  if (program === "echo") tellLines(builder, format, /\r?\n|\\n/g);
  else if (!text.includes("%")) tellLines(builder, format, /\r?\n|\\n/g);
  else formatted(builder, format, given);
}

/** `printf 'NAME=%s\n' value`. */
function formatted(builder: ModuleBuilder, format: Word, given: readonly Word[]): void {
  let next = 0;
  for (const line of split(builder.text, format, /\r?\n|\\n/g)) {
    const pair = pairOf(builder.text, line);
    const said = pair && textOf(withoutQuotes(pair.value));
    const value = given[next];
    next += said === undefined ? 0 : said.split("%").length - 1;
    if (pair && said === "%s" && value) tellPair(builder, { ...pair, value });
    else if (pair && said !== undefined && !said.includes("%")) tellPair(builder, pair);
  }
}

/** `echo NAME=value | tee -a .env`. */
function fromPipe(builder: ModuleBuilder, { from }: Command, words: readonly Word[]): void {
  const program = from && nameOf(textOf(from[0] ?? none));
  if (!from || (program !== "echo" && program !== "printf")) return;
  if (words.slice(1).some((target) => isEnvironmentFile(builder.text, target))) written(builder, from, program);
}
