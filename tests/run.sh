#!/usr/bin/env bash
# Builds daopai with its tests and runs them all: ./tests/run.sh [PRESET] [arguments of ctest]
# PRESET is dev without one; `cmake --list-presets=test` names the others. On Debian, installs what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/packages.sh

preset=${1:-dev}
jobs=$(nproc)

ensure_packages "${packages_build[@]}" "${packages_tests[@]}"
if [[ $preset != dev ]]; then ensure_packages "${packages_ci[@]}"; fi

cmake --preset "$preset"
cmake --build --preset "$preset" --parallel "$jobs"
ctest --preset "$preset" --parallel "$jobs" "${@:2}"
