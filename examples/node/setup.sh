#!/usr/bin/env bash
# Runs once, before the agent starts, with a filtered network.
set -euo pipefail

npm ci --no-fund --no-audit
export TZ=UTC
