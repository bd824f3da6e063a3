"""The sample month: its workbooks are what the script writes, and the demo goes all the way."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.cli.main import main
from app.domain.identifiers import check_address, is_ce, is_lei
from app.services.corrections import correct
from app.services.demo import Demo, run_demo
from app.services.demoplan import sample_folder
from app.services.imports import dry_run
from app.services.opening import open_desk
from app.services.packs import open_pack, shipped_packs
from app.services.templates import write_template
from app.services.verification import verify_file

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Demo, list[str]]:
    said: list[str] = []
    return run_demo(tmp_path_factory.mktemp("demo"), said.append), said


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {item.filename: archive.read(item) for item in archive.infolist()}


def test_the_script_writes_these_workbooks(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "scripts" / "build_sample.py", tmp_path], check=True)
    fresh = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.xlsx"))
    kept = sorted(path.relative_to(sample_folder()) for path in sample_folder().rglob("*.xlsx"))
    assert fresh == kept
    for name in fresh:
        assert members(tmp_path / name) == members(sample_folder() / name), name
    plan = (sample_folder() / "plan.toml").read_text(encoding="utf-8")
    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == plan
    assert sum((sample_folder() / name).stat().st_size for name in kept) < 400_000


def test_the_invented_firm_and_its_wallets_pass_their_checks() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from sample_month import firm  # noqa: PLC0415
        from sample_month.addresses import address, with_one_wrong_character  # noqa: PLC0415
        from sample_month.figures import wallets  # noqa: PLC0415
    finally:
        sys.path.pop(0)
    leis = [firm.ENTITY_LEI, firm.INSURER_LEI, *firm.BANK_LEIS.values()]
    assert all(is_lei(text) for text in leis)
    assert is_ce(firm.CE)
    places = [(chain, address(chain, w.id)) for w in wallets() for chain in w.chains]
    assert all(check_address(chain, text) for chain, text in places)
    assert len({text for chain, text in places if chain == "bitcoin"}) == 8
    assert not check_address("bitcoin", with_one_wrong_character(address("bitcoin", "BTC-C03")))


def test_the_demo_finds_every_planted_mistake_and_nothing_else(
    walked: tuple[Demo, list[str]],
) -> None:
    found = {
        " ".join(part.strip() for part in line.split(maxsplit=1))
        for line in walked[1]
        if line.startswith("    ") and re.fullmatch(r"[A-Z]+-[A-Z0-9]+|COMPUTED", line.split()[0])
    }
    assert found == {
        "CELL-ERROR ledger.xlsx Movements!F17",
        "CELL-PRECISION balances.xlsx Wallet balances!D20",
        "CAR-007 client-money.xlsx Client accounts!H9",
        "CAR-011 ledger.xlsx Movements!I11",
        "CAR-013 ledger.xlsx Summary!B4",
        "CWR-001 daily-positions.xlsx Daily!B19",
        "CWR-001 daily-positions.xlsx Daily!B25",
        "CWR-002 balances.xlsx Cold and hot!B12",
        "CWR-009 wallets.xlsx Register!K23",
        "CWR-013 wallets.xlsx Addresses!C6",
        "CWR-016 daily-positions.xlsx Daily!I19",
        "CWR-108 daily-positions.xlsx Daily!G19",
        "CWR-109 daily-positions.xlsx Daily!F19",
        "FRS-004 capital.xlsx Liquid capital!B9",
        "FRS-012 Deficit/ReportedAt",
        "FRS-012 Deficit/Since",
        "INC-001 incident-final.xlsx Record!B3",
        "INC-108 incident-final.xlsx Lessons!A4",
        "INC-108 incident-final.xlsx Record!B22",
        "INC-108 incident-final.xlsx Remedies!A4",
        "PTS-006 products.xlsx Clients!E4",
        "SCR-002 stablecoins.xlsx Coins!E5",
        "SCR-007 stablecoins.xlsx Issuers!B4",
        "VALUE-MISSING Capital/PreviousLiquidCapital",
        "XR-003 Deficit/IncidentReference",
    }


def test_october_opens_with_what_september_closed_with_and_said(
    walked: tuple[Demo, list[str]],
) -> None:
    said = [line.strip() for line in walked[1]]
    carried = [line for line in said if line.startswith("carried forward: ")]
    assert sum(line.endswith(" rows from 2026-09") for line in carried) == 5
    assert sum(line.endswith("from the report before") for line in carried) == 2
    (proposed,) = (line for line in said if line.startswith("proposed for CAR-007 from 2026-09"))
    assert proposed.endswith("(difference -12,500 then, -13,180 now)")


def test_the_demo_leaves_filed_and_signed_returns_that_others_accept(
    walked: tuple[Demo, list[str]], tmp_path: Path
) -> None:
    demo, said = walked
    states = [(r.record.return_type, r.record.period, r.record.state.value) for r in demo.returns]
    monthly = ("CAR", "CWR", "FRS", "SCR", "PTS")
    assert states == [
        *((each, "2026-09", "filed") for each in monthly),
        *[("INC", "2026-10", "filed")] * 3,
        *((each, "2026-10", "signed") for each in monthly),
    ]
    packs = {pack.id: pack for pack in map(open_pack, shipped_packs())}
    for item in demo.returns:
        pack = packs[item.record.pack_id]
        for name, body in pack.schema_files.items():
            (tmp_path / name).write_bytes(body)
        signed = next(file.path for file in item.files if file.kind == "return")
        assert verify_file(signed, [demo.trust]).verdict == "valid"
        schema = tmp_path / pack.manifest.schema
        subprocess.run(["xmllint", "--noout", "--schema", schema, signed], check=True,
                       capture_output=True)  # fmt: skip
        subprocess.run(["xmlsec1", "--verify", "--trusted-pem", demo.trust, signed], check=True,
                       capture_output=True)  # fmt: skip
    assert sum("xmllint valid, xmlsec1 valid" in line for line in said) == 13


@pytest.mark.interop
def test_every_filled_template_comes_back_from_libreoffice_without_a_finding(
    walked: tuple[Demo, list[str]], tmp_path: Path
) -> None:
    demo = walked[0]
    for file in demo.folder.glob("sample.praya*"):
        shutil.copy(file, tmp_path)
    desk = open_desk(
        tmp_path / demo.workspace.name, seat="Wong Mei", passphrase_file=demo.passphrase
    )
    drafts = {}
    for item in demo.returns[5:]:
        kind = item.record.return_type
        if kind not in drafts and item.record.follows_id is None:
            drafts[kind] = correct(desk, item.record.id).id
            write_template(desk, kind, tmp_path / f"{kind}.xlsx", return_id=drafts[kind])
    books = [str(tmp_path / f"{kind}.xlsx") for kind in drafts]
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(["soffice", profile, "--headless", "--norestore", "--convert-to", "xlsx",
                    "--outdir", tmp_path / "again", *books],
                   check=True, capture_output=True, timeout=200)  # fmt: skip
    assert len(drafts) == 6
    for kind, number in drafts.items():
        preview = dry_run(desk, number, tmp_path / "again" / f"{kind}.xlsx")
        assert (kind, preview.findings, preview.cells) == (kind, (), 0)
        assert sum(preview.rows.values()) > 1
    desk.workspace.close()


def test_the_demo_on_the_command_line(
    walked: tuple[Demo, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    demo = walked[0]
    common = ["--workspace", str(demo.workspace), "--passphrase-file", str(demo.passphrase)]
    assert demo.passphrase.stat().st_mode & 0o077 == 0
    assert main([*common, "return", "list"]) == 0
    listed = capsys.readouterr().out
    assert listed.count("filed") == 13
    assert "signed, not yet filed" in listed
    assert "submitted" not in listed
    assert main([*common, "history", "verify"]) == 0


def test_a_second_demo_leaves_the_first_alone(walked: tuple[Demo, list[str]]) -> None:
    from app.services.demo import _fresh_folder  # noqa: PLC0415

    first = walked[0].folder
    assert _fresh_folder(first).parent == first
    assert walked[0].workspace.is_file()
