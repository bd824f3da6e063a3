"""Certificates of another organisation, and those that end before they are needed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from signing_makers import NOW, identity
from signing_office import Office

from app.domain.clock import now
from app.errors import UserError
from app.services import firm, submission
from app.services.obligations import hong_kong_today
from app.services.radar import ending_certificates
from app.services.signerentity import doubt_about, same_entity
from app.signing.keys import SoftwareKey


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Lantau Digital Exchange Limited", "LANTAU DIGITAL EXCHANGE LTD.", True),
        ("Lantau Digital Exchange Limited", "Lantau  Digital-Exchange, Ltd", True),
        ("A.B.C. Company Limited", "ABC Co. Ltd", True),
        ("Peak & Sons Limited", "Peak and Sons Ltd", True),
        ("The Peak Exchange (Hong Kong) Limited", "Peak Exchange (HK) Ltd", True),
        ("大嶼數碼交易所有限公司", "大嶼數碼交易所有限公司", True),
        ("Ｌａｎｔａｕ Ltd", "Lantau Limited", True),
        ("Lantau Digital Exchange Limited", "Lantau Digital Custody Limited", False),
        ("Lantau Digital Exchange Limited", "Lantau Digital Exchange", False),
        ("Lantau Digital Exchange Limited", "", False),
        ("", "", False),
    ],
)
def test_names_of_one_company(first: str, second: str, same: bool) -> None:
    assert same_entity(first, second) is same
    assert same_entity(second, first) is same


def key_of(organisation: str | None, person: str = "Wong", *, days: int = 365) -> SoftwareKey:
    """A key whose certificate names an organisation, or none, and ends after so many days."""
    who = identity()
    parts = [x509.NameAttribute(x509.NameOID.COMMON_NAME, person)]
    if organisation is not None:
        parts.append(x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, organisation))
    made = (
        x509.CertificateBuilder()
        .subject_name(x509.Name(parts))
        .issuer_name(who.authority.subject)
        .public_key(who.key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=days))
        .sign(who.authority_key, hashes.SHA256())
    )
    return replace(who.signer, certificate=made)


@pytest.mark.parametrize("organisation", ["Harbour Custody Limited", None])
def test_another_organisation_is_warned_of_or_refused(
    office: Office, organisation: str | None
) -> None:
    number = office.approved()
    key = key_of(organisation)
    firm.set_firm(office.boss, "certificate_entity", "refuse")
    with pytest.raises(UserError) as caught:
        submission.sign(office.boss, number, key)
    assert caught.value.code == "certificate-entity"
    assert office.state(number) == "approved"
    firm.set_firm(office.boss, "certificate_entity", "warn")
    submission.sign(office.boss, number, key)
    (doubt,) = submission.entity_doubts(office.boss, number)
    assert "names no organisation" in doubt or "Harbour Custody Limited" in doubt
    entry = next(item for item in office.history(number) if item.action == "signed")
    assert doubt in entry.detail.replace('\\"', '"')
    firm.set_firm(office.boss, "certificate_entity", "refuse")
    with pytest.raises(UserError) as caught:
        submission.add_signature(office.boss, number, key_of("Somebody else", "Lee"))
    assert caught.value.code == "certificate-entity"


def test_the_firm_s_own_certificate_raises_no_doubt(office: Office) -> None:
    firm.set_firm(office.boss, "certificate_entity", "refuse")
    number = office.approved()
    submission.sign(office.boss, number, key_of("LANTAU DIGITAL EXCHANGE LTD"))
    assert submission.entity_doubts(office.boss, number) == []
    assert doubt_about(office.boss, "Lantau Digital Exchange Ltd.") is None
    with pytest.raises(UserError) as caught:
        firm.set_firm(office.boss, "certificate_entity", "maybe")
    assert caught.value.code == "setting-refused"


@pytest.mark.parametrize(
    ("days", "step"), [(3, 7), (7, 7), (8, 30), (30, 30), (31, 60), (60, 60), (61, None)]
)
def test_a_certificate_is_told_before_it_ends(office: Office, days: int, step: int | None) -> None:
    number = office.approved()
    key = key_of("Lantau Digital Exchange Limited", days=200)
    submission.sign(office.boss, number, key)
    ends = key.certificate.not_valid_after_utc
    today = (ends + timedelta(hours=8)).date() - timedelta(days=days)
    found = ending_certificates(office.mei, today)
    assert [(item.step, item.days_left) for item in found] == ([(step, days)] if step else [])
    if found:
        assert f"ends on {found[0].ends}, in {days} days" in found[0].words()
        assert "屆滿" in found[0].words("zh-Hant")


def test_after_the_end_it_is_told_for_a_while_and_no_longer_once_it_is_renewed(
    office: Office,
) -> None:
    number = office.approved()
    old = key_of("Lantau Digital Exchange Limited", days=20)
    submission.sign(office.boss, number, old)
    after = hong_kong_today() + timedelta(days=25)
    (told,) = ending_certificates(office.mei, after)
    assert told.step == 0
    assert "ended on" in told.words()
    assert ending_certificates(office.mei, after + timedelta(days=90)) == []
    second = office.draft(period="2026-09")
    submission.send_for_review(office.mei, second)
    submission.approve(office.boss, second, "agreed")
    submission.sign(office.boss, second, key_of("Lantau Digital Exchange Limited", days=400))
    assert ending_certificates(office.mei, after) == []


def test_the_firm_s_name_and_number_can_be_corrected_and_never_taken_back(office: Office) -> None:
    firm.set_firm(office.mei, "ce", "AXC846")
    firm.set_firm(office.mei, "entity", "Lamma Digital Exchange Limited")
    assert office.mei.workspace.fact("ce") == "AXC846"
    assert office.mei.workspace.fact("entity") == "Lamma Digital Exchange Limited"
    last = office.history()[-1]
    assert (last.action, "Lantau" in last.detail) == ("setting", True)
    for name, value in (("ce", ""), ("ce", "AXC84"), ("entity", " "), ("entity", "x" * 256)):
        with pytest.raises(firm.SettingRefused):
            firm.set_firm(office.mei, name, value)
    assert firm.get_firm(office.mei, "ce").value == "AXC846"
