import fc, { type Arbitrary } from "fast-check";
import { names, remarks, strong, words } from "./keys.ts";
import { javascript } from "./javascript.ts";
import { python } from "./python.ts";
import { env, shell } from "./scripts.ts";
import { json, yaml } from "./tables.ts";
import { either, indented, several, written } from "./written.ts";

const code = fc.oneof(
  fc.tuple(either("python", "py", "pycon"), python),
  fc.tuple(either("js", "ts", "tsx", "javascript"), javascript),
  fc.tuple(either("sh", "bash", "console", "shell-session"), shell),
  fc.tuple(either("env", "dotenv", "ini", ""), env),
  fc.tuple(either("yaml", "yml"), yaml),
  fc.tuple(either("json", "jsonc"), json),
);

/** CommonMark, https://spec.commonmark.org/0.31.2/, with what MDX and GitHub add. */
export const markdown: Arbitrary<string> = several(fc.oneof(
  { weight: 4, arbitrary: fc.tuple(either("```", "~~~", "````"), code).map(([fence, [language, text]]) => `${fence}${language}\n${text}${fence}`) },
  fc.tuple(code, either("  ", "   ", "> ", "\t")).map(([[language, text], margin]) => `- a\n\n${`\`\`\`${language}\n${text}\`\`\``.split("\n").map((line) => margin + line).join("\n")}`),
  indented(env),
  written`Set \`${names}=${strong}\` and \`${names}\`: **${words}**`,
  written`| Name | Value |\n| --- | :-: |\n| \`${names}\` | \`${strong}\` |\n| ${names} | ${words} |`,
  written`# ${remarks}`,
  written`<!-- ${remarks} -->`,
  written`---\n${yaml}---`,
  written`import A from "a"\n\n<Tabs>{${strong}}</Tabs>`,
  written`<pre><code>${names}=${strong}</code></pre>`,
  written`[a]: https://example.com "${names}"`,
), "\n\n", { min: 1, max: 5 }).map((text) => `${text}\n`);

/** reStructuredText: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html */
export const rst: Arbitrary<string> = several(fc.oneof(
  { weight: 4, arbitrary: fc.tuple(either("code-block", "code", "sourcecode", "parsed-literal", "tab:: a\n\n   .. code"), code).map(([directive, [language, text]]) => `.. ${directive}:: ${language}\n   :caption: a.py\n\n${text.split("\n").map((line) => `   ${line}`).join("\n")}`) },
  written`Set it::\n\n${indented(env)}`,
  written`Use \`\`${names}=${strong}\`\` or :envvar:\`${names}\`.`,
  written`.. ${remarks}`,
  written`>>> ${names} = "${strong}"\n>>> ${words}`,
  written`${names}\n==========`,
  written`+---+---+\n| a | ${words} |\n+---+---+`,
  written`.. envvar:: ${names}\n\n   Default: ${strong}`,
), "\n\n", { min: 1, max: 5 }).map((text) => `${text}\n`);

/** Single-file components of Vue, Svelte and Astro, and pages. */
export const markup: Arbitrary<string> = several(fc.oneof(
  { weight: 4, arbitrary: written`<script${either("", " setup", ' lang="ts"', ' type="module"', ' type="application/json"', ' context="module"', " async src='a'")}>\n${javascript}</script>` },
  written`<template>\n  <a :secret="${names}" @click="${words}()">{{ ${words} }}</a>\n</template>`,
  written`---\n${javascript}---`,
  written`<!-- ${remarks} -->`,
  written`<style scoped>\na { color: red }\n</style>`,
  written`<input name="${names}" value="${strong}">`,
  written`{#if ${words}}<b>{@html ${words}}</b>{/if}`,
  written`<script>${json}`,
), "\n", { min: 1, max: 5 }).map((text) => `${text}\n`);

const cells = fc.array(fc.record({
  cell_type: either("code", "markdown", "raw"),
  source: fc.oneof(python, python.map((text) => text.split(/(?<=\n)/)), either("%env SECRET_KEY=abc", "!export JWT_SECRET=abc", "%%bash\nexport A=b")),
  metadata: fc.constant({}),
  outputs: fc.oneof(fc.constant([]), strong.map((key) => [{ output_type: "stream", text: [key] }])),
}), { minLength: 1, maxLength: 4 });

/** Jupyter's notebooks: https://nbformat.readthedocs.io/en/latest/format_description.html */
export const notebook: Arbitrary<string> = fc.tuple(cells, either("python", "javascript", "bash", ""), fc.constantFrom(0, 1, 4)).map(([made, language, spaces]) => JSON.stringify({ cells: made, metadata: { language_info: { name: language } }, nbformat: 4, nbformat_minor: 5 }, undefined, spaces));

