import type { Environment } from "./match/environment.ts";
import type { Layout } from "./project/layout.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import type { Context, Key } from "./types/key.ts";
import type { Sights } from "./types/sights.ts";
import type { Tree } from "./types/source.ts";

/** What is asked of a run. */
export interface Request extends Settings {
  readonly tree: Tree;
  /** File mode: only these are read, references followed from them. Absent: project mode, the whole tree. */
  readonly files?: readonly string[];
  /** File mode: keys that these files use count too where they stand in others. */
  readonly elsewhere?: boolean;
  /** How the tree is laid out, where that is known already. */
  readonly layout?: Layout;
  /** Project mode: only findings in or under these are reported. Absent: all. */
  readonly below?: readonly string[];
  /** Whether what surely mends a finding is wanted with it. */
  readonly mends?: boolean;
  /** Shown contexts. */
  readonly contexts: readonly Context[];
  /** Honour other tools' markers. */
  readonly foreign: boolean;
  /** Sees to all files, perhaps on several threads: what was seen in each. Absent: on this one. */
  readonly seen?: (paths: readonly string[], sights: Sights) => Uint8Array;
  /** Told how far the run is. */
  readonly onProgress?: Progress;
  /** Handed each key as it is found, refused ones and those of which no rule speaks too, for `keylint verify`: with its text, so nobody else asks. */
  readonly onKey?: (key: Key) => void;
  /** Told of the variables that reach a slot. */
  readonly onEnvironment?: (environment: Environment) => void;
  /** Variables that reach a slot in another tree: what files of this one give them counts. */
  readonly environment?: Environment;
  /** Where the configuration stands: relative to the root, absolute outside of it. */
  readonly configPath?: string;
  /** `yyyy-mm-dd`, for ignores that end. */
  readonly today: string;
}
