import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { generate } from "../../src/generate.ts";
import type { Finding } from "../../src/types/finding.ts";
import { lintFiles } from "../support/lint.ts";

const digest = createHash("sha256").update("keylint fixture 700").digest();
const key = digest.toString("hex");

/** The only finding in a project. */
function only(files: Readonly<{ [path: string]: string }>): Finding {
  const { findings } = lintFiles(files);
  expect(findings.map(({ rule, region }) => `${rule} ${region.path}`)).toHaveLength(1);
  return findings[0] as Finding;
}

function stepsIn(files: Readonly<{ [path: string]: string }>): readonly string[] {
  return only(files).steps;
}

const flask = (value: string): string => `import os\nimport random\nimport secrets\nfrom flask import Flask\n\napp = Flask(__name__)\napp.secret_key = ${value}\n`;
const starlette = `from starlette.applications import Starlette\nfrom starlette.middleware.sessions import SessionMiddleware\n\napp = Starlette()\napp.add_middleware(SessionMiddleware, secret_key="${key}")\n`;

describe("a strong key that is written in the source", () => {
  const steps = stepsIn({ "app.py": flask(`"${key}"`) });

  test("a new one comes first, then the place that gives it, then the code", () => {
    expect(steps.slice(0, 3)).toEqual([
      "Make a new key: keylint generate flask.",
      "Set SECRET_KEY to the new key where the application runs, before the code that needs it is deployed.",
      "Read SECRET_KEY in app.py instead of what stands there, let the program stop without it, and deploy.",
    ]);
  });

  test("may stay as an old key, on a condition, for as long as a session lasts", () => {
    expect(steps[3]).toMatch(/^Only if no stranger could ever read this repository.* may the old key stay .*SECRET_KEY_FALLBACKS/);
    expect(steps[4]).toMatch(/^Take it out 31 days after that deployment, .*; in any other case do not keep it/);
  });

  test("the history is purged last, and only if one must", () => {
    expect(steps.at(-1)).toMatch(/^Then, if you must, purge the history .*forks, clones, caches and logs/);
  });

  test("of a framework that takes one key only: it is not kept", () => {
    const [, , , drop, purge] = stepsIn({ "main.py": starlette });
    expect(drop).toBe("Do not keep the old key: whoever read it could go on using it. It protects session cookies, and what was made with it is refused from then on.");
    expect(purge).toContain("purge the history");
  });
});

describe("a key that strangers have or can guess is never kept", () => {
  test.each([
    ["published", flask("b'_5#y2L\"F4Q8z\\n\\xec]/'"), "published-key", "it stands in public"],
    ["a stand-in", flask('"change-me"'), "placeholder-key", "attackers try"],
    ["words", flask('"purple monkey session"'), "low-entropy-key", "whoever guesses it"],
    ["weakly random", flask('"".join(random.choice("abcdef") for _ in range(40))'), "weak-random-key", "whoever computes it again"],
    ["short", flask("os.urandom(8).hex()"), "short-key", "whoever tries all keys of its length"],
  ])("%s", (_, text, rule, because) => {
    const finding = only({ "app.py": text });
    expect(finding.rule).toBe(rule);
    const steps = finding.steps.join("\n");
    expect(steps).toContain(`Do not keep the old key: `);
    expect(steps).toContain(because);
    expect(steps).toContain("It protects session cookies, and what was made with it is refused from then on.");
    expect(steps).not.toMatch(/FALLBACKS|stay|purge/);
  });

  test("a default: only where the variable was missing does something end", () => {
    const steps = stepsIn({ "app.py": flask(`os.environ.get("APP_SECRET", "${key}")`) });
    expect(steps[1]).toBe("Set APP_SECRET to the new key wherever the application runs without it, before the next step is deployed.");
    expect(steps[2]).toBe("Take the default out of app.py, so that the program stops without APP_SECRET.");
    expect(steps[3]).toMatch(/^Where APP_SECRET was set, nothing ends; where it was not, do not keep the old key/);
  });

  test("an empty one", () => {
    const steps = stepsIn({ "token.py": 'import hashlib\nimport hmac\n\n\ndef sign(text):\n    return hmac.new(b"", text, hashlib.sha256).hexdigest()\n' }).join("\n");
    expect(steps).toContain("Let the program stop when SIGNING_KEY is missing or empty.");
    expect(steps).toContain("anybody could have made it");
  });

  test("one that is shipped to browsers gets another name, and leaves the pages", () => {
    const steps = stepsIn({ ".env.production": `NEXT_PUBLIC_JWT_SECRET=${key}\n` });
    expect(steps[1]).toBe("Give it to the server only, as JWT_SECRET or another name that no bundler ships.");
    expect(steps.join("\n")).toMatch(/Build and deploy anew, and empty the caches[^]*every visitor got it/);
  });
});

test("what --fix does is said where it is asked for, alike for all files", () => {
  const findings = ["app.py", "web.py"].flatMap((path) => lintFiles({ [path]: flask(`"${key}"`) }, { mends: true }).findings);
  expect(findings.map(({ steps }) => steps[2])).toEqual(["app.py", "web.py"].map(() => "Take the old key out of the files, as keylint --fix does, so that the program reads SECRET_KEY and stops without it, and deploy."));
});

test("the fix reads the variable that the steps name", () => {
  const fixIn = (files: Readonly<{ [path: string]: string }>): string => only(files).fix;
  expect(fixIn({ "a.py": `import jwt\n\nSIGNING_SECRET = "${key}"\njwt.encode({}, SIGNING_SECRET)\n` })).toContain('os.environ["SIGNING_SECRET"]');
  expect(fixIn({ ".env": "LINK_KEY=abcabc\n", "a.js": `const crypto = require("crypto-js");\ncrypto.HmacSHA256(text, process.env.LINK_KEY);\n` })).toContain("process.env.LINK_KEY,");
  expect(fixIn({ ".env": "LINK_KEY=abcabc\n", "a.js": `const crypto = require("crypto-js");\ncrypto.AES.encrypt(text, process.env.LINK_KEY);\n` })).toContain("process.env.LINK_KEY,");
  expect(fixIn({ "a.js": `const crypto = require("crypto-js");\ncrypto.AES.encrypt(text, "${key}");\n` })).toContain("process.env.ENCRYPTION_KEY,");
  expect(fixIn({ "settings.py": `import os\n\nINSTALLED_APPS = []\nSECRET_KEY = os.environ["SECRET_KEY"]\nSECRET_KEY_FALLBACKS = ["${key}"]\n` })).not.toContain('SECRET_KEY to os.environ["OLD');
  expect(fixIn({ "a.js": `const crypto = require("crypto-js");\ncrypto.HmacSHA256(text, "${key}");\n` })).toContain("process.env.SIGNING_KEY,");
});

test("of a place with a key of another form the command makes that", () => {
  const steps = stepsIn({ "box.py": `from cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\nbox = AESGCM(bytes.fromhex("${key}"))\n` });
  expect(steps[0]).toBe("Make a new key: keylint generate cryptography/cipher.");
});

test("each command that is said makes a key", () => {
  const commands = new Set(frameworks.flatMap(({ bad }) => only(bad).steps.flatMap((step) => /keylint generate( [\w/-]+)?/.exec(step)?.[1]?.trim() ?? [])));
  expect(commands.size).toBeGreaterThan(100);
  expect([...commands].filter((topic) => "mistake" in generate(topic))).toEqual([]);
});

describe("an environment file that git tracks", () => {
  test("leaves git and stays on the disk", () => {
    expect(stepsIn({ ".env": `SESSION_SECRET=${key}\n` })[2]).toBe("Take the file out of git and keep it on the disk (git rm --cached .env), and add it to .gitignore.");
  });

  test("a name that a shell would read otherwise is in no command", () => {
    const steps = stepsIn({ "$(touch x)/.env": `SESSION_SECRET=${key}\n` });
    expect(steps[2]).toContain("(git rm --cached)");
    expect(steps.join("\n")).not.toContain("$(");
  });

  test("the variable has the name that the file gives it", () => {
    expect(stepsIn({ ".env": `MY_SHOP_JWT_SECRET=${key}\n` })[1]).toContain("Set MY_SHOP_JWT_SECRET to the new key");
  });
});

describe("what is encrypted is read once more before the old key goes", () => {
  test("as the framework does it", () => {
    const steps = stepsIn({ "box.py": `from cryptography.fernet import Fernet\n\nbox = Fernet("${digest.toString("base64url")}=")\n` });
    expect(steps[1]).toMatch(/^Encrypt anew what the old key encrypted .* before it goes; to that end use MultiFernet/);
    expect(steps[2]).toMatch(/^Set FERNET_KEY/);
    expect(steps[4]).toMatch(/^Copies and backups stay readable/);
  });

  test("by hand where the framework cannot", () => {
    const steps = stepsIn({ "box.js": `import Cryptr from "cryptr";\n\nexport const box = new Cryptr("${key}");\n` });
    expect(steps[1]).toMatch(/^Before the old key goes, read what it encrypted and write it again/);
    expect(steps.join("\n")).not.toContain("Do not keep the old key");
  });
});

test("a key that is made at each start was never written down: nothing to purge, nothing to drop", () => {
  const steps = stepsIn({ "app.py": flask("secrets.token_hex()") });
  expect(steps[0]).toBe("Make one key, once: keylint generate flask.");
  expect(steps[2]).toBe("Read SECRET_KEY in app.py instead of making one, let the program stop without it, and deploy.");
  expect(steps.join("\n")).not.toMatch(/purge|old key/);
});

test("a missing key is made and handed over", () => {
  const steps = stepsIn({ "app.py": 'from flask import Flask, flash\n\napp = Flask(__name__)\n\n\n@app.post("/")\ndef saved():\n    flash("saved")\n    return ""\n' });
  expect(steps[0]).toBe("Make a key: keylint generate flask.");
  expect(steps.join("\n")).not.toMatch(/purge|old key/);
});

describe("an old key among those that are still accepted", () => {
  const settings = (old: string): string => `import os\n\nSECRET_KEY = os.environ["SECRET_KEY"]\nSECRET_KEY_FALLBACKS = ["${old}"]\nINSTALLED_APPS = ["django.contrib.sessions"]\n`;

  test("a strong one goes when what it signed has expired", () => {
    const steps = stepsIn({ "mysite/settings.py": settings(key) });
    expect(steps[0]).toBe("Take it out of SECRET_KEY_FALLBACKS when 14 days have passed since it was replaced, for then what it signed has expired.");
    expect(steps[1]).toContain("OLD_SECRET_KEY");
  });

  test("a weak one goes at once, and no new key is made for it", () => {
    const steps = stepsIn({ "mysite/settings.py": settings("purple monkey session") });
    expect(steps[0]).toMatch(/^Take it out of SECRET_KEY_FALLBACKS in mysite\/settings\.py at once/);
    expect(steps.join("\n")).not.toContain("keylint generate");
  });
});

describe("where it does not run in production", () => {
  test.each([
    ["tests/test_app.py", /^Look whether anything but tests runs with it/],
    ["examples/app.py", /^Let the example read SECRET_KEY/],
    ["dev/app.py", /^Look whether anything but development ever ran with it/],
  ])("%s: fewer steps", (path, first) => {
    const steps = stepsIn({ [path]: flask(`"${key}"`) });
    expect(steps[0]).toMatch(first);
    expect(steps.length).toBeLessThanOrEqual(3);
  });
});

test("one key in several places is replaced in all of them", () => {
  const { findings } = lintFiles({ "api/.env": `JWT_SECRET=${key}\n`, "admin/.env": `SESSION_SECRET=${key}\n` });
  expect(findings).toHaveLength(2);
  for (const { steps } of findings) expect(steps.join("\n")).toContain("in the other places where this key stands");
});

describe.each(frameworks.map((framework) => [framework.id, framework] as const))("%s", (_, { bad }) => {
  const { steps } = only(bad);

  test("has a way out of at most six steps, the same on every day", () => {
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.length).toBeLessThanOrEqual(6);
    for (const step of steps) {
      expect(step).toMatch(/^[A-Z].*\.$/);
      expect(step).not.toMatch(/undefined|\.\.|\b20\d\d\b|: [^:]*: [^:]*: /);
      expect(step.length).toBeLessThan(320);
    }
  });
});
