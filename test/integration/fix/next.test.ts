import { describe, inject, test } from "vitest";
import { fromNpm, testWith } from "../support/tool.ts";
import { typescript as language } from "./languages.ts";
import { next } from "./next.ts";
import { mendedInDeed } from "./story.ts";

/** It is built three times. */
const patience = 600_000;

describe.runIf(inject("all"))("what --fix makes of applications that are built and served", async () => {
  if (!inject("all")) return test.skip(`${next.name} [not run: only with --all]`);
  const tool = await fromNpm("next@15", "react@19", "react-dom@19", "iron-session@8", "next-auth@4", "typescript@5.9", "@types/node@20", "@types/react@19");
  testWith(tool, next.name, (packages) => mendedInDeed(next, language, packages), patience);
});
