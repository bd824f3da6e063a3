"""Conditions of a pack's tables that are no rules: an expression of the rules' language on a return."""

from typing import TYPE_CHECKING

from app.domain.finding import Severity
from app.domain.pack import Pack
from app.domain.period import Period
from app.domain.rule import Rule, parameters_on
from app.services.choices import values_for
from app.store import settings
from app.store.returns import ReturnRecord
from app.store.workspace import Connection

if TYPE_CHECKING:
    from app.rules.tree import RowSource


def condition(text: str, *, name: str, source: str = "") -> Rule:
    """A rule that speaks exactly where the condition holds; `name` and `source` are for errors."""
    return Rule(
        id=name,
        severity=Severity.INFORMATION,
        citation="",
        certainty="HOUSE",
        messages={"en": name},
        when=text,
        test="false()",
        source=source,
    )


def holds(
    connection: Connection, pack: Pack, record: ReturnRecord, rows: "RowSource", text: str | None
) -> bool:
    """Whether a condition is true of a return; one that cannot be decided is not, no condition is."""
    if text is None:
        return True
    from app.rules.engine import prepare, run  # noqa: PLC0415  (only where a pack has conditions)

    day = Period.parse(record.period).end
    chosen = values_for(pack, settings.get_all(connection))
    values = {**parameters_on(pack.parameters, day), **chosen}
    rule = condition(text, name="condition", source=pack.id)
    found = run(prepare((rule,), pack.schema, day=day, values=values), pack.schema, rows)
    return any(outcome.code == rule.id for outcome in found)
