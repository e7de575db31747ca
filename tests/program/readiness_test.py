#!/usr/bin/env python3
"""The readiness page and its laws, as a user sees them: readiness_test.py PROGRAM SOURCE_DIR.

Random plans with random indicators, from a fixed seed: the curve begins with what `daopai score` says
today, ends with what it says of the same plan with all tasks done, and never falls where a better value
never costs points; the points at risk add up. Then the pages of the example plans.
"""
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unicodedata
from decimal import Decimal

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
TODAY = datetime.date(2025, 6, 4)
PLANS = 40
faults = []


def expect(what, good):
    if not good:
        faults.append(what)


def run(*arguments, plan=None):
    given = None if plan is None else json.dumps(plan, ensure_ascii=False)
    return subprocess.run([program, *arguments], input=given, capture_output=True, text=True)


def answer(*arguments, plan=None):
    """The JSON answer, its numbers as exact as they are written."""
    done = run(*arguments, "--format", "json", plan=plan)
    if done.returncode != 0:
        sys.exit(f"{arguments}: {done.stderr}")
    return json.loads(done.stdout, parse_float=Decimal, parse_int=Decimal)


# --- random plans ---------------------------------------------------------------------------------

# Rules by which a higher value never gives fewer points, and one by which a lower one does not.
RULES = ["direct", {"kind": "proportional", "target": 80}, {"kind": "threshold", "target": 50},
         {"kind": "linear", "from": 10, "to": 90},
         {"kind": "deduct-per-case", "each": 0.3}]


def random_plan(dice):
    indicators = [{"id": f"i{n}", "points": 100 if RULES[n] == "direct" else dice.randint(3, 30), "rule": RULES[n],
                   "units": [dice.choice("uv")]} for n in range(len(RULES))]
    observations = [{"indicator": i["id"], "value": dice.randint(0, 100)} for i in indicators if dice.random() < 0.8]
    tasks = []
    for n in range(dice.randint(1, 9)):
        task = {"id": f"t{n}", "duration": dice.randint(0, 8), "lead": dice.choice("uv")}
        if n and dice.random() < 0.6:
            task["after"] = [f"t{dice.randrange(n)}"]
        progress = dice.random()
        if progress < 0.3:
            task["started"] = str(TODAY - datetime.timedelta(days=dice.randint(1, 9)))
            if progress < 0.15:
                task["finished"] = str(TODAY - datetime.timedelta(days=1))
            else:
                task["remaining"] = dice.randint(0, task["duration"])
        task["raises"] = [{"indicator": f"i{dice.randrange(len(RULES))}", "to": dice.randint(0, 100),
                           "when": dice.choice(["on-finish", "in-proportion"])} for _ in range(dice.randint(0, 3))]
        tasks.append(task)
    start = str(TODAY + datetime.timedelta(days=dice.randint(1, 30)))
    return {"daopai": 1, "calendar": "china", "today": str(TODAY), "units": [{"id": "u"}, {"id": "v"}], "tasks": tasks,
            "inspections": [{"id": "moe", "date": start, "after": [dice.choice(tasks)["id"]]}],
            "indicators": indicators, "observations": observations or [{"indicator": "i0", "value": 1}]}


def all_done(plan):
    """The same plan after all open tasks: every value the best that any of them brings."""
    values = {o["indicator"]: o["value"] for o in plan["observations"]}
    for task in plan["tasks"]:
        for r in [] if "finished" in task else task["raises"]:
            better = min if r["indicator"] == "i4" else max  # i4: the fewer cases the better
            values[r["indicator"]] = better(values.get(r["indicator"], r["to"]), r["to"])
    return plan | {"observations": [{"indicator": i, "value": v} for i, v in values.items()]}


dice = random.Random(20250604)
for number in range(PLANS):
    plan = random_plan(dice)
    told = answer("readiness", "-", plan=plan)
    now = answer("score", "-", plan=plan)["objects"][0]["exact"]
    then = answer("score", "-", plan=all_done(plan))["objects"][0]["exact"]
    curve = [(c["date"], c["exact"]) for c in told["score"]["curve"]]
    where = f"random plan {number}: {json.dumps(plan)}: "
    expect(f"{where}the curve begins with {curve[0]}, the score is {now}", curve[0] == (str(TODAY), now))
    expect(f"{where}the curve ends with {curve[-1]}, done is {then}", curve[-1][1] == then)
    expect(f"{where}the curve falls: {curve}", curve == sorted(curve) and
           all(a[1] <= b[1] for a, b in zip(curve, curve[1:])))
    risk = told["priorities"]
    shares = sum((t["share"] for t in risk["tasks"]), Decimal(0))
    expect(f"{where}the shares sum to {shares}", shares == risk["expected"] - risk["if_all_slip"])
    at_goal = told["score"]["at_goal"]
    expect(f"{where}expected are {risk['expected']} and {at_goal['by_early_dates']}",
           risk["expected"] == at_goal["by_early_dates"]["exact"])

# --- the pages ------------------------------------------------------------------------------------


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


for plan in sorted((source / "examples/plans").glob("*.json")):
    for language in ("en", "zh"):
        page = run("readiness", str(plan), "--lang", language)
        where = f"{plan.name} in {language}: "
        expect(f"{where}exit status {page.returncode}: {page.stderr}", page.returncode == 0)
        wide = [line for line in page.stdout.splitlines() if width(line) > 100]
        expect(f"{where}lines wider than 100 columns: {wide}", not wide)
        expect(f"{where}a placeholder is left: {page.stdout}", not any(f"%{n}" in page.stdout for n in range(1, 10)))
    told = answer("readiness", str(plan))
    for name in ("goal", "inspections", "late", "findings", "evidence", "completeness", "gates", "problems"):
        expect(f"{plan.name}: the answer has no {name}", name in told)
    if "score" in told:
        now = answer("score", str(plan))["objects"][0]["exact"]
        expect(f"{plan.name}: today's point is not the score", told["score"]["curve"][0]["exact"] == now)

# --- usage ----------------------------------------------------------------------------------------

plan_0 = str(source / "examples/plans/plan-0-reinspection.json")
expect("a date that is none is wrong usage", run("readiness", plan_0, "--on", "2025-02-30").returncode == 2)
expect("an object that is none is wrong usage", run("readiness", plan_0, "--object", "none").returncode == 2)
without = run("readiness", "-", plan={"daopai": 1, "calendar": "china", "tasks": []})
expect(f"without a date: {without.stderr}", without.returncode == 2 and "--on" in without.stderr)
bad = run("readiness", "-", plan={"daopai": 1, "calendar": "china", "tasks": [
    {"id": "a", "duration": 1, "raises": [{"indicator": "x"}]}], "gates": [{"id": "g", "inspection": "none"}]})
expect(f"a bad plan: {bad.returncode} {bad.stdout} {bad.stderr}", bad.returncode == 1 and not bad.stdout and
       "tasks[0].raises[0]" in bad.stderr)

# --- check ----------------------------------------------------------------------------------------

# Faults of every part that readiness reads, one on each line from the third on, beside one of the plan itself.
faulty = """{"daopai": 1, "calendar": "china", "units": [{"id": "u"}], "inspections": [{"id": "moe", "date": "2025-07-01"}],
"tasks": [{"id": "a", "duration": 1, "raises": [
{"indicator": "none", "to": 1},
{"indicator": "i", "to": 1, "when": "soon"}],
"deadline": "2025-02-30"}],
"evidence": [{"id": "e", "supplier": 7,
"present": "yesterday"},
{"nam": "x"}],
"gates": [{"id": "g", "inspection": "moe", "passed": "2025-13-01"}],
"problems": [{"id": "p", "found": "2025-03-01", "history": [
{"date": "2025-03-02", "state": "done"}]}],
"indicators": [{"id": "i", "points": 10, "rule": "direct"}, {"id": "j",
"rule": "nonsense"}]}"""
done = subprocess.run([program, "check", "-"], input=faulty, capture_output=True, text=True)
expect(f"check of a bad plan: {done.returncode}", done.returncode == 1 and not done.stdout)
for line, place, rule in [(4, "tasks[0].raises[1].when", "on-finish"), (5, "tasks[0].deadline", "2025-02-30"),
                          (6, "evidence[0].supplier", "expected"), (7, "evidence[0].present", "yesterday"),
                          (8, "evidence[1].nam", "no field"), (9, "gates[0].passed", "2025-13-01"),
                          (11, "problems[0].history[0].state", "accepted"), (13, "indicators[1].rule", "nonsense")]:
    expect(f"check does not tell of {place} in line {line}: {done.stderr}",
           any(told.startswith(f"stdin:{line}:") and place in told and rule in told for told in done.stderr.splitlines()))
names = """{"daopai": 1, "calendar": "china", "units": [{"id": "u"}], "inspections": [{"id": "moe", "date": "2025-07-01"}],
"tasks": [{"id": "a", "duration": 1, "raises": [{"indicator": "none", "to": 1}]}],
"evidence": [{"id": "e", "supplier": "nobody"}],
"gates": [{"id": "g", "inspection": "moe", "evidence": ["lost"]}],
"problems": [{"id": "p", "found": "2025-03-01", "tasks": ["b"]}],
"indicators": [{"id": "i", "points": 10, "rule": "direct"}]}"""
done = subprocess.run([program, "check", "-"], input=names, capture_output=True, text=True)
for line, told in zip(done.stderr.splitlines(), [
        'stdin:2:63: tasks[0].raises[0].indicator: there is no indicator "none"',
        'stdin:3:38: evidence[0].supplier: there is no unit "nobody"',
        'stdin:4:57: gates[0].evidence[0]: there is no piece of evidence "lost"',
        'stdin:5:59: problems[0].tasks[0]: there is no task "b"'], strict=True):
    expect(f"check tells {line}, not {told}", line == told)

# --- duties, steps, languages ---------------------------------------------------------------------

# One report a month, of which the first is done: 20 of 100 now, and a quarter of the rest with each that is open.
duty = {"daopai": 1, "calendar": "every-day", "today": "2025-06-04", "units": [{"id": "u", "name": "u"}],
        "inspections": [{"id": "moe", "date": "2025-10-08", "after": ["r"], "steps": [{"name": "look", "lead": "u"}, {"name": "tell"}]}],
        "tasks": [{"id": "r", "duration": 2, "lead": "u", "repeat": {
            "rule": "FREQ=MONTHLY;BYMONTHDAY=20", "from": "2025-05-01", "until": "2025-09-30",
            "instances": [{"id": "r-2025-05", "started": "2025-05-03", "finished": "2025-05-04"}]},
            "raises": [{"indicator": "i", "to": 100, "when": "in-proportion"}]}],
        "indicators": [{"id": "i", "points": 100, "rule": "direct"}], "observations": [{"indicator": "i", "value": 20}]}
told = answer("readiness", "-", plan=duty)
expect(f"a duty raises with each occurrence: {told['score']['curve']}",
       [c["exact"] for c in told["score"]["curve"]] == [20, 40, 60, 80, 100])
expect(f"each occurrence gains its part: {told['priorities']}",
       [t["gain"] for t in told["priorities"]["tasks"]] == [20, 20, 20, 20])
expect(f"the steps: {told['inspections']}",
       told["inspections"][0]["steps"] == [{"name": "look", "lead": "u"}, {"name": "tell", "lead": None}])
page = run("readiness", "-", plan=duty).stdout
expect(f"the page has the steps in order: {page}", "1  look" in page and "2  tell" in page and page.index("1  look") < page.index("2  tell"))
for command, english, chinese in [("units", "Who waits for whom", "谁在等谁"), ("graph", "Tasks that lead to no inspection", "不通向任何检查的任务")]:
    plan = str(source / "examples/plans/plan-0-reinspection.json")
    expect(f"{command} speaks English", english in run(command, plan).stdout and english in run(command, plan, "--lang", "en").stdout)
    page = run(command, plan, "--lang", "zh").stdout
    expect(f"{command} speaks Chinese: {page}", chinese in page and english not in page)
    expect(f"{command} --format json knows no language", run(command, plan, "--format", "json").stdout ==
           run(command, plan, "--format", "json", "--lang", "zh").stdout)

with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder) / "page.txt"
    run("readiness", plan_0, "--output", str(file))
    expect("--output writes what stdout would show", file.read_text(encoding="utf-8") == run("readiness", plan_0).stdout)

print(f"{PLANS} random plans, {len(faults)} faults")
sys.exit("\n".join(faults) or 0)
