// Brings archives of packages and unpacks them. No code of a package runs: npm's scripts are off, of PyPI only wheels are taken.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run, tell } from "./programs.mjs";

/** One interpreter and one system for everybody, so that each machine gets the same wheels. They are read, not run: no matter for which Python. */
const WHEELS = [
  "--only-binary", ":all:", "--ignore-requires-python", "--implementation", "cp", "--python-version", "3.14",
  ...["manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"].flatMap((platform) => ["--platform", platform]),
];

/** How each registry names, brings and unpacks its archives. Which host answers is a matter of the user's own npm and pip. */
const REGISTRIES = {
  npm: {
    folder: (spec) => spec.replace(/^@/, "").replace(/[/@]/g, "-"),
    isArchive: (spec, file) => file === `${REGISTRIES.npm.folder(spec)}.tgz`,
    bring: (specs, into) => run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", into, ...specs], { cwd: into }),
    unpack: (archive, into) => run("tar", ["-xzf", archive, "-C", into, "--strip-components", "1", "--no-same-owner"]),
  },
  pypi: {
    folder: (spec) => spec.replace("==", "-"),
    isArchive: (spec, file) => file.toLowerCase().startsWith(`${wheelName(spec)}-`) && file.endsWith(".whl"),
    bring: (specs, into) => run("python3", ["-m", "pip", "download", "--quiet", "--no-deps", "--disable-pip-version-check", ...WHEELS, "--dest", into, ...specs]),
    unpack: (archive, into) => run("python3", ["-m", "zipfile", "-e", archive, into]),
  },
};

function wheelName(spec) {
  const [name, version] = spec.split("==");
  return `${name.replace(/[-_.]+/g, "_")}-${version}`.toLowerCase();
}

/** Calls bring several packages at a time; one that is not to be had spoils the call. */
const AT_ONCE = 12;

/**
 * Brings all packages of a definition that `store` does not have yet.
 * @returns the packages that could not be had, each with the reason.
 */
export function bringAll(definition, store) {
  return Object.entries(REGISTRIES).flatMap(([id, registry]) => {
    const folder = join(store, id);
    mkdirSync(folder, { recursive: true });
    const have = readdirSync(folder);
    const wanted = (definition[id] ?? []).filter((spec) => !have.some((file) => registry.isArchive(spec, file)));
    const missing = [];
    for (let at = 0; at < wanted.length; at += AT_ONCE) {
      tell(`${id}: ${Math.min(at + AT_ONCE, wanted.length)} of ${wanted.length} packages`);
      missing.push(...bringSome(registry, wanted.slice(at, at + AT_ONCE), folder));
    }
    return missing;
  });
}

function bringSome(registry, specs, folder) {
  const arriving = join(folder, "arriving");
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving);
  try {
    registry.bring(specs, arriving);
    for (const file of readdirSync(arriving)) renameSync(join(arriving, file), join(folder, file));
    return [];
  } catch (error) {
    return specs.length > 1 ? specs.flatMap((spec) => bringSome(registry, [spec], folder)) : [`${specs[0]} (${error.message})`];
  } finally {
    rmSync(arriving, { recursive: true, force: true });
  }
}

/** Unpacks all packages of a definition, each into a folder of its name and version below `into`. */
export function unpackAll(definition, store, into) {
  for (const [id, registry] of Object.entries(REGISTRIES)) {
    const files = existsSync(join(store, id)) ? readdirSync(join(store, id)) : [];
    for (const spec of definition[id] ?? []) {
      const archive = files.find((file) => registry.isArchive(spec, file));
      const folder = join(into, registry.folder(spec));
      mkdirSync(folder, { recursive: true });
      registry.unpack(join(store, id, archive), folder);
    }
  }
}
