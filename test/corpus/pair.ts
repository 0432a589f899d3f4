import type { Label } from "./labels.ts";

/** A reported line of a file, and what the labels say of it. */
export interface Pair {
  readonly line: number;
  /** `hit` a finding, `flagged` a clean line, `sink`: at the use of a labelled key, neither for nor against; `unlabelled`: nobody judged it, so it counts as false. */
  readonly kind: "hit" | "flagged" | "sink" | "unlabelled";
  readonly label?: Label;
}

/**
 * The reported lines of one file beside its labels. Lines that have a label of their own are paired first, findings before clean
 * lines. What is left goes to a finding one line away, else to the line where a labelled key is used, else to a clean line one line away.
 * A label that has no report yet goes first, then the upper one.
 */
export function pairUp(labels: readonly Label[], lines: readonly number[]): readonly Pair[] {
  const taken = new Set<Label>();
  const pick = (verdict: Label["verdict"], fits: (label: Label) => boolean): Label | undefined => {
    const found = labels.filter((label) => label.verdict === verdict && fits(label)).sort((a, b) => Number(taken.has(a)) - Number(taken.has(b)) || a.line - b.line);
    return found[0];
  };
  const own: Pair[] = [];
  const rest: number[] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const label = pick("finding", (one) => one.line === line) ?? pick("clean", (one) => one.line === line);
    if (label) own.push(pairOf(line, label, taken));
    else rest.push(line);
  }
  const near = rest.map((line): Pair => {
    const beside = (label: Label): boolean => Math.abs(label.line - line) === 1;
    const finding = pick("finding", beside);
    if (finding) return pairOf(line, finding, taken);
    const used = pick("finding", ({ sinks }) => sinks.has(line));
    if (used) {
      taken.add(used);
      return { line, kind: "sink", label: used };
    }
    const clean = pick("clean", beside);
    return clean ? pairOf(line, clean, taken) : { line, kind: "unlabelled" };
  });
  return [...own, ...near];
}

function pairOf(line: number, label: Label, taken: Set<Label>): Pair {
  taken.add(label);
  return { line, kind: label.verdict === "finding" ? "hit" : "flagged", label };
}
