#!/usr/bin/env python3
"""What explain, schedule --inspection, units and graph answer: explain_test.py PROGRAM SOURCE_DIR.

The dates of the small plan are worked out by hand; what the JSON of an explanation holds is counted
again here, on a week from Monday to Friday.
"""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
SHIPPED = str(source / "examples/plans/plan-0-reinspection.json")

# survey(5) --2 days--> archive(3) --> [moe, Friday 2025-07-11]; boards(1) --> archive; report after moe
PLAN = {
    "daopai": 1, "title": "复检", "today": "2025-07-01", "calendar": "monday-to-friday",
    "units": [{"id": "edu", "name": "教育局"}, {"id": "school", "name": "学校"}],
    "inspections": [{"id": "moe", "name": "复检", "date": "2025-07-11", "after": ["archive"]},
                    {"id": "later", "name": "回头看", "date": "2025-08-15", "after": ["report"]}],
    "tasks": [
        {"id": "survey", "name": "自查", "duration": 5, "lead": "edu"},
        {"id": "boards", "duration": 1, "lead": "school"},
        {"id": "archive", "name": "档案", "duration": 3, "lead": "edu", "assist": ["school"],
         "after": [{"task": "survey", "lag": 2}, "boards"]},
        {"id": "report", "duration": 2, "lead": "edu", "after": ["moe", "archive", "survey"]},
        {"id": "loose", "duration": 1, "lead": "school", "deadline": "2025-07-31"}]}

failures = []


def expect(what, expected, found):
    if expected != found:
        failures.append(f"{what}: expected {expected!r}, found {found!r}")


def run(*arguments):
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)


def answer(*arguments):
    ran = run(*arguments, "--format", "json")
    expect(f"exit code of {arguments}", (0, ""), (ran.returncode, ran.stderr))
    return json.loads(ran.stdout or "{}")


def next_working_day(day):
    while day.weekday() > 4:
        day += datetime.timedelta(days=1)
    return day


def after_working_days(day, count):
    """The morning after so many working days."""
    for _ in range(count):
        day = next_working_day(day) + datetime.timedelta(days=1)
    return day


def check_early_chain(what, chain):
    """Finish-to-start links with lags in working days: each gives the next start."""
    events, links = chain["events"], chain["links"]
    expect(f"{what}: links", len(events) - 1, len(links))
    expect(f"{what}: reasons", len(events), len(chain["reasons"]))
    for before, link, after in zip(events, links, events[1:]):
        if after["by"] == "inspection":
            continue
        expect(f"{what}: kind", ("finish-to-start", "working-days"), (link["kind"], link["lag_in"]))
        free = after_working_days(datetime.date.fromisoformat(before["finish"]), link["lag"])
        expect(f"{what}: start of {after['id']}", next_working_day(free).isoformat(), after["start"])
        finish = after_working_days(next_working_day(free), after["work"])
        expect(f"{what}: finish of {after['id']}", finish.isoformat(), after["finish"])


def check_task(plan):
    found = answer("explain", plan, "archive")
    early, late = found["why_early_start"], found["why_late_start"]
    check_early_chain("explain archive", early)
    expect("early chain", ["survey", "archive"], [e["id"] for e in early["events"]])
    expect("early fact", {"by": "today", "date": "2025-07-01"}, early["fact"])
    expect("early start", "2025-07-10", found["task"]["early_start"])
    expect("late fact", {"by": "inspection", "id": "moe", "date": "2025-07-11"}, late["fact"])
    expect("late dates", ("2025-07-08", "2025-07-10"),
           (late["events"][0]["first"], late["events"][0]["last"]))
    expect("critical", None, found["why_not_critical"])
    rival = answer("explain", plan, "boards")["why_not_critical"]
    expect("room", (4, -2, True), (rival["room"], rival["least_room"], rival["joins"]))
    expect("longer chain", ["survey", "archive"], [e["id"] for e in rival["longer"]["events"]])
    chinese = run("explain", plan, "archive", "--lang", "zh").stdout
    expect("Chinese", True, "“survey 自查”不用等别的任务" in chinese and "earliest" not in chinese)


def check_shortfalls(plan):
    found = answer("explain", plan)
    expect("count", 1, found["count"])
    unmet = found["cannot_be_met"][0]
    expect("what", ({"by": "inspection", "id": "moe"}, "2025-07-11", 2),
           (unmet["of"], unmet["due"], unmet["short_by"]))
    check_early_chain("explain", unmet["chain"])
    expect("levers", [("survey", 1, 2, 2), ("archive", 1, 2, 2)],
           [(x["id"], x["one_day"], x["most"], x["for_most"]) for x in unmet["levers"]])
    expect("the same for the inspection", [unmet], answer("explain", plan, "moe")["cannot_be_met"])
    text = run("explain", plan).stdout
    expect("text", True, "cannot be met: short by 2 working days" in text)
    met = answer("explain", plan, "later")
    expect("nothing amiss", [], met["cannot_be_met"])
    expect("paths", [["survey", "archive", "report"], ["report"]], [p["tasks"] for p in met["near_critical_paths"]])
    expect("all is well", True, "can be met" in run("explain", SHIPPED).stdout)


def check_inspection(plan):
    found = answer("schedule", plan, "--inspection", "later")
    expect("inspection", "later", found["inspection"]["id"])
    # report takes 13 and 14 August at the latest; survey and archive must only be done before.
    rows = {t["id"]: (t["late_start"], t["late_finish"]) for t in found["tasks"]}
    expect("report", ("2025-08-13", "2025-08-14"), rows["report"])
    expect("archive", ("2025-08-08", "2025-08-12"), rows["archive"])
    whole = answer("schedule", SHIPPED)
    alone = answer("schedule", SHIPPED, "--inspection", "moe")
    floats = {t["id"]: t["floats"]["moe"] for t in whole["tasks"] if "moe" in t["floats"]}
    expect("floats", floats, {t["id"]: t["total_float"] for t in alone["tasks"]})
    text = run("schedule", plan, "--inspection", "moe").stdout
    expect("text", True, "short by 2" in text and "report" not in text)


def check_units_and_graph(plan):
    units = answer("units", plan)
    expect("units", ["edu", "school"], [u["id"] for u in units["units"]])
    owed = {u["id"]: [(t["id"], t["part"]) for t in u["tasks"]] for u in units["units"]}
    expect("owed by school", {("boards", "lead"), ("archive", "assist"), ("loose", "lead")}, set(owed["school"]))
    for unit in units["units"]:
        expect("weeks begin on Monday", [],
               [w for w in unit["load"] if datetime.date.fromisoformat(w["monday"]).weekday() != 0])
    leading = sum(w["leading"] for w in units["units"][0]["load"])
    expect("task-days led by edu", 5 + 3 + 2, leading)
    expect("hand-offs", [{"from": "school", "to": "edu", "count": 1, "critical": 0}], units["hand_offs"])
    graph = answer("graph", plan)
    expect("loose ends", ["loose"], graph["leading_nowhere"])
    expect("redundant", [{"before": {"by": "task", "id": "survey"}, "after": {"by": "task", "id": "report"}}],
           graph["redundant"])
    expect("the same hand-offs", units["hand_offs"], graph["hand_offs"])
    expect("shipped units", 24, len(answer("units", SHIPPED)["units"]))
    expect("shipped graph", ["redundant", "hand_offs"], [k for k in answer("graph", SHIPPED) if k in ("redundant", "hand_offs")])


def check_unknown(plan):
    for arguments, message in (
            (("explain", plan, "achive"), 'there is no task or inspection "achive" in the plan; did you mean "archive"?'),
            (("explain", plan, "档案"), 'did you mean "archive"?'),
            (("explain", plan, "zzzzzzzz"), 'there is no task or inspection "zzzzzzzz" in the plan\n'),
            (("schedule", plan, "--inspection", "mo"), 'there is no inspection "mo" in the plan; did you mean "moe"?'),
            (("units", plan, "--unit", "schol"), 'did you mean "school"?')):
        ran = run(*arguments)
        expect(f"{arguments}", (1, "", True), (ran.returncode, ran.stdout, message in ran.stderr))
    expect("a negative reach", 2, run("explain", plan, "moe", "--within", "-1").returncode)
    expect("a language that is not spoken", 2, run("explain", plan, "--lang", "fr").returncode)


with tempfile.TemporaryDirectory() as folder:
    file = pathlib.Path(folder) / "plan.json"
    file.write_text(json.dumps(PLAN, ensure_ascii=False), encoding="utf-8")
    for check in (check_task, check_shortfalls, check_inspection, check_units_and_graph, check_unknown):
        check(file)
print("\n".join(failures) or "all is well")
sys.exit(1 if failures else 0)
