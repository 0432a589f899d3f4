/**
 * Names under which settings list the variables of a process: compose, workflows of GitHub, GitLab, CircleCI and Travis, App Engine,
 * serverless, ECS, Heroku, devcontainers, Helm charts; Fly and Cargo (`[env]`), Wrangler (`[vars]`), Netlify (`[build.environment]`),
 * Hatch (`env-vars`), Pixi (`activation.env`), tox (`set_env`); containers and functions in Terraform.
 */
const holders = new Set([
  "env", "envs", "environment", "environments", "environmentvariables", "envvars", "envvariables", "vars", "variables", "buildenv", "buildenvs", "setenv",
  "runtimeenvironmentvariables", "buildenvironmentvariables", "secretenvironmentvariables", "environmentsecrets", "plaintextenvironmentvariables", "containerenv",
  "pytestenv", "extraenv", "extraenvs", "extraenvvars", "remoteenv", "globalenv", "withenv", "configvars", "sensitiveconfigvars", "appsettings",
]);

/** Tables that hold variables, or other settings: of a Secret or ConfigMap, of an image that is built. */
const mixed = new Set(["secrets", "data", "stringdata", "args", "buildargs", "global"]);

/** Which entries of a table with this name are variables: all that can be, those in capitals, or none. */
export function variablesIn(name: string): "all" | "capitals" | "none" {
  const plain = name.length <= 60 ? name.replace(/[_.-]/g, "").toLowerCase() : "";
  return holders.has(plain) ? "all" : mixed.has(plain) ? "capitals" : "none";
}

/** Names of what describes a variable, and is none. */
const parts = new Set(["name", "key", "value", "values", "description", "type", "default", "_"]);

/** What a variable of a process can be called. */
export function isVariable(name: string): boolean {
  return name.length <= 200 && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !parts.has(name);
}

/** What people call a variable, so that it is one also where settings stand beside it. */
export function isPlainlyVariable(name: string): boolean {
  return name.length <= 200 && /^[A-Z_][A-Z0-9_]+$/.test(name);
}

/** `NAME=value`: where the value begins. */
export function assignment(text: string): { readonly name: string; readonly from: number } | undefined {
  const [whole, name] = /^([A-Za-z_]\w{0,199})=/.exec(text) ?? [];
  return whole === undefined || name === undefined ? undefined : { name, from: whole.length };
}

/** Names under which settings hold lines for a shell. */
const scripts = new Set(["run", "script", "scripts", "before_script", "after_script", "command", "cmd", "entrypoint", "startcommand", "buildcommand", "predeploycommand", "install", "before_install", "postcreatecommand"]);

export function holdsScript(name: string): boolean {
  return scripts.has(name.toLowerCase());
}
