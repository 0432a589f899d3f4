/** All that `main` may touch besides the disk that it lints: so tests can call it, and so can a program. */
export interface World {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  readonly stdout: Out;
  readonly stderr: Out;
  /** All of standard input as bytes; asked only with --stdin, and for a token. */
  stdin(): Buffer;
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Out {
  write(text: string): void;
  readonly isTTY: boolean;
}
