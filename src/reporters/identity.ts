import { load } from "../load.ts";
import type { Finding } from "../types/finding.ts";

/** What tells a finding from all others of a report. Repositories may hold the same files, as forks do: then it is made of the repository's name too. */
export function identityOf({ id, repository }: Pick<Finding, "id" | "repository">): string {
  return repository === undefined ? id : load("node:crypto").createHash("sha256").update(`${repository}\0${id}`).digest("hex").slice(0, 32);
}
