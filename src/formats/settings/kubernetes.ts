import type { Mapping, Pair } from "./node.ts";

/** How the entries of a Kubernetes object are written. */
export type Data = "plain" | "base64";

/** An object of the cluster (https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields). */
export function isObject({ entries }: Mapping): boolean {
  return ["apiVersion", "kind"].every((wanted) => entries.some(({ name, value }) => name === wanted && value.kind === "scalar"));
}

/** Names in an object under which an application's own settings stand: a chart's values in a HelmRelease, an operator's `config`. */
export function holdsSettings(name: string): boolean {
  return /^(values|valuesObject|config|settings)$/.test(name);
}

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
