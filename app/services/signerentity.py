"""Whether a certificate names the licensed firm, or somebody else's organisation."""

import re
import unicodedata
from typing import TYPE_CHECKING

from app.services import firm
from app.services.desk import Desk
from app.services.returns import NotAllowed
from app.store.workspace import Connection

if TYPE_CHECKING:
    from cryptography import x509

SETTING = "certificate_entity"
_SAME = {
    "limited": "ltd",
    "company": "co",
    "corporation": "corp",
    "incorporated": "inc",
    "hk": "hongkong",
    "and": "&",
}
"""Words of company names that mean the same."""


class WrongEntity(NotAllowed):
    """The certificate names another organisation than the workspace's, and the firm refuses that."""

    code = "certificate-entity"


def same_entity(first: str, second: str) -> bool:
    """Whether two names are of one company: case, punctuation and “Ltd” for “Limited” aside."""
    return bool(_plain(first)) and _plain(first) == _plain(second)


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKC", name).casefold().replace("&", " & ")
    words = re.sub(r"[^\w&]+", " ", text.replace(".", "")).split()
    joined = " ".join(_SAME.get(word, word) for word in words)
    return joined.replace("hong kong", "hongkong").removeprefix("the ")


def doubt_about(desk: Desk, organisation: str) -> str | None:
    """Why a certificate of that organisation is not the firm's; None when it is."""
    entity = desk.workspace.fact("entity")
    if same_entity(organisation, entity):
        return None
    if not organisation:
        return f"the certificate names no organisation, so nothing says that it is {entity}'s"
    return f"the certificate is of “{organisation}”, but the returns are those of “{entity}”"


def require_entity(
    desk: Desk, connection: Connection, certificate: "x509.Certificate"
) -> str | None:
    """Refuse another organisation's certificate where the firm wants that; otherwise the doubt."""
    from app.signing.certificates import organisation_text  # noqa: PLC0415  (heavy)

    doubt = doubt_about(desk, organisation_text(certificate))
    if doubt and firm.firm_value(connection, SETTING) == "refuse":
        raise WrongEntity(
            f"{doubt}; sign with the firm's own certificate, or let “praya setting {SETTING} warn”"
            " allow it"
        )
    return doubt
