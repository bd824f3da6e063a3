"""Who is trusted: chains to the given anchors, their limits and their time. Doubt is never “valid”."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from signing_makers import NOW, certificate, identity, name, run, sign, verify

from app.errors import UserError
from app.services.verification import verify_file
from app.signing.trust import Trust

KEYS = [ec.generate_private_key(ec.SECP256R1()) for _ in range(4)]


def chain(
    *, path_length: int | None = None, middle_authority: bool = True, middle_days: int = 100
) -> tuple[x509.Certificate, x509.Certificate, x509.Certificate]:
    """Root, intermediate and leaf."""
    top_key, middle_key, leaf_key = KEYS[:3]
    root = certificate(
        "Root", top_key, name("Root"), top_key, authority=True, path_length=path_length
    )
    middle = certificate(
        "Middle",
        middle_key,
        root.subject,
        top_key,
        authority=middle_authority,
        end=NOW + timedelta(days=middle_days),
    )
    return root, middle, certificate("Leaf", leaf_key, middle.subject, middle_key)


def test_a_chain_of_two_leads_to_its_root() -> None:
    root, middle, leaf = chain()
    assert Trust((root,)).doubts(leaf, [middle], NOW) == []
    assert Trust((middle,)).doubts(leaf, [], NOW) == []
    assert Trust((leaf,)).doubts(leaf, [], NOW) == []  # a pinned signer
    assert "does not lead" in Trust((root,)).doubts(leaf, [], NOW)[0]


def test_without_anchors_nobody_is_known() -> None:
    result = verify_file_of(sign())
    assert (result.verdict, result.scope) == ("indeterminate", "whole")
    assert "no trust anchors" in result.reasons[0]


def verify_file_of(data: bytes, *anchors: Path):  # type: ignore[no-untyped-def]
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.xml"
        path.write_bytes(data)
        return verify_file(path, list(anchors))


def test_an_issuer_that_is_no_authority_is_not_followed() -> None:
    root, middle, leaf = chain(middle_authority=False)
    assert Trust((root,)).doubts(leaf, [middle], NOW)


def test_a_path_length_is_kept() -> None:
    root, middle, leaf = chain(path_length=0)
    assert Trust((root,)).doubts(leaf, [middle], NOW)
    root, middle, leaf = chain(path_length=1)
    assert not Trust((root,)).doubts(leaf, [middle], NOW)


@pytest.mark.parametrize("days", [-3, 400])
def test_outside_a_certificate_s_time_it_cannot_be_determined(days: int) -> None:
    result = verify(sign(), at=NOW + timedelta(days=days))
    assert result.verdict == "indeterminate"
    assert any("nothing proves when" in reason for reason in result.reasons)


def test_an_expired_issuer_is_a_doubt() -> None:
    root, middle, leaf = chain(middle_days=5)
    assert not Trust((root,)).doubts(leaf, [middle], NOW)
    (doubt,) = Trust((root,)).doubts(leaf, [middle], NOW + timedelta(days=9))
    assert "Middle" in doubt


def test_a_signature_from_the_future_is_a_doubt() -> None:
    result = verify(sign(at=NOW + timedelta(hours=3)))
    assert result.verdict == "indeterminate"
    assert "future" in result.reasons[0]


def test_a_certificate_that_may_not_sign_is_a_doubt() -> None:
    root, middle, _ = chain()
    web = certificate("Web", KEYS[3], middle.subject, KEYS[1], usage=False)
    (doubt,) = Trust((root,)).doubts(web, [middle], NOW)
    assert "key usage" in doubt


def test_an_unknown_critical_limit_is_a_doubt() -> None:
    root, middle, _ = chain()
    limit = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.4.1.99999.1"), b"\x05\x00")
    odd = certificate("Odd", KEYS[3], middle.subject, KEYS[1], extra=limit)
    (doubt,) = Trust((root,)).doubts(odd, [middle], NOW)
    assert "1.3.6.1.4.1.99999.1" in doubt


def test_an_authority_of_the_same_name_is_another_one() -> None:
    root, middle, leaf = chain()
    impostor = certificate("Root", KEYS[3], name("Root"), KEYS[3], authority=True)
    assert Trust((impostor,)).doubts(leaf, [middle, root], NOW)
    assert not Trust((impostor, root)).doubts(leaf, [middle], NOW)


def test_circles_end() -> None:
    one = certificate("One", KEYS[0], name("Two"), KEYS[1], authority=True)
    two = certificate("Two", KEYS[1], name("One"), KEYS[0], authority=True)
    assert Trust((identity().authority,)).doubts(one, [two, one], NOW)


def test_several_anchors_in_a_file_and_several_files(tmp_path: Path) -> None:
    both = tmp_path / "both.pem"
    both.write_bytes(
        b"# our two authorities\n"
        + identity("p384").authority.public_bytes(Encoding.PEM)
        + identity().authority.public_bytes(Encoding.PEM)
    )
    assert verify_file_of(sign(), both).verdict == "valid"
    assert verify_file_of(sign(who=identity("p384")), both).verdict == "valid"


@pytest.mark.parametrize("content", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_file_of_anchors_that_holds_none_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "anchors.pem"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        Trust.load([path])
    assert caught.value.code == "trust-unreadable"
    assert caught.value.file == str(path)
    with pytest.raises(UserError):
        Trust.load([tmp_path / "none.pem"])


def test_openssl_agrees_about_the_chain(tmp_path: Path) -> None:
    for number, (length, fine) in enumerate([(None, True), (0, False)]):
        root, middle, leaf = chain(path_length=length)
        paths = []
        for item, held in (("root", root), ("middle", middle), ("leaf", leaf)):
            paths.append(tmp_path / f"{number}.{item}.pem")
            paths[-1].write_bytes(held.public_bytes(Encoding.PEM))
        outside = run(
            "openssl", "verify", "-CAfile", paths[0], "-untrusted", paths[1], paths[2], check=False
        )
        assert (outside.returncode == 0) == fine
        assert (not Trust((root,)).doubts(leaf, [middle], NOW)) == fine


def test_what_cannot_be_opened_is_an_error_and_no_verdict(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.xml", "file-missing"), (tmp_path, "file-unreadable")):
        with pytest.raises(UserError) as caught:
            verify_file(path, [])
        assert caught.value.code == code


def test_unsigned_properties_are_not_believed() -> None:
    body = sign().replace(
        b"</xades:SignedProperties>",
        b"</xades:SignedProperties><xades:UnsignedProperties><xades:UnsignedSignatureProperties>"
        b"<xades:CounterSignature/></xades:UnsignedSignatureProperties>"
        b"</xades:UnsignedProperties>",
    )
    result = verify(body)
    assert (result.verdict, result.scope) == ("indeterminate", "whole")
    assert "does not check" in result.reasons[0]
