"""A pack of nothing but a schema, as somebody else would send it."""

import hashlib

_MANIFEST = """[pack]
id = "bare-1.0"
return_type = "BARE"
version = "1.0"
namespace = "{namespace}"
root = "{root}"
schema = "{main}"
languages = ["en"]
effective_from = 2000-01-01
title = {{ en = "Bare" }}
[pack.files]
"""


def bare_files(
    files: dict[str, bytes], main: str, root: str, namespace: str = "urn:t"
) -> dict[str, bytes]:
    """The files of the pack, sealed."""
    lines = [f'"{name}" = "{hashlib.sha256(body).hexdigest()}"' for name, body in files.items()]
    head = _MANIFEST.format(namespace=namespace, root=root, main=main)
    return {**files, "pack.toml": (head + "\n".join(lines) + "\n").encode()}


def bare_xsd(inside: str) -> bytes:
    """A schema of the namespace `urn:t`, which has the prefix t."""
    return (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"'
        f' targetNamespace="urn:t" elementFormDefault="qualified">{inside}</xs:schema>'
    ).encode()
