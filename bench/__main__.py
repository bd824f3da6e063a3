"""Print every step's median seconds and peak memory beside its rival's.

python -m bench [--rows N …] [--runs N]
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

PAIRS = (
    ("dry run of the workbook", "dry_run_praya", ("read_calamine", "import_praya")),
    ("import of the workbook", "import_praya", ("read_calamine",)),
    ("whole check of the return", "check_praya", ("validate_xmllint",)),
    ("the same check again", "check_again_praya", ("validate_xmllint",)),
    ("write canonical XML", "write_praya", ("write_formatted_strings",)),
    ("complete XSD verdict", "validate_praya", ("validate_xmllint", "validate_xmllint_stream")),
    ("sign", "sign_praya", ("sign_sha256_alone", "sign_signxml")),
    ("verify", "verify_praya", ("verify_xmlsec1",)),
    ("workbook to signed XML", "path_praya", ("path_usual_script",)),
)
LARGEST = {"sign_signxml": 100_000, "path_usual_script": 100_000}
"""Beyond so many rows these do not finish in the memory of a workstation."""


def measure(name: str, folder: Path, runs: int) -> tuple[float, int]:
    """Median seconds of the step itself, and peak memory of its process (children too) in MB."""
    seconds, peak = [], 0
    for _ in range(runs):
        command = [sys.executable, "-m", "bench.steps", name, str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            output = process.stdout.read() if process.stdout else ""
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"{name} failed")
        seconds.append(float(output))
        peak = max(peak, usage.ru_maxrss // 1024)
    return statistics.median(seconds), peak


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, help="3, and 1 from 100,000 rows on")
    options = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for rows in options.rows:
        print_table(rows, options.runs or (3 if rows < 100_000 else 1))


def print_table(rows: int, runs: int) -> None:
    """Every step beside its rivals, on as many rows."""
    print(f"\n{rows:,} rows of 12 columns, median of {runs} runs\n")
    print("| step | Praya | MB | rival | s | MB | times the rival |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="praya-bench-") as name:
        folder = Path(name)
        (folder / "count").write_text(str(rows))
        # In a process of its own: a child's peak memory counts what its parent held when it began.
        subprocess.run([sys.executable, "-m", "bench.data", name, str(rows)], check=True)
        for title, own, rivals in PAIRS:
            seconds, peak = measure(own, folder, runs)
            for rival in rivals:
                if rows > LARGEST.get(rival, rows):
                    continue
                other, theirs = measure(rival, folder, runs)
                label = rival.partition("_")[2].replace("_", " ")
                print(
                    f"| {title} | {seconds:.3f} | {peak} | {label} | {other:.3f} | {theirs}"
                    f" | {seconds / other:.2f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
