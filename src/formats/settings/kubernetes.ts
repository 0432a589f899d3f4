import type { Mapping, Pair } from "./node.ts";

/** How the entries of a Kubernetes object are written. */
export type Data = "plain" | "base64";

/**
 * The parts of a mapping that hold the variables and files of a ConfigMap or Secret
 * (https://kubernetes.io/docs/concepts/configuration/configmap/), if it is one.
 */
export function dataOf({ entries }: Mapping): ReadonlyMap<Pair, Data> {
  const kind = entries.find(({ name }) => name === "kind")?.value;
  const found = new Map<Pair, Data>();
  if (kind?.kind !== "scalar") return found;
  for (const pair of entries) {
    if (pair.name === "stringData" && kind.text === "Secret") found.set(pair, "plain");
    if (pair.name === "data" && kind.text === "Secret") found.set(pair, "base64");
    if (pair.name === "data" && kind.text === "ConfigMap") found.set(pair, "plain");
  }
  return found;
}
