import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { python } from "../../src/formats/python/index.ts";

/** Python's own standard library where there is a Python, some hundred files of the real world; elsewhere nothing is tested. */
const folder = libraryFolder();

function libraryFolder(): string | undefined {
  try {
    const file = execFileSync("python3", ["-c", "import os; print(os.__file__)"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return dirname(file.trim());
  } catch {
    return undefined;
  }
}

describe.skipIf(folder === undefined)("the standard library of the Python here", () => {
  test("is parsed without a failure", () => {
    const files = readdirSync(folder ?? "").filter((file) => file.endsWith(".py"));
    const failed = files.filter((file) => python.read(file, readFileSync(join(folder ?? "", file), "utf8")).failure !== undefined);
    expect(failed).toEqual([]);
  });
});
