#!/bin/sh
# Set up the independent verifiers that `make interop` runs, each in an environment of its own, so that
# nothing of them comes near the program.
set -eu
here=$(dirname "$0")/../tests/interop/outside
cd "$here"
if [ ! -e .venv/.ready ] || [ requirements.txt -nt .venv/.ready ]; then
    "${PYTHON:-python3}" -m venv .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
    touch .venv/.ready
fi
if [ ! -e node_modules/.ready ] || [ package-lock.json -nt node_modules/.ready ]; then
    npm ci --silent --no-audit --no-fund >/dev/null
    touch node_modules/.ready
fi
