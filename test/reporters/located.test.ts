import { describe, expect, test } from "vitest";
import { resultIn } from "../../src/merge/sarif-folder.ts";
import type { ReadResult } from "../../src/merge/sarif-shape.ts";
import { located, moved, pathBelow } from "../../src/reporters/located.ts";
import { resultOf } from "../../src/reporters/sarif-result.ts";
import type { Finding } from "../../src/types/finding.ts";
import { report, several } from "./report.ts";

describe("a report about several repositories", () => {
  const [inFolder, inShop, past] = located(several).findings;
  const held = ["repos/shop/old.py", "repos/shop/[odd] é/b.py"];

  test("has the way to each file of a repository, and leaves those of a folder as they are", () => {
    expect(inFolder).toEqual(several.findings[0]);
    expect(inShop).toMatchObject({
      region: { path: "repos/shop/app.py", line: 4 }, trail: [{ path: "repos/shop/config.py" }, { path: "repos/shop/app.py" }], uses: [{ path: "repos/shop/app.py" }], elsewhere: [{ path: "repos/shop/other.py" }], edits: [{ path: "repos/shop/app.py" }],
    });
    const { suppressed, unused, failures, stale } = located(several);
    expect([suppressed[0]?.finding.region.path, unused[0]?.region.path, stale[0]?.path]).toEqual(["repos/shop/old.py", "repos/shop/unused.py", "repos/shop/gone/app.py"]);
    expect(failures.map(({ path }) => path)).toEqual(["repos/gone", "repos/shop", "repos/shop/broken.py"]);
  });

  test("has it to each file that held the key, too", () => {
    expect(past?.past?.places.map(({ path }) => path)).toEqual(held);
  });

  test("as SARIF does that is merged", () => {
    const [, , one = inShop] = several.findings;
    const { properties } = resultIn("repos/shop", resultOf(one as Finding) as unknown as ReadResult);
    expect(properties.past?.places.map(({ path }) => path)).toEqual(held);
  });
});

test("a report about one repository stays as it is", () => {
  expect(located(report)).toBe(report);
  expect(moved(report, (path) => path)).toEqual(report);
});

test.each([
  [".", "app.py", "app.py"], [".", ".", "."], ["repos/shop", ".", "repos/shop"], ["repos/shop", "a/app.py", "repos/shop/a/app.py"], ["/", "app.py", "/app.py"], ["/", ".", "/"], ["/srv", "app.py", "/srv/app.py"],
])("in the folder %s the path %s is %s", (folder, path, whole) => {
  expect(pathBelow(folder, path)).toBe(whole);
});
