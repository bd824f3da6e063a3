"""Tokens whose certificates stand in another order than DER wants are read like any other."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signing_makers import NOW, identity, run, sign
from time_authority import TimeAuthority, make_authority

from app.services import timestamping
from app.services.verification import verify_bytes
from app.signing import setorder
from app.signing.setorder import in_order
from app.signing.trust import Trust


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_authority(tmp_path_factory.mktemp("authority"))


def with_chain(authority: TimeAuthority, question: bytes) -> bytes:
    """What openssl answers when it sends the authority above as well."""
    folder = authority.folder
    (folder / "q.tsq").write_bytes(question)
    run(
        "openssl", "ts", "-reply", "-config", folder / "tsa.cnf", "-section", "here", "-queryfile",
        folder / "q.tsq", "-signer", folder / "tsa.pem", "-inkey", folder / "tsa.key",
        "-chain", folder / "root.pem", "-out", folder / "a.tsr",
    )  # fmt: skip
    return (folder / "a.tsr").read_bytes()


def turned(answer: bytes) -> bytes:
    """The same answer with its two certificates the other way round: one of the two is out of order."""
    outer = setorder._whole(answer)
    token = setorder._inside(answer, outer)[1]
    signed = setorder._inside(answer, setorder._inside(answer, token)[1])[0]
    held = next(item for item in setorder._inside(answer, signed) if item.tag == 0xA0)
    first, second = (answer[item.start : item.end] for item in setorder._inside(answer, held))
    return answer[: held.body] + second + first + answer[held.end :]


def test_an_answer_with_the_authority_s_chain_is_read(
    tmp_path: Path, authority: TimeAuthority
) -> None:
    file, out, reply = tmp_path / "r.xml", tmp_path / "s.xml", tmp_path / "r.tsr"
    file.write_bytes(sign())
    answer = with_chain(authority, timestamping.request_for(file))
    for reply_bytes in (answer, turned(answer)):
        reply.write_bytes(reply_bytes)
        timestamping.stamp_with_file(file, reply, out)
        found = verify_bytes(
            out.read_bytes(), Trust((identity().authority, authority.root)), NOW, file="s.xml"
        )
        assert found.verdict == "valid", found.reasons
        assert found.proven_at
    sorted_answer = in_order(answer)
    assert len(sorted_answer) == len(answer)
    assert in_order(sorted_answer) == sorted_answer
    (tmp_path / "sorted.tsr").write_bytes(sorted_answer)
    run("openssl", "ts", "-verify", "-in", tmp_path / "sorted.tsr", "-queryfile",
        authority.folder / "q.tsq", "-CAfile", authority.pem)  # fmt: skip


@given(st.binary(max_size=200))
def test_any_bytes_come_back_as_long_as_they_were(data: bytes) -> None:
    assert len(in_order(data)) == len(data)


def test_a_cut_answer_comes_back_as_it_is(authority: TimeAuthority, tmp_path: Path) -> None:
    file = tmp_path / "r.xml"
    file.write_bytes(sign())
    answer = with_chain(authority, timestamping.request_for(file))
    for end in range(0, len(answer), 37):
        assert len(in_order(answer[:end])) == end
