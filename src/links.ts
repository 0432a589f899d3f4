/** Where the project lives: for helpUri and links in output. */
export const homepage = "https://github.com/keylint/keylint";

/** A rule's page. */
export function pageOf(rule: string): string {
  return `${homepage}/blob/main/rules/${rule}.md`;
}

/** The page about keys that leaked, whatever the rule. */
export const rotationPage = `${homepage}/blob/main/rules/ROTATION.md`;
