import { describe, inject, test } from "vitest";
import { fromNpm, testWith } from "../support/tool.ts";
import { typescript as language } from "./languages.ts";
import { mendedInDeed } from "./story.ts";
import { typescript } from "./typescript.ts";

describe("what --fix makes of applications in TypeScript", async () => {
  if (!inject("all")) return test.skip(`${typescript.map(({ name }) => name).join(", ")} [not run: only with --all]`);
  const tool = await fromNpm(
    "typescript@5.9", "@types/node@20", "@types/express@5", "@types/express-session@1", "@types/jsonwebtoken@9", "@types/passport-jwt@4", "express@5", "express-session@1", "jsonwebtoken@9", "cookie-signature@1",
    "@nestjs/common@11", "@nestjs/core@11", "@nestjs/platform-express@11", "@nestjs/jwt@11", "@nestjs/passport@11", "passport@0.7", "passport-jwt@4", "reflect-metadata@0.2", "rxjs@7",
  );
  for (const application of typescript) testWith(tool, application.name, (packages) => mendedInDeed(application, language, packages));
});
