import { apartIn, commitOf, filesOf, isShallow, snapshotOf, type Repository } from "../discover/objects.ts";
import { find, type Findings } from "../lint.ts";
import type { Request } from "../request.ts";
import { printable } from "../text/printable.ts";
import { UsageError } from "../usage-error.ts";
import { repositoryFor, type Place } from "./asked.ts";

/** A commit, and how what was to be found there is found. */
export interface Earlier {
  find(request: Request): Findings;
}

/**
 * The commit that a name stands for.
 * @throws UsageError when there is none, or no git to ask
 */
export function earlierAt(ref: string, place: Place): Earlier {
  const repository = repositoryFor("--since", place.scope.root, place.asked.world.env);
  const commit = commitOf(repository, ref);
  if (commit === undefined) throw new UsageError(noCommit(ref, repository));
  return { find: (request) => findAt(commit, repository, request, place) };
}

/** What there was to be found at a commit, as it is asked for now. */
function findAt(commit: string, repository: Repository, request: Request, { loaded, asked: { options } }: Place): Findings {
  const then = filesOf(repository, commit);
  const tree = snapshotOf(repository, then, { apart: apartIn(repository, then), noIgnore: options.noIgnore, fileBytes: loaded.config.limits?.fileBytes });
  const { seen: _, onProgress: __, ...others } = request;
  // What was found in files that are gone may have come with another name to those that are asked about.
  const files = request.files && tree.paths.filter((path) => !request.tree.has(path)).concat(request.files.filter((path) => tree.has(path)));
  return find({ ...others, tree, ...(files === undefined ? {} : { files }) });
}

function noCommit(ref: string, repository: Repository): string {
  const name = printable(ref.slice(0, 100));
  if (!isShallow(repository)) return `--since does not know the commit ${name}. Check the name (git log shows those that there are), or fetch it: git fetch origin.`;
  return `--since does not know the commit ${name}: this clone holds the newest commits only. Fetch the others with git fetch --unshallow; in GitHub Actions, set fetch-depth: 0 for actions/checkout.`;
}
