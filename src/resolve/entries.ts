import type { Binding } from "../types/module.ts";
import type { Entry, Member, Record, Value } from "../types/value.ts";
import { once } from "./once.ts";

/** The names from a file's top to an entry of its settings. */
export function pathOf(target: Member): readonly string[] {
  const path: string[] = [];
  for (let at: Value = target; at.kind === "member"; at = at.object) path.unshift(at.name);
  return path;
}

const stage = /^(tests?|testing|development|dev|production|prod|(tool:)?pytest\w{0,40})$/i;

/** The sections around an entry or a variable of settings that say where it is meant to run: `test:`, `[tool.pytest_env]`, `development:`. */
export function stagesOf({ target, holder }: Pick<Binding, "target" | "holder">): readonly string[] {
  const around = target.kind === "member" ? pathOf(target).slice(0, -1) : holder ? pathOf(holder) : [];
  return around.filter((name) => stage.test(name));
}

/** A mapping while it is put together; the last of several values counts. */
type Holder = Map<string, { readonly binding: Binding; readonly inside: Holder }>;

/** What a file of settings holds, as the mapping that a program gets when it reads the file. */
export const settingsOf = once((module): Record => {
  const top: Holder = new Map();
  for (const binding of module.bindings) {
    if (binding.target.kind !== "member") continue;
    let holder = top;
    for (const name of pathOf(binding.target)) {
      const known = holder.get(name);
      const next = known?.inside ?? new Map();
      holder.set(name, { binding, inside: next });
      holder = next;
    }
  }
  return recordOf(top);
});

function recordOf(holder: Holder): Record {
  const entries = [...holder].map(([name, { binding, inside }]): Entry => ({ name, value: inside.size > 0 ? recordOf(inside) : binding.value, span: binding.span }));
  const [first] = entries;
  return { kind: "record", entries, span: { start: first?.span.start ?? 0, end: entries.at(-1)?.span.end ?? 0 } };
}
