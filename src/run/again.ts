import { resolve } from "node:path";
import { keptIn, keptText, type Kept } from "../cache/report.ts";
import { opened, sealed } from "../cache/sealed.ts";
import { decode } from "../discover/decode.ts";
import { FILE_BYTES } from "../discover/read.ts";
import { likeness } from "../discover/stats.ts";
import { load } from "../load.ts";
import type { Request } from "../request.ts";
import type { Tree } from "../types/source.ts";
import type { Place, Wishes } from "./asked.ts";
import type { Visit } from "./visit.ts";

/** The report of an earlier run that would be made again, or where this one's is kept. */
export interface Again {
  readonly report?: Kept;
  /** Keeps a report, if nothing of it may be otherwise tomorrow. */
  keep(kept: Kept, tree: Tree): void;
}

/** Reports that are kept for one state of a tree, and the bytes of one. */
const [mostReports, mostBytes] = [4, 32 * 1024 * 1024];

/** Looks for a report that was made of what there is now, for the same request. Undefined where this run does more than to report. */
export function againFor(visit: Visit, { below, ...wishes }: Wishes & Pick<Request, "below">, place: Place): Again | undefined {
  const { options, world } = place.asked;
  const { config } = wishes;
  if (options.command !== "lint" || options.since !== undefined || options.fix !== undefined || options.updateBaseline) return undefined;
  const baseline = options.noBaseline ? undefined : options.baseline === undefined ? place.loaded.config.baseline : resolve(world.cwd, options.baseline);
  const beside = [config.publishedKeys, baseline].map((file) => (file === undefined ? { text: "", changed: 0 } : likeness(file, visit.folder.device)));
  if (beside.includes(undefined)) return undefined;
  const key = digest(JSON.stringify([wishes, below, options.noIgnore, baseline, beside.map((file) => file?.text)]));
  const [name, seal] = [`report-${key.slice(0, 32)}`, visit.sealOf(`report ${key}`)];
  const found = visit.unchanged && visit.folder.read(name, mostBytes);
  const before = found && opened(seal, found);
  const report = before && (before.about as { readonly state?: unknown }).state === visit.unchanged?.id ? keptIn(before.body.toString("utf8")) : undefined;
  return {
    ...(report ? { report } : {}),
    keep(kept, tree) {
      const latest = (visit.folder.clock?.now ?? 0) - (visit.folder.clock?.grain ?? 0);
      const state = visit.keep();
      if (state === undefined || beside.some((file) => (file?.changed ?? 0) >= latest) || !isLasting(kept, visit, tree, config.limits?.fileBytes)) return;
      const text = Buffer.from(keptText(kept));
      if (text.length > mostBytes / 2) return;
      visit.folder.write(name, sealed(seal, { state }, [text]));
      for (const old of visit.folder.names().filter((one) => one.startsWith("report-") && one !== name).slice(mostReports - 1)) visit.folder.remove(old);
    },
  };
}

function digest(text: string): string {
  return load("node:crypto").createHash("sha256").update(text).digest("hex");
}

/** A file that could not be read may be readable tomorrow, though it looks the same from outside; but not one that is too large, or no text. */
function isLasting({ report: { failures } }: Kept, { unread, sizeOf }: Visit, tree: Tree, limit = FILE_BYTES): boolean {
  const isTooLarge = (path: string): boolean => sizeOf(path) > limit;
  if (![...unread].every(isTooLarge)) return false;
  return failures.every(({ path, partly, fatal, message }) => {
    if (fatal) return false;
    if (partly || isTooLarge(path)) return true;
    const bytes = tree.read(path);
    const decoded = Buffer.isBuffer(bytes) ? decode(bytes) : undefined;
    return decoded !== undefined && "failure" in decoded && decoded.failure === message;
  });
}
