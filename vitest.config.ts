import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    exclude: ["test/integration/**", "test/bench/**"],
    testTimeout: 30_000,
  },
});
