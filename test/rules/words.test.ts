import { expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { descriptorsOf } from "../../src/reporters/sarif-rules.ts";

test("what GitHub shows beside an alert: of each rule what it finds, how grave that is, and the way out", async () => {
  const blocks = descriptorsOf(rules).filter(({ id }) => !id.endsWith("-example")).map(({ id, shortDescription, defaultConfiguration, properties, help }) => {
    const facts = [defaultConfiguration?.level, ...(properties?.["security-severity"] === undefined ? [] : [properties["security-severity"]]), ...(properties?.tags ?? [])];
    return `# ${id}\n\n${shortDescription?.text}\n\n${facts.join(", ")}\n\n${help?.markdown}\n`;
  });
  await expect(blocks.join("\n")).toMatchFileSnapshot("snapshots/words.md");
});
