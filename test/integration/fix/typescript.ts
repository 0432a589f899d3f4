import { leakedKey, type Application } from "./application.ts";
import { adminToken, ask, bearerAttack, sessionCookie } from "./node-attacks.ts";

const build = [["node", "node_modules/typescript/bin/tsc", "--project", "."]];

const settings = (more: object = {}): string =>
  `${JSON.stringify({ compilerOptions: { strict: true, noUncheckedIndexedAccess: true, target: "ES2022", module: "commonjs", moduleResolution: "node10", esModuleInterop: true, skipLibCheck: true, noEmitOnError: true, rootDir: "src", outDir: "dist", ...more } }, undefined, 2)}\n`;

const manifest = '{ "name": "shop" }\n';

const express: readonly Application[] = [
  {
    name: "Express in TypeScript, a constant that is exported and an arrow function",
    keys: { JWT_KEY: leakedKey(940), SESSION_SECRET: leakedKey(941) },
    build,
    attack: `${ask}${adminToken}${sessionCookie}
const forge = (key, variable) => (variable === "JWT_KEY" ? "Bearer " + token(key) : cookie(key));
const meet = async (forged, variable) => ask(await application("dist/app.js"), variable === "JWT_KEY" ? { authorization: forged } : { cookie: forged });
`,
    files: {
      "package.json": manifest,
      "tsconfig.json": settings(),
      "src/config.ts": `export const JWT_KEY = "${leakedKey(940)}";\n\nexport const port = Number(process.env.PORT ?? 3000);\n`,
      "src/sessions.ts": `import type { RequestHandler } from "express";\nimport session, { type Store } from "express-session";\n\nexport const sessions = (store: Store): RequestHandler => session({ secret: "${leakedKey(941)}", resave: false, saveUninitialized: false, store });\n`,
      "src/app.ts": `import express, { type Request, type Response } from "express";
import { MemoryStore } from "express-session";
import jwt from "jsonwebtoken";
import { JWT_KEY } from "./config";
import { sessions } from "./sessions";

declare module "express-session" {
  interface SessionData {
    user: string;
  }
}

const store = new MemoryStore();
const app = express();
app.use(sessions(store));

const bearer = (req: Request): string | undefined => {
  const { authorization } = req.headers;
  if (!authorization) return undefined;
  try {
    const claims = jwt.verify(authorization.slice(7), JWT_KEY);
    return typeof claims === "string" ? claims : claims.sub;
  } catch {
    return undefined;
  }
};

app.get("/", (req: Request, res: Response) => {
  const user = bearer(req) ?? req.session.user;
  res.sendStatus(user === "admin" ? 200 : 401);
});

store.set("1", { cookie: { originalMaxAge: null }, user: "admin" });

export default app;
`,
    },
  },
  {
    name: "Express in TypeScript, two arrow functions of one key",
    keys: { JWT_SECRET: leakedKey(944) },
    build,
    attack: bearerAttack("dist/app.js"),
    files: {
      "package.json": manifest,
      "tsconfig.json": settings(),
      "src/tokens.ts": `import jwt from "jsonwebtoken";\n\nexport const sign = (user: string): string => jwt.sign({ sub: user }, "${leakedKey(944)}");\nexport const read = (token: string): string | jwt.JwtPayload => jwt.verify(token, "${leakedKey(944)}");\n`,
      "src/app.ts": bearerApplication('import { read } from "./tokens";', "read(token)"),
    },
  },
  {
    name: "Express in TypeScript, a field of a class",
    keys: { JWT_SECRET: leakedKey(942) },
    build,
    attack: bearerAttack("dist/app.js"),
    files: {
      "package.json": manifest,
      "tsconfig.json": settings(),
      "src/tokens.ts": `import jwt, { type JwtPayload } from "jsonwebtoken";

export class Tokens {
  private readonly secret: string = "${leakedKey(942)}";

  sign(user: string): string {
    return jwt.sign({ sub: user }, this.secret, { expiresIn: "1h" });
  }

  read(token: string): string | JwtPayload {
    return jwt.verify(token, this.secret);
  }
}
`,
      "src/app.ts": bearerApplication('import { Tokens } from "./tokens";\n\nconst tokens = new Tokens();', "tokens.read(token)"),
    },
  },
  {
    name: "Express in TypeScript, a default in an object",
    keys: { JWT_SECRET: "we sell apples and pears" },
    build,
    attack: bearerAttack("dist/app.js"),
    files: {
      "package.json": manifest,
      "tsconfig.json": settings({ noPropertyAccessFromIndexSignature: true }),
      "src/config.ts": `interface Config {\n  readonly port: number;\n  readonly jwt: { readonly secret: string; readonly expiresIn: number };\n}\n\nexport const config: Config = {\n  port: Number(process.env["PORT"] ?? 3000),\n  jwt: {\n    secret: process.env["JWT_SECRET"] || "we sell apples and pears",\n    expiresIn: 3600,\n  },\n};\n`,
      "src/app.ts": bearerApplication('import jwt from "jsonwebtoken";\nimport { config } from "./config";', "jwt.verify(token, config.jwt.secret)"),
    },
  },
];

/** An application of Express that takes the administrator's token. */
function bearerApplication(head: string, read: string): string {
  return `import express from "express";
${head}

const app = express();
app.get("/", (req, res) => {
  try {
    const token = (req.headers.authorization ?? "").slice(7);
    const claims = ${read};
    res.send(typeof claims === "string" ? claims : claims.sub);
  } catch {
    res.sendStatus(401);
  }
});

export default app;
`;
}

const nest: Application = {
  name: "Nest, its tokens and Passport's strategy",
  keys: { JWT_SECRET: leakedKey(943) },
  build,
  attack: `${adminToken}
import { join } from "node:path";
import { pathToFileURL } from "node:url";
const forge = token;
const meet = async (forged) => {
  const { default: { start } } = await import(pathToFileURL(join(process.cwd(), "dist/main.js")).href);
  const app = await start();
  const { status } = await fetch((await app.getUrl()).replace("[::1]", "localhost"), { headers: { authorization: "Bearer " + forged } });
  await app.close();
  return status === 200;
};
`,
  files: {
    "package.json": manifest,
    "tsconfig.json": settings({ experimentalDecorators: true, emitDecoratorMetadata: true, strictPropertyInitialization: false }),
    "src/jwt.strategy.ts": `import { Injectable } from "@nestjs/common";
import { PassportStrategy } from "@nestjs/passport";
import { ExtractJwt, Strategy } from "passport-jwt";

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      ignoreExpiration: false,
      secretOrKey: "${leakedKey(943)}",
    });
  }

  validate(payload: { sub: string }): { user: string } {
    return { user: payload.sub };
  }
}
`,
    "src/app.module.ts": `import { Controller, Get, Module, Post, UseGuards } from "@nestjs/common";
import { JwtModule, JwtService } from "@nestjs/jwt";
import { AuthGuard, PassportModule } from "@nestjs/passport";
import { JwtStrategy } from "./jwt.strategy";

@Controller()
export class AppController {
  constructor(private readonly jwt: JwtService) {}

  @UseGuards(AuthGuard("jwt"))
  @Get()
  home(): string {
    return "in";
  }

  @Post("login")
  login(): Promise<string> {
    return this.jwt.signAsync({ sub: "somebody" });
  }
}

@Module({
  imports: [
    PassportModule,
    JwtModule.register({
      global: true,
      secret: "${leakedKey(943)}",
      signOptions: { expiresIn: "60s" },
    }),
  ],
  controllers: [AppController],
  providers: [JwtStrategy],
})
export class AppModule {}
`,
    "src/main.ts": `import "reflect-metadata";
import type { INestApplication } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

export async function start(): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule, { logger: ["error"] });
  await app.listen(0);
  return app;
}
`,
  },
};

export const typescript: readonly Application[] = [...express, nest];
