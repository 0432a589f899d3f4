import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { readShell, shell } from "../../src/formats/shell/index.ts";
import { ModuleBuilder } from "../../src/formats/builder.ts";
import type { Module } from "../../src/types/module.ts";
import { clock } from "../support/clock.ts";
import { show } from "./python-shown.ts";

/** Everything set in a script and in what it writes, as `NAME := value`. */
function told(module: Module): readonly string[] {
  return [...module.bindings.map(({ target, value }) => `${show(target)} := ${show(value)}`), ...module.parts.flatMap((part) => told(part.module))];
}

function found(text: string, path = "run.sh"): readonly string[] {
  return told(shell.read(path, text));
}

/** The tokens that values are reported at. */
function tokens(text: string): readonly string[] {
  const { bindings, parts } = shell.read("run.sh", text);
  return [...bindings, ...parts.flatMap(({ module }) => module.bindings)].map(({ value: { span } }) => text.slice(span.start, span.end));
}

describe("file names", () => {
  const matches = picomatch([...shell.files], { dot: true, nocase: true });

  test.each(["run.sh", "a.bash", "a.zsh", "a.fish", "a.command", ".bashrc", ".profile", ".zshrc", "a.bat", "A.CMD", "a.ps1", "Procfile", "Procfile.dev"])("%s is a script", (name) => {
    expect(matches(name)).toBe(true);
  });

  test.each(["Vagrantfile", "a.sh.md", "sh", "Makefile", "a.shell", ".env"])("%s is none", (name) => {
    expect(matches(name)).toBe(false);
  });
});

describe("POSIX shells", () => {
  test.each([
    ["an assignment", "A=b", [`A := "b"`]],
    ["several", "A=b C='d e' # f", [`A := "b"`, `C := "d e"`]],
    ["export", `export A="b c" D=e`, [`A := "b c"`, `D := "e"`]],
    ["export in quotes", `export "A=b"`, [`A := "b"`]],
    ["declare, readonly, local", "declare -x A=b\nreadonly C=d\nf() { local E=f; }", [`A := "b"`, `C := "d"`, `E := "f"`]],
    ["nothing", "A=\nexport B=''", [`A := ""`, `B := ""`]],
    ["in a condition", `if [ -z "$A" ]; then A=b; fi`, [`A := "b"`]],
    ["behind a condition", "[ -n \"$A\" ] || export A=b", [`A := "b"`]],
    ["in a case", "case $x in\n  a) A=b ;;\nesac", [`A := "b"`]],
    ["a default of its own", `: "\${A:=b}"`, [`A := or(A | "b")`]],
    ["a default when unset", ": ${A=b}", [`A := default(A | "b")`]],
    ["a default", "A=${A:-b}", [`A := or(A | "b")`]],
    ["a default in quotes", `export A="\${A:-"b c"}"`, [`A := or(A | "b c")`]],
    ["defaults in defaults", "A=${B:-${C:-d}}", [`A := or(B | or(C | "d"))`]],
    ["no default", "A=${B:-} C=${D-}", ["A := B", "C := D"]],
    ["a value that must be there", "A=${B:?is missing}", ["A := B"]],
    ["another variable", "x=y\nexport A=$x", [`x := "y"`, "A := x"]],
    ["put together", `A="b$C-\${D}"`, [`A := concat("b", C, "-", D)`]],
    ["pieces", `A="b"'c'd`, [`A := "bcd"`]],
    ["escapes", `A="b\\"c\\$d\\n" B=e\\ f`, [`A := "b\\"c$d\\\\n"`, `B := "e f"`]],
    ["ANSI-C quotes", "A=$'b\\n\\x41'", [`A := "b\\nA"`]],
    ["a line that goes on", "export A=b \\\n  C=d", [`A := "b"`, `C := "d"`]],
    ["a program's output", "A=$(openssl rand -hex 32)\nB=`cat x`\nC=\"$(a \"b\" 'c)')\"", ["A := ?", "B := ?", "C := ?"]],
    ["arithmetic", "A=$((1 + 2))", ["A := ?"]],
    ["taken apart", "A=${B%x} C=${#D} E=${F/a/b}", ["A := ?", "C := ?", "E := ?"]],
    ["before a command", "A=b python app.py", [`A := "b"`]],
    ["env and cross-env", "env -u X A=b node a.js\ncross-env C=d node b.js && exec E=f gunicorn a", [`A := "b"`, `C := "d"`, `E := "f"`]],
    ["CRLF", "A=b\r\nexport C=d\r\n", [`A := "b"`, `C := "d"`]],
    ["tabs", "\tA=b\t# c", [`A := "b"`]],
    ["twice", "A=b\nA=c", [`A := "b"`, `A := "c"`]],
  ])("%s", (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ["comparisons", `[ "$A" = "x" ]; if [[ $A == x && "$B" != y ]]; then :; fi; test A = b`],
    ["a text about it", `echo "SECRET_KEY is not set"; echo SECRET_KEY=x; printf 'A=b\\n'`],
    ["a text about a default", `echo "\${A:-unset}"`],
    ["patterns", `sed -i "s/SECRET_KEY=.*/SECRET_KEY=$x/" .env; grep -q '^A=' .env`],
    ["a question", `read -p "A=" A`],
    ["arrays", "A=(b c 'd')\nA[0]=b\nA+=(c)\ndeclare -A M=([a]=b)"],
    ["arithmetic", "((A=5)); let A=5"],
    ["taken back", "unset A\nexport -n A=b"],
    ["no value", "export A\nreadonly B"],
    ["options of others", "run --secret-key=abc -e A=b"],
    ["comments", "# A=b\n: # C=d"],
    ["a here-string", `cat <<< "A=b"`],
    ["a heredoc of no environment", "cat <<EOF\nA=b\nEOF\npython <<'X'\nA='b'\nX"],
    ["what a function is called", "A() { :; }\nfunction B { :; }"],
    ["steps of a build", "A=b python manage.py collectstatic\nA=b ./manage.py migrate\nenv A=b npm run build\nA=b pytest\nA=b make test-all"],
    ["steps in a container", "docker run --rm -e A=b -v c:/d ${IMAGE} python3 manage.py collectstatic --no-input\ndocker compose run -e A=b web ./manage.py test\nkubectl run job --image=c --env=A=b -- npm test"],
    ["appended", "A+=b"],
    ["a loop", "for A in b c; do :; done"],
    ["no name", "1A=b; a.b=c; a-b=c"],
  ])("%s", (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("programs that set variables", () => {
  test.each([
    "heroku config:set A=b --app x", "dokku config:set --no-restart app A=b", "fly secrets set A=b", "flyctl -a x secrets set A=b", "eb setenv A=b",
    "docker run -d -e A=b image", "docker run --env A=b image", "docker run --env=A=b image", "docker run -e 'A=b' image", "docker run -eA=b image",
    "sudo docker build --build-arg A=b .", "docker compose run --rm -e A=b web", "kubectl create secret generic x --from-literal=A=b",
    "kubectl create secret generic x --from-literal A=b", "kubectl set env deploy/x A=b", "gcloud run deploy x --set-env-vars=A=b",
    "az webapp config appsettings set -g x --settings A=b --name y", "railway variables set A=b", `railway variables --set "A=b"`,
    "gh secret set A --body b", "gh secret set A -b b -R x/y", "gh secret set A --body=b", "netlify env:set A_KEY b", "setenv A_KEY b",
    `echo "A=b" >> .env`, "echo 'A=b' | tee -a .env", "echo A=b > prod.env", "printf 'A=b\\n' >> .env", `printf "A=%s\\n" b >> .env`, `echo "export A=b" >> ~/.bashrc`,
    `echo "A='b'" >> .env`, `echo "A=b" >> $GITHUB_ENV`, `echo "A=b" >> "\${GITHUB_ENV}"`,
    "cat > .env <<EOF\nA=b\nEOF", "cat <<'EOF' > app/.env.prod\nexport A=\"b\"\nEOF", "tee .env > /dev/null <<-EOF\n\tA=b\n\tEOF", "cat > .env <<EOF\nX=$Y\nA=b\nEOF\n",
  ])("%s", (text) => {
    const name = text.includes("A_KEY") ? "A_KEY" : "A";
    expect(found(text)).toContain(`${name} := "b"`);
  });

  test("several at once", () => {
    expect(found("gcloud run deploy --set-env-vars=A=b,C=d\naz webapp config appsettings set --settings E=f 'G=h i'")).toEqual([`A := "b"`, `C := "d"`, `E := "f"`, `G := "h i"`]);
    expect(found("gcloud run deploy --set-env-vars '^;^A=b,c;D=e'")).toEqual([`A := "b,c"`, `D := "e"`]);
    expect(found(`echo "A=b\nC=$D" > .env`)).toEqual([`A := "b"`, "C := D"]);
  });

  test.each([
    ["a dummy for a build", "docker build --build-arg A=dummy-key ."],
    ["another file", `echo "A=b" >> settings.py; echo A=b > env.ts`],
    ["a key in a program that is not known", `update "A" "\${A:-b}"; curl -d A=b x`],
    ["a name alone", "docker run -e A image; gh secret set A < file; kubectl create secret generic x --from-file=A=b"],
    ["another word", "heroku config A=b; fly deploy A=b; railway up A=b"],
  ])("%s is silent", (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  test("variables of the script stand in an environment file that it writes", () => {
    const module = readShell("a.sh", "KEY=x\ncat > .env <<EOF\n# why\nA=$KEY\nB='y'\nEOF\n");
    expect(told(module)).toEqual([`KEY := "x"`, "A := KEY", `B := "y"`]);
    expect(module.top.names.get("KEY")).toHaveLength(1);
  });
});

test.each([
  ["fish", "a.fish", "set -x A b\nset -gx C 'd\\'e'\nset -Ux F $G\nset -q H; or set -x H i\nset -e J\nset -x K (openssl rand)\nset -gx L m n\nset O p", [`A := "b"`, `C := "d'e"`, "F := G", `H := "i"`, `O := "p"`]],
  ["batch", "a.bat", "@echo off\r\nset A=b c\r\nset \"C=d&e\" & set F=%A%\r\nif not defined G (set G=h)\r\nsetx I_KEY \"j\"\r\nrem set K=l\r\n:: set M=n\r\nset /p O=ask\r\nset /a P=1\r\necho set Q=r\r\necho S=t>> .env\r\ndocker run -e U=v w", [`A := "b c"`, `C := "d&e"`, "F := A", `G := "h"`, `I_KEY := "j"`, `S := "t"`, `U := "v"`]],
  ["PowerShell", "a.ps1", `$env:A = "b"\n$env:C='d''e'\n$f = "g"\n$env:H = $f\n[Environment]::SetEnvironmentVariable("I", "j", "User")\n[System.Environment]::SetEnvironmentVariable('K',$f)\n$env:L = (New-Guid)\n$env:M = Get-It "x"\nif ($env:N -eq "o") { $env:P = "q" }\n# $env:R = "s"\n<#\n$env:T = "u"\n#>\n$x = @"\n$env:V = "w"\n"@\nSet-Item -Path Env:Y -Value "z"`, [`A := "b"`, `C := "d'e"`, `f := "g"`, "H := f", `I := "j"`, "K := f", `P := "q"`, `Y := "z"`]],
  ["a Procfile", "Procfile", "# A=b\nweb: C=d gunicorn app\nrelease: E=f python manage.py migrate\n", [`C := "d"`]],
] as const)("%s", (_what, path, text, expected) => {
  expect(found(text, path)).toEqual(expected);
});

test("tokens are the values as written", () => {
  expect(tokens(`A="b" C='d' E=f$G\ndocker run -e "H=i" -e J='k' -e L=m x\necho "N=o" >> .env\ncat > .env <<X\nP="q"\nX\nR=\nS="t\nu"`)).toEqual([`"b"`, "'d'", "f$G", "i", "'k'", "m", "o", "R=", `"t`, `"q"`]);
});

test("values and comments are told, for covering", () => {
  const text = `# top\nexport A="b" C=d\nrun --key=e 'f' \${G:-h} # i\n`;
  const { covers, comments } = shell.read("run.sh", text);
  expect(covers.map(({ start, end }) => text.slice(start, end))).toEqual(["b", "d", "e", "f", "h"]);
  expect(comments.map((comment) => comment.text)).toEqual(["top", "i"]);
});

test.each([
  ["an open quote ends with its line", `A="b\nC=d`, [`A := "b"`, `C := "d"`]],
  ["an open single quote", `A='b\nC=d`, [`A := "b"`, `C := "d"`]],
  ["an open command", "A=$(b\nC=d", ["A := ?", `C := "d"`]],
  ["an open brace", "A=${B:-c\nD=e", [`A := or(B | "c")`, `D := "e"`]],
  ["an open heredoc", "cat > .env <<EOF\nA=b\n", [`A := "b"`]],
  ["a template", "A={{ key }}\nB=<%= c %>", ["A := \"{{\"", `B := ""`]],
])("%s", (_what, text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("binary content is a failure", () => {
  expect(shell.read("a.sh", "A=b\0c")).toMatchObject({ failure: expect.stringContaining("binary") as string, bindings: [] });
});

describe("hostile texts take linear time", () => {
  test.each([`"`, "'", "A='\n", `A="\\"\n`, "A=${", "A=${B:-", `"\${A:-"`, "$(", "`", "A=$AAA ", "A=b ", "A= #", "\r", " ", "A=a\\", "A='a' 'b'", "cat <<EOF\n", "cat <<E <<F;", "|", "a|", "((", "A=(", "-e A=b ", "echo A=b > .env ", "$'", "%A", "@'\n", "<#", "& ", "set A=b & "].flatMap((part) => ["a.sh", "a.fish", "a.bat", "a.ps1"].map((path) => [part, path] as const)))("%s without end in %s", (part, path) => {
    const text = part.repeat(400_000 / part.length);
    const inTime = clock();
    for (const head of ["", "A=", `docker run "`]) shell.read(path, head + text);
    inTime(8_000);
  });
});

test("a file that an embedded script writes stands in the file around it", () => {
  const script = "cat > .env <<'EOF'\nA='b'\nEOF\n";
  const text = `run: |\n  ${script}`;
  const outer = new ModuleBuilder("a.yml", "config", text);
  outer.embed(readShell("a.yml", script), (offset) => text.indexOf(script) + offset);
  const inner = outer.finish().parts[1]?.module;
  expect(inner?.path).toBe("a.yml");
  expect(inner?.bindings.map(({ value: { span } }) => inner.text.slice(span.start, span.end))).toEqual(["'b'"]);
});
