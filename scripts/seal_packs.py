"""Write the SHA-256 of every file of the shipped packs into their pack.toml.

    python scripts/seal_packs.py [--check]

Only for a version that was not released yet: a released one is copied to a new folder first.
"""

import hashlib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def sums(folder: Path) -> dict[str, str]:
    form = ROOT / "forms" / folder.relative_to(ROOT / "schemas")
    found = {}
    for base, prefix in ((folder, ""), (form, "form/")):
        for path in sorted(base.rglob("*")):
            if (
                path.is_file()
                and path.name not in ("pack.toml", "README.md")
                and not path.name.startswith(".")
            ):
                name = prefix + path.relative_to(base).as_posix()
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def main() -> int:
    stale = 0
    for manifest in sorted((ROOT / "schemas").glob("*/*/pack.toml")):
        text = manifest.read_text(encoding="utf-8")
        head = re.split(r"^\[pack\.files\]$", text, flags=re.MULTILINE)[0].rstrip()
        lines = "".join(f'"{name}" = "{value}"\n' for name, value in sums(manifest.parent).items())
        fresh = f"{head}\n\n[pack.files]\n{lines}"
        if fresh != text:
            stale += 1
            if "--check" not in sys.argv:
                manifest.write_text(fresh, encoding="utf-8")
            print(f"{'stale' if '--check' in sys.argv else 'sealed'}: {manifest.relative_to(ROOT)}")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
