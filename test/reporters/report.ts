import type { Finding, Region } from "../../src/types/finding.ts";
import type { Stamp } from "../../src/types/past.ts";
import type { Report } from "../../src/types/report.ts";

/** A region on one line. */
export function at(path: string, line: number, column: number, endColumn: number): Region {
  return { path, line, column, endLine: line, endColumn };
}

const plain: Finding = {
  id: "0123456789abcdef0123456789abcdef",
  rule: "hardcoded-key",
  rules: ["hardcoded-key"],
  level: "error",
  lowered: false,
  context: "production",
  region: at("app.py", 4, 18, 24),
  framework: "flask",
  slot: "flask/secret-key",
  name: "SECRET_KEY",
  evidence: "api",
  what: "SECRET_KEY is written in the repository.",
  why: "Whoever has the key writes session cookies for any user.",
  fix: "Read it with os.environ[\"SECRET_KEY\"].",
  steps: [],
  trail: [],
  uses: [{ ...at("app.py", 4, 1, 24), framework: "flask", slot: "flask/secret-key" }],
};

/** A finding like any other, but for what is given. */
export function finding(more: Partial<Finding>): Finding {
  return { ...plain, ...more };
}

const added: Stamp = { commit: "0123456789abcdef0123456789abcdef01234567", date: "2024-02-29" };
const removed: Stamp = { commit: "fedcba9876543210fedcba9876543210fedcba98", date: "2025-01-31" };

/** One finding for each path that is hard to print or to encode. */
export const oddPaths: readonly string[] = [
  "a:b.py",
  "::add-mask::x.py",
  "docs/with space/[id].ts",
  "docs/50%#1?.ts",
  "docs/a,b;c.ts",
  "src/schlüssel/日本/🔑.ts",
  "src/line\nbreak\r\n::error::x.py",
  "src/red\u001b[31m\u009b2K\u202egnp.py",
  "src/half\ud83d.py",
];

const findings: readonly Finding[] = [
  finding({
    frame: { first: 3, lines: ["app = Flask(__name__)", 'app.secret_key = "***"', ""], mark: { line: 4, column: 18, endColumn: 23 } },
    edits: [{ ...at("app.py", 1, 1, 1), text: "import os\n" }, { ...at("app.py", 4, 18, 24), text: 'os.environ["SECRET_KEY"]' }],
    variable: "SECRET_KEY",
  }),
  finding({
    id: "1".repeat(32), rule: "default-fallback-key", rules: ["default-fallback-key", "low-entropy-key", "short-key", "reused-key"],
    region: at("config/base.ts", 10, 46, 51), framework: "express-session", slot: "express-session/secret", name: "SESSION_SECRET",
    what: "SESSION_SECRET has a default in the code that everybody can read. The same key is JWT_SECRET in services/[b]/.env.", why: "Whoever has the key signs in as anybody.",
    fix: "Throw when SESSION_SECRET is missing.",
    trail: [
      { ...at("config/base.ts", 10, 46, 51), note: "default of SESSION_SECRET" },
      { ...at("config/index.ts", 3, 10, 16), note: "exported as config" },
      { ...at("src/[app]/server.ts", 22, 5, 26), note: "used as a key" },
    ],
    uses: [
      { ...at("src/[app]/server.ts", 22, 5, 26), framework: "express-session", slot: "express-session/secret" },
      { ...at("src/[app]/socket.ts", 7, 9, 30), framework: "cookie-parser", slot: "cookie-parser/secret" },
    ],
    elsewhere: [{ ...at("services/[b]/.env", 3, 16, 21), name: "JWT_SECRET" }],
    frame: { first: 9, lines: ["export const base = {", "  sessionSecret: process.env.SESSION_SECRET || \"***\",", "};"], mark: { line: 10, column: 48, endColumn: 53 } },
  }),
  finding({
    id: "2".repeat(32), rule: "placeholder-key", rules: ["placeholder-key", "hardcoded-key"], level: "warning", lowered: true, context: "development",
    because: "the branch is taken when DEBUG is set", region: at("config/dev.py", 12, 5, 20), what: "SECRET_KEY is a stand-in.",
  }),
  finding({ id: "3".repeat(32), rule: "short-key", rules: ["short-key"], level: "note", lowered: true, context: "example", because: "the path has \"examples\"", region: at("examples/app.py", 1, 14, 19), what: "SECRET_KEY is shorter than 16 bytes." }),
  finding({ id: "4".repeat(32), rule: "ephemeral-key", rules: ["ephemeral-key"], level: "note", evidence: "name", framework: "generic", slot: "generic/secret-key", region: at("run.py", 7, 14, 33), what: "SECRET_KEY is made afresh at each start.", why: "Sessions end at every restart.", fix: "Keep it." }),
  finding({ id: "5".repeat(32), rule: "hardcoded-key", rules: ["hardcoded-key"], level: "note", lowered: true, context: "docs", region: at("docs/start.py", 2, 14, 20) }),
  finding({ id: "6".repeat(32), rule: "hardcoded-key", rules: ["hardcoded-key"], level: "note", lowered: true, context: "test", because: "the path has \"tests\"", region: at("tests/app.py", 2, 14, 20) }),
  ...oddPaths.map((path, index) => finding({ id: `${index}`.repeat(31) + "f", region: at(path, index + 1, 1, 6) })),
];

/** Made by hand, to hold whatever a reporter may meet. */
export const report: Report = {
  version: "1.2.3",
  findings,
  suppressed: [
    { finding: finding({ id: "7".repeat(32), region: at("legacy/app.py", 3, 1, 9) }), by: "keylint-ignore", reason: "rotated on 2026-01-01" },
    { finding: finding({ id: "8".repeat(32), region: at("legacy/app.py", 9, 1, 9) }), by: "nosec" },
    { finding: finding({ id: "9".repeat(32), region: at("legacy/app.py", 12, 1, 9) }), by: "baseline" },
    { finding: finding({ id: "a".repeat(32), region: at("legacy/app.py", 15, 1, 9) }), by: "since" },
  ],
  unused: [{ region: at("legacy/[old].py", 5, 20, 50), message: "it names short-key, and no finding of that rule is here; remove it" }],
  failures: [
    { path: "/nowhere/at all.py", message: "there is no such file or folder; check the path", fatal: true },
    { path: "broken/settings.py", line: 17, message: "this line could not be understood, so a key near it may have been missed", fatal: false },
    { path: "broken/\u001b]0;x\u0007\n::set-output::.py", message: "looks binary: it holds NUL bytes", fatal: false },
  ],
  stale: [
    { path: "gone/app.py", slot: "flask/secret-key", name: "SECRET_KEY" },
    { path: "gone/\u001b[31mred.py", slot: "flask/secret-key", name: "SECRET_KEY" },
  ],
  hidden: { test: 12, docs: 3, example: 1 },
  counts: { files: 120, read: 14, keys: 20 },
};

/** Nothing to say. */
export const empty: Report = { version: "1.2.3", findings: [], suppressed: [], unused: [], failures: [], stale: [], hidden: {}, counts: { files: 3, read: 0, keys: 0 } };

const inShop = { repository: "repos/shop" };

/** About three repositories: two that git holds, one of them without a finding, and a folder. */
export const several: Report = {
  ...empty,
  findings: [
    finding({ repository: "plain", region: at("plain/app.py", 4, 18, 24) }),
    finding({ ...inShop, trail: [{ ...at("config.py", 1, 1, 9), note: "default of KEY" }, { ...at("app.py", 4, 18, 24), note: "used as a key" }], elsewhere: [{ ...at("other.py", 3, 16, 21), name: "OTHER_KEY" }], edits: [{ ...at("app.py", 4, 18, 24), text: "KEY" }] }),
    finding({ ...inShop, level: "warning", rule: "short-key", rules: ["short-key"], region: at("[odd] é/b.py", 2, 1, 6), id: "b".repeat(32), past: { added, removed, atHead: false, days: 338, earlier: 0, at: added.commit, places: [{ path: "old.py", added, removed }, { path: "[odd] é/b.py", added, removed }] } }),
  ],
  suppressed: [{ finding: finding({ ...inShop, region: at("old.py", 3, 1, 9) }), by: "keylint-ignore", reason: "rotated" }],
  unused: [{ ...inShop, region: at("unused.py", 5, 20, 50), message: "it names short-key, and no finding of that rule is here; remove it" }],
  failures: [
    { path: "repos/gone", message: "there is no such file or folder; check the path", fatal: true },
    { ...inShop, path: ".", message: "it was not linted: keylint.config.json: rulez: there is no such key", fatal: true },
    { ...inShop, path: "broken.py", line: 17, message: "this line could not be understood, so a key near it may have been missed", fatal: false },
  ],
  stale: [{ ...inShop, path: "gone/app.py", slot: "flask/secret-key", name: "SECRET_KEY" }],
  hidden: { test: 2 },
  counts: { files: 9, read: 4, keys: 5 },
  repositories: [
    { name: "plain", pathsFrom: "cwd", counts: { files: 2, read: 1, keys: 1 }, hidden: {} },
    { name: "repos/api", pathsFrom: "repository", counts: { files: 3, read: 0, keys: 0 }, hidden: { test: 2 } },
    { name: "repos/shop", pathsFrom: "repository", counts: { files: 4, read: 3, keys: 4 }, hidden: {} },
  ],
};
