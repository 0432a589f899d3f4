import type { Key } from "../types/key.ts";

/** Names that say only that it is a key: what a variable of the process is called says whose. */
const bare = /^(SECRET|KEY|KEYS|TOKEN|PASSWORD|SALT|VALUE|DEFAULT|SECRETS|PRIVATE_KEY|SECRET_OR_KEY|JWT)$/;

/** A name that says that it is a key; the nearest name on its way may be a method's. */
const telling = /SECRET|KEY|TOKEN|PASS|SALT/;

/** A variable for a key. */
export interface Variable {
  readonly name: string;
  /** It is the key's own name, letter for letter or as a setting is written (`secret_key`), or the one that it stands behind; else one that is made of the name, or usual. */
  readonly isOwn: boolean;
}

/**
 * The variable that a key shall be read from. `read`: those that the project reads this slot's key from elsewhere; where the key is the
 * application's only one of its kind, a setting of it, that is the one.
 */
export function variableOf(key: Key, read: readonly string[]): Variable | undefined {
  const { origin, name, slot } = key;
  const { variable } = origin;
  if (variable !== undefined) return isVariable(variable) ? { name: variable, isOwn: true } : undefined;
  const own = name === slot.label && slot.label.includes(".") ? undefined : upperSnake(name);
  const isSetting = slot.at.some((at) => "setting" in at);
  const [only, ...others] = isSetting ? read.filter(isVariable) : [];
  if (only !== undefined && others.length === 0) return { name: only, isOwn: true };
  const usual = usualOf(key);
  if (own !== undefined && (usual === own || (telling.test(own) && !bare.test(own)))) return { name: own, isOwn: own === name || (isSetting && own === usual) };
  return usual === undefined ? undefined : { name: usual, isOwn: false };
}

/** What the framework's users call the variable. */
export function usualOf({ slot, framework }: Pick<Key, "slot" | "framework">): string | undefined {
  return slot.variable ?? framework.variable;
}

/** A name that every shell can set. */
export function isVariable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,79}$/.test(name);
}

/** `jwtSecret` and `jwt.secret` are JWT_SECRET; what holds signs, as a label does, is no name. */
function upperSnake(name: string): string | undefined {
  const parts = name.split(".").filter((part) => part !== "this").slice(-2);
  const last = parts.at(-1) ?? "";
  const words = bare.test(last.toUpperCase()) && parts.length === 2 ? parts.join("_") : last;
  const upper = words.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll("-", "_").toUpperCase();
  return isVariable(upper) && /^[\w.$-]+$/.test(name) ? upper : undefined;
}
