"""Ways to reach a person: syntax alone, since nothing here asks the network."""

import re

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"(?P<local>{_ATOM}(?:\.{_ATOM})*)@{_LABEL}(?:\.{_LABEL})+")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")


def is_email(text: str) -> bool:
    """An address such as `ro@example.hk`: a dot-atom before the @ and a domain name (RFC 5321)."""
    match = _EMAIL.fullmatch(text)
    return match is not None and len(match["local"]) <= 64 and len(text) <= 254


def is_phone(text: str) -> bool:
    """A number in the international form of E.164, such as `+85223456789`."""
    return _PHONE.fullmatch(text) is not None
