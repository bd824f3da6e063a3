"""Commands that begin something: the window, a workspace, the demo, the self-test."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.reply import DONE, FAULT, Reply
from app.cli.session import Session
from app.errors import UserError

if TYPE_CHECKING:
    from app.services.demo import Demo
    from app.services.desk import Desk


class NoScreen(UserError):
    """There is nothing that a window could be shown on."""

    code = "no-screen"


def has_screen() -> bool:
    """Whether a window can be shown: every system but a Linux without a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def gui(session: Session, _options: Namespace) -> Reply:
    """The window."""
    if not has_screen():
        raise NoScreen(
            "there is no screen to show the window on (neither DISPLAY nor WAYLAND_DISPLAY is set);"
            " “praya --help” lists what works without one"
        )
    return show_window(session)


def show_window(session: Session, start_return: str | None = None) -> Reply:
    """Open the window and wait until it is closed."""
    from app.services.demo import open_sample  # noqa: PLC0415
    from app.ui.application import run  # noqa: PLC0415  (Qt is loaded for the window alone)

    # Without a workspace, or what opens it, the window itself asks for it.
    desk, refused = None, None
    try:
        desk = session.desk if session.path.exists() else None
    except UserError as error:
        refused = error
    code = run(
        desk,
        start_return,
        path=session.path,
        seat=session.seat,
        refused=refused,
        sample=open_sample,
    )
    return Reply({"closed": True, "exit": code}, (), DONE if code == 0 else FAULT)


def demo(session: Session, options: Namespace) -> Reply:
    """The sample month, and then the window on it where there is a screen."""
    from app.services import demo as sample  # noqa: PLC0415

    done = sample.run_demo(Path(options.out) if options.out else None, session.say)
    session.say("")
    for line in _where(done):
        session.say(line)
    if options.no_gui or options.json:
        return Reply(done.as_dict())
    if not has_screen():
        session.say("There is no screen here, so the window stays closed.")
        return Reply(done.as_dict())
    session.use(done.workspace, sample.PREPARER, done.passphrase)
    return show_window(session, done.returns[-1].record.id)


def _where(done: "Demo") -> list[str]:
    return [
        f"Everything lies in {done.folder}",
        f"  workspace    {done.workspace.name}  (passphrase in {done.passphrase.name})",
        f"  workbooks    workbooks{os.sep}   signed returns  signed{os.sep}",
        f"  authority    {done.trust.name}  (made on the spot, trusted by nobody)",
        f"To open it again: praya --workspace {done.workspace} --passphrase-file {done.passphrase}",
    ]


def init(session: Session, options: Namespace) -> Reply:
    """A new workspace."""
    from app.services import opening  # noqa: PLC0415
    from app.services.packs import list_packs  # noqa: PLC0415

    desk = opening.create_desk(
        session.path,
        entity=options.entity,
        ce=options.ce,
        seat=session.seat,
        passphrase_file=session.passphrase_file,
    )
    try:
        packs = [pack.id for pack in list_packs(desk)]
    finally:
        desk.workspace.close()
    body = {
        "workspace": str(session.path),
        "entity": options.entity,
        "ce": options.ce,
        "packs": packs,
    }
    return Reply(body, (f"made the workspace {session.path}", f"  packs: {', '.join(packs)}"))


def self_test(_session: Session, _options: Namespace) -> Reply:
    """Check this installation from end to end."""
    from app.services.selftest import run_self_test  # noqa: PLC0415

    steps = run_self_test(_show_window)
    failed = [step for step in steps if not step.passed]
    lines = [f"{'ok    ' if s.passed else 'FAILED'}  {s.name}: {s.detail}" for s in steps]
    lines.append("everything works" if not failed else f"{len(failed)} of {len(steps)} failed")
    body = {"passed": not failed, "steps": [step.as_dict() for step in steps]}
    return Reply(body, lines, FAULT if failed else DONE)


def _show_window(desk: "Desk", return_id: str) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.ui.trial import show_and_close  # noqa: PLC0415  (Qt is loaded for the window alone)

    return show_and_close(desk, return_id)


HANDLERS = {"gui": gui, "demo": demo, "init": init, "self-test": self_test}
