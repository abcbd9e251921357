#!/usr/bin/env bash
# Runs once, before the agent starts. What it exports is there in the agent's shell.
set -euo pipefail

python3 -m tools.build_tariff tariff.csv build/tariff.json
export BERTH_TARIFF="$PWD/build/tariff.json"
