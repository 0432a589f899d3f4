import type { At, Slot } from "../../src/types/slot.ts";
import type { Language } from "./places.ts";

/** An argument while it is put together: code, or what stands in it by name. */
type Tree = string | Map<string, Tree>;

function put(tree: Map<string, Tree>, [head = "", ...rest]: readonly string[], code: string): void {
  if (rest.length === 0) return void tree.set(head, code);
  const inside = tree.get(head);
  const next = inside instanceof Map ? inside : new Map<string, Tree>();
  tree.set(head, next);
  put(next, rest, code);
}

/** The first way to say a path: `1.secret` of `1.secret|0.secret`. */
function first(path: string): readonly string[] {
  return (path.split("|")[0] ?? path).split(".");
}

function written(name: string, tree: Tree, language: Language): string {
  const inner = typeof tree === "string" ? tree : mapping(tree, language);
  if (!name.endsWith("()")) return inner;
  return language === "python" ? `lambda *a: ${inner}` : `() => (${inner})`;
}

function mapping(tree: ReadonlyMap<string, Tree>, language: Language): string {
  const names = [...tree].map(([name, value]) => [name.replace("()", ""), written(name, value, language)] as const);
  if (names.every(([name]) => /^\d+$/.test(name))) return `[${Array.from({ length: Math.max(...names.map(([name]) => Number(name))) + 1 }, (_, at) => names.find(([name]) => Number(name) === at)?.[1] ?? '"x"').join(", ")}]`;
  return `{ ${names.map(([name, value]) => `"${name}": ${value}`).join(", ")} }`;
}

/** Code for a symbol, with the lines that import it. */
function expression(symbol: string, language: Language, lines: string[]): string {
  if (symbol.startsWith("*.")) return `thing.${symbol.slice(2)}`;
  if (/^(c|get_config\(\)|globalThis|Deno|Bun|[A-Z]\w*)(\.|$)/.test(symbol)) return symbol;
  if (language === "javascript") {
    const [name = symbol] = /^(@[^/]+\/)?[^/.()]+(\.io[-\w]*)?(\/[^.()]+)?/.exec(symbol) ?? [];
    const rest = symbol.slice(name.length);
    const alias = `lib${lines.length}`;
    lines.push(rest === "" || rest.startsWith("()") ? `import ${alias} from "${name}";` : `import * as ${alias} from "${name}";`);
    return made(alias + rest);
  }
  const called = symbol.indexOf("()");
  const proxy = /^(\w+)\.(current_app)(\..*)$/.exec(symbol);
  if (proxy) {
    lines.push(`from ${proxy[1] ?? ""} import ${proxy[2] ?? ""}`);
    return `${proxy[2] ?? ""}${proxy[3] ?? ""}`;
  }
  const path = (called < 0 ? symbol : symbol.slice(0, called)).split(".");
  const last = path.pop() ?? "";
  lines.push(path.length === 0 ? `import ${last}` : `from ${path.join(".")} import ${last}`);
  return last + (called < 0 ? "" : symbol.slice(called));
}

/** `new` before what is made of a class. */
function made(code: string): string {
  return code.replace(/^([\w.]*\b[A-Z]\w*)\(\)/, "new $1()");
}

/** Code that hands a key, which is code too, to a call or an attribute. */
export function programFor(at: At, slot: Slot, language: Language, key: string): string {
  const lines: string[] = [];
  const value = slot.holds === "map" ? `{ "v1": ${key} }` : key;
  if ("attribute" in at) {
    const target = expression(at.attribute, language, lines).replace(/^new (.*\(\))(\.\w+)$/, "(new $1)$2");
    return [...lines, `${target} = ${value}`].join("\n");
  }
  if (!("call" in at)) return "";
  const tree = new Map<string, Tree>();
  for (const { argument, is, symbol, present } of slot.where ?? []) {
    if (is?.[0] !== undefined) put(tree, first(argument), `"${is[0].replaceAll("*", "256")}"`);
    else if (symbol?.[0] !== undefined) put(tree, first(argument), expression(symbol[0], language, lines));
    else if (present) put(tree, first(argument), '"x"');
  }
  put(tree, first(at.argument), value);
  const positions = [...tree.keys()].filter((name) => /^\d+/.test(name)).map((name) => parseInt(name, 10));
  const given = Array.from({ length: Math.max(-1, ...positions) + 1 }, (_, at2) => [...tree].find(([name]) => parseInt(name, 10) === at2 && /^\d+/.test(name)));
  const args = [
    ...given.map((one) => (one ? written(one[0], one[1], language) : "other")),
    ...[...tree].filter(([name]) => !/^\d+/.test(name)).map(([name, one]) => `${name.replace("()", "")}=${written(name, one, language)}`),
  ];
  const callee = expression(at.call, language, lines);
  const isClass = language === "javascript" && /(^|[.\d])[A-Z]\w*$/.test(callee);
  return [...lines, `${isClass ? "new " : ""}${callee}(${args.join(", ")})`].join("\n");
}
