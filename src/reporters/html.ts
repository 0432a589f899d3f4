import type { Reporter } from "../types/reporter.ts";
import { located } from "./located.ts";
import { page } from "./html/page.ts";

/**
 * One page for a browser, that needs nothing beside itself and may load nothing. All of the report stands in it as HTML; its script
 * only filters. In the package a file of its own, because most runs need none of it.
 */
export const html: Reporter = (report, { rules }) => page(located(report), rules);
