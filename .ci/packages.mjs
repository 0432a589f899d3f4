// The packages whose code is in dist/: their licences, all of which ask for their text in each copy, and their names, versions and
// origins, for who looks whether a package with a known hole is inside.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One text, each licence once with the packages that have it. `folders`: of the packages. Throws for a package without one. */
export async function licensesOf(folders) {
  const byText = new Map();
  for (const folder of [...folders].sort()) {
    const { name, version } = await manifestIn(folder);
    const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice|copyright|thirdparty)/i.test(file)).sort();
    if (files.length === 0) throw new Error(`${name} has no licence file; read its terms before it is bundled`);
    const text = (await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")))).map((part) => part.replaceAll("\r\n", "\n").trim()).join("\n\n");
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`]);
  }
  return `keylint holds code of these packages.\n\n${[...byText].map(([text, all]) => `${all.join("\n")}\n\n${text}\n`).join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** A bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), without the day and a number of its own: who builds the same gets the same bytes. */
export async function billOf(folders) {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8"));
  const own = await manifestIn(".");
  const components = await Promise.all([...folders].sort().map(async (folder) => {
    const { name, version, license } = await manifestIn(folder);
    const content = Buffer.from(packages[folder].integrity.replace(/^sha512-/, ""), "base64").toString("hex");
    return { type: "library", "bom-ref": folder, name, version, purl: purlOf(name, version), licenses: [{ license: { id: license } }], hashes: [{ alg: "SHA-512", content }] };
  }));
  const component = { type: "application", "bom-ref": own.name, name: own.name, version: own.version, purl: purlOf(own.name, own.version) };
  return `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, metadata: { component }, components })}\n`;
}

async function manifestIn(folder) {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/** https://github.com/package-url/purl-spec */
function purlOf(name, version) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
