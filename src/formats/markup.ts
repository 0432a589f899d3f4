import type { Format, Module } from "../types/module.ts";
import type { Span } from "../types/value.ts";
import { ModuleBuilder } from "./builder.ts";
import { Piece } from "./piece.ts";
import { embedBlocks, type Block } from "./documents/programs.ts";
import { kinds } from "./kinds.ts";

/** Pages and components: their scripts, which `javascript` reads. */
export function makeMarkup(javascript: Format): Format {
  return {
    ...kinds.markup,
    read(path, text): Module {
      const builder = new ModuleBuilder(path, "config", text);
      const front = /\.astro$/i.test(path) ? frontmatter(text) : undefined;
      const scripts = scriptsOf(builder, front?.end ?? 0);
      embedBlocks(builder, [...(front ? [front] : []), ...scripts].map(({ start, end }): Block => {
        const piece = new Piece();
        piece.add(text.slice(start, end), start);
        return { reader: javascript, piece, sure: true };
      }));
      return builder.finish();
    },
  };
}

/** What an Astro component does on the server: https://docs.astro.build/en/basics/astro-components/#the-component-script. */
function frontmatter(text: string): Span | undefined {
  const opening = /^\s{0,200}---[ \t]{0,40}(?:\r\n?|\n)/.exec(text.slice(0, 400));
  if (!opening) return undefined;
  const closing = /^---/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(text)?.index;
  return end === undefined ? undefined : { start: opening[0].length, end };
}

/**
 * The text of each script. It ends at the first end tag, wherever that stands
 * (https://html.spec.whatwg.org/multipage/parsing.html#script-data-state). The text of some other elements is no markup either.
 */
function scriptsOf(builder: ModuleBuilder, from: number): readonly Span[] {
  const { text } = builder;
  const scripts: Span[] = [];
  const opening = /<(?:!--|(script|style|textarea|title)(?=[\s/>]))/gi;
  opening.lastIndex = from;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const element = found[1]?.toLowerCase();
    if (element === undefined) {
      opening.lastIndex = commentAt(builder, found.index);
      continue;
    }
    const tag = tagEnd(text, opening.lastIndex);
    const end = endOf(text, element, tag);
    const inner = { start: tag, end };
    if (element === "script" && isProgram(text.slice(found.index, Math.min(tag, found.index + 4_000))) && /\S/.test(text.slice(tag, end))) scripts.push(inner);
    opening.lastIndex = end;
  }
  return scripts;
}

function commentAt(builder: ModuleBuilder, start: number): number {
  const close = builder.text.indexOf("-->", start + 2);
  const end = close < 0 ? builder.text.length : close + 3;
  builder.comment(builder.text.slice(start + 4, Math.max(start + 4, close < 0 ? end : close)).trim(), { start, end });
  return end;
}

/** After the tag's `>`; quoted values of attributes may hold one. A quote that does not end is none. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text[at];
    if (unit === ">") return at + 1;
    if ((unit === '"' || unit === "'") && text[at - 1] === "=") {
      const close = text.indexOf(unit, at + 1);
      if (close < 0) return text.length;
      at = close;
    }
  }
  return text.length;
}

function endOf(text: string, element: string, from: number): number {
  const closing = /<\/(script|style|textarea|title)(?=[\s/>])/gi;
  closing.lastIndex = from;
  for (let found = closing.exec(text); found; found = closing.exec(text)) {
    if (found[1]?.toLowerCase() === element) return found.index;
  }
  return text.length;
}

/** Languages of scripts: https://mimesniff.spec.whatwg.org/#javascript-mime-type, and what components and compilers in the page add. */
const languages = /^(?:module|(?:text|application)\/(?:x-)?(?:javascript|ecmascript|jscript|babel|jsx|typescript|partytown)|(?:text|application)\/javascript\d.\d|jsx?|tsx?|javascript|typescript|babel)?$/i;

/** Whether a script's text is a program: its type is one of JavaScript, and it is not fetched from elsewhere. */
function isProgram(tag: string): boolean {
  const attribute = /[\s"'/](type|lang|src)[ ]{0,8}=[ ]{0,8}(?:"([^"]*)"|'([^']*)'|([^\s"'>]*))/gi;
  for (const [, name = "", ...values] of tag.matchAll(attribute)) {
    const value = values.find((one) => one !== undefined) ?? "";
    if (name.toLowerCase() === "src" ? value !== "" : !languages.test((value.split(";", 1)[0] ?? "").trim())) return false;
  }
  return true;
}
