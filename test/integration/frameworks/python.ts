import type { Ground } from "./claim.ts";
import { pythonToken as token } from "./programs.ts";

const otherKey = '"another key of this application, for contrast only"';

export const python: readonly Ground[] = [
  {
    name: "Flask, Django and what they stand on",
    language: "python",
    packages: ["flask==3.*", "django>=5,<7", "itsdangerous==2.*", "pyjwt==2.*", "cryptography>=45"],
    claims: [
      {
        slot: "flask/secret-key",
        code: `
from flask import Flask, session
app = Flask(__name__)
app.secret_key = key
@app.get("/")
def sign():
    session["user"] = "1"
    return ""
answer = app.test_client().get("/")
assert answer.status_code == 200 and answer.headers["Set-Cookie"]`,
        without: `
from flask import Flask, session
app = Flask(__name__)
@app.get("/")
def sign():
    session["user"] = "1"
    return ""
assert app.test_client().get("/").status_code == 200`,
      },
      {
        slot: "flask/fallbacks",
        code: `
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
def serializer(fallbacks):
    app = Flask(__name__)
    app.secret_key = ${otherKey}
    app.config["SECRET_KEY_FALLBACKS"] = fallbacks
    return SecureCookieSessionInterface().get_signing_serializer(app)
old = serializer([])
old.secret_keys = [key.encode()]
assert serializer([key]).loads(old.dumps({"user": "1"})) == {"user": "1"}`,
      },
      {
        slot: "django/secret-key",
        code: `
from django.conf import settings
settings.configure(SECRET_KEY=key)
from django.core import signing
assert signing.loads(signing.dumps(1)) == 1`,
        without: `
from django.conf import settings
settings.configure()
from django.core import signing
signing.dumps(1)`,
        // https://docs.djangoproject.com/en/stable/ref/checks/#security: W009
        warned: `
from django.conf import settings
settings.configure(SECRET_KEY=key)
from django.core.checks.security.base import check_secret_key
assert check_secret_key(None) == []`,
      },
      {
        slot: "django/override",
        code: `
from django.conf import settings
settings.configure(SECRET_KEY=${otherKey})
from django.core import signing
from django.test import override_settings
with override_settings(SECRET_KEY=key):
    assert signing.loads(signing.dumps(1)) == 1`,
      },
      {
        slot: "django/fallbacks",
        code: `
from django.conf import settings
settings.configure(SECRET_KEY=${otherKey}, SECRET_KEY_FALLBACKS=[key])
from django.core import signing
old = signing.Signer()
old.key = key
assert signing.Signer().unsign_object(old.sign_object(1)) == 1`,
      },
      {
        slot: "django/signer",
        code: `
from django.conf import settings
settings.configure(SECRET_KEY=${otherKey})
from django.core import signing
signer = signing.Signer(key=key)
assert signer.unsign_object(signer.sign_object(1)) == 1
assert signer.key == key, "another key is used instead"`,
      },
      {
        slot: "django/salted-hmac",
        code: `
from django.conf import settings
settings.configure(SECRET_KEY=${otherKey})
from django.utils.crypto import salted_hmac
assert salted_hmac("salt", "value", secret=key).digest() != salted_hmac("salt", "value").digest(), "another key is used instead"`,
      },
      {
        slot: "django/signer-fallbacks",
        code: `
from django.conf import settings
settings.configure(SECRET_KEY=${otherKey})
from django.core import signing
old = signing.Signer()
old.key = key
assert signing.Signer(key="the new key", fallback_keys=[key]).unsign_object(old.sign_object(1)) == 1`,
      },
      {
        slot: "itsdangerous/secret-key",
        code: `
from itsdangerous import URLSafeTimedSerializer
serializer = URLSafeTimedSerializer(key)
assert serializer.loads(serializer.dumps("1")) == "1"`,
      },
      {
        slot: "pyjwt/encode",
        code: 'import jwt\nassert jwt.encode({"sub": "1"}, key, algorithm="HS256")',
        // https://pyjwt.readthedocs.io/en/stable/usage.html: InsecureKeyLengthWarning
        warned: 'import warnings\nwarnings.simplefilter("error")\nimport jwt\njwt.encode({"sub": "1"}, key, algorithm="HS256")',
      },
      { slot: "pyjwt/decode", code: `${token}\nimport jwt\nassert jwt.decode(token, key, algorithms=["HS256"]) == {"sub": "1"}` },
      { slot: "cryptography/fernet", code: 'from cryptography.fernet import Fernet\nvault = Fernet(key)\nassert vault.decrypt(vault.encrypt(b"x")) == b"x"' },
      { slot: "cryptography/cipher", way: "AESGCM", code: 'from cryptography.hazmat.primitives.ciphers.aead import AESGCM\nAESGCM(key.encode()).encrypt(bytes(12), b"x", None)' },
      { slot: "cryptography/cipher", way: "AESCCM", code: 'from cryptography.hazmat.primitives.ciphers.aead import AESCCM\nAESCCM(key.encode()).encrypt(bytes(12), b"x", None)' },
      { slot: "cryptography/cipher", way: "AES", code: "from cryptography.hazmat.primitives.ciphers import algorithms\nalgorithms.AES(key.encode())" },
      { slot: "cryptography/chacha", code: 'from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305\nChaCha20Poly1305(key.encode()).encrypt(bytes(12), b"x", None)' },
      { slot: "cryptography/hmac", code: 'from cryptography.hazmat.primitives import hashes, hmac\nmac = hmac.HMAC(key.encode(), hashes.SHA256())\nmac.update(b"x")\nmac.finalize()' },
    ],
    beyond: { "django/environment": "a variable's name, which Django does not read" },
  },
  {
    name: "other libraries for Python",
    language: "python",
    // Later versions of authlib refuse an empty key, later ones of jwcrypto a short one too; these are still installed everywhere.
    packages: ["tornado==6.*", "python-jose==3.*", "authlib==1.6.5", "joserfc==1.*", "jwcrypto==1.5.6", "pycryptodome==3.*"],
    long: true,
    claims: [
      {
        slot: "tornado/cookie-secret",
        code: `
import asyncio
from tornado import web, httputil, http1connection
from unittest.mock import Mock
async def sign():
    app = web.Application([], cookie_secret=key)
    request = httputil.HTTPServerRequest(method="GET", uri="/", connection=Mock())
    return web.RequestHandler(app, request).create_signed_value("user", "1")
assert asyncio.run(sign())`,
      },
      { slot: "python-jose/encode", code: 'from jose import jwt\nassert jwt.encode({"sub": "1"}, key, algorithm="HS256")' },
      { slot: "python-jose/decode", code: `${token}\nfrom jose import jwt\nassert jwt.decode(token, key, algorithms=["HS256"]) == {"sub": "1"}` },
      { slot: "authlib/encode", code: 'from authlib.jose import jwt\nassert jwt.encode({"alg": "HS256"}, {"sub": "1"}, key)' },
      { slot: "authlib/decode", code: `${token}\nfrom authlib.jose import jwt\nassert jwt.decode(token, key) == {"sub": "1"}` },
      { slot: "authlib/oct-key", code: 'from authlib.jose import OctKey, jwt\nassert jwt.encode({"alg": "HS256"}, {"sub": "1"}, OctKey.import_key(key))' },
      { slot: "joserfc/oct-key", code: 'from joserfc import jwt\nfrom joserfc.jwk import OctKey\nassert jwt.encode({"alg": "HS256"}, {"sub": "1"}, OctKey.import_key(key))' },
      { slot: "jwcrypto/oct-key", code: 'from jwcrypto import jwk, jwt\ntoken = jwt.JWT(header={"alg": "HS256"}, claims={"sub": "1"})\ntoken.make_signed_token(jwk.JWK(kty="oct", k=key))\nassert token.serialize()' },
      { slot: "pycryptodome/aes", code: 'from Crypto.Cipher import AES\nAES.new(key.encode(), AES.MODE_GCM).encrypt(b"x")' },
      { slot: "pycryptodome/hmac", code: 'from Crypto.Hash import HMAC, SHA256\nHMAC.new(key.encode(), b"x", SHA256).digest()' },
      { slot: "python-hmac/key", code: 'import hmac\nhmac.new(key.encode(), b"x", "sha256").digest()' },
      { slot: "python-hmac/keyed-blake2", code: 'import hashlib\nassert hashlib.blake2b(b"x", key=key.encode()).digest() != hashlib.blake2b(b"x").digest() or key == ""' },
    ],
    beyond: { "python-jose/jwe": "the length depends on the algorithm" },
  },
];
