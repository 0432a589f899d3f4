import { describe, expect, test } from "vitest";
import { FORMATS } from "../../src/options/words.ts";
import { atTerminal, caching, everything, inEditors, ofSeveral, type Files } from "./produce.ts";
import { leaksOf, sentinel } from "./sentinels.ts";

/** Sentinels by number, each noted when it is planted. */
const planted: string[] = [];
function s(number: number): string {
  planted.push(sentinel(number));
  return sentinel(number);
}

const python = `#!/usr/bin/env python3
"""Documentation with ${s(1)} in it."""
import os, jwt  # ${s(2)}
from flask import Flask
app = Flask(__name__)
A = "${s(3)}"; first = Flask("first"); first.secret_key = "${s(4)}"; B = '${s(5)}'  # keylint-ignore short-key -- ${s(6)}
"""A text between: ${s(7)}"""
app.config["SECRET_KEY"] = os.getenv("SECRET_KEY", "${s(8)}")
PIN = 4${"9182736455463728"}
app.config.update(SECRET_KEY=os.environ.get("${s(9)}", "${s(10)}"), OTHER={"${s(11)}": 1})
TEXT = f"{A} ${s(12)} {B['${s(13)}']}"
jwt.encode({}, "${s(14)}" "${s(15)}", algorithm="HS256")
jwt.encode({}, b"${s(16)}" + b"${s(17)}")
LONG = """
${s(18)}
"""; more = Flask("more"); more.secret_key = """${s(19)}
${s(20)}"""
def f(key="${s(21)}", *, other: "${s(22)}" = None) -> "${s(23)}": return jwt.encode({}, key)
KEYS = {"${s(24)}": "${s(25)}"}
jwt.encode({}, KEYS["${s(24)}"])
if os.getenv("MODE") == "${s(26)}": app.secret_key = "${s(27)}"
match app:
    case "${s(28)}": app.secret_key = "${s(29)}"
assert B != "${s(30)}", "${s(31)}"; app.secret_key = "keyboard cat"
`;

const javascript = `#!/usr/bin/env node
import session from "express-session"; /* ${s(40)} */
import "./${s(41)}.js";
const other = '${s(42)}', pattern = /${s(43)}/, big = 12345678901234567890n;
app.use(session({ secret: "${s(44)}", name: "${s(45)}" })); // ${s(46)}
const text = \`a \${"${s(47)}"} ${s(48)}\`; app.use(session({ secret: \`${s(49)}\` }));
app.use(session({ secret: process.env.${s(50)} || "${s(51)}" }));
app.use(session({ secret: process.env["${s(52)}"] ?? "${s(53)}" }));
const keys = { "${s(54)}": "${s(55)}" };
app.use(session({ secret: keys["${s(54)}"] }));
type T = "${s(56)}"; app.use(session({ secret: ["${s(57)}", "${s(58)}"] }));
if (other === "${s(59)}") { app.use(session({ secret: "${s(60)}" })); }
const page = <p title="${s(61)}">${s(62)}<b>{"${s(63)}"}</b></p>; app.use(session({ secret: "x" }));
@decorated("${s(64)}") class C { ["${s(65)}"] = "${s(66)}"; m() { app.use(session({ secret: "y" })); } }
String.raw\`${s(67)}\`; tag\`${s(68)}\`; app.use(session({ secret: "z" }));
`;

const env = `# ${s(80)}
SECRET_KEY=${s(81)} # ${s(82)}
export JWT_SECRET="${s(83)}"
${s(84)}
SESSION_SECRET='${s(85)}
${s(86)}'
${s(87)} = ${s(88)}
COOKIE_SECRET=\${OTHER:-${s(89)}}
${s(90)}==
APP_SECRET="${s(91)}
CSRF_SECRET: ${s(92)}
AUTH_SECRET=${s(93)}\${A}${s(94)}`;

const broken = {
  "broken.py": `from flask import Flask\napp = Flask(__name__)\nx = (((\n  ${s(100)} ${s(101)} "${s(102)}\napp.secret_key = "${s(103)}"\ny = '''${s(104)}\n${s(105)}\napp.secret_key = "${s(106)}" ${s(107)}\n`,
  "broken.ts": `import session from "express-session";\nSESSION_SECRET = "${s(109)}";\nconst a = "${s(110)}\nconst b = ${s(111)} ${s(112)} @@;\napp.use(session({ secret: "${s(113)}" })); ${s(114)}\nlet c = \`${s(115)}\n${s(116)}\nsession({ secret: "${s(117)}" })\n`,
  "nul.py": `from flask import Flask\napp.secret_key = "${s(120)}"\n\0${s(121)}`,
  "package.json": `{ "name": "${s(122)}", "keys": ${s(123)} }`,
  "requirements.txt": `flask==${s(124)}\n`,
};

const configuration = JSON.stringify({
  ignore: [{ rule: "hardcoded-key", path: "nowhere/**", name: "NAME", reason: s(130) }, { rule: "hardcoded-key", path: "ignored.py", reason: `it was ${s(131)} before` }],
  publishedKeys: "published.txt",
});

const files: Files = {
  ".env": env, ".envrc": env.replaceAll("SECRET", "SECRET_2"), "app.py": python, "server.tsx": javascript, ...broken,
  "keylint.config.json": configuration, "published.txt": `${s(132)}\n`,
  "ignored.py": `SECRET_KEY = "${s(133)}"\nOTHER_SECRET_KEY = "${s(134)}"  # nosec ${s(135)}\n`,
};

test("are in no report of several repositories, and in none that was merged", () => {
  const outputs = ofSeveral(files);
  for (const format of FORMATS) expect(outputs[format]).toContain("two/app.py".slice(format === "json" ? 4 : 0));
  expect(outputs["stdout 3"]).toContain('"repository": "two"');
  expect(leaksOf(planted, outputs)).toEqual([]);
});

describe("sentinels", () => {
  const outputs = everything(files);

  test("findings stand where sentinels were planted", () => {
    const { findings } = JSON.parse(outputs["json"] ?? "") as { findings: readonly { region: { path: string } }[] };
    expect(findings.length).toBeGreaterThanOrEqual(30);
    expect(new Set(findings.map(({ region }) => region.path))).toEqual(new Set([".env", ".envrc", "app.py", "server.tsx", "broken.py", "broken.ts"]));
  });

  test("none of them, no part, form, digest or measure of them comes out", () => {
    expect(leaksOf(planted, outputs)).toEqual([]);
  });

  test("none of them is shown in an editor", () => {
    const shown = inEditors({ ...files, "plain.js": `const jwt = require("jsonwebtoken");\njwt.sign({}, "${s(170)}"); // ${s(171)}\n` });
    expect(shown["editor: app.py"]).toContain('"code":"hardcoded-key"');
    expect(shown["ESLint: plain.js"]).toContain('"ruleId":"keylint/hardcoded-key"');
    expect(leaksOf(planted, shown)).toEqual([]);
  });

  test("none of them stands in the cache", () => {
    const kept = caching(files);
    expect(Object.keys(kept).sort()).toEqual(["clock", "files", "report-"]);
    expect(kept["report-"]).toContain("app.py");
    expect(leaksOf(planted, kept)).toEqual([]);
  });
});

describe("configurations that are wrong", () => {
  test.each<[string, string, string]>([
    ["a text for a level", "keylint.config.json", JSON.stringify({ rules: { "short-key": s(140) } })],
    ["a text for a number", "keylint.config.json", JSON.stringify({ minBytes: s(141) })],
    ["a rule that does not exist", "keylint.config.json", JSON.stringify({ ignore: [{ rule: s(142), path: "a" }] })],
    ["a rule as a key", "keylint.config.json", JSON.stringify({ rules: { [s(143)]: "off" } })],
    ["a key that does not exist", "keylint.config.json", JSON.stringify({ [s(144)]: s(145) })],
    ["a day that is none", "keylint.config.json", JSON.stringify({ ignore: [{ rule: "short-key", path: "a", until: s(146) }] })],
    ["a pattern that is none", "keylint.config.json", JSON.stringify({ exclude: [`../${s(147)}`] })],
    ["a slot that is none", "keylint.config.json", JSON.stringify({ slots: [{ id: s(149), at: [{ setting: s(150), [s(151)]: 1 }], label: s(152) }] })],
    ["no JSON", "keylint.config.json", `{ "minBytes": ${s(153)} }`],
    ["no JSON in a text", "keylint.config.json", `{ "a": "${s(154)}\n" }`],
    ["no JSON at the end", "keylint.config.json", `{} ${s(155)}`],
    ["no TOML value", "pyproject.toml", `[tool.keylint]\nminBytes = ${s(156)}\n`],
    ["no TOML key", "pyproject.toml", `[tool.keylint]\n${s(157)} ${s(158)} = 1\n`],
    ["no TOML string", "pyproject.toml", `[tool.keylint]\na = "${s(159)}\n`],
    ["a TOML table twice", "pyproject.toml", `[tool.keylint]\n[tool.keylint."${s(160)}"]\n[tool.keylint."${s(160)}"]\n`],
    ["a TOML escape", "pyproject.toml", `[tool.keylint]\na = "\\${s(161)}"\n`],
    ["a TOML date", "pyproject.toml", `[tool.keylint]\na = 2026-99-99T${s(162)}\n`],
    ["no JSON in package.json", "package.json", `{ "keylint": { "minBytes": ${s(163)} } }`],
  ])("%s", (_, path, text) => {
    const outputs = atTerminal({ [path]: text, "app.py": "" });
    expect(outputs["stderr"]).toMatch(/^keylint: /);
    expect(leaksOf(planted, outputs)).toEqual([]);
  });
});
