import type { Framework } from "../../src/kit.ts";

/** Where Pyramid takes its key. */
export const pyramid: Framework = {
  id: "pyramid",
  title: "Pyramid",
  language: "python",
  variable: "SESSION_SECRET",
  docs: "https://docs.pylonsproject.org/projects/pyramid/en/latest/api/session.html",
  form: { as: "hex", bytes: 64 },
  protects: "session cookies and sign-in tickets",
  attack: "An attacker who has the key can write any session or sign-in ticket, for instance as another user.",
  fix: `Pass os.environ["SESSION_SECRET"] to the factory, after generating it with python -c "import secrets; print(secrets.token_hex(64))".`,
  slots: [
    {
      id: "session-factory",
      at: [
        { call: "pyramid.session.SignedCookieSessionFactory", argument: "0|secret" },
        { call: "pyramid.session.UnencryptedCookieSessionFactoryConfig", argument: "0|secret" },
        { call: "pyramid.session.SignedSerializer", argument: "0|secret" },
        { call: "webob.cookies.SignedCookieProfile", argument: "0|secret" },
        { call: "webob.cookies.SignedSerializer", argument: "0|secret" },
      ],
      label: "SignedCookieSessionFactory",
      protects: "session cookies",
    },
    {
      id: "ticket",
      at: [
        { call: "pyramid.authentication.AuthTktAuthenticationPolicy", argument: "0|secret" },
        { call: "pyramid.authentication.AuthTktCookieHelper", argument: "0|secret" },
      ],
      label: "AuthTktCookieHelper",
      variable: "AUTH_SECRET",
      protects: "sign-in tickets",
    },
    {
      id: "jwt",
      at: [
        { call: "pyramid_jwt.JWTAuthenticationPolicy", argument: "0|private_key" },
        { call: "pyramid_jwt.policy.JWTAuthenticationPolicy", argument: "0|private_key" },
        { call: "*.set_jwt_authentication_policy", argument: "0|private_key" },
        { call: "*.set_jwt_cookie_authentication_policy", argument: "0|private_key" },
      ],
      where: [{ argument: "algorithm", not: ["RS*", "ES*", "PS*", "Ed*"] }],
      min: 32,
      empty: "refused",
      label: "set_jwt_authentication_policy",
      variable: "JWT_SECRET",
      protects: "access tokens",
    },
  ],
  bad: {
    "app.py": `from pyramid.session import SignedCookieSessionFactory

sessions = SignedCookieSessionFactory("42c673d1fd9e5944213a0826aa2849e525736c05fe38cc13341ce8f10376bcf6")
`,
  },
  good: {
    "app.py": `import os

from pyramid.session import SignedCookieSessionFactory

sessions = SignedCookieSessionFactory(os.environ["SESSION_SECRET"])
`,
  },
};
