import fc, { type Arbitrary } from "fast-check";
import { javascript } from "./javascript.ts";
import { mark } from "./keys.ts";
import { markdown, markup, notebook, rst } from "./pages.ts";
import { projects, type Texts } from "./projects.ts";
import { python } from "./python.ts";
import { dockerfile, env, shell } from "./scripts.ts";
import { ini, json, terraform, toml, yaml } from "./tables.ts";
import { either } from "./written.ts";

function one(paths: readonly string[], text: Arbitrary<string>): Arbitrary<Texts> {
  return fc.tuple(either(...paths), text).map(([path, made]) => ({ [path]: made }));
}

/** Trees of one file by the id of its format, and those of several files as `project`. */
export const generators: Readonly<{ [format: string]: Arbitrary<Texts> }> = {
  env: one([".env", ".env.example", "web.env"], env),
  python: one(["settings.py", "app.py", "test_app.py"], python),
  javascript: one(["app.js", "config.ts", "page.tsx", "nuxt.config.ts", "app.mjs", "app.test.js"], javascript),
  yaml: one(["compose.yml", "config.yaml", "values.yaml", ".github/workflows/a.yml"], yaml),
  json: one(["config.json", "appsettings.json", "vercel.json", "a.json5"], json),
  dockerfile: one(["Dockerfile"], dockerfile),
  shell: one(["run.sh", "start.fish", "run.bat", "run.ps1", "Procfile"], shell),
  toml: one(["config.toml", "wrangler.toml", "pyproject.toml"], toml),
  ini: one(["setup.cfg", "app.ini", "application.properties", "web.service"], ini),
  terraform: one(["main.tf", "terraform.tfvars", "a.hcl"], terraform),
  markup: one(["page.vue", "page.svelte", "page.astro", "index.html"], markup),
  markdown: one(["README.md", "page.mdx"], markdown),
  rst: one(["index.rst"], rst),
  notebook: one(["a.ipynb"], notebook),
  project: projects,
};

/** Some trees of a format, the same for a seed. */
export function generated(format: string, seed: number, count: number): readonly Texts[] {
  const made = generators[format];
  return made === undefined ? [] : fc.sample(made, { seed, numRuns: count });
}

/** The keys in a tree that a generator has made and nobody has changed: no report may hold any. */
export function keysIn(made: Texts): readonly string[] {
  return [...new Set(Object.values(made).join("\n").match(new RegExp(`${mark}[A-Za-z0-9]{24,}`, "g")))];
}

export type { Texts };
