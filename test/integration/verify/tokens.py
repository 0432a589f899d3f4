"""Tokens as frameworks for Python make them, each with a key of its own: a line of JSON for each."""
import base64
import hashlib

from made import key, made


def header(response, name):
    return "; ".join(value.split(";")[0] for field, value in response.headers.items() if field.lower() == "set-cookie" and value.startswith(name))


def flask_session(number, value):
    from flask import Flask, session

    app = Flask(__name__)
    app.secret_key = key(number)

    @app.route("/")
    def index():
        session["user"] = value
        return "in"

    return header(app.test_client().get("/"), "session")


made(1001, "flask", "flask-session", flask_session(1001, "ada"))
made(1002, "flask", "flask-session", flask_session(1002, "ada " * 50))


def flask_login():
    from flask import Flask
    from flask_login import LoginManager, UserMixin, login_user

    app = Flask(__name__)
    app.secret_key = key(1003)
    manager = LoginManager(app)
    user = UserMixin()
    user.id = "1"
    manager.user_loader(lambda _: user)

    @app.route("/")
    def index():
        login_user(user, remember=True)
        return "in"

    return header(app.test_client().get("/"), "remember_token")


made(1003, "flask-login", "flask-login", flask_login())


def flask_wtf():
    from flask import Flask
    from flask_wtf.csrf import generate_csrf

    app = Flask(__name__)
    app.secret_key = key(1004)
    with app.test_request_context():
        return generate_csrf()


made(1004, "flask-wtf", "flask-wtf", flask_wtf())



def flask_session_id():
    import tempfile

    from cachelib.file import FileSystemCache
    from flask import Flask, session
    from flask_session import Session

    app = Flask(__name__)
    app.secret_key = key(1030)
    app.config.update(SESSION_TYPE="cachelib", SESSION_CACHELIB=FileSystemCache(tempfile.mkdtemp()), SESSION_USE_SIGNER=True)
    Session(app)

    @app.route("/")
    def index():
        session["user"] = "ada"
        return "in"

    return header(app.test_client().get("/"), "session")


def flask_security():
    from flask import Flask
    from flask_security.core import _get_serializer

    app = Flask(__name__)
    app.config.update(SECRET_KEY=key(1031), SECURITY_RESET_SALT="reset-salt")
    return "https://example.com/reset/" + _get_serializer(app, "reset").dumps(["1", "digest"])


made(1030, "flask-session", "flask-session-id", flask_session_id())
made(1031, "flask-security", "flask-security", flask_security())

import itsdangerous

made(1005, "itsdangerous", "itsdangerous", itsdangerous.URLSafeTimedSerializer(key(1005)).dumps({"user": 1}))
made(1006, "itsdangerous", "itsdangerous", itsdangerous.URLSafeSerializer(key(1006)).dumps({"user": 1}))
made(1007, "itsdangerous", "itsdangerous", itsdangerous.Signer(key(1007)).sign("user 1").decode())
made(1008, "itsdangerous", "itsdangerous", itsdangerous.TimestampSigner(key(1008), digest_method=hashlib.sha256).sign("1").decode())
made(1009, "itsdangerous", "itsdangerous", itsdangerous.Serializer(key(1009), signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha512}).dumps([1]))


def starlette():
    import asyncio

    from starlette.middleware.sessions import SessionMiddleware

    async def app(scope, receive, send):
        scope["session"]["user"] = "ada"
        await send({"type": "http.response.start", "status": 200, "headers": []})

    found = []

    async def send(message):
        found.extend(value.decode() for name, value in message.get("headers", []) if name == b"set-cookie")

    asyncio.run(SessionMiddleware(app, secret_key=key(1010))({"type": "http", "headers": []}, None, send))
    return f"Set-Cookie: {found[0]}"


made(1010, "starlette", "starlette-session", starlette())

import jwt

made(1019, "pyjwt", "jwt", jwt.encode({"sub": "1"}, key(1019), algorithm="HS256"))
made(1020, "pyjwt", "jwt", jwt.encode({"sub": "1"}, base64.b64decode(base64.b64encode(key(1020).encode()).decode()), algorithm="HS384"), base64.b64encode(key(1020).encode()).decode())
made(1021, "pyjwt", "jwt", "Authorization: Bearer " + jwt.encode({"sub": "1"}, bytes.fromhex(key(1021)), algorithm="HS512"))

from jose import jwt as jose_jwt

made(1022, "python-jose", "jwt", jose_jwt.encode({"sub": "1"}, key(1022), algorithm="HS512"))

from cryptography.fernet import Fernet

fernet = base64.urlsafe_b64encode(hashlib.sha256(b"keylint fixture 1023").digest()).decode()
made(1023, "cryptography", "fernet", Fernet(fernet).encrypt(b"user 1").decode(), fernet)

from tornado.web import create_signed_value

made(1024, "tornado", "tornado", "user=" + create_signed_value(key(1024), "user", "1").decode())
made(1025, "tornado", "tornado", "user=" + create_signed_value(key(1025), "user", "1", version=1).decode())

from webob.cookies import SignedSerializer


def pyramid_session():
    from pyramid.response import Response
    from pyramid.session import SignedCookieSessionFactory
    from pyramid.testing import DummyRequest

    request = DummyRequest()
    request.exception = None
    response = Response()
    session = SignedCookieSessionFactory(key(1026))(request)
    session["user"] = "ada"
    for callback in request.response_callbacks:
        callback(request, response)
    return header(response, "session")


def pyramid_ticket():
    from pyramid.authentication import AuthTktCookieHelper
    from pyramid.testing import DummyRequest

    request = DummyRequest(environ={"REMOTE_ADDR": "192.0.2.1"})
    request.domain = "localhost"
    headers = AuthTktCookieHelper(key(1028), hashalg="sha512").remember(request, "ada")
    return headers[0][1].split(";")[0]


made(1026, "pyramid", "pyramid-session", pyramid_session())
made(1027, "webob", "webob", "user=" + SignedSerializer(key(1027), "").dumps([1]).decode())
made(1028, "pyramid", "pyramid-ticket", pyramid_ticket())


def bottle():
    from bottle import Response

    response = Response()
    response.set_cookie("user", "1", secret=key(1029))
    return [value for name, value in response.headerlist if name.lower() == "set-cookie"][0]


made(1029, "bottle", "bottle", bottle())
