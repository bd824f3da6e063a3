"""The tree of rows against a plain Python tree, under any sequence of edits, undos and restarts."""

import copy
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from ledger_pack import SECRET, ledger_desk

from app.services import drafts, returns
from app.services.desk import Desk
from app.store import history
from app.store.rows import Rows
from app.store.workspace import Workspace

Book = dict[str, Any]

# Amounts to 38 digits, exactly as people write them, and text that is no amount at all.
AMOUNTS = st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,18})?", fullmatch=True)
TEXTS = (
    st.none() | AMOUNTS | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=12)
)
PLACE = st.integers(0, 30)


@cache
def _template() -> Path:
    """A workspace with one return, made once and copied for every example."""
    path = Path(tempfile.mkdtemp(prefix="praya-tree-")) / "template.praya"
    desk = ledger_desk(path)
    returns.new_return(desk, "LEDGER", "2026-10")
    desk.workspace.close()
    return path


class Tree(RuleBasedStateMachine):
    """`model` is the content as it should be, `steps` what undo and redo should bring."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="praya-tree-")
        self.path = Path(self.folder.name) / "a.praya"
        shutil.copyfile(_template(), self.path)
        self.open()
        self.id = returns.list_returns(self.desk)[0].id
        self.steps: list[dict[str, Any]] = [{"head": {"Name": None, "Total": None}, "books": []}]
        self.at = 0

    def open(self) -> None:
        self.desk = Desk(Workspace.open(self.path, SECRET), "mei")

    @property
    def books(self) -> list[Book]:
        return self.steps[self.at]["books"]  # type: ignore[no-any-return]

    def edit(self) -> list[Book]:
        """Begin a step in the model: what could be redone is forgotten."""
        del self.steps[self.at + 1 :]
        self.steps.append(copy.deepcopy(self.steps[self.at]))
        self.at += 1
        return self.books

    @rule(place=st.none() | PLACE)
    def add_book(self, place: int | None) -> None:
        position = None if place is None else place % (len(self.books) + 1) + 1
        drafts.add_row(self.desk, self.id, "Book", position)
        books = self.edit()
        fresh: Book = {"Title": None, "lines": [], "By": None}
        books.insert(len(books) if position is None else position - 1, fresh)

    @precondition(lambda self: self.books)
    @rule(book=PLACE, place=st.none() | PLACE)
    def add_line(self, book: int, place: int | None) -> None:
        book %= len(self.books)
        lines = self.books[book]["lines"]
        position = None if place is None else place % (len(lines) + 1) + 1
        drafts.add_row(self.desk, self.id, f"Book[{book + 1}]/Line", position)
        lines = self.edit()[book]["lines"]
        lines.insert(
            len(lines) if position is None else position - 1, {"Amount": None, "Note": None}
        )

    @precondition(lambda self: self.books)
    @rule(book=PLACE, count=st.integers(12, 40))
    def crowd_one_place(self, book: int, count: int) -> None:
        """Rows put in at one place again and again: there is always room."""
        book %= len(self.books)
        drafts.add_row(self.desk, self.id, f"Book[{book + 1}]/Line", 1)
        self.edit()[book]["lines"].insert(0, {"Amount": None, "Note": None})
        for _ in range(count):
            drafts.add_row(self.desk, self.id, f"Book[{book + 1}]/Line", 2)
            self.edit()[book]["lines"].insert(1, {"Amount": None, "Note": None})

    @precondition(lambda self: self.books)
    @rule(book=PLACE)
    def remove_book(self, book: int) -> None:
        book %= len(self.books)
        drafts.remove_row(self.desk, self.id, "Book", book + 1)
        del self.edit()[book]

    @precondition(lambda self: any(book["lines"] for book in self.books))
    @rule(book=PLACE, line=PLACE)
    def remove_line(self, book: int, line: int) -> None:
        full = [number for number, each in enumerate(self.books) if each["lines"]]
        book = full[book % len(full)]
        line %= len(self.books[book]["lines"])
        drafts.remove_row(self.desk, self.id, f"Book[{book + 1}]/Line", line + 1)
        del self.edit()[book]["lines"][line]

    @rule(field=st.sampled_from(["Name", "Total"]), text=TEXTS)
    def set_head(self, field: str, text: str | None) -> None:
        drafts.set_value(self.desk, self.id, f"Head/{field}", text)
        self.edit()
        self.steps[self.at]["head"][field] = text

    @precondition(lambda self: any(book["lines"] for book in self.books))
    @rule(book=PLACE, line=PLACE, field=st.sampled_from(["Amount", "Note"]), text=TEXTS)
    def set_line(self, book: int, line: int, field: str, text: str | None) -> None:
        full = [number for number, each in enumerate(self.books) if each["lines"]]
        book = full[book % len(full)]
        line %= len(self.books[book]["lines"])
        path = f"Book[{book + 1}]/Line[{line + 1}]/{field}"
        drafts.set_value(self.desk, self.id, path, text)
        self.edit()[book]["lines"][line][field] = text

    @precondition(lambda self: self.books)
    @rule(book=PLACE, field=st.sampled_from(["Title", "Close/By"]), text=TEXTS)
    def set_book(self, book: int, field: str, text: str | None) -> None:
        book %= len(self.books)
        drafts.set_value(self.desk, self.id, f"Book[{book + 1}]/{field}", text)
        self.edit()[book][field.removeprefix("Close/")] = text

    @rule()
    def undo(self) -> None:
        drafts.undo(self.desk, self.id)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        drafts.redo(self.desk, self.id)
        self.at = min(len(self.steps) - 1, self.at + 1)

    @rule()
    def reopen(self) -> None:
        self.desk.workspace.close()
        self.open()

    @invariant()
    def is_the_model(self) -> None:
        if not hasattr(self, "steps"):
            return
        with self.desk.workspace.read() as connection:
            record = returns.get_return(self.desk, self.id)
            assert (record.head, record.steps) == (self.at, len(self.steps) - 1)
            assert content(Rows(connection, self.id, record.head)) == self.steps[self.at]
            if self.at:  # and the step before can still be read as it was
                before = Rows(connection, self.id, record.head - 1)
                assert content(before) == self.steps[self.at - 1]

    def teardown(self) -> None:
        if not hasattr(self, "desk"):
            return
        with self.desk.workspace.read() as connection:
            assert history.first_break(connection) is None
        assert self.desk.workspace.damage() == []
        self.desk.workspace.close()
        self.folder.cleanup()


def content(rows: Rows) -> dict[str, Any]:
    """What a step holds, as the model writes it."""
    root = rows.root()
    (head,) = rows.children(root.id, "Head")
    books = []
    for book in rows.children(root.id, "Book"):
        lines = [
            dict(zip(("Amount", "Note"), line.values, strict=True))
            for line in rows.children(book.id, "Book/Line")
        ]
        (close,) = rows.children(book.id, "Book/Close")
        books.append({"Title": book.values[0], "lines": lines, "By": close.values[0]})
    return {"head": dict(zip(("Name", "Total"), head.values, strict=True)), "books": books}


TestTree = Tree.TestCase
TestTree.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
