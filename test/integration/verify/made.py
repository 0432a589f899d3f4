"""A line of JSON for each token, with the key that it was made with."""
import hashlib
import importlib.metadata
import json


def key(number):
    return hashlib.sha256(f"keylint fixture {number}".encode()).hexdigest()


def made(number, package, kind, token, secret=None):
    print(json.dumps({"by": f"{package} {importlib.metadata.version(package)}", "kind": kind, "key": secret or key(number), "token": token}))
