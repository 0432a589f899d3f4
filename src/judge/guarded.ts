import { placeUnder, type Placement } from "../place.ts";
import type { GuardHere } from "../resolve/flow.ts";
import type { Ground } from "../resolve/ground.ts";
import { holdsUntold, saidBy } from "../guards/guards.ts";

/** Where the program runs by what each guard says; nothing of one that holds in a program that is told nothing. */
export function placesUnder(guards: readonly Pick<GuardHere, "guard" | "module">[], ground: Ground): readonly (Placement | undefined)[] {
  return guards.map(({ guard, module }) => (guard.kind === "if" && holdsUntold(guard.test, module, ground) !== guard.holds ? saidBy(guard.test, guard.holds, placeUnder) : undefined));
}
