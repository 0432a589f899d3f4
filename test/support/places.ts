import { createHash } from "node:crypto";
import type { Framework } from "../../src/types/framework.ts";
import type { Slot } from "../../src/types/slot.ts";

/** A key of a form that the place takes. */
export function keyFor({ encoding, exact, prefix = "" }: Slot): string {
  const digest = createHash("sha512").update("keylint fixture 710").digest();
  const bytes = digest.subarray(0, exact?.[0] ?? 32);
  if (encoding === "base64url") return `${prefix}${bytes.toString("base64url")}=`;
  if (encoding === "base64") return prefix + bytes.toString("base64");
  return prefix + digest.toString("hex").slice(0, exact?.[0] ?? 64);
}

/** What shows that the project uses the framework. */
export function manifests({ id, language, slots, uses = [] }: Framework): Readonly<{ [path: string]: string }> {
  const symbols = slots.flatMap(({ at }) => at.flatMap((one) => ("call" in one ? [one.call] : []))).filter((symbol) => !symbol.startsWith("*"));
  const packages = [id, ...uses.flatMap((use) => use.import ?? []), ...symbols.map((symbol) => /^(@[^/]+\/)?[^/.()]+/.exec(symbol)?.[0] ?? symbol)];
  return language === "python" ? { "requirements.txt": packages.join("\n") } : { "package.json": JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "1.0.0"])) }), "requirements.txt": packages.join("\n") };
}
