import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const server = (body: string, refusal: string): Project => ({
  "server.ts": `import session from "express-session";

class Loader {
  #isProduction = process.env.NODE_ENV === "production";
  isProduction = this.#isProduction;

  refuse(message: string): void {
    ${refusal}
    console.warn(message);
  }

  load(http: { secret?: string }) {
    http.secret = http.secret ?? process.env.COOKIE_SECRET;
    if (!http.secret) {
      ${body}
    }
    return session({ secret: http.secret });
  }
}
`,
});

describe("a default behind a function that stops the program in production is for development", () => {
  test.each([
    ["a method", server(`this.refuse("no secret");\n      http.secret = "@1";`, `if (this.isProduction) {\n      throw new Error(message);\n    }`)],
    ["a field that is private", server(`this.refuse("no secret");\n      http.secret = "@1";`, `if (this.#isProduction) throw new Error(message);`)],
    ["an exit", server(`this.refuse("no secret");\n      http.secret = "@1";`, `if (process.env.NODE_ENV === "production") process.exit(1);`)],
    ["a function of another file", {
      "app.py": `import os\nfrom flask import Flask\nfrom checks import refuse\n\napp = Flask(__name__)\nkey = os.environ.get("APP_KEY")\nif not key:\n    refuse("APP_KEY")\n    key = "@1"\napp.secret_key = key\n`,
      "checks.py": `import os\n\ndef refuse(name):\n    if os.environ.get("STAGE") == "production":\n        raise RuntimeError(name)\n    print("no", name)\n`,
    }],
  ] as const)("%s", (_, project: Project) => {
    const found = shown(project);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/ in development$/);
  });
});

describe("it runs in production", () => {
  test.each([
    ["where the function stops it elsewhere", server(`this.refuse("no secret");\n      http.secret = "@1";`, `if (process.env.NODE_ENV === "test") throw new Error(message);`)],
    ["where the function stops it for something else", server(`this.refuse("no secret");\n      http.secret = "@1";`, `if (message === "") throw new Error(message);`)],
    ["where the function stops it only for something else besides", server(`this.refuse("no secret");\n      http.secret = "@1";`, `if (this.isProduction) {\n      if (message === "") throw new Error(message);\n    }`)],
    ["where the call stands under another condition", server(`if (http === undefined) {\n        this.refuse("no secret");\n      }\n      http.secret = "@1";`, `if (this.isProduction) throw new Error(message);`)],
    ["where another function is called", server(`this.other("no secret");\n      http.secret = "@1";`, `if (this.isProduction) throw new Error(message);`)],
  ] as const)("%s", (_, project: Project) => {
    const found = shown(project);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain(" in ");
  });
});
