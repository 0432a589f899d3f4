import { describe } from "vitest";
import { fromPip, testWith } from "../support/tool.ts";
import { python as language } from "./languages.ts";
import { python } from "./python.ts";
import { mendedInDeed } from "./story.ts";

const tool = await fromPip("flask==3.*", "flask-jwt-extended==4.*", "django>=5,<7", "django-environ==0.*", "python-decouple==3.*", "fastapi<1", "httpx2", "itsdangerous==2.*", "pyjwt==2.*", "pydantic-settings==2.*");

describe("what --fix makes of applications in Python", () => {
  for (const application of python) testWith(tool, application.name, (packages) => mendedInDeed(application, language, packages));
});
