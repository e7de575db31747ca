"""Lights and progress as the program shows them: lights_test.py PROGRAM SOURCE_DIR.

The figures are worked out by hand: dates on a calendar, shares from the durations below.
"""
import json
import pathlib
import subprocess
import sys

program, source = sys.argv[1], pathlib.Path(sys.argv[2])

# The inspection on Friday 2025-07-11 leaves b 07-09 to 07-10 and a 07-04 to 07-08 (three days).
PLAN = {
    "daopai": 1, "calendar": "monday-to-friday", "today": "2025-07-08",
    "units": [{"id": "edu", "name": "教育局"}, {"id": "towns", "name": "乡镇"}],
    "inspections": [{"id": "moe", "date": "2025-07-11", "after": ["b"]}],
    "tasks": [
        {"id": "P", "name": "阶段"},
        {"id": "a", "duration": 3, "lead": "towns", "parent": "P", "started": "2025-07-07", "remaining": 2},
        {"id": "b", "duration": 2, "lead": "edu", "parent": "P", "after": ["a"]},
        {"id": "c", "duration": 5, "lead": "edu", "finished": "2025-07-04"}]}

failures = []


def run(plan, *arguments):
    return subprocess.run([program, *arguments, "-"], input=json.dumps(plan), capture_output=True, text=True)


def answer(*arguments, plan=PLAN):
    return json.loads(run(plan, *arguments, "--format", "json").stdout)


def expect(what, expected, found):
    if expected != found:
        failures.append(f"{what}: expected {expected!r}, found {found!r}")


schedule = answer("schedule")
tasks = {task["id"]: task for task in schedule["tasks"]}
expect("state", ["late", "late", "not-due", "done"], [tasks[t]["state"] for t in "Pabc"])
expect("light", ["red", "red", "red", "blue"], [tasks[t]["light"] for t in "Pabc"])
expect("light_reason", ["short-of-time", "short-of-time", "short-of-time", "done"], [tasks[t]["light_reason"] for t in "Pabc"])
expect("light_text", "cannot be in time: 1 working day short", tasks["a"]["light_text"])
expect("light_task of the phase", "a", tasks["P"]["light_task"])
# Of a's three days 07-04 and 07-07 are over; one is done. c was planned for the last five days, 07-04 to 07-10.
expect("scheduled_progress", [0.4, 0.6667, 0, 0.4], [tasks[t]["scheduled_progress"] for t in "Pabc"])
expect("actual_progress", [0.2, 0.3333, 0, 1], [tasks[t]["actual_progress"] for t in "Pabc"])
expect("progress of the plan", (0.4, 0.6), (schedule["scheduled_progress"], schedule["actual_progress"]))
expect("lights of the plan", {"red": 2, "yellow": 0, "green": 0, "blue": 1}, schedule["lights"])

units = {unit["id"]: unit for unit in answer("units")["units"]}
expect("lights of a unit", {"red": 1, "yellow": 0, "green": 0, "blue": 1}, units["edu"]["lights"])
expect("progress of a unit", (0.2857, 0.7143), (units["edu"]["scheduled_progress"], units["edu"]["actual_progress"]))
expect("light of a unit", "red", units["towns"]["light"])

policy = {**PLAN, "lights": {"red_below": -1, "yellow_within": None, "yellow_behind": 30}}
lenient = {task["id"]: task["light"] for task in answer("schedule", plan=policy)["tasks"]}
expect("lights by another policy", {"P": "yellow", "a": "yellow", "b": "green", "c": "blue"}, lenient)

text = run(PLAN, "schedule").stdout
for part in ("Light", "done: 60.0% of the work, scheduled: 40.0%; lights: red 2, yellow 0, green 0, blue 1",
             "cannot be in time: 1 working day short"):
    expect(f"{part!r} in the text", True, part in text)
expect("Chinese", True, "序时进度 40.0%" in run(PLAN, "schedule", "--lang", "zh").stdout)
expect("Chinese in JSON", True, "来不及：差1个工作日" in run(PLAN, "schedule", "--lang", "zh", "--format", "json").stdout)
expect("units in text", True, "done: 71.4% of the work, scheduled: 28.6%; lights: red 1" in run(PLAN, "units").stdout)

bad = run({**PLAN, "lights": {"yellow_within": -1, "red": 2}, "tasks": [{"id": "a", "duration": -1}]}, "schedule")
expect("exit code of a bad policy", 1, bad.returncode)
for place in ("lights.yellow_within", "lights.red", "tasks[0].duration"):
    expect(f"{place} among the errors", True, place in bad.stderr)

# Plan 0 a month in: phase 1 was due by Friday 07-18, and two towns are late with their ledgers.
month = subprocess.run([program, "schedule", str(source / "examples/plans/plan-0-a-month-in.json"), "--format", "json"],
                       capture_output=True, text=True, check=True)
lights = {task["id"]: (task["light"], task["light_reason"]) for task in json.loads(month.stdout)["tasks"]}
expect("the late ledgers", [("red", "overdue")] * 2, [lights["P1.1-b"], lights["P1.1-c"]])
expect("four colours", {"red", "yellow", "green", "blue"}, {colour for colour, _ in lights.values()})
codes = [problem["code"] for problem in json.loads(month.stdout)["problems"]]
expect("out-of-sequence progress", 3, codes.count("out-of-sequence"))

if failures:
    sys.exit("\n".join(failures))
