/** All that `rules/` may import: the types of the data there, and nothing that looks or prints. */
export type { At, Condition, Slot, Symbol } from "./types/slot.ts";
export type { Example, Feature, Framework } from "./types/framework.ts";
export type { KeyForm } from "./types/key-form.ts";
export type { Bundler } from "./types/bundler.ts";
export type { Model, Models } from "./types/model.ts";
export type { Key } from "./types/key.ts";
export type { Level, Problem, Project, Remark, Rule, Use } from "./types/rule.ts";
