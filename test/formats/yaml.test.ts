import { describe, expect, test } from "vitest";
import { formats } from "../../src/formats/index.ts";
import { clock } from "../support/clock.ts";
import { lintFiles } from "../support/lint.ts";
import { bindingsOf, tokensOf } from "./settings-shown.ts";

const yaml = formats.find(({ id }) => id === "yaml");
const found = (text: string, path = "a.yml"): readonly string[] => bindingsOf(yaml, path, text);
const tokens = (text: string): readonly string[] => tokensOf(yaml, "a.yml", text);

describe("variables", () => {
  test.each([
    ["a map", "environment:\n  SECRET: a b\n", ["$SECRET := \"a b\""]],
    ["a list", "environment:\n  - SECRET=a b\n  - OTHER\n", ["$SECRET := \"a b\""]],
    ["a list in quotes", `environment:\n  - "SECRET=a"\n`, ["$SECRET := \"a\""]],
    ["quotes inside an entry are the value's", `environment:\n  - SECRET="a"\n`, [`$SECRET := "\\"a\\""`]],
    ["a list under an unusual name", "things:\n  - SECRET=a\n", ["$SECRET := \"a\""]],
    ["names and values", "env:\n  - name: SECRET\n    value: a\n", ["$SECRET := \"a\""]],
    ["keys and values", "envVars:\n  - key: SECRET\n    value: a\n    scope: x\n", ["$SECRET := \"a\"", "envVars.scope := \"x\""]],
    ["a described variable", "variables:\n  SECRET:\n    value: a\n    description: b\n", ["$SECRET := \"a\""]],
    ["a number", "env:\n  SECRET: 12345\n", ["$SECRET := \"12345\""]],
    ["a default", "environment:\n  SECRET: ${OUT:-a}\n", ["$SECRET := OUT or \"a\""]],
    ["a default of a missing one", "environment:\n  - SECRET=${OUT-a}\n", ["$SECRET := OUT default \"a\""]],
    ["another variable", "environment:\n  SECRET: ${OUT:?say it}\n", ["$SECRET := OUT"]],
    ["an anchor", "x: &e\n  SECRET: a\nenvironment:\n  <<: *e\n  B_C: c\n", ["x.SECRET := \"a\"", "$SECRET := \"a\"", "$B_C := \"c\""]],
    ["an anchor for all", "x: &e\n  SECRET: a\nservices:\n  web:\n    environment: *e\n", ["x.SECRET := \"a\"", "$SECRET := \"a\""]],
    ["Travis", "env:\n  global:\n    - SECRET=a\n", ["$SECRET := \"a\""]],
    ["a ConfigMap", "kind: ConfigMap\napiVersion: v1\ndata:\n  SECRET: a\n  jwt-secret: b\n", ["$SECRET := \"a\"", "$jwt-secret := \"b\""]],
    ["a Secret", "kind: Secret\napiVersion: v1\ndata:\n  SECRET: YWJj\nstringData:\n  OTHER: a\n", ["$SECRET := \"abc\"", "$OTHER := \"a\""]],
    ["a Secret that is none", "kind: Secret\napiVersion: v1\ndata:\n  SECRET: a?b\n", ["$SECRET := ?"]],
    ["an object in a list", "kind: List\napiVersion: v1\nitems:\n  - kind: Secret\n    apiVersion: v1\n    stringData: { SECRET: a }\n", ["$SECRET := \"a\""]],
    ["several documents", "environment: { A_B: a }\n---\nenvironment: { C_D: c }\n", ["$A_B := \"a\"", "$C_D := \"c\""]],
    ["a file in a ConfigMap", "kind: ConfigMap\napiVersion: v1\ndata:\n  app.env: |\n    SECRET=a\n    # b\n    C_D=e f\n", ["$SECRET := \"a\"", "$C_D := \"e f\""]],
    ["kustomize", "configMapGenerator:\n  - name: x\n    literals:\n      - SECRET=a\n", ["$SECRET := \"a\"", "configMapGenerator.name := \"x\""]],
  ])("%s", (_, text, expected) => {
    expect([...found(text)].sort()).toEqual([...expected].sort());
  });

  test.each([
    ["truth values and nothing", "environment:\n  A_B: true\n  C_D:\n  E_F: null\n  G_H: ~\n"],
    ["references", "env:\n  - name: SECRET\n    valueFrom:\n      secretKeyRef: null\n"],
    ["what an object names", "apiVersion: v1\nkind: ServiceMonitor\nspec:\n  tls:\n    secret:\n      key: a\n"],
    ["a comment", "# SECRET: a\n#environment:\n#  - SECRET=a\n"],
    ["an empty file", ""],
    ["what comes from outside of a workflow", "env:\n"],
    ["a folded key without a value", "? a\n"],
    ["a list of numbers", "a: [1, 2.5]\n"],
    ["tags and directives alone", "%YAML 1.2\n---\n"],
    ["an anchor without a use", "&a\n"],
    ["a Secret of references", "apiVersion: v1\nkind: ExternalSecret\nspec:\n  data:\n    - secretKey: a\n      remoteRef: { key: b }\n"],
    ["a Secret that is sealed", "apiVersion: v1\nkind: SealedSecret\nspec:\n  encryptedData:\n    SECRET_KEY: a\n"],
    ["names only", "environment:\n  - SECRET\n  - OTHER\n"],
    ["tokens of a template", "{{- if .Values.x }}\n{{ toYaml .Values.y | nindent 2 }}\n{{- end }}\n"],
  ])("%s: nothing", (_, text) => {
    expect(found(text).filter((line) => !line.startsWith("env.name"))).toEqual([]);
  });
});

describe("entries", () => {
  test.each([
    ["a path", "cookie:\n  key: a\n", ["cookie.key := \"a\""]],
    ["a list", "app:\n  keys: [a, b]\n", ["app.keys := [\"a\", \"b\"]"]],
    ["entries of a list", "keys:\n  - secret: a\n", ["keys.secret := \"a\""]],
    ["flow style", "{a: {b: c}}", ["a.b := \"c\""]],
    ["single quotes", "a: 'b''c'\n", [`a := "b'c"`]],
    ["double quotes", `a: "b\\tc"\n`, [`a := "b\\tc"`]],
    ["a block", "a: |\n  b\n", [`a := "b"`]],
    ["a folded block", "a: >-\n  b\n  c\n", [`a := "b c"`]],
    ["a value of a chart", "a: {{ .Values.b.c | quote }}\n", ["a := .Values.b.c"]],
    ["with a default", `a: {{ .Values.b | default "c" | quote }}\n`, [`a := .Values.b or "c"`]],
    ["with a default first", `a: "{{ default "c" .Values.b }}"\n`, [`a := .Values.b or "c"`]],
    ["another engine's token", "a: {{ c }}\nb: x{{ c }}y\n", ["a := ?", "b := ?"]],
    ["ERB and Jinja", "a: <%= c %>\n{% if x %}\nb: c\n{% endif %}\n", ["a := ?", `b := "c"`]],
    ["an anchor that is used again", "a: &x b\nc: *x\nd: &x e\nf: *x\n", [`a := "b"`, `c := "b"`, `d := "e"`, `f := "e"`]],
    ["a name of an anchor that comes later", "a: *x\nb: &x c\n", [`b := "c"`]],
    ["duplicate names", "a: b\na: c\n", [`a := "b"`, `a := "c"`]],
    ["CRLF", "a: b\r\nc:\r\n  d: e\r\n", [`a := "b"`, `c.d := "e"`]],
    ["a byte that YAML does not allow, by the line", "a: b\nc: [\nd: \"e\"\n", [`a := "b"`, `d := "e"`]],
    ["tabs, by the line", "a:\n\tb: c\n", [`b := "c"`]],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test("the token is the value as written, on one line", () => {
  expect(tokens(`a: b c # d\ne: "f"\ng: 'h'\ni: |\n  first\n  second\nenvironment:\n  - J_K=l m\n`)).toEqual(["b c", '"f"', "'h'", "first", "l m"]);
});

test.each(["# is it?\nenv:\n  A_B: c # one\n", "a: why?\nenv:\n  A_B: c # one\n", "? a\n: env:\n    A_B: c # one\n", "a: b {{ .C }} ?\nenv:\n  A_B: c # one\n"])("comments are told behind a question: %j", (text) => {
  expect(yaml?.read("a.yml", text).comments.map((comment) => comment.text)).toContain("one");
});

test("comments are told, and what looks like one inside a value is not", () => {
  const module = yaml?.read("a.yml", `# one\na: "b # c" # two\nd: |\n  # no\n  e\nf: g#h\n`);
  expect(module?.comments.map(({ text }) => text)).toEqual(["one", "two"]);
});

describe("bad input", () => {
  test.each([
    ["an alias bomb", `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij".split("").map((name, at) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[at] ?? ""}`).join(",")}]`).join("\n")}\nenvironment: *j\n`],
    ["many anchors and names of them", Array.from({ length: 15_000 }, (_, at) => `a${at}: &n${at} b\nc${at}: *n${at}\n`).join("")],
    ["nesting without end", "[".repeat(100_000)],
    ["mappings without end", `${"{a: ".repeat(100_000)}`],
    ["indentation without end", Array.from({ length: 3_000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
    ["many documents", "---\na: b\n".repeat(20_000)],
    ["many tokens of a template that stay open", "{{ ".repeat(100_000)],
    ["an open quote", `a: "${"b\n".repeat(50_000)}`],
    ["one long line", `a: ${"b ".repeat(400_000)}`],
    ["a large file", "a: b\n".repeat(300_000)],
    ["JSON under this name", `{"a": "b"}`],
    ["errors alone", "{%".repeat(500_000)],
    ["bytes", "\u0000\u0001\ufffd".repeat(1_000)],
  ])("%s is read in time", (_, text) => {
    const inTime = clock();
    found(text);
    inTime(5_000);
  });

  test("what is not YAML is told in words, without its text", () => {
    const { failures } = lintFiles({ "a.yml": "SECRET_KEY: [zebra\n: :\n" });
    expect(failures.map(({ message }) => message)).toEqual(["is not valid YAML, so it was read line by line"]);
  });
});
