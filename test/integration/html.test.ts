import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { html } from "../../src/reporters/html.ts";
import type { Finding } from "../../src/types/finding.ts";
import type { Report } from "../../src/types/report.ts";
import { hostile } from "../reporters/hostile.ts";
import { at, empty, finding, report } from "../reporters/report.ts";
import { browserTools, fromTools, until, withBrowser, type Look, type Opened, type Page } from "./support/browser.ts";
import { fixture, folderWith, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { testWith } from "./support/tool.ts";

/** Filtering 1,000 findings, from the key that is pressed to the page as it then is: milliseconds. */
const quick = 100;

const tools = await browserTools();
const folder = folderWith();

/** A report's page as a file's address. */
function pageOf(name: string, one: Report): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html(one, { rules, color: false, now: 0 }));
  return pathToFileURL(file).href;
}

const steps = ["Make a new key with keylint generate.", "Give it to the application.", "End all sessions."];
const edits = [{ ...at("app.py", 4, 18, 24), text: `os.environ["SECRET_KEY"] # ${"long ".repeat(60)}` }];
const long = `${"services/".repeat(30)}${"x".repeat(200)}/שלום/settings.py`;
const findings: readonly Finding[] = [...report.findings, finding({ id: "c".repeat(32), steps, edits, region: at(long, 1, 1, 9), name: "N".repeat(300), frame: { first: 1, lines: ["y".repeat(160)], mark: { line: 1, column: 150, endColumn: 155 } } })];
const full = pageOf("full", { ...report, findings });
const clean = pageOf("clean", empty);
const unsure = pageOf("unsure", { ...empty, failures: report.failures });
const odd = pageOf("odd", { ...empty, findings: hostile.map((text, index) => finding({ id: String(index).padStart(32, "0"), name: text, rule: text, rules: [text], framework: text, what: text, fix: text, region: at(text, 1, 1, 2) })), failures: hostile.map((path) => ({ path, message: path, fatal: false })) });
const many = pageOf("many", { ...report, findings: Array.from({ length: 1000 }, (_, index) => {
  const one = findings[index % findings.length] ?? finding({});
  return { ...one, steps: Array.from({ length: 6 }, (_, step) => `Set SECRET_KEY ${step} where the application runs, before the code that needs it is deployed: keylint generate flask.`), id: index.toString(16).padStart(12, "0"), region: { ...one.region, path: `services/part${index % 50}/app${index}.py` } };
}) });

/** Names and places of the findings that can be seen. */
const visible = `[...document.querySelectorAll("article")].filter((one) => one.checkVisibility()).map((one) => one.querySelector("h3 .place").textContent)`;
const status = `document.getElementById("shown").textContent`;

/** Looks at a page in a browser of its own; nothing may be said on its console or asked for. */
function seen(title: string, url: string, look: (opened: Opened) => Promise<void>, how: Look = {}): void {
  testWith(tools, title, async (installed) => {
    await withBrowser(installed, async (open) => {
      const opened = await open(url, how);
      await look(opened);
      expect(opened.noise).toEqual([]);
    });
  });
}

describe("filters", () => {
  seen("each control leaves what it says, alone and with others", full, async ({ page }) => {
    const all = findings.length;
    expect(await page.evaluate(status)).toBe(`${all} of ${all} findings`);
    await page.click("input[name=level][value=error]");
    expect(await page.evaluate(status)).toBe(`5 of ${all} findings`);
    await page.click("input[name=level][value=error]");
    await page.selectOption("select[name=rule]", "reused-key");
    expect(await page.evaluate(visible)).toEqual(["config/base.ts:10:46"]);
    await page.selectOption("select[name=rule]", "");
    await page.selectOption("select[name=context]", "docs");
    expect(await page.evaluate(visible)).toEqual(["docs/start.py:2:14"]);
    await page.selectOption("select[name=context]", "");
    await page.selectOption("select[name=framework]", "cookie-parser");
    expect(await page.evaluate(visible)).toEqual(["config/base.ts:10:46"]);
    await page.click("input[name=level][value=error]");
    expect(await page.evaluate(`[document.getElementById("none").hidden, ${status}]`)).toEqual([false, `0 of ${all} findings`]);
    await page.click("#reset");
    expect(await page.evaluate(status)).toBe(`${all} of ${all} findings`);
    expect(await page.evaluate(`document.activeElement.id`)).toBe("query");
  });

  seen("the search finds paths, names, rules and sentences, all words of it, in any case", full, async ({ page }) => {
    const cases: readonly [string, readonly string[]][] = [
      ["SOCKET.ts", ["config/base.ts:10:46"]], ["session_secret default", ["config/base.ts:10:46"]], ["placeholder-key", ["config/dev.py:12:5"]],
      ["shorter than", ["examples/app.py:1:14"]], ["when DEBUG is set", ["config/dev.py:12:5"]], ["half\\u{d83d}", ["src/half\\u{d83d}.py:9:1"]], ["no such words", []],
    ];
    for (const [words, places] of cases) {
      await page.fill("#query", words);
      expect([words, await page.evaluate(visible)]).toEqual([words, places]);
    }
    expect(await page.evaluate(`[...document.querySelectorAll(".group")].some((group) => group.checkVisibility())`)).toBe(false);
    await page.click("#clear");
    expect(await page.evaluate(status)).toBe(`${findings.length} of ${findings.length} findings`);
  });

  seen("are in the address, and come back with it", full, async ({ page }) => {
    await page.selectOption("select[name=framework]", "flask");
    await page.click("input[name=level][value=note]");
    await page.fill("#query", "app.py a&b=c#d%");
    await until(page, `location.hash.includes("q=")`);
    await page.fill("#query", "app.py written");
    await until(page, `location.hash.includes("written")`);
    const [hash, places] = await page.evaluate<[string, string[]]>(`[location.hash, ${visible}]`);
    expect(hash).toBe("#level=error%2Cwarning&framework=flask&q=app.py+written");
    expect(places).toContain("app.py:4:18");
    await page.reload();
    expect(await page.evaluate(`[location.hash, ${visible}, document.getElementById("query").value]`)).toEqual([hash, places, "app.py written"]);
    await page.evaluate(`void (location.hash = "#context=test&rule=no-such-rule")`);
    await until(page, `${status}.startsWith("1 of")`);
    expect(await page.evaluate(visible)).toEqual(["tests/app.py:2:14"]);
  });

  seen("a link to a finding holds the filter, and shows one that the filter hides", `${full}#level=error&at=key-333333333333`, async ({ page }) => {
    expect(await page.evaluate(`document.activeElement.id`)).toBe("key-333333333333");
    expect(await page.evaluate(`location.hash`)).toBe("#key-333333333333");
    await page.click("input[name=level][value=warning]");
    await page.click("#key-333333333333 .self");
    await until(page, `location.hash === "#level=error%2Cnote&at=key-333333333333"`);
    expect(await page.evaluate(`${visible}.includes("config/dev.py:12:5")`)).toBe(false);
  });
});

describe("the keyboard", () => {
  const focus = `(document.activeElement.id || document.activeElement.localName)`;

  seen("/ searches, j and k go from finding to finding, Escape clears", full, async ({ page }) => {
    await page.keyboard.press("/");
    expect(await page.evaluate(`[${focus}, document.getElementById("query").value]`)).toEqual(["query", ""]);
    await page.keyboard.type("jk/");
    expect(await page.evaluate(`[${focus}, document.getElementById("query").value]`)).toEqual(["query", "jk/"]);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(`[${status}, document.getElementById("query").value]`)).toEqual([`${findings.length} of ${findings.length} findings`, ""]);
    await page.evaluate(`document.activeElement.blur()`);
    const gone: unknown[] = [];
    for (const key of ["j", "j", "j", "k"]) {
      await page.keyboard.press(key);
      gone.push(await page.evaluate(`[document.activeElement.querySelector("h3 .place").textContent, document.activeElement.getBoundingClientRect().top >= document.getElementById("filter").getBoundingClientRect().bottom]`));
    }
    expect(gone).toEqual([["app.py:4:18", true], ["config/base.ts:10:46", true], ["a:b.py:1:1", true], ["config/base.ts:10:46", true]]);
  });

  seen("its keys can be switched off, and that is in the address", full, async ({ page }) => {
    await page.click(".keys summary");
    await page.click("#keys");
    expect(await page.evaluate(`location.hash`)).toBe("#keys=off");
    await page.keyboard.press("j");
    expect(await page.evaluate(focus)).toBe("keys");
    await page.keyboard.press("Escape");
    expect(await page.evaluate(`document.querySelector(".keys").open`)).toBe(false);
  });

  seen("Tab begins with the way to the findings, reaches every control, and the focus is seen", full, async ({ page }) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(`[document.activeElement.className, getComputedStyle(document.activeElement).outlineStyle, document.activeElement.getBoundingClientRect().top >= 0]`)).toEqual(["skip", "solid", true]);
    const reached = new Set<string>();
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press("Tab");
      const [what, outline] = await page.evaluate<[string, string]>(`[document.activeElement.id || document.activeElement.name || document.activeElement.className || document.activeElement.localName, getComputedStyle(document.activeElement).outlineStyle]`);
      expect([what, outline]).toEqual([what, expect.not.stringMatching("none")]);
      reached.add(what);
    }
    expect([...reached]).toEqual(expect.arrayContaining(["theme", "query", "level", "rule", "context", "framework", "summary", "self", "pre", "a"]));
  });
});

describe("themes", () => {
  const colours = `[getComputedStyle(document.documentElement).backgroundColor, document.getElementById("theme").getAttribute("aria-pressed")]`;

  for (const colorScheme of ["light", "dark"] as const) {
    seen(`${colorScheme} is the system's, until the other is chosen`, full, async ({ page }) => {
      const wanted = [["rgb(245, 246, 248)", "false"], ["rgb(16, 20, 25)", "true"]];
      const [own, other] = colorScheme === "light" ? wanted : wanted.toReversed();
      expect(await page.evaluate(colours)).toEqual(own);
      await page.click("#theme");
      expect(await page.evaluate(colours)).toEqual(other);
      await page.emulateMedia({ colorScheme: colorScheme === "light" ? "dark" : "light" });
      expect(await page.evaluate(colours)).toEqual(other);
      // What was chosen is kept nowhere.
      await page.reload();
      expect(await page.evaluate(colours)).toEqual(other);
      await page.emulateMedia({ colorScheme });
      await until(page, `${colours}.join() === "${own?.join()}"`);
    }, { colorScheme });
  }
});

describe("axe finds nothing", () => {
  interface Found { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[] }[]; readonly passes: readonly object[] }

  /** What axe has against a page. What is out of sight is laid out too, so that its contrast is seen. */
  async function violations(page: Page, installed: string): Promise<readonly string[]> {
    await page.evaluate(`void document.querySelectorAll("article").forEach((one) => { one.style.contentVisibility = "visible"; })`);
    await page.evaluate(readFileSync(fromTools(installed).resolve("axe-core/axe.min.js"), "utf8"));
    const found = await page.evaluate<Found>(`axe.run(document, { resultTypes: ["violations", "passes"] })`);
    expect(found.passes.length).toBeGreaterThan(20);
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html: where, failureSummary }) => `${id}: ${where.slice(0, 200)} ${failureSummary}`));
  }

  const states: readonly [title: string, url: string, look: Look, act?: (page: Page) => Promise<void>][] = [
    ["light", full, { colorScheme: "light" }],
    ["dark", full, { colorScheme: "dark" }],
    ["filtered", `${full}#level=error,note&q=app`, { colorScheme: "light" }],
    ["when nothing matches", `${full}#q=no+such+words`, { colorScheme: "dark" }],
    ["360 pixels wide", full, { colorScheme: "light", viewport: { width: 360, height: 740 } }],
    ["360 pixels wide, dark", full, { colorScheme: "dark", viewport: { width: 360, height: 740 } }],
    ["all opened", full, { colorScheme: "light" }, (page) => page.evaluate(`void document.querySelectorAll("details").forEach((one) => { one.open = true; })`)],
    ["without a script", full, { colorScheme: "light", javaScriptEnabled: true }, (page) => page.evaluate(`void document.querySelectorAll("#filter, #theme").forEach((one) => { one.hidden = true; })`)],
    ["nothing found", clean, { colorScheme: "light" }],
    ["nothing found, dark", clean, { colorScheme: "dark" }],
    ["nothing found, and not all checked", unsure, { colorScheme: "light" }],
    ["hostile names", odd, { colorScheme: "light" }],
  ];
  for (const [title, url, look, act] of states) {
    testWith(tools, title, async (installed) => {
      await withBrowser(installed, async (open) => {
        const { page } = await open(url, look);
        await act?.(page);
        expect(await violations(page, installed)).toEqual([]);
      });
    });
  }

  testWith(tools, "and finds what is broken, so it did run", async (installed) => {
    await withBrowser(installed, async (open) => {
      const { page } = await open(full);
      await page.evaluate(`document.querySelector("#query").closest("label").replaceWith(document.querySelector("#query"))`);
      await page.evaluate(`void (document.querySelector("#query").placeholder = "")`);
      expect((await violations(page, installed)).join()).toContain("label:");
    });
  });
});

describe("where it is read", () => {
  for (const width of [320, 360, 768, 1200]) {
    seen(`nothing is wider than ${width} pixels, but what scrolls in its own box`, full, async ({ page }) => {
      expect(await page.evaluate(`document.documentElement.scrollWidth - innerWidth`)).toBeLessThanOrEqual(0);
    }, { viewport: { width, height: 700 } });
  }

  seen("without a script all findings are there, and no control", full, async ({ page }) => {
    expect(await page.evaluate(`${visible}.length`)).toBe(findings.length);
    expect(await page.evaluate(`[...document.querySelectorAll("#filter, #theme, #none")].filter((one) => one.checkVisibility()).length`)).toBe(0);
  }, { javaScriptEnabled: false });

  seen("on paper it is light, all is open, no finding is cut and links are shown", full, async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate(`getComputedStyle(document.documentElement).color`)).toBe("rgb(27, 32, 39)");
    expect(await page.evaluate(`[...document.querySelectorAll("#filter, #theme, .skip, .self, summary")].filter((one) => one.checkVisibility()).length`)).toBe(0);
    expect(await page.evaluate(`[...document.querySelectorAll("article")].every((one) => getComputedStyle(one).breakInside === "avoid" && getComputedStyle(one).contentVisibility === "visible")`)).toBe(true);
    expect(await page.evaluate(`[...document.querySelectorAll("#silenced td")].every((one) => one.getBoundingClientRect().height > 0)`)).toBe(true);
    expect(await page.evaluate(`getComputedStyle(document.querySelector(".meta a"), "::after").content`)).toContain("https://github.com/keylint/keylint/blob/main/rules/");
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });

  seen("with the system's own colours what is marked is still marked", full, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    const [mark, code] = await page.evaluate<[string, string]>(`["mark", "pre"].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor)`);
    expect(mark).not.toBe(code);
  });

  seen("hostile names stay text", odd, async ({ page }) => {
    expect(await page.evaluate(`${visible}.length`)).toBe(hostile.length);
    expect(await page.evaluate(`document.querySelectorAll("main script, main img, main a:not([href^='#']):not([href^='https://github.com/keylint/keylint/'])").length`)).toBe(0);
  });
});

testWith(tools, "the policy stops what is put into the page", async (installed) => {
  const text = readFileSync(new URL(full), "utf8").replace("</main>", '<script>document.title = "run"</script><img src="https://evil.example/x.png" onerror="document.title = 1"><style>h1 { color: red }</style></main>');
  writeFileSync(join(folder, "broken.html"), text);
  await withBrowser(installed, async (open) => {
    const { page, noise } = await open(pathToFileURL(join(folder, "broken.html")).href);
    expect(await page.evaluate(`[document.title.slice(0, 8), getComputedStyle(document.querySelector("h1")).color]`)).toEqual(["keylint:", "rgb(27, 32, 39)"]);
    expect(noise.filter((line) => line.includes("Content Security Policy")).length).toBeGreaterThan(2);
    expect(noise.filter((line) => line.startsWith("asked for"))).toEqual([]);
  });
});

testWith(tools, `1,000 findings are filtered in less than ${quick} ms`, async (installed) => {
  await withBrowser(installed, async (open, browser) => {
    const { page, noise } = await open(many);
    const times = await page.evaluate<number[]>(`(() => {
      const query = document.getElementById("query");
      return ["a", "app1", "app12", "", "settings", "SESSION_SECRET", "no such words", ""].map((words) => {
        const start = performance.now();
        query.value = words;
        query.dispatchEvent(new Event("input", { bubbles: true }));
        document.body.offsetHeight;
        return performance.now() - start;
      });
    })()`);
    process.stdout.write(`filtering 1,000 findings in Chromium ${browser.version()}: ${times.map((time) => time.toFixed(0)).join(", ")} ms; the page has ${(readFileSync(new URL(many)).length / 1e6).toFixed(2)} MB\n`);
    // Machines that run tests are noisy, so the two worst of eight do not count.
    expect(times.toSorted((a, b) => a - b).at(-3)).toBeLessThan(quick);
    expect(await page.evaluate(status)).toBe("1000 of 1000 findings");
    expect(noise).toEqual([]);
  });
});

seen("a link into the middle of 1,000 findings ends there, and so do the keys", `${many}#q=py&at=key-0000000001f4`, async ({ page }) => {
  const place = `(() => { const top = document.activeElement.getBoundingClientRect().top - document.getElementById("filter").getBoundingClientRect().bottom; return [document.activeElement.id, top >= 0 && top < 40]; })()`;
  await until(page, `${place}[1]`);
  expect(await page.evaluate(place)).toEqual(["key-0000000001f4", true]);
  await page.keyboard.press("j");
  await until(page, `${place}[1]`);
  expect(await page.evaluate(`document.activeElement.id !== "key-0000000001f4" && document.activeElement.previousElementSibling.id === "key-0000000001f4"`)).toBe(true);
});

testWith(tools, "a parser of HTML has nothing against any of these pages", (installed) => {
  const { parse } = fromTools(installed)("parse5") as { parse(text: string, options: object): unknown };
  for (const url of [full, clean, unsure, odd, many]) {
    const mistakes: string[] = [];
    parse(readFileSync(new URL(url), "utf8"), { onParseError: ({ code, startLine }: { code: string; startLine: number }) => void mistakes.push(`${code} in line ${startLine}`) });
    expect(mistakes).toEqual([]);
  }
});

test("the installed program writes the page, and no key is in it", async () => {
  const keylint = await installKeylint();
  const keys = ["my_very_secret_key", "you-will-never-guess", "default_fallback_key", "another short one", "0c09665d0003efcc0d92ae4e65b5a564fe9ac0af5f1a11249f364697271d8104", "aab56c0466525ff51905bafe0046b447e579369115a7af81add1225c4aeca2ff"];
  const project = await track(fixture("article"));
  const file = join(folder, "article.html");
  const { status: ended, stderr } = await keylint.run(["--context", "all", "--format", "html", "--output", file], { cwd: project });
  expect({ ended, stderr }).toEqual({ ended: 1, stderr: "" });
  const text = readFileSync(file, "utf8");
  expect(text.match(/<article /g)?.length).toBeGreaterThan(15);
  expect(keys.filter((key) => text.includes(key))).toEqual([]);
  expect(keys.filter((key) => !JSON.stringify(["fallback/app.py", "fallback/either.py", "literal/app.py", "configured/config.py", "configured/mapping.py", "configured/pyfile/settings.cfg"].map((path) => readFileSync(join(project, path), "utf8"))).includes(key))).toEqual([]);
});
