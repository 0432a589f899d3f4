import type { Framework } from "./framework.ts";
import type { Secret } from "./secret.ts";
import type { Slot } from "./slot.ts";
import type { Span } from "./value.ts";

/** A place in a file of the scope. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** One step of the way that a key takes, from the origin to the slot. `note` holds names only, never values. */
export interface Step extends Place {
  readonly note: string;
}

/** Where the program would run with this value. */
export type Context = "production" | "development" | "example" | "test" | "docs";

/** Why the bytes are what they are. */
export type Making =
  /** Written in the repository. */
  | { readonly kind: "literal"; readonly received: Secret; readonly form: "text" | "bytes" }
  /** Made by the program. `bytes`: random bytes at most. */
  | { readonly kind: "generated"; readonly by: string; readonly strength: "strong" | "random" | "time" | "machine" | "uuid1"; readonly bytes?: number;
      /** `start` when each start of the program makes a new one; `call` when a function makes one for its own use, each time it runs. */
      readonly when: "start" | "call";
      /** The program stores what it made, and can read it again at the next start. */
      readonly kept: boolean }
  /** A digest or derivation of constants only. */
  | { readonly kind: "digest"; readonly bytes: number; readonly of: Secret }
  /** Given to the program from outside, in a variable: nothing is known but the name. */
  | { readonly kind: "variable" };

/** One source of a key's bytes. */
export interface Origin {
  readonly making: Making;
  /** The token in the source: the literal, or the generator's call. */
  readonly place: Place;
  /** `value`: the program's key. `default`: stands behind a missing variable or file. */
  readonly role: "value" | "default";
  /** The variable that it stands behind. */
  readonly variable?: string;
  /** An empty variable takes the default too. */
  readonly emptyTakesDefault?: boolean;
  /** From here to the slot. */
  readonly trail: readonly Step[];
  /** What the guards on the way say: `development` for `if DEBUG`, and so on. */
  readonly guarded?: Context;
}

/** How a bundler puts a key into what browsers are sent: by the beginning of its name, or because it stands under an entry of the settings. */
export type Shipped = { readonly by: string } & ({ readonly name: string; readonly prefix: string } | { readonly entry: string });

/** How long an attacker who knows people would need, offline; never a number of bits. */
export type Strength = "none" | "trivial" | "weak" | "fair" | "strong";

/** What is to be said about the text of a key; made once per distinct text. */
export interface Assessment {
  /** The page that a published key was read on. */
  readonly published?: string;
  /** A stand-in: `changeme`, `your-secret-here`. */
  readonly placeholder: boolean;
  /** One that asks for a value of one's own. `some random string` does not: who copies it has a key. */
  readonly asks: boolean;
  /** A token that a generator or template fills in (`{{ key }}`, `<key>`), which no program would get as it is. */
  readonly template: boolean;
  readonly strength: Strength;
  /** In words for a user, without any part of the text: `a keyboard walk`, `one character repeated`, `common words`. */
  readonly reason?: string;
  /** The random bytes that the text can carry at most, hex and base64 seen through. */
  readonly random: number;
}

/** A binding in a slot with one of its origins: what rules judge. */
export interface Key {
  readonly framework: Framework;
  readonly slot: Slot;
  /** What users know it as: `SECRET_KEY`, `JWT_SECRET`, `session({ secret })`. */
  readonly name: string;
  /** The binding in the slot. */
  readonly sink: Place;
  readonly evidence: "api" | "name";
  readonly origin: Origin;
  readonly context: Context;
  /** Why the context is not production: `the path has "examples"`. */
  readonly because?: string;
  /** The program refuses to start with it. */
  readonly refused: boolean;
  /** An environment file that git tracks holds the origin. */
  readonly envFile: boolean;
  /** A bundler puts it into what browsers are sent. */
  readonly shipped?: Shipped;
  /** For literals and digests. */
  readonly assessment?: Assessment;
  /** Received length in the slot's unit, when it is known. */
  readonly length?: number;
  /** The least random bytes that any key here must carry: 16, or what the configuration says. */
  readonly leastRandom: number;
  /** The least that this slot wants here (its `min`, or by its algorithm). */
  readonly min?: number;
}
