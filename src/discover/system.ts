/** The code of an error with which the system refused something (`ENOENT`); nothing for any other. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
