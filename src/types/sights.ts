/** Sees what may be in a file of a tree. */
export interface Sights {
  /** As bits. */
  see(path: string): number;
  /** Whether what is seen in it depends on the package that it belongs to. */
  isNamed(path: string): boolean;
}
