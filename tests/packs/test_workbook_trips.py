"""Documents of many packs through a filled template into an empty return: the same bytes again.

The workbook holds all of a document: rows without values, parts that are there and empty, blanks
around a text, times without a zone. Nothing of these documents is left out, so that no list of what a
workbook cannot carry is needed here.
"""

import importlib.util
from itertools import islice
from pathlib import Path

import openpyxl
import pytest
from carf import OECD, fill
from pack_cases import base_rows, pack
from workbook_trip import PERIOD, Trip, bare_desk, canonical, workbook_trip

from app.services.barepack import Wishes
from app.services.desk import Desk
from app.services.imports import import_file
from app.services.returns import new_return
from app.services.templates import write_template
from app.services.xmlimport import open_xml
from app.xml.writer import document_bytes

HOUSE = ("car-1.0", "cwr-1.0", "frs-1.0", "inc-1.0", "pts-1.0", "scr-1.0")
CRS = sorted((OECD / "samples").glob("*.xml"))


def package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        pytest.skip(f"the package {name} is not installed")
    return Path(found.origin).parent


def assert_same(trip: Trip) -> None:
    assert trip.result.findings == ()
    assert trip.result.applied
    assert trip.after == trip.before


@pytest.fixture(scope="module")
def carf(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return bare_desk(
        tmp_path_factory.mktemp("carf"), OECD / "carf_v1.5", Wishes(return_type="CARF")
    )


def crs_desk(folder: Path, version: str) -> Desk:
    source = package("aeoi") / "xsd" / f"crs_v{version}"
    return bare_desk(folder, source, Wishes(return_type="CRS"))


def carf_message(desk: Desk, folder: Path) -> Path:
    book = fill(write_template(desk, "CARF", folder / "fill.xlsx"), 12)
    number = new_return(desk, "CARF", "2025-12").id
    assert import_file(desk, number, book).applied
    sample = folder / "carf.xml"
    sample.write_bytes(canonical(desk, number))
    return sample


def as_version_3(sample: Path, folder: Path) -> Path:
    """The sample in the namespace of CRS 3.0: a draft there, for 3.0 asks for more than it has."""
    text = sample.read_text("utf-8")
    for old, new in {
        "urn:oecd:ties:crs:v2": "urn:oecd:ties:crs:v3",
        'version="2.0"': 'version="3.0"',
    }.items():
        text = text.replace(old, new)
    target = folder / sample.name
    target.write_text(text, "utf-8")
    return target


@pytest.mark.parametrize("sample", CRS, ids=lambda path: path.stem)
def test_each_crs_sample_of_version_2(tmp_path: Path, sample: Path) -> None:
    assert_same(workbook_trip(crs_desk(tmp_path, "2.0"), sample, tmp_path))


def test_crs_of_version_3(tmp_path: Path) -> None:
    desk = crs_desk(tmp_path, "3.0")
    sample = as_version_3(OECD / "samples" / "neumeldung.xml", tmp_path)
    trip = workbook_trip(desk, sample, tmp_path)
    assert b"<AccountReport>" in trip.before
    assert_same(trip)


def test_a_carf_message(carf: Desk, tmp_path: Path) -> None:
    trip = workbook_trip(carf, carf_message(carf, tmp_path), tmp_path)
    assert trip.before.count(b"<CryptoUsers>") == 12
    assert_same(trip)


def test_brazilian_invoices(tmp_path: Path) -> None:
    folder = package("nfelib")
    source = folder / "nfe" / "schemas" / "v4_0" / "procNFe_v4.00.xsd"
    desk = bare_desk(tmp_path, source, Wishes(return_type="NFE", root="nfeProc"))
    samples = sorted(folder.glob("nfe/samples/v4_0/leiauteNFe/*-nfe.xml"))[:2]
    assert len(samples) == 2
    for number, sample in enumerate(samples, 1):
        (place := tmp_path / str(number)).mkdir()
        assert_same(workbook_trip(desk, sample, place, period=f"2026-0{number}"))


@pytest.mark.parametrize(
    ("version", "count", "pattern"),
    [
        ("pain.001.001.03", 2, "corpus/data/market/*/*/*.001.001.03.xml"),
        ("pain.008.001.08", 1, "corpus/data/coverage/pain.008.001.08/*.xml"),
    ],
)
def test_payments(tmp_path: Path, version: str, count: int, pattern: str) -> None:
    folder = package("pain001")
    source = folder / "templates" / version / f"{version}.xsd"
    desk = bare_desk(tmp_path, source, Wishes(return_type="PAY"))
    samples = list(islice(sorted(folder.glob(pattern)), count))
    assert len(samples) == count
    for number, sample in enumerate(samples, 1):
        (place := tmp_path / str(number)).mkdir()
        assert_same(workbook_trip(desk, sample, place, period=f"2026-0{number}"))


@pytest.mark.parametrize("name", HOUSE)
def test_the_example_of_each_house_return(tmp_path: Path, name: str) -> None:
    desk = bare_desk(tmp_path, pack(name).files, Wishes())
    sample = tmp_path / "in.xml"
    sample.write_bytes(document_bytes(pack(name).schema, base_rows(pack(name))))
    assert_same(workbook_trip(desk, sample, tmp_path))


def test_a_row_without_values_is_known_by_its_number(tmp_path: Path) -> None:
    """The rows below name it, so a wrong number is refused, and a row with none is not lost silently."""
    desk = crs_desk(tmp_path, "2.0")
    opened = open_xml(desk, OECD / "samples" / "nullmeldung.xml", PERIOD).record
    book = write_template(desk, "CRS", tmp_path / "t.xlsx", return_id=opened.id)
    number = new_return(desk, "CRS", "2026-11").id
    sheet = (held := openpyxl.load_workbook(book))["ReportingGroup"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[:2] == ["CrsBody/#", "CrsBody/ReportingGroup/#"]
    assert [cell.value for cell in sheet[5]][:2] == ["1", "1"]

    sheet["B5"] = "2"
    held.save(book)
    wrong = import_file(desk, number, book)
    assert wrong.blocked
    assert [(f.code, f.origin.sheet, f.origin.cell) for f in wrong.findings if f.origin] == [
        ("ROW-POSITION", "ReportingGroup", "B5")
    ]
    sheet["B5"] = None
    held.save(book)
    lost = import_file(desk, number, book)
    assert [(f.code, f.origin.sheet, f.origin.cell) for f in lost.findings if f.origin] == [
        ("ROW-EMPTY", "ReportingGroup", "A5")
    ]
