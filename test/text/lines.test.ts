import { describe, expect, test } from "vitest";
import { Lines } from "../../src/text/lines.ts";

describe("lines end with LF, CRLF and CR alike", () => {
  test.each([
    ["LF", "one\ntwo\n\nfour", ["one", "two", "", "four"]],
    ["CRLF", "one\r\ntwo\r\n\r\nfour", ["one", "two", "", "four"]],
    ["CR", "one\rtwo\r\rfour", ["one", "two", "", "four"]],
    ["mixed", "one\r\ntwo\n\rfour", ["one", "two", "", "four"]],
    ["an ending at the end", "one\n", ["one", ""]],
    ["nothing", "", [""]],
  ])("%s", (_what, text, expected) => {
    const lines = new Lines(text);
    expect(expected.map((_, index) => lines.line(index + 1))).toEqual(expected);
    expect(lines.line(expected.length + 1)).toBeUndefined();
    expect(lines.line(0)).toBeUndefined();
  });
});

test("every offset has its line and column", () => {
  const text = "a\r\nbc\n\u{1f511}d\re";
  const lines = new Lines(text);
  const at = (part: string): unknown => lines.position(text.indexOf(part));
  expect(at("a")).toEqual({ line: 1, column: 1 });
  expect(at("c")).toEqual({ line: 2, column: 2 });
  expect(at("d"), "columns count UTF-16 units").toEqual({ line: 3, column: 3 });
  expect(at("e")).toEqual({ line: 4, column: 1 });
  expect(lines.position(text.length)).toEqual({ line: 4, column: 2 });
});

test("a line's start is where its position says", () => {
  const lines = new Lines("a\nbb\r\nccc\rd");
  for (const line of [1, 2, 3, 4]) expect(lines.position(lines.lineStart(line))).toEqual({ line, column: 1 });
  expect(lines.lineStart(9), "past the end").toBe(11);
});
