import { describe, expect, test } from "vitest";
import { frameworks } from "../../rules/frameworks/index.ts";
import { flaskPrograms, javascriptPrograms, otherPython, withKey, withoutKey, type FeatureProgram } from "../support/features.ts";
import { lintFiles } from "../support/lint.ts";

const programs = [...flaskPrograms, ...otherPython, ...javascriptPrograms];

/** Features that no program uses, each with the reason. */
const untried: Readonly<{ [feature: string]: string }> = {
  "flask/flask_dance": "an import, like flask_debugtoolbar",
  "flask/flask_security.Security": "a class that is called, like CSRFProtect",
  "starlette/fastapi.middleware.Middleware": "the same class by another name",
  "fastapi-jwt-auth/fastapi_jwt_auth.AuthJWT().create_access_token": "does not install beside pydantic 2",
  "fastapi-jwt-auth/fastapi_jwt_auth.AuthJWT().create_refresh_token": "does not install beside pydantic 2",
  "express-jwt/express-jwt": "the older name of expressjwt",
};

function filesOf({ framework, beside }: FeatureProgram, code: string): { [path: string]: string } {
  const isPython = frameworks.find(({ id }) => id === framework)?.language === "python";
  return beside ? { [beside.file]: code, "run.py": beside.program } : { [isPython ? "app.py" : "app.mjs"]: code };
}

describe.each(programs.map((program) => ({ program, title: `${program.framework} ${program.features.join(", ")}` })))("$title", ({ program }) => {
  test("without a key it is missing", () => {
    const { findings } = lintFiles(filesOf(program, withoutKey(program)));
    expect(findings.map(({ rule, framework }) => `${rule} ${framework}`)).toEqual([`missing-key ${program.framework}`]);
  });

  test("with one from outside it is not", () => {
    expect(lintFiles(filesOf(program, withKey(program))).findings.map(({ rule }) => rule)).toEqual([]);
  });
});

test("each feature of the data is used, or left out for a reason", () => {
  const known = frameworks.flatMap(({ id, uses = [] }) => uses.map(({ import: from, symbol, settings }) => `${id}/${from ?? symbol ?? settings?.mark}`));
  const tried = programs.flatMap(({ framework, features }) => features.map((feature) => `${framework}/${feature}`));
  expect(known.filter((feature) => !tried.includes(feature) && untried[feature] === undefined)).toEqual([]);
  expect([...tried, ...Object.keys(untried)].filter((feature) => !known.includes(feature))).toEqual([]);
});

test.each(frameworks.filter(({ uses }) => uses).map((framework) => ({ id: framework.id, framework })))("$id: each feature says in one way what it is, and where that can be read", ({ framework }) => {
  for (const { import: from, symbol, settings, docs } of framework.uses ?? []) {
    expect([from, symbol, settings].filter((way) => way !== undefined)).toHaveLength(1);
    expect(new URL(docs).protocol).toBe("https:");
  }
});
