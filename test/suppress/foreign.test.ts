import { describe, expect, test } from "vitest";
import { foreignMarker } from "../../src/suppress.ts";
import { moduleOf } from "./places.ts";

describe("a marker on the line", () => {
  test.each([
    ["# nosec", "nosec"],
    ["#nosec", "nosec"],
    ["# nosec B105", "nosec"],
    ["# nosec: B101, B106", "nosec"],
    ["# nosec hardcoded_password_string", "nosec"],
    ["# nosec this is only for tests", "nosec"],
    ["# type: ignore # nosec", "nosec"],
    ["# nosec B101", undefined],
    ["# nosec B101,B311", undefined],
    ["# see nosec in the handbook", undefined],
    ["# noqa", "noqa"],
    ["# NoQA", "noqa"],
    ["# noqa:S105", "noqa"],
    ["# noqa: E501, S106", "noqa"],
    ["# noqa: E501 S107 # why", "noqa"],
    ["# noqa: S", "noqa"],
    ["# noqa: E501", undefined],
    ["# noqa: S101", undefined],
    ["# ruff: noqa", undefined],
    ["# gitleaks:allow", "gitleaks:allow"],
    ["# only for tests, betterleaks:allow", "betterleaks:allow"],
    ["# pragma: allowlist secret", "pragma: allowlist secret"],
    ["# pragma:whitelist-secret", "pragma: allowlist secret"],
    ["# pragma: allowlist nextline secret", undefined],
    ["# nosemgrep", "nosemgrep"],
    ["# nosemgrep: python.flask.security.hardcoded-config.avoid-hardcoded-secret_key", "nosemgrep"],
    ["# nosemgrep: python.lang.security.audit.exec-detected", undefined],
    ["# NOSONAR", "NOSONAR"],
    ["# NOSONARLY", undefined],
    ["# trufflehog:ignore", "trufflehog:ignore"],
    ["# a comment", undefined],
  ])("%s", (comment, name) => {
    expect(foreignMarker(moduleOf(`SECRET_KEY = "x"  ${comment}\n`), 1)).toBe(name);
  });
});

describe("a marker on the line before", () => {
  test.each([
    ["# pragma: allowlist nextline secret", "pragma: allowlist nextline secret"],
    ["# nosemgrep", "nosemgrep"],
    ["# nosec", undefined],
    ["# noqa: S105", undefined],
    ["# gitleaks:allow", undefined],
    ["# pragma: allowlist secret", undefined],
    ["x = 1  # nosemgrep", undefined],
  ])("%s", (line, name) => {
    expect(foreignMarker(moduleOf(`${line}\nSECRET_KEY = "x"\n`), 2)).toBe(name);
  });
});

test("a marker in a text is none", () => {
  expect(foreignMarker(moduleOf(`SECRET_KEY = "# nosec"\n`), 1)).toBeUndefined();
});

test("a marker in JavaScript", () => {
  expect(foreignMarker(moduleOf(`const secret = "x"; // NOSONAR\n`, "app.js"), 1)).toBe("NOSONAR");
});
