#!/usr/bin/env bash
# Builds daopai and shows what it does: ./examples/run.sh
# Runs the main job on the plans in examples/plans/, then the example programs. On Debian, installs what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/packages.sh

ensure_packages "${packages_build[@]}"

{
  cmake --preset release
  cmake --build --preset release --parallel "$(nproc)"
} >&2

readonly daopai=build/release/src/daopai

show() {
  printf '\n$ %s\n' "$*"
  "$@"
}

for plan in examples/plans/*.json; do
  show "$daopai" check "$plan"
done
show "$daopai" schedule examples/plans/plan-0-reinspection.json --today 2025-07-01

for program in build/release/examples/*; do
  if [[ -f $program && -x $program ]]; then show "$program"; fi
done

for plan in examples/plans/plan-0-reinspection.json examples/plans/plan-2-county-programme.json; do
  show "$daopai" readiness "$plan" --lang zh
done
