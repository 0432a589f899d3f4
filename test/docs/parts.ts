/** The generated parts of a page, by the name in their opening marker. */
export type Parts = Readonly<{ [name: string]: string }>;

const opening = /^<!-- generated: ([a-z-]+) -->$/;
const closing = "<!-- /generated -->";

/**
 * The page with each generated part made anew; what stands outside the markers stays as it is.
 * @throws when a marker is not closed, a part has no marker, or a marker names no part: the message says which.
 */
export function renew(page: string, parts: Parts): string {
  const unused = new Set(Object.keys(parts));
  const out: string[] = [];
  let open: string | undefined;
  for (const line of page.split("\n")) {
    const name = opening.exec(line)?.[1];
    if (name !== undefined) {
      const part = parts[name];
      if (open !== undefined) throw new Error(`the part "${open}" is not closed before "${name}" begins; add ${closing}`);
      if (part === undefined) throw new Error(`there is no generated part "${name}"; known: ${Object.keys(parts).join(", ")}`);
      out.push(line, part);
      unused.delete(name);
      open = name;
    } else if (line === closing) open = undefined;
    if (open === undefined) out.push(line);
  }
  if (open !== undefined) throw new Error(`the part "${open}" is not closed; add ${closing}`);
  if (unused.size > 0) throw new Error(`the page has no place for ${[...unused].join(", ")}; add <!-- generated: NAME --> and ${closing}`);
  return out.join("\n");
}

/** A table of Markdown; a bar inside a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

/** Text as code in Markdown. A text with a backtick of its own gets double ones around it. */
export function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
