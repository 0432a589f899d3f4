import type { Tree } from "../types/source.ts";

/** Whether a file belongs to a step of a tutorial. */
export type Lessons = (path: string) => boolean;

/** `01-Getting-Started`, `2_forms`, `Part3 Login`. */
const numbered = /^(?:(?:part|step|chapter|lesson|section|day|week)[-_ ]?)?\d{1,3}(?:[-_. ]+[a-z].*)?$/i;

/** The same program in fewer folders is no course: two versions of one. */
const leastSteps = 3;

/** The steps of a tutorial: numbered folders side by side that hold one file each, of the same name: the program as it was after each. */
export function lessonsIn(tree: Tree): Lessons {
  let counted: ReadonlyMap<string, number> | undefined;
  return (path) => {
    counted ??= countedBySteps(tree);
    return stepsOf(path).some((step) => (counted?.get(step) ?? 0) >= leastSteps);
  };
}

function countedBySteps(tree: Tree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const step of tree.paths.flatMap(stepsOf)) counts.set(step, (counts.get(step) ?? 0) + 1);
  return counts;
}

/** A path without the number of the folder that may be a step: once for each such folder. */
function stepsOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(0, -1).flatMap((part, at) => (part.length < 80 && numbered.test(part) ? [[...parts.slice(0, at), "#", ...parts.slice(at + 1)].join("/")] : []));
}
