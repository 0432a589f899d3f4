import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    exclude: ["**/integration/**", "**/bench/**"],
    // For what hangs, on slow machines too: how long work may take, test/support/clock.ts says.
    testTimeout: 120_000,
    maxWorkers: "100%",
  },
});
