import picomatch from "picomatch";
import { expect, test } from "vitest";
import { bundlers } from "../../rules/bundlers.ts";

test("each way names a prefix, or an entry and its files, and the page that says so", () => {
  for (const { prefix, entry, file, docs } of bundlers) {
    expect([prefix, entry].filter((way) => way !== undefined)).toHaveLength(1);
    expect(file === undefined).toBe(entry === undefined);
    if (prefix !== undefined) expect(prefix).toMatch(/^[A-Z_]+_$/);
    if (file !== undefined) expect(["nuxt.config.ts", "apps/web/next.config.mjs"].some((path) => picomatch.isMatch(path, file))).toBe(true);
    expect(new URL(docs).protocol).toBe("https:");
  }
});
