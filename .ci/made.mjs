// Makes what takes as long as Node takes to start: what the screen looks for, of all that keylint knows, and the lists of words.
import { build } from "esbuild";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const contents = `
  export { frameworks } from "./rules/frameworks/index.ts";
  export { models } from "./rules/models/index.ts";
  export { fileOf } from "./src/screen/made.ts";
  export { packed } from "./src/screen/packed.ts";
  export { plansFor } from "./src/screen/plans.ts";
  export { listed, listsFile } from "./src/strength/lists.ts";
`;
const { outputFiles } = await build({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", format: "esm", write: false, define: { "import.meta.url": JSON.stringify(import.meta.url) } });
const { fileOf, frameworks, listed, listsFile, models, packed, plansFor } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const plans = plansFor(frameworks, models);
mkdirSync(dirname(join("dist", fileOf("files"))), { recursive: true });
writeFileSync(join("dist", fileOf("files")), JSON.stringify(plans.files));
for (const sought of ["python", "javascript", "settings", "uses"]) writeFileSync(join("dist", fileOf(sought)), packed(plans.of(sought)));
writeFileSync(join("dist", listsFile), listed());
