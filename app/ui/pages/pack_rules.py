"""The rules and thresholds of a pack as tables: what is asked for, by whom, and how sure that is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.finding import Severity
from app.domain.languages import in_language
from app.domain.pack import Pack
from app.domain.rule import Parameter, Rule
from app.domain.rulestatus import ACTIVE, EXPLAIN, OFF, RuleStatus
from app.services.obligations import hong_kong_today
from app.ui.context import Context
from app.ui.i18n import noop, ntr, tr
from app.ui.icons import SEVERITY_ICONS, SEVERITY_TOKENS
from app.ui.models.records import Column
from app.ui.widgets.basic import column, label, row
from app.ui.widgets.table import RecordsTable
from app.ui.widgets.whole import KeepWhole
from app.ui.words import certainty_word, day_words, severity_word

_STATES = {
    ACTIVE: noop("active"),
    OFF: noop("switched off"),
    EXPLAIN: noop("explanation only"),
}
_SIGNS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥"}


class RulesList(QWidget):
    """The rules of one pack; the chosen one in full below."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._schema_words: dict[str, str] = {}
        self.search = QLineEdit()
        self.search.setProperty("searches", "page")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(280)
        self.count = label(role="muted")
        self.table = RecordsTable(self._columns())
        self.detail = label(wrap=True)
        self.detail.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        layout = column(spacing=8)
        layout.addLayout(row(self.search, self.count, None))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        self.table.setMinimumHeight(112)
        self.setLayout(layout)
        KeepWhole(self)
        self.search.textChanged.connect(self._filter)
        self.table.selected.connect(self._choose)

    def retranslate(self) -> None:
        """Texts."""
        self.search.setPlaceholderText(tr("Search rule, formula, source"))
        self.search.setAccessibleName(tr("Search rules"))
        self.table.setAccessibleName(tr("Rules of the pack"))
        self.detail.setAccessibleName(tr("The chosen rule in full"))
        self._choose(self.table.current())

    def show_pack(self, pack: Pack) -> None:
        """List the rules of a pack."""
        language = self._context.language
        self._schema_words = {
            path: node.label(language) for path, node in pack.schema.nodes.items()
        }
        self.table.records.set_records(sorted(pack.rules, key=lambda item: (item.id, item.part)))
        today = hong_kong_today()
        off = sum(1 for rule in pack.rules if rule.status_on(today).state == OFF)
        words = ntr("{n} rule", "{n} rules", len(pack.rules))
        if off:
            words += " · " + ntr("{n} switched off", "{n} switched off", off)
        self.count.setText(words)
        if pack.rules:
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        self._choose(self.table.current())

    def _filter(self) -> None:
        self.table.proxy.show_only(self.search.text())
        if not self.table.currentIndex().isValid() and self.table.proxy.rowCount():
            self.table.setCurrentIndex(self.table.proxy.index(0, 0))

    def _choose(self, rule: object) -> None:
        self.detail.setVisible(isinstance(rule, Rule))
        if isinstance(rule, Rule):
            self.detail.setText("\n".join(self._lines(rule)))

    def _lines(self, rule: Rule) -> list[str]:
        language = self._context.language
        lines = [in_language(rule.messages, language)]
        lines.append(tr("Looks at: {what}").format(what=self._where(rule)))
        lines.append(tr("Formula: {formula}").format(formula=formula(rule)))
        lines += [f"    ${name} = {text}" for name, text in rule.let.items()]
        sure = certainty_word(rule.certainty)
        lines.append(tr("Source: {source}").format(source=f"{rule.citation} ({sure})"))
        lines += [self._status(item) for item in rule.history]
        return [line for line in lines if line]

    def _status(self, item: RuleStatus) -> str:
        """One entry of the rule's history."""
        words = tr(_STATES[item.state])
        if item.start != date.min:
            words = tr("{state} from {date}").format(state=words, date=day_words(item.start))
        why = (item.reason(self._context.language), item.source)
        return tr("Status: {status}").format(
            status=" · ".join(part for part in (words, *why) if part)
        )

    def _where(self, rule: Rule) -> str:
        return self._schema_words.get(rule.scope) or tr("The whole return")

    def _columns(self) -> list[Column]:
        return [
            Column(
                noop("Rule"),
                lambda rule: f"{rule.id} · {rule.part}" if rule.part else rule.id,
                width=145,
            ),
            Column(
                noop("Severity"),
                lambda rule: severity_word(rule.severity),
                sort=lambda rule: list(Severity).index(rule.severity),
                icon=lambda rule: (SEVERITY_ICONS[rule.severity], SEVERITY_TOKENS[rule.severity]),
                width=155,
            ),
            Column(noop("Formula"), formula),
            Column(noop("Source"), lambda rule: rule.citation, width=190),
            Column(noop("Certainty"), lambda rule: certainty_word(rule.certainty), width=165),
            Column(
                noop("Status"),
                lambda rule: status_words(rule, hong_kong_today()),
                hint=lambda rule: (
                    rule.status_on(hong_kong_today()).reason(self._context.language)
                    or status_words(rule, hong_kong_today())
                ),
                width=90,
            ),
        ]


def formula(rule: Rule) -> str:
    """What decides, in one line: “sum(Qty) = Total (± $tolerance), where Kind = 'A'”."""
    if rule.unique:
        text = tr("no two rows with the same {fields}").format(fields=", ".join(rule.unique))
    elif rule.test is not None:
        text = rule.test
    else:
        text = f"{rule.left} {_SIGNS.get(rule.operator, rule.operator)} {rule.right}"
        if rule.tolerance != "0":
            text += f" (± {rule.tolerance})"
    if rule.when:
        text += " · " + tr("where {condition}").format(condition=rule.when)
    return " ".join(text.split())


def status_words(rule: Rule, today: date) -> str:
    """Whether the rule counts today."""
    state = rule.status_on(today).state
    if state != ACTIVE:
        return tr(_STATES[state])
    if today < rule.effective_from:
        return tr("from {date}").format(date=day_words(rule.effective_from))
    return tr("active") if today <= rule.effective_to else tr("ended")


class ParametersList(QWidget):
    """The dated thresholds of one pack."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordsTable(_parameter_columns())
        self.setLayout(column(self.table))

    def retranslate(self) -> None:
        """Texts."""
        self.table.setAccessibleName(tr("Thresholds of the pack"))

    def show_parameters(self, parameters: Sequence[Parameter]) -> None:
        """List them."""
        self.table.records.set_records(
            sorted(parameters, key=lambda item: (item.name, item.effective_from))
        )


def _parameter_columns() -> list[Column]:
    return [
        Column(noop("Threshold"), lambda item: item.name, width=220),
        Column(noop("Value"), lambda item: item.value, numeric=True, width=120),
        Column(noop("Unit"), lambda item: item.unit, width=90),
        Column(
            noop("In force from"),
            lambda item: "—" if item.effective_from == date.min else day_words(item.effective_from),
            sort=lambda item: item.effective_from,
            width=160,
        ),
        Column(
            noop("until"),
            lambda item: (
                tr("further notice")
                if item.effective_to == date.max
                else day_words(item.effective_to)
            ),
            sort=lambda item: item.effective_to,
            width=150,
        ),
        Column(noop("Source"), lambda item: item.citation),
        Column(noop("Certainty"), lambda item: certainty_word(item.certainty), width=180),
    ]
