import { expect, test } from "vitest";
import { placeOf } from "../src/place.ts";

/** The context of a value in a class or function of this name, in a file that says nothing. */
function within(name: string): string {
  return placeOf({ path: "app/config.py", within: [name], guards: [] }).context;
}

test.each([
  ["TestingConfig", "test"],
  ["TestConfig", "test"],
  ["UnitTests", "test"],
  ["test_login", "test"],
  ["TESTING", "test"],
  ["StatelessStateStore", "production"],
  ["LatestConfig", "production"],
  ["ContestSettings", "production"],
  ["attestation", "production"],
  ["DevelopmentConfig", "development"],
])("a value in %s is in %s", (name, context) => {
  expect(within(name)).toBe(context);
});

test.each([
  ["settings/ci.py", "test"],
  ["config/settings_ci.py", "test"],
  ["app/ci/build.py", "production"],
  ["app/policies.py", "production"],
])("a value in the file %s is in %s", (path, context) => {
  expect(placeOf({ path, within: [], guards: [] }).context).toBe(context);
});
