import type { Key, Rule } from "../src/kit.ts";

export const clientExposedKey: Rule = {
  id: "client-exposed-key",
  summary: "The key has a name that a bundler ships to browsers",
  level: "error",
  severity: 9.8,
  cwe: [200, 522],
  why: "Everybody who opens the page gets the key with it.",
  steps: [
    "Make a new key, and give it to the server only, under a name that no bundler ships.",
    "Move what signs, verifies or encrypts with it into code that runs on the server.",
    "Build and deploy anew, and empty the caches that serve the old pages.",
    "Do not keep the old key: every visitor got it.",
  ],
  check({ name, shipped }) {
    if (!shipped) return undefined;
    return { what: `${name} goes to every browser: ${reasonOf(shipped)}.`, fix: `Generate a new key, ${"prefix" in shipped ? `give it a name without ${shipped.prefix}` : `keep it out of ${shipped.entry}`}, and use it on the server only.` };
  },
};

function reasonOf(shipped: NonNullable<Key["shipped"]>): string {
  if ("entry" in shipped) return `${shipped.by} puts what stands under ${shipped.entry} into the pages that it builds`;
  return `${shipped.by} puts variables whose names begin with ${shipped.prefix} into the pages that it builds`;
}
