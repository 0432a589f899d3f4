/**
 * Names under which settings list the variables of a process: compose, workflows of GitHub, GitLab, CircleCI and Travis, App Engine,
 * serverless, ECS, Heroku, devcontainers, nodemon, pm2, Helm charts.
 */
const holders = new Set([
  "env", "envs", "environment", "environments", "environmentvariables", "envvars", "envvariables", "containerenv", "remoteenv", "variables", "vars",
  "extraenv", "extraenvs", "extraenvvars", "buildargs", "args", "configvars", "global", "globalenv", "secrets", "stringdata", "setenv", "withenv",
]);

/** Whether what stands under a name are variables. */
export function holdsVariables(name: string): boolean {
  return name.length <= 40 && holders.has(name.replace(/[_.-]/g, "").toLowerCase());
}

/** Names of variables as people give them. Others in the same places (`name`, `url`) are settings. */
export function isVariable(name: string): boolean {
  return name.length <= 200 && /^[A-Z_][A-Z0-9_]+$/.test(name);
}

/** `NAME=value`, the form of list items: where the value begins. */
export function assignment(text: string): { readonly name: string; readonly from: number } | undefined {
  const [whole, name] = /^([A-Za-z_]\w{0,199})=/.exec(text) ?? [];
  return whole === undefined || name === undefined ? undefined : { name, from: whole.length };
}

/** Names under which settings hold lines for a shell. */
const scripts = new Set(["run", "script", "scripts", "before_script", "after_script", "command", "cmd", "entrypoint", "startcommand", "buildcommand", "predeploycommand", "install", "before_install", "postcreatecommand"]);

export function holdsScript(name: string): boolean {
  return scripts.has(name.toLowerCase());
}
