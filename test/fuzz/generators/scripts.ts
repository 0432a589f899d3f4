import fc, { type Arbitrary } from "fast-check";
import { keys, names, remarks, strong, words } from "./keys.ts";
import { either, indented, perhaps, several, written } from "./written.ts";

const bare = keys.map((key) => key.replaceAll(/[^\w-]/g, ""));
const single = keys.map((key) => `'${key.replaceAll("'", "'\\''")}'`);
const double = keys.map((key) => JSON.stringify(key));

/** The words and commands of Bash: https://www.gnu.org/software/bash/manual/bash.html */
const { word, command } = fc.letrec<{ word: string; command: string; body: string }>((tie) => {
  const one = tie("word");
  const body = indented(tie("body"), "  ");
  return {
    word: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 3, arbitrary: fc.oneof(bare, single, double) },
      written`$${names}`,
      written`"\${${names}${either(":-", "-", ":=", ":?", ":+", "##", "%", "/a/", ":0:8", "^^", "@Q")}${one}}"`,
      written`$(${tie("command")})`,
      written`\`${either("openssl rand -base64 8", "date +%s | sha256sum", "uuidgen", "cat /dev/urandom | head -c 32 | base64")}\``,
      either("$(openssl rand -hex 32)", "$RANDOM", "$((1 + 2))", "${#A}", "${A[@]}", "$'a\\n'", "~", "*.py", "{a,b}", "<(cat a)"),
      written`${one}${one}`,
    ),
    command: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 4, arbitrary: written`export ${names}=${one}${perhaps(written` # ${remarks}`)}` },
      { weight: 3, arbitrary: written`${names}=${one}` },
      written`${names}=${one} ${names}=${one} node server.js "$@"`,
      written`: "\${${names}:=${one}}"`,
      written`[ -z "$${names}" ] && ${tie("command")}`,
      written`if [[ -z \${${names}} ]]; then\n${body}\nelif ${tie("command")}; then\n${body}\nelse\n${body}\nfi`,
      written`for ${words} in ${one} ${one}; do\n${body}\ndone`,
      written`while read -r ${words}; do\n${body}\ndone < <(${tie("command")})`,
      written`case ${one} in\n  a|b)\n${body}\n  ;;\n  *) ${tie("command")} ;;\nesac`,
      written`${words}() {\n  local ${words}=${one}\n${body}\n}`,
      written`cat > .env <<${either("EOF", "'EOF'", "-EOF")}\n${names}=${keys}\n${names}=$${names}\nEOF`,
      written`echo ${one} >> .env`,
      written`echo "${names}=${bare}" | tee -a .env`,
      written`printf '%s=%s\\n' ${names} ${one} > .env`,
      written`sed -i "s/^${names}=.*/${names}=${bare}/" .env`,
      written`docker run -d -e ${names}=${one} --env ${names} --env-file=.env image`,
      written`kubectl create secret generic a --from-literal=${names}=${one}`,
      written`heroku config:set ${names}=${one}`,
      written`gh secret set ${names} --body ${one}`,
      written`flask --app a run & ${tie("command")} || ${tie("command")} 2>&1 | grep ${one}`,
      written`python -c "SECRET_KEY=${bare}"`,
      written`declare -rx ${names}=${one}`,
      written`${words}=(${one} ${one})`,
      written`# ${remarks}`,
      written`set -gx ${names} ${one}`,
      written`setx ${names} ${one}`,
      written`$env:${names} = ${double}`,
    ),
    body: several(tie("command"), "\n", { min: 1, max: 3 }),
  };
});

export { command as shellCommand };

export const shell: Arbitrary<string> = written`${perhaps(either("#!/bin/sh\n", "#!/usr/bin/env bash\nset -euo pipefail\n", "@echo off\r\n"))}${several(command, "\n", { min: 1, max: 8 })}\n`;

/** Environment files: https://www.npmjs.com/package/dotenv#user-content-rules */
export const env: Arbitrary<string> = several(fc.oneof(
  { weight: 4, arbitrary: written`${names}=${keys}` },
  written`${names}=${double}${perhaps(written` # ${remarks}`)}`,
  written`export ${names}=${single}`,
  written`${names} = ${bare} # ${remarks}`,
  written`# ${names}=${strong}`,
  written`# ${remarks}`,
  written`${names}=\${${names}:-${bare}}`,
  written`${names}="\n${keys}\n"`,
  written`${names}:${keys}`,
  written`${names}`,
  written`${names}=\`${words}\``,
  written`${names}=`,
), "\n", { min: 1, max: 12 }).map((text) => `${text}\n`);

/** Dockerfiles: https://docs.docker.com/reference/dockerfile/ */
export const dockerfile: Arbitrary<string> = written`${perhaps(either("# syntax=docker/dockerfile:1\n", "# escape=`\n"))}FROM node:20${perhaps(written` AS ${words}`)}\n${several(fc.oneof(
  { weight: 4, arbitrary: written`ENV ${names}=${fc.oneof(bare, double, single)}` },
  written`ENV ${names} ${keys}`,
  written`ENV ${names}=${bare} \\\n    # ${remarks}\n    ${names}=${double}`,
  { weight: 2, arbitrary: written`ARG ${names}=${fc.oneof(bare, double)}` },
  written`ARG ${names}\nENV ${names}=\${${names}:-${bare}}`,
  written`RUN ${command}`,
  written`RUN --mount=type=secret,id=a ${names}=${word} python manage.py collectstatic && \\\n    ${words}`,
  written`RUN <<EOF\n${command}\nEOF`,
  written`COPY <<EOF /app/.env\n${names}=${keys}\nEOF`,
  written`CMD ["sh", "-c", "${names}=${bare} node ."]`,
  written`LABEL ${words}=${double}`,
  written`# ${remarks}`,
  written`FROM ${words}`,
), "\n", { min: 1, max: 8 })}\n`;
