import { describe, expect, test } from "vitest";
import { lintFiles } from "../support/lint.ts";

const app = 'from flask import Flask\napp = Flask(__name__)\napp.secret_key = "zebra"\n';

function contexts(...paths: readonly string[]): readonly string[] {
  return lintFiles(Object.fromEntries(paths.map((path) => [path, app]))).findings.map(({ region, context }) => `${region.path} ${context}`);
}

describe("the steps of a tutorial are examples", () => {
  test.each([
    [["01-Getting-Started/app.py", "02-Templates/app.py", "03-Forms/app.py"]],
    [["blog/1_start/shop/app.py", "blog/2_users/shop/app.py", "blog/3_posts/shop/app.py"]],
    [["Part 1/app.py", "Part 2/app.py", "Part 10/app.py"]],
    [["course/step1/app.py", "course/step2/app.py", "course/step3/app.py"]],
  ])("%s", (paths) => {
    expect(contexts(...paths).every((line) => line.endsWith(" example"))).toBe(true);
    expect(contexts(...paths)).toHaveLength(3);
  });

  test("which the finding says", () => {
    expect(JSON.stringify(lintFiles({ "01-a/app.py": app, "02-b/app.py": app, "03-c/app.py": app }).findings)).toContain("numbered steps of a tutorial");
  });
});

test.each([
  ["two versions of one program", ["1.0/app.py", "2.0/app.py"]],
  ["other programs", ["01-auth/auth.py", "02-shop/shop.py", "03-mail/mail.py"]],
  ["folders without numbers", ["auth/app.py", "shop/app.py", "mail/app.py"]],
])("%s are none", (_, paths) => {
  expect(contexts(...paths).map((line) => line.split(" ").at(-1))).toEqual(paths.map(() => "production"));
});
