import { describe, expect, test } from "vitest";
import { contextOfPath, isProductionOnly, isProgram, isRun, placeOf, placeUnder } from "../src/place.ts";

/** Paths, one a word, under the context that their names say. */
const paths: Readonly<{ [context: string]: string }> = {
  test: `
.github/workflows/test.yml .github/actions/set-up/action.yml .circleci/config.yml .gitlab/ci/lint.yml .buildkite/steps.yml .semaphore/semaphore.yml .gitlab-ci.yml web/.gitlab-ci-lint.yaml .travis.yml azure-pipelines.yml
bitbucket-pipelines.yml .drone.yml appveyor.yml .appveyor.yml cloudbuild.yaml .woodpecker.yml .cirrus.yml codefresh.yml buildspec.yml buildspec-unit.yml Jenkinsfile web/Jenkinsfile.lint ci/lint.yml .ci/lint.yaml web/ci/vars.env
ci/run.sh test/app.py tests/app.py testing/app.py __tests__/app.js spec/app.rb specs/app.js e2e/app.js __mocks__/app.js mock/app.js mocks/app.js fixture/app.py fixtures/app.py testdata/app.py test_data/app.py test-unit/app.py
unit-test/app.py unit_tests/app.py cypress/app.js playwright/app.js .jest/setup.js benchmark/app.py benchmarks/app.py integration_tests/app.py src/Tests/app.py test.py tests.py conftest.py test_app.py test-app.js app_test.py app-tests.js
app.testing.js app.test-d.ts app.tst.ts app.spec.ts app.e2e.ts app.e2e-spec.ts app.mock.ts smoketest.py smoke_tests.py testsettings.py testssettings.py settings_test.py settings-tests.py ci.py settings_ci.py ci-settings.py
jest.setup.js jest.config.js vitest.setup.ts vitest.config.ts .env.test env.tests .env-testing .env_ci .env.e2e .env.test.local test.env tests.env pytest.ini tox.ini noxfile.py`,
  docs: "doc/app.py docs/app.py documentation/app.py docs_src/app.py README.md page.mdx guide.rst manual.adoc notes.txt docs/examples/app.py",
  example: `
example/app.py examples/app.py sample/app.py samples/app.py demo/app.py demos/app.py tutorial/app.py tutorials/app.py playground/app.py playgrounds/app.py snippets/app.py template/app.py templates/app.py boilerplate/app.py
boilerplates/app.py quickstart/app.py quickstarts/app.py starter/app.py starters/app.py example-shop/app.py example_shop/app.py shop-example/app.py shop_examples/app.py shop-sample/app.py shop-demos/app.py example.env .env.example .env.examples
sample.env settings.samples.py config-template.py .env.templates config.tpl.js settings.py.dist demo.py app_demo.py tutorial-1.py .env.production.example examples/dev/app.py`,
  development: `
dev/app.py development/app.py local/app.py localhost/app.py devenv/app.py .devcontainer/app.py sandbox/app.py dev.py config.dev.js settings_devel.py develop.py config-development.js local.py .env.local localhost.yml settings.localdev.py`,
  production: `
app.py mydev/app.py xexamples/app.py examplesx/app.py latest/app.py contest/app.py attestation.py protests/app.py tests.d/app.py specials/app.py app_testy.py contest.py my.env docsx/app.py mydocs/app.py a.mdc sampler/app.py exampled.py devices/app.py devil.py locale/app.py
locales.py .env.production.local .env.local-prod prod.dev.py .github/workflows/deploy.yml .github/workflows/publish.yaml .github/workflows/cd.yml .circleci/prod.yml ci/build.py cicd/x.sh ci/a/b.yml my-ci/x.yml .gitlab-ci/x.py Jenkins.py cloudbuild.py ci.js
settings_ci.js pytest.ini.py noxfile.js tox.ini.bak mytest.env2 my_noxfile.py.x`,
};

describe.each(Object.entries(paths))("%s", (context, names) => {
  test.each(names.trim().split(/\s+/))("%s", (path) => {
    expect(contextOfPath(path)).toBe(context);
  });
});

describe("why", () => {
  const because = (path: string, ...within: readonly string[]): string | undefined => placeOf({ path, within, guards: [] }).because;

  test.each([
    [".github/workflows/test.yml", "only the build server uses it"],
    ["src/Tests/app.py", "the folder is called tests"],
    ["src/app.test.js", "of the file's name"],
    ["src/app.js", undefined],
  ])("%s: %s", (path, reason) => {
    expect(because(path)).toBe(reason);
  });

  test("a class", () => {
    expect([because("app.py", "make", "DevConfig"), because("app.py", "ProdConfig", "DevConfig")]).toEqual(["it stands in DevConfig", undefined]);
  });

  test("names that nobody writes are looked at for so long only", () => {
    expect([contextOfPath(`${"a".repeat(191)}.test.js`), contextOfPath(`${"a".repeat(192)}.test.js`)]).toEqual(["test", "production"]);
    expect([because("app.py", `${"a".repeat(193)}_Test`.slice(0, 199)), because("app.py", `${"a".repeat(195)}_Test`)]).toEqual([`it stands in ${"a".repeat(193)}_Test`, undefined]);
  });

  test("what a guard says counts where the names say nothing", () => {
    const guards = [undefined, { context: "test" as const, because: "so" }, { context: "development" as const }];
    expect(placeOf({ path: "app.py", within: ["make"], guards })).toEqual({ context: "test", because: "so" });
    expect(placeOf({ path: "app.py", within: ["ProductionConfig"], guards })).toEqual({ context: "production" });
    expect(placeOf({ path: "app.py", within: [], guards: [undefined] })).toEqual({ context: "production" });
  });
});

const classes: Readonly<{ [context: string]: string }> = {
  test: "Test TestConfig ProdTest TestsConfig TestingConfig UnitTest UnitTests A_Testing test tests testing TESTING TESTS test_login my_test testconfig testsettings unit_TESTING pytest pytest.ini_options tool:pytest",
  development: "Dev DevConfig Development DevelopmentConfig DevelopConfig Local LocalSettings MyDebug DebugConfig dev development develop local debug devconfig localsettings developmentenvironment my_dev dev_config",
  production: "Latest Contest Attestation attested protest Device Locale Debugger deviation devices localize Production prod PROD mytests my.pytest",
};

describe.each(Object.entries(classes))("a class of %s", (context, names) => {
  test.each(names.split(" "))("%s", (name) => {
    expect(placeOf({ path: "app.py", within: [name], guards: [] }).context).toBe(context);
  });
});

describe("under a test of these words", () => {
  const development = "dev DEV devel develop development DEBUG local localhost __DEV__ indev is_dev isDev in_debug is_in_development debug_mode devMode dev_env local_environment dev_server app_debug appdebug flask_debug DJANGO_DEBUG runserver";
  const tests = "test tests TESTING is_test isTesting in_test inTest test_mode testEnv testing_environment __test__ pytest vitest jest mocha JEST_WORKER_ID PYTEST_CURRENT_TEST";
  const productions = "prod production PROD is_prod isProduction in_production inProd prod_mode prodEnv production_environment __PROD__";

  test.each(development.split(" "))("%s it is development, and production where it does not hold", (word) => {
    expect([placeUnder(["x", word], true), placeUnder([word], false)]).toEqual([{ context: "development", because: "it is used under a check for development" }, undefined]);
  });

  test.each(tests.split(" "))("%s it is a test", (word) => {
    expect([placeUnder(["x", word], true), placeUnder([word], false)]).toEqual([{ context: "test", because: "it is used under a check for test" }, undefined]);
  });

  test.each(productions.split(" "))("%s it is development where it does not hold", (word) => {
    expect([placeUnder([word], true), placeUnder(["x", word], false)]).toEqual([undefined, { context: "development", because: "it is used outside production only" }]);
  });

  test.each(["device", "mydev", "dev1", "debugger", "attest", "mytest", "test1", "my_pytest", "pytests", "product", "myprod", "prod1", "app_debugger", "my_app_debug", "runservers", "myrunserver", "___dev", "dev___", "region", "a".repeat(60)])("%s it may be anything", (word) => {
    expect([placeUnder([word], true), placeUnder([word], false)]).toEqual([undefined, undefined]);
  });

  test("of development and of tests it is development", () => {
    expect(placeUnder(["test", "dev"], true)?.context).toBe("development");
  });
});

test("what runs in production only", () => {
  expect([isProductionOnly(["make", "ProductionConfig"]), isProductionOnly(["prod"]), isProductionOnly(["NonProd", "make"]), isProductionOnly([])]).toEqual([true, true, false, false]);
});

test.each([["a.py", true], ["a.pyw", true], ["a.ipynb", true], ["a.js", true], ["a.JS", true], ["a.mjs", true], ["a.cts", true], ["a.tsx", true], ["a.jsx", true], ["a.json", false], ["a.pyx", false], ["apy", false], ["a.js.map", false]])("%s is a program: %s", (path, is) => {
  expect(isProgram(path)).toBe(is);
});

test("what runs is neither a test nor a document, unless the configuration says so", () => {
  const of = (path: string, context?: "test" | "docs" | "production"): boolean => isRun(path, () => context);
  expect([of("app.py"), of("dev/app.py"), of("tests/app.py"), of("docs/app.py"), of("app.py", "test"), of("app.py", "docs"), of("tests/app.py", "production")]).toEqual([true, true, false, false, false, false, true]);
});
