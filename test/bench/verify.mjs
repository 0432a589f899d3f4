// What keylint verify takes to try keys on tokens that frameworks have made, when none of the keys is the right one.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { print } from "./programs.mjs";
import { number, table } from "./table.mjs";
import { KEYLINT } from "./tools.mjs";

/** Keys that are tried; a slow way is tried with the first 2,000 only. */
const KEYS = 10_000;

async function recordedTokens() {
  const { outputFiles } = await build({ entryPoints: [join(import.meta.dirname, "../verify/tokens.ts")], bundle: true, format: "esm", write: false });
  const { recorded } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return recorded;
}

/** Half of them in hex, as most keys are: what they may be decoded to is tried too. */
function invented() {
  return Array.from({ length: KEYS }, (_, at) => createHash("sha256").update(`keylint fixture ${30_000 + at}`).digest(at % 2 === 0 ? "hex" : "base64url")).join("\n");
}

/** Tries the keys on one token of each kind, once to warm up with a tenth of them, and prints a table. */
export async function printVerify() {
  const { verify } = createRequire(import.meta.url)(join(dirname(KEYLINT), "verifying.js")).verifying;
  const text = invented();
  const ask = (token, list) => verify(Buffer.from(token), () => ({ keys: [], environments: [], list: { shown: "keys", text: list }, locate: () => "" }));
  const rows = [...new Map((await recordedTokens()).toReversed().map((one) => [one.kind, one])).values()].toReversed().map(({ kind, by, token }) => {
    ask(token, text.slice(0, text.length / 100));
    const start = performance.now();
    const { text: told } = ask(token, text);
    const seconds = (performance.now() - start) / 1000;
    return [kind, by, /(\d+) ways? tried/.exec(told)?.[1] ?? "-", number(seconds), number((seconds * 100_000) / KEYS, 1)];
  });
  print(`\nVerify: ${KEYS.toLocaleString("en")} keys of which none is right\n`);
  print(table([["kind", "made by", "ways", "seconds", "for 100,000"], ...rows]));
}
