/** As much of a commit's name as git needs in most repositories. */
export function shortOf(commit: string): string {
  return commit.slice(0, 10);
}
