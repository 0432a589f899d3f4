/** One example of a rule's page: the files under one heading are one project. */
export interface PageExample {
  readonly kind: "bad" | "good";
  readonly title: string;
  readonly files: Readonly<{ [path: string]: string }>;
}

/** The examples of a page: `## Bad` and `## Good`, a `###` heading for each, code blocks that name their file. */
export function examplesIn(page: string): readonly PageExample[] {
  const examples: { kind: "bad" | "good"; title: string; files: { [path: string]: string } }[] = [];
  let kind: "bad" | "good" | undefined;
  let file: string | undefined;
  let text: string[] = [];
  for (const line of page.split("\n")) {
    if (file !== undefined && line === "```") {
      const last = examples.at(-1);
      if (last) last.files[file] = `${text.join("\n")}\n`;
      file = undefined;
    } else if (file !== undefined) text.push(line);
    else if (line.startsWith("## ")) kind = line === "## Bad" ? "bad" : line === "## Good" ? "good" : undefined;
    else if (line.startsWith("### ") && kind) examples.push({ kind, title: line.slice(4), files: {} });
    else if (line.startsWith("```") && kind) [file, text] = [line.split(" ")[1], []];
  }
  return examples;
}
