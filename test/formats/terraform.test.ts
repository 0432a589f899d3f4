import { describe, expect, test } from "vitest";
import { terraform } from "../../src/formats/terraform/index.ts";
import { clock } from "../support/clock.ts";
import { covered, found, tokens } from "./tables-shown.ts";

describe("what is told", () => {
  test.each([
    ["a variable's default", 'variable "secret_key" {\n  description = "d"\n  default = "x"\n}', ['?.secret_key := "x"']],
    ["tfvars", 'secret_key = "x"\nb = "y"', ['?.secret_key := "x"', '?.b := "y"']],
    ["locals", 'locals {\n  jwt_secret = "x"\n}', ['?.jwt_secret := "x"']],
    ["an attribute of a resource", 'resource "a" "b" {\n  c = "x"\n}', ['?.a.b.c := "x"']],
    ["a resource that holds a secret", 'resource "a" "jwt_key" {\n  secret_data = "x"\n}', ['?.jwt_key := "x"', '?.a.jwt_key.secret_data := "x"']],
    ["objects of variables", 'resource "a" "b" {\n  environment {\n    variables = {\n      A = "x"\n      "B": "y", C = var.c\n    }\n  }\n}', ['A := "x"', 'B := "y"', "C := ?"]],
    ["settings of an app", 'a "b" {\n app_settings = { A = "x" }\n}', ['A := "x"']],
    ["blocks with name and value", 'a "b" {\n env {\n name = "A"\n value = "x"\n }\n set {\n name = "config.secretKey"\n value = "y"\n }\n}', ['A := "x"', '?.config.secretKey := "y"']],
    ["jsonencode", 'a = jsonencode([{ environment = [{ name = "A", value = "x" }, { name = "B", value = random_password.b.result }] }])', ['A := "x"', "B := ?", "?.a := ?"]],
    ["merge", 'environment = merge({ A = "x" }, var.b)', ['A := "x"', "?.environment := ?"]],
    ["lists", 'secrets = ["a", "b"]', ['?.secrets := ["a", "b"]']],
    ["assignments in a list", 'env = ["A=x"]', ['A := "x"']],
    ["a heredoc", "a = <<-EOT\n  x\n  EOT\nb = \"y\"", ['?.a := "  x\\n"', '?.b := "y"']],
    ["a heredoc without its end", "b = \"y\"\na = <<EOT\nx\nc = \"z\"\n", ["?.b := \"y\"", "?.a := ?"]],
    ["escapes", 'a = "x\\"\\u0041$${b}"', ['?.a := "x\\"A${b}"']],
    ["a call that gives back what it gets", 'a = sensitive("x")', ['?.a := "x"']],
    ["templates", 'a = "${var.b["c"]}-x"\nd = "%{ if e }f%{ endif }"', ["?.a := ?", "?.d := ?"]],
    ["others' values", 'a = var.b\nc = random_password.d.result\ne = data.f.g', ["?.a := ?", "?.c := ?", "?.e := ?"]],
    ["conditions", 'a = var.b ? "c" : "d"', ["?.a := ?"]],
    ["Kubernetes", 'resource "kubernetes_secret" "a" {\n data = {\n KEY = "x"\n }\n}', ['KEY := "x"']],
    ["comments between", 'a = "x" # b\n// c\n/* d = "e"\n*/ f = "g"', ['?.a := "x"', '?.f := "g"']],
    ["an open text", 'a = "x\nb = "y"', ['?.a := "x"', '?.b := "y"']],
    ["CRLF", 'a = "x"\r\nb = "y"\r\n', ['?.a := "x"', '?.b := "y"']],
  ])("%s", (_what, text, expected) => {
    expect(found(terraform, text, "main.tf")).toEqual(expected);
  });
});

describe("what stays silent", () => {
  test.each([
    ["nothing", ""], ["a comment", '# a = "x"'], ["a comment of several lines", '/* a = "x"\nb = "y" */'], ["a block", 'resource "a" "b" {}'], ["a variable without default", 'variable "secret_key" {\n  type = string\n  sensitive = true\n  description = "x"\n}'],
    ["only brackets", "{[(}])"], ["words", "a b c"], ["a name alone", '"a"'], ["an empty list", "a = []"], ["an empty object", "a = {}"], ["blanks", " \t\r\n"], ["a mark of a heredoc", "<<EOT"], ["an open comment", '/* a = "x"'],
  ])("%s", (_what, text) => {
    expect(found(terraform, text, "main.tf")).toEqual([]);
    expect(terraform.read("main.tf", text).failure).toBeUndefined();
  });

  test("numbers, truth values and expressions have no text", () => {
    expect(found(terraform, "a = 1\nb = true\nc = a && b", "main.tf")).toEqual(["?.a := ?", "?.b := ?", "?.c := ?"]);
  });

  test("binary content is a failure", () => {
    expect(terraform.read("a.tf", "a\0").failure).toContain("looks binary");
  });
});

test("tokens are on one line, values are covered, and comments are told", () => {
  const text = 'a = "x" # why\nb = <<EOT\n  y\nz\nEOT\nc = f("d")';
  expect(tokens(terraform, text, "a.tf")).toEqual(['"x"', "  y", "f"]);
  expect(covered(terraform, text, "a.tf")).toEqual(["x", "  y\nz", "d"]);
  expect(terraform.read("a.tf", text).comments.map((comment) => comment.text)).toEqual(["why"]);
});

test.each([
  "[", "{", "(", "a {", "a = [", "a = {", '"${', 'a="${\n', "a=<<A\n", "<", '"\n', '"', "/*", "a = f(", 'a "b" {', "x = {{ y }}\n", "<% a %>\n", "]}", "a b ", "a=b,", "\\", '"a":',
])("%s without end takes linear time and no stack", (part) => {
  const inTime = clock();
  terraform.read("a.tf", part.repeat(900_000 / part.length));
  inTime(8_000);
});

test("heredocs that never end take linear time", () => {
  const inTime = clock();
  terraform.read("a.tf", Array.from({ length: 60_000 }, (_, at) => `a=<<A${at}\n`).join(""));
  inTime(8_000);
});
