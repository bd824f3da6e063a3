"""Three hundred kills at random moments, sixty of each kind of work."""

import random
from pathlib import Path

import pytest
from crashing import SCENARIOS, kill_once

KILLS = 60


@pytest.mark.interop
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", sorted(SCENARIOS))
def test_hundreds_of_kills(name: str, tmp_path: Path) -> None:
    scenario = SCENARIOS[name](tmp_path)
    scenario.prepare()
    chance = random.Random()
    told = [kill_once(name, scenario, chance, longest=1.0) for _ in range(KILLS)]
    assert max(told) > 0  # the kills fell into work, not into its beginning
