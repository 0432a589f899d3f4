"""Tokens as Django makes them, whichever version is installed. The first number of their keys may be given."""
import sys

from made import key, made

first = int((sys.argv[1:] or ["1011"])[0])

import django
from django.conf import settings

settings.configure(SECRET_KEY="unused", INSTALLED_APPS=[], USE_TZ=True, MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage")
django.setup()
from django.core import signing
from django.http import HttpResponse


def with_key(number, make):
    settings.SECRET_KEY = key(number)
    return make()


def django_session():
    from django.contrib.sessions.backends.signed_cookies import SessionStore

    store = SessionStore()
    store["user"] = 1
    store.save()
    return f"sessionid={store.session_key}"


def django_cookie():
    response = HttpResponse()
    response.set_signed_cookie("theme", "dark blue")
    return response.cookies["theme"].output()


def django_messages():
    from django.contrib.messages.storage.base import Message
    from django.contrib.messages.storage.cookie import CookieStorage
    from django.test import RequestFactory

    response = HttpResponse()
    storage = CookieStorage(RequestFactory().get("/"))
    storage.add(20, "Saved, all of it: \"well\" done.")
    storage.update(response)
    return response.cookies["messages"].output()


made(first + 0, "django", "django-signing", with_key(first + 0, lambda: signing.dumps({"user": 1})))
made(first + 1, "django", "django-signing", with_key(first + 1, lambda: signing.dumps(list(range(80)), compress=True)))
made(first + 2, "django", "django-session", with_key(first + 2, django_session))
made(first + 3, "django", "django-cookie", with_key(first + 3, django_cookie))
made(first + 4, "django", "django-messages", with_key(first + 4, django_messages))
made(first + 5, "django", "django-signing", with_key(first + 5, lambda: signing.Signer().sign("user 1")))
made(first + 6, "django", "django-signing", with_key(first + 6, lambda: signing.TimestampSigner().sign("user 1")))
if django.VERSION >= (3, 2):
    made(first + 7, "django", "django-signing", with_key(first + 7, lambda: signing.Signer(algorithm="sha1").sign("1")))
