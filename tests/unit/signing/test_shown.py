"""What is shown is read from the bytes that will be signed, and an approval holds for them alone."""

import hashlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from signing_makers import identity, small_pack
from signing_office import Office

from app.domain.pack import Pack
from app.domain.states import State
from app.errors import UserError
from app.services import drafts, packs, returns, review, signatures, submission
from app.services.digestwords import digest_groups, digest_words, require_shown
from app.services.documents import document
from app.services.rendering import render

VECTORS = {
    # https://github.com/trezor/python-mnemonic/blob/master/vectors.json
    "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c": "hamster diagram private"
    " dutch cause delay private meat",
    "80" * 32: "letter advice cage absurd amount doctor acoustic avoid",
    "00" * 32: "abandon " * 8,
    "ff" * 32: "zoo " * 8,
    "9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863": "panda eyebrow bullet gorilla"
    " call smoke muffin taste",
}


@pytest.mark.parametrize("digest", VECTORS)
def test_the_words_are_those_of_bip_39(digest: str) -> None:
    assert digest_words(digest) == tuple(VECTORS[digest].split())
    assert "".join(digest_groups(digest)) == digest
    assert {len(group) for group in digest_groups(digest)} == {8}


@pytest.mark.parametrize(
    "spell",
    [
        lambda d: d,
        str.upper,
        lambda d: " ".join(digest_groups(d)),
        lambda d: ":".join(digest_groups(d)),
        lambda d: " ".join(digest_words(d)),
        lambda d: "  " + "\n".join(digest_words(d)).title(),
    ],
)
def test_an_approval_takes_the_digest_as_it_is_shown(
    office: Office, spell: Callable[[str], str]
) -> None:
    number = office.draft()
    review.send_for_review(office.mei, number)
    digest = render(office.boss, number, "en").digest
    review.approve(office.boss, number, shown=spell(digest))
    assert office.state(number) == "approved"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d[:-1] + ("0" if d[-1] != "0" else "1"),
        lambda d: d[:32],
        lambda d: " ".join(digest_words(d)[:7]),
        lambda d: " ".join(reversed(digest_words(d))),
        lambda d: " ".join([*digest_words(d), "zoo"]),
        lambda _: "no words of ours",
    ],
)
def test_an_approval_of_something_else_is_refused(
    office: Office, spoil: Callable[[str], str]
) -> None:
    number = office.draft()
    review.send_for_review(office.mei, number)
    digest = render(office.boss, number, "en").digest
    with pytest.raises(UserError) as caught:
        review.approve(office.boss, number, shown=spoil(digest))
    assert caught.value.code == "digest-differs"
    assert office.state(number) == "in-review"


def test_what_changed_after_it_was_shown_is_not_approved(office: Office) -> None:
    number = office.draft()
    digest = render(office.boss, number, "en").digest
    drafts.set_value(office.mei, number, "Rows/Row[1]/Amount", "980.01")
    review.send_for_review(office.mei, number)
    with pytest.raises(UserError, match="look at it again"):
        review.approve(office.boss, number, shown=digest)


TEXTS = (
    "<Amount>1</Amount>",
    "&amp; &#65;",
    'a "quoted" name',
    "臺灣\u3000空白",
    "two\nlines",
    "]]>",
)


def test_the_page_shows_what_the_bytes_hold(office: Office) -> None:
    number = office.draft()
    for place, text in enumerate(TEXTS, 3):
        drafts.add_row(office.mei, number, "Rows/Row")
        drafts.set_value(office.mei, number, f"Rows/Row[{place}]/Label", text)
        drafts.set_value(office.mei, number, f"Rows/Row[{place}]/Amount", f"{place}.50")
    shown = render(office.boss, number, "en")
    (sheet,) = (sheet for part in shown.parts for sheet in part.sheets)
    assert [row[0] for row in sheet.rows] == ["Wallet 1", "Wallet 2", *TEXTS]
    with office.mei.workspace.read() as connection:
        record = returns.get_return(office.mei, number)
        body = document(connection, packs.get_pack(office.mei, record.pack_id), record)
    canonical = body.partition(b"?>\n")[2]
    assert shown.digest == hashlib.sha256(canonical).hexdigest()
    assert render(office.boss, number, "en", limit=1).parts != shown.parts


def test_only_the_first_rows_are_shown_and_all_are_counted(office: Office) -> None:
    shown = render(office.boss, office.draft(), "en", limit=1)
    (sheet,) = (sheet for part in shown.parts for sheet in part.sheets)
    assert (len(sheet.rows), sheet.total) == (1, 2)


def _changed(pack: Pack, kind: str) -> Pack:
    """A pack as it would be with another file in its schema, its form or its manifest."""
    name = {"schema": "tst-1.0.xsd", "form": "form/form.toml", "pack": "pack.toml"}[kind]
    before = small_pack()
    after = {**before, name: before.get(name, b"") + b"\n# changed\n"}
    assert packs.pack_digest(after) != packs.pack_digest(before) == pack.digest
    return replace(pack, digest=packs.pack_digest(after))


@pytest.mark.parametrize("kind", ["schema", "form", "pack"])
def test_signing_refuses_when_the_pack_differs_in_any_part(
    office: Office, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    number = office.approved()
    genuine = packs.get_pack
    monkeypatch.setattr(signatures, "get_pack", lambda d, i: _changed(genuine(d, i), kind))
    with pytest.raises(UserError) as caught:
        submission.sign(office.boss, number, identity().signer)
    assert caught.value.code == "approval-stale"
    assert returns.get_return(office.mei, number).state is State.APPROVED


def test_words_in_another_case_or_place_are_told_apart() -> None:
    digest = "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c"
    require_shown(digest, "HAMSTER diagram private dutch cause delay private meat")
    with pytest.raises(UserError):
        require_shown(digest, "diagram hamster private dutch cause delay private meat")
