const newline = 10;

/** To ask for so few bytes takes longer than to count them as changed. */
const few = 32;

/** A part of a file's bytes. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * How a place is found again behind a change: so many bytes of a line's beginning are looked for in the other version, as far away as the
 * line and so much more. Looking through a byte takes a tenth of the time of asking it for words, so of eight such distances one line is asked.
 */
const again = { bytes: 40, reach: 2_048, often: 8 };

/** Behind so many changes the rest counts as one: nobody makes as many, and a file may be made so that each takes long to find. */
const mostChanges = 1_000;

/**
 * The parts of a version that do not stand in the last one, each with so many bytes on both sides; in order, none touches another. What stands
 * between two of them stands in the last version too, in one piece.
 */
export function changedIn(last: Buffer, bytes: Buffer, beside: number): readonly Part[] {
  const shorter = Math.min(last.length, bytes.length);
  const end = alike(shorter, (done, more) => last.compare(bytes, bytes.length - done - more, bytes.length - done, last.length - done - more, last.length - done) === 0);
  const [oldEnd, newEnd] = [last.length - end, bytes.length - end];
  const parts: Part[] = [];
  const change = (from: number, to: number): void => {
    const open = parts.at(-1);
    const part = { from: Math.max(0, from - beside), to: Math.min(bytes.length, to + beside) };
    if (open && part.from <= open.to) parts[parts.length - 1] = { from: open.from, to: part.to };
    else parts.push(part);
  };
  let [old, now] = [0, 0];
  for (let changes = 0; now < newEnd || old < oldEnd; changes++) {
    const same = alike(Math.min(oldEnd - old, newEnd - now), (done, more) => last.compare(bytes, now + done, now + done + more, old + done, old + done + more) === 0);
    [old, now] = [old + same, now + same];
    if (now >= newEnd && old >= oldEnd) break;
    const found = changes < mostChanges && metAgain(last.subarray(old, oldEnd), bytes.subarray(now, newEnd));
    if (!found) {
      change(now, newEnd);
      break;
    }
    change(now, now + found.now);
    [old, now] = [old + found.old, now + found.now];
  }
  return parts;
}

/** Where both go on alike, as offsets. Undefined when nothing was found. */
function metAgain(last: Buffer, bytes: Buffer): { readonly old: number; readonly now: number } | undefined {
  if (last.length < again.bytes) return undefined;
  for (let line = bytes.indexOf(newline) + 1; line > 0 && line + again.bytes <= bytes.length;) {
    const reach = 2 * line + again.reach;
    const old = last.subarray(0, reach).indexOf(bytes.subarray(line, line + again.bytes));
    if (old >= 0) return { old, now: line };
    line = bytes.indexOf(newline, line + Math.floor(reach / again.often)) + 1;
  }
  return undefined;
}

/** How many of at most so many bytes are the same, or few less: asked in steps that grow until some differ, and then halve. */
function alike(most: number, isSame: (done: number, more: number) => boolean): number {
  let [done, step, grows] = [0, 1024, true];
  while (step > few && done < most) {
    const more = Math.min(step, most - done);
    const same = isSame(done, more);
    grows &&= same;
    if (same) done += more;
    step = grows ? 2 * step : (same ? step : more) >> 1;
  }
  return done;
}
