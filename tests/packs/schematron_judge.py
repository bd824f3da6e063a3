"""A Schematron processor that shares nothing with our engine, for the tests.

The reference stylesheets of ISO Schematron, which lxml ships, turn the schema into XSLT, and Saxon runs
that. Those stylesheets are the ones for XPath 1.0: what they write is told to be XSLT 3.0, so that Saxon
reckons the expressions as XPath 3.1, with exact decimals.
"""

from collections import Counter
from importlib.resources import files

from lxml import etree
from saxonche import PySaxonProcessor, PyXslt30Processor

_HERE = files("lxml.isoschematron") / "resources"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


def valid_schematron(document: bytes) -> bool:
    """Whether a document is Schematron by ISO's own grammar."""
    grammar = etree.RelaxNG(etree.parse(str(_HERE / "rng" / "iso-schematron.rng")))
    return bool(grammar.validate(etree.fromstring(document)))


class Judge:
    """A Schematron schema, compiled by the reference stylesheets and run by Saxon."""

    def __init__(self, processor: PySaxonProcessor, document: bytes) -> None:
        self._processor = processor
        schema = etree.fromstring(document)
        schema.set("queryBinding", "xslt")
        skeleton = _HERE / "xsl" / "iso-schematron-xslt1" / "iso_svrl_for_xslt1.xsl"
        sheet = etree.XSLT(etree.parse(str(skeleton)))(schema).getroot()
        sheet.set("version", "3.0")
        maker: PyXslt30Processor = processor.new_xslt30_processor()
        self._run = maker.compile_stylesheet(
            stylesheet_text=etree.tostring(sheet, encoding="unicode")
        )

    def failed(self, document: bytes) -> Counter[tuple[str, str]]:
        """How often each assertion failed, by its id and role."""
        node = self._processor.parse_xml(xml_text=document.decode())
        report = etree.fromstring(self._run.transform_to_string(xdm_node=node).encode())
        found = report.iter(f"{_SVRL}failed-assert")
        return Counter((item.get("id", ""), item.get("role", "")) for item in found)
