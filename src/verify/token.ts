import { isUtf8 } from "node:buffer";

/** One thing that may be a token: a cookie with its name, or a text alone. */
export interface Token {
  readonly name?: string;
  readonly value: string;
  /** The value of another cookie that was given with it. */
  beside(name: string): string | undefined;
}

/** Bytes that are looked at: browsers take 4 KB a cookie, servers 8 to 16 KB of headers. https://www.rfc-editor.org/rfc/rfc6265#section-6.1 */
const mostBytes = 64 * 1024;

/** Cookies of one header, and lines, that are looked at. */
const most = 64;

/** What a Set-Cookie line says beside the cookie: https://www.rfc-editor.org/rfc/rfc6265#section-5.2 and what came later. */
const attributes = new Set(["path", "domain", "expires", "max-age", "secure", "httponly", "samesite", "priority", "partitioned", "version", "comment"]);

/** What may be one token, in all ways in which programs read it: the likeliest first. */
export type Readings = readonly Token[];

/** The tokens in what a person copied: a header, a cookie, a link, or the token itself. Or what is wrong with it, in words that quote nothing. */
export function tokensIn(pasted: Buffer): readonly Readings[] | { readonly mistake: string } {
  if (pasted.length > mostBytes) return { mistake: "The token has more than 64 KB, and no cookie or header is so large; give one token." };
  const text = pasted.toString("utf8").replace(/^\uFEFF/, "").trim();
  if (text === "") return { mistake: "There is no token: pipe one into keylint verify, or name a file that holds it with --token-file." };
  if (!isUtf8(pasted) || /[^\P{Cc}\n\r\t]/u.test(text)) return { mistake: "This is no token: it holds bytes that no cookie and no header can hold." };
  const lines = text.split(/[\r\n]+/).map(unwrapped);
  const read = lines.map(({ header, rest }) => ({ cookies: header === "authorization" ? [] : cookiesIn(rest, header !== undefined), texts: header === "cookie" || header === "set-cookie" ? [] : textsIn(rest) }));
  const pairs = read.flatMap(({ cookies }) => cookies);
  if (lines.length > most || pairs.length > most) return { mistake: `This is more than ${most} cookies or lines; give fewer of them.` };
  const jar = joinedParts(new Map(pairs.toReversed()));
  const beside = (name: string): string | undefined => jar.get(name);
  const named = [...jar].toReversed().map(([name, value]) => readings(value).map((one) => ({ name, value: one, beside })));
  const alone = read.flatMap(({ texts }) => texts).map((value) => readings(value).map((one) => ({ value: one, beside })));
  // `name=value` may be one text as well, whose first part ends with the sign.
  return named.length === 1 && alone.length === 1 ? [[...named, ...alone].flat()] : [...named, ...alone];
}

/** A line without what it was copied with: the header's name, `Bearer`, quotes. */
function unwrapped(line: string): { readonly header?: string; readonly rest: string } {
  const bare = unquoted(line.trim());
  const header = /^(set-cookie|cookie|authorization)[ \t]{0,9}:/i.exec(bare);
  const rest = unquoted(bare.slice(header?.[0].length ?? 0).trim()).replace(/^bearer[ \t]{1,9}/i, "");
  return header ? { header: (header[1] ?? "").toLowerCase(), rest: rest.trim() } : { rest: rest.trim() };
}

/** Quotes around it; the comma after it, if it was copied out of code. */
function unquoted(text: string): string {
  const end = /^["'`]/.test(text) && /[,;]$/.test(text) ? text.slice(0, -1) : text;
  return end.length > 1 && /^["'`]/.test(end) && end.endsWith(end[0] ?? "") ? end.slice(1, -1) : text;
}

/** `name=value; other=value`. Where the sign is the padding of base64 there is no cookie, unless a header says so. */
function cookiesIn(line: string, isHeader: boolean): readonly (readonly [name: string, value: string])[] {
  if (/^https?:/i.test(line)) return [];
  return line.split(";").flatMap((part, at) => {
    const pair = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256})=(.*)$/s.exec(part.trim());
    const [name = "", value = ""] = pair?.slice(1) ?? [];
    return !pair || /^=*$/.test(value) || (!isHeader && /^e(?:yJ|30)/.test(name) && /^=?\./.test(value)) || (at > 0 && attributes.has(name.toLowerCase())) ? [] : [[name, value.trim()] as const];
  });
}

/** A large cookie is sent in parts, `name.0`, `name.1`: https://github.com/nextauthjs/next-auth/blob/main/packages/core/src/lib/utils/cookie.ts */
function joinedParts(jar: Map<string, string>): ReadonlyMap<string, string> {
  for (const name of [...jar.keys()]) {
    if (!name.endsWith(".0")) continue;
    const whole = name.slice(0, -2);
    const parts: string[] = [];
    for (let part = jar.get(name); part !== undefined; part = jar.get(`${whole}.${parts.length}`)) parts.push(part);
    if (!jar.has(whole)) jar.set(whole, parts.join(""));
  }
  return jar;
}

/** The text; of a link the parts of its path and of its query. */
function textsIn(text: string): readonly string[] {
  if (!/^https?:\/\//i.test(text)) return [text];
  const [path = "", query = ""] = text.replace(/^https?:\/\/[^/]*/i, "").split("#")[0]?.split("?") ?? [];
  return [...path.split("/"), ...query.split("&").map((pair) => pair.slice(pair.indexOf("=") + 1))].filter((part) => part !== "").slice(0, most);
}

/** A value as programs read it: without quotes, decoded from `%3A` or from `\054` of Python's http.cookies; and as it is. */
function readings(value: string): readonly string[] {
  const plain = unquoted(value);
  const found = new Set([decoded(plain), plain.replace(/\\([0-3][0-7][0-7])/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))).replace(/\\(.)/g, "$1"), plain, value]);
  return [...found].filter((one) => one !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
