import { expect, test } from "vitest";
import { gitlab } from "../../src/reporters/gitlab.ts";
import type { Report } from "../../src/types/report.ts";
import { at, empty } from "./report.ts";

const fingerprints = (report: Partial<Report>): readonly string[] => (JSON.parse(gitlab({ ...empty, ...report }, { rules: [], color: false, now: 0 })) as readonly { readonly fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
const unused = (path: string) => ({ region: at(path, 3, 1, 2), message: "it silences nothing" });
const failure = (path: string) => ({ path, message: "it looks binary", fatal: false });

test.each<[string, (paths: readonly string[]) => Partial<Report>]>([
  ["an unused ignore", (paths) => ({ unused: paths.map(unused) })],
  ["a file that was not checked", (paths) => ({ failures: paths.map(failure) })],
])("%s is known again when another file has one less; two of a file are two", (_, reportOn) => {
  const [, first, second] = fingerprints(reportOn(["a.py", "b.py", "b.py"]));
  expect(fingerprints(reportOn(["b.py", "b.py"]))).toEqual([first, second]);
  expect(first).not.toBe(second);
});

test("an unused ignore and what was not checked of the same file are two", () => {
  expect(new Set(fingerprints({ unused: [unused("a.py")], failures: [failure("a.py")] })).size).toBe(2);
});
