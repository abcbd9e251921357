#!/usr/bin/env bash
# Runs once, before the agent starts: compiles the standard library and the tests into the cache.
set -euo pipefail

# The toolchain that is here, not one that would have to be downloaded.
export GOTOOLCHAIN=local
go vet ./...
go test -run '^$' ./...
