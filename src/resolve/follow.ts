import { through, into, type Flow } from "./flow.ts";
import type { Ground } from "./ground.ts";
import { exported, namesakes, submodule } from "./links.ts";

/** What a reference or an import leads to, one hop. */
export function follow(flow: Flow, ground: Ground): readonly Flow[] {
  const { value, module } = flow;
  if (value.kind === "reference") {
    return namesakes(value, module, ground.modules).map(({ definition, module: home, scope }) =>
      through(flow, { value: definition.value, module: home, guards: definition.guards, span: definition.span, note: value.name, within: scope.kind === "class" ? scope.name : undefined }),
    );
  }
  if (value.kind !== "import") return [];
  const target = ground.modules.imported(value.from, module);
  if (!target) return [];
  const name = value.name ?? (module.language === "javascript" ? "=" : undefined);
  if (name === undefined) return [];
  const links = exported(target, name, ground.modules);
  if (links.length === 0 && value.name !== undefined && module.language === "python") return [into(flow, submodule(value, value.name))];
  return links.map(({ definition, module: home }) =>
    through(flow, { value: definition.value, module: home, guards: definition.guards, span: definition.span, note: value.name ?? "exports" }),
  );
}
