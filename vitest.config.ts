import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    dir: "test",
    exclude: ["**/integration/**", "**/bench/**"],
    testTimeout: 60_000,
    maxWorkers: "100%",
  },
});
