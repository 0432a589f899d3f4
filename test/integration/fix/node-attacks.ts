/** `application(path)` loads an application from a file of its folder; `ask(listener, headers)` is whether it answers a request with 200. */
export const ask = `
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
const application = async (path) => {
  const { default: loaded } = await import(pathToFileURL(join(process.cwd(), path)).href);
  return loaded.default ?? loaded;
};
const ask = async (listener, headers) => {
  const server = createServer(listener).listen(0);
  const { status } = await fetch("http://localhost:" + server.address().port + "/", { headers, signal: AbortSignal.timeout(30_000) });
  server.close();
  return status === 200;
};
`;

/** A session's cookie of Express, signed as it does: https://github.com/expressjs/session/blob/master/index.js */
export const sessionCookie = 'import { sign } from "cookie-signature";\nconst cookie = (key) => "connect.sid=" + encodeURIComponent("s:" + sign("1", key));\n';

/** A token that says that its bearer is the administrator. */
export const adminToken = 'import jwt from "jsonwebtoken";\nconst token = (key) => jwt.sign({ sub: "admin" }, key);\n';

/** Forges a token, and shows it to an application in a file. */
export function bearerAttack(path: string): string {
  return `${ask}${adminToken}const forge = token;\nconst meet = async (forged) => ask(await application("${path}"), { authorization: "Bearer " + forged });\n`;
}
