import type { Holding } from "./holding.ts";

/** A program that installs packages of npm: how it adds one for development, and how it runs one. */
export interface Manager {
  readonly add: string;
  readonly run: string;
}

/** Whose lock file is there says who installs. */
const managers: readonly (readonly [lock: string, manager: Manager])[] = [
  ["pnpm-lock.yaml", { add: "pnpm add --save-dev", run: "pnpm exec keylint" }],
  ["yarn.lock", { add: "yarn add --dev", run: "yarn keylint" }],
  ["bun.lock", { add: "bun add --dev", run: "bunx keylint" }],
  ["bun.lockb", { add: "bun add --dev", run: "bunx keylint" }],
];

const npm: Manager = { add: "npm install --save-dev", run: "npx keylint" };

/** Who installs the packages of a repository's top; undefined where that is no package of npm. */
export function managerOf({ paths }: Pick<Holding, "paths">): Manager | undefined {
  if (!paths.includes("package.json")) return undefined;
  const found = managers.find(([lock]) => paths.includes(lock))?.[1] ?? npm;
  const isWorkspace = found.run.startsWith("pnpm") && paths.includes("pnpm-workspace.yaml");
  return isWorkspace ? { ...found, add: `${found.add} --workspace-root` } : found;
}

/** How keylint gets there; nothing where it is among what the manifest names. */
export function installing(holding: Holding): readonly string[] {
  const manager = managerOf(holding);
  return manager === undefined || /"keylint"\s*:/.test(holding.text("package.json") ?? "") ? [] : [`${manager.add} keylint`];
}
