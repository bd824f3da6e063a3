"""Killed while it works, a workspace opens with all that was committed (many more in tests/interop)."""

import random
from pathlib import Path

import pytest
from crashing import SCENARIOS, kill_once

KILLS = 4


@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_nothing_committed_is_lost_and_nothing_is_half_done(name: str, tmp_path: Path) -> None:
    scenario = SCENARIOS[name](tmp_path)
    scenario.prepare()
    chance = random.Random()
    for _ in range(KILLS):
        kill_once(name, scenario, chance)
