#!/usr/bin/env bash
# Runs once, before the agent starts, with a filtered network: what a test run needs is downloaded
# by a test run. That a test fails is not set-up's business.
set -euo pipefail

mvn -B -ntp -q test -Dmaven.test.failure.ignore=true
export MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
