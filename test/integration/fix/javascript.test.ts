import { describe } from "vitest";
import { fromNpm, testWith } from "../support/tool.ts";
import { javascript } from "./javascript.ts";
import { javascript as language } from "./languages.ts";
import { mendedInDeed } from "./story.ts";

const tool = await fromNpm(
  "express@5", "express-session@1", "cookie-session@2", "cookie-parser@1", "cookie-signature@1", "keygrip@1", "jsonwebtoken@9", "fastify@5", "@fastify/jwt@10", "@fastify/cookie@11", "koa@3",
);

describe("what --fix makes of applications in JavaScript", () => {
  for (const application of javascript) testWith(tool, application.name, (packages) => mendedInDeed(application, language, packages));
});
