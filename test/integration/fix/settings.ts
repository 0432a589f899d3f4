import { leakedKey, type Application } from "./application.ts";

/** What Compose gives a service is the key: forged with it is what it holds. */
const composeAttack = (command: string): string => `
import { execFileSync } from "node:child_process";
const forge = (key) => key;
const meet = async (forged, variable) => {
  const { services } = JSON.parse(execFileSync(${JSON.stringify(command)}, ["docker-compose.yml"], { encoding: "utf8" }));
  return Object.values(services).every(({ environment }) => environment[variable] === forged);
};
`;

/** A compose file whose services are given two keys, each written in another way. */
export function compose(command: string): Application {
  return {
    name: "Compose",
    keys: { SECRET_KEY: leakedKey(950), JWT_SECRET: "our little shop of tokens" },
    attack: composeAttack(command),
    files: {
      "docker-compose.yml": `name: shop
services:
  web:
    image: shop
    environment:
      SECRET_KEY: ${leakedKey(950)} # signs sessions
      JWT_SECRET: "\${JWT_SECRET:-our little shop of tokens}"
  worker:
    image: shop
    environment:
      - SECRET_KEY=${leakedKey(950)}
      - JWT_SECRET=\${JWT_SECRET:-our little shop of tokens}
`,
    },
  };
}

export const shell: Application = {
  name: "a shell script's default",
  keys: { SECRET_KEY: "a key in a start script" },
  attack: `
import { execFileSync } from "node:child_process";
const forge = (key) => key;
const meet = (forged) => execFileSync("sh", ["start.sh"], { encoding: "utf8" }) === forged + "\\n";
`,
  files: {
    "start.sh": '#!/bin/sh\nset -e\nexport SECRET_KEY="${SECRET_KEY:-a key in a start script}"\nexec printenv SECRET_KEY\n',
  },
};
