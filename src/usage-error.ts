/**
 * What the user asked for cannot be done as asked: a wrong option, a wrong configuration. The message is for the user, in full
 * sentences, without a value of the scanned files; `main` prints it and ends with exit status 2.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
