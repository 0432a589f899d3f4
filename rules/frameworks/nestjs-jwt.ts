import type { Framework } from "../../src/kit.ts";

/** Where @nestjs/jwt takes its key. */
export const nestjsJwt: Framework = {
  id: "nestjs-jwt",
  title: "@nestjs/jwt",
  language: "javascript",
  variable: "JWT_SECRET",
  docs: "https://docs.nestjs.com/security/authentication",
  protects: "access tokens",
  attack: "An attacker who has the key can make an access token for any user.",
  fix: `Use JwtModule.registerAsync with config.getOrThrow("JWT_SECRET"), and generate the key with node -p "require('node:crypto').randomBytes(32).toString('hex')".`,
  rotate: "Sign with the option keyid, and give a secretOrKeyProvider that returns the new key to sign with, and to verify with the key for the kid of the token.",
  slots: [
    {
      id: "module",
      at: [
        { call: "@nestjs/jwt.JwtModule.register", argument: "0.secret|0.secretOrPrivateKey" },
        { call: "@nestjs/jwt.JwtModule.registerAsync", argument: "0.useFactory().secret|0.useFactory().secretOrPrivateKey|0.useClass.createJwtOptions().secret|0.useExisting.createJwtOptions().secret" },
        { call: "@nestjs/jwt.JwtService", argument: "0.secret" },
      ],
      where: [{ argument: "0.signOptions.algorithm", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      minBy: { argument: "0.signOptions.algorithm", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "JwtModule.register({ secret })",
    },
    {
      id: "service",
      at: [
        { call: "*.sign", argument: "1.secret" },
        { call: "*.signAsync", argument: "1.secret" },
        { call: "*.verify", argument: "1.secret" },
        { call: "*.verifyAsync", argument: "1.secret" },
      ],
      where: [{ argument: "1.algorithm", not: ["RS*", "ES*", "PS*"] }],
      min: 32,
      minBy: { argument: "1.algorithm", values: { HS256: 32, HS384: 48, HS512: 64 } },
      empty: "refused",
      label: "jwtService.sign({ secret })",
    },
  ],
  bad: {
    "auth.module.ts": `import { Module } from "@nestjs/common";
import { JwtModule } from "@nestjs/jwt";

@Module({
  imports: [JwtModule.register({ secret: "33acabf493c48b92d886e79403a46cb359a140fefcaa10bc0ef6aabaa46c565f" })],
})
export class AuthModule {}
`,
  },
  good: {
    "auth.module.ts": `import { Module } from "@nestjs/common";
import { ConfigService } from "@nestjs/config";
import { JwtModule } from "@nestjs/jwt";

@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ secret: config.getOrThrow("JWT_SECRET") }),
    }),
  ],
})
export class AuthModule {}
`,
  },
};
