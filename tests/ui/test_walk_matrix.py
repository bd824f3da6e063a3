"""The walk over the sample month: every page and dialog, all languages and the testers', both themes,
at 100, 125, 150 and 200 % of the screen, each scale in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.walk

PROCESS = Path(__file__).with_name("walk_process.py")


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_nothing_is_wrong_at_any_scale(scale: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": scale,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
    }
    themes = "light,dark" if scale in ("1", "2") else "light"
    done = subprocess.run(
        [sys.executable, str(PROCESS), "en,zh-Hant,zh-Hans,xx", themes],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]
