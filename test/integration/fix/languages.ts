import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pythonOf } from "../support/tool.ts";
import type { Texts } from "./application.ts";

/** How programs of a language are run. */
export interface Language {
  /** What its files are called. */
  readonly files: RegExp;
  /** An attack as a program: it is told `forge` or `meet` and a list of texts by variables, and its last line is the answers. */
  readonly program: (attack: string) => string;
  /** What the program's file is called. */
  readonly file: string;
  /** What runs a file, when packages are in this folder. */
  readonly runner: (packages: string) => string;
  /** What its programs see besides. */
  readonly env: (folder: string) => Texts;
  /** Makes packages known in folders. */
  readonly prepare?: (packages: string, folders: readonly string[]) => void;
  /** The command that fails when one of these files cannot be understood; absent where building says it. */
  readonly check?: (packages: string, paths: readonly string[]) => [program: string, args: readonly string[]];
}

export const python: Language = {
  files: /\.py$/,
  program: (attack) => `import json, sys\n${attack}\ndo = forge if sys.argv[1] == "forge" else meet\nanswers = [{name: do(text, name) for name, text in texts.items()} for texts in json.loads(sys.argv[2])]\nprint()\nprint(json.dumps(answers))\n`,
  file: "attack.py",
  runner: pythonOf,
  env: (folder) => ({ PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" }),
  check: (packages, paths) => [pythonOf(packages), ["-c", "import ast, sys\nfor path in sys.argv[1:]:\n    ast.parse(open(path, 'rb').read(), path)", ...paths]],
};

const node: Language = {
  files: /\.[cm]?js$/,
  program: (attack) => `${attack}\nconst [, , work, given] = process.argv;\nconst answers = [];\nfor (const texts of JSON.parse(given)) {\n  const answer = {};\n  for (const [name, text] of Object.entries(texts)) answer[name] = await (work === "forge" ? forge : meet)(text, name);\n  answers.push(answer);\n}\nconsole.log("\\n" + JSON.stringify(answers));\nprocess.exit();\n`,
  file: "attack.mjs",
  runner: () => process.execPath,
  env: () => ({}),
  prepare: linked,
};

export const javascript: Language = {
  ...node,
  check: (_, paths) => [process.execPath, ["-e", 'for (const path of process.argv.slice(1)) require("node:child_process").execFileSync(process.execPath, ["--check", path])', ...paths]],
};

/** The compiler, which an application is built with, says whether it is understood. */
export const typescript: Language = { ...node, files: /\.tsx?$/ };

/** Of files that start applications, the attacks are in JavaScript and need no packages. */
export const settings: Language = { files: /^$/, program: node.program, file: node.file, runner: node.runner, env: node.env };

function linked(packages: string, folders: readonly string[]): void {
  for (const folder of folders) symlinkSync(join(packages, "node_modules"), join(folder, "node_modules"));
}
