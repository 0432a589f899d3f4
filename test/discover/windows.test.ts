import { describe, expect, test, vi } from "vitest";
import { pathIn } from "../../src/discover/index.ts";
import { innerOf } from "../../src/text/inside.ts";

// Node has the ways of Windows on every system: https://nodejs.org/docs/latest-v20.x/api/path.html#windows-vs-posix
vi.mock("node:path", async (original) => (await original<{ readonly win32: object }>()).win32);

describe("paths of Windows", () => {
  test.each([
    ["C:\\Shops\\one", "C:\\Shops\\one\\app\\settings.py", "app/settings.py"],
    ["C:\\Shops\\one", "c:\\shops\\one\\app\\settings.py", "app/settings.py"],
    ["C:\\Shops\\one", "C:/Shops/one/app/settings.py", "app/settings.py"],
    ["C:\\Shops\\one", "C:\\Shops\\one", ""],
    ["C:\\", "C:\\work\\app.py", "work/app.py"],
    ["\\\\server\\share\\shop", "\\\\server\\share\\shop\\app.py", "app.py"],
    ["C:\\Shops\\one", "C:\\Shops\\one\\..app\\settings.py", "..app/settings.py"],
  ])("in %s, %s is %s", (root, path, inner) => {
    expect(pathIn(root, path)).toBe(inner);
  });

  test.each([
    ["C:\\Shops\\one", "C:\\work\\other\\app.py"],
    ["C:\\Shops\\one", "C:\\Shops\\one2\\app.py"],
    ["C:\\Shops\\one", "C:\\work"],
    ["C:\\Shops\\one", "D:\\work\\shop\\app.py"],
    ["C:\\Shops\\one", "\\\\server\\share\\shop\\app.py"],
    ["C:\\Shops\\one", "\\\\?\\C:\\work\\other\\app.py"],
  ])("%s does not hold %s", (root, path) => {
    expect(innerOf(root, path)).toBe(undefined);
    expect(pathIn(root, path)).toBe(undefined);
  });
});
