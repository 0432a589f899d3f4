import { describe, expect, test } from "vitest";
import { shown, type Project } from "../support/shown.ts";

const sample = "SECRET_KEY=zebra\nJWT_SECRET=changeme\n";
const found = (path: string, context = ""): readonly string[] => [`${path}:1 zebra low-entropy-key SECRET_KEY${context}`, `${path}:2 changeme placeholder-key JWT_SECRET${context}`];

describe("a sample that the repository itself installs is what runs in production", () => {
  test.each<[string, string, Project]>([
    ["a Dockerfile that copies it", ".env.example", { Dockerfile: "FROM node:22\nCOPY . .\nCOPY .env.example .env\n" }],
    ["a Dockerfile that copies it in the image", "env-example", { Dockerfile: "FROM node:22\nCOPY . .\nRUN if [ ! -f .env ]; then cp env-example .env; fi\n" }],
    ["compose", ".env.example", { "compose.yml": "services:\n  web:\n    image: shop\n    env_file: .env.example\n" }],
    ["compose, in a list", ".env.sample", { "compose.yml": "services:\n  web:\n    image: shop\n    env_file:\n      - common.env\n      # keys\n      - ./.env.sample\n" }],
    ["a Makefile", "web/.env.example", { Makefile: "setup:\n\tcp web/.env.example web/.env\n" }],
    ["a script", ".env.example", { "setup.sh": "#!/bin/sh\nset -e\n[ -f .env ] || cp .env.example .env\n" }],
    ["a script that reads it", ".env.example", { "start.sh": "#!/bin/sh\n. ./.env.example\nexec node app.js\n" }],
    ["npm's scripts", ".env.example", { "package.json": `{ "scripts": { "postinstall": "cp -n .env.example .env" } }\n` }],
    ["a program that copies it", ".env.example", { "setup.js": `const fs = require("fs");\nfs.copyFileSync(".env.example", ".env");\n` }],
    ["a program that loads it", ".env.example", { "app.js": `process.loadEnvFile(".env.example");\n` }],
    ["a Python program that loads it", ".env.example", { "app.py": `from dotenv import load_dotenv\nload_dotenv(".env.example")\n` }],
    ["a workflow that deploys", ".env.example", { ".github/workflows/deploy.yml": "jobs:\n  deploy:\n    steps:\n      - run: cp .env.example .env\n" }],
  ])("%s", (_, path, project) => {
    expect(shown({ [path]: sample, ...project })).toEqual(found(path).map((line) => line));
  });
});

describe("one that nothing installs is an example, whose stand-ins are none of its keys", () => {
  test.each<[string, Project]>([
    ["nothing", {}],
    ["a document", { "README.md": "Run `cp .env.example .env`.\n" }],
    ["a comment", { Makefile: "# cp .env.example .env\nall:\n" }],
    ["a message", { "check.sh": "echo 'cp .env.example .env first'\n" }],
    ["a test", { "tests/setup.sh": "cp .env.example .env\n" }],
    ["a workflow that only tests", { ".github/workflows/test.yml": "jobs:\n  test:\n    steps:\n      - run: cp .env.example .env\n" }],
  ])("%s", (_, project) => {
    expect(shown({ ".env.example": sample, ...project })).toEqual([".env.example:1 zebra low-entropy-key SECRET_KEY in example"]);
  });

  test("one that a script copies and gives keys of its own is an example", () => {
    const script = `cp .env.example .env\nsed -i "s/zebra/$(openssl rand -hex 32)/" .env\n`;
    expect(shown({ ".env.example": sample, "setup.sh": script })).toEqual(found(".env.example", " in example"));
  });

  test("one in a folder of examples stays there", () => {
    expect(shown({ "examples/shop/.env.example": sample, "examples/shop/setup.sh": "cp .env.example .env\n" })).toEqual(found("examples/shop/.env.example", " in example"));
  });

  test("one of development is for development", () => {
    expect(shown({ ".env.dev.example": sample, "setup.sh": "cp .env.dev.example .env\n" })).toEqual(found(".env.dev.example", " in development"));
  });
});
