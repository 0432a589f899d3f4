import { leakedKey, type Application } from "./application.ts";

/** Builds and serves the application, asks it, and ends it. */
const attack = `
import { execFileSync, spawn } from "node:child_process";
import { sealData } from "iron-session";
import nextAuth from "next-auth/jwt";
const next = "node_modules/next/dist/bin/next";
const forge = async (key, variable) =>
  variable === "SESSION_PASSWORD" ? "session=" + (await sealData({ user: "admin" }, { password: key })) : "next-auth.session-token=" + (await nextAuth.encode({ token: { name: "admin" }, secret: key }));
let built;
const meet = async (forged, variable) => {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NEXTAUTH_URL: "http://localhost" };
  built ??= execFileSync(process.execPath, [next, "build"], { env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const server = spawn(process.execPath, [next, "start", "--port", "0"], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = "";
      server.stdout.on("data", (text) => { said += text; const url = /http:\\/\\/localhost:\\d+/.exec(said); if (url) resolve(url[0]); });
      server.on("exit", () => reject(new Error("it does not start")));
    });
    const answer = await fetch(address + (variable === "NEXTAUTH_SECRET" ? "/api/auth/session" : "/api/home"), { headers: { cookie: forged } });
    if (answer.status >= 500) throw new Error("status " + answer.status);
    return (await answer.text()).includes("admin");
  } finally {
    server.kill();
  }
};
`;

export const next: Application = {
  name: "Next, iron-session and NextAuth",
  keys: { SESSION_PASSWORD: leakedKey(960), NEXTAUTH_SECRET: leakedKey(961) },
  attack,
  files: {
    "package.json": '{ "name": "shop", "private": true }\n',
    "tsconfig.json": '{ "compilerOptions": { "strict": true, "target": "ES2022", "lib": ["dom", "esnext"], "module": "esnext", "moduleResolution": "bundler", "jsx": "preserve", "noEmit": true, "skipLibCheck": true, "esModuleInterop": true, "isolatedModules": true, "resolveJsonModule": true, "allowJs": true, "incremental": true, "plugins": [{ "name": "next" }] }, "include": ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts"], "exclude": ["node_modules"] }\n',
    "next-env.d.ts": '/// <reference types="next" />\n',
    "app/layout.tsx": 'import type { ReactNode } from "react";\n\nexport default function Layout({ children }: { children: ReactNode }) {\n  return (\n    <html>\n      <body>{children}</body>\n    </html>\n  );\n}\n',
    "app/page.tsx": "export default function Page() {\n  return <p>A shop</p>;\n}\n",
    "lib/session.ts": `import type { SessionOptions } from "iron-session";\n\nexport interface SessionData {\n  user?: string;\n}\n\nexport const sessionOptions: SessionOptions = {\n  cookieName: "session",\n  password: "${leakedKey(960)}",\n};\n`,
    "app/api/home/route.ts": `import { getIronSession } from "iron-session";\nimport { cookies } from "next/headers";\nimport { sessionOptions, type SessionData } from "../../../lib/session";\n\nexport async function GET() {\n  const session = await getIronSession<SessionData>(await cookies(), sessionOptions);\n  return Response.json({ user: session.user ?? "nobody" });\n}\n`,
    "app/api/auth/[...nextauth]/route.ts": `import NextAuth from "next-auth";\n\nconst handler = NextAuth({\n  providers: [],\n  secret: process.env.NEXTAUTH_SECRET ?? "${leakedKey(961)}",\n});\n\nexport { handler as GET, handler as POST };\n`,
  },
};
