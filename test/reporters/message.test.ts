import { expect, test } from "vitest";
import { mendOf, messageOf, uncheckedOf } from "../../src/reporters/message.ts";
import { finding } from "./report.ts";

test("a finding is told in one line: what is wrong, why it matters, what to do", () => {
  expect(messageOf(finding({ what: "It is empty.", why: "Anybody knows it.", fix: "Set it." }))).toBe("It is empty. Anybody knows it. Set it.");
});

test("a change of the file is told by the variable that it reads, or else as the way out", () => {
  expect(mendOf(finding({ variable: "SHOP_KEY", fix: "Read it." }))).toMatch(/^Read SHOP_KEY from the environment\b.*\.$/);
  expect(mendOf(finding({ fix: "Read it." }))).toBe("Read it.");
});

test("a file that was not checked is told as a sentence", () => {
  expect(uncheckedOf({ path: "app.py", message: "it looks binary", fatal: false })).toMatch(/^[A-Z].*: it looks binary\.$/);
});
