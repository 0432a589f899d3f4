import { globs } from "../text/globs.ts";

/** Names that are left out unless `--no-ignore` is given, and why. Picomatch patterns on one name, not on a path; case is ignored. */
interface Skip {
  readonly why: string;
  /** A folder with such a name, anywhere: everything below it is left out. */
  readonly folders?: readonly string[];
  /** A file with such a name, anywhere. */
  readonly files?: readonly string[];
}

/** Only what is surely somebody else's, made by a machine, or no text. A folder that people also use for their own code is not here. */
export const SKIPS: readonly Skip[] = [
  {
    why: "Somebody else's code: its keys are for them to change.",
    folders: [
      "node_modules", "bower_components", "jspm_packages", "web_modules", "vendor", "third_party", "third-party", "site-packages",
      "dist-packages", "venv", ".venv", "virtualenv", ".virtualenv", ".yarn", ".pnpm-store", "Pods", "__pypackages__",
    ],
    files: [".pnp.{cjs,js,loader.mjs}"],
  },
  {
    why: "Written by a bundler out of sources that are looked at themselves.",
    folders: [".next", ".nuxt", ".output", ".svelte-kit", ".angular", ".parcel-cache", ".turbo", ".vercel", ".serverless", ".docusaurus"],
    files: ["*[.-]min.{js,mjs,cjs,css}", "*.bundle.{js,mjs,cjs}", "*.chunk.{js,mjs,css}", "*.map"],
  },
  {
    why: "Lock files: names, versions and digests only, and large.",
    files: [
      "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.{lock,lockb}", "deno.lock", "poetry.lock",
      "Pipfile.lock", "uv.lock", "pdm.lock", "pixi.lock", "composer.lock", "Cargo.lock", "Gemfile.lock", "go.sum", "flake.lock",
    ],
  },
  {
    why: "Caches and reports of tools.",
    folders: [
      "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".tox", ".nox", ".eggs", "*.egg-info", ".ipynb_checkpoints",
      ".cache", ".nyc_output", "coverage", "htmlcov", ".hypothesis", ".terraform", ".gradle", ".git", ".hg", ".svn",
    ],
    files: ["*.py[cod]", "*.tsbuildinfo", ".eslintcache"],
  },
  {
    why: "Pictures, fonts, sound and film.",
    files: [
      "*.{png,jpg,jpeg,gif,webp,avif,ico,icns,bmp,tif,tiff,psd,svg,eps,heic,woff,woff2,ttf,otf,eot}",
      "*.{mp3,mp4,m4a,m4v,mov,avi,mkv,webm,ogg,oga,ogv,wav,flac}",
    ],
  },
  {
    why: "Archives, programs and data: no text.",
    files: [
      "*.{zip,gz,tgz,bz2,xz,zst,7z,rar,tar,jar,war,whl,egg,deb,rpm,dmg,iso}",
      "*.{exe,dll,so,dylib,a,o,obj,class,wasm,node,bin,pdf,doc,docx,xls,xlsx,ppt,pptx,odt}",
      "*.{sqlite,sqlite3,db,mo,parquet,npy,npz,pkl,pickle,h5,hdf5,onnx,pt,pth,safetensors,tflite}",
    ],
  },
];

const folderIsSkipped = globs(SKIPS.flatMap((skip) => skip.folders ?? []), { nocase: true });
const fileIsSkipped = globs(SKIPS.flatMap((skip) => skip.files ?? []), { nocase: true });

/** Verdicts by folder: there are far fewer folders than files. */
const folders = new Map<string, boolean>([["", false]]);

/** Whether a path, relative to the scope's root, is left out by default: vendored, built, generated, or no text. */
export function isSkipped(path: string): boolean {
  const slash = path.lastIndexOf("/");
  return isSkippedFolder(path.slice(0, Math.max(slash, 0))) || fileIsSkipped(path.slice(slash + 1));
}

function isSkippedFolder(folder: string): boolean {
  let verdict = folders.get(folder);
  if (verdict === undefined) {
    verdict = folder.split("/").some((name) => folderIsSkipped(name));
    folders.set(folder, verdict);
  }
  return verdict;
}
