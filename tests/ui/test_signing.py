"""The signature page: a token, a role, a second person's signature, and the container with both."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from signing_makers import NOW, Identity, identity
from softhsm import PIN, Tokens, no_token
from time_authority import make_authority
from ui_driver import rest

from app.domain.clock import now
from app.services import submission
from app.services.checks import check_return
from app.services.desk import Desk
from app.services.drafts import set_value
from app.services.returns import new_return
from app.signing.authority import make_demo_signer
from app.ui.main_window import MainWindow
from app.ui.pages.return_page import ReturnPage
from app.ui.pages.stamping import EvidenceDialog, StampDialog


@dataclass
class Signing:
    """An approved return on its signature page."""

    window: MainWindow
    page: ReturnPage
    qtbot: QtBot
    number: str

    def rest(self) -> None:
        rest(self.window, self.qtbot)

    def press(self, button: QPushButton) -> None:
        assert button.isEnabled(), button.toolTip()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def take_seat(self, name: str) -> None:
        """As the settings do it."""
        self.window.context.desk = Desk(self.window.context.desk.workspace, name)
        self.rest()


@pytest.fixture
def signing(window: MainWindow, ledger: Desk, qtbot: QtBot) -> Signing:
    number = new_return(ledger, "LEDGER", "2026-10").id
    set_value(ledger, number, "Head/Name", "October")
    set_value(ledger, number, "Head/Total", "12.5")
    assert check_return(ledger, number).valid
    submission.send_for_review(ledger, number)
    submission.approve(Desk(ledger.workspace, "Chan"), number)
    window.open_return(number)
    rest(window, qtbot)
    page = window.return_page
    assert page is not None
    page.show_view("sign")
    rest(window, qtbot)
    return Signing(window, page, qtbot, number)


def test_a_token_signs_in_a_role_and_another_person_joins(
    signing: Signing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens: Tokens = no_token(tmp_path, monkeypatch)
    tokens.new("praya")
    tokens.put("praya", identity("p256"))
    tokens.put("praya", identity("rsa2048"), "second", "02")
    view = signing.page.signature
    assert not view.sign_button.isEnabled()
    assert "show its certificate" in view.sign_button.toolTip()
    assert not view.add.isVisible()

    view.key.source.setFocus()
    signing.qtbot.keyClick(view.key.source, Qt.Key.Key_Down)
    view.key.use_driver(tokens.module)
    signing.rest()
    assert not view.key.token.isVisible()  # there is one alone
    signing.qtbot.keyClicks(view.key.password, "999999")
    signing.press(view.key.open_key)
    assert view.notice.tone == "blocking"
    view.key.password.clear()
    signing.qtbot.keyClicks(view.key.password, PIN)
    signing.press(view.key.open_key)
    assert view.key.key.isVisible()
    assert {view.key.key.itemText(n) for n in range(2)} == {"signing", "second"}
    assert "Key usage: digital signature" in view.key.who.text()
    assert "but the returns are those of" in view.doubt.text()
    assert view.doubt.isVisible()
    assert len(view.digest_words.text().split()) == 8

    view.claims.role.setCurrentText("Responsible officer")
    signing.qtbot.keyClicks(view.claims.country, "zz")
    assert "two letters" in view.sign_button.toolTip()
    view.claims.country.clear()
    signing.qtbot.keyClicks(view.claims.city, "Hong Kong")
    signing.qtbot.keyClicks(view.claims.country, "hk")
    view.claims.meaning.setCurrentIndex(1)
    signing.press(view.sign_button)
    assert "Chan Tai Man, Responsible officer" in view.signatures.text()
    assert "Hong Kong" in view.verdict.text.text()
    assert "the signer approved the content" in view.verdict.text.text()
    assert view.key.password.text() == ""
    assert not view.beside.isVisible()
    assert not view.container.isChecked()

    second = make_demo_signer("Lantau", "Wong Mei", "secret", at=now())
    (tmp_path / "second.p12").write_bytes(second.p12)
    signing.take_seat("Wong")
    signing.press(view.add)
    assert view.sign_button.text() == "Add this signature"
    view.key.source.setCurrentIndex(0)
    view.key.use_file(tmp_path / "second.p12")
    signing.qtbot.keyClicks(view.key.password, "secret")
    signing.press(view.key.open_key)
    assert "Organisation" in view.key.who.text()
    view.claims.role.setCurrentText("Manager-in-charge")
    signing.press(view.sign_button)
    assert "Wong Mei, Manager-in-charge" in view.signatures.text()
    assert "at the seat of Wong" in view.signatures.text()
    assert view.beside.isVisible()
    assert "Signature 2" in view.beside.text.text()
    assert view.container.isChecked()

    view.cover.setChecked(True)
    signing.press(view.export)
    answer(signing, tmp_path / "out")
    (packed,) = (tmp_path / "out").glob("*.asice")
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 2
    (cover,) = (tmp_path / "out").glob("*.cover.txt")
    assert view.digest_words.text() in " ".join(cover.read_text(encoding="utf-8").split())
    said = signing.page.notice
    assert packed.name in said.message.text()
    assert said.link.text() == "Open folder"


def test_a_key_that_signed_already_is_refused_and_the_page_stays_usable(
    signing: Signing, tmp_path: Path
) -> None:
    signer = make_demo_signer("Lantau", "Chan Tai Man", "secret", at=now())
    (tmp_path / "key.p12").write_bytes(signer.p12)
    view = signing.page.signature
    for button in (view.sign_button, view.add):
        if button is view.add:
            signing.press(button)
        view.key.use_file(tmp_path / "key.p12")
        signing.qtbot.keyClicks(view.key.password, "secret")
        signing.press(view.key.open_key)
        signing.press(view.sign_button)
    assert view.notice.tone == "blocking"
    assert "signed the return already" in view.notice.message.text()
    assert view.sign_button.isEnabled()


def answer(signing: Signing, path: Path) -> None:
    """Answer the file dialog that is open."""
    dialog = next(d for d in signing.window.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    signing.rest()


def test_any_file_is_verified_stamped_and_kept_with_evidence(
    signing: Signing, ledger: Desk, tmp_path: Path
) -> None:
    authority = make_authority(tmp_path / "tsa")
    submission.sign(Desk(ledger.workspace, "Chan"), signing.number, identity().signer)
    files = submission.export(ledger, signing.number, tmp_path / "out", container=True)
    packed = next(item.path for item in files if item.kind == "container")
    signing.window.show_page("submissions")
    signing.rest()
    page = signing.window.submissions
    assert not page.stamp.isEnabled()
    assert not page.remove_trust.isEnabled()
    page.verify(packed)
    signing.rest()
    assert page.verdict.word.text() == "Cannot be determined"
    assert "Not covered: the archive" in page.verdict.text.text()
    page.trust_file(identity().authority_pem(tmp_path))
    page.trust_file(authority.pem)
    signing.rest()
    assert page.trust.count() == 2
    assert page.verdict.word.text() == "Valid"
    assert "No trusted time-stamp" in page.verdict.text.text()

    signing.press(page.stamp)
    (dialog,) = page.findChildren(StampDialog)
    assert not dialog.ask.isEnabled()
    signing.press(dialog.save)
    answer(signing, tmp_path / "q.tsq")
    (tmp_path / "a.tsr").write_bytes(authority.answer((tmp_path / "q.tsq").read_bytes()))
    signing.press(dialog.take)
    answer(signing, tmp_path / "a.tsr")
    stamped = tmp_path / "return-stamped.asice"
    answer(signing, stamped)
    assert page.file == stamped
    assert "proves that it existed at" in page.verdict.text.text()
    assert page.notice.tone == "done"

    signing.press(page.evidence)
    (more,) = page.findChildren(EvidenceDialog)
    assert not more.keep.isEnabled()
    signing.qtbot.wait(1100)  # only a list that is newer than the time-stamp proves anything
    more.use("crl", empty_list(identity(), tmp_path))
    signing.press(more.keep)
    answer(signing, tmp_path / "return-evidence.asice")
    assert "Evidence shows that nothing was revoked until" in page.verdict.text.text()

    page.trust.setCurrentRow(1)
    signing.press(page.remove_trust)
    assert page.trust.count() == 1
    assert "No trusted time-stamp" in page.verdict.text.text()


def test_the_server_of_an_authority_is_asked(
    signing: Signing, ledger: Desk, tmp_path: Path
) -> None:
    authority = make_authority(tmp_path / "tsa")
    submission.sign(Desk(ledger.workspace, "Chan"), signing.number, identity().signer)
    file = submission.export(ledger, signing.number, tmp_path / "out")[0].path
    signing.window.show_page("submissions")
    page = signing.window.submissions
    page.trust_file(authority.pem)
    page.verify(file)
    signing.rest()
    with authority.server() as url:
        signing.press(page.stamp)
        (dialog,) = page.findChildren(StampDialog)
        dialog.server.clear()
        signing.qtbot.keyClicks(dialog.server, url)
        signing.press(dialog.ask)
        answer(signing, tmp_path / "stamped.xml")
    assert "proves that it existed at" in page.verdict.text.text()


def empty_list(who: Identity, folder: Path) -> Path:
    """A revocation list of the signer's issuer that names nobody."""
    made = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(who.authority.subject)
        .last_update(now())
        .next_update(NOW + timedelta(days=7))
        .sign(who.authority_key, hashes.SHA256())
    )
    file = folder / "list.crl"
    file.write_bytes(made.public_bytes(Encoding.DER))
    return file
