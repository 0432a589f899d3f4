import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";

/** Whether these tests run as the user to whom every file is open. */
export const isSuperuser = process.platform !== "win32" && userInfo().uid === 0;

/** Who owns nothing. https://man7.org/linux/man-pages/man7/user_namespaces.7.html: the overflow user */
const nobody = 65534;

/**
 * Does something with a folder as an ordinary user, whose it becomes: for the superuser no file is closed. What that loads on first use must have
 * been loaded before, for the user may not see these sources.
 */
export function asOrdinary<T>(root: string, act: () => T): T {
  if (!isSuperuser) return act();
  execFileSync("chown", ["-hR", `${nobody}:${nobody}`, root]);
  const { seteuid, setegid } = process;
  setegid?.(nobody);
  seteuid?.(nobody);
  try {
    return act();
  } finally {
    seteuid?.(0);
    setegid?.(0);
  }
}
