/** What stands behind a name that is called, and behind one that gets another name: `make(`, `make?.<T>(`; `make as create`, `{ make: create }`. */
const call = /^\s{0,20}(?:\?\.)?[(<]/;
const renamed = /^\s{0,20}(?:as\b|:)/;

/** Signs of names: what ends in the name is another one. */
const isPart = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w$]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** Whether a name is called in a text where a test is met, of the place behind the name; where it gets another name, it may be. */
export function isCalled(bytes: Buffer, name: string, test: (end: number) => boolean = () => true): boolean {
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (isPart[bytes[at - 1] ?? 0] === 1) continue;
    const after = bytes.toString("latin1", end, end + 40);
    if (renamed.test(after) || /[\w)]\s{0,4}=\s{0,4}$/.test(bytes.toString("latin1", Math.max(0, at - 12), at)) || (call.test(after) && test(end))) return true;
  }
  return false;
}
