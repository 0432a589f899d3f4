import type { Member, Span, Value } from "../../types/value.ts";
import type { ModuleBuilder } from "../builder.ts";
import { isPlainlyVariable, isVariable, variablesIn } from "../variables.ts";

/** A table of settings, and what its entries are. */
export interface Table {
  readonly place: Member | undefined;
  /** Which of the entries are variables of a process: those with the form of one, those in capitals (`below` a table of such), or none. */
  readonly variables: "all" | "capitals" | "below" | "none";
}

/** One entry of a table. */
export interface Leaf {
  readonly name: string;
  readonly span: Span;
  readonly value: Value;
  /** What the value says, where it is a text that stands there. */
  readonly text?: string;
}

/** `{ name = "A", value = "b" }`: names of the two. */
const naming = ["name", "key", "secret_name", "variable_name"];
const valuing = ["value", "plaintext_value", "secret_value"];

/** Tells a builder what tables of settings hold. */
export class Tables {
  readonly top: Table = { place: undefined, variables: "none" };
  readonly #builder: ModuleBuilder;
  readonly #inCapitals: ReadonlySet<string>;

  /** `inCapitals`: tables that hold other things beside variables. */
  constructor(builder: ModuleBuilder, inCapitals: readonly string[] = []) {
    this.#builder = builder;
    this.#inCapitals = new Set(inCapitals);
  }

  /** A table inside a table. In one that stands in a table of variables (`[env.production]`) only capitals are variables. */
  inside({ place, variables }: Table, name: string, span: Span): Table {
    const own = this.#inCapitals.has(name) ? "capitals" : variablesIn(name);
    const below = variables === "all" || variables === "capitals" ? "below" : "none";
    return { place: this.#builder.entry(place, name, span), variables: own === "none" ? below : own };
  }

  /** All entries of one table: where two of them are a variable's name and value, the variable. */
  tell(table: Table, leaves: readonly Leaf[]): void {
    const named = namedValue(leaves);
    if (named) this.#named(table, named.name, named.value);
    for (const leaf of leaves) if (leaf !== named?.name && leaf !== named?.value) this.entry(table, leaf);
  }

  entry({ place, variables }: Table, { name, span, value }: Leaf): void {
    const isOne = variables === "all" ? isVariable(name) : variables !== "none" && isPlainlyVariable(name);
    if (isOne) this.#builder.variable(name, value, span, place);
    else this.#builder.bind(this.#builder.entry(place, name, span), value, span);
  }

  /** `name = "app.env.SECRET_KEY"`: Helm names a value by its path. */
  #named(table: Table, { text = "", value: { span } }: Leaf, { value }: Leaf): void {
    const path = text.split(".", 24);
    const last = path.at(-1) ?? "";
    if (isPlainlyVariable(last) || (table.variables === "all" && path.length === 1)) return this.#builder.variable(last, value, span, table.place);
    const place = path.reduce<Member | undefined>((holder, name) => this.#builder.entry(holder, name, span), undefined);
    if (place) this.#builder.bind(place, value, span);
  }
}

function namedValue(leaves: readonly Leaf[]): { readonly name: Leaf; readonly value: Leaf } | undefined {
  if (leaves.length < 2 || leaves.length > 12) return undefined;
  const name = leaves.find((leaf) => naming.includes(leaf.name) && leaf.text !== undefined && /^[A-Za-z_][\w.-]{0,199}$/.test(leaf.text));
  const value = leaves.find((leaf) => valuing.includes(leaf.name));
  return name && value ? { name, value } : undefined;
}
