import { placeUnder, type Placement } from "../place.ts";
import type { Ground } from "../resolve/ground.ts";
import { holdsUntold, saidBy } from "../guards/guards.ts";
import { leftByCalls, type Told } from "../guards/stops.ts";

/** Where the program runs by what each guard says; nothing of one that holds in a program that is told nothing. */
export function placesUnder(guards: readonly Told[], ground: Ground): readonly (Placement | undefined)[] {
  return [...guards, ...guards.flatMap((told) => leftByCalls(told, ground))].map(({ guard, module }) => (guard.kind === "if" && holdsUntold(guard.test, module, ground) !== guard.holds ? saidBy(guard.test, guard.holds, placeUnder) : undefined));
}
