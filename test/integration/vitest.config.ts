import { defineConfig } from "vitest/config";

/** Two cores: a file's installations run beside another file's tests. */
export default defineConfig({
  test: {
    dir: "test/integration",
    globalSetup: "test/integration/support/setup.ts",
    // For what hangs; a busy machine takes long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Only a message: workers end late on a busy machine.
    teardownTimeout: 60_000,
    // Tests that are not run say why in their titles.
    reporters: ["verbose"],
  },
});
