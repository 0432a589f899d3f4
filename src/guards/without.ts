import type { GuardHere } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { Secret } from "../types/secret.ts";
import type { Checked } from "./subject.ts";
import { truth } from "./truth.ts";

/** Some key. */
const other = new Secret("x".repeat(64));

/** Whether the program does without a key that is empty: a test on its way lets only others through, as in `if (secret) sign(text, secret)`. */
export function doesWithout({ names, secret: empty }: Checked, guards: readonly GuardHere[], ground: Ground): boolean {
  if (empty.length > 0) return false;
  return guards.some(({ guard, module }) => {
    if (guard.kind !== "if") return false;
    const [ofEmpty, ofOther] = [empty, other].map((secret) => truth(guard.test, { names, secret, module, ground }));
    return ofEmpty === !guard.holds && ofOther !== ofEmpty;
  });
}
