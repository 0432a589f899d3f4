import fc, { type Arbitrary } from "fast-check";
import { javascript } from "./javascript.ts";
import { names, strong, words } from "./keys.ts";
import { markdown, markup, notebook, rst } from "./pages.ts";
import { python } from "./python.ts";
import { dockerfile, env, shell } from "./scripts.ts";
import { ini, json, terraform, toml, yaml } from "./tables.ts";
import { either, written } from "./written.ts";

/** Texts of files by their paths. */
export type Texts = Readonly<{ [path: string]: string }>;

/** What a file can be called, and what stands in it. Modules import each other, in circles too. */
const files: readonly (readonly [string, Arbitrary<string>])[] = [
  ["app/__init__.py", written`from .config import *\nfrom .settings import ${words}, ${names}\n${python}`],
  ["app/config.py", written`from . import settings\nfrom app import ${words}\n${python}`],
  ["app/settings.py", written`from .config import ${names} as ${words}\n${python}`],
  ["app/tests/test_app.py", python],
  ["manage.py", python],
  ["config.js", written`const ${words} = require("./settings");\n${javascript}`],
  ["settings.js", written`import ${words}, { ${names} } from "./config";\nexport * from "./b";\n${javascript}`],
  ["b.ts", written`import * as ${words} from "./settings.js";\n${javascript}`],
  ["src/page.vue", markup],
  [".env", env],
  [".env.example", env],
  ["compose.yaml", yaml],
  [".github/workflows/a.yml", yaml],
  ["config/default.json", json],
  ["config/custom-environment-variables.json", written`{"secret": "${names}"}`],
  ["wrangler.toml", toml],
  ["setup.cfg", ini],
  ["main.tf", terraform],
  ["terraform.tfvars", written`${words} = "${strong}"\n`],
  ["run.sh", shell],
  ["Dockerfile", dockerfile],
  ["README.md", markdown],
  ["docs/index.rst", rst],
  ["a.ipynb", notebook],
  ["package.json", either('{"name": "a", "dependencies": {"jsonwebtoken": "1", "express-session": "1"}}', '{"workspaces": ["src", "app"], "type": "module", "scripts": {"start": "SESSION_SECRET=abc node ."}}')],
  ["requirements.txt", either("flask\n", "Django==5.0\npyjwt\n")],
  ["tsconfig.json", either('{"compilerOptions": {"baseUrl": ".", "paths": {"*": ["*", "./src/*"]}}}', '{"extends": "./tsconfig.json"}')],
  [".gitignore", either(".env\n", "*\n!.env\n")],
];

/** Trees of some files that lead to each other. */
export const projects: Arbitrary<Texts> = fc.shuffledSubarray([...files], { minLength: 2, maxLength: 8 })
  .chain((chosen) => fc.tuple(...chosen.map(([path, text]) => text.map((made) => [path, made] as const))))
  .map((made) => Object.fromEntries(made));
