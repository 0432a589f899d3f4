/** A small program that uses a feature which needs a key, for each feature of rules/frameworks/. It ends well when it has one, and fails without. */
export interface FeatureProgram {
  /** The framework's id. */
  readonly framework: string;
  /** The import, symbol or settings of the features that it uses, as the data has them. */
  readonly features: readonly string[];
  readonly code: string;
  /** What stands in the place of `«key»` when there is a key; nothing when there is none. */
  readonly key: string;
  /** The code's file, when it is not the program itself, and the program that uses it. */
  readonly beside?: { readonly file: string; readonly program: string };
}

/** The program with a key from outside, or without one. */
export function withKey({ code, key }: FeatureProgram): string {
  return code.replace("«key»", key);
}

export function withoutKey({ code }: FeatureProgram): string {
  return code.replace("«key»", "");
}

const flaskKey = 'app.secret_key = os.environ["KEY"]';

/** A view of Flask that must not fail. */
function flask(features: readonly string[], imports: string, view: string, before = ""): FeatureProgram {
  const code = `import os
from flask import Flask
${imports}
app = Flask(__name__)
«key»
${before}
@app.route("/", methods=["GET", "POST"])
def index():
    ${view}
    return ""
assert app.test_client().get("/").status_code < 500
`;
  return { framework: "flask", features, code, key: flaskKey };
}

const user = 'class User(UserMixin):\n    id = "1"\nmanager = LoginManager(app)';

export const flaskPrograms: readonly FeatureProgram[] = [
  flask(["flask.flash"], "from flask import flash", 'flash("Saved.")'),
  flask(["flask.session"], "from flask import session", 'session["seen"] = True'),
  flask(["flask.session.update"], "from flask import session", "session.update(seen=True)"),
  flask(["flask.session.setdefault"], "import flask", 'flask.session.setdefault("seen", True)'),
  flask(["flask.session.pop"], "from flask import session", 'session.pop("seen", None)'),
  flask(["flask.session.clear"], "from flask import session", "session.clear()"),
  flask(["flask_wtf.FlaskForm"], "from flask_wtf import FlaskForm", "NameForm()", "class NameForm(FlaskForm):\n    pass"),
  flask(["flask_wtf.form.FlaskForm"], "from flask_wtf.form import FlaskForm", "NameForm()", "class NameForm(FlaskForm):\n    pass"),
  flask(["flask_wtf.csrf.generate_csrf"], "from flask_wtf.csrf import generate_csrf", "generate_csrf()"),
  ...["flask_wtf", "flask_wtf.csrf"].map((from): FeatureProgram => ({
    framework: "flask", features: [`${from}.CSRFProtect`], key: flaskKey,
    code: `import os\nfrom flask import Flask\nfrom ${from} import CSRFProtect\napp = Flask(__name__)\n«key»\nCSRFProtect(app)\n@app.post("/")\ndef index():\n    return ""\nassert app.test_client().post("/").status_code < 500\n`,
  })),
  { framework: "flask", features: ["flask_debugtoolbar"], code: "import os\nfrom flask import Flask\nfrom flask_debugtoolbar import DebugToolbarExtension\napp = Flask(__name__)\napp.debug = True\n«key»\nDebugToolbarExtension(app)\n", key: flaskKey },
  flask(["flask_login.login_user"], "from flask_login import LoginManager, UserMixin, login_user", "login_user(User())", user),
  {
    framework: "flask-jwt-extended", features: ["flask_jwt_extended.create_access_token", "flask_jwt_extended.create_refresh_token"], key: 'app.config["JWT_SECRET_KEY"] = os.environ["KEY"]',
    code: 'import os\nfrom flask import Flask\nfrom flask_jwt_extended import JWTManager, create_access_token, create_refresh_token\napp = Flask(__name__)\n«key»\nJWTManager(app)\nwith app.app_context():\n    create_access_token("1"), create_refresh_token("1")\n',
  },
  {
    framework: "django", features: ["INSTALLED_APPS"], key: 'SECRET_KEY = os.environ["KEY"]',
    code: 'import os\nINSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]\n«key»\n',
    beside: {
      file: "settings.py",
      program: 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\nimport django\ndjango.setup()\nfrom django.contrib.auth.models import User\nUser(username="1").get_session_auth_hash()\n',
    },
  },
];

const quartView = (features: readonly string[], imports: string, view: string, before = ""): FeatureProgram => ({
  framework: "quart", features, key: flaskKey,
  code: `import asyncio
import os
from quart import Quart
${imports}
app = Quart(__name__)
«key»
${before}
@app.get("/")
async def index():
    ${view}
    return ""
async def main():
    answer = await app.test_client().get("/")
    assert answer.status_code < 500
asyncio.run(main())
`,
});

const tornado = (method: string, call: string): FeatureProgram => ({
  framework: "tornado", features: [`*.${method}`], key: ', cookie_secret=os.environ["KEY"]',
  code: `import asyncio
import os
from unittest.mock import Mock
import tornado.httputil
import tornado.web
class Login(tornado.web.RequestHandler):
    def enter(self):
        ${call}
async def main():
    application = tornado.web.Application([("/", Login)]«key»)
    request = tornado.httputil.HTTPServerRequest(method="GET", uri="/", connection=Mock())
    Login(application, request).enter()
asyncio.run(main())
`,
});

export const otherPython: readonly FeatureProgram[] = [
  quartView(["quart.flash"], "from quart import flash", 'await flash("Saved.")'),
  quartView(["quart.session"], "from quart import session", 'session["seen"] = True'),
  quartView(["quart.session.update"], "from quart import session", "session.update(seen=True)"),
  quartView(["quart.session.setdefault"], "from quart import session", 'session.setdefault("seen", True)'),
  quartView(["quart.session.pop"], "from quart import session", 'session.pop("seen", None)'),
  quartView(["quart.session.clear"], "from quart import session", "session.clear()"),
  quartView(["quart_auth.login_user"], "from quart_auth import AuthUser, QuartAuth, login_user", 'login_user(AuthUser("1"))', "QuartAuth(app)"),
  tornado("set_signed_cookie", 'self.set_signed_cookie("user", "1")'),
  tornado("set_secure_cookie", 'self.set_secure_cookie("user", "1")'),
  tornado("get_signed_cookie", 'self.get_signed_cookie("user")'),
  tornado("get_secure_cookie", 'self.get_secure_cookie("user")'),
  {
    framework: "starlette", features: ["*.add_middleware"], key: ', secret_key=os.environ["KEY"]',
    code: "import os\nfrom starlette.applications import Starlette\nfrom starlette.middleware.sessions import SessionMiddleware\napp = Starlette()\napp.add_middleware(SessionMiddleware, max_age=60«key»)\napp.build_middleware_stack()\n",
  },
  {
    framework: "starlette", features: ["starlette.middleware.Middleware"], key: ', secret_key=os.environ["KEY"]',
    code: "import os\nfrom starlette.applications import Starlette\nfrom starlette.middleware import Middleware\nfrom starlette.middleware.sessions import SessionMiddleware\napp = Starlette(middleware=[Middleware(SessionMiddleware, max_age=60«key»)])\napp.build_middleware_stack()\n",
  },
  {
    framework: "fastapi-csrf-protect", features: ["fastapi_csrf_protect.CsrfProtect().generate_csrf_tokens"], key: '("secret_key", os.environ["KEY"])',
    code: "import os\nfrom fastapi import FastAPI\nfrom fastapi_csrf_protect import CsrfProtect\napp = FastAPI()\n@CsrfProtect.load_config\ndef settings():\n    return [«key»]\nCsrfProtect().generate_csrf_tokens()\n",
  },
];

const server = `const end = (error) => { if (error) { console.error(error); process.exit(1); } process.exit(0); };
`;

export const javascriptPrograms: readonly FeatureProgram[] = [
  {
    framework: "express-session", features: ["express-session"], key: "secret: process.env.KEY, ",
    code: `${server}import session from "express-session";\nconst use = session({ «key»resave: false, saveUninitialized: false });\nuse({ url: "/", headers: {}, connection: {} }, {}, end);\n`,
  },
  { framework: "cookie-session", features: ["cookie-session"], key: "keys: [process.env.KEY], ", code: 'import session from "cookie-session";\nsession({ «key»name: "session" });\n' },
  { framework: "passport-jwt", features: ["passport-jwt.Strategy"], key: "secretOrKey: process.env.KEY, ", code: 'import { ExtractJwt, Strategy } from "passport-jwt";\nnew Strategy({ «key»jwtFromRequest: ExtractJwt.fromBodyField("token") }, () => {});\n' },
  { framework: "express-jwt", features: ["express-jwt.expressjwt"], key: "secret: process.env.KEY, ", code: 'import { expressjwt } from "express-jwt";\nexpressjwt({ «key»algorithms: ["HS256"] });\n' },
  { framework: "client-sessions", features: ["client-sessions"], key: "secret: process.env.KEY, ", code: 'import sessions from "client-sessions";\nsessions({ «key»cookieName: "session" });\n' },
  ...[["fastify-session", "@fastify/session", "secret: process.env.KEY, "], ["fastify-jwt", "@fastify/jwt", "secret: process.env.KEY, "], ["fastify-secure-session", "@fastify/secure-session", 'secret: process.env.KEY, salt: "sixteen bytes ok", ']].map(
    ([framework = "", from = "", key = ""]): FeatureProgram => ({
      framework, features: ["*.register"], key,
      code: `import cookie from "@fastify/cookie";\nimport Fastify from "fastify";\nimport plugin from "${from}";\nconst app = Fastify();\n${framework === "fastify-session" ? "app.register(cookie);\n" : ""}app.register(plugin, { «key»cookieName: "shop" });\nawait app.ready();\n`,
    }),
  ),
  ...["koa-session", "koa-generic-session"].map((from): FeatureProgram => ({
    framework: "koa", features: [from], key: "app.keys = [process.env.KEY];",
    code: `import Koa from "koa";
import session from "${from}";
const app = new Koa();
app.silent = true;
«key»
app.use(session(${from === "koa-session" ? "{}, app" : ""}));
app.use((context) => { context.session.user = "1"; context.body = "in"; });
const server = app.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const answer = await fetch("http://127.0.0.1:" + server.address().port, { headers: { connection: "close" } });
server.close();
if (answer.status !== 200) throw new Error("status " + answer.status);
`,
  })),
  {
    framework: "hapi-yar", features: ["*.register"], key: "cookieOptions: { password: process.env.KEY }, ",
    code: `import Hapi from "@hapi/hapi";
import Yar from "@hapi/yar";
const server = Hapi.server();
await server.register({ plugin: Yar, options: { «key»name: "shop" } });
server.route({ method: "GET", path: "/", handler: (request) => { request.yar.set("user", "1"); return "in"; } });
const answer = await server.inject("/");
if (answer.statusCode !== 200) throw new Error("status " + answer.statusCode);
`,
  },
];
