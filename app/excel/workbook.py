"""An open workbook: its sheets, their rows, and what stands beside the values."""

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from lxml import etree

from app.excel.package import BrokenWorkbook, Package, named
from app.excel.plainxml import check_sheet, read_plain
from app.excel.scan import Scan, scan
from app.excel.styles import watched_formats

Value = str | float | int | bool | date | datetime | time | timedelta
"""A cell as the fast reader gives it; an empty one is the empty text."""


SHORT_SHEET = 50_000
"""Cells of a sheet that may stay unpacked beside another."""


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet of cells and the part that holds it."""

    name: str
    part: str
    hidden: bool


class Workbook:
    """A checked workbook. Reading it can raise any `WorkbookRefused`."""

    def __init__(self, body: bytes, file: str) -> None:
        import python_calamine  # noqa: PLC0415  (only where a workbook is read)

        self.file = file
        self._package = Package(body, file)
        self._main = _workbook_part(self._package)
        self.sheets = tuple(self._sheets())
        for sheet in self.sheets:
            check_sheet(self._package, sheet.part)
        self._scans: dict[str, Scan] = {}
        self._open: dict[str, Any] = {}
        try:
            self._book = python_calamine.load_workbook(io.BytesIO(body))
        except (python_calamine.CalamineError, ValueError, OSError) as error:
            raise BrokenWorkbook(f"the workbook cannot be read: {error}", file=file) from error

    @cached_property
    def counts_from_1904(self) -> bool:
        """Whether dates are stored as days since 1904, as Excel for Mac once did."""
        root = self._package.xml(self._main)
        return any(
            item.get("date1904", "0") in ("1", "true", "on") for item in named(root, "workbookPr")
        )

    @cached_property
    def linked(self) -> bool:
        """Whether formulas refer to other files; their last values are what is read."""
        return any("/externallinks/" in f"/{name}".lower() for name in self._package.names)

    def sheet(self, name: str) -> SheetInfo | None:
        """The sheet of that name; capitals and stray spaces do not matter."""
        wanted = name.strip().casefold()
        return next((s for s in self.sheets if s.name.strip().casefold() == wanted), None)

    def rows(self, sheet: SheetInfo) -> Iterator[tuple[int, list[Value]]]:
        """The sheet's rows with their 0-based number; every list begins with column A."""
        import python_calamine  # noqa: PLC0415

        try:
            data = self._unpacked(sheet.name)
            if data.start is None:
                return
            # The reader begins with the first row of the sheet, but with the first column in use.
            before: list[Value] = [""] * data.start[1]
            for number, cells in enumerate(data.iter_rows()):
                yield number, before + cells if before else cells
        except (python_calamine.CalamineError, ValueError) as error:
            raise BrokenWorkbook(
                f"the sheet “{sheet.name}” cannot be read: {error}", file=self.file
            ) from error

    def _unpacked(self, name: str) -> Any:
        """A sheet's cells. One long sheet at most is held, and short ones beside it."""
        data = self._open.get(name)
        if data is None:
            data = self._book.get_sheet_by_name(name)
            if data.height * data.width > SHORT_SHEET:
                self._open = {
                    other: held
                    for other, held in self._open.items()
                    if held.height * held.width <= SHORT_SHEET
                }
            self._open[name] = data
        return data

    def scan(self, sheet: SheetInfo) -> Scan:
        """What the values alone do not show."""
        if sheet.name not in self._scans:
            self._scans[sheet.name] = read_plain(
                self._package, sheet.part, lambda pieces, prefix: scan(pieces, prefix, self._watch)
            )
        return self._scans[sheet.name]

    @cached_property
    def _watch(self) -> dict[int, str]:
        part = posixpath.join(posixpath.dirname(self._main), "styles.xml")
        return watched_formats(self._package.xml(part)) if part in self._package.names else {}

    def custom_properties(self) -> dict[str, str]:
        """The workbook's custom document properties as text."""
        if "docProps/custom.xml" not in self._package.names:
            return {}
        root = self._package.xml("docProps/custom.xml")
        return {
            item.get("name", ""): "".join(str(text) for text in item.itertext()).strip()
            for item in named(root, "property")
        }

    def _sheets(self) -> Iterator[SheetInfo]:
        folder, name = posixpath.split(self._main)
        targets: dict[str, str] = {}
        others: set[str] = set()
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations in self._package.names:
            for item in self._package.xml(relations):
                kind = item.get("Type", "").rsplit("/", 1)[-1]
                if kind == "worksheet":
                    target = item.get("Target", "")
                    path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                    targets[item.get("Id", "")] = posixpath.normpath(path)
                else:
                    others.add(item.get("Id", ""))
        for sheet in named(self._package.xml(self._main), "sheet"):
            relation = _relation_id(sheet)
            if relation in others:
                continue  # a sheet that is a chart or a dialog holds no cells
            part, title = targets.get(relation, ""), sheet.get("name", "")
            if part not in self._package.names:
                raise BrokenWorkbook(f"the sheet “{title}” is missing", file=self.file)
            yield SheetInfo(title, part, sheet.get("state", "visible") != "visible")


def _relation_id(element: etree._Element) -> str:
    for key, value in element.attrib.items():
        if etree.QName(str(key)).localname == "id":
            return str(value)
    return ""


def _workbook_part(package: Package) -> str:
    if "_rels/.rels" in package.names:
        for item in package.xml("_rels/.rels"):
            if item.get("Type", "").endswith("/officeDocument"):
                part = posixpath.normpath(item.get("Target", "").lstrip("/"))
                if part in package.names:
                    return part
    raise BrokenWorkbook("the archive does not say where its workbook is", file=package.file)
