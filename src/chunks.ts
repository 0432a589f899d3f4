import { readFileSync } from "node:fs";
import { Module } from "node:module";
import { arch } from "node:process";
import { dirname, join, parse } from "node:path";
import { Script } from "node:vm";
import { alone } from "./text/alone.ts";

/** Loads a file of the package, and through it the files that it requires. */
export interface Chunks {
  require(file: string): unknown;
  /** The scripts that were compiled here, by file. */
  readonly scripts: ReadonlyMap<string, Script>;
}

/**
 * Loads CommonJS files with V8's code cache of them, which the build makes: compiling the program takes a third of the time in which
 * Node starts, the parser of TypeScript four times as long. A cache is for one version of V8 and one processor; without one, or when V8 rejects
 * it, a file is loaded as Node does. https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptcreatecacheddata
 */
export function chunksOf(plain: NodeJS.Require, { withoutCache = false } = {}): Chunks {
  const scripts = new Map<string, Script>();

  function load(file: string): unknown {
    const known = plain.cache[file];
    if (known) return known.exports;
    const script = compiled(file, withoutCache);
    if (!script) return plain(file);
    scripts.set(file, script);
    const module = Object.assign(new Module(file), { filename: file });
    plain.cache[file] = module;
    const run = script.runInThisContext() as (...args: readonly unknown[]) => void;
    run(module.exports, requireFrom(file), module, file, dirname(file));
    return module.exports;
  }

  function requireFrom(file: string): (id: string) => unknown {
    return (id) => (id.startsWith(".") ? load(join(dirname(file), id)) : plain(id));
  }

  return { require: load, scripts };
}

/** Where the cache of a file of the package is: `dist/cache/x64-v8-11.3.244.8/keylint.bin`. */
export function cacheOf(file: string): string {
  return join(dirname(file.replace(/[\\/]chunks[\\/]/, "/")), "cache", `${arch}-v8-${process.versions.v8.replace(/-.*/, "")}`, `${parse(file).name}.bin`);
}

function compiled(file: string, withoutCache: boolean): Script | undefined {
  try {
    const cache = withoutCache ? {} : { cachedData: readFileSync(cacheOf(file)) };
    // The build writes ASCII, and so V8 keeps one byte a character. It keeps the name too, and what it was cut from: no path of who built it.
    const script = new Script(Module.wrap(readFileSync(file, "latin1")), { filename: alone(`keylint/${parse(file).base}`), ...cache });
    return script.cachedDataRejected ? undefined : script;
  } catch {
    return undefined;
  }
}
