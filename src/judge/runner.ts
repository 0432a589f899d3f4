import type { Ground } from "../resolve/ground.ts";
import { once } from "../resolve/once.ts";

/** Packages that give a test what it calls. */
const packages: ReadonlySet<string> = new Set(["vitest", "@jest/globals"]);

/**
 * What throws outside of a test's runner: Vitest's suites, hooks and changes of what is imported, and all of Jest's, which cannot even be imported.
 * https://vitest.dev/api/, https://github.com/jestjs/jest/blob/v29.7.0/packages/jest-globals/src/index.ts#L33
 */
const onlyInTests = /^(@jest\/globals|vitest\.((before|after)(All|Each)|describe|suite|it|test|(vi|vitest)\.(mock|doMock|stubEnv|stubGlobal)))(\.|$)/;

/** Whether a file, whatever it is called, can be loaded by the runner of tests only: as it is loaded, it calls what throws elsewhere. */
export const isOfRunner = once((module, { symbols }: Pick<Ground, "symbols">): boolean => {
  if (!module.imports.some(({ from }) => packages.has(from))) return false;
  return module.calls.some(({ value, scope, guards }) => scope === module.top && guards.length === 0 && onlyInTests.test(symbols.any(value.callee, module) ?? ""));
});
