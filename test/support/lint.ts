import { lint, type Request } from "../../src/lint.ts";
import type { Report } from "../../src/types/report.ts";
import { treeOf } from "./tree.ts";

/** Lints a small project in memory, all contexts shown. */
export function lintFiles(files: Readonly<{ [path: string]: string | Buffer }>, more: Partial<Request> = {}): Report {
  return lint({
    tree: treeOf(files),
    config: {},
    contexts: ["production", "development", "example", "test", "docs"],
    foreign: true,
    today: "2026-01-01",
    onCrash: (_, error) => {
      throw error;
    },
    ...more,
  });
}
