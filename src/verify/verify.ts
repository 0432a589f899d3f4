import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import { refusalOf } from "./kinds.ts";
import { mostSlowly, searched, waysOf, type Found } from "./search.ts";
import { tokensIn } from "./token.ts";
import { triedOf, type Sources } from "./tried.ts";

/** What is told, for people; or what is wrong with the token. Neither holds anything of the token or of a key. */
export type Verdict = { readonly text: string; readonly matched: boolean } | { readonly mistake: string };

/** Which of the keys signed a token, as it was copied. The keys are asked for when it is one that can be tried. */
export function verify(pasted: Buffer, gather: () => Sources): Verdict {
  const tokens = tokensIn(pasted);
  if ("mistake" in tokens) return tokens;
  const known = tokens.flatMap((readings) => waysOf(readings) ?? []);
  if (known.length === 0) return { mistake: refusalOf(tokens.flat()) };
  const sources = gather();
  const keys = triedOf(sources);
  const found = known.map((ways) => searched(ways, keys, Math.floor(mostSlowly / known.length)));
  const matches = found.filter(({ match }) => match);
  const told = matches.length > 0 ? [...new Set(matches.map(matchText))] : [noneText(found, keys.length, sources)];
  return { text: `${told.map(printable).join("\n\n")}\n`, matched: matches.length > 0 };
}

function matchText({ match }: Found): string {
  if (!match) return "";
  const { kind, key: { stands } } = match;
  const where = few([...new Set(stands.map((stand) => stand.where()))], "; ");
  const id = stands.map(({ framework }) => framework).find((one) => one !== undefined && one !== "generic") ?? kind.framework;
  const holder = stands.some(({ isListed }) => !isListed) ? "that file" : "that key";
  return [
    `${where.replace(/^line/, "Line")} ${kind.encrypts ? "encrypted" : "signed"} this ${kind.title}. Whoever has ${holder} can make ${kind.power}.`,
    `Replace the key (keylint generate${id === undefined ? "" : ` ${id}`}) and do not keep the old one among those that are still accepted: what it made is refused then, and users sign in again.`,
  ].join(" ");
}

function noneText(found: readonly Found[], count: number, { list }: Sources): string {
  const these = found.length === 1 ? "this token" : "these tokens";
  const hint = list === undefined ? "Name other folders, or a list of keys, one a line, with --keys FILE." : "Name other folders, or another list.";
  if (count === 0) return `There is no key here to try on ${these}. ${hint}`;
  const ways = found.reduce((sum, one) => sum + one.ways, 0);
  const titles = few([...new Set(found.flatMap(({ kinds }) => kinds.map(({ title }) => title)))], " or ");
  const place = list === undefined ? "found here" : "found here and in the list";
  const none = count === 1 ? `The only key ${place} did not sign` : `None of the ${count.toLocaleString("en")} keys ${place} signed`;
  const cut = found.some((one) => one.cut) ? [`A slow way, of h3 2, was tried with the first ${Math.floor(mostSlowly / found.length).toLocaleString("en")} of them only.`] : [];
  return [`${none} ${these} (${titles}; ${ways === 1 ? "1 way" : `${ways} ways`} tried).`, ...cut, hint].join(" ");
}
