import type { Models } from "../../src/kit.ts";
import { nodeSchemas } from "./node-schemas.ts";
import { nodeSettings } from "./node-settings.ts";
import { nodeStandardLibrary } from "./node-standard-library.ts";
import { pythonSchemas } from "./python-schemas.ts";
import { pythonSettings } from "./python-settings.ts";
import { pythonStandardLibrary } from "./python-standard-library.ts";

/** All models. When two match a symbol, the one without `*` counts, then the earlier. */
export const models: readonly Models[] = [pythonSchemas, pythonSettings, pythonStandardLibrary, nodeSchemas, nodeSettings, nodeStandardLibrary];
