"""The order of what a time-stamp carries (RFC 5652, 5.1; X.690, 11.6).

DER wants the members of a set sorted. Authorities in wide use, OpenSSL's among them, write the
certificates of a token as they come, which strict readers refuse. Neither the certificates nor the
lists are covered by the token's signature, so sorting them changes nothing that it proves.
"""

from dataclasses import dataclass

_CONSTRUCTED = 0x20
_SEQUENCE = 0x30
_CERTIFICATES, _LISTS = 0xA0, 0xA1


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a value lies: its tag, where its content begins, and where it ends."""

    tag: int
    start: int
    body: int
    end: int


def in_order(answer: bytes) -> bytes:
    """A TimeStampResp in DER with the sets of its token sorted; other bytes come back as they are."""
    try:
        status_and_token = _inside(answer, _whole(answer))
        if len(status_and_token) < 2:
            return answer
        signed = _inside(answer, _inside(answer, status_and_token[1])[1])[0]
        for span in _inside(answer, signed):
            if span.tag in (_CERTIFICATES, _LISTS):
                answer = _sorted(answer, span)
    except (IndexError, ValueError):
        pass  # whoever reads it next says what is wrong with it
    return answer


def _sorted(data: bytes, span: _Span) -> bytes:
    members = sorted(data[item.start : item.end] for item in _inside(data, span))
    return data[: span.body] + b"".join(members) + data[span.end :]


def _whole(data: bytes) -> _Span:
    span = _span(data, 0)
    if span.tag != _SEQUENCE or span.end != len(data):
        raise ValueError("not one sequence")
    return span


def _inside(data: bytes, span: _Span) -> list[_Span]:
    if not span.tag & _CONSTRUCTED:
        raise ValueError("a plain value holds nothing")
    found, at = [], span.body
    while at < span.end:
        found.append(_span(data, at))
        at = found[-1].end
    if at != span.end:
        raise ValueError("a value runs over its end")
    return found


def _span(data: bytes, at: int) -> _Span:
    length, body = data[at + 1], at + 2
    if length & 0x80:
        size = length & 0x7F
        if not 1 <= size <= 4:
            raise ValueError("no length of DER")
        length = int.from_bytes(data[body : body + size], "big")
        body += size
    if body + length > len(data):
        raise ValueError("cut off")
    return _Span(data[at], at, body, body + length)
