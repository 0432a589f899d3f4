// Makes the declarations of what programs import, and of what those name: nobody can ask for the others.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const made = "dist/types";
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json"], { stdio: "inherit" });

const named = new Set(["src/index.d.ts", "src/eslint.d.ts"].map((file) => join(made, file)));
for (const file of named) {
  for (const [, from] of readFileSync(file, "utf8").matchAll(/(?:from |import\()"(\.[^"]+)\.[jt]s"/g)) named.add(`${join(dirname(file), from)}.d.ts`);
}
// The innermost first, so that folders are empty when their turn comes.
for (const entry of readdirSync(made, { recursive: true, withFileTypes: true }).sort((one, other) => other.parentPath.length - one.parentPath.length)) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && path.endsWith(".d.ts") && !named.has(path)) rmSync(path);
  if (entry.isDirectory() && readdirSync(path).length === 0) rmdirSync(path);
}
