"""What a workspace has chosen of the settings that its packs offer."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.languages import in_language
from app.domain.pack import Pack, Setting


@dataclass(frozen=True, slots=True)
class Chosen:
    """A setting with its value. `changed` is off while it stands at the pack's default."""

    name: str
    value: str
    choices: tuple[str, ...]
    default: str
    pack_id: str
    labels: Mapping[str, str] = field(default_factory=dict)
    changed: bool = False
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """What is chosen, in words."""
        return in_language(self.labels, language) or self.name

    def word(self, choice: str, language: str) -> str:
        """A choice in words; as the rules read it where the pack has none."""
        words = self.words.get(choice, {})
        return in_language(words, language) or choice


def chosen(setting: Setting, pack: Pack, values: Mapping[str, str]) -> Chosen:
    """A pack's setting as the workspace has chosen it."""
    value = values.get(setting.name, setting.default)
    if value not in setting.choices:
        value = setting.default  # a choice of another version, which this one no longer has
    return Chosen(
        name=setting.name,
        value=value,
        choices=setting.choices,
        default=setting.default,
        pack_id=pack.id,
        labels=setting.labels,
        changed=value != setting.default,
        words=setting.words,
    )


def values_for(pack: Pack, values: Mapping[str, str]) -> dict[str, str]:
    """The settings that a pack's rules see: the workspace's choices, else the pack's defaults."""
    return {setting.name: chosen(setting, pack, values).value for setting in pack.settings}
