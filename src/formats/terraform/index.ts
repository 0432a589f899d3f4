import type { Format, Module } from "../../types/module.ts";
import { ModuleBuilder } from "../builder.ts";
import { Tables } from "../tables/tables.ts";
import { tokensOf } from "./tokens.ts";
import { HclWalk } from "./walk.ts";
import { kinds } from "../kinds.ts";

/** HCL: Terraform, OpenTofu, Terragrunt, Packer, Nomad, bake files of Docker. */
export const terraform: Format = {
  ...kinds.terraform,
  read,
};

function read(path: string, text: string): Module {
  const builder = new ModuleBuilder(path, "config", text);
  if (text.includes("\0")) return builder.finish("looks binary, so it was not read as HCL");
  const tokens = tokensOf(text, (span) => {
    builder.comment(text.slice(span.start, span.end).replace(/^(?:#+|\/\/+|\/\*+)/, "").replace(/\*\/$/, "").trim(), span);
  });
  new HclWalk(builder, new Tables(builder), tokens).walk();
  return builder.finish();
}
