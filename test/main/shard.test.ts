import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { isInShare } from "../../src/run/share.ts";
import { folderWith } from "../discover/repository.ts";
import { clean, keylint, leak, stagedProject } from "./keylint.ts";
import { names, paths, put, twelve } from "./many.ts";

interface Document {
  readonly findings: readonly { readonly repository?: string; readonly id: string; readonly region: { readonly path: string } }[];
  readonly failures: readonly { readonly repository?: string; readonly path: string; readonly message: string; readonly fatal: boolean }[];
  readonly unusedIgnores: readonly { readonly repository?: string }[];
  readonly suppressed: readonly { readonly repository?: string }[];
  readonly repositories?: readonly { readonly name: string; readonly pathsFrom: string; readonly counts: { readonly files: number } }[];
}

function documentOf(cwd: string, argv: readonly string[]): Document {
  return JSON.parse(keylint(cwd, ["--format", "json", ...argv]).stdout) as Document;
}

const places = ({ findings }: Document): readonly string[] => findings.map(({ repository, region: { path } }) => `${repository}: ${path}`);

describe("several repositories", () => {
  test("each thing that is found tells its own, by the name that it was given", () => {
    const { findings, failures, unusedIgnores, suppressed, repositories = [] } = documentOf(twelve(), paths);
    const named = [...findings, ...unusedIgnores, ...suppressed, ...failures.filter(({ message }) => !message.includes("no such file"))];
    expect(named.filter(({ repository }) => repository === undefined)).toEqual([]);
    expect(suppressed.length).toBeGreaterThan(0);
    expect(unusedIgnores.length).toBeGreaterThan(0);
    expect(repositories.map(({ name }) => name)).toEqual([...names.map((name) => `repos/${name}`), "plain/one", "plain/one-b"].sort());
    expect(findings.find(({ repository }) => repository === "repos/shop")?.region.path).toBe("app.py");
    expect(findings.find(({ repository }) => repository === "plain/one")?.region.path).toBe("plain/one/app.py");
    expect(failures.filter(({ repository }) => repository === undefined).map(({ path }) => path)).toEqual(["also gone", "repos/gone"]);
  });

  test.each(FORMATS)("%s is the same in whatever order they are named", (format) => {
    const root = twelve();
    const argv = ["--format", format, "--context", "all"];
    expect(keylint(root, [...argv, ...paths.toReversed()]).stdout).toBe(keylint(root, [...argv, ...paths]).stdout);
  });

  test.each(FORMATS.filter((format) => format !== "json"))("%s leads from the current directory to the file", (format) => {
    const { stdout } = keylint(twelve(), ["--format", format, "repos/shop", "repos/mobile", "plain/one"]);
    for (const path of ["repos/shop/app.py", "repos/mobile/app.py", "plain/one/app.py"]) expect(stdout).toContain(path);
    expect(stdout).not.toContain("plain/one/plain");
  });

  test("one alone is told as ever, wherever it lies", () => {
    const root = twelve();
    for (const format of FORMATS) {
      expect(keylint(root, ["--format", format, "repos/web.old"]).stdout).toBe(keylint(join(root, "repos/web.old"), ["--format", format]).stdout);
    }
    expect(documentOf(root, ["repos/web.old", "repos/gone"])).not.toHaveProperty("repositories");
  });

  test("that hold the same files are told apart by fingerprint and by anchor", () => {
    const root = twelve();
    const { runs: [run] } = JSON.parse(keylint(root, ["--format", "sarif", "repos/shop", "repos/web.old", "repos/B"]).stdout) as { runs: [{ results: { partialFingerprints: { primaryLocationLineHash: string } }[] }] };
    const prints = run.results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.length).toBeGreaterThan(2);
    const anchors = [...keylint(root, ["--format", "html", "repos/shop", "repos/B"]).stdout.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id);
    const [alone] = [...keylint(root, ["--format", "html", "repos/B", "repos/mobile"]).stdout.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id);
    expect(anchors).toContain(alone);
  });

  test("what is wrong in one is a failure there, and the others are linted", () => {
    const root = folderWith();
    put(join(root, "good"), { "app.py": leak }, true);
    put(join(root, "wrong"), { "app.py": leak, "keylint.config.json": '{"rulez": {}}' }, true);
    const ran = keylint(root, ["good", "wrong"]);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("good/app.py:3:");
    expect(ran.stdout).toContain('wrong  not checked in full  it was not linted: keylint.config.json: rulez: there is no such key; did you mean "rules"?');
    expect(keylint(root, ["good", "wrong", "--config", "gone.json"])).toMatchObject({ status: 2, stdout: "" });
  });

  test("have no baseline in common", () => {
    const root = folderWith({ "known.jsonl": "" });
    for (const name of ["a", "b"]) put(join(root, name), { "app.py": clean }, true);
    const refused = { status: 2, stdout: "", stderr: "keylint: A baseline is for one repository, and the paths lie in several; run keylint once for each.\n" };
    expect(keylint(root, ["--baseline", "known.jsonl", "a", "b"])).toEqual(refused);
    expect(keylint(root, ["--baseline", "gone.jsonl", "a", "gone"]).stderr).not.toContain("several");
  });

  test("are named as typed: through a link by the link, absolute where that leads out of here", () => {
    const root = folderWith();
    put(join(root, "stores/a"), { "src/app.py": leak }, true);
    put(join(root, "here/b"), { "app.py": leak }, true);
    mkdirSync(join(root, "here/links"));
    symlinkSync("../../stores/a", join(root, "here/links/a"));
    const cwd = join(root, "here");
    expect(places(documentOf(cwd, ["links/a/src", join(cwd, "b")]))).toEqual(["b: app.py", "links/a: src/app.py"]);
    expect(places(documentOf(cwd, ["../stores/a/src", "b"]))).toEqual(["../stores/a: src/app.py", "b: app.py"]);
    expect(places(documentOf(cwd, [join(root, "stores/a"), "b"]))).toEqual([`${root}/stores/a: src/app.py`, "b: app.py"]);
    expect(places(documentOf(join(cwd, "b"), [".", "../../stores/a"]))).toEqual([".: app.py", "../../stores/a: src/app.py"]);
  });

  test("stderr says of which a notice speaks", () => {
    const root = folderWith();
    for (const name of ["a", "b"]) put(join(root, name), { "app.py": clean }, true);
    put(join(root, "a/inner"), { "app.py": clean }, true);
    expect(keylint(root, ["b", "a"]).stderr).toBe("keylint: a: Other git repositories lie in this one and were not looked into: inner. Name one to lint it.\n");
  });
});

describe("--shard", () => {
  const shares = [1, 2, 3, 4].map((index) => `${index}/4`);

  test("each repository and each missing path is in one of the shares", () => {
    const root = twelve();
    const documents = shares.map((share) => documentOf(root, ["--shard", share, ...paths]));
    const whole = documentOf(root, paths);
    expect(documents.flatMap(({ repositories = [] }) => repositories.map(({ name }) => name)).sort()).toEqual(whole.repositories?.map(({ name }) => name));
    expect(documents.flatMap(({ failures }) => failures.flatMap(({ repository, path }) => (repository === undefined ? [path] : []))).sort()).toEqual(["also gone", "repos/gone"]);
    expect(documents.filter(({ repositories = [] }) => repositories.length > 0).length).toBeGreaterThan(1);
  });

  test("a repository that is added or left out moves no other", () => {
    const root = twelve();
    for (const share of shares) {
      const all = places(documentOf(root, ["--shard", share, ...paths]));
      const few = places(documentOf(root, ["--shard", share, "repos/shop", "repos/mobile", "repos/api"]));
      expect(few).toEqual(all.filter((place) => /^repos\/(shop|mobile|api): /.test(place)));
    }
  });

  test("shares of many are about as large", () => {
    const all = Array.from({ length: 10_000 }, (_, number) => `org/repository-${number}`);
    for (const index of [1, 2, 3, 4]) {
      const { length } = all.filter((name) => isInShare(name, { index, count: 4 }));
      expect(length).toBeGreaterThan(2_350);
      expect(length).toBeLessThan(2_650);
    }
  });

  test("an empty share is a report, and clean", () => {
    const root = folderWith();
    for (const name of ["a", "b"]) put(join(root, name), { "app.py": leak }, true);
    const ran = Array.from({ length: 9 }, (_, index) => keylint(root, ["--shard", `${index + 1}/9`, "a", "b"]));
    const empty = ran.filter(({ stdout }) => stdout.includes("0 files"));
    expect(empty.length).toBeGreaterThanOrEqual(7);
    expect(empty.every(({ status }) => status === 0)).toBe(true);
    expect(empty[0]?.stdout).toBe("No leaked or weak keys in 0 files of 0 repositories.\n");
  });

  test("what lies in no share of mine is not read", () => {
    const root = folderWith();
    put(join(root, "mine"), { "app.py": leak }, true);
    put(join(root, "another"), { "app.py": leak, "keylint.config.json": "nonsense" }, true);
    const [index = 0] = [1, 2, 3].filter((one) => isInShare("mine", { index: one, count: 3 }));
    expect(isInShare("another", { index, count: 3 })).toBe(false);
    expect(documentOf(root, ["--shard", `${index}/3`, "mine", "another"]).failures).toEqual([]);
  });

  test("of one repository: it is in one share, as it would be told alone", () => {
    const root = stagedProject({ "app.py": leak });
    const ran = [1, 2, 3].map((index) => keylint(root, ["--format", "json", "--shard", `${index}/3`]));
    expect(ran.map(({ status }) => status).sort()).toEqual([0, 0, 1]);
    expect(ran.find(({ status }) => status === 1)?.stdout).toBe(keylint(root, ["--format", "json"]).stdout);
  });

  test("of two repositories and a missing path: each share says that there are several", () => {
    const root = twelve();
    for (const shard of ["1/3", "2/3", "3/3"]) {
      const { repositories = [], findings } = documentOf(root, ["--shard", shard, "repos/shop", "repos/mobile", "repos/gone"]);
      for (const { repository } of findings) expect(repositories.map(({ name }) => name)).toContain(repository);
    }
  });

  test("a job may have cloned its own share only, by the first 12 digits of the names' SHA-256", () => {
    const root = folderWith();
    const all = ["repos/a", "repos/b", "repos/c"];
    const shareOf = (name: string): number => (parseInt(createHash("sha256").update(name).digest("hex").slice(0, 12), 16) % 3) + 1;
    const [first = ""] = all;
    put(join(root, first), { "app.py": leak }, true);
    const { status, stdout } = keylint(root, ["--format", "json", "--shard", `${shareOf(first)}/3`, ...all.filter((name) => name === first || shareOf(name) !== shareOf(first)), "repos/z"]);
    expect(status).toBe(shareOf("repos/z") === shareOf(first) ? 2 : 1);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ repository: first }], repositories: [{ name: first }] });
  });

  test.each(["0/4", "5/4", "1", "1/0", "-1/4", "a/b", "1/4/2", "1.5/4", "1/100000"])("%s is none", (share) => {
    expect(keylint(folderWith(), [`--shard=${share}`])).toMatchObject({ status: 2, stdout: "", stderr: `keylint: --shard takes a share and how many there are, from 1/4 to 4/4, not "${share}".\n` });
  });

  test("excludes what is of one repository only", () => {
    const root = folderWith({ "a.py": leak });
    expect(keylint(root, ["--shard", "1/2", "--staged"]).stderr).toContain("--shard and --staged exclude each other");
    expect(keylint(root, ["--shard", "1/2", "--stdin", "--stdin-filename", "a.py"]).stderr).toContain("--shard and --stdin exclude each other");
  });
});
