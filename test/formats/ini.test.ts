import { describe, expect, test } from "vitest";
import { ini } from "../../src/formats/ini/index.ts";
import { clock } from "../support/clock.ts";
import { covered, found, tokens } from "./tables-shown.ts";

describe("what is told", () => {
  test.each([
    ["an entry", "a.ini", "secret = x", ['?.secret := "x"']],
    ["a section", "a.ini", "[app:main]\nbeaker.session.secret = x", ['?.app:main.beaker.session.secret := "x"']],
    ["a colon", "a.cfg", "[a]\nb: x", ['?.a.b := "x"']],
    ["quotes", "a.ini", `a = "x;y" ; c\nb = 'z'`, ['?.a := "x;y"', '?.b := "z"']],
    ["nothing", "a.ini", "a =\nb = # later", ['?.a := ""', '?.b := ""']],
    ["a comment sign in a value", "a.ini", "a = x ; y", ['?.a := "x ; y"']],
    ["a value of several lines", "a.ini", "a = x\n  b = y\n# c\n  d\ne = z", ['?.a := "x"', '?.e := "z"']],
    ["lines that are all indented", "a.ini", "[a]\n\tb = x\n\tc = y", ['?.a.b := "x"', '?.a.c := "y"']],
    ["interpolation", "a.ini", "a = %(b)s\nc = ${d:e}", ['?.a := "%(b)s"', '?.c := "${d:e}"']],
    ["variables", "a.ini", "a = ${KEY:-dev}", ['?.a := or(KEY | "dev")']],
    ["Python", "a.cfg", "A = os.environ.get('B', 'c')\nD = b'x'\nE = ['y']", ["?.A := ?", '?.D := "x"', "?.E := ?"]],
    ["supervisor", "a.conf", `[program:a]\ncommand=x ; c\nenvironment=A="b c",D='e',F=g\n[program:b]\nenvironment =\n    H="i",\n    J="k"`, ['?.program:a.command := "x"', 'A := "b c"', 'D := "e"', 'F := "g"', 'H := "i"', 'J := "k"']],
    ["uwsgi", "a.ini", "[uwsgi]\nenv = A=b\nenv = C=$(D)", ['A := "b"', "C := ?"]],
    ["circus", "a.ini", "[env:web]\nsecret = x", ['secret := "x"']],
    ["pytest-env and tox", "tox.ini", "[pytest]\nenv =\n  A = b\n# c\n  D:E='f'\n[testenv]\nsetenv =\n  py3: G=h\n  I={env:J}", ['A := "b"', 'E := "f"', 'G := "h"', "I := ?"]],
    ["systemd", "a.service", `[Service]\nEnvironment=A=b "C=d e" 'F=g'\nEnvironment="H=i\\"j" \\\n  K=l M="n o"`, ['A := "b"', 'C := "d e"', 'F := "g"', 'H := "i\\"j"', 'K := "l"', 'M := "n o"']],
    ["a drop-in of systemd", "override.conf", "[Service]\nEnvironment=A=b\n", ['A := "b"']],
    ["properties", "application.properties", "jwt.secret=x\napp.key: y\nz = q # n", ['?.jwt.secret := "x"', '?.app.key := "y"', '?.z := "q # n"']],
    ["escapes of properties", "a.properties", "a=x\\:\\=\\u0041\\\\\nb=c\\\n   d", ['?.a := "x:=A\\\\"', '?.b := "cd"']],
    ["Spring's placeholders", "a.properties", "a=${B_C:dev}\nd=${E}\nf=${G:}\nh=@i@\nj=x${K}", ['?.a := default(B_C | "dev")', "?.d := E", '?.f := default(G | "")', "?.h := ?", "?.j := ?"]],
    ["Play", "application.conf", 'play.http.secret.key="x"\nplay.http.secret.key=${?KEY}', ['?.play.http.secret.key := "x"', "?.play.http.secret.key := ?"]],
    ["templates", "a.ini.j2", "{% if x %}\na = {{ y }}\nb = z\n{% endif %}", ["?.a := ?", '?.b := "z"']],
    ["CRLF and tabs", "a.ini", "[a]\r\n\tb\t=\tx\r\n", ['?.a.b := "x"']],
    ["an open quote", "a.ini", 'a = "x\nb = y', ['?.a := "\\"x"', '?.b := "y"']],
  ])("%s", (_what, path, text, expected) => {
    expect(found(ini, text, path)).toEqual(expected);
  });
});

describe("what stays silent", () => {
  test.each([
    ["nothing", "a.ini", ""], ["comments", "a.ini", "# a = b\n; c = d"], ["comments of properties", "a.properties", "! a=b\n#c=d"], ["a section", "a.ini", "[a]"],
    ["nginx", "nginx.conf", "http {\n  server {\n    set $a x;\n    secret = y;\n  }\n}\n"], ["Apache", "httpd.conf", "<VirtualHost *:80>\n  SetEnv SECRET_KEY x\n</VirtualHost>\nListen 80\n"],
    ["Redis", "redis.conf", "port 6379\nrequirepass x\n"], ["files of systemd", "a.service", "[Service]\nEnvironmentFile=/a\nPassEnvironment=A B\nExecStart=/b --secret=x\n"],
    ["texts for people", "messages_en.properties", "secret.key=Secret key"], ["more of them", "a/i18n/AppLabels.properties", "jwt.secret=The secret"], ["a list", "a.cfg", "deps =\n  a==1\n  b"], ["an address", "a.ini", "http://a/b"],
    ["JSON", "a.conf", '{\n  "secret": "x"\n}\n'], ["words", "a.cfg", "a b c"], ["values of Java in words", "a.properties", "secret x"], ["continued comments", "tox.ini", "env =\n  # A=b\n"],
  ])("%s", (_what, path, text) => {
    expect(found(ini, text, path)).toEqual([]);
    expect(ini.read(path, text).failure).toBeUndefined();
  });

  test("binary content is a failure", () => {
    expect(ini.read("a.ini", "a = b\0").failure).toContain("looks binary");
  });
});

test("tokens are values as written; all but names is covered, and comments are told", () => {
  const text = `# top\n[a]\nb = "x" ; why\nc = y\n  z\nd =\nwords\n`;
  expect(tokens(ini, text, "a.ini")).toEqual(['"x"', "y", "d ="]);
  expect(covered(ini, text, "a.ini")).toEqual(['"x" ; why', "y\n  z", "words"]);
  expect(ini.read("a.ini", text).comments.map((comment) => comment.text)).toEqual(["top", "why"]);
});

test.each([
  ["a.ini", "a = b\n c\n".repeat(100_000)], ["a.ini", `a = ${"; ".repeat(500_000)}`], ["a.ini", `environment=${"A='b".repeat(200_000)}`], ["a.ini", `environment=${"A=b,".repeat(200_000)}`],
  ["a.ini", `env=${"\n A=b".repeat(200_000)}`], ["a.properties", "a=\\\n".repeat(250_000)], ["a.service", `[Service]\nEnvironment=${"A='b' ".repeat(150_000)}`], ["a.service", `Environment=${"\\A=b ".repeat(150_000)}`],
  ["a.ini", "[".repeat(500_000)], ["a.conf", " ".repeat(900_000)], ["a.ini", `a = b${"\t".repeat(900_000)};`], ["a.ini", `[${"a.".repeat(200)}]\nb = c\n`.repeat(2_000)], ["a.properties", `a=${"${".repeat(400_000)}`], ["a.ini", "\r".repeat(900_000)],
])("hostile %s takes linear time", (path, text) => {
  const inTime = clock();
  ini.read(path, text);
  inTime(8_000);
});
