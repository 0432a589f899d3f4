// What the fuzzer has found: made small, and kept where `npm test` looks at it from then on.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const found = resolve("test/fuzz/found");

/** Seconds in which files are made small. */
const patience = 60;

/** The fewest files, and the shortest parts of them, on which the same is wrong, as far as halves, quarters and so on can be taken out. */
export function small(files, isWrong) {
  const end = Date.now() + patience * 1_000;
  for (const path of Object.keys(files)) {
    const without = Object.fromEntries(Object.entries(files).filter(([other]) => other !== path));
    if (Object.keys(without).length > 0 && isWrong(without)) files = without;
  }
  for (const path of Object.keys(files)) files = { ...files, [path]: smaller(files[path], (bytes) => isWrong({ ...files, [path]: bytes }), end) };
  return files;
}

function smaller(bytes, isWrong, end) {
  for (let size = bytes.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < bytes.length && Date.now() < end;) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
      if (isWrong(without)) bytes = without;
      else at += size;
    }
  }
  return bytes;
}

/** Writes files into a folder of their own; gives its name. */
export function keep(format, files) {
  const name = `${format}-${createHash("sha256").update(JSON.stringify(Object.entries(files).map(([path, bytes]) => [path, bytes.toString("base64")]))).digest("hex").slice(0, 8)}`;
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(found, name, dirname(path)), { recursive: true });
    writeFileSync(join(found, name, path), bytes);
  }
  return `${name}: ${Object.entries(files).map(([path, { length }]) => `${path} (${length} bytes)`).join(", ")}`;
}
