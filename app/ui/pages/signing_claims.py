"""What a signer says beside the signature: the role, the place, and what the signature means."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.domain.identifiers import is_country
from app.signing.properties import COMMITMENTS, Claims
from app.ui.i18n import noop, tr
from app.ui.preferences import Preferences
from app.ui.widgets.basic import label, row
from app.ui.widgets.choice import Choice

ROLES = ("Responsible officer", "Manager-in-charge", "Preparer")
"""The usual roles. They go into the signature in English, whatever language the window speaks."""

_MEANINGS = {
    "approval": noop("I approve the content"),
    "creation": noop("I prepared the content"),
    "origin": noop("I prepared, approved and sent it"),
}
_CITY, _COUNTRY = "signing/city", "signing/country"


class ClaimsForm(QWidget):
    """Everything may stay empty. The place is remembered; the role and the meaning are not."""

    def __init__(self) -> None:
        super().__init__()
        self.role = Choice()
        self.role.setEditable(True)
        self.role.addItems(["", *ROLES])
        self.meaning = Choice()
        self.meaning.addItem("", None)
        for name in COMMITMENTS:
            self.meaning.addItem("", name)
        remembered = Preferences()
        self.city = QLineEdit(remembered.text(_CITY))
        self.country = QLineEdit(remembered.text(_COUNTRY))
        self.country.setMaxLength(2)
        self.country.setMaximumWidth(56)
        self._labels = {name: label() for name in ("role", "place", "meaning")}
        place = QWidget()
        place.setLayout(row(self.city, self.country))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for name, widget in (("role", self.role), ("place", place), ("meaning", self.meaning)):
            form.addRow(self._labels[name], widget)
        self._labels["role"].setBuddy(self.role)
        self._labels["place"].setBuddy(self.city)
        self._labels["meaning"].setBuddy(self.meaning)
        self.retranslate()

    def retranslate(self) -> None:
        """Texts."""
        self._labels["role"].setText(tr("Role"))
        self._labels["place"].setText(tr("Place"))
        self._labels["meaning"].setText(tr("Meaning"))
        self.role.setAccessibleName(tr("Role of the signer"))
        self.city.setAccessibleName(tr("City where it is signed"))
        self.city.setPlaceholderText(tr("City"))
        self.country.setAccessibleName(tr("Country where it is signed, two letters"))
        self.country.setPlaceholderText("HK")
        self.meaning.setAccessibleName(tr("What the signature means"))
        self.meaning.setItemText(0, tr("Not said"))
        for number, name in enumerate(COMMITMENTS, 1):
            self.meaning.setItemText(number, tr(_MEANINGS[name]))

    @property
    def problem(self) -> str:
        """Why these words cannot go into a signature; empty when they can."""
        country = self.country.text().strip().upper()
        if country and not is_country(country):
            return tr("The country is a code of two letters, such as HK.")
        return ""

    def claims(self) -> Claims:
        """What is said."""
        return Claims(
            self.role.currentText().strip() or None,
            self.city.text().strip() or None,
            self.country.text().strip().upper() or None,
            self.meaning.currentData(),
        )

    def remember(self) -> None:
        """Keep the place for the next time."""
        remembered = Preferences()
        remembered.remember(_CITY, self.city.text().strip())
        remembered.remember(_COUNTRY, self.country.text().strip().upper())

    def clear(self) -> None:
        """The next signer says for himself."""
        self.role.setCurrentIndex(0)
        self.meaning.setCurrentIndex(0)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
