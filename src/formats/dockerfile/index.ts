import type { Dockerfile, Instruction } from "dockerfile-ast";
import { load } from "../../load.ts";
import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { Instructions } from "./instructions.ts";
import { linesOf } from "./lines.ts";
import { kinds } from "../kinds.ts";

/** Longer files are no Dockerfiles: the library would take seconds and hundreds of megabytes. */
const longest = 512_000;

/** Nor those of more comments for more stages of a build: the library compares each comment with each stage. */
const mostPairs = 1_000_000;

/** Dockerfiles: what is set in an image, not what a step of its build is given. */
export const dockerfile: Format = {
  ...kinds.dockerfile,
  read,
};

function read(path: string, text: string): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.includes("\0")) return builder.finish("looks binary, so it was not read as a Dockerfile");
  if (text.length > longest) return builder.finish(`is longer than ${longest / 1000} KB, so it was not read as a Dockerfile`);
  if (countOf(/^[ \t]*#/gm, text) * countOf(/^[ \t]*FROM[ \t]/gim, text) > mostPairs) return builder.finish("has too many stages and comments, so it was not read as a Dockerfile");
  const tree = parsed(text);
  if (!tree) return builder.finish("could not be understood as a Dockerfile");
  const spanOf = linesOf(text);
  for (const comment of tree.getComments()) {
    const span = spanOf(comment.getRange());
    builder.comment(text.slice(span.start, span.end).replace(/^#+/, "").trim(), span);
  }
  const instructions = new Instructions(builder, tree.getEscapeCharacter(), spanOf);
  instructions.tell(tree.getInstructions());
  return builder.finish();
}

function countOf(sign: RegExp, text: string): number {
  return text.match(sign)?.length ?? 0;
}

/** The library throws on some broken files. */
function parsed(text: string): (Dockerfile & { getInstructions(): Instruction[] }) | undefined {
  try {
    return load("dockerfile-ast").DockerfileParser.parse(text);
  } catch {
    return undefined;
  }
}
