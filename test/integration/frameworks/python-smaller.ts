import type { Claim, Ground } from "./claim.ts";
import { pythonToken as token } from "./programs.ts";

const django = (settings: string): string => `
from django.conf import settings
settings.configure(SECRET_KEY="another key of this application, for contrast only", INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"], ${settings})
import django
django.setup()`;

/** A session that is kept in a signed cookie, by an application of Starlette's kind. */
const session = (made: string, within = 'request.session["user"] = "1"'): string => `
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
def sign(request):
    ${within}
    return PlainTextResponse("in")
${made}
assert TestClient(app).get("/").headers["set-cookie"]`;

const starlette = "from starlette.applications import Starlette\nfrom starlette.middleware import Middleware\nfrom starlette.routing import Route";

const sessions: readonly Claim[] = [
  {
    slot: "starlette/session-middleware",
    code: session(`${starlette}\nfrom starlette.middleware.sessions import SessionMiddleware\napp = SessionMiddleware(Starlette(routes=[Route("/", sign)]), key)`),
  },
  {
    slot: "starlette/add-middleware",
    code: session(`${starlette}\nfrom starlette.middleware.sessions import SessionMiddleware\napp = Starlette(routes=[Route("/", sign)])\napp.add_middleware(SessionMiddleware, secret_key=key)`),
  },
  {
    slot: "starsessions/cookie-store",
    code: session(
      `${starlette}\nfrom starsessions import CookieStore, SessionAutoloadMiddleware, SessionMiddleware\napp = Starlette(routes=[Route("/", sign)], middleware=[Middleware(SessionMiddleware, store=CookieStore(secret_key=key)), Middleware(SessionAutoloadMiddleware)])`,
    ),
  },
  {
    slot: "fasthtml/secret-key",
    code: `
from fasthtml.common import fast_app
app, rt = fast_app(secret_key=key)
assert app.secret_key == key, "another key is used instead"`,
  },
  {
    slot: "sqladmin/authentication-backend",
    code: `
from sqladmin.authentication import AuthenticationBackend
class Auth(AuthenticationBackend):
    pass
backend = Auth(secret_key=key)
assert backend.middlewares[0].kwargs["secret_key"] == key`,
  },
  { slot: "robyn/sessions", code: 'from robyn import Robyn\nRobyn(__file__).configure_sessions(secret_key=key)' },
  { slot: "blacksheep/sessions", code: "from blacksheep import Application\nApplication().use_sessions(key)" },
  { slot: "blacksheep/secret-keys", code: 'from blacksheep.server.dataprotection import get_serializer\nassert get_serializer([key]).dumps("1")' },
  {
    slot: "fastapi-sessions/session-cookie",
    code: `
from fastapi_sessions.frontends.implementations import CookieParameters, SessionCookie
cookie = SessionCookie(cookie_name="session", identifier="general", secret_key=key, cookie_params=CookieParameters())
assert cookie.signer.dumps("1")`,
  },
];

const boxes: readonly Claim[] = [
  { slot: "pynacl/secret-box", way: "SecretBox", code: 'from nacl.secret import SecretBox\nSecretBox(key.encode()).encrypt(b"x")' },
  { slot: "pynacl/secret-box", way: "Aead", code: 'from nacl.secret import Aead\nAead(key.encode()).encrypt(b"x")' },
  { slot: "pynacl/encoded-secret-box", code: 'from nacl.encoding import HexEncoder\nfrom nacl.secret import SecretBox\nSecretBox(key.encode(), HexEncoder).encrypt(b"x")' },
  { slot: "pyseto/local-key", code: 'import pyseto\nfrom pyseto import Key\nassert pyseto.encode(Key.new(version=4, purpose="local", key=key), {"sub": "1"})' },
  { slot: "piccolo-api/fernet", code: 'from piccolo_api.encryption.providers import FernetProvider\nFernetProvider(encryption_key=key.encode()).encrypt("x")' },
  { slot: "piccolo-api/xchacha", code: 'from piccolo_api.encryption.providers import XChaCha20Provider\nXChaCha20Provider(encryption_key=key.encode()).encrypt("x")' },
  {
    slot: "piccolo-api/jwt",
    code: `${token}
import jwt
from piccolo_api.jwt_auth.middleware import JWTMiddleware
assert jwt.decode(token, JWTMiddleware(asgi=None, secret=key).secret, algorithms=["HS256"])`,
  },
  { slot: "channels-redis/encryption-keys", code: 'from channels_redis.serializers import registry\nserializer = registry.get_serializer("json", symmetric_encryption_keys=[key])\nassert b"in clear" not in serializer.serialize({"text": "in clear"})' },
  {
    slot: "django-encrypted-model-fields/field-encryption-key",
    code: `${django("FIELD_ENCRYPTION_KEY=key")}
from encrypted_model_fields.fields import encrypt_str
assert encrypt_str("x")`,
  },
  {
    slot: "django-cryptography/key",
    code: `${django("CRYPTOGRAPHY_KEY=key")}
from django_cryptography.conf import CryptographyConf
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf import pbkdf2
derived = pbkdf2.PBKDF2HMAC(algorithm=hashes.SHA256(), length=32, salt=b"django-cryptography", iterations=30000).derive(settings.SECRET_KEY.encode())
assert settings.CRYPTOGRAPHY_KEY and CryptographyConf().KEY != derived, "another key is used instead"`,
  },
  { slot: "sqlalchemy-utils/encrypted-type", code: 'from sqlalchemy import String\nfrom sqlalchemy_utils import StringEncryptedType\nfrom sqlalchemy_utils.types.encrypted.encrypted_type import AesGcmEngine\nassert StringEncryptedType(String, key, AesGcmEngine).process_bind_param("x", None)' },
  { slot: "fastapi-jwt/secret-key", code: 'from fastapi_jwt import JwtAccessBearer\nassert JwtAccessBearer(secret_key=key).create_access_token({"sub": "1"})' },
];

const served: readonly Claim[] = [
  {
    slot: "quart/secret-key",
    code: `
import asyncio
from quart import Quart, session
app = Quart(__name__)
app.secret_key = key
@app.get("/")
async def sign():
    session["user"] = "1"
    return "in"
answer = asyncio.run(app.test_client().get("/"))
assert answer.status_code == 200 and answer.headers["Set-Cookie"]`,
  },
  {
    slot: "flask-jwt-extended/jwt-secret-key",
    code: `
from flask import Flask
from flask_jwt_extended import JWTManager, create_access_token
app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = key
JWTManager(app)
with app.app_context():
    assert create_access_token("1")`,
  },
  {
    slot: "flask-wtf/csrf-secret-key",
    code: `
from flask import Flask
from flask_wtf.csrf import generate_csrf
app = Flask(__name__)
app.secret_key = "another key of this application, for contrast only"
app.config["WTF_CSRF_SECRET_KEY"] = key
with app.test_request_context():
    assert generate_csrf()`,
  },
  { slot: "aiohttp-session/nacl-cookie", code: "from aiohttp_session.nacl_storage import NaClCookieStorage\nNaClCookieStorage(key.encode())" },
  { slot: "litestar/cookie-backend", code: "from litestar.middleware.session.client_side import CookieBackendConfig\nCookieBackendConfig(secret=key.encode())" },
  {
    slot: "litestar/token-secret",
    code: `${token}
from litestar.security.jwt import JWTAuth, Token
auth = JWTAuth(token_secret=key, retrieve_user_handler=lambda token, connection: None)
assert auth.create_token("1")`,
  },
  { slot: "litestar/csrf", code: "from litestar.config.csrf import CSRFConfig\nfrom litestar.middleware.csrf import generate_csrf_token\nassert generate_csrf_token(CSRFConfig(secret=key).secret)" },
  {
    slot: "djangorestframework-simplejwt/signing-key",
    code: `${django('SIMPLE_JWT={"SIGNING_KEY": key}')}
from rest_framework_simplejwt.tokens import AccessToken
assert str(AccessToken())`,
  },
  { slot: "bottle/cookie", code: 'from bottle import Response\nresponse = Response()\nresponse.set_cookie("user", "1", secret=key)\nassert "Set-Cookie" in dict(response.headerlist)' },
  { slot: "pyramid/session-factory", code: 'from pyramid.session import SignedCookieSessionFactory\nfrom pyramid.testing import DummyRequest\nsession = SignedCookieSessionFactory(key)(DummyRequest())\nsession["user"] = "1"' },
  { slot: "pyramid/ticket", code: 'from pyramid.authentication import AuthTktCookieHelper\nfrom pyramid.request import Request\nassert AuthTktCookieHelper(key).remember(Request.blank("/"), "1")' },
];

export const smaller: readonly Ground[] = [
  {
    name: "sessions of Starlette's kind, for Python",
    language: "python",
    packages: ["starlette", "httpx2", "itsdangerous==2.*", "starsessions==2.*", "python-fasthtml", "sqladmin", "greenlet", "robyn>=0.80", "blacksheep==2.*", "fastapi-sessions==0.3.*"],
    long: true,
    claims: sessions,
    beyond: { "blacksheep/environment": "as blacksheep/secret-keys" },
  },
  {
    name: "boxes, fields and tokens for Python",
    language: "python",
    packages: ["pynacl==1.*", "pyseto==1.*", "piccolo-api", "channels_redis==4.*", "cryptography", "django==5.*", "django-encrypted-model-fields==0.6.5", "django-cryptography-django5==2.*", "sqlalchemy-utils==0.*", "fastapi-jwt", "python-jose==3.*", "pyjwt==2.*"],
    long: true,
    claims: boxes,
  },
  {
    name: "web frameworks for Python",
    language: "python",
    packages: ["quart==0.*", "flask-jwt-extended==4.*", "flask-wtf==1.*", "aiohttp-session==2.*", "pynacl==1.*", "litestar[cryptography,jwt]==2.*", "djangorestframework-simplejwt==5.*", "bottle==0.13.*", "pyramid==2.*"],
    long: true,
    claims: served,
    beyond: {
      "quart/fallbacks": "as flask/fallbacks",
      "quart/auth-salt-key": "of Quart-Auth, as itsdangerous/secret-key",
      "aiohttp-session/encrypted-cookie": "a text of 32 bytes in base64, or bytes as they are",
      "pyramid/jwt": "of pyramid_jwt, as pyjwt/encode",
    },
  },
];
