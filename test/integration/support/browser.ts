import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fromNpm, type Tool } from "./tool.ts";

/** What the tests use of Playwright's page: https://playwright.dev/docs/api/class-page. Expressions are text, because no types of a browser are here. */
export interface Page {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  evaluate<T>(expression: string): Promise<T>;
  click(selector: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  emulateMedia(options: { readonly media?: "print" | "screen"; readonly colorScheme?: "light" | "dark"; readonly forcedColors?: "active" | "none" }): Promise<void>;
  pdf(): Promise<Buffer>;
  on(event: "console", listener: (message: { text(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

interface Context {
  newPage(): Promise<Page>;
  route(url: string, handler: (route: { request(): { url(): string }; continue(): Promise<void>; abort(): Promise<void> }) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

interface Browser {
  newContext(options: Look): Promise<Context>;
  version(): string;
  close(): Promise<void>;
}

/** How a page is looked at. */
export interface Look {
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled?: boolean;
}

/** A page that is open, and all that it said and asked for but its own file. */
export interface Opened {
  readonly page: Page;
  readonly noise: readonly string[];
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** A browser of this machine: what `CHROME_PATH` names, or one of the usual names. */
function browserHere(): string | undefined {
  const named = process.env["CHROME_PATH"];
  const found = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...(named ? [named] : []), ...found, ...places].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Playwright, axe and a parser of HTML, and whether there is a browser for them. None is downloaded. */
export async function browserTools(): Promise<Tool> {
  if (browserHere() === undefined) return { missing: "there is no Chromium here, and CHROME_PATH names none" };
  return await fromNpm("playwright-core@1.65.1", "axe-core@4.14.1", "parse5@8.1.1");
}

/** A module of the tools' folder. */
export function fromTools(folder: string): NodeJS.Require {
  return createRequire(join(folder, "package.json"));
}

/** Starts the browser, gives it to the work and ends it. It has a profile of its own, and asks for nothing by itself. */
export async function withBrowser<T>(folder: string, work: (open: (file: string, look?: Look) => Promise<Opened>, browser: Browser) => Promise<T>): Promise<T> {
  const { chromium } = fromTools(folder)("playwright-core") as { chromium: { launch(options: object): Promise<Browser> } };
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  const browser = await chromium.launch({ executablePath: browserHere(), headless: true, args });
  try {
    return await work((file, look) => opened(browser, file, look), browser);
  } finally {
    await browser.close();
  }
}

/** Waits until an expression holds in the page. Playwright's own way evaluates text there, which a strict policy forbids. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await page.evaluate<boolean>(expression)) return;
    await setTimeout(50);
  }
  throw new Error(`it did not come to be: ${expression}`);
}

async function opened(browser: Browser, url: string, look: Look = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...look });
  const noise: string[] = [];
  const own = url.replace(/#.*/, "");
  await context.route("**/*", async (route) => {
    const asked = route.request().url();
    if (asked.replace(/#.*/, "") === own) return await route.continue();
    noise.push(`asked for ${asked}`);
    return await route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => void noise.push(message.text()));
  page.on("pageerror", (error) => void noise.push(error.message));
  await page.goto(url);
  return { page, noise };
}
