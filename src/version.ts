declare const KEYLINT_VERSION: string;

/** The package's version. */
export const version: string = typeof KEYLINT_VERSION === "undefined" ? "0.0.0-dev" : KEYLINT_VERSION;
