import type { Reporter } from "../types/reporter.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { sarif } from "./sarif.ts";
import { stylish } from "./stylish.ts";

/** The reporters by the name that --format takes. */
export const reporters = { stylish, json, sarif, github, gitlab, junit, markdown, html } as const satisfies { [name: string]: Reporter };
