// The licences of the packages whose code is in dist/: all of them ask for their text in each copy.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One text, each licence once with the packages that have it. Throws for a package without one. */
export async function licensesOf(names) {
  const byText = new Map();
  for (const name of [...names].sort()) {
    const folder = join("node_modules", name);
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copyright|thirdparty)/i.test(file)).sort();
    if (files.length === 0) throw new Error(`${name} has no licence file; read its terms before it is bundled`);
    const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const text = (await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")))).map((part) => part.replaceAll("\r\n", "\n").trim()).join("\n\n");
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return `keylint holds code of these packages.\n\n${[...byText].map(([text, all]) => `${all.join("\n")}\n\n${text}\n`).join(`\n${"-".repeat(80)}\n\n`)}`;
}
