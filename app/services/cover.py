"""Everything that a signed return says as plain text, for whoever reads by other means than paper.

Read from the canonical bytes alone, so the same return always gives the same sheet.
"""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.languages import in_language, words_in
from app.domain.pack import Pack
from app.domain.page import Part, Sheet
from app.services.digestwords import digest_groups, digest_words
from app.services.rendering import Rendering, render_bytes
from app.store.returns import ReturnRecord
from app.store.submissions import Signature, Submission

_RULE = "=" * 72

_WORDS = {
    "en": {
        "cover": "Cover sheet",
        "file": "Signed file",
        "sum": "SHA-256 of the file",
        "digest": "SHA-256 of the content (canonical form, without the signature)",
        "words": "The same in words (the first 88 bits, BIP-39)",
        "signed": "Signed by",
        "as": "as",
        "rows": "rows",
        "note": "This sheet proves nothing by itself: the signed file does. Compute its SHA-256, or"
        " verify its signature, and compare.",
        "end": "End of the sheet for the content",
    },
    "zh-Hant": {
        "cover": "封面頁",
        "file": "已簽署的檔案",
        "sum": "檔案的 SHA-256",
        "digest": "內容的 SHA-256（正規形式，不含簽署）",
        "words": "以詞語表示（首 88 位元，BIP-39）",
        "signed": "簽署人",
        "as": "身分",
        "rows": "行",
        "note": "本頁本身不證明任何事項，以已簽署的檔案為準。請計算其 SHA-256 或驗證其簽署，再作比對。",
        "end": "本頁完，內容為",
    },
}


@dataclass(frozen=True, slots=True)
class CoverData:
    """What a cover sheet is made of."""

    pack: Pack
    record: ReturnRecord
    submission: Submission
    signatures: tuple[Signature, ...]
    entity: str
    file: str


def cover_sheet(data: CoverData, content: bytes, language: str) -> bytes:
    """The sheet in UTF-8; tables are written whole. `content` are the canonical bytes."""
    shown = render_bytes(data.pack, content, language, limit=sys.maxsize)
    assert shown.digest == hashlib.sha256(content).hexdigest()
    return ("\n".join(_lines(data, shown, words_in(_WORDS, language), language)) + "\n").encode()


def _lines(
    data: CoverData, shown: Rendering, words: dict[str, str], language: str
) -> Iterator[str]:
    titles = data.pack.manifest.titles
    title = in_language(titles, language)
    yield f"{words['cover']}: {title} ({data.record.return_type}) {data.record.period}"
    yield data.entity
    yield _RULE
    yield f"{words['file']}: {data.file}"
    yield f"{words['sum']}:"
    yield f"  {' '.join(digest_groups(data.submission.blob))}"
    yield f"{words['digest']}:"
    yield f"  {' '.join(shown.groups)}"
    yield f"{words['words']}:"
    yield f"  {' '.join(digest_words(shown.digest))}"
    yield from _signers(data, words)
    yield words["note"]
    yield _RULE
    for part in shown.parts:
        yield from _part(part, words)
    yield _RULE
    yield f"{words['end']} {' '.join(shown.groups)}"


def _signers(data: CoverData, words: dict[str, str]) -> Iterator[str]:
    if not data.signatures:
        yield f"{words['signed']}: {_one_line(data.submission.signer)} ({data.submission.at})"
    for item in data.signatures:
        role = f", {words['as']} {_one_line(item.role)}" if item.role else ""
        yield f"{words['signed']}: {_one_line(item.signer)}{role} ({item.at})"


def _part(part: Part, words: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"{'#' * part.level} {part.title}"
    for line in part.lines:
        yield f"{line.label}: {_one_line(line.value)}"
    for sheet in part.sheets:
        yield from _sheet(sheet, words)


def _sheet(sheet: Sheet, words: dict[str, str]) -> Iterator[str]:
    yield f"({sheet.total} {words['rows']})"
    if sheet.total:
        yield " | ".join(sheet.titles)
    for row in sheet.rows:
        yield " | ".join(_one_line(value).replace("|", "¦") for value in row)


def _one_line(text: str) -> str:
    """A value in one line; a break is shown as such, so that no value can feign a line of its own."""
    return "".join(sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in text)
