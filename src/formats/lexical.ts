import type { Language, Module } from "../types/module.ts";
import { ModuleBuilder } from "./builder.ts";
export function readLexically(path: string, text: string, language: Language, failure: string): Module {
  return new ModuleBuilder(path, language, text).finish(failure);
}
