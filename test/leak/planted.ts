import { createHash } from "node:crypto";
import { entries, entryFile, keyFor, languagesOf, manifests, names, placesInCode } from "../support/places.ts";
import { programFor } from "../support/programs.ts";
import type { Files } from "./produce.ts";
import { sentinel } from "./sentinels.ts";
import type { Slot } from "../../src/types/slot.ts";

/** A tree in which each text that matters stands nowhere else. */
export interface Planted {
  readonly files: Files;
  /** Keys, and what stands in comments beside them. */
  readonly texts: readonly string[];
  /** How many places of the catalogue, and forms of files, have one. */
  readonly places: number;
  readonly forms: number;
}

/** The forms that keys have: what outputs would have to escape, and what is weak enough to be guessed from a digest, too. */
const kinds: readonly ((number: number, slot: Slot) => string)[] = [
  sentinel,
  (number, slot) => keyFor(slot, 100_000 + number),
  (number) => digest(number).toString("hex").slice(0, 64),
  (number) => digest(number).subarray(0, 32).toString("base64"),
  (number) => `${sentinel(number).slice(0, 12)}<&>%|${sentinel(number).slice(12, 30)}`,
  (number) => `${sentinel(number).slice(0, 12)}été漢字${sentinel(number).slice(12, 30)}`,
  (number) => `${syllables(number)}-${1000 + (number % 9000)}`,
];

/** Files of settings, each with a name and its value. */
const forms: Readonly<{ [path: string]: (name: string, value: string, comment: string) => string }> = {
  "web.env": (name, value, comment) => `# ${comment}\n${name}="${value}"\n`,
  ".envrc": (name, value, comment) => `export ${name}='${value}' # ${comment}\n`,
  "start.sh": (name, value, comment) => `#!/bin/sh\n# ${comment}\n${name}='${value}' node server.js\n`,
  "Dockerfile": (name, value, comment) => `FROM node:20\n# ${comment}\nENV ${name}="${value}"\n`,
  "docker-compose.yml": (name, value, comment) => `# ${comment}\nservices:\n  web:\n    environment:\n      ${name}: "${value}"\n`,
  ".github/workflows/ci.yml": (name, value, comment) => `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      ${name}: '${value}' # ${comment}\n    steps: []\n`,
  "settings.json": (name, value, comment) => `${JSON.stringify({ comment, [name]: value })}\n`,
  "settings.toml": (name, value, comment) => `# ${comment}\n${name} = "${value}"\n`,
  "settings.ini": (name, value, comment) => `; ${comment}\n[app]\n${name} = ${value}\n`,
  "app.properties": (name, value, comment) => `# ${comment}\n${name}=${value}\n`,
  "main.tf": (name, value, comment) => `# ${comment}\nresource "aws_lambda_function" "web" {\n  environment {\n    variables = {\n      ${name} = "${value}"\n    }\n  }\n}\n`,
  "config.py": (name, value, comment) => `import os\n${name} = os.environ.get("${name}", "${value}")  # ${comment}\n`,
  "config.ts": (name, value, comment) => `export const settings = { ${name}: process.env.${name} ?? "${value}" }; // ${comment}\n`,
  "page.vue": (name, value, comment) => `<script>\n// ${comment}\nexport const settings = { ${name}: process.env.${name} || "${value}" };\n</script>\n`,
  "notes.ipynb": (name, value, comment) => `${JSON.stringify({ cells: [{ cell_type: "code", source: [`${name} = "${value}"  # ${comment}\n`], outputs: [{ output_type: "stream", text: [comment] }], metadata: {} }], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`,
  "README.md": (name, value, comment) => `# ${comment}\n\n\`\`\`sh\nexport ${name}="${value}"\n\`\`\`\n`,
  "broken.py": (name, value, comment) => `${name} = "${value}"\n(((  # ${comment}\nTEXT = "\n`,
  "broken.js": (name, value, comment) => `const settings = { ${name}: "${value}" }; // ${comment}\nlet let = '\n`,
};

/**
 * A folder for each place of the catalogue, each of which is handed a key of its own: the places in code, names in files of settings
 * and entries of named files. `every`: each place in code with each kind of key, each name in some forms of files; else these take turns.
 */
export function planted({ every }: { readonly every: boolean }): Planted {
  const files: { [path: string]: string } = {};
  const texts: string[] = [];
  const text = (made: string): string => (texts.push(made), made);
  const comment = (): string => text(sentinel(texts.length));
  const turns = <T>(all: readonly T[], turn: number, most: number): readonly T[] => Array.from({ length: every ? Math.min(most, all.length) : 1 }, (_, at) => all[(turn + at) % all.length]).filter((one) => one !== undefined);
  const put = (folder: string, more: Files): void => {
    for (const [path, content] of Object.entries(more)) files[`${folder}/${path}`] = content;
  };
  placesInCode.forEach(({ framework, slot, at }, place) => languagesOf(framework).forEach((language) => turns(kinds, place, kinds.length).forEach((kind) => {
    const key = text(kind(texts.length, slot));
    put(`code/${texts.length}`, { ...manifests(framework), [language === "python" ? "shop.py" : "shop.js"]: `${programFor(at, slot, language, `"${key}"`)} ${language === "python" ? "#" : "//"} ${comment()}\n` });
  })));
  names.forEach(({ framework, slot, name }, place) => turns(Object.entries(forms), place, 4).forEach(([path, form], turn) => {
    const key = text((kinds[(place + turn) % kinds.length] ?? sentinel)(texts.length, slot));
    put(`names/${texts.length}`, { ...manifests(framework), [path]: form(name, key, comment()) });
  }));
  entries.forEach(({ framework, slot, path, entry }) => put(`entries/${texts.length}`, { ...manifests(framework), [path]: entryFile(path, entry, text(keyFor(slot, 100_000 + texts.length))) }));
  return { files, texts, places: placesInCode.length + names.length + entries.length, forms: Object.keys(forms).length };
}

function digest(number: number): Buffer {
  return createHash("sha512").update(`keylint planted ${number}`).digest();
}

/** What a person would say: four syllables that the number decides. */
function syllables(number: number): string {
  return [...digest(number).subarray(0, 6)].map((byte) => `${"bdfgklmnprstvz"[byte % 14] ?? ""}${"aeiou"[(byte >> 4) % 5] ?? ""}`).join("");
}
