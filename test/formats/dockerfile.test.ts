import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { dockerfile } from "../../src/formats/dockerfile/index.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { show } from "./python-shown.ts";

/** Everything set in an image and in the files that it writes, as `NAME := value`. */
function told(module: Module): readonly string[] {
  return [...module.bindings.map(({ target, value }) => `${show(target)} := ${show(value)}`), ...module.parts.flatMap((part) => told(part.module))];
}

function found(text: string): readonly string[] {
  return told(dockerfile.read("Dockerfile", text));
}

describe("file names", () => {
  const matches = picomatch([...dockerfile.files], { dot: true, nocase: true });

  test.each(["Dockerfile", "dockerfile", "Containerfile", "Dockerfile.worker", "Dockerfile-dev", "Dockerfile.prod.web", "app.dockerfile", "app.Dockerfile", "Dockerfile_base"])("%s is a Dockerfile", (name) => {
    expect(matches(name)).toBe(true);
  });

  test.each(["Dockerfile.md", "Dockerfile.dockerignore", "Dockerfile.sh", "docker-compose.yml", ".dockerignore", "mydockerfile"])("%s is none", (name) => {
    expect(matches(name)).toBe(false);
  });
});

describe("what is told", () => {
  test.each([
    ["ENV", "ENV A=b", [`A := "b"`]],
    ["several", `ENV A=b C="d e" F='g $h' I=j\\ k`, [`A := "b"`, `C := "d e"`, `F := "g $h"`, `I := "j k"`]],
    ["the old form", "ENV A b c  \nenv D\te", [`A := "b c"`, `D := "e"`]],
    ["the old form with quotes", `ENV A "b c"`, [`A := "b c"`]],
    ["nothing", `ENV A= C=""`, [`A := ""`, `C := ""`]],
    ["lines that go on", "ENV A=b \\\n    # C=d\n\n    E=f \\\n    G='h'\nENV I=j", [`A := "b"`, `E := "f"`, `G := "h"`, `I := "j"`]],
    ["CRLF", "ENV A=b \\\r\n  C=d\r\nENV E=f\r\n", [`A := "b"`, `C := "d"`, `E := "f"`]],
    ["another escape", "# escape=`\nFROM x\nENV A=b `\n  C=d\\e", [`A := "b"`, `C := "d\\\\e"`]],
    ["ARG", "ARG A=b\nARG C", [`A := "b"`]],
    ["an ENV of an ARG", "ARG A=b\nENV A=$A C=${A}", ["A := A", "C := A"]],
    ["a default", "ARG A\nENV A=${A:-b}", [`A := or(A | "b")`]],
    ["a dummy that stays", "ARG A=dummy\nENV B=$A", ["B := A"]],
    ["a stage of which only files are copied", "FROM a AS b\nENV A=b\nARG C=b\nENV C=$C\nFROM c\nCOPY --chown=x --from=b . .\nENV A=d", [`A := "d"`]],
    ["a stage copied from by its number", "FROM a\nENV A=b\nFROM c\nCOPY --from=0 . .\nENV A=d", [`A := "d"`]],
    ["a stage that the image is built on", "FROM a AS b\nENV A=b\nFROM B\nCOPY --from=b . .\nENV C=d", [`A := "b"`, `C := "d"`]],
    ["a stage that is built by its name", "FROM a AS development\nENV A=b\nFROM a\nENV C=d", [`A := "b"`, `C := "d"`]],
    ["ONBUILD", "ONBUILD ENV A=b", [`A := "b"`]],
    ["CMD and its like", "CMD A=b node a.js\nENTRYPOINT exec env C=d node b.js\nHEALTHCHECK --interval=5s CMD E=f curl x", [`A := "b"`, `C := "d"`, `E := "f"`]],
    ["a file that a RUN writes", `RUN a && \\\n  # why\n  echo "A=b" >> .env && printf 'C=d\\n' > app/.env`, [`A := "b"`, `C := "d"`]],
    ["a script of a RUN", "RUN <<EOF\nexport X=y\necho A=b > .env\nEOF\nENV C=d", [`A := "b"`, `C := "d"`]],
    ["a file that a COPY writes", "COPY <<EOF /app/.env\nA=b\nEOF\nCOPY <<-'.env' /app/\n\tC=$D\n\t.env\n", [`A := "b"`, `C := "$D"`]],
    ["a template", "FROM {{ base }}\nENV A={{ key }} \nENV B=<%= c %>", [`A := "{{"`, `B := "<%="`]],
    ["twice", "ENV A=b\nENV A=c", [`A := "b"`, `A := "c"`]],
    ["an open quote", `ENV A="b\nENV C=d`, [`A := "b"`, `C := "d"`]],
    ["an open heredoc", "RUN cat <<EOF > .env\nA=b\n", [`A := "b"`]],
  ])("%s", (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

test.each([
  ["a prefix of a step", "RUN A=b python manage.py collectstatic && env C=d npm run build"],
  ["a prefix of any RUN", "RUN A=b python x.py"],
  ["an export", "RUN export A=b && set -x; declare -x C=d"],
  ["a default of a RUN", `RUN : "\${A:=b}"`],
  ["what a RUN starts", "RUN docker run -e A=b x"],
  ["dummies of a build", "ARG A=dummy\nARG B=build-time-dummy\nARG C=placeholder\nARG D=fake_key\nARG E=unused\nARG F='not-needed'\nARG G=collectstatic"],
  ["an ARG without a value", "ARG A"],
  ["labels", "LABEL A=b c.d=\"e\""],
  ["comments", "# ENV A=b\nFROM x # A=b"],
  ["lists", `CMD ["A=b", "node"]\nENTRYPOINT ["env", "A=b"]`],
  ["a text about it", `RUN echo "A=b" && echo A is missing`],
  ["another file", "COPY <<EOF /app/a.conf\nA=b\nEOF\nRUN cat > x.py <<EOF\nA='b'\nEOF"],
  ["a mounted secret", "RUN --mount=type=secret,id=A A=$(cat /run/secrets/A) npm ci"],
  ["no instruction", "HELLO A=b\nA=b\n\u0001\u0002"],
  ["another format", `{"ENV": "A=b"}\n<ENV A="b"/>`],
  ["an empty file", ""],
])("%s is silent", (_what, text) => {
  expect(found(text)).toEqual([]);
});

test("values follow ARGs of the file", () => {
  const { top } = dockerfile.read("Dockerfile", "ARG A=b\nENV A=$A\nENV C=d");
  expect([...top.names].map(([name, definitions]) => [name, definitions.map(({ value }) => show(value))])).toEqual([["A", [`"b"`]], ["C", [`"d"`]]]);
});

test("tokens are the values as written; values and comments are told, for covering", () => {
  const text = `# top\nENV A="b c" D=e \\\n  # inside\n  F='g'\nENV H i j\nLABEL k="l"\nRUN echo "M=n" >> .env # end\n`;
  const { bindings, covers, comments } = dockerfile.read("Dockerfile", text);
  expect(bindings.map(({ value: { span } }) => text.slice(span.start, span.end))).toEqual([`"b c"`, "e", "'g'", "i j", "n"]);
  expect(covers.map(({ start, end }) => text.slice(start, end))).toEqual(["b c", "e", "g", "i j", "l", "n"]);
  expect(comments.map((comment) => comment.text)).toEqual(["top", "inside", "end"]);
});

test.each([
  ["binary content", "ENV A=b\0"],
  ["a long file", "ENV A=b\n".repeat(100_000)],
  ["one of a thousand stages, each with a comment", "FROM a\n # b\n".repeat(1_001)],
])("%s is a failure", (_what, text) => {
  const { failure, bindings } = dockerfile.read("Dockerfile", text);
  expect(failure).toContain("not read");
  expect(bindings).toEqual([]);
});

describe("hostile texts take linear time", () => {
  test.each([`"`, "ENV A=b\n", "ENV A=b \\\n", "A=b ", "RUN <<EOF\n", "<<EOF ", "COPY <<A <<B c\n", `ENV A="b\n`, "\\\n", "# a\n", "\\\n# a\n", "$A", "${A:-", "ENV A=$A\n", "RUN a && \\\n", "ONBUILD ", "CMD [", "\r", "HEALTHCHECK CMD ", "ARG A=${A}\n", "FROM a\n", "RUN echo A=b > .env;"])("%s without end", (part) => {
    const text = part.repeat(500_000 / part.length);
    const inTime = clock();
    for (const head of ["", "ENV A=", "RUN "]) dockerfile.read("Dockerfile", `FROM x\n${head}${text}`);
    inTime(12_000);
  });
});
