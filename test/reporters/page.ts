/** An element of a page as this small parser reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** All text in it, entities read. */
  readonly text: string;
  /** The elements in it of a name, or all for `*`, in order. */
  all(name: string): readonly Element[];
}

export interface Page extends Element {
  /** What is not as strict HTML has it: attributes without quotes or twice, elements that are not closed, a stray `<`, `&` or `"`. */
  readonly mistakes: readonly string[];
}

interface Node {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly content: (Node | string)[];
}

/** Elements without an end, and those whose content is no HTML. */
const [empty, raw] = [new Set(["meta", "input", "br"]), new Set(["style", "script"])];
const attribute = /^\s+([a-z-]+)(?:="([^"<>]*)")?/;

/**
 * Reads a page more strictly than a browser: what this takes without mistakes, a browser takes so too. It knows what the page has, and
 * takes everything else for a mistake.
 */
export function pageIn(html: string): Page {
  const mistakes: string[] = [];
  const root: Node = { name: "", attributes: new Map(), content: [] };
  const open: Node[] = [root];
  let rest = html.replace(/^<!doctype html>\n/, "");
  if (rest === html) mistakes.push("no doctype");
  while (rest !== "") {
    const inside = open.at(-1) ?? root;
    const end = raw.has(inside.name) ? `</${inside.name}>` : "<";
    const text = rest.slice(0, rest.includes(end) ? rest.indexOf(end) : rest.length);
    if (text !== "") inside.content.push(raw.has(inside.name) ? text : readable(text, mistakes));
    rest = rest.slice(text.length);
    const [tag] = /^<\/?[^<>]*>/.exec(rest) ?? [];
    if (rest !== "" && tag === undefined) mistakes.push(`a stray < before ${rest.slice(1, 20)}`);
    rest = rest.slice(tag?.length ?? 1);
    if (tag?.startsWith("</")) {
      if (open.length > 1 && tag === `</${inside.name}>`) open.pop();
      else mistakes.push(`${tag} closes ${inside.name}`);
    } else if (tag !== undefined) {
      const node = opened(tag, mistakes);
      inside.content.push(node);
      if (!empty.has(node.name)) open.push(node);
    }
  }
  mistakes.push(...open.slice(1).map(({ name }) => `${name} is not closed`));
  return { ...elementOf(root), mistakes };
}

/** An element's text as one line. */
export function textOf(element: Element | undefined): string {
  return (element?.text ?? "").replace(/\s+/g, " ").trim();
}

function opened(tag: string, mistakes: string[]): Node {
  const [start = "", name = ""] = /^<([a-z][a-z0-9]*)/.exec(tag) ?? [];
  const attributes = new Map<string, string>();
  let rest = tag.slice(start.length, -1);
  for (let found = attribute.exec(rest); found; found = attribute.exec(rest)) {
    const [all, key = "", value = ""] = found;
    if (attributes.has(key)) mistakes.push(`${name} has ${key} twice`);
    attributes.set(key, readable(value, mistakes));
    rest = rest.slice(all.length);
  }
  if (name === "" || rest !== "") mistakes.push(`no tag: ${tag.slice(0, 60)}`);
  return { name, attributes, content: [] };
}

const entities: { readonly [entity: string]: string } = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function readable(text: string, mistakes: string[]): string {
  return text.replace(/&(?:[a-z]+|#\d+);|[&>"]/g, (found) => {
    if (entities[found] === undefined) mistakes.push(`a stray ${found}`);
    return entities[found] ?? found;
  });
}

function elementOf({ name, attributes, content }: Node): Element {
  const children = content.flatMap((part) => (typeof part === "string" ? [] : [elementOf(part)]));
  let next = 0;
  const text = content.map((part) => (typeof part === "string" ? part : (children[next++]?.text ?? ""))).join("");
  return { name, attributes, text, all: (wanted) => children.flatMap((child) => [...(wanted === "*" || child.name === wanted ? [child] : []), ...child.all(wanted)]) };
}
