import type { Catalogue } from "../match/catalogue.ts";
import type { Ground } from "../resolve/ground.ts";
import type { Key } from "../types/key.ts";
import type { Tree } from "../types/source.ts";
import type { Lessons } from "./lessons.ts";
import type { Samples } from "./samples.ts";
import type { Shipping } from "./shipped.ts";

/** What judging needs to know besides the key itself. */
export interface Judging {
  readonly tree: Tree;
  readonly ground: Ground;
  readonly published: ReadonlyMap<string, string>;
  /** The least random bytes of any key. */
  readonly leastRandom: number;
  /** The context that the configuration gives a path, if any. */
  readonly contextOf: (path: string) => Key["context"] | undefined;
  readonly samples: Samples;
  readonly lessons: Lessons;
  readonly catalogue: Pick<Catalogue, "isExceptedIn">;
  /** Whether a bundler sends it to browsers. */
  readonly shipping: Shipping;
}
