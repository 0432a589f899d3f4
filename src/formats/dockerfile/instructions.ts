import type { Copy, From, Instruction, Onbuild } from "dockerfile-ast";
import type { Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { inDockerfile } from "../shell/dialects.ts";
import { tellFile } from "../shell/heredocs.ts";
import { pairOf, type Pair } from "../shell/pairs.ts";
import { textOf, valueOf, type Piece, type Word } from "../shell/pieces.ts";
import { isBlank, isBreak, Reading } from "../shell/reading.ts";
import { tellScript } from "../shell/script.ts";
import { isBuildDummy } from "../shell/setters.ts";
import { isEnvironmentFile } from "../shell/targets.ts";
import { coverWords, tellPair } from "../shell/telling.ts";
import { behindLine, piecesUpTo, wordAt } from "../shell/words.ts";

/** Instructions that are given commands. */
const running: readonly string[] = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"];

/** Instructions that are given names and paths. */
const plain: readonly string[] = ["FROM", "WORKDIR", "USER", "EXPOSE", "VOLUME"];

type SpanOf = (range: ReturnType<Instruction["getRange"]>) => Span;

/** Tells the variables that the instructions of a Dockerfile set (https://docs.docker.com/reference/dockerfile/). */
export class Instructions {
  readonly #builder: ModuleBuilder;
  readonly #escape: string;
  readonly #spanOf: SpanOf;
  /** Variables that an ENV of the file reads. */
  readonly #read = new Set<string>();

  constructor(builder: ModuleBuilder, escape: string, spanOf: SpanOf) {
    this.#builder = builder;
    this.#escape = escape;
    this.#spanOf = spanOf;
  }

  tell(instructions: readonly Instruction[]): void {
    const told = instructions.map((written) => {
      const instruction = written.getKeyword() === "ONBUILD" ? ((written as Onbuild).getTriggerInstruction() ?? written) : written;
      const range = instruction.getArgumentsRange();
      return range ? { instruction, keyword: instruction.getKeyword(), args: this.#spanOf(range) } : undefined;
    });
    const known = told.flatMap((one) => (one ? [{ ...one, pairs: one.keyword === "ENV" ? this.#pairs(one.args) : [] }] : []));
    for (const { pairs } of known) for (const { value } of pairs) this.#noteRead(value);
    const passing = passingStages(known.map(({ instruction }) => instruction));
    for (const { instruction, keyword, args, pairs } of known) {
      if (passing.has(instruction) && (keyword === "ENV" || keyword === "ARG")) coverWords(this.#builder, this.#words(args));
      else if (keyword === "ENV") for (const pair of pairs) this.#env(pair);
      else if (keyword === "ARG") for (const word of this.#words(args)) this.#arg(word);
      else if (keyword === "LABEL") coverWords(this.#builder, this.#words(args));
      else if (keyword === "COPY" || keyword === "ADD") this.#copied(instruction as Copy, args);
      else if (running.includes(keyword)) this.#command(keyword, args);
      else if (!plain.includes(keyword)) this.#builder.cover(args);
    }
  }

  #reading(name: "docker" | "posix", end: number): Reading {
    const { text, top } = this.#builder;
    return new Reading(text, inDockerfile(name, this.#escape), top, end);
  }

  #words({ start, end }: Span): readonly Word[] {
    const reading = this.#reading("docker", end);
    const words: Word[] = [];
    for (let at = behindBlanks(reading, start); at < end;) {
      const word = wordAt(reading, at);
      words.push(word);
      at = behindBlanks(reading, Math.max(word.span.end, at + 1));
    }
    return words;
  }

  /** `NAME=value …`, or `NAME value with blanks`. */
  #pairs(args: Span): readonly Pair[] {
    const { text } = this.#builder;
    const old = /([A-Za-z_]\w{0,199})[ \t]{1,100}(?=\S)/y;
    old.lastIndex = args.start;
    const name = old.exec(text)?.[1];
    if (name === undefined) return this.#words(args).flatMap((word) => pairOf(text, word) ?? []);
    const nameSpan = { start: args.start, end: args.start + name.length };
    let start = old.lastIndex;
    const reading = this.#reading("docker", args.end);
    start = behindBlanks(reading, start);
    const pieces: Piece[] = [];
    if (start < args.end) piecesUpTo(reading, start, args.end, () => false, pieces, 0);
    return [{ name, nameSpan, head: nameSpan, value: { span: { start, end: args.end }, pieces } }];
  }

  #noteRead({ pieces }: Word): void {
    for (const { value } of pieces) {
      const variable = value?.kind === "choice" ? value.options[0]?.value : value;
      if (variable?.kind === "reference") this.#read.add(variable.name);
    }
  }

  #env(pair: Pair): void {
    this.#cover(pair);
    tellPair(this.#builder, pair);
    // `ENV A=$A` says nothing new about A.
    const itself = pair.value.pieces.some(({ value }) => reads(value, pair.name));
    if (!itself) this.#define(pair);
  }

  /** A value that an ENV reads is reported where the ENV leads; one that serves only the build is none. */
  #arg(word: Word): void {
    const pair = pairOf(this.#builder.text, word);
    if (!pair) return;
    this.#cover(pair);
    this.#define(pair);
    if (!this.#read.has(pair.name) && !isBuildDummy(textOf(pair.value) ?? "")) tellPair(this.#builder, pair);
  }

  #define({ name, nameSpan, value, head }: Pair): void {
    this.#builder.define(name, valueOf(this.#builder.text, value, head), nameSpan);
  }

  #cover({ value }: Pair): void {
    for (const { inner } of value.pieces) if (inner.end > inner.start) this.#builder.cover(inner);
  }

  /** `COPY <<EOF /app/.env`. */
  #copied(instruction: Copy, args: Span): void {
    const { text } = this.#builder;
    const reading = this.#reading("docker", args.end);
    const line = this.#words({ start: args.start, end: reading.lineEnd(args.start) });
    const target = line.at(-1);
    for (const heredoc of instruction.getHeredocs()) {
      const range = heredoc.getContentRange();
      const name = this.#spanOf(heredoc.getNameRange());
      const body = range && this.#spanOf(range);
      if (!body) continue;
      const meant = [target, { span: name, pieces: [] }].some((word) => word && isEnvironmentFile(text, word));
      const mark = text.slice(this.#spanOf(heredoc.getStartRange()).start, name.end + 1);
      if (meant) tellFile(this.#reading("posix", body.end), this.#builder, { body, expands: !/["']/.test(mark) });
      else this.#builder.cover(body);
    }
  }

  /** What a RUN sets lives no longer than the step: of it only files count. */
  #command(keyword: string, args: Span): void {
    const { text } = this.#builder;
    const flags = /(?:--[\w-]{1,40}=\S{0,400}[ \t]{1,40}|CMD[ \t]{1,40})/iy;
    let start = args.start;
    flags.lastIndex = start;
    while (flags.test(text)) start = flags.lastIndex;
    if (text[start] === "[") this.#builder.cover({ start: start + 1, end: Math.max(args.end - 1, start + 1) });
    else if (start < args.end) tellScript(this.#builder, this.#reading("posix", args.end), { start, quiet: keyword === "RUN" });
  }
}

/**
 * The instructions of stages that the image is not built on, and of which only files are copied: what is set there serves the build.
 * https://docs.docker.com/build/building/multi-stage/
 */
function passingStages(instructions: readonly Instruction[]): ReadonlySet<Instruction> {
  const stages: { readonly name: string; readonly base: string; readonly all: Instruction[] }[] = [];
  for (const one of instructions) {
    if (one.getKeyword() === "FROM") stages.push({ name: ((one as From).getBuildStage() ?? String(stages.length)).toLowerCase(), base: ((one as From).getImage() ?? "").toLowerCase(), all: [] });
    stages.at(-1)?.all.push(one);
  }
  const kept = new Set<string>();
  for (let stage = stages.at(-1); stage && !kept.has(stage.name); ) {
    const { name, base } = stage;
    kept.add(name);
    stage = stages.find((other) => other.name === base);
  }
  const copied = new Set(instructions.flatMap((one) => (one.getKeyword() === "COPY" ? (one as Copy).getFlags().flatMap((flag) => (flag.getName() === "from" ? [(flag.getValue() ?? "").toLowerCase()] : [])) : [])));
  return new Set(stages.filter(({ name }, at) => !kept.has(name) && (copied.has(name) || copied.has(String(at)))).flatMap(({ all }) => all));
}

function reads(value: Value | undefined, name: string): boolean {
  if (value?.kind === "choice") return value.options.some((option) => reads(option.value, name));
  return value?.kind === "reference" && value.name === name;
}

/** Behind blanks and ends of lines that are escaped. */
function behindBlanks(reading: Reading, from: number): number {
  const { text, dialect, end } = reading;
  for (let at = from; ;) {
    const next = reading.afterBreak(at + 1);
    if (at < end && (isBlank(text[at]) || isBreak(text[at]))) at++;
    else if (at < end && text[at] === dialect.escape && next > at + 1) at = behindLine(reading, next);
    else return at;
  }
}
