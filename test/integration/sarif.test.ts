import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Log } from "sarif";
import { fixture, folderWith, project, track } from "./support/folder.ts";
import { installKeylint } from "./support/keylint.ts";
import { cut, readSarif, sarifValidator, schemaOf, validated } from "./support/sarif.ts";
import { testWith } from "./support/tool.ts";

const flask = (line: string): string => `from flask import Flask\nimport secrets\n\napp = Flask(__name__)\n${line}\n`;

/** File name, text, and the token that the finding's region covers: as it is written, prefix and quotes included. */
const odd: readonly (readonly [path: string, text: string, token: string])[] = [
  ["with space/app.py", flask('app.secret_key = "keyboard " "cat"'), '"keyboard "'],
  ["[id].ts", 'import session from "express-session";\n\nexport default session({ secret: `keyboard cat` });\n', "`keyboard cat`"],
  ["ä/schlüssel.py", flask('greeting = "😀 ä"; app.secret_key = b"keyboard cat"'), 'b"keyboard cat"'],
  ["😀.js", '/* 😀 */ require("express-session")({ secret: \'keyboard cat\' });\n', "'keyboard cat'"],
  ["a#b.py", flask('app.secret_key = r"""keyboard cat"""'), 'r"""keyboard cat"""'],
  ["100%.py", flask('app.secret_key = ("keyboard cat")'), '"keyboard cat"'],
  ["50%25.py", flask('\tapp.secret_key = "keyboard cat"').replace("\t", "if app:\n\t"), '"keyboard cat"'],
  ["a:b.py", flask("app.secret_key = secrets.token_hex(4)"), "secrets.token_hex(4)"],
  ["q?x=1&y.py", `\uFEFF${flask('app.secret_key = "keyboard cat"').replaceAll("\n", "\r\n")}`, '"keyboard cat"'],
  ["deploy/.env", "SECRET_KEY=   keyboard cat   \n", "keyboard cat"],
  ["deploy/.env.production", 'export SECRET_KEY = "keyboard cat" # for now\n', '"keyboard cat"'],
  ["broken +.py", `${flask('app.secret_key = "keyboard cat"')}def (:\n`, '"keyboard cat"'],
];

/** What the regions of two fixtures must cover. */
const tokens = {
  article: [
    ["configured/config.py", '"dev"'],
    ["configured/config.py", '"0c09665d0003efcc0d92ae4e65b5a564fe9ac0af5f1a11249f364697271d8104"'],
    ["configured/config.py", '"development key"'],
    ["configured/mapping.py", '"dev"'],
    ["configured/mapping.py", '"another short one"'],
    ["configured/pyfile/settings.cfg", '"aab56c0466525ff51905bafe0046b447e579369115a7af81add1225c4aeca2ff"'],
    ["fallback/app.py", "'default_fallback_key'"],
    ["fallback/either.py", '"you-will-never-guess"'],
    ["forgotten/app.py", "from flask_debugtoolbar import DebugToolbarExtension"],
    ["literal/app.py", '"my_very_secret_key"'],
    ["literal/documented.py", "b'_5#y2L\"F4Q8z\\n\\xec]/'"],
    ["literal/random_text.py", '"a4f831afab9a4ce14313ae65ad3f21aa01caea5eed4a4fec20ed8aace0ed1575"'],
    ["random/each_start.py", "os.urandom(24)"],
    ["random/short.py", "os.urandom(12)"],
    ["random/weak.py", '"".join(random.choice(string.ascii_letters) for _ in range(24))'],
    ["users/tokens.py", '"super-secret"'],
    ["users/toolbar.py", '"<replace with a secret key>"'],
    ["users/toolbar.py", '"a csrf secret key"'],
  ],
  django: [
    [".env", "67290869f96e60f238df0427f4c7ac289bd7a59f6fa08de73ae7b0507769e8de"],
    ["accounts/links.py", '"invitations"'],
    ["shop/settings/base.py", '"b409de688049e542cefee97a42150d66a7793c9a638b7fb62c12effa09642d80"'],
    ["shop/settings/dev.py", '"django-insecure-only-on-my-own-machine-while-i-write-the-shop"'],
    ["shop/settings/prod.py", '"b213513610feec84a8e5ac838b233b0e36d293ef0c2050b2f807a5416bbd1a34"'],
  ],
};

const keylint = await installKeylint();
const tool = await sarifValidator();
const names = readdirSync(join(project, "fixtures"));
const fixtures = Object.fromEntries(names.map((name) => [name, fixture(name)]));
const projects: Readonly<{ [name: string]: string }> = { ...fixtures, odd: folderWith(Object.fromEntries(odd)), empty: folderWith() };
const out = folderWith();

/** Lints a project as a repository of its own. Gives the SARIF file. */
async function sarifOf(name: string): Promise<string> {
  const file = join(out, `${name}.sarif`);
  const { stderr, status } = await keylint.run(["--context", "all", "--format", "sarif", "--sarif-category", "fixtures", "--output", file], { cwd: await track(projects[name] ?? "") });
  if (stderr !== "" || status > 1) throw new Error(`keylint ended with ${status} in ${name}: ${stderr}`);
  return file;
}

/** Several repositories with the same file, a folder beside them, and a path that is missing: as one run, and merged of two and of three. */
const several = folderWith({ "one/src/app.py": flask('app.secret_key = "keyboard cat"'), "[two] ä/src/app.py": flask('app.secret_key = "keyboard cat"'), "plain/app.py": `${flask('app.secret_key = "keyboard cat"')}def (:\n` });
for (const name of ["one", "[two] ä"]) await track(join(several, name));

async function sarifOfSeveral(): Promise<readonly (readonly [string, string])[]> {
  const lint = async (name: string, ...argv: readonly string[]): Promise<string> => {
    const file = join(out, `${name}.sarif`);
    const { stderr, status } = await keylint.run([...argv, "--format", "sarif", "--output", file], { cwd: several });
    if (stderr !== "" || status !== (name === "alone" ? 1 : 2)) throw new Error(`keylint ended with ${status} in ${name}: ${stderr}`);
    return file;
  };
  const names = ["one", "[two] ä", "plain", "gone"];
  const whole = await lint("several", ...names);
  const shares = [await lint("share", ...names), await lint("alone", "one")];
  return [["several", whole], ["merged", await lint("merged", "merge", ...shares)]];
}

const written = [...(await Promise.all(Object.keys(projects).map(async (name) => [name, await sarifOf(name)] as const))), ...(await sarifOfSeveral())];
const logs = new Map(written.map(([name, file]) => [name, readSarif(file)]));
const files = written.map(([, file]) => file);

function tokensIn(name: string): readonly (readonly [string, string])[] {
  return (logs.get(name)?.runs[0]?.results ?? []).map(({ locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    const uri = artifactLocation?.uri ?? "";
    return [uri.split("/").map(decodeURIComponent).join("/"), cut(projects[name] ?? "", uri, region ?? {})] as const;
  });
}

describe("the region of a finding is its source token", () => {
  test.each(Object.entries(tokens))("in fixtures/%s", (name, expected) => {
    expect(tokensIn(name)).toEqual(expected);
  });

  test("in files with odd names, written in odd ways", () => {
    expect(tokensIn("odd")).toEqual(odd.map(([path, , token]) => [path, token]).toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
  });

  test("in each fixture: quoted, a call, an import of what needs a key, or where no quotes are needed the bare value", () => {
    const token = /^[a-zA-Z]{0,2}(["'`]).*\1$|^[\w.]+\(.*\)$|^(["']).*\2\.join\(.*\)$|^(from|import) [\w., ]+$/;
    // Bare keys of the fixtures: a word or two, a digest, a digest in base64.
    const bare = /^(zebra( crossing)?|[0-9a-f]{64}|[A-Za-z0-9+/]{86}==)$/;
    const strays = names.flatMap((name) => tokensIn(name).filter(([path, text]) => (/\.env/.test(path) ? text === "" || text !== text.trim() : !token.test(text) && !(/(\.(ya?ml|sh|md|ini)|Dockerfile)$/.test(path) && bare.test(text)))).map(([path]) => `${name}/${path}`));
    expect(strays).toEqual([]);
  });
});

describe("each URI names a file of the repository, in results, steps and notifications", () => {
  test.each(Object.keys(projects))("%s", (name) => {
    const uris = [...JSON.stringify(logs.get(name)).matchAll(/"uri":"([^"]*)"/g)].map(([, uri = ""]) => uri);
    for (const uri of uris) expect(() => cut(projects[name] ?? "", uri, { startLine: 1, endLine: 1 })).not.toThrow();
    expect(uris.filter((uri) => !/^[\w\-.~%!'()*/]*$/.test(uri))).toEqual([]);
  });

  test("a file that is not understood is a notification of a run that went well", () => {
    const [invocation] = logs.get("odd")?.runs[0]?.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", locations: [{ physicalLocation: { artifactLocation: { uri: "broken%20%2B.py" } } }] }] });
  });
});

describe("several repositories", () => {
  test("each URI leads from where keylint ran to the file, and each result is told from the others", () => {
    const results = logs.get("several")?.runs[0]?.results ?? [];
    expect(results.map(({ locations }) => cut(several, locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "", locations?.[0]?.physicalLocation?.region ?? {}))).toEqual(['"keyboard cat"', '"keyboard cat"', '"keyboard cat"']);
    expect(results.map(({ properties }) => properties?.["repository"] as unknown)).toEqual(["[two] ä", "one", "plain"]);
    expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"])).size).toBe(3);
    expect(logs.get("merged")?.runs[0]?.results).toHaveLength(4);
  });
});

describe("validators", () => {
  testWith(tool, "Microsoft's validator finds no error and no warning, by the rules of SARIF and of GitHub", async (folder) => {
    expect(await validated(folder, files, join(out, "report.json"))).toEqual([]);
  });

  testWith(tool, "Microsoft's validator finds what is broken, so it did run", async (folder) => {
    const broken = broke(({ runs: [run] }) => {
      delete run?.tool.driver.rules?.[0]?.shortDescription;
      delete run?.tool.driver.informationUri;
      delete run?.results?.[0]?.locations;
    });
    const found = await validated(folder, [broken], join(out, "broken-report.json"));
    expect(found.map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual(expect.arrayContaining(["broken.sarif: GH2012 error", "broken.sarif: GH1015 error", "broken.sarif: SARIF2005 warning"]));
  });

  testWith(tool, "the JSON schema of SARIF 2.1.0 holds", (folder) => {
    const holds = schemaOf(folder);
    expect(written.filter(([name]) => !holds(logs.get(name))).map(([name]) => `${name}: ${JSON.stringify(holds.errors)}`)).toEqual([]);
  });

  testWith(tool, "the JSON schema refuses what is broken", (folder) => {
    const broken = broke(({ runs: [run] }) => Object.assign(run?.results?.[0] ?? {}, { level: "grave" }));
    expect(schemaOf(folder)(readSarif(broken))).toBe(false);
  });
});

/** The article's SARIF with something broken in it, as a file. */
function broke(change: (log: Log) => void): string {
  const log = structuredClone(logs.get("article")) as Log;
  change(log);
  const file = join(out, "broken.sarif");
  writeFileSync(file, JSON.stringify(log));
  return file;
}
