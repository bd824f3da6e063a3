"""A CARF message for many users, filled into the program's own template as a finance team would."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

OECD = Path(__file__).parent / "data" / "oecd"
MESSAGE = "HK2026HK-LDEX-2026-1"
BODY, USERS = "CARFBody", "CARFBody/CryptoUsers"
PERSON, ENTITY = f"{USERS}/UserID/Individual", f"{USERS}/UserID/Entity"


def doc_ref(user: int) -> str:
    """The DocRefId of a user's record."""
    return f"{MESSAGE}-U{user:05d}"


class Book:
    """A template as openpyxl sees it: its sheets are found by the technical paths in row 1."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._book = openpyxl.load_workbook(path)
        self._columns: dict[str, tuple[Any, int]] = {}
        self._next: dict[str, int] = {}
        for sheet in self._book:
            heads = [cell.value for cell in sheet[1]]
            for number, head in enumerate(heads, 1):
                if head and not str(head).endswith("#"):
                    self._columns[str(head)] = (sheet, number)
        self._fields = {
            str(row[4].value): row[2] for row in self._book["Fields"].iter_rows(min_row=2)
        }

    def field(self, path: str, value: Any) -> None:
        """A single field."""
        self._fields[path].value = value

    def row(self, parents: tuple[int, ...], values: dict[str, Any]) -> None:
        """The next row of the table that has these columns, with the positions above it."""
        sheet = self._columns[next(iter(values))][0]
        number = self._next.setdefault(sheet.title, 5)
        self._next[sheet.title] += 1
        for at, position in enumerate(parents, 1):
            sheet.cell(number, at).value = str(position)
        for path, value in values.items():
            assert self._columns[path][0] is sheet, path
            sheet.cell(number, self._columns[path][1]).value = value

    def save(self) -> Path:
        self._book.save(self._path)
        return self._path


def fill(path: Path, users: int) -> Path:
    """Fill the template: one provider and so many users, every third one a firm."""
    book = Book(path)
    for name, value in {
        "TransmittingCountry": "HK",
        "ReceivingCountry": "HK",
        "MessageType": "CARF",
        "MessageRefId": MESSAGE,
        "MessageTypeIndic": "CARF701",
        "ReportingPeriod": date(2026, 12, 31),
        "Timestamp": "2027-05-01T09:00:00Z",
    }.items():
        book.field(f"MessageSpec/{name}", value)
    book.field("@version", "1.5")
    _provider(book)
    for user in range(1, users + 1):
        _user(book, user)
    return book.save()


def _provider(book: Book) -> None:
    entity = f"{BODY}/RCASP/RCASP_ID/Entity"
    book.row(
        (),
        {
            f"{BODY}/RCASP/Nexus": "CARF901",
            f"{BODY}/RCASP/DocSpec/DocTypeIndic": "OECD1",
            f"{BODY}/RCASP/DocSpec/DocRefId": f"{MESSAGE}-RCASP",
        },
    )
    book.row((1,), {f"{entity}/ResCountryCode/.": "HK"})
    book.row((1,), {f"{entity}/TIN/.": "12345678-000", f"{entity}/TIN/@issuedBy": "HK"})
    book.row((1,), {f"{entity}/Name/.": "Lantau Digital Exchange Limited"})
    book.row(
        (1,),
        {
            f"{entity}/Address/CountryCode": "HK",
            f"{entity}/Address/AddressFix/Street": "Des Voeux Road Central",
            f"{entity}/Address/AddressFix/City": "Hong Kong",
        },
    )


def _user(book: Book, user: int) -> None:
    firm = user % 3 == 0
    base = ENTITY if firm else PERSON
    first: dict[str, Any] = {
        f"{USERS}/DocSpec/DocTypeIndic": "OECD1",
        f"{USERS}/DocSpec/DocRefId": doc_ref(user),
    }
    if not firm:
        first[f"{PERSON}/BirthInfo/BirthDate"] = date(1960 + user % 40, 1 + user % 9, 15)
    book.row((1,), first)
    place = (1, user)
    book.row(place, {f"{base}/ResCountryCode/.": "SG" if user % 2 else "JP"})
    book.row(place, {f"{base}/TIN/.": f"T{user:07d}", f"{base}/TIN/@issuedBy": "SG"})
    if firm:
        book.row(place, {f"{base}/Name/.": f"Trading house {user} & Sons"})
    else:
        book.row(
            place, {f"{base}/Name/FirstName": "Wai Man", f"{base}/Name/LastName": f"Chan {user}"}
        )
    book.row(
        place,
        {f"{base}/Address/CountryCode": "SG", f"{base}/Address/AddressFix/City": "Singapore"},
    )
    assets = [("BTC", "CryptoFiatIn")] + ([("ETH", "CryptoFiatOut")] if user % 5 == 0 else [])
    for number, (asset, kind) in enumerate(assets, 1):
        deal = f"{USERS}/RelevantTransactions"
        book.row(place, {f"{deal}/CryptoAsset": asset})
        book.row(
            (*place, number),
            {
                f"{deal}/{kind}/NumberofTransactions": str(user % 17 + 1),
                f"{deal}/{kind}/Amount": f"{user * 1234}.{user % 100:02d}",
                f"{deal}/{kind}/Amount/@currCode": "HKD",
                f"{deal}/{kind}/NumberofUnits": f"{user % 7}.{user:018d}",
            },
        )


def status(
    message: str | None = MESSAGE,
    verdict: str = "Rejected",
    file_errors: tuple[tuple[str, str], ...] = (),
    records: tuple[tuple[str, str, str, str], ...] = (),
) -> bytes:
    """The status message of a tax authority; `records` are code, details, DocRefId, field path."""
    original = f"<m:OriginalMessageRefID>{message}</m:OriginalMessageRefID>" if message else ""
    wrong = "".join(
        f"<m:FileError><m:Code>{code}</m:Code><m:Details>{text}</m:Details></m:FileError>"
        for code, text in file_errors
    )
    wrong += "".join(
        f"<m:RecordError><m:Code>{code}</m:Code><m:Details Language='EN'>{text}</m:Details>"
        f"<m:DocRefIDInError>{ref}</m:DocRefIDInError>"
        + (f"<m:FieldsInError><m:FieldPath>{path}</m:FieldPath></m:FieldsInError>" if path else "")
        + "</m:RecordError>"
        for code, text, ref, path in records
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<m:CARFStatusMessage_OECD xmlns:m="urn:oecd:ties:csm:v2" version="1.1"><m:MessageSpec>
<m:TransmittingCountry>HK</m:TransmittingCountry><m:ReceivingCountry>HK</m:ReceivingCountry>
<m:MessageType>CARFMessageStatus</m:MessageType><m:MessageRefId>HK-STATUS-1</m:MessageRefId>
<m:Timestamp>2027-06-01T09:00:00Z</m:Timestamp></m:MessageSpec><m:CARFStatusMessage>
<m:OriginalMessage>{original}</m:OriginalMessage><m:ValidationErrors>{wrong}</m:ValidationErrors>
<m:ValidationResult><m:Status>{verdict}</m:Status><m:ValidatedBy>Gateway 3</m:ValidatedBy>
</m:ValidationResult></m:CARFStatusMessage></m:CARFStatusMessage_OECD>""".encode()
