/** One way in which a value gets into what browsers are sent. */
export interface Bundler {
  /** The tool, as its own documentation writes it. */
  readonly title: string;
  /** It puts in every variable whose name begins so: `NEXT_PUBLIC_`. */
  readonly prefix?: string;
  /** The prefix is a word of everybody's: it counts only in a project that depends on one of these. */
  readonly packages?: readonly string[];
  /** It puts in all that stands under this entry: `runtimeConfig.public`. */
  readonly entry?: string;
  /** The files in which the entry counts, as a picomatch pattern. */
  readonly file?: string;
  /** The page that says so. */
  readonly docs: string;
}
