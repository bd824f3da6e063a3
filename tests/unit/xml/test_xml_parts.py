"""XML as a tree of parts and back: it says the same, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.xml.opaque import canonical
from app.xml.parts import Part, PartKind, leaf_text, parts_of, text_of, why_not

NAMES = st.sampled_from(["a", "b", "p:c", "q:d"])
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=8)


@st.composite
def elements(draw: st.DrawFn, depth: int = 2) -> Part:
    made = Part(PartKind.ELEMENT, draw(NAMES))
    for name in draw(st.lists(st.sampled_from(["k", "p:k", "xml:lang"]), unique=True, max_size=2)):
        made.parts.append(Part(PartKind.ATTRIBUTE, name, draw(TEXTS)))
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(["text", "comment", "pi", "element"]))
        if kind == "text" and not (made.parts and made.parts[-1].kind is PartKind.TEXT):
            made.parts.append(Part(PartKind.TEXT, "", draw(TEXTS)))
        elif kind == "comment":
            made.parts.append(Part(PartKind.COMMENT, "", draw(st.sampled_from(["", " x "]))))
        elif kind == "pi":
            made.parts.append(Part(PartKind.INSTRUCTION, "go", draw(st.sampled_from(["", "1"]))))
        elif kind == "element" and depth:
            made.parts.append(draw(elements(depth - 1)))
    return made


@given(elements())
def test_every_tree_comes_back(part: Part) -> None:
    part.parts[:0] = [
        Part(PartKind.NAMESPACE, "p", "urn:p"),
        Part(PartKind.NAMESPACE, "q", "urn:q"),
    ]
    text = text_of(part)
    assert why_not(text) == ""
    again = parts_of(text)
    assert again is not None
    assert _inner(etree.fromstring(text_of(again))) == _inner(etree.fromstring(text))


def _inner(element: etree._Element) -> bytes:
    """The canonical form without blanks that stand between elements alone."""
    for item in element.iter(etree.Element):
        texts = [item.text or "", *(child.tail or "" for child in item)]
        if len(item) and not "".join(texts).strip():
            item.text = None
            for child in item:
                child.tail = None
    return etree.tostring(element, method="c14n", with_comments=True)


@pytest.mark.parametrize(
    "text",
    [
        '<w xmlns="urn:w"><deep xmlns="" k="1">x &amp; y</deep></w>',
        '<P xmlns="urn:t">one <b>two</b> three</P>',
        '<a xmlns:z="urn:z" t="z:Q"><z:b>  </z:b></a>',
    ],
)
def test_what_was_written_is_the_same_canonically(text: str) -> None:
    part = parts_of(text)
    assert part is not None
    assert canonical(text_of(part), {}) == canonical(text, {})


def test_what_is_no_xml_is_told() -> None:
    assert parts_of("<x></y>") is None
    assert "not well-formed" in why_not("<x></y>")
    assert why_not("<x/>") == ""
    part = parts_of("<x>1</x>")
    assert part is not None
    text = leaf_text(part)
    assert text is not None
    assert text.value == "1"
