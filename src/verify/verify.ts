import { few } from "../text/few.ts";
import { printable } from "../text/printable.ts";
import { refusalOf } from "./kinds.ts";
import { mostSlowly, searched, type Found } from "./search.ts";
import { tokensIn } from "./token.ts";
import { triedOf, type Sources } from "./tried.ts";

/** What is asked: a token as it was copied, and where keys are. */
export interface Asked extends Sources {
  readonly pasted: Buffer;
}

/** What is told, for people; or what is wrong with the token. Neither holds anything of the token or of a key. */
export type Verdict = { readonly text: string; readonly matched: boolean } | { readonly mistake: string };

/** Which of the keys signed a token. */
export function verify(asked: Asked): Verdict {
  const tokens = tokensIn(asked.pasted);
  if ("mistake" in tokens) return tokens;
  const keys = triedOf(asked);
  const found = tokens.flatMap((readings) => searched(readings, keys) ?? []);
  if (found.length === 0) return { mistake: refusalOf(tokens.flat()) };
  const matches = found.filter(({ match }) => match);
  const told = matches.length > 0 ? [...new Set(matches.map(matchText))] : [noneText(found, keys.length, asked)];
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

function noneText(found: readonly Found[], count: number, { list }: Asked): string {
  const these = found.length === 1 ? "this token" : "these tokens";
  const hint = list === undefined ? "Name other folders, or a list of keys, one a line, with --keys FILE." : "Name other folders, or another list.";
  if (count === 0) return `There is no key here to try on ${these}. ${hint}`;
  const ways = found.reduce((sum, one) => sum + one.ways, 0);
  const titles = few([...new Set(found.flatMap(({ kinds }) => kinds.map(({ title }) => title)))], " or ");
  const place = list === undefined ? "found here" : "found here and in the list";
  const none = count === 1 ? `The only key ${place} did not sign` : `None of the ${count.toLocaleString("en")} keys ${place} signed`;
  const cut = found.some((one) => one.cut) ? [`A slow way, of h3 2, was tried with the first ${mostSlowly.toLocaleString("en")} of them only.`] : [];
  return [`${none} ${these} (${titles}; ${ways === 1 ? "1 way" : `${ways} ways`} tried).`, ...cut, hint].join(" ");
}
