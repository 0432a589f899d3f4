import { Secret } from "../../types/secret.ts";
import type { Language } from "../../types/module.ts";
import type { Literal } from "../../types/value.ts";
import type { Token } from "./tokens.ts";

/** Units of a literal; longer ones are certificates, pictures and programs. */
const longest = 4_096;

const simple: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", 0: "\0", a: "\x07" };

/** The literal that a token stands for; undefined when it is not written out whole on one line, or is too long. */
export function literalOf(token: Token, text: string, language: Language): Literal | undefined {
  const { start, end, inner, innerEnd, prefix, oneLine } = token;
  if (!oneLine || innerEnd - inner > longest) return undefined;
  const written = text.slice(inner, innerEnd);
  if (text[inner - 1] === "`" && written.includes("${")) return undefined;
  if (/[ft]/.test(prefix) && written.includes("{")) return undefined;
  const secret = new Secret(prefix.includes("r") ? written : unescaped(written, language));
  return { kind: "literal", secret, form: prefix.includes("b") ? "bytes" : "text", span: { start, end } };
}

/** Where a language knows no escape, JavaScript drops the backslash and Python keeps it. */
function unescaped(written: string, language: Language): string {
  if (!written.includes("\\")) return written;
  return written.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|([^]))/gi, (whole: string, byte?: string, unit?: string, point?: string, letter = "") => {
    const code = byte ?? unit ?? point;
    if (code !== undefined) return character(Number.parseInt(code, 16)) ?? whole;
    if (/["'`\\]/.test(letter)) return letter;
    return (language === "javascript" && letter === "a" ? undefined : simple[letter]) ?? (language === "javascript" ? letter : whole);
  });
}

function character(point: number): string | undefined {
  return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
