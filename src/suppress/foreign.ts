import type { Sheet } from "../types/sheet.ts";
import { commentLinesOf } from "./comment-lines.ts";

/** Another tool's marker: whether a comment holds it and it speaks of keys. */
interface Marker {
  readonly name: string;
  readonly where: "same line" | "next line" | "both";
  covers(comment: string): boolean;
}

/** Markers stand at a comment's begin; what lies further back is prose or generated. */
const longestComment = 1_000;
/** Comments of one line that are looked at; people write one. */
const mostComments = 100;

/** https://bandit.readthedocs.io/en/latest/config.html#exclusions: `# nosec`, `# nosec B105, B106`, `# nosec hardcoded_password_string`. */
const banditTests = /^(?:B10[567]|hardcoded_password_(?:string|funcarg|default))$/i;

/** Hard-coded passwords: https://docs.astral.sh/ruff/rules/#flake8-bandit-s. Flake8 takes the first letters of a code for all of it. */
const ruffCodes = ["S105", "S106", "S107"];

const markers: readonly Marker[] = [
  { name: "nosec", where: "same line", covers: (comment) => nosec(comment) },
  { name: "noqa", where: "same line", covers: (comment) => noqa(comment) },
  // https://github.com/gitleaks/gitleaks#gitleaksallow: anywhere in the line
  { name: "gitleaks:allow", where: "same line", covers: (comment) => comment.includes("gitleaks:allow") },
  // https://github.com/betterleaks/betterleaks: the same, under its own name
  { name: "betterleaks:allow", where: "same line", covers: (comment) => comment.includes("betterleaks:allow") },
  // https://github.com/Yelp/detect-secrets#inline-allowlisting; its code takes the older word, too
  { name: "pragma: allowlist secret", where: "same line", covers: (comment) => /pragma: ?(?:allow|white)list[ -]secret/.test(comment) },
  { name: "pragma: allowlist nextline secret", where: "next line", covers: (comment) => /pragma: ?allowlist[ -]nextline[ -]secret/.test(comment) },
  // https://semgrep.dev/docs/ignoring-files-folders-code: on the line or the one before
  { name: "nosemgrep", where: "both", covers: (comment) => nosemgrep(comment) },
  // https://docs.sonarsource.com/sonarqube-server/user-guide/issues/managing/: the line that the comment stands on
  { name: "NOSONAR", where: "same line", covers: (comment) => /\bNOSONAR\b/.test(comment) },
  // https://github.com/trufflesecurity/trufflehog: on the line of the secret
  { name: "trufflehog:ignore", where: "same line", covers: (comment) => comment.includes("trufflehog:ignore") },
];

/** The name of another tool's marker that silences what that tool would say of a key on this line, from 1. */
export function foreignMarker(module: Sheet, line: number): string | undefined {
  const { on, isAlone } = commentLinesOf(module);
  const textsOn = (at: number): readonly string[] => on(at).slice(0, mostComments).map(({ text }) => text.slice(0, longestComment));
  const here = textsOn(line);
  const before = isAlone(line - 1) ? textsOn(line - 1) : [];
  return markers.find(({ where, covers }) => (where !== "next line" && here.some(covers)) || (where !== "same line" && before.some(covers)))?.name;
}

/** Without tests, or with words that are none, it silences all: https://github.com/PyCQA/bandit/blob/main/bandit/core/manager.py. */
function nosec(comment: string): boolean {
  const found = /(?:^|#)[ \t]{0,20}nosec\b:?([^#]{0,300})/i.exec(comment);
  const tests = (found?.[1] ?? "").split(/\W/).filter((word) => /^(?:B\d{3}|[a-z]{1,40}_[a-z_]{1,40})$/i.test(word));
  return found !== null && (tests.length === 0 || tests.some((test) => banditTests.test(test)));
}

/** A bare `noqa` silences all, with codes only these: https://docs.astral.sh/ruff/linter/#line-level. */
function noqa(comment: string): boolean {
  const found = /(?:^|#)[ \t]{0,20}noqa(?![\w-])(?:[ \t]{0,20}:([^#]{0,300}))?/i.exec(comment);
  if (!found) return false;
  if (found[1] === undefined) return true;
  const codes = found[1].split(/[\s,]/).filter((word) => word !== "");
  return codes.some((code) => ruffCodes.some((ours) => ours.startsWith(code)));
}

/** With rules, one of them must be about keys: their names are free, so their words decide. */
function nosemgrep(comment: string): boolean {
  const found = /(?:^|[^\w])nosem(?:grep)?(?!\w)(?:[ \t]{0,5}:([^#]{0,300}))?/i.exec(comment);
  return found !== null && (found[1] === undefined || /secret|password|credential|hardcoded|hard-coded|jwt|token|session|key/i.test(found[1]));
}
