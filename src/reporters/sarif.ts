import type { Reporter } from "../types/reporter.ts";
import { located } from "./located.ts";
import { sarifText } from "./sarif-log.ts";
import { notificationOf, resultOf } from "./sarif-result.ts";

/** SARIF 2.1.0 as GitHub code scanning takes it: one run, encoded relative URIs, all four region numbers, no secret and no snippet. */
export const sarif: Reporter = (report, context) => {
  const { version, findings, failures, repositories } = located(report);
  const several = repositories !== undefined;
  const listing = { version, results: findings.map(resultOf), notifications: failures.map((failure) => notificationOf(failure, several)), left: { findings: 0, failures: 0 } };
  return sarifText(several ? { ...listing, repositories: repositories.map(({ name }) => name) } : listing, context);
};
