import type { Model, Models } from "../../src/kit.ts";

/** https://docs.python.org/3/library/os.html#os.getenv: a variable that is set but empty is taken as it is. */
const variables: readonly Model[] = [
  { at: ["os.environ", "os.environb"], means: "env" },
  {
    at: ["os.getenv", "os.getenvb", "os.environ.get", "os.environb.get", "os.environ.pop"],
    means: "env",
    name: "0|key",
    default: "1|default|value",
  },
];

/** https://docs.python.org/3/library/secrets.html: 32 bytes when no number is given. */
const strong: readonly Model[] = [
  { at: "secrets.token_hex", means: "generate", bytes: { argument: "0|nbytes", default: 32 }, form: "hex", strength: "strong" },
  { at: "secrets.token_bytes", means: "generate", bytes: { argument: "0|nbytes", default: 32 }, form: "bytes", strength: "strong" },
  { at: "secrets.token_urlsafe", means: "generate", bytes: { argument: "0|nbytes", default: 32 }, form: "base64", strength: "strong" },
  { at: "os.urandom", means: "generate", bytes: { argument: "0|size" }, form: "bytes", strength: "strong" },
  { at: ["os.getrandom", "random.SystemRandom().randbytes"], means: "generate", bytes: { argument: "0" }, form: "bytes", strength: "strong" },
  {
    at: [
      "secrets.choice", "secrets.randbits", "secrets.randbelow", "secrets.SystemRandom().choice", "secrets.SystemRandom().choices",
      "random.SystemRandom().choice", "random.SystemRandom().choices", "random.SystemRandom().sample", "random.SystemRandom().getrandbits",
      "random.SystemRandom().randint", "random.SystemRandom().random",
    ],
    means: "generate",
    form: "text",
    strength: "strong",
  },
  { at: ["uuid.uuid4", "uuid.uuid4().hex", "uuid.uuid4().urn"], means: "generate", bytes: 16, form: "hex", strength: "strong" },
  { at: "uuid.uuid4().bytes", means: "generate", bytes: 16, form: "bytes", strength: "strong" },
];

/** https://docs.python.org/3/library/random.html: its warning says what the module must not be used for. */
const weak: readonly Model[] = [
  {
    at: [
      "random.choice", "random.choices", "random.sample", "random.shuffle", "random.getrandbits", "random.randint", "random.random",
      "random.randrange", "random.uniform", "random.Random().choice", "random.Random().choices", "random.Random().random",
      "random.Random().getrandbits", "random.Random().randint", "random.Random().randbytes",
    ],
    means: "generate",
    form: "text",
    strength: "random",
  },
  { at: "random.randbytes", means: "generate", bytes: { argument: "0|n" }, form: "bytes", strength: "random" },
  { at: ["uuid.uuid1", "uuid.uuid1().hex", "uuid.uuid1().int", "uuid.uuid6"], means: "generate", form: "hex", strength: "uuid1" },
  {
    at: [
      "time.time", "time.time_ns", "time.ctime", "time.monotonic", "time.perf_counter", "datetime.datetime.now", "datetime.datetime.utcnow",
      "datetime.datetime.today", "datetime.date.today",
    ],
    means: "generate",
    form: "text",
    strength: "time",
  },
  { at: ["uuid.getnode", "socket.gethostname", "socket.getfqdn", "platform.node", "os.getpid", "os.uname"], means: "generate", form: "text", strength: "machine" },
];

/** Text to bytes is `decode` here, bytes to text `encode`, as for hex and base64: for text Python's own words are the other way round. */
const forms: readonly Model[] = [
  { at: "*.encode", means: "decode", from: { argument: "0|encoding", default: "utf8" } },
  { at: "*.decode", means: "encode", from: { argument: "0|encoding", default: "utf8" } },
  { at: "codecs.encode", means: "encode", of: "0|obj", from: { argument: "1|encoding", default: "utf8" } },
  { at: "codecs.decode", means: "decode", of: "0|obj", from: { argument: "1|encoding", default: "utf8" } },
  { at: ["bytes.fromhex", "bytearray.fromhex", "binascii.unhexlify", "binascii.a2b_hex", "base64.b16decode"], means: "decode", of: "0", from: "hex" },
  { at: "*.hex", means: "encode", from: "hex" },
  { at: ["binascii.hexlify", "binascii.b2a_hex", "base64.b16encode"], means: "encode", of: "0", from: "hex" },
  { at: ["base64.b64decode", "base64.standard_b64decode", "base64.decodebytes", "binascii.a2b_base64"], means: "decode", of: "0|s", from: "base64" },
  { at: ["base64.b64encode", "base64.standard_b64encode", "base64.encodebytes", "binascii.b2a_base64"], means: "encode", of: "0|s", from: "base64" },
  { at: "base64.urlsafe_b64decode", means: "decode", of: "0|s", from: "base64url" },
  { at: "base64.urlsafe_b64encode", means: "encode", of: "0|s", from: "base64url" },
];

/** https://docs.python.org/3/library/stdtypes.html#string-methods */
const composing: readonly Model[] = [
  { at: "*.join", means: "compose", by: "join", list: "0" },
  { at: "*.format", means: "compose", by: "format" },
  { at: "*.ljust", means: "pad", side: "end", length: "0", by: "1" },
  { at: "*.rjust", means: "pad", side: "start", length: "0", by: "1" },
];

/** https://docs.python.org/3/library/hashlib.html: the digest sizes. */
const digests: readonly Model[] = [
  { at: ["hashlib.md5", "uuid.uuid3", "uuid.uuid5"], means: "digest", of: ["0", "1"], bytes: 16 },
  { at: "hashlib.sha1", means: "digest", of: ["0|data|string"], bytes: 20 },
  { at: ["hashlib.sha224", "hashlib.sha3_224"], means: "digest", of: ["0|data|string"], bytes: 28 },
  { at: ["hashlib.sha256", "hashlib.sha3_256", "hashlib.blake2s"], means: "digest", of: ["0|data|string", "key"], bytes: 32 },
  { at: ["hashlib.sha384", "hashlib.sha3_384"], means: "digest", of: ["0|data|string"], bytes: 48 },
  { at: ["hashlib.sha512", "hashlib.sha3_512", "hashlib.blake2b"], means: "digest", of: ["0|data|string", "key"], bytes: 64 },
  { at: "hashlib.new", means: "digest", of: ["1|data|string"], bytes: 32 },
  { at: "hashlib.pbkdf2_hmac", means: "digest", of: ["1|password", "2|salt"], bytes: { argument: "4|dklen", default: 32 } },
  { at: "hashlib.scrypt", means: "digest", of: ["0|password", "salt"], bytes: { argument: "dklen", default: 64 } },
  { at: ["hmac.new", "hmac.digest"], means: "digest", of: ["0|key", "1|msg"], bytes: 32 },
  { at: "*.hexdigest", means: "encode", from: "hex" },
  { at: "*.digest", means: "same" },
];

/** https://docs.python.org/3/library/os.html#os.environ, https://docs.python.org/3/library/argparse.html */
const given: readonly Model[] = [
  { at: ["os.environ.setdefault", "os.environb.setdefault"], means: "assign", to: "env", name: "0", value: "1", unless: "set" },
  { at: ["argparse.ArgumentParser().add_argument", "argparse.ArgumentParser().add_argument_group().add_argument"], means: "assign", to: "setting", name: "0", value: "default", unless: "set" },
  { at: ["argparse.ArgumentParser().parse_args()", "argparse.ArgumentParser().parse_known_args()"], means: "setting" },
];

/** What gives a value back as it is, or out of a mapping. */
const passing: readonly Model[] = [
  { at: ["bytes", "bytearray"], means: "decode", of: "0|source", from: { argument: "1|encoding", default: "utf8" } },
  { at: ["str", "memoryview", "list", "tuple", "set", "frozenset", "copy.copy", "copy.deepcopy", "types.MappingProxyType", "os.path.expandvars"], means: "same", of: "0|object" },
  { at: "typing.cast", means: "same", of: "1|val" },
  { at: ["*.strip", "*.rstrip", "*.lstrip", "*.copy"], means: "same" },
  { at: ["dict", "collections.OrderedDict", "types.SimpleNamespace", "argparse.Namespace"], means: "record" },
  { at: ["*.get", "*.pop", "*.setdefault"], means: "get", name: "0|key", default: "1|default" },
  { at: "*.update", means: "update" },
];

/** Files that are read whole, and parsers of what was read. */
const files: readonly Model[] = [
  { at: ["open", "io.open", "codecs.open"], means: "file", of: "0|file" },
  { at: ["*.read_text", "*.read_bytes", "*.read", "*.readline", "*.open"], means: "file" },
  { at: ["json.load", "json.loads", "tomllib.load", "tomllib.loads"], means: "file", of: "0|fp|s" },
  // https://docs.python.org/3/library/configparser.html
  { at: ["configparser.ConfigParser().read", "configparser.RawConfigParser().read", "configparser.SafeConfigParser().read"], means: "file", of: "0|filenames", into: "object" },
  { at: ["configparser.ConfigParser().get", "configparser.RawConfigParser().get", "configparser.SafeConfigParser().get", "backports.configparser.ConfigParser().get"], means: "get", name: "0|section", inside: "1|option", default: "fallback" },
];

/** Prompts, other programs: what they give is not written here. */
const elsewhere: readonly Model[] = [
  { at: ["getpass.getpass", "input", "pickle.load", "pickle.loads", "subprocess.check_output", "subprocess.run"], means: "opaque" },
];

/** https://docs.python.org/3/library/io.html#io.TextIOBase.write, https://docs.python.org/3/library/pathlib.html#pathlib.Path.write_text */
const keeping: readonly Model[] = [
  { at: "*.write", means: "keep", of: "0" },
  { at: ["*.write_text", "*.write_bytes"], means: "keep", of: "0|data" },
];

/** What Python's own library means for a key. */
export const pythonStandardLibrary: Models = {
  language: "python",
  models: [...variables, ...strong, ...weak, ...forms, ...composing, ...digests, ...passing, ...given, ...keeping, ...files, ...elsewhere],
};
