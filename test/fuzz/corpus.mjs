// What the fuzzer's runs hand to the next one: inputs that led to new branches, and how long none has been new since.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ tree: { [path: string]: string }, files: { [path: string]: Buffer }, long: boolean, hidden?: string[] }} Input `files` are the bytes of `tree`, and `long` ones are looked at as long as files are at most; `hidden` are keys of which no report may hold any. */
/** @typedef {{ inputs: number, quiet: number, still: number, kept: Input[] }} Past How many inputs were looked at, minutes of the processor since the last new branch of a reader and since the last of any, and the inputs that led to new ones. */

/** Of no run. */
const nothing = { inputs: 0, quiet: 0, still: 0, kept: [] };

/**
 * What is kept in a folder, by format; without a folder nothing is. How long nothing was new holds of the program that it was seen in, of
 * which `program` is a digest: of another one the time begins anew. Throws where a file there is none of these.
 */
export function corpusIn(folder, program) {
  if (folder === undefined) return { read: () => nothing, write: () => {} };
  mkdirSync(folder, { recursive: true });
  const pathOf = (format) => join(folder, `${format}.json`);
  return {
    /** @returns {Past} */
    read(format) {
      try {
        const { kept, of, ...past } = JSON.parse(readFileSync(pathOf(format), "utf8"));
        return { ...past, ...(of === program ? {} : { quiet: 0, still: 0 }), kept: kept.map(({ files, ...input }) => ({ ...input, files: mapped(files, (text) => Buffer.from(text, "base64")) })) };
      } catch (error) {
        if (error.code === "ENOENT") return nothing;
        throw error;
      }
    },
    /** @param {Past} past */
    write(format, { kept, ...past }) {
      const text = JSON.stringify({ of: program, ...past, kept: kept.map(({ files, ...input }) => ({ ...input, files: mapped(files, (bytes) => bytes.toString("base64")) })) });
      // A run that is ended here leaves what was there before.
      writeFileSync(`${pathOf(format)}.new`, text);
      renameSync(`${pathOf(format)}.new`, pathOf(format));
    },
  };
}

function mapped(files, change) {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, change(content)]));
}
