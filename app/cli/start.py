"""Commands that begin something: the window, a workspace, the demo, the self-test."""

import os
import sys
from argparse import Namespace

from app.cli.reply import DONE, FAULT, Reply
from app.cli.session import Session
from app.errors import UserError


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
    from app.ui.application import run  # noqa: PLC0415  (Qt is loaded for the window alone)

    code = run(session.desk, start_return=start_return)
    return Reply({"closed": True, "exit": code}, (), DONE if code == 0 else FAULT)


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


HANDLERS = {"gui": gui, "init": init}
