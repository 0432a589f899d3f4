import type { Framework } from "../../src/kit.ts";

/** Where socketio-jwt takes its key. */
export const socketioJwt: Framework = {
  id: "socketio-jwt",
  title: "socketio-jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://github.com/auth0-community/socketio-jwt",
  protects: "access tokens of socket connections",
  attack: "An attacker who has the key can connect as any user.",
  fix: `Pass secret: process.env.JWT_SECRET to authorize, stop when it is not set, and generate it with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  slots: [
    {
      id: "secret",
      at: [
        { call: "socketio-jwt.authorize", argument: "0.secret" },
        { call: "socketio-jwt.authenticate", argument: "0.secret" },
        { call: "@thream/socketio-jwt.authorize", argument: "0.secret" },
        { call: "socketio-jwt-auth.authenticate", argument: "0.secret" },
        { call: "socket.io-jwt.authorize", argument: "0.secret" },
      ],
      min: 32,
      label: "authorize({ secret })",
    },
  ],
  bad: {
    "sockets.js": `import { Server } from "socket.io";
import { authorize } from "@thream/socketio-jwt";

const io = new Server(3000);
io.use(authorize({ secret: "f937821bf4b7ff281c7a0052d4588fab3c9f3e54a8414e237d9b162527743f6b" }));
`,
  },
  good: {
    "sockets.js": `import { Server } from "socket.io";
import { authorize } from "@thream/socketio-jwt";

const secret = process.env.JWT_SECRET;
if (!secret) throw new Error("JWT_SECRET is not set");

const io = new Server(3000);
io.use(authorize({ secret }));
`,
  },
};
