import { describe, expect, test } from "vitest";
import { findingsIn, shown } from "../support/shown.ts";

/** What is said of `app.secret_key = <expression>`, without the place. */
function said(expression: string): readonly string[] {
  const head = "import base64, binascii, datetime, hashlib, hmac, os, random, secrets, time, uuid\nfrom os import environ, getenv\nfrom flask import Flask\napp = Flask(__name__)\n";
  return shown({ "app.py": `${head}app.secret_key = ${expression}\n` }).map((line) => line.replace(/^app\.py:\d+ /, ""));
}

describe("a literal is the text or bytes that the program gets", () => {
  test.each([
    [`"@1"`, `"@1" hardcoded-key secret_key`],
    [`b"@1"`, `b"@1" hardcoded-key secret_key`],
    [`f"@1"`, `f"@1" hardcoded-key secret_key`],
    [`"\\x61\\x61\\x61\\x61" "aaaaaaaaaaaa"`, `"\\x61\\x61\\x61\\x61" low-entropy-key secret_key`],
    [`b"\\xfd{H\\xe5<\\x95\\xf9\\xe3\\x96.5\\xd1\\x01O<!\\xd5\\xa2\\xa0\\x9fR"`, `b"\\xfd{H\\xe5<\\x95\\xf9\\xe3\\x96.5\\xd1\\x01O<!\\xd5\\xa2\\xa0\\x9fR" hardcoded-key secret_key`],
    [`(key := "@1")`, `"@1" hardcoded-key secret_key`],
  ])("%s", (expression, finding) => {
    expect(said(expression)).toEqual([finding]);
  });
});

describe("a variable with nothing behind it is no finding", () => {
  test.each([
    `os.environ["APP"]`, `os.environ.get("APP")`, `os.getenv("APP")`, `getenv("APP", None)`, `environ.get("APP") or None`, `os.environ.pop("APP")`,
    `os.environ["APP"].encode()`, `environ["APP"] if "APP" in environ else environ["OTHER"]`,
  ])("%s", (expression) => {
    expect(said(expression)).toEqual([]);
  });
});

describe("a literal behind a variable is a default, and has the variable's name", () => {
  test.each([
    [`os.environ.get("APP", "@1")`, "APP"],
    [`os.getenv("APP", "@1")`, "APP"],
    [`getenv("APP", default="@1")`, "APP"],
    [`environ.get("APP") or "@1"`, "APP"],
    [`environ.get("APP", "") or "@1"`, "APP"],
    [`environ.get("APP", None) or "@1"`, "APP"],
    [`environ.get("FIRST") or environ.get("SECOND") or "@1"`, "SECOND"],
    [`environ.get("FIRST", environ.get("SECOND", "@1"))`, "SECOND"],
    [`environ["APP"] if "APP" in environ else "@1"`, "APP"],
    [`environ.get("APP") if environ.get("APP") else "@1"`, "APP"],
    [`os.environ.get("APP", "@1").encode()`, "APP"],
    [`"@1" if not environ.get("APP") else environ["APP"]`, "APP"],
  ])("%s", (expression, name) => {
    expect(said(expression)).toEqual([`"@1" default-fallback-key ${name}`]);
  });

  test.each([
    [`environ.get("APP") or "@1"`, "APP is missing or empty"],
    [`environ.get("APP", "@1")`, "APP is missing."],
    [`os.getenv("APP", "@1")`, "APP is missing."],
  ])("whether an empty variable takes it: %s", (expression, words) => {
    const head = "import os\nfrom os import environ\nfrom flask import Flask\napp = Flask(__name__)\n";
    expect(findingsIn({ "app.py": `${head}app.secret_key = ${expression}\n` }).map(({ what }) => what)).toEqual([expect.stringContaining(words)]);
  });

  test("what is never missing hides all behind it", () => {
    expect(said(`"@1" or environ.get("APP", "@2")`)).toEqual([`"@1" hardcoded-key secret_key`]);
    expect(said(`environ.get("APP", "@1") or "@2"`)).toEqual([`"@1" default-fallback-key APP`]);
  });
});

describe("what the program makes", () => {
  test.each([
    [`secrets.token_hex()`, `secrets.token_hex() ephemeral-key secret_key`],
    [`secrets.token_hex(16)`, `secrets.token_hex(16) ephemeral-key secret_key`],
    [`secrets.token_hex(8)`, `secrets.token_hex(8) short-key secret_key`],
    [`secrets.token_urlsafe(nbytes=12)`, `secrets.token_urlsafe(nbytes=12) short-key secret_key`],
    [`secrets.token_bytes(32)`, `secrets.token_bytes(32) ephemeral-key secret_key`],
    [`os.urandom(24)`, `os.urandom(24) ephemeral-key secret_key`],
    [`os.urandom(12).hex()`, `os.urandom(12) short-key secret_key`],
    [`base64.b64encode(os.urandom(32)).decode()`, `os.urandom(32) ephemeral-key secret_key`],
    [`uuid.uuid4().hex`, `uuid.uuid4().hex ephemeral-key secret_key`],
    [`str(uuid.uuid4())`, `uuid.uuid4() ephemeral-key secret_key`],
    [`"shop-" + uuid.uuid4().hex`, `uuid.uuid4().hex ephemeral-key secret_key`],
    [`"".join(secrets.choice("abc") for _ in range(32))`, `"".join(secrets.choice("abc") for _ in range(32)) ephemeral-key secret_key`],
    [`str(uuid.uuid1())`, `uuid.uuid1() weak-random-key secret_key`],
    [`str(random.random())`, `random.random() weak-random-key secret_key`],
    [`random.Random(7).randbytes(32)`, `random.Random(7).randbytes(32) weak-random-key secret_key`],
    [`"%032x" % random.getrandbits(128)`, `random.getrandbits(128) weak-random-key secret_key`],
    [`"".join(random.choice("abc") for _ in range(32))`, `"".join(random.choice("abc") for _ in range(32)) weak-random-key secret_key`],
    [`"".join(random.choices("abc", k=40))`, `"".join(random.choices("abc", k=40)) weak-random-key secret_key`],
    [`f"{time.time()}"`, `time.time() weak-random-key secret_key`],
    [`str(datetime.datetime.now())`, `datetime.datetime.now() weak-random-key secret_key`],
    [`environ.get("APP") or secrets.token_hex(32)`, `secrets.token_hex(32) ephemeral-key APP`],
    [`environ.get("APP", secrets.token_hex(8))`, `secrets.token_hex(8) short-key APP`],
  ])("%s", (expression, finding) => {
    expect(said(expression)).toEqual([finding]);
  });

  test("a weak part beside somebody else's secret tells nothing", () => {
    expect(said(`f"{environ['APP']}{time.time()}"`)).toEqual([]);
    expect(said(`hashlib.sha256((environ["APP"] + str(time.time())).encode()).hexdigest()`)).toEqual([]);
  });
});

describe("what is put together from literals is a literal", () => {
  test.each([
    [`"@1".encode("utf-8")`, `"@1" hardcoded-key secret_key`],
    [`bytes("@1", "utf-8")`, `"@1" hardcoded-key secret_key`],
    [`bytes.fromhex("@1")`, `"@1" hardcoded-key secret_key`],
    [`binascii.unhexlify("@1")`, `"@1" hardcoded-key secret_key`],
    [`base64.b64decode("QUFBQUFBQUFBQUFBQUFBQUFBQUE=")`, `"QUFBQUFBQUFBQUFBQUFBQUFBQUE=" low-entropy-key secret_key`],
    [`"shop" + "@1"`, `"@1" hardcoded-key secret_key`],
    [`"a" * 50`, `"a" low-entropy-key secret_key`],
    [`50 * "a"`, `"a" low-entropy-key secret_key`],
    [`"%s-shop" % "@1"`, `"@1" hardcoded-key secret_key`],
    [`"%s-%d" % ("@1", 7)`, `"@1" hardcoded-key secret_key`],
    [`"%(a)s-shop" % {"a": "@1"}`, `"@1" hardcoded-key secret_key`],
    [`"{}-{}".format("@1", "b")`, `"@1" hardcoded-key secret_key`],
    [`"{a}".format(a="@1")`, `"@1" hardcoded-key secret_key`],
    [`"-".join(["shop", "@1"])`, `"@1" hardcoded-key secret_key`],
    [`"@1 and more"[:-9]`, `"@1 and more" hardcoded-key secret_key`],
    [`"and @1"[4:]`, `"and @1" hardcoded-key secret_key`],
    [`"zebra@1"[:5]`, `"zebra@1" low-entropy-key secret_key`],
    [`b"zebra".ljust(32, b"0")`, `b"zebra" low-entropy-key secret_key`],
    [`hashlib.sha256(b"shop").hexdigest()[:16]`, `hashlib.sha256(b"shop") weak-random-key secret_key`],
    [`f"{'@1'}-shop"`, `'@1' hardcoded-key secret_key`],
    [`"@1".strip()`, `"@1" hardcoded-key secret_key`],
    [`hashlib.sha256(b"shop").hexdigest()`, `hashlib.sha256(b"shop") weak-random-key secret_key`],
    [`hashlib.new("sha256", "shop".encode()).digest()`, `hashlib.new("sha256", "shop".encode()) weak-random-key secret_key`],
    [`hashlib.pbkdf2_hmac("sha256", b"shop", b"salt", 100_000)`, `hashlib.pbkdf2_hmac("sha256", b"shop", b"salt", 100_000) weak-random-key secret_key`],
    [`hashlib.sha256(environ.get("APP", "shop").encode()).hexdigest()`, `"shop" default-fallback-key APP`],
  ])("%s", (expression, finding) => {
    expect(said(expression)).toEqual([finding]);
  });

  test("the letters that were joined are judged together", () => {
    expect(said(`"".join(["a", "a", "a", "a"] )`)).toEqual([`"a" low-entropy-key secret_key`]);
    expect(said(`"".join(["kn", "ei", "pe"])`)).toHaveLength(1);
  });
});

describe("with one unknown operand nothing is known", () => {
  test.each([
    `f"@1{environ['APP']}"`, `"@1" + environ["APP"]`, `"%s%s" % ("@1", environ["APP"])`, `"{}{}".format("@1", environ["APP"])`, `"".join(["@1", environ["APP"]])`,
    `"".join(parts)`, `"@1" * count`, `hashlib.sha256(environ["APP"].encode()).hexdigest()`, `hmac.new(environb["APP"], b"shop", "sha256").digest()`,
    `hashlib.pbkdf2_hmac("sha256", environb["APP"], b"salt", 100_000)`, `"{} {}".format("@1")`,
  ])("%s", (expression) => {
    expect(said(expression)).toEqual([]);
  });
});

describe("what comes from elsewhere is not judged", () => {
  test.each([
    `open("key").read()`, `open("key", "rb").read().strip()`, `Path("key").read_text()`, `getpass.getpass()`, `boto3.client("secretsmanager").get_secret_value(SecretId="k")["SecretString"]`,
    `json.load(open("config.json"))["key"]`, `keyring.get_password("shop", "key")`, `None`, `""`, `42`, `True`, `load_key()`, `nowhere`,
  ])("%s", (expression) => {
    expect(said(expression)).toEqual([]);
  });
});

describe("a file of settings is asked for a section and an option", () => {
  const head = "from configparser import ConfigParser\nfrom flask import Flask\n\napp = Flask(__name__)\n";

  test.each([
    `parser = ConfigParser()\napp.secret_key = parser.get("web", "SECRET_KEY")`,
    `class Settings(ConfigParser):\n    pass\nsettings = Settings()\napp.secret_key = settings.get("web", "secret_key")`,
    `from airflow.configuration import conf\napp.secret_key = conf.get("webserver", "SECRET_KEY")`,
    `def start(settings):\n    app.secret_key = settings.get("web", "secret_key")`,
  ])("no default: %s", (text) => {
    expect(shown({ "app.py": `${head}${text}\n` })).toEqual([]);
  });

  test.each([
    [`parser = ConfigParser()\napp.secret_key = parser.get("web", "signing", fallback="@1")`, `"@1" default-fallback-key signing`],
    [`app.secret_key = settings.get("SECRET_KEY", "secret_key")`, `"secret_key" default-fallback-key SECRET_KEY`],
    [`app.secret_key = settings.get("signing", "@1")`, `"@1" default-fallback-key signing`],
  ])("a default: %s", (text, finding) => {
    expect(shown({ "app.py": `${head}${text}\n` }).map((line) => line.slice(line.indexOf(" ") + 1))).toEqual([finding]);
  });
});

test("a mapping that nobody knows may lack the key, and the literal behind it counts", () => {
  expect(said(`environ.get("APP") or unknown.get("APP") or "@1"`)).toHaveLength(1);
});
