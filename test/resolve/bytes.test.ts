import { describe, expect, test } from "vitest";
import { findingsIn } from "../support/shown.ts";

/** Whether the key that an expression makes is this text: it is told for published when it is in the list of what is published. */
function makes(program: string, path: string, text: string): boolean {
  return findingsIn({ [path]: program }, { publishedKeys: [text] }).some(({ rule }) => rule === "published-key");
}

const python = (expression: string, text: string): boolean => makes(`import base64, binascii, codecs\nfrom flask import Flask\napp = Flask(__name__)\nparts = ["walnut", "harbor"]\nnames = {"a": "walnut", "b": "harbor"}\napp.secret_key = ${expression}\n`, "app.py", text);
const node = (expression: string, text: string): boolean => makes(`const jwt = require("jsonwebtoken");\nconst parts = ["walnut", "harbor"];\njwt.sign({}, ${expression});\n`, "app.js", text);

describe("Python: the text that arrives", () => {
  test.each([
    [`"walnut" + "-harbor"`, "walnut-harbor"],
    [`b"walnut" + b"-harbor"`, "walnut-harbor"],
    [`"walnut-" * 2`, "walnut-walnut-"],
    [`2 * "walnut-"`, "walnut-walnut-"],
    [`"walnut-" * 2 + "harbor"`, "walnut-walnut-harbor"],
    [`"walnut %s" % "harbor"`, "walnut harbor"],
    [`"walnut %d%%" % 7`, "walnut 7%"],
    [`"%s and %s" % ("walnut", "harbor")`, "walnut and harbor"],
    [`"%(b)s and %(a)s" % {"a": "walnut", "b": "harbor"}`, "harbor and walnut"],
    [`"{} and {}".format("walnut", "harbor")`, "walnut and harbor"],
    [`"{1} and {0}".format("walnut", "harbor")`, "harbor and walnut"],
    [`"{b} and {a}".format(a="walnut", b="harbor")`, "harbor and walnut"],
    [`"{b}{} and {}".format("of ", "walnut", b="harbor ")`, "harbor of  and walnut"],
    [`"{10}{x1}".format(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, "walnut", x1="harbor")`, "walnutharbor"],
    [`"-".join(parts)`, "walnut-harbor"],
    [`"".join(("walnut", "harbor", "lantern"))`, "walnutharborlantern"],
    [`b"-".join([b"walnut", b"harbor"])`, "walnut-harbor"],
    [`f"{parts[1]}-{'walnut'}"`, "harbor-walnut"],
    [`f"{parts[-1]} {7}"`, "harbor 7"],
    [`"walnut-harbor"[:6]`, "walnut"],
    [`"walnut-harbor"[7:]`, "harbor"],
    [`"walnut-harbor"[2:9]`, "lnut-ha"],
    [`"walnut-harbor"[-6:]`, "harbor"],
    [`"walnut-harbor"[:-7]`, "walnut"],
    [`"walnut".ljust(9, "0")`, "walnut000"],
    [`"walnut".rjust(9, "0")`, "000walnut"],
    [`"walnut".ljust(9) + "harbor"`, "walnut   harbor"],
    [`"walnut-harbor".ljust(6, "0")`, "walnut-harbor"],
    [`"walnüt".encode()`, "walnüt"],
    [`"walnüt".encode("utf-8")`, "walnüt"],
    [`("wal" + "nüt").encode().decode()`, "walnüt"],
    [`base64.b64encode("walnüt!!?".encode()).decode()`, "d2FsbsO8dCEhPw=="],
    [`base64.b64decode("d2FsbnV0ISE/").decode() + "-harbor"`, "walnut!!?-harbor"],
    [`base64.b64decode("d2FsbnV0ISE/") + b"-harbor"`, "walnut!!?-harbor"],
    [`base64.urlsafe_b64decode("d2FsbnV0ISE_") + b"-harbor"`, "walnut!!?-harbor"],
    [`base64.b64encode(b"walnut!!?").decode() + "-harbor"`, "d2FsbnV0ISE/-harbor"],
    [`binascii.hexlify(b"walnut").decode() + "-harbor"`, "77616c6e7574-harbor"],
    [`b"walnut".hex() + "-harbor"`, "77616c6e7574-harbor"],
    [`bytes.fromhex("77616c6e7574") + b"-harbor"`, "walnut-harbor"],
    [`bytes.fromhex("77616c6e75").decode("latin-1") + "\\xfft-harbor"`, "walnu\xfft-harbor"],
    [`bytes(b"walnut") + b"-harbor"`, "walnut-harbor"],
    [`"walnüt".encode("latin-1").hex()`, "77616c6efc74"],
    [`"walnüt".encode().hex()`, "77616c6ec3bc74"],
    [`"walnüt".encode().encode("utf8").hex()`, "77616c6ec3bc74"],
    [`("wal".encode() + "nüt".encode()).hex()`, "77616c6ec3bc74"],
  ])("%s", (expression, text) => {
    expect(python(expression, text)).toBe(true);
    expect(python(expression, `${text}.`)).toBe(false);
  });
});

describe("JavaScript: the text that arrives", () => {
  test.each([
    [`"walnut" + "-harbor"`, "walnut-harbor"],
    ["`${parts[1]}-${7}`", "harbor-7"],
    [`parts.join()`, "walnut,harbor"],
    [`parts.join("")`, "walnutharbor"],
    [`parts.join(" ")`, "walnut harbor"],
    [`"walnut".concat("-", "harbor")`, "walnut-harbor"],
    [`"walnut-".repeat(2)`, "walnut-walnut-"],
    [`"walnut-harbor".slice(0, 6)`, "walnut"],
    [`"walnut-harbor".slice(-6)`, "harbor"],
    [`"walnut-harbor".substring(7)`, "harbor"],
    [`"walnut-harbor".substr(2, 7)`, "lnut-ha"],
    [`"walnut".padEnd(9, "xy")`, "walnutxyx"],
    [`"walnut".padStart(9, "xy")`, "xyxwalnut"],
    [`"walnut".padEnd(9) + "harbor"`, "walnut   harbor"],
    [`Buffer.concat([Buffer.from("walnut"), Buffer.from("-harbor")])`, "walnut-harbor"],
    [`Buffer.from("77616c6e7574", "hex").toString() + "-harbor"`, "walnut-harbor"],
    [`Buffer.from("d2FsbnV0ISE/", "base64").toString("utf8") + "-harbor"`, "walnut!!?-harbor"],
    [`Buffer.from("walnüt").toString("hex") + "-harbor"`, "77616c6ec3bc74-harbor"],
    [`Buffer.from("walnüt", "latin1").toString("hex") + "-harbor"`, "77616c6efc74-harbor"],
    [`Buffer.from("walnut").toString("base64url") + "-harbor"`, "d2FsbnV0-harbor"],
    [`Buffer.from("walnüt", "binary").toString("latin1") + "-harbor"`, "walnüt-harbor"],
    [`btoa("walnut") + atob("d2FsbnV0")`, "d2FsbnV0walnut"],
  ])("%s", (expression, text) => {
    expect(node(expression, text)).toBe(true);
    expect(node(expression, `${text}.`)).toBe(false);
  });
});
