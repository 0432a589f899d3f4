import { parse } from "../formats/python/parse.ts";
import type { Node } from "../formats/python/tree.ts";
import type { Module } from "../types/module.ts";
import type { Call, Span } from "../types/value.ts";
import type { Change } from "./change.ts";
import { callAt, meaningAt, textAt, type Place } from "./place.ts";
import { reachOf } from "./python-imports.ts";
import { withoutArgument, withoutDefault } from "./default.ts";

/** In Python: `os.environ["NAME"]`, which raises where it is missing, or the reader that the file has already. */
export function inPython({ text }: Module): (place: Place) => readonly Change[] | undefined {
  let parsed: ReturnType<typeof parse> | false;
  return (place) => {
    parsed ??= parse(text) ?? false;
    return parsed && parsed.damage === undefined ? mend(place, parsed.root) : undefined;
  };
}

function mend(place: Place, root: Node): readonly Change[] | undefined {
  const { key: { origin }, module: { text } } = place;
  const way = wayTo(root, origin.place.span);
  const found = wholeOf(way, origin.place.span);
  if (!found || isGivenBelow(text, found)) return undefined;
  return origin.role === "default" ? mendDefault(place, root, found) : mendValue(place, root, found);
}

/** Programs load variables from a file with these. */
const loads = /\b(?:load_dotenv|read_env|read_dotenv)\s?\(/;

/** Flask takes settings from elsewhere with these: https://flask.palletsprojects.com/en/stable/config/ */
const takes = /\.from_(?:pyfile|envvar|prefixed_env|file|json)\s?\(/;

/** The file itself loads variables or gives the key again below: the variable would be asked for too soon, or for nothing. */
function isGivenBelow(text: string, { node, around }: Found): boolean {
  const below = text.slice(node.end);
  const isLater = around.some(({ name }) => name === "FunctionDefinition" || name === "LambdaExpression");
  const isNamed = around[0]?.name === "AssignStatement" && around[0].children[0]?.name === "VariableName";
  return takes.test(below) || (!isLater && (loads.test(below) || (isNamed && /^[ \t]*from [\w.]+ import \*/m.test(below))));
}

/** A node, and those around it, the innermost first. */
interface Found {
  readonly node: Node;
  readonly around: readonly Node[];
}

/** The nodes from the file to the smallest that holds the place. */
function wayTo(root: Node, { start, end }: Span): readonly Node[] {
  const way: Node[] = [root];
  for (;;) {
    const inner = way.at(-1)?.children.find((node) => node.start <= start && node.end >= end);
    if (!inner) return way;
    way.push(inner);
  }
}

/** The whole text of which the origin is the first part: `"a" "b"`, in brackets or not. */
function wholeOf(way: readonly Node[], { start, end }: Span): Found | undefined {
  const nodes = way.toReversed();
  const [inner] = nodes;
  if (inner?.name !== "String" || inner.start !== start || inner.end !== end) return undefined;
  const joined = nodes[1]?.name === "ContinuedString" ? 1 : 0;
  const node = nodes[joined];
  if (!node || node.children.some(({ name }) => name === "FormatString")) return undefined;
  return { node, around: nodes.slice(joined + 1) };
}

function mendValue(place: Place, root: Node, found: Found): readonly Change[] | undefined {
  const { node } = found;
  if (!isPlainValue(place, found)) return undefined;
  const read = readOf(place, root, node.start);
  if (!read) return undefined;
  const bytes = /^[rR]?[bB]/.test(textAt(place, node).slice(0, 2));
  return [...read.changes, { start: node.start, end: node.end, text: bytes ? `${read.text}.encode()` : read.text }];
}

/** What reads the variable at a place of the file, and what must be put in before. */
function readOf(place: Place, root: Node, at: number): { text: string; changes: readonly Change[] } | undefined {
  const reader = readerBefore(place, root, at);
  if (reader !== undefined) return { text: `${reader}(${named(place)})`, changes: [] };
  const reach = reachOf(root, place.module.text, at);
  return reach && { text: `${reach.environ}[${named(place)}]`, changes: reach.changes };
}

/** The variable's name, quoted as the key was. */
function named({ key, module: { text }, variable }: Place): string {
  const quote = /^[a-zA-Z]*'(?!'')/.test(text.slice(key.origin.place.span.start, key.origin.place.span.start + 6)) ? "'" : '"';
  return `${quote}${variable}${quote}`;
}

/** What the file reads its other settings with at its top, if that stops where one is missing: `config`, `env.str`. */
function readerBefore(place: Place, root: Node, at: number): string | undefined {
  const { module: { calls, functions } } = place;
  // In a function the name may be a parameter.
  if (functions.some(({ value: { span } }) => span.start <= at && span.end > at)) return undefined;
  for (const { value, scope } of calls) {
    if (value.span.end > at || scope.kind !== "module") continue;
    const meaning = meaningAt(value, place);
    const name = textAt(place, value.callee.span);
    if (meaning?.means === "env" && meaning.strict === true && /^\w+(\.str)?$/.test(name) && isTopLevel(root, value)) return name;
  }
  return undefined;
}

/** Under no test, whose other way would not have it. */
function isTopLevel(root: Node, { span }: Call): boolean {
  return root.children.some((node) => node.name === "AssignStatement" && node.start <= span.start && node.end >= span.end);
}

/** A value that a name, an entry or an argument is given as it is; not one of several, nor what a variable of the process is given. */
function isPlainValue(place: Place, { node, around: [holder, ...outer] }: Found): boolean {
  switch (holder?.name) {
    case "ParenthesizedExpression":
      return isPlainValue(place, { node: holder, around: outer });
    case "AssignStatement":
      return holder.children.at(-1) === node && !textAt(place, { start: holder.start, end: node.start }).includes("environ");
    case "DictionaryExpression":
      return holder.children[holder.children.indexOf(node) - 1]?.name === ":";
    case "ArgList":
      return outer[0]?.name === "CallExpression" && !/environ\b/.test(textAt(place, { start: outer[0].start, end: holder.start }));
    case "ReturnStatement":
      return true;
    case "ArrayExpression":
    case "TupleExpression":
      return itemsOf(holder).length === 1 && isPlainValue(place, { node: holder, around: outer });
    case "MemberExpression":
      return textAt(place, holder).slice(node.end - holder.start) === ".encode" && outer[0]?.name === "CallExpression" && isPlainValue(place, { node: outer[0], around: outer.slice(1) });
    default:
      return false;
  }
}

function itemsOf({ children }: Node): readonly Node[] {
  return children.filter(({ name }) => !["(", ")", "[", "]", ","].includes(name));
}

function mendDefault(place: Place, root: Node, { node, around }: Found): readonly Change[] | undefined {
  const [holder, ...outer] = around;
  const at = around.findIndex(({ name }) => name === "AssignStatement");
  const [statement, ...beyond] = around.slice(Math.max(0, at));
  const isRead = at > 0 && around.slice(0, at).some((one) => isReader(place, one) || one.children.some((inner) => isReader(place, inner)));
  if (statement && isRead && isSettings(place, beyond)) return ofReadField(place, statement);
  switch (holder?.name) {
    case "ParenthesizedExpression":
      return mendDefault(place, root, { node: holder, around: outer });
    case "BinaryExpression":
      return insteadOf(place, root, node, holder);
    case "TupleExpression":
      return ofPair(place, node, holder, outer);
    case "ArgList":
      return ofCall(place, root, node, outer);
    case "AssignStatement":
      return ofField(place, node, holder, outer);
    default:
      return undefined;
  }
}

/** `os.environ.get("K") or "x"`. */
function insteadOf(place: Place, root: Node, node: Node, either: Node): readonly Change[] | undefined {
  const [first, operator] = either.children;
  const call = first && callAt(place, first);
  if (!first || !call || operator?.name !== "or" || either.children.at(-1) !== node) return undefined;
  const changes = strictly(place, root, call);
  return changes && [...changes, { start: first.end, end: either.end, text: "" }];
}

/** `os.environ.get("K", "x")`, `config("K", default="x")`; of settings, `Field("x")`. */
function ofCall(place: Place, root: Node, node: Node, [outer, ...others]: readonly Node[]): readonly Change[] | undefined {
  const call = outer && callAt(place, outer);
  if (!call) return undefined;
  const meaning = meaningAt(call, place);
  if (meaning?.means === "env") return strictly(place, root, call, node);
  const isField = meaning?.means === "same" && /^(\w+\.)?Field$/.test(textAt(place, call.callee.span)) && isSettings(place, others);
  return isField ? required(place, call, node) : undefined;
}

/** Of pydantic's `Field` the first argument says that there is none: https://docs.pydantic.dev/latest/concepts/fields/ */
function required(place: Place, call: Call, node: Node): readonly Change[] | undefined {
  const [first] = call.args;
  if (first?.name === undefined && first?.value.span.start === node.start) return [{ start: node.start, end: node.end, text: "..." }];
  const change = withoutArgument(place.module.text, call, node);
  return change && [change];
}

/** A call that reads a variable, so that it stops where the variable is missing; `without` its default. */
function strictly(place: Place, root: Node, call: Call, without?: Node): readonly Change[] | undefined {
  const meaning = meaningAt(call, place);
  if (meaning?.means !== "env") return undefined;
  if (meaning.strict !== undefined) return withoutDefault(place, call, meaning.strict, without);
  const reached = /^(.*)\.(?:environ\.get|getenv)$|^(environ)\.get$|^getenv$/.exec(textAt(place, call.callee.span));
  if (!reached || call.args.some(({ spread }) => spread !== undefined)) return undefined;
  if (reached[1] !== undefined || reached[2] !== undefined) return [{ ...call.span, text: `${reached[1] === undefined ? "environ" : `${reached[1]}.environ`}[${named(place)}]` }];
  const reach = reachOf(root, place.module.text, call.span.start);
  return reach && [...reach.changes, { ...call.span, text: `${reach.environ}[${named(place)}]` }];
}

/** `Env(SECRET_KEY=(str, "x"))` of django-environ: https://django-environ.readthedocs.io/en/latest/types.html */
function ofPair(place: Place, node: Node, pair: Node, [list, call]: readonly Node[]): readonly Change[] | undefined {
  const [kind, value] = itemsOf(pair);
  if (list?.name !== "ArgList" || call?.name !== "CallExpression" || !kind || value !== node) return undefined;
  return /(^|\.)(FileAware)?Env$/.test(textAt(place, { start: call.start, end: list.start })) ? [{ start: pair.start, end: pair.end, text: textAt(place, kind) }] : undefined;
}

/** A field of settings with a type needs no value: `secret_key: str`. */
function ofField(place: Place, node: Node, statement: Node, outer: readonly Node[]): readonly Change[] | undefined {
  const [name, type] = statement.children;
  if (name?.name !== "VariableName" || type?.name !== "TypeDef" || statement.children.length !== 4 || !isSettings(place, outer)) return undefined;
  return /\b(Optional|None|Literal)\b/.test(textAt(place, type)) ? undefined : [{ start: type.end, end: node.end, text: "" }];
}

function isReader(place: Place, node: Node): boolean {
  const call = node.name === "CallExpression" ? callAt(place, node) : undefined;
  return call !== undefined && meaningAt(call, place)?.means === "env";
}

/**
 * `secret_key: str = os.getenv("SECRET_KEY", "x")`: the settings read the variable of the field's name themselves, from their file too,
 * which is not loaded yet when the class is made. Of another name nothing is sure.
 */
function ofReadField(place: Place, statement: Node): readonly Change[] | undefined {
  const [name, type] = statement.children;
  if (name?.name !== "VariableName" || type?.name !== "TypeDef" || /\b(Optional|None|Literal)\b/.test(textAt(place, type))) return undefined;
  const isOwn = textAt(place, name).toUpperCase() === place.variable.toUpperCase() && !/\b(env_prefix|case_sensitive|alias_generator)\b/.test(place.module.text);
  return isOwn ? [{ start: type.end, end: statement.end, text: "" }] : undefined;
}

/** Straight in the body of a class of pydantic's settings: there a field without a default is required wherever it stands. */
function isSettings(place: Place, outer: readonly Node[]): boolean {
  const body = outer.findIndex(({ name }) => name === "Body");
  const holder = outer[body + 1];
  if (body < 0 || body > 1 || holder?.name !== "ClassDefinition") return false;
  const bases = holder.children.find(({ name }) => name === "ArgList");
  return bases !== undefined && /\b(BaseSettings|GoodConf)\b/.test(textAt(place, bases));
}
