"""The one place that opens a network connection, and only when a person names the server.

A time-stamp authority is sent the digest of a signature and nothing else (RFC 3161, 3.4).
"""

import urllib.error
import urllib.request
from urllib.parse import urlsplit

from app.errors import UserError

MAX_ANSWER = 1 << 20
TIMEOUT = 30
"""Seconds that a server is given to answer."""


class ServerFailed(UserError):
    """The time-stamp authority's server did not answer as it should."""

    code = "timestamp-server"


def ask(url: str, question: bytes) -> bytes:
    """The answer of a time-stamp server (RFC 3161, 3.4)."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise ServerFailed(f"“{url}” is no address of a server; it begins with https://")
    request = urllib.request.Request(  # noqa: S310  (the scheme was looked at)
        url, data=question, headers={"Content-Type": "application/timestamp-query"}
    )
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310
            return bytes(answer.read(MAX_ANSWER))
    except (urllib.error.URLError, TimeoutError, OSError, ValueError) as error:
        raise ServerFailed(
            f"the time-stamp server at {url} did not answer: {error}; try later, or carry the"
            " request there as a file"
        ) from error
