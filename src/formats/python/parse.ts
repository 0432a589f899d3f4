import { load } from "../../load.ts";
import { repair } from "./repair.ts";
import { syntaxOf, type Syntax } from "./tree.ts";

/** The syntax of a file. Its offsets are the text's, but its text may not be what the parser saw: read it from the file. */
export interface Parsed extends Pick<Syntax, "root" | "comments"> {
  /** The first place that is no Python of any version. */
  readonly damage: number | undefined;
}

/** Parses a text; where the parser stumbles it is given the text again, repaired. The better of the two is kept. */
export function parse(text: string): Parsed {
  const { parser } = load("@lezer/python");
  const asWritten = syntaxOf(parser.parse(text));
  if (asWritten.errors.length === 0) return { ...asWritten, damage: undefined };
  const repaired = repair(text);
  const again = syntaxOf(parser.parse(repaired.text));
  const [kept, damage] = again.errors.length <= asWritten.errors.length ? [again, repaired.damage] : [asWritten, undefined];
  return { root: kept.root, comments: kept.comments, damage: damage ?? kept.errors[0] };
}
