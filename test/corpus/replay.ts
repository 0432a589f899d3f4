import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Log } from "sarif";
import { rules } from "../../rules/index.ts";
import { loadConfig } from "../../src/config/index.ts";
import { openTree } from "../../src/discover/index.ts";
import { find, reportOf } from "../../src/lint.ts";
import { main } from "../../src/main.ts";
import { reporters } from "../../src/reporters/index.ts";
import { lastName } from "../../src/text/names.ts";
import type { Finding } from "../../src/types/finding.ts";

const contexts = ["production", "development", "example", "test", "docs"] as const;

/** A finding at one commit. */
interface Seen {
  readonly at: string;
  readonly path: string;
  /** The whole digest of its value, of which a baseline holds eight bits. */
  readonly value: string;
  /** The same with its name. */
  readonly digest: string;
}

/** What one commit gave. */
interface Commit {
  readonly name: string;
  readonly seen: readonly Seen[];
  /** GitHub's alerts: rule and fingerprint, and the place. */
  readonly alerts: ReadonlyMap<string, Seen>;
}

/** Counted over all commits. */
class Figures {
  readonly counts = new Map<string, number>();
  readonly told: string[] = [];

  add(what: string, count = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }

  tell(what: string, commit: string, where: string): void {
    this.add(what);
    this.told.push(`${what}: ${commit.slice(0, 12)} ${where}`);
  }
}

/**
 * Goes through the last commits of a repository, first parents only. A baseline is made at the first, and one is renewed at each. What is
 * truly new is known from the whole values of the keys: those that there are more often than there were.
 */
export function replay(folder: string, count: number, log: (text: string) => void): string {
  const beside = realpathSync.native(mkdtempSync(join(tmpdir(), "keylint-replay-")));
  const repository = resolve(folder);
  const tree = join(beside, "tree");
  const commits = git(repository, "rev-list", "--first-parent", `--max-count=${count + 1}`, "HEAD").trim().split("\n").reverse();
  const figures = new Figures();
  try {
    git(repository, "worktree", "add", "--quiet", "--detach", "--force", tree, commits[0] ?? "HEAD");
    const [first, rolling] = [join(beside, "first.jsonl"), join(beside, "rolling.jsonl")];
    for (const file of [first, rolling]) run(tree, ["--baseline", file, "--update-baseline"]);
    const start = commitAt(tree, commits[0] ?? "");
    let before = start;
    for (const [number, name] of commits.slice(1).entries()) {
      git(tree, "checkout", "--quiet", "--force", name);
      const now = commitAt(tree, name);
      compare("since the start", reported(tree, ["--baseline", first], beside), now, start, figures);
      git(tree, "reset", "--quiet", "--soft", before.name);
      compare("at the hook", reported(tree, ["--staged", "--baseline", rolling], beside), now, before, figures);
      git(tree, "checkout", "--quiet", "--force", name);
      renew(tree, rolling, now, before, figures);
      alerts(now, before, figures);
      before = now;
      log(`\r${number + 1}/${commits.length - 1} `);
    }
    figures.add("commits", commits.length - 1);
    figures.add("findings at the start", start.seen.length);
    figures.add("findings at the end", before.seen.length);
  } finally {
    git(repository, "worktree", "remove", "--force", tree);
    rmSync(beside, { recursive: true, force: true });
  }
  return `${[...figures.told, ...[...figures.counts].map(([what, number]) => `${what}: ${number}`)].join("\n")}\n`;
}

/**
 * What was told as new, against what is. Told may be what there are more of than there were, by name and value; it must be when there are
 * more by value alone, under whatever name.
 */
function compare(when: string, told: readonly string[], now: Commit, then: Commit, figures: Figures): void {
  const seen = new Map(now.seen.map((one) => [one.at, one]));
  const [may, must] = [fresh(now, then, "digest"), fresh(now, then, "value")];
  for (const at of told) {
    const one = seen.get(at);
    if (one === undefined) {
      figures.tell(`${when}, told, and not by the whole project`, now.name, at);
      continue;
    }
    if ((may.get(one.digest) ?? 0) > 0) figures.add(`${when}, told and new`);
    else figures.tell(`${when}, told and not new`, now.name, at);
    may.set(one.digest, (may.get(one.digest) ?? 0) - 1);
    must.set(one.value, (must.get(one.value) ?? 0) - 1);
  }
  for (const [value, count] of must) {
    for (let missed = 0; missed < count; missed++) figures.tell(`${when}, new and not told`, now.name, now.seen.filter((one) => one.value === value && !told.includes(one.at)).map(({ at }) => at).join(" or "));
  }
}

/** How many of each there are more than there were. */
function fresh(now: Commit, then: Commit, by: "digest" | "value"): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of now.seen) counts.set(one[by], (counts.get(one[by]) ?? 0) + 1);
  for (const one of then.seen) counts.set(one[by], (counts.get(one[by]) ?? 0) - 1);
  return counts;
}

/** Lines of a baseline that an update touched, beside those of findings that came, went or moved. */
function renew(tree: string, file: string, now: Commit, before: Commit, figures: Figures): void {
  const old = new Set(readFileSync(file, "utf8").split("\n"));
  run(tree, ["--baseline", file, "--update-baseline"]);
  const lines = new Set(readFileSync(file, "utf8").split("\n"));
  const counts = new Map<string, number>();
  const count = ({ path, digest }: Seen, by: number): void => void counts.set(`${path} ${digest}`, (counts.get(`${path} ${digest}`) ?? 0) + by);
  for (const one of now.seen) count(one, 1);
  for (const one of before.seen) count(one, -1);
  const needed = [...counts.values()].reduce((sum, difference) => sum + Math.abs(difference), 0);
  const touched = [...lines].filter((line) => !old.has(line)).length + [...old].filter((line) => !lines.has(line)).length;
  figures.add("lines of the baseline touched", touched);
  figures.add("lines of the baseline touched beside need", Math.max(0, touched - needed));
  if (touched > needed) figures.told.push(`touched beside need: ${now.name.slice(0, 12)}`);
}

/** Alerts that close although the key is still there, in the same file, as often as it was; and that open although it was there. */
function alerts(now: Commit, before: Commit, figures: Figures): void {
  const countIn = (commit: Commit, { path, digest }: Seen): number => commit.seen.filter((one) => one.path === path && one.digest === digest).length;
  const digests = new Set(now.seen.map(({ digest }) => digest));
  for (const [alert, one] of now.alerts) {
    if (!before.alerts.has(alert) && countIn(now, one) <= countIn(before, one)) figures.tell("alerts opened although nothing changed", now.name, `${one.at} ${alert}`);
  }
  for (const [alert, one] of before.alerts) {
    if (now.alerts.has(alert)) continue;
    if (countIn(now, one) >= countIn(before, one)) figures.tell("alerts closed and reopened although nothing changed", now.name, `${one.at} ${alert}`);
    else figures.add(digests.has(one.digest) ? "alerts closed because the key moved to another file" : "alerts closed because the key is gone");
  }
}

/** All findings of a checked out commit. */
function commitAt(tree: string, name: string): Commit {
  const { config } = loadConfig({ from: tree, scope: tree, none: true, ruleIds: [] });
  const findings = find({ tree: openTree(tree), config, contexts, foreign: true, today: "2026-01-01" });
  const seen = findings.found.map(({ finding, mark }) => ({ at: placeOf(finding), path: finding.region.path, value: mark.digest("replay"), digest: `${lastName(finding.name)} ${mark.digest("replay")}`, id: finding.id }));
  const log = JSON.parse(reporters.sarif(reportOf(findings, { contexts }), { rules, color: false, now: 0 })) as Log;
  const byId = new Map(seen.map((one) => [`${one.id}:1`, one]));
  const alerts = (log.runs[0]?.results ?? []).flatMap(({ ruleId, partialFingerprints }) => {
    const print = partialFingerprints?.["primaryLocationLineHash"] ?? "";
    const one = byId.get(print);
    return one ? [[`${ruleId} ${print}`, one] as const] : [];
  });
  return { name, seen, alerts: new Map(alerts) };
}

/** Places of what is told. */
function reported(tree: string, argv: readonly string[], beside: string): readonly string[] {
  const json = join(beside, "out.json");
  run(tree, [...argv, "--format", "json", "--output", json]);
  return (JSON.parse(readFileSync(json, "utf8")) as { findings: readonly Finding[] }).findings.map(placeOf);
}

function placeOf({ region: { path, line, column } }: Finding): string {
  return `${path}:${line}:${column}`;
}

function run(cwd: string, argv: readonly string[]): void {
  let said = "";
  const status = main({ argv: ["--context", "all", "--no-config", ...argv], cwd, env: process.env, stdout: { write: () => undefined, isTTY: false }, stderr: { write: (text) => void (said += text), isTTY: false }, stdin: () => Buffer.alloc(0), now: () => 0 });
  if (status !== 0 && status !== 1) throw new Error(`keylint ${argv.join(" ")} ended with ${String(status)}: ${said}`);
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync("git", ["-C", folder, "-c", "core.hooksPath=/dev/null", ...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] });
}
