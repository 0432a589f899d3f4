import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    exclude: ["**/integration/**", "**/bench/**"],
    testTimeout: 30_000,
    maxWorkers: "100%",
  },
});
