"""A what-if on paper: as lines of text, or as a workbook. It says that it is a calculation."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from app.domain.amounts import grouped, plain
from app.domain.clock import stamp
from app.domain.languages import words_in
from app.domain.whatif import UNITS
from app.errors import UserError
from app.services.whatif import Line, WhatIf
from app.store import files


class WhatIfNotWritten(UserError):
    """The file cannot be written."""

    code = "what-if-not-written"


_WORDS = {
    "en": {
        "title": "What if: transfers from hot to cold storage",
        "note": "A calculation on what the return says of its reporting time, not an instruction."
        " Nothing is written to the return, and nothing is moved.",
        "return": "Return", "day": "Day", "value": "Value moved, HKD", "made": "Calculated",
        "binds": "Reading that binds", "by_value": "all client assets together, by value",
        "by_units": "each asset, by its units", "staked": "Staked assets count as",
        "cold": "cold", "other": "other storage", "before": "before", "after": "after",
        "ratio": "Cold ratio by value, %", "least": "at least",
        "room": "Room until the limit, HKD (below zero: missing)", "required": "Cover required, HKD",
        "held": "Cover held, HKD", "missing": "Cover missing, HKD",
        "ratio_kept": "Binding ratio kept", "yes": "yes", "no": "no",
        "columns": ("Asset", "Name", "Cold now", "Hot now", "Move to cold", "Value, HKD",
                    "Ratio by units before, %", "Ratio by units after, %", "Enough by units"),
        "none": "Ratio and cover are kept already; nothing has to be moved.",
        "met": "After these transfers ratio and cover are kept.",
        "ratio_unmet": "The ratio stays broken: what is in hot storage is not enough.",
        "cover_unmet": "The cover stays too small: no transfer replaces a higher cover.",
        "typed": "The quantities were typed by hand.",
        "lightest": "No other transfers of less value do this.",
        "tried": "The smallest quantities are coarse; not every choice was tried.",
    },
    "zh-Hant": {
        "title": "假設計算：由熱儲存移往冷儲存",
        "note": "本頁只是按申報表截算時間的數字作出的計算，並非指示。申報表沒有任何更改，亦沒有移動任何資產。",
        "return": "申報表", "day": "日期", "value": "移動價值（港元）", "made": "計算時間",
        "binds": "具約束力的計算基礎", "by_value": "全部客戶資產合計，按價值",
        "by_units": "每項資產，按單位", "staked": "已質押資產視為",
        "cold": "冷儲存", "other": "其他儲存", "before": "之前", "after": "之後",
        "ratio": "按價值的冷儲存比率（%）", "least": "最少",
        "room": "距離下限的餘額（港元；負數為尚欠）", "required": "所需保障額（港元）",
        "held": "所持保障額（港元）", "missing": "尚欠保障額（港元）",
        "ratio_kept": "符合具約束力的比率", "yes": "是", "no": "否",
        "columns": ("資產", "名稱", "現時冷儲存", "現時熱儲存", "移往冷儲存", "價值（港元）",
                    "之前按單位比率（%）", "之後按單位比率（%）", "按單位足夠"),
        "none": "比率及保障額已符合要求，無須移動任何資產。",
        "met": "作出這些移動後，比率及保障額均符合要求。",
        "ratio_unmet": "比率仍不符合：熱儲存的資產不足。",
        "cover_unmet": "保障額仍不足：任何移動都不能代替提高保障額。",
        "typed": "數量由人手輸入。",
        "lightest": "沒有其他價值更低的移動可達到同樣結果。",
        "tried": "最小數量單位較大，並未嘗試所有組合。",
    },
}  # fmt: skip


def text_lines(found: WhatIf, language: str = "en") -> Iterator[str]:
    """The whole calculation as text."""
    words = words_in(_WORDS, language)
    yield str(words["title"])
    yield str(words["note"])
    yield ""
    for name, value in _facts(found, words):
        yield f"{name}: {value}"
    yield ""
    table = [tuple(words["columns"]), *(_cells(line, words, eye=True) for line in found.lines)]
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    for row in table:
        cells = [
            cell.ljust(width) if at in (0, 1) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()
    yield ""
    yield from verdict(found, language)


def verdict(found: WhatIf, language: str) -> Iterator[str]:
    """What the calculation comes to, in sentences."""
    words = words_in(_WORDS, language)
    if found.met:
        yield str(words["met" if found.value else "none"])
    if not found.kept_after:
        yield str(words["ratio_unmet"])
    if not found.after.covered:
        yield str(words["cover_unmet"])
    if found.typed:
        yield str(words["typed"])
    elif found.met and found.value:
        yield str(words["lightest" if found.proven else "tried"])


def _facts(found: WhatIf, words: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    before, after, limits = found.before, found.after, found.position.limits
    basis = "by_units" if limits.basis == UNITS else "by_value"
    yield str(words["return"]), f"{found.return_id[:8]}, {found.period}"
    yield str(words["day"]), found.day.isoformat()
    yield str(words["made"]), stamp()
    yield str(words["binds"]), f"{words[basis]}, {words['least']} {plain(limits.cold_minimum)} %"
    yield str(words["staked"]), str(words["other" if found.staked_as == "other" else "cold"])
    yield str(words["value"]), grouped(plain(found.value))
    pairs = (
        ("ratio", _share(before.ratio), _share(after.ratio)),
        ("ratio_kept", _yes(found.kept_before, words), _yes(found.kept_after, words)),
        ("room", grouped(plain(before.room)), grouped(plain(after.room))),
        ("required", grouped(plain(before.required)), grouped(plain(after.required))),
        ("held", grouped(plain(before.held)), grouped(plain(after.held))),
        ("missing", grouped(plain(before.missing)), grouped(plain(after.missing))),
    )
    for name, left, right in pairs:
        yield str(words[name]), f"{words['before']} {left}, {words['after']} {right}"


def _yes(kept: bool, words: Mapping[str, Sequence[str]]) -> str:
    return str(words["yes" if kept else "no"])


def _share(value: object) -> str:
    return "—" if value is None else format(value, "f")


def _cells(line: Line, words: Mapping[str, Sequence[str]], *, eye: bool) -> tuple[str, ...]:
    """The cells of a line; grouped for the eye, plain for a workbook."""
    show = (lambda value: grouped(plain(value))) if eye else plain
    asset = line.asset
    return (
        asset.id,
        asset.name,
        show(asset.cold),
        show(asset.hot),
        show(line.move),
        show(line.value),
        _share(line.before),
        _share(line.after),
        _yes(line.kept, words),
    )


def write_what_if(found: WhatIf, file: Path, language: str = "en") -> Path:
    """Write it: a workbook where the name ends in .xlsx, else text in UTF-8."""
    try:
        if file.suffix.lower() != ".xlsx":
            files.write_bytes(file, ("\n".join(text_lines(found, language)) + "\n").encode())
            return file
        from app.excel.whatifbook import write_book  # noqa: PLC0415  (the writer is heavy)

        words = words_in(_WORDS, language)
        head = [(str(words["title"]), ""), (str(words["note"]), ""), *_facts(found, words)]
        head += [(sentence, "") for sentence in verdict(found, language)]
        table = [_cells(line, words, eye=False) for line in found.lines]
        with files.drafted(file) as draft:
            write_book(draft, head, tuple(words["columns"]), table)
    except OSError as error:
        raise WhatIfNotWritten(
            f"the file cannot be written: {error.strerror}", file=file
        ) from error
    return file
