import type { Finding } from "../types/finding.ts";
import type { Failure, UnusedIgnore } from "../types/report.ts";
import type { Reporter, ReportContext } from "../types/reporter.ts";
import { escaped } from "./escaped.ts";
import { isFailing } from "./failing.ts";
import { located } from "./located.ts";
import { numbered } from "./numbered.ts";
import { pastOf } from "./past.ts";
import { summaryOf } from "./summary.ts";

/** What a program that reads JUnit's XML shows of a thing: a test that failed, one that could not be run, or one that only says something. */
type Outcome = "failure" | "error" | "skipped";

interface Case {
  /** The file: programs group tests by it. */
  readonly classname: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly type: string;
  readonly message: string;
  readonly lines: readonly string[];
}

/**
 * JUnit's XML, for programs that know tests and no linters. Nobody specified it; this is what the schema of Jenkins' xUnit plugin
 * (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd) and GitLab's parser have in common. A test fails when the run would: a
 * finding below --fail-on is a skipped test. A clean report holds one test that went well, for Jenkins takes none for a mistake.
 */
export const junit: Reporter = (all, context) => {
  const report = located(all);
  const cases = [...report.failures.map((one) => ofFailure(one, context)), ...report.findings.map((one) => ofFinding(one, context)), ...report.unused.map((one) => ofUnused(one, context))];
  const count = (outcome: Outcome): number => cases.filter((one) => one.outcome === outcome).length;
  const counts = { tests: Math.max(1, cases.length), failures: count("failure"), errors: count("error") };
  const tests = cases.length === 0 ? [`<testcase${attributes({ classname: "keylint", name: summaryOf(report) })}/>`] : distinct(cases).map(elementOf);
  const suite = `  <testsuite${attributes({ name: "keylint", ...counts, skipped: count("skipped") })}>\n${tests.map((test) => `    ${test}\n`).join("")}  </testsuite>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: "keylint", ...counts })}>\n${suite}\n</testsuites>\n`;
};

function ofFinding({ region, level, rule, name, what, why, fix, past }: Finding, context: ReportContext): Case {
  const lines = [`${region.path}:${region.line}:${region.column}  ${level}`, what, ...(past ? [pastOf(past, region.path)] : []), why, fix];
  return { classname: region.path, name: `${rule}: ${name}`, outcome: isFailing(level, context) ? "failure" : "skipped", type: rule, message: what, lines };
}

function ofFailure({ path, line, message, fatal }: Failure, { strict = false }: ReportContext): Case {
  const place = line === undefined ? path : `${path}:${line}`;
  return { classname: path, name: "not checked in full", outcome: fatal || strict ? "error" : "skipped", type: "not-checked", message, lines: [`${place}  ${message}`] };
}

function ofUnused({ region, message }: UnusedIgnore, context: ReportContext): Case {
  return { classname: region.path, name: "unused ignore", outcome: isFailing("note", context) ? "failure" : "skipped", type: "unused-ignore", message, lines: [`${region.path}:${region.line}  ${message}`] };
}

/** GitLab takes tests with the same class and name for one (https://gitlab.com/gitlab-org/gitlab/-/issues/299086). Lines move, so they are counted. */
function distinct(cases: readonly Case[]): readonly Case[] {
  return numbered(cases, ({ classname, name }) => `${classname}\0${name}`).map(({ one, nth }) => (nth === 1 ? one : { ...one, name: `${one.name} (${nth})` }));
}

function elementOf({ classname, name, outcome, type, message, lines }: Case): string {
  return `<testcase${attributes({ classname, name })}><${outcome}${attributes({ type, message })}>${lines.map(escaped).join("\n")}</${outcome}></testcase>`;
}

function attributes(values: Readonly<{ [name: string]: string | number }>): string {
  return Object.entries(values).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");
}
