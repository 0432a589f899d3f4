/** Does something unless it is called off before; gives what calls it off. */
export type Limit = (act: () => void) => () => void;

/** After so many milliseconds. */
export function limitOf(milliseconds: number): Limit {
  return (act) => {
    const timer = setTimeout(act, milliseconds);
    return () => { clearTimeout(timer); };
  };
}
