import type { Format } from "../types/module.ts";
import { dotenv } from "./dotenv/index.ts";
import { javascript } from "./javascript/index.ts";
import { python } from "./python/index.ts";

/** Every format; the first whose file names fit reads a file. */
export const formats: readonly Format[] = [dotenv, python, javascript];
