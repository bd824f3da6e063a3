"""Commands on the certificates that the workspace trusts."""

from argparse import Namespace
from pathlib import Path

from app.cli.reply import Reply
from app.cli.session import Session
from app.cli.words import table
from app.services import anchors

_SHOWN = 16
"""Characters of a fingerprint that a table shows; they are enough to name it."""


def list_all(session: Session, _options: Namespace) -> Reply:
    """Every certificate that the workspace trusts."""
    return _listed(session)


def add(session: Session, options: Namespace) -> Reply:
    """Trust the certificates of a file or folder."""
    anchors.add_anchors(session.desk, Path(options.file))
    return _listed(session)


def remove(session: Session, options: Namespace) -> Reply:
    """Trust a certificate no longer."""
    anchors.remove_anchor(session.desk, options.fingerprint)
    return _listed(session)


def _listed(session: Session) -> Reply:
    found = anchors.list_anchors(session.desk)
    rows = [(i.fingerprint[:_SHOWN], i.kind, i.subject, i.valid_to[:10], i.by) for i in found]
    head = ("FINGERPRINT", "KIND", "SUBJECT", "VALID TO", "TRUSTED BY")
    lines = table(head, rows) if rows else ("this workspace trusts nobody yet",)
    return Reply({"anchors": [item.as_dict() for item in found]}, lines)


HANDLERS = {"list": list_all, "add": add, "remove": remove}
