"""A filled template that LibreOffice has opened and saved gives the same document, byte for byte."""

from functools import partial
from pathlib import Path

import aeoi
import pytest
from bare_pack import bare_files, bare_xsd
from carf import OECD
from test_libreoffice_workbooks import saved_again
from workbook_trip import bare_desk, workbook_trip

from app.services.barepack import Wishes

pytestmark = pytest.mark.interop

AWKWARD = bare_xsd(
    '<xs:element name="A"><xs:complexType><xs:sequence>'
    '<xs:element name="T" type="xs:string" maxOccurs="unbounded"/>'
    '<xs:element name="At" type="xs:dateTime"/><xs:element name="Yes" type="xs:boolean"/>'
    '<xs:element name="Part" minOccurs="0"><xs:complexType><xs:sequence>'
    '<xs:element name="B" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>'
    '<xs:element name="Row" minOccurs="0" maxOccurs="9"><xs:complexType><xs:sequence>'
    '<xs:element name="Part" minOccurs="0"><xs:complexType><xs:sequence>'
    '<xs:element name="B" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>'
    '<xs:element name="C" type="xs:string" minOccurs="0"/>'
    "</xs:sequence></xs:complexType></xs:element>"
    "</xs:sequence></xs:complexType></xs:element>"
)
DOCUMENT = (
    '<A xmlns="urn:t"><T> edge </T><T/><T>two\nlines</T><T>_x0041_</T><T>"quoted"</T><T>=1+1</T>'
    "<T>007</T><T>1e5</T><T>甲 𠮷</T><At>2026-10-31T12:00:00</At><Yes>1</Yes><Part/>"
    "<Row><Part/></Row><Row/><Row><C>c</C></Row><Row><Part><B/></Part></Row></A>"
)


@pytest.mark.parametrize("sample", ["neumeldung", "nullmeldung"])
def test_crs(tmp_path: Path, sample: str) -> None:
    source = Path(aeoi.__file__).parent / "xsd" / "crs_v2.0"
    desk = bare_desk(tmp_path, source, Wishes(return_type="CRS"))
    file = OECD / "samples" / f"{sample}.xml"
    trip = workbook_trip(desk, file, tmp_path, partial(saved_again, folder=tmp_path / "office"))
    assert trip.result.findings == ()
    assert trip.after == trip.before


@pytest.mark.parametrize("office", [False, True], ids=["as-written", "saved-by-libreoffice"])
def test_what_cells_do_not_keep_by_themselves(tmp_path: Path, office: bool) -> None:
    desk = bare_desk(tmp_path, bare_files({"a.xsd": AWKWARD}, "a.xsd", "A"), Wishes())
    (sample := tmp_path / "a.xml").write_text(DOCUMENT, "utf-8")
    saved = partial(saved_again, folder=tmp_path / "office") if office else lambda path: path
    trip = workbook_trip(desk, sample, tmp_path, saved)
    assert trip.after == trip.before
    assert trip.result.findings == ()
