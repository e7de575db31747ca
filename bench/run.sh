#!/usr/bin/env bash
# Measures daopai beside its peers: ./bench/run.sh [--quick]
# Writes bench/results.md and bench/results.svg. With --quick, small plans once, and only to build/bench/: a minute that
# holds every peer to the same answer, but tells little of speed. On Debian, installs what is missing but the peers;
# those that are not installed are left out.
set -euo pipefail
cd "$(dirname "$0")/.."
source cmake/packages.sh

quick=${1:-}
if [[ -n $quick && $quick != --quick ]]; then
  sed -n '2,5s/^# //p' "$0" >&2
  exit 2
fi

ensure_packages "${packages_build[@]}" "${packages_bench[@]}"
mapfile -t absent < <(missing_packages "${packages_peers[@]}")
if ((${#absent[@]} > 0)); then echo "Peers that are not installed and left out: ${absent[*]}" >&2; fi

{
  cmake --preset bench
  cmake --build --preset bench --parallel "$(nproc)" --target bench
} >&2

readonly programs=build/bench/bench
readonly found=build/bench/found
rm -rf "$found"
mkdir -p "$found"

# measure NAME PROGRAM ARGUMENT...: runs a program, if it was built, and keeps what it says in NAME.json.
measure() {
  local name=$1 program=$2
  if [[ ! -x $program ]]; then return; fi
  echo "$name" >&2
  "$program" "--benchmark_out=$found/$name.json" --benchmark_out_format=json "${@:3}" >/dev/null 2>"$found/stderr" ||
    { cat "$found/stderr" >&2; return 1; }
}

# measure_script NAME COMMAND SCRIPT SIZE...: the same for a peer in another language, where COMMAND tells that it is there.
measure_script() {
  if ! eval "$2" 2>/dev/null >&2; then return; fi
  echo "$1" >&2
  python3 "bench/$3" "$programs/bench_draw" "${@:4}" >"$found/$1.json"
}

# One process for each peer and kind of work, so that none finds the memory that another has left behind.
readonly families=(
  kernel:limit/stream
  kernel:passes/daopai kernel:one_shot/daopai-reused kernel:one_shot/daopai-fresh kernel:full kernel:read kernel:memory
  kernel:counties
  boost:passes/boost-adjacency_list boost:one_shot/boost-adjacency_list boost:passes/boost-csr boost:one_shot/boost-csr
  boost:passes/boost-dag_shortest_paths boost:one_shot/boost-dag_shortest_paths
  lemon:passes/lemon-static lemon:one_shot/lemon-static lemon:passes/lemon-smart lemon:one_shot/lemon-smart
  igraph:passes igraph:one_shot glpk:passes glpk:one_shot
)

# The largest plans are for these alone: the others take minutes to build theirs, and fall behind as they do before.
readonly families_of_large=(
  kernel:limit/stream kernel:passes/daopai kernel:one_shot/daopai-reused kernel:full kernel:memory
  boost:passes/boost-adjacency_list boost:passes/boost-csr lemon:passes/lemon-static
)

# round NUMBER SECONDS SIZES FAMILY...: each family once, on the plans whose names end with SIZES.
round() {
  local family program repeated
  for family in "${@:4}"; do
    program=${family%%:*}
    repeated=1
    if [[ $family == kernel:counties ]]; then repeated=7; fi  # several threads at once: who else works tells most
    measure "$(tr / - <<<"${family#*:}")-$program-$1" "$programs/bench_$program" \
      "--benchmark_min_time=$2" "--benchmark_repetitions=$repeated" "--benchmark_filter=^${family#*:}.*/($3)(/real_time)?\$"
  done
}

if [[ -n $quick ]]; then
  round 1 0.01 '(layered|shuffled|unlagged)/(1000|10000)|counties/(200|1|2)|chain/1000|random/1000' "${families[@]}"
  measure plan "$programs/bench_plan" --benchmark_min_time=0.01 '--benchmark_filter=/(1000|10000)$'
  measure_script networkx 'python3 -c "import networkx"' networkx_peer.py 1000
  measure_script taskjuggler 'command -v tj3' taskjuggler_peer.py 100
  python3 bench/table.py "$found" build/bench/quick.md build/bench/quick.svg
  echo build/bench/quick.md
  exit
fi

# Two rounds, far apart, so that a burst of other work on the machine spoils one at most; the largest plans once.
full_round() {
  round "$1" 0.1 'layered/10{3,6}|(shuffled|random|chain)/(10000|1000000)|unlagged/10{3,5}|counties/.*' "${families[@]}"
  measure "plan-$1" "$programs/bench_plan" --benchmark_min_time=0.2
}
full_round 1
measure reschedule "$programs/bench_reschedule"
measure composite "$programs/bench_composite"
measure scoring "$programs/bench_scoring"
measure_script networkx 'python3 -c "import networkx"' networkx_peer.py 1000 10000 100000
measure_script taskjuggler 'command -v tj3' taskjuggler_peer.py 500 1000 2000
round large 0.1 'layered/10000000' "${families_of_large[@]}"
full_round 2
python3 bench/table.py "$found" bench/results.md bench/results.svg
echo bench/results.md
