import type { Span } from "../../types/value.ts";

/** What a file of settings holds, whatever notation it is written in. */
export type Node = Mapping | Sequence | Scalar;

export interface Mapping {
  readonly kind: "mapping";
  readonly entries: readonly Pair[];
}

export interface Pair {
  readonly name: string;
  readonly span: Span;
  readonly value: Node;
  /** A name for something that stands elsewhere in the file (`*anchor`), where it is told already. */
  readonly again?: true;
}

export interface Sequence {
  readonly kind: "sequence";
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface Scalar {
  readonly kind: "scalar";
  /** As the program gets it. */
  readonly text: string;
  /** A text, or something that is one only as a variable's value: a number. Truth values and nothing at all are no scalars. */
  readonly isText: boolean;
  /** As written, quotes included, on one line. */
  readonly token: Span;
  /** All between the quotes, over several lines. */
  readonly inner: Span;
  /** Backslashes in it say something. */
  readonly escaped: boolean;
  /** Where a unit of the text stands in the file; absent when nobody knows. */
  readonly at?: (offset: number) => number;
}
