import { behind } from "./behind.ts";
import { kindOf } from "./formats/names.ts";
import { memo } from "./memo.ts";
import { isProgram, isRun } from "./place.ts";
import { specifiersIn } from "./project/importers.ts";
import type { Layout } from "./project/layout.ts";
import type { Request } from "./request.ts";
import { lookFor } from "./screen.ts";
import { plansMade } from "./screen/made.ts";
import type { Scope } from "./settings.ts";
import type { Config } from "./types/config.ts";
import type { Sights } from "./types/sights.ts";

/** What may be in a file, as bits: a key that arrives, the use of something that needs one; or that it cannot be read; or neither, whatever other files say. */
export const [arriving, needing, unreadable, empty] = [1, 2, 4, 8];

/** What is looked for in files of a tree, made once for each layout and configuration: texts may come one after another. */
const lookOf = memo(({ packages, imported, depends }: Layout) => memo((config: Config) => {
  const isOwn = (config.slots ?? []).length === 0 && (config.models ?? []).length === 0;
  return lookFor(isOwn ? plansMade(() => behind.plansOf({ config })) : behind.plansOf({ config }), {
    packageOf: (path) => packages.of(path),
    importsOwn: (path, bytes) => specifiersIn(bytes.toString("latin1")).some((from) => {
      const target = from.startsWith(".") ? imported(from, { path, language: "javascript" }) : undefined;
      return target !== undefined && packages.entry(target) === packages.of(path);
    }),
    dependsOn: depends,
  });
}));

/** Sees what may be in files of a tree. In file mode nobody asks what needs a key. */
export function sightsIn(request: Pick<Request, "tree" | "config" | "files">, scope: Pick<Scope, "contextOf">, layout: Layout): Sights {
  const { tree, config } = request;
  const look = lookOf(layout)(config);
  const see = (path: string): number => {
    const bytes = tree.read(path);
    if (!Buffer.isBuffer(bytes)) return unreadable;
    const uses = request.files === undefined && isProgram(path) && isRun(path, scope.contextOf);
    const sight = look(bytes, path, kindOf(path), uses);
    return (sight.key ? arriving : 0) | (sight.use ? needing : 0) | (sight.empty ? empty : 0);
  };
  return { see, isNamed: (path) => look.isNamed(path, kindOf(path)) };
}
