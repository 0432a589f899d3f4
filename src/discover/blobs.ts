import type { Unreadable } from "../types/source.ts";
import { silence, streamGit } from "./git.ts";
import type { Repository } from "./objects.ts";
import { FILE_BYTES, tooLarge } from "./read.ts";
import { systemCode } from "./system.ts";

/** So often git is started again behind an object that ended it; then the rest counts as unreadable. */
const mostEnds = 20;

const absent: Unreadable = { message: "git does not have it in this clone, which is a partial one or damaged; fetch it, or try git fsck" };

/**
 * The bytes of blobs in the order of their names, through one long-lived git; of larger ones than `limit` none are read. They come by as many as
 * git says at once, and lie in memory that is used again: each is whole until the one after the next is asked for. Never throws because of an object.
 */
export async function* blobsIn(repository: Repository, ids: readonly string[], limit = FILE_BYTES): AsyncGenerator<Iterable<Buffer | Unreadable>, void> {
  const room = roomFor();
  let done = 0;
  for (let ends = 0; done < ids.length; ends++) {
    const objects = new Objects(limit, room);
    const before = done;
    try {
      const pieces = ends > mostEnds ? none() : streamGit(repository.root, ["cat-file", "--batch", "--buffer"], { ...repository, input: `${ids.slice(done).join("\n")}\n` });
      for await (const piece of pieces) {
        yield objects.in(piece);
        done = before + objects.count;
      }
    } catch (error) {
      // Git has ended behind what it has said so far; what has not come to an end by itself would not do so the next time.
      if (systemCode(error) === silence) ends = mostEnds;
    }
    if (done < ids.length) {
      done++;
      yield [absent];
    }
  }
}

async function* none(): AsyncGenerator<Buffer, void> {}

/** A line with the name, the kind and the size, and behind it the bytes and the end of a line. https://git-scm.com/docs/git-cat-file#_batch_output */
class Objects {
  readonly #limit: number;
  readonly #room: Room;
  #rest: Buffer = Buffer.alloc(0);
  #open: Open | undefined;
  /** How many came. */
  count = 0;

  constructor(limit: number, room: Room) {
    this.#limit = limit;
    this.#room = room;
  }

  /** Those that end in a piece of what git says. */
  *in(piece: Buffer): Generator<Buffer | Unreadable, void> {
    let bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    this.#rest = Buffer.alloc(0);
    while (bytes.length > 0) {
      if (this.#open) {
        const part = bytes.subarray(0, this.#open.left);
        this.#open.take(part);
        bytes = bytes.subarray(part.length);
        if (this.#open.left > 0) continue;
        const { blob } = this.#open;
        this.#open = undefined;
        this.count++;
        yield blob;
        continue;
      }
      const end = bytes.indexOf(10);
      if (end < 0) {
        this.#rest = bytes;
        break;
      }
      const [, kind, size] = bytes.toString("latin1", 0, end).split(" ");
      bytes = bytes.subarray(end + 1);
      if (kind === "blob") this.#open = opened(Number(size), this.#limit, this.#room);
      else {
        this.count++;
        yield absent;
      }
    }
  }
}

/** A blob that is not here in full. */
interface Open {
  readonly blob: Buffer | Unreadable;
  /** Bytes that are missing, with the end of the line behind them. */
  readonly left: number;
  take(part: Buffer): void;
}

/** Memory for so many bytes: one place for each second blob. Fresh memory for each would take as long as reading it. */
type Room = (size: number) => Buffer;

function roomFor(): Room {
  const places: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
  let turn: 0 | 1 = 0;
  return (size) => {
    turn = turn === 0 ? 1 : 0;
    if (places[turn].length < size) places[turn] = Buffer.allocUnsafe(Math.max(2 * size, 1024 * 1024));
    return places[turn].subarray(0, size);
  };
}

function opened(size: number, limit: number, room: Room): Open {
  const bytes = size > limit ? undefined : room(size);
  let at = 0;
  return {
    blob: bytes ?? tooLarge(size, limit),
    get left() {
      return size + 1 - at;
    },
    take(part) {
      if (bytes) part.copy(bytes, at, 0, Math.min(part.length, size - at));
      at += part.length;
    },
  };
}
