import type { Framework } from "../../src/kit.ts";
import { adonis } from "./adonis.ts";
import { aiohttpJwt } from "./aiohttp-jwt.ts";
import { aiohttpSession } from "./aiohttp-session.ts";
import { airflow } from "./airflow.ts";
import { astro } from "./astro.ts";
import { authJs } from "./auth-js.ts";
import { authelia } from "./authelia.ts";
import { authentik } from "./authentik.ts";
import { authlib } from "./authlib.ts";
import { authx } from "./authx.ts";
import { beaker } from "./beaker.ts";
import { betterAuth } from "./better-auth.ts";
import { blacksheep } from "./blacksheep.ts";
import { blitz } from "./blitz.ts";
import { bokeh } from "./bokeh.ts";
import { bottle } from "./bottle.ts";
import { calCom } from "./cal-com.ts";
import { chainlit } from "./chainlit.ts";
import { channelsRedis } from "./channels-redis.ts";
import { cherrypy } from "./cherrypy.ts";
import { ckan } from "./ckan.ts";
import { clientSessions } from "./client-sessions.ts";
import { cloudflareWorkerJwt } from "./cloudflare-worker-jwt.ts";
import { connectMongo } from "./connect-mongo.ts";
import { cookieEncrypter } from "./cookie-encrypter.ts";
import { cookieParser } from "./cookie-parser.ts";
import { cookieSession } from "./cookie-session.ts";
import { cookieSignature } from "./cookie-signature.ts";
import { cryptoJs } from "./crypto-js.ts";
import { cryptography } from "./cryptography.ts";
import { cryptr } from "./cryptr.ts";
import { csrfCsrf } from "./csrf-csrf.ts";
import { directus } from "./directus.ts";
import { django } from "./django.ts";
import { djangoCryptography } from "./django-cryptography.ts";
import { djangoEncryptedModelFields } from "./django-encrypted-model-fields.ts";
import { djangoFernetFields } from "./django-fernet-fields.ts";
import { djangoGraphqlJwt } from "./django-graphql-jwt.ts";
import { djangoHashidField } from "./django-hashid-field.ts";
import { djangoNinjaJwt } from "./django-ninja-jwt.ts";
import { djangoOauthToolkit } from "./django-oauth-toolkit.ts";
import { djangorestframeworkJwt } from "./djangorestframework-jwt.ts";
import { djangorestframeworkSimplejwt } from "./djangorestframework-simplejwt.ts";
import { egg } from "./egg.ts";
import { elysia } from "./elysia.ts";
import { emmett } from "./emmett.ts";
import { etherpad } from "./etherpad.ts";
import { expressJwt } from "./express-jwt.ts";
import { expressOauth2JwtBearer } from "./express-oauth2-jwt-bearer.ts";
import { expressOpenidConnect } from "./express-openid-connect.ts";
import { expressSession } from "./express-session.ts";
import { falconAuth } from "./falcon-auth.ts";
import { fastJwt } from "./fast-jwt.ts";
import { fastapiCsrfProtect } from "./fastapi-csrf-protect.ts";
import { fastapiJwt } from "./fastapi-jwt.ts";
import { fastapiJwtAuth } from "./fastapi-jwt-auth.ts";
import { fastapiLogin } from "./fastapi-login.ts";
import { fastapiSessions } from "./fastapi-sessions.ts";
import { fastapiUsers } from "./fastapi-users.ts";
import { fasthtml } from "./fasthtml.ts";
import { fastifyCookie } from "./fastify-cookie.ts";
import { fastifyCsrfProtection } from "./fastify-csrf-protection.ts";
import { fastifyJwt } from "./fastify-jwt.ts";
import { fastifySecureSession } from "./fastify-secure-session.ts";
import { fastifySession } from "./fastify-session.ts";
import { feathers } from "./feathers.ts";
import { flask } from "./flask.ts";
import { flaskJwtExtended } from "./flask-jwt-extended.ts";
import { flaskSecurity } from "./flask-security.ts";
import { flaskWtf } from "./flask-wtf.ts";
import { flowise } from "./flowise.ts";
import { foal } from "./foal.ts";
import { generic } from "./generic.ts";
import { gitea } from "./gitea.ts";
import { grafana } from "./grafana.ts";
import { grant } from "./grant.ts";
import { h3 } from "./h3.ts";
import { hapiAuthJwt2 } from "./hapi-auth-jwt2.ts";
import { hapiCookie } from "./hapi-cookie.ts";
import { hapiJwt } from "./hapi-jwt.ts";
import { hapiYar } from "./hapi-yar.ts";
import { hashids } from "./hashids.ts";
import { hasura } from "./hasura.ts";
import { hono } from "./hono.ts";
import { honoSessions } from "./hono-sessions.ts";
import { iron } from "./iron.ts";
import { ironSession } from "./iron-session.ts";
import { itsdangerous } from "./itsdangerous.ts";
import { jose } from "./jose.ts";
import { joserfc } from "./joserfc.ts";
import { jsonwebtoken } from "./jsonwebtoken.ts";
import { jupyterServer } from "./jupyter-server.ts";
import { jupyterhub } from "./jupyterhub.ts";
import { jwcrypto } from "./jwcrypto.ts";
import { jws } from "./jws.ts";
import { jwtSimple } from "./jwt-simple.ts";
import { keygrip } from "./keygrip.ts";
import { keystatic } from "./keystatic.ts";
import { keystone } from "./keystone.ts";
import { koa } from "./koa.ts";
import { koaJwt } from "./koa-jwt.ts";
import { lilya } from "./lilya.ts";
import { litestar } from "./litestar.ts";
import { logto } from "./logto.ts";
import { loopback } from "./loopback.ts";
import { masonite } from "./masonite.ts";
import { medusa } from "./medusa.ts";
import { metabase } from "./metabase.ts";
import { meteor } from "./meteor.ts";
import { midway } from "./midway.ts";
import { mlflow } from "./mlflow.ts";
import { mongooseEncryption } from "./mongoose-encryption.ts";
import { mongooseFieldEncryption } from "./mongoose-field-encryption.ts";
import { n8n } from "./n8n.ts";
import { nacos } from "./nacos.ts";
import { nestjsJwt } from "./nestjs-jwt.ts";
import { next } from "./next.ts";
import { nextCsrf } from "./next-csrf.ts";
import { nextFirebaseAuth } from "./next-firebase-auth.ts";
import { nextjsAuth0 } from "./nextjs-auth0.ts";
import { nicegui } from "./nicegui.ts";
import { njwt } from "./njwt.ts";
import { nodeCrypto } from "./node-crypto.ts";
import { nodeRed } from "./node-red.ts";
import { nodeRsJsonwebtoken } from "./node-rs-jsonwebtoken.ts";
import { nuxtAuthUtils } from "./nuxt-auth-utils.ts";
import { oidcProvider } from "./oidc-provider.ts";
import { ory } from "./ory.ts";
import { panel } from "./panel.ts";
import { parseServer } from "./parse-server.ts";
import { passportJwt } from "./passport-jwt.ts";
import { passportMagicLink } from "./passport-magic-link.ts";
import { payload } from "./payload.ts";
import { piccoloApi } from "./piccolo-api.ts";
import { py4web } from "./py4web.ts";
import { pycryptodome } from "./pycryptodome.ts";
import { pyjwt } from "./pyjwt.ts";
import { pynacl } from "./pynacl.ts";
import { pyramid } from "./pyramid.ts";
import { pyseto } from "./pyseto.ts";
import { pythonHmac } from "./python-hmac.ts";
import { pythonJose } from "./python-jose.ts";
import { quart } from "./quart.ts";
import { ravyn } from "./ravyn.ts";
import { reactRouter } from "./react-router.ts";
import { redash } from "./redash.ts";
import { redwood } from "./redwood.ts";
import { remix } from "./remix.ts";
import { remixAuthEmailLink } from "./remix-auth-email-link.ts";
import { remixAuthTotp } from "./remix-auth-totp.ts";
import { remixUtils } from "./remix-utils.ts";
import { robyn } from "./robyn.ts";
import { sails } from "./sails.ts";
import { sanic } from "./sanic.ts";
import { searxng } from "./searxng.ts";
import { sentry } from "./sentry.ts";
import { sessionFileStore } from "./session-file-store.ts";
import { socketioJwt } from "./socketio-jwt.ts";
import { solara } from "./solara.ts";
import { sqladmin } from "./sqladmin.ts";
import { sqlalchemyUtils } from "./sqlalchemy-utils.ts";
import { starlette } from "./starlette.ts";
import { starletteCsrf } from "./starlette-csrf.ts";
import { starletteLogin } from "./starlette-login.ts";
import { starsessions } from "./starsessions.ts";
import { strapi } from "./strapi.ts";
import { streamlit } from "./streamlit.ts";
import { streamlitAuthenticator } from "./streamlit-authenticator.ts";
import { supabase } from "./supabase.ts";
import { superset } from "./superset.ts";
import { svelteKitCookieSession } from "./svelte-kit-cookie-session.ts";
import { synapse } from "./synapse.ts";
import { tinyCsrf } from "./tiny-csrf.ts";
import { tornado } from "./tornado.ts";
import { unleash } from "./unleash.ts";
import { vendure } from "./vendure.ts";
import { workos } from "./workos.ts";

/** All frameworks in order of importance: when two take the same place, the earlier leads. Names alone come last. */
export const frameworks: readonly Framework[] = [
  django,
  flask,
  flaskWtf,
  flaskJwtExtended,
  flaskSecurity,
  quart,
  starlette,
  fasthtml,
  lilya,
  ravyn,
  starletteLogin,
  starsessions,
  nicegui,
  sqladmin,
  fastapiUsers,
  fastapiJwtAuth,
  authx,
  fastapiLogin,
  fastapiCsrfProtect,
  fastapiSessions,
  fastapiJwt,
  starletteCsrf,
  djangorestframeworkSimplejwt,
  djangoNinjaJwt,
  djangorestframeworkJwt,
  djangoGraphqlJwt,
  djangoOauthToolkit,
  djangoHashidField,
  channelsRedis,
  djangoEncryptedModelFields,
  djangoFernetFields,
  djangoCryptography,
  litestar,
  sanic,
  tornado,
  aiohttpSession,
  aiohttpJwt,
  pyramid,
  beaker,
  bottle,
  cherrypy,
  falconAuth,
  py4web,
  piccoloApi,
  robyn,
  blacksheep,
  emmett,
  masonite,
  airflow,
  superset,
  redash,
  sentry,
  ckan,
  jupyterhub,
  jupyterServer,
  mlflow,
  bokeh,
  streamlit,
  panel,
  chainlit,
  solara,
  streamlitAuthenticator,
  pyjwt,
  pythonJose,
  authlib,
  joserfc,
  jwcrypto,
  pyseto,
  itsdangerous,
  cryptography,
  pycryptodome,
  pynacl,
  sqlalchemyUtils,
  pythonHmac,
  expressSession,
  cookieSession,
  cookieParser,
  koa,
  nestjsJwt,
  fastifyJwt,
  fastifySession,
  fastifySecureSession,
  fastifyCookie,
  authJs,
  betterAuth,
  ironSession,
  nextjsAuth0,
  workos,
  nextFirebaseAuth,
  logto,
  expressOpenidConnect,
  oidcProvider,
  expressOauth2JwtBearer,
  h3,
  reactRouter,
  nuxtAuthUtils,
  remix,
  remixUtils,
  remixAuthTotp,
  remixAuthEmailLink,
  svelteKitCookieSession,
  blitz,
  redwood,
  hono,
  honoSessions,
  elysia,
  hapiCookie,
  hapiYar,
  hapiJwt,
  hapiAuthJwt2,
  iron,
  adonis,
  foal,
  egg,
  midway,
  strapi,
  feathers,
  payload,
  medusa,
  vendure,
  keystatic,
  next,
  astro,
  meteor,
  directus,
  keystone,
  sails,
  loopback,
  parseServer,
  n8n,
  flowise,
  nodeRed,
  unleash,
  etherpad,
  calCom,
  grafana,
  gitea,
  synapse,
  searxng,
  authelia,
  authentik,
  metabase,
  ory,
  nacos,
  grant,
  supabase,
  hasura,
  passportJwt,
  passportMagicLink,
  expressJwt,
  koaJwt,
  socketioJwt,
  clientSessions,
  csrfCsrf,
  tinyCsrf,
  nextCsrf,
  fastifyCsrfProtection,
  jsonwebtoken,
  jose,
  fastJwt,
  jwtSimple,
  jws,
  njwt,
  nodeRsJsonwebtoken,
  cloudflareWorkerJwt,
  keygrip,
  cookieSignature,
  cookieEncrypter,
  connectMongo,
  sessionFileStore,
  mongooseEncryption,
  mongooseFieldEncryption,
  hashids,
  cryptr,
  cryptoJs,
  nodeCrypto,
  generic,
];
