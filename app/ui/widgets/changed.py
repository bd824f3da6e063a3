"""A setting that rules or deadlines read was changed: the page says so, with the way back beside it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.changes import Changes
from app.ui.context import Context
from app.ui.i18n import tr
from app.ui.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class Changed:
    """What is called what; `before` and `after` in words, empty for none."""

    name: str
    before: str
    after: str


def say_changed(
    context: Context, notice: Notice, what: Changed, undo: Callable[[], Changes]
) -> None:
    """Say what was changed; `undo` puts the value from before back, on the worker."""

    def back() -> None:
        context.tasks.run(undo, taken_back, notice.fail, owner=notice)

    def taken_back(changes: Changes) -> None:
        context.changes.tell(changes)
        text = tr("Taken back: {name} is {value} again.")
        notice.say("information", text.format(name=what.name, value=_shown(what.before)))

    text = tr("Changed: {name}, from {before} to {after}.").format(
        name=what.name, before=_shown(what.before), after=_shown(what.after)
    )
    notice.say("information", text, link=(tr("Undo"), back))


def _shown(value: str) -> str:
    return tr("“{value}”").format(value=value) if value else tr("nothing")
