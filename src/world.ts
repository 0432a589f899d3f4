/** All that `main` may touch besides the disk that it lints: so tests can call it, and so can a program. */
export interface World {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  readonly stdout: Out;
  readonly stderr: Out;
  /** All of standard input as bytes; asked only with --stdin, and for a token. */
  stdin(): Buffer;
  /** Both as streams, for what listens; only a process of its own has them. */
  readonly streams?: { readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }; readonly output: NodeJS.WritableStream };
  /** Milliseconds since 1970. */
  now(): number;
}

export interface Out {
  write(text: string): void;
  readonly isTTY: boolean;
}
