"""Who signs with what: a key file or a token, opened once to show its certificate, then to sign."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services import submission
from app.services.apart import carry_out, heavy_return
from app.services.certificates import (
    CertificateWords,
    StoredKey,
    describe,
    stored_keys,
    token_keys,
    token_labels,
)
from app.services.desk import Desk
from app.services.keysources import KeyFile, KeySource, StoreSource, TokenChoice, TokenSource
from app.signing.properties import Claims
from app.signing.systemstore import available
from app.ui.i18n import tr
from app.ui.preferences import Preferences
from app.ui.widgets.ask import ask_file
from app.ui.widgets.basic import Button, label, row
from app.ui.widgets.choice import Choice
from app.ui.words import moment_words

_DRIVER = "signing/driver"
FILE, TOKEN, STORE = "file", "token", "store"
Read = Callable[[Callable[[], Any], Callable[[Any], None]], None]


@dataclass(frozen=True, slots=True)
class Hand:
    """A key that was chosen, with what opens it; kept no longer than one signing takes."""

    source: KeySource

    def describe(self) -> CertificateWords:
        """The certificate in words."""
        return describe(self.source)

    def sign(
        self, desk: Desk, return_id: str, claims: Claims, *, join: bool, shown: str = ""
    ) -> Changes:
        """Sign what was shown (its digest as hex), or join the signatures of a signed return."""
        heavy = heavy_return(desk, return_id)
        if join:
            make = submission.add_signature_with
            return carry_out(heavy, desk, make, return_id, self.source, claims)
        return carry_out(heavy, desk, submission.sign_with, return_id, self.source, claims, shown)


class KeyChoice(QWidget):
    """Asks for the key. `read` runs on the worker; errors appear on the page.

    Signals:
        changed(): another key, or another word that opens it; its certificate is not shown any more.
        shown(): the certificate was read (`certificate`).
    """

    changed = Signal()
    shown = Signal()

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read
        self.file: Path | None = None
        self.driver: Path | None = None
        self.certificate: CertificateWords | None = None
        self.source = Choice()
        self.source.addItem("", FILE)
        self.source.addItem("", TOKEN)
        if available():
            self.source.addItem("", STORE)
        self.choose = Button("", "key", clicked=self.ask)
        self.token = Choice()
        self.key = Choice()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.open_key = Button("", clicked=self.open)
        self.who = label(wrap=True)
        self.who.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for widget in (self.source, self.choose, self.token):
            box.addWidget(widget)
        box.addLayout(row(self.password, self.open_key))
        box.addWidget(self.key)
        box.addWidget(self.who)
        self.source.currentIndexChanged.connect(self._another_source)
        self.token.currentIndexChanged.connect(self._another_token)
        self.key.activated.connect(self._another_key)
        self.password.returnPressed.connect(self.open)
        self.password.textChanged.connect(self._typed)
        remembered = Preferences().text(_DRIVER)
        self._known = Path(remembered) if remembered and Path(remembered).is_file() else None
        self.retranslate()
        self._look()

    @property
    def hand(self) -> Hand | None:
        """The key as it is chosen now; None while something is missing."""
        source = self._chosen()
        return Hand(source) if source else None

    def _chosen(self) -> KeySource | None:
        secret = self.password.text()
        if self._where == FILE:
            return KeyFile(self.file, secret) if self.file else None
        if self._where == STORE:
            mark = self.key.currentData()
            return StoreSource(str(mark)) if mark else None
        if self.driver is None or not self.token.count():
            return None
        choice = TokenChoice(self.driver, self.token.currentText(), self.key.currentText() or None)
        return TokenSource(choice, secret)

    @property
    def _where(self) -> str:
        return str(self.source.currentData())

    def retranslate(self) -> None:
        """Texts."""
        self.source.setItemText(0, tr("Key file"))
        self.source.setItemText(1, tr("Token or smart card"))
        if self.source.count() > 2:
            self.source.setItemText(2, tr("This computer's own keys"))
        self.source.setAccessibleName(tr("Where the key is"))
        self.token.setAccessibleName(tr("Token"))
        self.key.setAccessibleName(tr("Which key"))
        self.open_key.setText(tr("Show certificate"))
        self._name()
        self._say()

    def _name(self) -> None:
        secret = ""
        if self._where == FILE:
            self.choose.setText(self.file.name if self.file else tr("Choose a key file (.p12)…"))
            secret = tr("Password of the key file")
        elif self._where == TOKEN:
            driver = self.driver
            self.choose.setText(driver.name if driver else tr("Choose the token's driver…"))
            self.choose.setToolTip(str(driver or ""))
            secret = tr("PIN of the token")
        self.password.setPlaceholderText(secret)
        self.password.setAccessibleName(secret)

    def _look(self) -> None:
        where, keys = self._where, self.key.count()
        self.token.setVisible(where == TOKEN and self.token.count() > 1)
        self.key.setVisible((where == TOKEN and keys > 1) or (where == STORE and keys > 0))
        self.choose.setVisible(where != STORE)
        self.password.setVisible(where != STORE)
        ready = {FILE: self.file is not None, TOKEN: self.token.count() > 0, STORE: keys > 0}[where]
        self.open_key.setEnabled(ready and (where == STORE or bool(self.password.text())))
        self.who.setVisible(self.certificate is not None)

    def _say(self) -> None:
        if self.certificate is not None:
            self.who.setText(certificate_text(self.certificate))
        self._look()

    # The key

    def _another_source(self) -> None:
        self.password.clear()
        self.key.clear()
        self._forget()
        self._name()
        if self._where == TOKEN and self.driver is None and self._known is not None:
            self.use_driver(self._known)
        elif self._where == STORE:
            self._read(stored_keys, self._stored)

    def _stored(self, found: tuple[StoredKey, ...]) -> None:
        """The keys of the system's store, each by whose it is and until when."""
        self.key.clear()
        for item in found:
            until = tr("{name}, until {day}").format(
                name=item.subject, day=moment_words(item.valid_to)
            )
            self.key.addItem(until, item.fingerprint)
        self._forget()

    def ask(self) -> None:
        """Ask for the key file or the token's driver."""
        if self._where == FILE:
            kinds = tr("Key files (*.p12 *.pfx);;All files (*)")
            ask_file(self, tr("Key file"), kinds, self.use_file)
        else:
            kinds = tr("Drivers (*.so *.dll *.dylib);;All files (*)")
            ask_file(self, tr("Driver of the token (PKCS#11)"), kinds, self.use_driver)

    def use_file(self, file: Path) -> None:
        """The key file to sign with."""
        self.file = file
        self._forget()
        self._name()
        self.password.setFocus()

    def use_driver(self, driver: Path) -> None:
        """The driver of the token; remembered as soon as it sees one."""
        self._read(lambda: token_labels(driver), lambda labels: self._plugged(driver, labels))

    def _plugged(self, driver: Path, labels: tuple[str, ...]) -> None:
        self.driver = driver
        Preferences().remember(_DRIVER, str(driver))
        self.token.clear()
        self.token.addItems(list(labels))
        self._forget()
        self._name()
        self.choose.setText(f"{driver.name} · {', '.join(labels) or tr('no token is plugged in')}")
        self.password.setFocus()

    def _another_token(self) -> None:
        self.key.clear()
        self._forget()

    def _another_key(self) -> None:
        self._forget()
        self.open()

    def _typed(self) -> None:
        if self.certificate is not None:
            self._forget()
        self._look()

    def _forget(self) -> None:
        self.certificate = None
        self._look()
        self.changed.emit()

    def open(self) -> None:
        """Show the certificate of the key; on a token with several, the list of its keys first."""
        hand = self.hand
        if hand is None:
            self.ask()
            return
        source = hand.source
        if isinstance(source, TokenSource) and source.choice.key is None:
            self._read(lambda: token_keys(source.choice, source.pin), self._keys)
            return
        self._read(hand.describe, self._certificate)

    def _keys(self, labels: tuple[str, ...]) -> None:
        self.key.clear()
        if len(labels) > 1:
            self.key.addItems(list(labels))
            self._look()
        hand = self.hand
        if hand is not None:
            self._read(hand.describe, self._certificate)

    def _certificate(self, found: CertificateWords) -> None:
        self.certificate = found
        self._say()
        self.shown.emit()

    def clear(self) -> None:
        """Forget the password or PIN and what it opened."""
        self.password.clear()
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def certificate_text(found: CertificateWords) -> str:
    """A certificate in words."""
    lines = [found.subject]
    if found.organisation:
        lines.append(tr("Organisation {name}").format(name=found.organisation))
    lines += [
        tr("Issued by {issuer}").format(issuer=found.issuer),
        tr("Valid from {start} to {end}").format(
            start=moment_words(found.valid_from), end=moment_words(found.valid_to)
        ),
        tr("Key usage: {usage}").format(usage=_usage(found)),
        tr("Serial number {number}").format(number=found.serial),
        tr("Signature method {method}").format(method=found.method),
    ]
    if found.seldom_read:
        lines.append(
            tr("Some programs in wide use, such as xmlsec1 before 1.3, cannot read this method.")
        )
    return "\n".join(lines)


def _usage(found: CertificateWords) -> str:
    words = {
        "digitalSignature": tr("digital signature"),
        "nonRepudiation": tr("non-repudiation"),
    }
    return ", ".join(words.get(item, item) for item in found.usage) or tr("not limited")
