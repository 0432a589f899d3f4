import { escaped } from "../escaped.ts";

/** HTML that is known to be well-formed: made by `markup`, or by this program's own hand. */
export interface Markup {
  readonly html: string;
}

/** What may stand in a template: text is escaped, markup is not. */
export type Part = string | number | Markup | readonly Markup[];

/**
 * A template of HTML. Text between its parts is ours; text in it may be anybody's, and becomes neither an element nor the end of
 * an attribute, which stands in double quotes always. What cannot be seen, or turns the direction of writing, is written out.
 */
export function markup(ours: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: ours.reduce((all, text, index) => all + htmlOf(parts[index - 1] ?? "") + text) };
}

/** Nothing. */
export const nothing: Markup = { html: "" };

/** Markup when something is there to be shown. */
export function when(shown: boolean, make: () => Markup): Markup {
  return shown ? make() : nothing;
}

/** Markup one after another. */
export function joined(parts: readonly Markup[], between = ""): Markup {
  return { html: parts.map(({ html }) => html).join(between) };
}

function htmlOf(part: Part): string {
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escaped(part);
  return "html" in part ? part.html : joined(part).html;
}
