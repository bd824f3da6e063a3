"""Verify a container: every signature in it, and whether each covers every file."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from lxml import etree

from app.signing.algorithms import DS
from app.signing.asice import Container
from app.signing.coverage import check_files
from app.signing.detached import ASIC
from app.signing.plain import plain
from app.signing.refusal import Refused
from app.signing.shape import check_shape
from app.signing.trust import Trust
from app.signing.verify import Verification, judge, refuse_hidden, refuse_twice

SignatureDocument = etree._ElementTree | str  # noqa: SLF001  (the stubs name it so)
"""A parsed signature document, or why it cannot be parsed."""

_ORDER = ("invalid", "indeterminate", "valid")


def verify_container(
    container: Container, trees: Mapping[str, SignatureDocument], trust: Trust, at: datetime
) -> Verification:
    """The answer for a container. `trees` are its signature documents, by name."""
    if not container.files:
        return Verification("invalid", None, None, ("the container holds no file",))
    found = [
        answer
        for name, tree in trees.items()
        for answer in _document(container, container.signatures[name], tree, trust, at)
    ]
    if not found:
        return Verification("invalid", None, None, ("the container holds no signature",))
    return _together(container, found)


def _document(
    container: Container, data: bytes, tree: SignatureDocument, trust: Trust, at: datetime
) -> list[Verification]:
    if isinstance(tree, str):
        return [Verification("invalid", None, None, (plain(tree),))]
    root = tree.getroot()
    try:
        refuse_hidden(data, root)
        if root.tag != f"{{{ASIC}}}XAdESSignatures":
            raise Refused("a signature document does not begin with XAdESSignatures")
        if root.attrib:
            raise Refused("a signature document has an attribute that could move what it refers to")
        signatures = list(root)
        if not signatures or any(item.tag != f"{{{DS}}}Signature" for item in signatures):
            raise Refused("a signature document holds something else than signatures")
        if (root.text or "").strip() or any((item.tail or "").strip() for item in root):
            raise Refused("a signature document holds text beside its signatures")
        if sum(1 for _ in root.iter(f"{{{DS}}}Signature")) != len(signatures):
            raise Refused("a signature document holds a signature inside another one")
        for signature in signatures:
            check_shape(signature)
            refuse_twice(root, signature)
    except Refused as refusal:
        return [Verification("invalid", None, None, (str(refusal),))]
    return [_signature(container, signature, trust, at) for signature in signatures]


def _signature(
    container: Container, signature: etree._Element, trust: Trust, at: datetime
) -> Verification:
    covered: list[str] = []

    def files(element: etree._Element) -> Callable[[], str]:
        covered.extend(sorted(check_files(element, container.files)))
        alone = container.files[covered[0]] if len(covered) == 1 else b""
        return lambda: hashlib.sha256(alone).hexdigest() if alone else ""

    answer = judge(signature, files, trust, at)
    if answer.verdict == "invalid":
        return answer
    answer = replace(answer, covers=tuple(covered))
    missing = sorted(container.files.keys() - set(covered))
    if not missing:
        return answer
    reason = f"the signature does not cover “{missing[0]}”"
    doubts = () if answer.verdict == "valid" else answer.reasons
    return replace(answer, verdict="indeterminate", scope="partial", reasons=(reason, *doubts))


_ARCHIVE = "the archive around the files: its manifest, order and dates"


def _left_out(container: Container, found: list[Verification]) -> tuple[str, ...]:
    """What no signature covers, or not every one."""
    parts = [part for item in found for part in item.uncovered]
    missing = [
        f"the file “{name}”, which not every signature covers"
        for name in sorted(container.files)
        if any(name not in item.covers for item in found)
    ]
    return tuple(dict.fromkeys([*missing, _ARCHIVE, *parts]))


def _together(container: Container, found: list[Verification]) -> Verification:
    worst = min(found, key=lambda item: _ORDER.index(item.verdict))
    names = list(dict.fromkeys(item.signer for item in found if item.signer))
    scopes = {item.scope for item in found}
    scope = None if None in scopes else "whole" if scopes == {"whole"} else "partial"
    reasons = dict.fromkeys(
        f"{item.signer}: {reason}" if len(found) > 1 and item.signer else reason
        for item in found
        if item.verdict == worst.verdict
        for reason in item.reasons
    )
    return replace(
        worst,
        scope=scope,
        signer=", ".join(names) or None,
        reasons=tuple(reasons),
        covers=tuple(sorted(container.files)) if scope == "whole" else (),
        uncovered=_left_out(container, found) if scope else (),
        signatures=tuple(found),
    )
