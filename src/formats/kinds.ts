import { samples } from "../text/names.ts";
import type { Kind } from "../types/module.ts";

/** What people add to the name of a file of which each writes an own. */
const added = "example,sample,dist,default,template,tmpl,tpl,j2,dev,development,prod,production,local,test";

/** What they add to, or put before, that of an environment file. */
const stages = "example,sample,template,tpl,dist,default,defaults,local,dev,development,prod,production,staging,test,testing,ci,docker";

/** Endings of programs, of other formats and of encrypted files: `.env.ts` is code, and `.env.vault` can be read by nobody. */
const others = "ts|mts|cts|tsx|js|mjs|cjs|jsx|py|rb|php|go|rs|java|kt|ps1|json|json5|jsonc|yml|yaml|toml|ini|xml|html|md|mdx|rst|vault|gpg|asc|age|enc|zip|gz|tar|png|svg|lock";

/** The kinds of files, by their names. The first whose names fit is a file's. */
export const kinds = {
  env: {
    id: "env",
    files: [
      ".env",
      `.env[._-]!(@(${others})|*.@(${others}))`,
      "*.env",
      `*.env[._-]{${stages}}`,
      ".flaskenv", ".flaskenv.*", ".envrc", ".envrc.*",
      `{env,dotenv,dot.env,dot-env}[._-]{${stages}}?(.txt)`,
      // https://github.com/brocoders/nestjs-boilerplate: env-example-relational
      `{env,dotenv,dot.env,dot-env}-{${stages}}-!(@(${others})|*.@(${others}))`,
      `{${stages}}[._-]{env,dotenv}`,
      "dotenv", "envfile", "env-file",
      // https://developers.cloudflare.com/workers/configuration/environment-variables/
      ".dev.vars", ".dev.vars.*",
      // https://cookiecutter-django.readthedocs.io/en/latest/1-getting-started/settings.html: .envs/.production/.django
      ".django",
    ],
    supplies: true,
  },
  python: { id: "python", files: ["**/*.{py,pyw,pyi}", `**/*.py.{${samples.join(",")}}`], supplies: false },
  javascript: { id: "javascript", files: [`**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}{,.${samples.join(",.")}}`], supplies: false },
  yaml: {
    id: "yaml",
    files: ["*.{yml,yaml}", "*.{yml,yaml}.{example,sample,template,tpl,dist,default,j2,jinja,jinja2,erb,tmpl}", "*.{yml,yaml}[-_.]{example,sample,template,dist,default}"],
    supplies: true,
  },
  json: {
    id: "json",
    files: ["*.{json,jsonc,json5,webmanifest}", "*.json.{example,sample,template,dist,default,tpl}", "*.json[-_]{example,sample,template,dist}", ".*rc", "*.code-workspace"],
    supplies: true,
  },
  dockerfile: {
    id: "dockerfile",
    files: ["{Dockerfile,Containerfile}", "{Dockerfile,Containerfile}[._-]!(*.@(md|txt|sh|py|js|ts|json|yml|yaml|dockerignore)|dockerignore|md|sh|py|js|ts|json|yml|yaml|lock)", "*.{Dockerfile,Containerfile}"],
    supplies: true,
  },
  shell: {
    id: "shell",
    files: [
      "*.{sh,bash,zsh,ksh,command}", ".{bashrc,bash_profile,bash_login,profile,zshrc,zshenv,zprofile,zlogin,kshrc}", ".bash_aliases",
      "*.fish", "*.{bat,cmd}", "*.{ps1,psm1}",
      // https://devcenter.heroku.com/articles/procfile
      "Procfile", "Procfile.*",
    ],
    supplies: true,
  },
  toml: { id: "toml", files: ["*.toml", `*.toml[._-]{${added},jinja,erb,in}`, "Pipfile"], supplies: true },
  ini: {
    id: "ini",
    files: ["*.{ini,cfg,conf,properties,service,container}", `*.{ini,cfg,conf,properties,service,container}[._-]{${added},jinja,jinja2,erb,in}`],
    supplies: true,
  },
  terraform: { id: "terraform", files: ["*.{tf,tofu,tfvars,hcl,nomad}", `*.{tf,tofu,tfvars,hcl,nomad}[._-]{${added}}`], supplies: true },
  markup: { id: "markup", files: ["**/*.{vue,svelte,astro,html,htm}"], supplies: false },
  markdown: { id: "markdown", files: ["**/*.{md,mdx,markdown,mdown,mkd}"], supplies: true },
  rst: { id: "rst", files: ["**/*.{rst,rest}"], supplies: true },
  notebook: { id: "notebook", files: ["**/*.ipynb"], supplies: true },
} as const satisfies { readonly [id: string]: Kind };
