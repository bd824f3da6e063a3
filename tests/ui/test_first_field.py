"""One field from the workbook to the signed XML and into the window."""

import subprocess
from pathlib import Path

import pytest
import xlsxwriter
from pytestqt.qtbot import QtBot

from app.domain.clock import now
from app.services import checks, drafts, imports, packs, returns, submission
from app.services.desk import Desk
from app.signing.authority import make_demo_signer
from app.store.keyfile import Secret
from app.store.workspace import Workspace
from app.ui.main_window import MainWindow


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    workspace = Workspace.create(
        tmp_path / "a.praya", Secret("pw", "passphrase"), {"entity": "X", "ce": "AXC846"}
    )
    desk = Desk(workspace, "mei")
    packs.add_shipped(desk)
    return desk


def test_a_field_goes_all_the_way(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    record = returns.new_return(desk, "CWR", "2026-10")
    book = xlsxwriter.Workbook(tmp_path / "finance.xlsx")
    sheet = book.add_worksheet("Wallets")
    for number, row in enumerate([["WalletId", "ColdHkd", "HotHkd"], ["W1", "980.00", "x20"]]):
        sheet.write_row(number, 0, row)
    book.close()
    imports.import_table(desk, record.id, tmp_path / "finance.xlsx", "Wallets", "Wallets/Wallet")
    drafts.set_value(desk, record.id, "Header/CeNumber", "AXC846")

    (finding,) = checks.check_return(desk, record.id).findings
    assert finding.origin is not None
    assert (finding.origin.sheet, finding.origin.cell) == ("Wallets", "C2")

    window = MainWindow(desk)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.tasks.idle and window.fields.rowCount() == 4)
    assert window.verdict.text() == "1 findings"
    window.fields.item(3, 1).setText("20.00")
    qtbot.waitUntil(lambda: window.tasks.idle and window.verdict.text() == "valid")
    window.close()

    other = Desk(desk.workspace, "boss")
    submission.send_for_review(desk, record.id)
    submission.approve(other, record.id)
    demo = make_demo_signer("Lantau", "Chan", "pw", at=now())
    (tmp_path / "key.p12").write_bytes(demo.p12)
    (tmp_path / "authority.pem").write_bytes(demo.authority_pem)
    submission.sign_with_p12(other, record.id, tmp_path / "key.p12", "pw")
    signed = submission.export(other, record.id, tmp_path / "out")[0].path
    assert submission.verify_file(signed, [tmp_path / "authority.pem"]).verdict == "valid"
    subprocess.run(
        ["xmlsec1", "--verify", "--trusted-pem", str(tmp_path / "authority.pem"), str(signed)],
        check=True,
        capture_output=True,
    )
