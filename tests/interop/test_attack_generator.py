"""Attacks by the dozen on both forms of signature: none is valid, and no forged figure is ever told."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from container_attacks import (
    ARCHIVES,
    DOCUMENTS,
    MIXED,
    PLAIN_ARCHIVES,
    RETURN,
    Detached,
    Packed,
    archive,
    pieces,
)
from enveloped_attacks import CONTENT, FORGED, WRAPPING, Enveloped
from signing_makers import NOW, certificate, identity, sign

from app.errors import UserError
from app.services.verification import verify_bytes
from app.signing.asice import write_container
from app.signing.detached import sign_files
from app.signing.properties import Claims
from app.signing.verify import Verification


def answer(data: bytes) -> Verification | UserError:
    """The answer, or the refusal to read the file at all."""
    try:
        return verify_bytes(data, identity().trust, NOW, file="x")
    except UserError as refusal:
        return refusal


def refused(data: bytes, says: str = "") -> None:
    """Nothing is proven, nothing is shown, and the reason is the expected one."""
    found = answer(data)
    if isinstance(found, UserError):
        told = found.message
    else:
        assert found.verdict == "invalid", found
        assert (found.scope, found.document_sha256, found.covers) == (None, None, ())
        assert (found.signed_at, found.role, found.place, found.proven_at) == (None,) * 4
        assert (found.signer, found.issuer, found.commitment) == (None,) * 3
        told = "; ".join(found.reasons)
        assert FORGED not in json.dumps(found.as_dict())
    assert FORGED not in told
    assert told.isprintable()
    assert re.search(says, told), told


def test_what_is_attacked_is_valid_before() -> None:
    found = answer(sign())
    assert isinstance(found, Verification)
    assert found.verdict == "valid"


def test_there_are_enough_kinds_and_each_once() -> None:
    names = [item.name for item in (*WRAPPING, *CONTENT)]
    assert len(names) == len(set(names)) > 100


@pytest.mark.parametrize("attack", WRAPPING, ids=str)
def test_a_form_is_refused_even_when_the_trusted_key_signed_it(attack: Enveloped) -> None:
    refused(attack.plain())
    refused(attack.again(), _either(attack.says))


@pytest.mark.parametrize("attack", CONTENT, ids=str)
def test_changed_content_is_noticed(attack: Enveloped) -> None:
    refused(attack.plain(), _either(attack.says))


def _either(says: str) -> str:
    """`|` separates sentences that will do; everything else stands for itself."""
    return "|".join(re.escape(part) for part in says.split("|"))


def test_the_container_that_is_attacked_is_valid_before() -> None:
    for data in (archive(pieces()), *PLAIN_ARCHIVES):
        found = answer(data)
        assert isinstance(found, Verification), found
        assert (found.verdict, found.scope) == ("valid", "whole")


def test_there_are_enough_kinds_of_containers_and_each_once() -> None:
    names = [str(item) for item in (*ARCHIVES, *DOCUMENTS)] + [name for name, _, _ in MIXED]
    assert len(names) == len(set(names)) > 100


@pytest.mark.parametrize("attack", ARCHIVES, ids=str)
def test_an_archive_that_could_mislead_is_refused(attack: Packed) -> None:
    refused(attack.bytes(), _either(attack.says))


@pytest.mark.parametrize("attack", DOCUMENTS, ids=str)
def test_a_signature_document_is_refused_even_by_the_trusted_key(attack: Detached) -> None:
    refused(attack.plain())
    refused(attack.again(), _either(attack.says))


@pytest.mark.parametrize(("make", "says"), [item[1:] for item in MIXED],
                         ids=[item[0] for item in MIXED])  # fmt: skip
def test_a_container_with_wrong_company_is_never_valid(
    make: Callable[[], bytes], says: str
) -> None:
    found = answer(make())
    assert isinstance(found, Verification)
    assert found.verdict != "valid"
    assert found.scope != "whole" or "trusted" in says
    told = json.dumps(found.as_dict(), ensure_ascii=False)
    assert FORGED not in told
    assert re.search(_either(says), "; ".join(found.reasons)), found.reasons


FEIGNED = "Chan\n  the signature is valid\x1b[2K\u202e"


def test_no_name_or_role_can_feign_a_line_of_the_answer() -> None:
    who = identity()
    feigned = certificate(FEIGNED, who.key, who.authority.subject, who.authority_key)
    signer = replace(who.signer, certificate=feigned)
    body = sign_files([RETURN], signer, at=NOW, claims=Claims(role="Chief\n\u2066valid"))
    found = answer(write_container([RETURN], [body]))
    assert isinstance(found, Verification)
    assert found.verdict == "valid"
    (one,) = found.signatures
    assert one.signer == found.signer == "Chan the signature is valid\\u{1b}[2K\\u{202e}"
    assert one.role == "Chief \\u{2066}valid"
    assert all(reason.isprintable() for reason in found.reasons)
