import { describe, expect, test } from "vitest";
import { shown } from "../support/shown.ts";

const fence = (text: string, language = ""): string => `# Set up\n\n\`\`\`${language}\n${text}\n\`\`\`\n`;

describe("a document's key that a reader would copy is a finding of documentation", () => {
  test.each([
    ["a phrase", fence("SECRET_KEY=blue zebra river"), "README.md:4 blue zebra river low-entropy-key SECRET_KEY in docs"],
    ["a stand-in that only says what a key is like", fence("heroku config:set SECRET_KEY=SuperRandomLongString"), "README.md:4 SuperRandomLongString placeholder-key SECRET_KEY in docs"],
    ["one in a command", fence("export JWT_SECRET='something-really-secret'", "bash"), "README.md:4 'something-really-secret' placeholder-key JWT_SECRET in docs"],
  ])("%s", (_, text, finding) => {
    expect(shown({ "README.md": text })).toEqual([finding]);
  });
});

describe("what a document tells its readers to put in is no key", () => {
  test.each([
    ["a value of one's own", fence("SECRET_KEY=your-secret-key")],
    ["one that is like something, and one's own", fence("SECRET_KEY=your-random-secret-string")],
    ["something to be changed", fence("SECRET_KEY=changeme")],
    ["what a step before has made", fence("SECRET_KEY=HERE_SECRET_KEY_FROM_STEP_1")],
    ["what a key is like, in brackets", fence("SECRET_KEY=<minimum 32 character random string>")],
    ["a name in brackets", fence("SECRET_KEY=<secret key>")],
    ["dots", fence("SECRET_KEY=...")],
    ["a command", fence("SECRET_KEY=$(openssl rand -hex 32)", "bash")],
  ])("%s", (_, text) => {
    expect(shown({ "README.md": text })).toEqual([]);
  });
});

test("in a sample that nothing loads, a stand-in of either kind is silent", () => {
  expect(shown({ ".env.example": "SECRET_KEY=some-random-string\nJWT_SECRET=changeme\n" })).toEqual([]);
});
