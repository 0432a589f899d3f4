// Beginnings of programs, as texts.

/** Asks a handler once, over HTTP on this machine: it must answer with 200. Gives the answer. */
export const ask = `
import { createServer } from "node:http";
async function ask(handler, headers = {}) {
  const server = createServer((request, response) => {
    try { handler(request, response); } catch { response.writeHead(500).end(); }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const answer = await fetch("http://127.0.0.1:" + server.address().port, { headers: { ...headers, connection: "close" } });
  server.close();
  if (answer.status !== 200) throw new Error("status " + answer.status);
  return answer;
}
const end = (response) => (error) => response.writeHead(error ? 500 : 200).end();
`;

/** A token made by hand with `key`, for what only reads tokens. */
export const token = `
import { createHmac } from "node:crypto";
const encoded = (text) => Buffer.from(text).toString("base64url");
const signed = encoded('{"alg":"HS256","typ":"JWT"}') + "." + encoded('{"sub":"1"}');
export const token = signed + "." + createHmac("sha256", key).update(signed).digest("base64url");
`;

/** For Python: a token made by hand with `key`, for what only reads tokens. */
export const pythonToken = `
import base64, hashlib, hmac
def encoded(data): return base64.urlsafe_b64encode(data).rstrip(b"=")
signed = encoded(b'{"alg":"HS256","typ":"JWT"}') + b"." + encoded(b'{"sub":"1"}')
token = (signed + b"." + encoded(hmac.new(key.encode(), signed, hashlib.sha256).digest())).decode()
`;
