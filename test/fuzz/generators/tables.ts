import fc, { type Arbitrary } from "fast-check";
import { keys, names, remarks, words } from "./keys.ts";
import { either, indented, perhaps, several, written } from "./written.ts";

const quoted = keys.map((key) => JSON.stringify(key));
const numbers = either("0", "-1", "3.14", "0x1F", "1e999", "true", "null", "~", "2001-01-01T00:00:00Z", "0o17", "nan");

/** YAML 1.2, https://yaml.org/spec/1.2.2/, with what Compose, Kubernetes and GitHub's workflows make of it. */
const { document } = fc.letrec<{ document: string; node: string; flow: string; entry: string }>((tie) => {
  const inside = indented(tie("node"), "  ");
  return {
    flow: fc.oneof({ maxDepth: 3, withCrossShrink: true }, quoted, numbers, written`*a`, written`{ ${names}: ${tie("flow")}, "${words}": ${tie("flow")} }`, written`[${several(tie("flow"), ", ")}]`, written`&a ${quoted}`, written`!!str ${quoted}`),
    entry: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 4, arbitrary: written`${names}: ${quoted}${perhaps(written` # ${remarks}`)}` },
      { weight: 2, arbitrary: written`${names}: ${keys}` },
      written`${names}: '${keys.map((key) => key.replaceAll("'", "''"))}'`,
      written`${words}: ${tie("flow")}`,
      written`${words}:\n${inside}`,
      written`${words}: &a\n${inside}`,
      written`<<: *a`,
      written`? ${quoted}\n: ${quoted}`,
      written`${names}: ${either("|", ">", "|-", ">+", "|2", "!!binary |")}\n  ${keys}\n  ${keys}`,
      written`environment:\n  - ${names}=${keys}\n  - ${names}\n  - "${names}=\${${names}:-${words}}"`,
      written`environment:\n  ${names}: \${${names}:-${keys}}\n  ${names}: \${${names}:?set it}`,
      written`services:\n  ${words}:\n    image: a\n    command: ["sh", "-c", "export ${names}=${words}"]\n    environment:\n      ${names}: ${quoted}`,
      written`apiVersion: v1\nkind: ${either("Secret", "ConfigMap", "Deployment")}\nmetadata: { name: a }\n${either("stringData", "data")}:\n  ${names}: ${quoted}`,
      written`spec:\n  template:\n    spec:\n      containers:\n        - env:\n            - name: ${names}\n              value: ${quoted}\n            - name: ${names}\n              valueFrom: { secretKeyRef: { name: a, key: b } }`,
      written`jobs:\n  test:\n    env:\n      ${names}: \${{ secrets.${names} || '${words}' }}\n    steps:\n      - run: |\n          export ${names}=${keys}\n          openssl rand -hex 8`,
      written`${names}: "{{ ${words} | default('${words}') }}"`,
      written`# ${remarks}`,
    ),
    node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, { weight: 4, arbitrary: several(tie("entry"), "\n", { min: 1, max: 4 }) }, written`- ${tie("flow")}\n- ${names}: ${quoted}\n-\n${inside}`, quoted),
    document: written`${perhaps(either("%YAML 1.2\n---\n", "--- !a\n", "\ufeff", "{{- if .Values.a }}\n"))}${several(tie("node"), "\n---\n", { min: 1, max: 3 })}\n${perhaps(either("...\n", "{{- end }}\n"))}`,
  };
});

export const yaml: Arbitrary<string> = document;

/** JSON, with the comments and commas that JSONC and JSON5 take. */
const { value } = fc.letrec<{ value: string; member: string }>((tie) => ({
  member: fc.oneof({ maxDepth: 3, withCrossShrink: true }, { weight: 3, arbitrary: written`"${names}": ${quoted}` }, written`"${words}": ${tie("value")}`, written`${words}: ${tie("value")}`, written`'${names}': '${words}'`, written`"name": "${names}", "value": ${quoted}`),
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small", withCrossShrink: true },
    { weight: 2, arbitrary: quoted },
    numbers,
    { weight: 4, arbitrary: written`{\n  ${several(tie("member"), ",\n  ", { min: 1, max: 5 })}${perhaps(either(",", " // c", "/* c */"))}\n}` },
    written`[${several(tie("value"), ", ")}${perhaps(either(","))}]`,
    written`"\\u00${either("41", "zz", "e9")}\\n\\ud83d"`,
  ),
}));

export const json: Arbitrary<string> = written`${perhaps(written`// ${remarks}\n`)}${value}\n`;

/** TOML 1.0, https://toml.io/en/v1.0.0. */
const tomlValue = fc.oneof({ weight: 3, arbitrary: quoted }, numbers, written`'${keys.map((key) => key.replaceAll("'", ""))}'`, written`"""\n${keys.map((key) => key.replaceAll(/["\\]/g, ""))}\\\n  ${words}"""`, written`'''${words}\n'''`, written`{ ${names} = ${quoted}, ${words}.${words} = ${numbers} }`, written`[${quoted},\n  ${numbers}, # c\n]`);

export const toml: Arbitrary<string> = several(fc.oneof(
  { weight: 4, arbitrary: written`${names} = ${tomlValue}${perhaps(written` # ${remarks}`)}` },
  written`${words}.${words}.${names} = ${tomlValue}`,
  written`"${words}" = ${tomlValue}`,
  written`[${words}.${words}]`,
  written`[[${words}]]`,
  written`[vars]\n${names} = ${quoted}`,
  written`[env.production.vars]\n${names} = ${quoted}`,
  written`[tool.${words}."${words}.${words}"]`,
  written`# ${remarks}`,
), "\n", { min: 1, max: 10 }).map((text) => `${text}\n`);

/** INI, Java's properties, systemd's units: https://docs.python.org/3/library/configparser.html#supported-ini-file-structure */
export const ini: Arbitrary<string> = several(fc.oneof(
  { weight: 4, arbitrary: written`${names} ${either("=", ":", " = ", "")} ${keys}${perhaps(written` ; ${remarks}`)}` },
  written`[${words}${perhaps(written`:${words}`)}]`,
  written`${words}.${names}=${keys}`,
  written`env = ${names}=${keys}\n  ${names}=${keys},${words}=\n`,
  written`Environment="${names}=${keys}" ${names}=${words}`,
  written`environment = ${names}="${keys}",${words}='%(ENV_A)s'`,
  written`${names} = ${words} \\\n    ${keys}`,
  written`${names}=\${${names}:${words}}`,
  written`set-env[] = ${names} ${keys}`,
  written`# ${remarks}`,
  written`; ${remarks}`,
  written`    ${keys}`,
), "\n", { min: 1, max: 10 }).map((text) => `${text}\n`);

/** HCL, https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md, as Terraform uses it. */
const { body } = fc.letrec<{ body: string; term: string; line: string }>((tie) => {
  const term = tie("term");
  return {
    term: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 4, arbitrary: quoted },
      numbers,
      written`var.${words}`,
      written`local.${words}`,
      written`"\${${term}}-${words}%{ if true }a%{ endif }"`,
      written`(${term} ${either("==", "&&", "+", "!=")} ${term} ? ${term} : ${term})`,
      written`{ ${names} = ${term}, "${names}" : ${term} }`,
      written`[${term}, ${term}]`,
      written`[for ${words}, v in ${term} : ${term} if true]`,
      written`{ for k, v in ${term} : k => v... }`,
      written`${either("coalesce", "base64encode", "try", "nonsensitive", "lookup", "file", "jsonencode", "format")}(${term}, ${term}...)`,
      written`${words}[0].${words}[*].a`,
      written`<<${either("EOF", "-EOF")}\n${names}=${keys}\n    EOF`,
      written`random_password.${words}.result`,
    ),
    line: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: written`${names} = ${term}${perhaps(written` # ${remarks}`)}` },
      written`variable "${words}" {\n  type = string\n  default = ${term}\n  sensitive = true\n}`,
      written`resource "random_password" "${words}" {\n  length = ${either("8", "32", "var.a")}\n}`,
      written`resource "${either("aws_lambda_function", "kubernetes_secret", "helm_release", "aws_ssm_parameter")}" "${words}" {\n${indented(tie("body"), "  ")}\n}`,
      written`environment {\n  variables = {\n    ${names} = ${term}\n  }\n}`,
      written`set {\n  name = "${names}"\n  value = ${term}\n}`,
      written`env {\n  name = "${names}"\n  value = ${term}\n}`,
      written`locals {\n  ${words} = ${term}\n}`,
      written`/* ${remarks} */`,
      written`// ${remarks}`,
    ),
    body: several(tie("line"), "\n", { min: 1, max: 4 }),
  };
});

export const terraform: Arbitrary<string> = body.map((text) => `${text}\n`);
