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
    ["# nosec see_below: B105", "nosec"],
    ["# nosec B101", undefined],
    ["# nosec B101: never reached", undefined],
    ["# nosec see-B101", undefined],
    ["# nosec assert_used", undefined],
    ["# nosec my_hardcoded_password_string", undefined],
    ["# nosec hardcoded_password_strings", undefined],
    ["# nosec B1011", "nosec"],
    ["# nosec AB101", "nosec"],
    ["# nosec 2_B105", "nosec"],
    ["# nosec B101,B311", undefined],
    ["# see nosec in the handbook", undefined],
    ["# noqa", "noqa"],
    ["# NoQA", "noqa"],
    ["# type: ignore # noqa", "noqa"],
    ["# noqa:S105", "noqa"],
    ["# noqa: E501, S106", "noqa"],
    ["# noqa: E501 S107 # why", "noqa"],
    ["# noqa: S", "noqa"],
    ["# noqa: E501", undefined],
    ["# noqa: S101", undefined],
    ["# noqa : E501", undefined],
    ["# noqa: E501, ", undefined],
    ["# ruff: noqa", undefined],
    ["# unnoqa", undefined],
    ["# gitleaks:allow", "gitleaks:allow"],
    ["# only for tests, betterleaks:allow", "betterleaks:allow"],
    ["# pragma: allowlist secret", "pragma: allowlist secret"],
    ["# pragma:whitelist-secret", "pragma: allowlist secret"],
    ["# pragma: allowlist nextline secret", undefined],
    ["# pragma:allowlist-nextline-secret", undefined],
    ["# nosemgrep", "nosemgrep"],
    ["# nosem", "nosemgrep"],
    ["# type: ignore # nosemgrep", "nosemgrep"],
    ["# unnosemgrep", undefined],
    ["# nosemgrep : python.lang.security.audit.exec-detected", undefined],
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
    ["# pragma:allowlist-nextline-secret", "pragma: allowlist nextline secret"],
    ["# nosemgrep", "nosemgrep"],
    ["# nosec", undefined],
    ["# noqa: S105", undefined],
    ["# noqa", undefined],
    ["# gitleaks:allow", undefined],
    ["# betterleaks:allow", undefined],
    ["# pragma: allowlist secret", undefined],
    ["# NOSONAR", undefined],
    ["# trufflehog:ignore", undefined],
    ["x = 1  # nosemgrep", undefined],
  ])("%s", (line, name) => {
    expect(foreignMarker(moduleOf(`${line}\nSECRET_KEY = "x"\n`), 2)).toBe(name);
  });
});

test("prose and generated comments are looked at for so long only", () => {
  expect(foreignMarker(moduleOf(`k = "x"  # ${"a".repeat(1_000)} gitleaks:allow\n`), 1)).toBeUndefined();
  expect(foreignMarker(moduleOf(`k = "x"; ${"/* a */".repeat(100)} // NOSONAR\n`, "app.js"), 1)).toBeUndefined();
});

test("a marker in a text is none", () => {
  expect(foreignMarker(moduleOf(`SECRET_KEY = "# nosec"\n`), 1)).toBeUndefined();
});

test.each([`const secret = "x"; // NOSONAR\n`, `const secret = "x"; /* NOSONAR */ // why\n`, `const secret = /* why */ "x"; /* NOSONAR\n*/\n`])("a marker in JavaScript: %s", (text) => {
  expect(foreignMarker(moduleOf(text, "app.js"), 1)).toBe("NOSONAR");
});
