import { defineConfig } from "vitest/config";

/** Stryker tells its workers nothing of the part, and what it calls testFiles leaves out what happens while a file is loaded. */
export default defineConfig({ test: { dir: "test", include: process.env["KEYLINT_MUTATION_TESTS"]?.split(",") ?? [], testTimeout: 120_000 } });
