import { expect, test } from "vitest";
import { namesFrom } from "../../src/merge/names.ts";

test.each([
  [["reports/shop/keylint.json", "reports/api/keylint.json"], ["shop", "api"]],
  [["shop.json", "api.sarif", "web.sarif.json"], ["shop", "api", "web"]],
  [["out/org/a.json", "out/org/b.json", "out/other/a.json"], ["org/a", "org/b", "other/a"]],
  [["/tmp/x/keylint.json", "./y/keylint.json", "../z/keylint.json"], ["tmp/x", "y", "z"]],
  [["a.json", "copy/a.json"], ["a", "copy/a"]],
  [["a/x.json", "a/x.sarif.json"], ["a/x.json", "a/x.sarif.json"]],
  [["shop.report.v2.json", "api.json"], ["shop.report.v2", "api"]],
  [["only/one.json"], ["one"]],
  [[".json", ".."], [".json", ".."]],
  [[], []],
])("%j", (files, names) => {
  expect([...namesFrom(files).values()]).toEqual(names);
});
