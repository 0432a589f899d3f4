import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";

const root = new URL("../..", import.meta.url).pathname;
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "rules/README.md", "rules/FRAMEWORKS.md", ...readdirSync(join(root, "rules")).filter((name) => name.endsWith(".md") && name !== "README.md" && name !== "FRAMEWORKS.md").map((name) => `rules/${name}`)];

describe.each(pages)("%s", (page) => {
  const text = readFileSync(join(root, page), "utf8");

  test("names only files that there are", () => {
    // A name with a part to fill in (`rules/<id>.md`, `rules/*.ts`) is a pattern, not a file.
    const named = [...text.matchAll(/`((?:src|rules|test|fixtures|\.ci)\/[^`\s]*)`/g)].map(([, path]) => path ?? "").filter((path) => !/[<>*{}]/.test(path));
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test("links only to pages and places that there are", () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? "").filter((target) => !/^https?:/.test(target));
    const broken = links.filter((target) => {
      const [path = "", place] = target.split("#");
      const file = path === "" ? join(root, page) : join(root, dirname(page), path);
      return !existsSync(file) || (place !== undefined && !anchorsOf(readFileSync(file, "utf8")).has(place));
    });
    expect(broken).toEqual([]);
  });
});

/** The places that a link can go to: named ones, and headings as GitHub names them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? "");
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title]) => (title ?? "").toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replaceAll(" ", "-"));
  return new Set([...named, ...headings]);
}

test("the map in CONTRIBUTING.md has every folder, and every file beside them", () => {
  const map = /^```text\n(rules\/.*?)^```/ms.exec(readFileSync(join(root, "CONTRIBUTING.md"), "utf8"))?.[1] ?? "";
  const words = new Set(map.split(/\s+/).map((word) => word.replace(/[,;:]$/, "")));
  const entries = (folder: string): readonly string[] => readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  const mirrored = new Set(entries("src").flatMap((name) => [name, name.replace(/\.ts$/, ".test.ts")]));
  const wanted = [...entries("src"), ...entries("rules").filter((name) => name.endsWith("/")), ...entries("test").filter((name) => !mirrored.has(name))];
  expect(wanted.filter((name) => !words.has(name))).toEqual([]);
});

test("the frameworks page has a place for each framework", () => {
  const anchors = anchorsOf(readFileSync(join(root, "rules/FRAMEWORKS.md"), "utf8"));
  expect(frameworks.filter(({ id }) => !anchors.has(id)).map(({ id }) => id)).toEqual([]);
});
