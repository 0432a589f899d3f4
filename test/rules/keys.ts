import type { Framework } from "../../src/types/framework.ts";
import type { Assessment, Key, Making, Origin } from "../../src/types/key.ts";
import { Secret } from "../../src/types/secret.ts";
import type { Slot } from "../../src/types/slot.ts";

/** A framework that nobody has. */
export const framework: Framework = {
  id: "shop", title: "Shop", language: "python", docs: "https://example.com/", protects: "session cookies", attack: "", fix: "", slots: [], bad: {}, good: {},
};

/** A place for a key in it, like any other but for what is given. */
export function slot(more: Partial<Slot> = {}): Slot {
  return { id: "secret-key", at: [], label: "SECRET_KEY", ...more };
}

/** What is written in the repository. No rule reads it. */
export const literal: Making = { kind: "literal", received: new Secret("zebra"), form: "text" };

/** What the program makes with a good generator when it starts, and does not keep. */
export function generated(more: Partial<Making & { readonly kind: "generated" }> = {}): Making {
  return { kind: "generated", by: "token_bytes", strength: "strong", bytes: 32, when: "start", kept: false, ...more };
}

/** What is to be said of a random text of 32 bytes, but for what is given. */
export function assessed(more: Partial<Assessment> = {}): Assessment {
  return { placeholder: false, asks: false, template: false, strength: "strong", random: 32, ...more };
}

/** Where a key comes from, but for what is given: a literal in app.py that is the program's key. */
export function origin({ path = "app.py", start = 0, ...more }: Partial<Origin> & { readonly path?: string; readonly start?: number } = {}): Origin {
  return { making: literal, place: { path, span: { start, end: start + 5 } }, role: "value", trail: [], ...more };
}

/** A strong key that is written in the source, but for what is given. */
export function key(more: Partial<Key> = {}): Key {
  return {
    framework, slot: slot(), name: "SECRET_KEY", sink: { path: "app.py", span: { start: 0, end: 5 } }, evidence: "api", origin: origin(), context: "production",
    refused: false, envFile: false, assessment: assessed(), length: 64, leastRandom: 16, ...more,
  };
}
