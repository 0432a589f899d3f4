/** The ways in which scripts are written. `docker` is how the arguments of a Dockerfile's ENV and ARG are. */
export type DialectName = "posix" | "fish" | "batch" | "powershell" | "docker";

/** What a dialect's words are made of. */
export interface Dialect {
  readonly name: DialectName;
  /** Takes the meaning away from the unit after it; before a line's end it joins the lines. */
  readonly escape: string;
  /** Units that end a word. */
  readonly operators: string;
  /** Units that can mean something inside a word. */
  readonly special: RegExp;
  readonly singleQuotes: boolean;
  /** Comments and empty lines may stand between the lines of one command, as in a Dockerfile. */
  readonly between?: boolean;
}

const word = { escape: "\\", singleQuotes: true };

const posix: Dialect = { ...word, name: "posix", operators: ";&|<>()", special: /[\s;&|<>()}\\'"`$]/g };

export const dialects: { readonly [name in DialectName]: Dialect } = {
  posix,
  // https://fishshell.com/docs/current/language.html#quotes
  fish: { ...posix, name: "fish" },
  // https://learn.microsoft.com/windows-server/administration/windows-commands/cmd
  batch: { name: "batch", escape: "^", operators: "&|<>()", special: /[\s&|<>()^"%!]/g, singleQuotes: false },
  // https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
  powershell: { name: "powershell", escape: "`", operators: ";|&(){},<>", special: /[\s;|&(){},<>`'"$]/g, singleQuotes: true },
  // https://docs.docker.com/reference/dockerfile/#environment-replacement
  docker: { ...word, name: "docker", operators: "", special: /[\s}\\`'"$]/g, between: true },
};

/** A dialect in a Dockerfile, with the escape of its `# escape=`. The special units know both. */
export function inDockerfile(name: DialectName, escape: string): Dialect {
  return { ...dialects[name], escape, between: true };
}
