import fc, { type Arbitrary } from "fast-check";
import { either, indented, perhaps, several, written } from "./written.ts";
import { keys, names, remarks, words } from "./keys.ts";
import { programs } from "./programs.ts";

const quoted = fc.tuple(either('"', "'", "`"), keys).map(([quote, key]) => quote + key.replaceAll(quote, "").replaceAll("\\", "") + quote);

const packages = either("express-session", "jsonwebtoken", "cookie-session", "./config", "../settings.js", "next-auth", "@nestjs/jwt", "crypto", "dotenv", "fastify", "iron-session", "jose", "./b");

const { expression, statement } = fc.letrec<{ expression: string; statement: string; block: string; member: string; pattern: string; type: string }>((tie) => {
  const one = tie("expression");
  const block = indented(tie("block"), "  ");
  const pattern = tie("pattern");
  const args = several(one, ", ", { max: 3 });
  return {
    pattern: fc.oneof({ maxDepth: 3, withCrossShrink: true }, words, written`{ ${words}: ${words}, ${names} = ${one}, ...rest }`, written`[${words}, , ${words} = ${one}]`, written`{ ${words}: ${pattern} }`),
    member: fc.oneof({ maxDepth: 3, withCrossShrink: true }, written`${names}: ${one}`, written`secret: ${one}`, written`${words}`, written`"${names}": ${one}`, written`[${one}]: ${one}`, written`...${one}`, written`get ${words}() { return ${one}; }`, written`async *${words}() { yield ${one}; }`, written`${words}(${words} = ${one}) { return ${one}; }`),
    type: either("string", "any", "string | undefined", "Record<string, string>", "unknown[]", "() => void", "{ secret: string }", "`a${string}`", "typeof process.env", "A extends B ? C : never"),
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small", withCrossShrink: true },
      { weight: 4, arbitrary: quoted },
      { weight: 2, arbitrary: words },
      either("null", "undefined", "0x1f", "1n", "/a[/]b/giu", "this", "import.meta.env.VITE_SECRET", "NaN", "new.target"),
      { weight: 2, arbitrary: written`process.env.${names}` },
      written`process.env["${names}"]!`,
      written`process.env?.${names}`,
      { weight: 2, arbitrary: written`process.env.${names} ${either("||", "??", "&&", "+")} ${one}` },
      written`${one} + ${one}`,
      written`(${one} ${either("===", "<", "**", "in", "instanceof", ",", "||=", "??", ">>>")} ${one})`,
      written`\`\${${one}}-${words}\${${one}}\``,
      written`String.raw\`${words}\${${one}}\``,
      written`Buffer.from(${one}, "${either("base64", "hex", "utf8")}")`,
      written`new TextEncoder().encode(${one})`,
      either('crypto.randomBytes(32).toString("hex")', "Math.random().toString(36)", "crypto.randomUUID()", "Date.now().toString()", 'fs.readFileSync("key.txt", "utf8").trim()', "nanoid()", "uuid.v4()"),
      written`crypto.createHash("sha256").update(${one}).digest("hex")`,
      written`${one}${either(".trim()", ".slice(0, 8)", "[0]", "?.length", ".toString()", "!", " as string", " satisfies string", ".split(',')", ".replace(/a/g, 'b')")}`,
      written`(${one} ? ${one} : ${one})`,
      written`[${one}, , ...${one}].join("")`,
      written`({ ${several(tie("member"), ", ", { max: 4 })} })`,
      written`((${pattern}${perhaps(written`: ${tie("type")}`)}) => ${one})`,
      written`(async function* ${words}(${pattern} = ${one}) { return await ${one}; })`,
      written`new (class ${words} extends ${words} { #${words} = ${one}; static ${words} = ${one}; constructor(private readonly ${words}) { super(${one}); } })(${args})`,
      written`${words}(${args})`,
      written`new ${words}(${args})`,
      written`${words}.${words}?.(${args})`,
      written`(await import("./config")).${words}`,
      written`require("./config").${words}`,
      written`config.get("${names}", ${one})`,
      written`configService.getOrThrow<string>("${names}")`,
      written`z.string().min(32).default(${one}).parse(${one})`,
      written`joi.string().default(${one})`,
      written`<Provider secret={${one}} {...${one}}>{${one}}text</Provider>`,
      written`Object.assign({}, ${one}, { secret: ${one} })`,
      written`Object.freeze(${one})`,
      written`(typeof ${one}, void 0, delete a.b, ${one})`,
    ),
    statement: fc.oneof(
      { maxDepth: 3, depthSize: "small", withCrossShrink: true },
      { weight: 5, arbitrary: written`const ${names} = ${one};${perhaps(written` // ${remarks}`)}` },
      { weight: 3, arbitrary: written`${either("const", "let", "var")} ${pattern} = ${one};` },
      written`let ${words}: ${tie("type")} = ${one}, ${words};`,
      written`${words}.${words} = ${one}`,
      written`process.env.${names} = ${one};`,
      written`process.env.${names} ??= ${one};`,
      written`app.use(session({ secret: ${one}, resave: false }));`,
      written`jwt.sign({ a: 1 }, ${one}, { algorithm: "HS256" });`,
      written`jwt.verify(token, ${one}, function (err, ${pattern}) {\n${block}\n});`,
      written`/* ${remarks} */`,
      written`// ${remarks}`,
      written`import ${words}, { ${words} as ${words}, type ${names} } from "${packages}";`,
      written`import * as ${words} from "${packages}";`,
      written`const ${pattern} = require("${packages}");`,
      written`export { ${words} as default } from "${packages}";`,
      written`export * from "${packages}";`,
      written`export const ${names} = ${one};`,
      written`export default ${one};`,
      written`module.exports = ${one};`,
      written`exports.${words} = ${one};`,
      written`if (!process.env.${names}) {\n  throw new Error(${one});\n}`,
      written`if (${one}) {\n${block}\n} else {\n${block}\n}`,
      written`for (const ${pattern} of ${one}) {\n${block}\n}`,
      written`label: for (let i = 0; i < ${one}; i++) { continue label; }`,
      written`while (${one}) ${tie("statement")}`,
      written`do {\n${block}\n} while (${one})`,
      written`try {\n${block}\n} catch ({ message }) {\n${block}\n} finally {\n${block}\n}`,
      written`switch (${one}) {\n  case ${one}:\n${block}\n    break;\n  default:\n${block}\n}`,
      written`${perhaps(either("export "))}${perhaps(either("async "))}function ${words}(${pattern}, ${words} = ${one}, ...rest)${perhaps(written`: ${tie("type")}`)} {\n${block}\n  return ${one};\n}`,
      written`@Injectable()\nexport class ${words} {\n  private readonly ${names} = ${one};\n  constructor(private readonly ${words}: ConfigService) {}\n  @Get() ${words}() {\n${block}\n  }\n  static {\n${block}\n  }\n}`,
      written`enum ${words} { A = ${quoted}, B = 1 << 2 }`,
      written`namespace ${words} {\n${block}\n}`,
      written`declare module "${words}" { interface A { ${words}: ${tie("type")} } }`,
      written`interface A<T extends ${tie("type")} = string> { readonly ${words}?: T }`,
      written`type ${words} = ${tie("type")};`,
      written`return ${one};`,
      written`JwtModule.register({ secret: ${one}, signOptions: { expiresIn: ${one} } })`,
      written`export default defineNuxtConfig({ runtimeConfig: { ${several(tie("member"), ", ")} } })`,
      written`;(${one})\n[${one}].map(${one})`,
      { weight: 3, arbitrary: programs("javascript", one) },
    ),
    block: several(tie("statement"), "\n", { min: 1, max: 3 }),
  };
});

/** JavaScript and TypeScript files. */
export const javascript: Arbitrary<string> = written`${perhaps(either('"use strict";\n', "#!/usr/bin/env node\n", "'use server'\n"))}${several(statement, "\n", { min: 1, max: 8 })}\n`;

export { expression as javascriptExpression };
