#!/usr/bin/env bash
# Runs the program as a user does: run_test.sh PROGRAM SOURCE_DIR
set -uo pipefail
readonly program=$1 source=$2
readonly plan=$source/examples/plans/plan-0-reinspection.json
readonly work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# expect WHAT EXPECTED ACTUAL
expect() {
  [[ $2 == "$3" ]] && return
  echo "FAILED: $1: expected '$2', got '$3'"
  failures=$((failures + 1))
}

# expect_in WHAT PART FILE
expect_in() {
  grep -qF -- "$2" "$3" && return
  echo "FAILED: $1: expected '$2' in:"
  head -5 "$3"
  failures=$((failures + 1))
}

# run ARGUMENTS...: leaves exit code, stdout and stderr
run() {
  "$program" "$@" >"$work/out" 2>"$work/err"
  code=$?
}

run --version
expect "--version" 0 $code
expect_in "--version" "daopai " "$work/out"
run --help
expect "--help" 0 $code
expect_in "--help" "schedule" "$work/out"
run schedule --help
expect "schedule --help" 0 $code
expect_in "schedule --help" "--today" "$work/out"

for wrong in "" "shedule" "schedule" "check" "schedule $plan --format xml" "schedule $plan --today 2025-02-30" \
  "schedule $plan --lang fr" "check $plan --nonsense"; do
  # shellcheck disable=SC2086  # lists of words
  run $wrong
  expect "wrong usage '$wrong'" 2 $code
  expect "stdout of wrong usage '$wrong'" "" "$(cat "$work/out")"
done

run check "$plan"
expect "check of a good plan" 0 $code
expect_in "check of a good plan" "37 tasks, 24 units, 1 inspection" "$work/out"

printf '{"daopai": 1, "calendar": "china", "tasks": [{"id": "a", "duraton": 1}]}' >"$work/bad.json"
run check "$work/bad.json"
expect "check of a bad plan" 1 $code
expect "stdout for a bad plan" "" "$(cat "$work/out")"
expect_in "check of a bad plan" "$work/bad.json:1:58: tasks[0].duraton: there is no field \"duraton\"" "$work/err"
run schedule "$work/bad.json" --today 2025-07-01
expect "schedule of a bad plan" 1 $code
run check "$work/none.json"
expect "check of a file that is not there" 1 $code
expect_in "check of a file that is not there" "none.json: cannot be opened" "$work/err"

run schedule - <"$plan"
expect "a plan from stdin" 0 $code
expect_in "a plan from stdin" "教育部复检" "$work/out"
expect "colour outside a terminal" "" "$(grep -c $'\x1b' "$work/out" | grep -v '^0$')"
run check - <"$work/bad.json"
expect_in "a bad plan from stdin" "stdin:1:58: " "$work/err"

printf '{"daopai": 1, "calendar": "china", "tasks": [{"id": "a", "duration": 3}]}' >"$work/undated.json"
run schedule "$work/undated.json"
expect "no today anywhere" 2 $code
expect_in "no today anywhere" "the plan has no \"today\"" "$work/err"
run schedule "$work/undated.json" --today 2025-07-01 --format json
expect "a today of one's own" 0 $code
expect_in "a today of one's own" '"today":"2025-07-01","finish":"2025-07-03"' "$work/out"

# 2027-01-04 to 2027-01-06 are days off in this list, so three days last until 2027-01-11.
printf 'date,type,name,year\n2027-01-04,off,x,2027\n2027-01-05,off,x,2027\n2027-01-06,off,x,2027\n' >"$work/2027.csv"
run schedule "$work/undated.json" --today 2027-01-04 --format json --holidays "$work/2027.csv"
expect "holidays of one's own" 0 $code
expect_in "holidays of one's own" '"finish":"2027-01-11"' "$work/out"
expect "a year that the list publishes" "" "$(grep calendar-not-published "$work/out")"
run schedule "$work/undated.json" --today 2027-01-04 --format json
expect_in "a year that nobody published" 'calendar-not-published' "$work/out"
printf 'date,type\n' >"$work/bad.csv"
run schedule "$plan" --holidays "$work/bad.csv"
expect "a bad list of holidays" 1 $code
expect_in "a bad list of holidays" 'bad.csv:1: there is no column "year"' "$work/err"

run schedule "$plan" --format json
cp "$work/out" "$work/expected.json"
run schedule "$plan" --format json --output "$work/answer.json"
expect "an output file" 0 $code
expect "stdout beside an output file" "" "$(cat "$work/out")"
cmp "$work/expected.json" "$work/answer.json" || failures=$((failures + 1))
run schedule "$work/bad.json" --today 2025-07-01 --output "$work/answer.json"
expect "a bad plan with an output file" 1 $code
cmp "$work/expected.json" "$work/answer.json" || failures=$((failures + 1))
(ulimit -f 1; trap '' XFSZ; "$program" schedule "$plan" --format json --output "$work/answer.json" 2>"$work/err")
expect "a file that may not grow" 1 $?
expect_in "a file that may not grow" "cannot be written" "$work/err"
cmp "$work/expected.json" "$work/answer.json" || failures=$((failures + 1))
expect "files left behind" "" "$(ls "$work" | grep -F 'answer.json.')"

"$program" schedule "$plan" 2>"$work/err" >/dev/full
expect "a full disk" 1 $?
expect_in "a full disk" "stdout: cannot be written" "$work/err"
{ "$program" schedule "$plan" 2>"$work/err"; echo $? >"$work/code"; } | true
sleep 0.2
{ sleep 0.3; "$program" schedule "$plan" 2>"$work/err"; echo $? >"$work/code"; } | true
expect "a closed pipe" 1 "$(cat "$work/code")"
expect_in "a closed pipe" "stdout: cannot be written" "$work/err"

if command -v script >/dev/null; then
  script -qec "TERM=xterm '$program' schedule '$plan'" /dev/null >"$work/out" </dev/null
  expect_in "colour on a terminal" $'\x1b[33m' "$work/out"
  script -qec "NO_COLOR=1 TERM=xterm '$program' schedule '$plan'" /dev/null >"$work/out" </dev/null
  expect "colour on a terminal with NO_COLOR" "0" "$(grep -c $'\x1b\\[33m' "$work/out")"
fi

# Why two scores differ: two objects, or one in two periods; the parts sum to the difference.
cat >"$work/two.json" <<'JSON'
{"indicators": [
  {"id": "spend", "points": 6, "rule": {"kind": "linear", "from": 0, "to": 6}},
  {"id": "rate", "points": 4, "rule": {"kind": "proportional", "target": 100}}],
 "observations": [
  {"object": "A", "indicator": "spend", "value": 3, "period": "2023"},
  {"object": "A", "indicator": "rate", "value": 90, "period": "2023"},
  {"object": "A", "indicator": "spend", "value": 5, "period": "2024"},
  {"object": "A", "indicator": "rate", "value": 80, "period": "2024"},
  {"object": "B", "indicator": "spend", "value": 6, "period": "2024"},
  {"object": "B", "indicator": "rate", "value": 50, "period": "2024"}]}
JSON
run score "$work/two.json" --difference A B
expect "the difference of two objects" 0 $code
expect "the parts of a difference" "spend       5.00  6.00       -1.00
rate        3.20  2.00       +1.20
Points      8.20  8.00       +0.20" "$(tail -n 3 "$work/out" | sed 's/^\(spend\|rate\|Points\) */\1 /' | awk '{printf "%-9s %6s %5s %11s\n", $1, $2, $3, $4}')"
run score "$work/two.json" --difference A@2024 A@2023 --format json
expect "the difference of two periods" 0 $code
expect_in "the difference of two periods" '"difference":1.6,"lines":[{"indicator":"spend","first":5,"second":3,"points":2},{"indicator":"rate","first":3.2,"second":3.6,"points":-0.4}]' "$work/out"
for wrong in "A C" "A@1999 A" "A"; do
  # shellcheck disable=SC2086  # lists of words
  run score "$work/two.json" --difference $wrong
  expect "wrong difference '$wrong'" 2 $code
done

# The three real systems, with their made-up observations.
for real in river_chief_2018_departments river_chief_2018_towns quality_balance_2017_county \
  quality_balance_2017_schools vocational_conditions_2022; do
  run score "$source/examples/indicators/$real.json"
  expect "$real" 0 $code
  expect "what is wrong with $real" "" "$(cat "$work/err")"
done

[[ $failures == 0 ]] && echo "all is well"
exit $((failures > 0))
