"""Keys on a token: SoftHSM2 stands where a smart card or an HSM would."""

from pathlib import Path

import pytest
from signing_makers import NOW, Identity, certificate, identity, name, private_key, run
from signing_office import Office
from softhsm import PIN, Tokens, no_token

from app.errors import UserError
from app.services import submission
from app.services.certificates import describe, token_keys, token_labels
from app.services.export import export
from app.services.keysources import TokenChoice, TokenSource
from app.services.verification import verify_file
from app.signing.properties import Claims
from app.signing.tokens import open_token


@pytest.fixture
def tokens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tokens:
    """A driver with no token."""
    return no_token(tmp_path, monkeypatch)


@pytest.mark.parametrize("kind", ["rsa2048", "p256", "p384"])
def test_a_return_is_signed_with_a_key_that_stays_on_its_token(
    office: Office, tokens: Tokens, tmp_path: Path, kind: str
) -> None:
    tokens.new("praya")
    tokens.put("praya", identity(kind))
    number = office.approved()
    submission.sign_with(
        office.boss,
        number,
        TokenSource(TokenChoice(tokens.module), PIN),
        Claims(role="Responsible officer"),
    )
    trusted = identity(kind).authority_pem(tmp_path)
    for item in export(office.boss, number, tmp_path / "out", container=True)[:2]:
        found = verify_file(item.path, [trusted])
        assert (found.verdict, found.signer) == ("valid", "Chan Tai Man")
    command = ("xmlsec1", "--verify", "--trusted-pem", trusted,
               next((tmp_path / "out").glob("*.xml")))  # fmt: skip
    assert run(*command, check=False).returncode == 0


def refused(tokens: Tokens, pin: str = PIN, **labels: str) -> UserError:
    with pytest.raises(UserError) as caught, open_token(tokens.module, pin, at=NOW, **labels):
        raise AssertionError("the token opened")
    assert pin not in caught.value.message
    return caught.value


def test_each_way_to_fail_has_its_own_name(tokens: Tokens) -> None:
    assert "no token is plugged in" in refused(tokens).message
    tokens.new("one")
    assert refused(tokens).code == "token-key"
    assert refused(tokens, "999999").code == "token-pin"
    tokens.put("one", identity("p256"))
    tokens.put("one", identity("rsa2048"), "second", "02")
    assert "name one of" in refused(tokens).message
    tokens.new("two")
    assert "“one”" in refused(tokens).message
    assert refused(tokens, token="three").code == "token-missing"
    with open_token(tokens.module, PIN, at=NOW, token="one", key="second") as key:
        assert key.certificate == identity("rsa2048").certificate
        assert PIN not in repr(key)


def test_a_certificate_that_may_not_sign_is_refused_as_from_a_file(tokens: Tokens) -> None:
    key, top = private_key("p256"), identity()
    unfit = certificate("No signer", key, top.authority.subject, top.authority_key, usage=False)
    tokens.new("one")
    tokens.put("one", Identity(key, unfit, top.authority, top.authority_key))
    assert refused(tokens).code == "certificate-usage"
    assert name("No signer") == unfit.subject


def test_what_is_no_driver_is_said(tmp_path: Path) -> None:
    text = tmp_path / "driver.so"
    text.write_text("not a library")
    for module in (text, tmp_path / "missing.so"):
        with pytest.raises(UserError) as caught, open_token(module, PIN, at=NOW):
            raise AssertionError("it opened")
        assert caught.value.code == "token-module"


def test_tokens_and_keys_are_listed_and_described_before_signing(tokens: Tokens) -> None:
    assert token_labels(tokens.module) == ()
    tokens.new("one")
    tokens.put("one", identity("p256"))
    tokens.put("one", identity("rsa2048"), "second", "02")
    assert token_labels(tokens.module) == ("one",)
    choice = TokenChoice(tokens.module, "one")
    assert sorted(token_keys(choice, PIN)) == ["second", "signing"]
    words = describe(TokenSource(TokenChoice(tokens.module, "one", "second"), PIN))
    assert words.subject == "Chan Tai Man"
    assert words.method == "rsa-sha256"
    assert "digitalSignature" in words.usage
