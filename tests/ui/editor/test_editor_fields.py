"""Single values: typed with keys, kept exactly, marked as they are typed, undone with Ctrl+Z."""

from editor_driver import Driver, Key
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.services import drafts
from app.ui.editor.inputs import ChoiceInput, LongInput, TextInput

Control = Qt.KeyboardModifier.ControlModifier


def test_every_kind_has_its_input(driver: Driver) -> None:
    kinds = {
        "Name": TextInput,
        "Amount": TextInput,
        "Count": TextInput,
        "Nil": ChoiceInput,
        "Day": TextInput,
        "Moment": TextInput,
        "Storage": ChoiceInput,
        "Remarks": LongInput,
    }
    for key, kind in kinds.items():
        assert type(driver.field(key).input) is kind


def test_an_amount_of_38_digits_is_kept_to_the_last_one(driver: Driver) -> None:
    exact = "12345678901234567890.123456789012345678"
    driver.type_into("Amount", exact)
    assert driver.stored("Head/Amount") == exact
    entry = driver.field("Amount").input
    assert isinstance(entry, TextInput)
    assert entry.text() == "12,345,678,901,234,567,890.123456789012345678"
    entry.setFocus()
    assert entry.text() == exact, "raw while it is edited"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.from_regex(r"\A-?(0|[1-9][0-9]{0,19})(\.[0-9]{1,18})?\Z"))
def test_what_is_typed_is_what_is_stored(driver: Driver, number: str) -> None:
    driver.type_into("Amount", number)
    assert driver.stored("Head/Amount") == number


def test_thousands_separators_are_taken_off(driver: Driver) -> None:
    driver.type_into("Amount", "1,234,567.80")
    assert driver.stored("Head/Amount") == "1234567.80"


def test_a_wrong_value_is_marked_while_it_is_typed_and_kept(driver: Driver) -> None:
    driver.type_into("Amount", "12,34", leave=False)
    frame = driver.field("Amount")
    assert frame.input.property("mark") == "blocking"
    message = frame.input.accessibleDescription()
    assert "12,34" in message
    driver.press(Key.Key_Tab)
    assert driver.stored("Head/Amount") == "12,34"
    assert frame.input.property("mark") == "blocking"
    driver.type_into("Amount", "12.34")
    assert frame.input.property("mark") == ""


def test_escape_takes_back_what_was_typed(driver: Driver) -> None:
    driver.type_into("Name", "Lantau")
    driver.type_into("Name", "Peng Chau", leave=False)
    driver.press(Key.Key_Escape)
    driver.press(Key.Key_Tab)
    assert driver.stored("Head/Name") == "Lantau"


def test_a_code_is_found_by_any_part_of_its_name(driver: Driver) -> None:
    entry = driver.field("Storage").input
    assert isinstance(entry, ChoiceInput)
    entry.setFocus(Qt.FocusReason.TabFocusReason)
    driver.keys(entry, "冷儲")
    popup = entry.completer().popup()
    assert popup.model().rowCount() == 1
    driver.qtbot.keyClick(popup, Key.Key_Down)
    driver.qtbot.keyClick(popup, Key.Key_Return)
    driver.rest()
    assert driver.stored("Head/Storage") == "COLD"


def test_a_code_that_is_none_is_kept_and_marked(driver: Driver) -> None:
    entry = driver.field("Storage").input
    driver.type_into("Storage", "LUKEWARM")
    assert driver.stored("Head/Storage") == "LUKEWARM"
    assert entry.property("mark") == "blocking"


def test_tab_stores_a_code_while_the_list_of_matches_is_open(driver: Driver) -> None:
    driver.type_into("Storage", "COLD")
    assert driver.stored("Head/Storage") == "COLD"


def test_yes_no_and_not_answered(driver: Driver) -> None:
    entry = driver.field("Nil").input
    entry.setFocus(Qt.FocusReason.TabFocusReason)
    for expected in ("true", "false"):
        driver.press(Key.Key_Down)
        driver.press(Key.Key_Tab)
        assert driver.stored("Head/Nil") == expected
        entry.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press(Key.Key_Up)
    driver.press(Key.Key_Up)
    driver.press(Key.Key_Tab)
    assert driver.stored("Head/Nil") is None


def test_the_wheel_never_changes_a_choice(driver: Driver) -> None:
    entry = driver.field("Nil").input
    entry.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(entry.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(entry, event)
    assert entry.value() is None


def test_undo_and_redo_say_what_they_did(driver: Driver) -> None:
    driver.type_into("Name", "Lantau")
    driver.type_into("Name", "Cheung Chau")
    driver.press(Key.Key_Z, Control)
    assert driver.stored("Head/Name") == "Lantau"
    assert driver.field("Name").input.value() == "Lantau"
    assert "Name of the firm" in driver.editor.notice.message.text()
    driver.press(Key.Key_Y, Control)
    assert driver.stored("Head/Name") == "Cheung Chau"


def test_another_hands_change_is_shown_and_what_is_typed_is_kept(driver: Driver) -> None:
    driver.type_into("Name", "half of a na", leave=False)
    changes = drafts.set_value(driver.desk, driver.return_id, "Head/Amount", "77.10")
    driver.context.changes.tell(changes)
    driver.rest()
    name, amount = driver.field("Name").input, driver.field("Amount").input
    assert name.hasFocus()
    assert name.value() == "half of a na"
    assert amount.value() == "77.10"


def test_tab_goes_through_the_form_in_its_order(driver: Driver) -> None:
    driver.field("Name").input.setFocus()
    seen = []
    for _ in range(8):
        widget = driver.focus()
        frame = widget.parent()
        while frame is not None and not hasattr(frame, "field"):
            frame = frame.parent()
        seen.append(frame.field.key)
        driver.qtbot.keyClick(widget, Key.Key_Tab)
    assert seen == ["Name", "Amount", "Count", "Nil", "Day", "Moment", "Storage", "Remarks"]


def test_an_optional_group_comes_and_goes(driver: Driver) -> None:
    driver.section(1)
    driver.click(driver.button("Add “Contact”"))
    driver.type_into("Mail", "co@example.hk")
    assert driver.stored("Contact/Mail") == "co@example.hk"
    driver.click(driver.button("Remove “Contact”"))
    assert driver.button("Add “Contact”").isVisible()
    driver.press(Key.Key_Z, Control)
    assert driver.stored("Contact/Mail") == "co@example.hk"
    assert driver.field("Mail").input.value() == "co@example.hk"


def test_the_panel_follows_the_focus(driver: Driver) -> None:
    driver.type_into("Name", "Lantau", leave=False)
    driver.press(Key.Key_Return)
    panel = driver.editor.panel
    assert panel.heading.text() == "Name of the firm"
    assert panel.meaning.text.text() == "As on the register."
    assert panel.citation.text.text() == "Paper 5 (law, text not found by us)"
    assert "at most 20 characters" in panel.limits.text.text()
    assert panel.origin.text.text().startswith("Typed by mei")
