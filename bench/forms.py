"""A large schema nobody wrote a form for: until its editor stands, and each of its sections after that.

python -m bench.forms [FOLDER MAIN ROOT]
FOLDER has the schemas of others, such as `nfe/schemas/v4_0` of nfelib with `procNFe_v4.00.xsd nfeProc`.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.services.barepack import Wishes, make_pack
from app.services.desk import Desk
from app.services.packs import add_pack, get_pack
from app.services.returns import new_return
from app.store.workspace import Workspace
from app.ui.context import Context
from app.ui.editor import ReturnEditor
from app.ui.tasks import Tasks
from app.ui.theme import Theme
from bench.data import SECRET
from bench.derivatives import MAIN, schema_files


def main() -> None:
    """Open the editor and go through its sections."""
    parser = argparse.ArgumentParser(prog="python -m bench.forms", description=__doc__)
    parser.add_argument("schema", nargs="*", help="FOLDER MAIN ROOT")
    schema = parser.parse_args().schema
    files, start, root = schema_files(), MAIN, "Trades"
    if schema:
        folder, start, root = Path(schema[0]), schema[1], schema[2]
        files = {path.name: path.read_bytes() for path in folder.glob("*.xsd")}
    application = QApplication([])
    theme = Theme(application)
    theme.use("light")
    with tempfile.TemporaryDirectory(prefix="praya-bench-") as name:
        desk = Desk(Workspace.create(Path(name) / "f.praya", SECRET, {"ce": "ZZL001"}), "bench")
        began = time.process_time()
        add_pack(desk, _pack(files, start, root))
        print(f"added and compiled in this process {time.process_time() - began:.2f} s CPU")
        _open(desk)
        desk.workspace.close()


def _pack(files: dict[str, bytes], start: str, root: str) -> dict[str, bytes]:
    wishes = Wishes(schema=start, root=root, id="forms-1.0", return_type="FORMS", version="1.0")
    return make_pack(files, wishes)


def _open(desk: Desk) -> None:
    nodes = get_pack(desk, "forms-1.0").schema.nodes
    fields = sum(len(node.fields) for node in nodes.values())
    print(f"{len(nodes):,} nodes, {fields:,} values")
    window = QMainWindow()
    tasks = Tasks(window)
    context = Context(desk, tasks)
    record = new_return(desk, "FORMS", "2026-10")
    window.resize(1280, 860)
    window.show()
    QApplication.processEvents()
    wall, cpu = time.perf_counter(), time.process_time()
    editor = ReturnEditor(context, record.id)
    window.setCentralWidget(editor)
    while not editor.stack.count() or not tasks.idle:
        QTest.qWait(1)
    QApplication.processEvents()
    _say("opened", wall, cpu, editor)
    for number in range(1, editor.sections.sections.rowCount()):
        wall, cpu = time.perf_counter(), time.process_time()
        editor.sections.choose(number)
        QApplication.processEvents()
        _say(f"section {number + 1}", wall, cpu, editor)
    window.close()
    tasks.close()


def _say(what: str, wall: float, cpu: float, editor: ReturnEditor) -> None:
    wall, cpu = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
    widgets = len(editor.stack.currentWidget().findChildren(QWidget))
    print(f"{what:12} {cpu:6.0f} ms CPU {wall:6.0f} ms {widgets:6,} widgets")


if __name__ == "__main__":
    main()
