// npm run test:integration [-- --all] [-- any argument of vitest]. --all runs what takes too long for every change, too.
import { parseCLI, startVitest } from "vitest/node";

const given = process.argv.slice(2);
const { filter, options } = parseCLI(["vitest", "run", "--config", "test/integration/vitest.config.ts", ...given.filter((argument) => argument !== "--all")]);
await startVitest("test", filter, { ...options, provide: { all: given.includes("--all") } });
