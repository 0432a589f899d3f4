// What a run on one file costs, beside a bare Node: the parts of keylint are loaded only when a file asks for them.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commitAll, nameFor } from "./inputs.mjs";
import { race } from "./measure.mjs";
import { print, tell } from "./programs.mjs";
import { figures, number, ratio, table } from "./table.mjs";
import { keylintCommand } from "./tools.mjs";

/** Rounds at least: a start takes a part of a second, and differs from one to the next by as much as the cases do. */
const ROUNDS = 15;

/** Each case is a repository with one file. The keys are invented. */
const CASES = [
  { about: "no candidate", file: "hello.py", text: 'print("hello")\n' },
  { about: "a key from the environment", file: "environment.py", text: 'import os\n\nSECRET_KEY = os.environ["SECRET_KEY"]\n' },
  { about: "a literal that keylint's own checks decide", file: "checks.py", text: 'SECRET_KEY = "dev"\n' },
  { about: "a literal that the password library judges", file: "phrase.py", text: 'SECRET_KEY = "harbour-lantern-quiet7"\n' },
  {
    about: "express-session with a literal", file: "app.js",
    text: 'const express = require("express");\nconst session = require("express-session");\n\nconst app = express();\napp.use(session({ secret: "harbour-lantern-quiet7", resave: false }));\n',
  },
  { about: "a compose file with a literal", file: "compose.yaml", text: "services:\n  web:\n    image: web\n    environment:\n      SECRET_KEY: harbour-lantern-quiet7\n" },
];

function repository({ file, text }, cache) {
  const root = join(cache, "inputs", nameFor("file", file, text));
  if (!existsSync(root)) {
    tell(`making ${root}`);
    const making = join(cache, "making");
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    writeFileSync(join(making, file), text);
    commitAll(making);
    renameSync(making, root);
  }
  return root;
}

/** Times a bare Node and keylint on each single file, in turns, and prints the ratios. */
export async function printStartup(cache, options) {
  const cases = CASES.map((one) => ({ name: one.about, file: one.file, cwd: repository(one, cache), command: keylintCommand(one.file) }));
  const bare = { name: "bare Node: node -e 0", file: "", cwd: cases[0].cwd, command: [process.execPath, "-e", "0"] };
  const subjects = [bare, ...cases].map((one) => ({ ...one, fine: [0], plain: true }));
  await race(subjects, { ...options, rounds: 1 });
  const measured = await race(subjects, { ...options, rounds: Math.max(ROUNDS, options.rounds) });
  const rows = measured.map((one) => ({ ...one, figures: figures(one) }));
  print("\nStart: keylint on one file\n");
  print(table([
    ["file", "", "runs", "median ms", "least ms", "to bare Node"],
    ...rows.map(({ name, file, figures: own }) => [
      name, file, own.count, own.failed ? "failed" : number(own.seconds * 1000, 0), number(own.least * 1000, 0), ratio(own, rows[0].figures),
    ]),
  ]));
}
