import { identityOf } from "../reporters/identity.ts";
import { pathBelow } from "../reporters/located.ts";
import { artifactOf, pathOf } from "../reporters/sarif-result.ts";
import type { Artifact, ReadNotification, ReadResult } from "./sarif-shape.ts";

/** A finding of a report that named no repository, as one of this repository. */
export function resultIn(repository: string, result: ReadResult): ReadResult {
  const place = <P extends { readonly artifactLocation: Artifact }>(one: P): P => ({ ...one, artifactLocation: artifactIn(repository, one.artifactLocation) });
  const { partialFingerprints: { primaryLocationLineHash }, codeFlows, relatedLocations, fixes, properties } = result;
  const { past } = properties;
  const [id = "", count = "1"] = primaryLocationLineHash.split(":");
  return {
    ...result,
    locations: result.locations.map((one) => ({ ...one, physicalLocation: place(one.physicalLocation) })),
    partialFingerprints: { primaryLocationLineHash: `${identityOf({ id, repository })}:${count}` },
    ...(codeFlows === undefined ? {} : { codeFlows: codeFlows.map(({ threadFlows }) => ({ threadFlows: threadFlows.map(({ locations }) => ({ locations: locations.map(({ location }) => ({ location: { ...location, physicalLocation: place(location.physicalLocation) } })) })) })) }),
    ...(relatedLocations === undefined ? {} : { relatedLocations: relatedLocations.map((one) => ({ ...one, physicalLocation: place(one.physicalLocation) })) }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => ({ ...fix, artifactChanges: fix.artifactChanges.map(place) })) }),
    properties: { repository, ...properties, uses: properties.uses.map((use) => pathBelow(repository, use)), ...(past === undefined ? {} : { past: { ...past, places: past.places.map((held) => ({ ...held, path: pathBelow(repository, held.path) })) } }) },
  };
}

/** A file of it that was not checked in full. Whether that was fatal, such a report does not tell. */
export function notificationIn(repository: string, notification: ReadNotification): ReadNotification {
  return {
    ...notification,
    locations: (notification.locations ?? []).map(({ physicalLocation }) => ({ physicalLocation: { ...physicalLocation, artifactLocation: artifactIn(repository, physicalLocation.artifactLocation) } })),
    properties: { repository, fatal: notification.properties?.fatal ?? false },
  };
}

/** What was named by an absolute path stays there. */
function artifactIn(repository: string, artifact: Artifact): Artifact {
  return artifact.uriBaseId === undefined ? artifact : { uri: artifactOf(pathBelow(repository, pathOf(artifact))).uri ?? "", uriBaseId: "%SRCROOT%" };
}
