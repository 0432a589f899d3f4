/** So many are told by name. */
const most = 3;

/** The first of a list, and how many more there are: `a, b, c and 4 more`. */
export function few(words: readonly string[], between = ", "): string {
  return words.slice(0, most).join(between) + (words.length > most ? ` and ${words.length - most} more` : "");
}
