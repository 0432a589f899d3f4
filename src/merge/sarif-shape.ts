import type { Past } from "../types/past.ts";
import { context, id, level, name, past, version } from "./report-shape.ts";
import { flag, formed, list, object, optional, text, whole, word, type Check } from "./shape.ts";

/** What keylint writes of SARIF, as far as it is asked for again. */
export interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: "%SRCROOT%";
}
interface Message {
  readonly text: string;
}
interface Span {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Physical {
  readonly artifactLocation: Artifact;
  readonly region: Span;
}
interface Change {
  readonly artifactLocation: Artifact;
  readonly replacements: readonly { readonly deletedRegion: Span; readonly insertedContent: Message }[];
}
interface Step {
  readonly location: { readonly physicalLocation: Physical; readonly message: Message };
}

/** A finding. */
export interface ReadResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: "error" | "warning" | "note";
  readonly message: Message;
  readonly locations: readonly { readonly physicalLocation: Physical }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly codeFlows?: readonly { readonly threadFlows: readonly { readonly locations: readonly Step[] }[] }[];
  readonly relatedLocations?: readonly { readonly id: number; readonly physicalLocation: Physical; readonly message: Message }[];
  readonly fixes?: readonly { readonly description: Message; readonly artifactChanges: readonly Change[] }[];
  readonly properties: {
    readonly repository?: string;
    readonly rule: string;
    readonly rules: readonly string[];
    readonly context: string;
    readonly framework: string;
    readonly slot: string;
    readonly name: string;
    readonly evidence: string;
    readonly uses: readonly string[];
    readonly past?: Past;
  };
}

/** A file that could not be checked in full; without a place, how many more of something there are. */
export interface ReadNotification {
  readonly descriptor: { readonly id: "not-checked"; readonly index: 0 };
  readonly level: "warning";
  readonly message: Message;
  readonly locations?: readonly { readonly physicalLocation: { readonly artifactLocation: Artifact; readonly region?: { readonly startLine: number } } }[];
  readonly properties?: { readonly repository?: string; readonly fatal: boolean };
}

interface ReadRun {
  readonly tool: { readonly driver: { readonly name: "keylint"; readonly semanticVersion: string } };
  readonly automationDetails?: { readonly id: string };
  readonly invocations: readonly { readonly toolExecutionNotifications: readonly ReadNotification[] }[];
  readonly results: readonly ReadResult[];
  readonly properties?: { readonly repositories: readonly string[] };
}
export interface ReadLog {
  readonly version: "2.1.0";
  readonly runs: readonly ReadRun[];
}

const message = object<Message>({ text });
/** Relative, or a file's: no other scheme can be meant. */
const uri = formed(/^(?:file:\/\/\/)?[\w\-.~%!'()*/]+$/, "a relative URI, or one of a file");
const artifact = object<Artifact>({ uri, uriBaseId: optional(word(["%SRCROOT%"])) });
const span = object<Span>({ startLine: whole(1), startColumn: whole(1), endLine: whole(1), endColumn: whole(1) });
const physical = object<Physical>({ artifactLocation: artifact, region: span });
const step = object<Step>({ location: object<Step["location"]>({ physicalLocation: physical, message }) });
const change = object<Change>({ artifactLocation: artifact, replacements: list(object<Change["replacements"][number]>({ deletedRegion: span, insertedContent: message })) });
const ruleId = id;

const properties = object<ReadResult["properties"]>({
  repository: optional(text), rule: id, rules: list(id), context, framework: text, slot: text, name: text, evidence: word(["api", "name"]), uses: list(text), past: optional(past),
});

const result = object<ReadResult>({
  ruleId, ruleIndex: whole(-1), level, message,
  locations: list(object<ReadResult["locations"][number]>({ physicalLocation: physical }), 1),
  partialFingerprints: object<ReadResult["partialFingerprints"]>({ primaryLocationLineHash: formed(/^[0-9a-f]{32}:\d{1,9}$/, "a fingerprint of keylint's") }),
  codeFlows: optional(list(object<NonNullable<ReadResult["codeFlows"]>[number]>({ threadFlows: list(object<{ readonly locations: readonly Step[] }>({ locations: list(step) })) }))),
  relatedLocations: optional(list(object<NonNullable<ReadResult["relatedLocations"]>[number]>({ id: whole(0), physicalLocation: physical, message }))),
  fixes: optional(list(object<NonNullable<ReadResult["fixes"]>[number]>({ description: message, artifactChanges: list(change) }))),
  properties,
});

type Place = NonNullable<ReadNotification["locations"]>[number]["physicalLocation"];
const notification = object<ReadNotification>({
  descriptor: object<ReadNotification["descriptor"]>({ id: word(["not-checked"]), index: word([0]) }), level: word(["warning"]), message,
  locations: optional(list(object<{ readonly physicalLocation: Place }>({ physicalLocation: object<Place>({ artifactLocation: artifact, region: optional(object<{ readonly startLine: number }>({ startLine: whole(1) })) }) }), 1)),
  properties: optional(object<NonNullable<ReadNotification["properties"]>>({ repository: optional(text), fatal: flag })),
});

const run = object<ReadRun>({
  tool: object<ReadRun["tool"]>({ driver: object<ReadRun["tool"]["driver"]>({ name: word(["keylint"]), semanticVersion: version }) }),
  automationDetails: optional(object<{ readonly id: string }>({ id: text })),
  invocations: list(object<ReadRun["invocations"][number]>({ toolExecutionNotifications: list(notification) }), 1),
  results: list(result),
  properties: optional(object<{ readonly repositories: readonly string[] }>({ repositories: list(name) })),
});

/** A log as `--format sarif` writes it, and nothing else of it. @throws Misshapen */
export const log: Check<ReadLog> = object<ReadLog>({ version: word(["2.1.0"]), runs: list(run, 1) });
