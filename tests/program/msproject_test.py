#!/usr/bin/env python3
"""The program's answers agree with Microsoft Project: msproject_test.py PROGRAM COLLECTION.

Turns each plan of the collection (one JSON object a line) into a plan file, runs `daopai schedule --format json` on it
and compares every date and total float, by the names that scripts read. Exits 77 (skipped) without the collection.
"""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

KINDS = {"FS": "finish-to-start", "SS": "start-to-start", "FF": "finish-to-finish", "SF": "start-to-finish"}
NAMES = {"es": "early_start", "ef": "early_finish", "ls": "late_start", "lf": "late_finish",
         "total_float": "total_float"}


def task_of(made, links):
    """A task of a plan file."""
    task = {"id": made["id"], "duration": made["days"]}
    if made["calendar"]:
        task["calendar"] = "c" + made["calendar"]
    if made["constraint"] == "SNET":
        task["not_before"] = made["date"]
    if made["deadline"]:
        task["deadline"] = made["deadline"]
    after = [{"task": l["pred"], "kind": KINDS[l["kind"]], "lag": l["lag"]} for l in links if l["succ"] == made["id"]]
    return task | ({"after": after} if after else {})


def plan_of(made):
    """Late dates are anchored at the plan's finish: an inspection on the day after it waits for all."""
    eve = datetime.date.fromisoformat(made["finish"]) + datetime.timedelta(days=1)
    calendars = {"c" + name: {field: c[field] for field in ("week", "off", "worked")}
                 for name, c in made["calendars"].items()}
    return {"daopai": 1, "title": made["source"], "today": made["start"], "calendar": "monday-to-friday",
            "calendars": calendars, "tasks": [task_of(t, made["links"]) for t in made["tasks"]],
            "inspections": [{"id": "the finish", "date": eve.isoformat(), "after": [t["id"] for t in made["tasks"]]}]}


def answer_of(program, plan, folder):
    file = pathlib.Path(folder) / "plan.json"
    file.write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
    command = [program, "schedule", str(file), "--format", "json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def compare(made, answer):
    """How many facts were compared, and the faults."""
    compared, faults = 0, []
    for expected, found in zip(made["tasks"], answer["tasks"], strict=True):
        for theirs, ours in NAMES.items():
            if expected.get(theirs) is None:
                continue
            compared += 1
            if expected[theirs] != found[ours]:
                faults.append(f"{made['source']}, task {expected['id']}, {ours}: expected {expected[theirs]}, "
                              f"found {found[ours]}")
    return compared, faults


def main():
    program, collection = sys.argv[1], pathlib.Path(sys.argv[2])
    if not collection.exists():
        print("skipped: the collection of plans is not here")
        return 77
    plans = compared = 0
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for line in collection.read_text(encoding="utf-8").splitlines():
            made = json.loads(line)
            count, found = compare(made, answer_of(program, plan_of(made), folder))
            plans, compared, faults = plans + 1, compared + count, faults + found
    print("\n".join(faults[:50]) or f"{plans} plans, {compared} dates and floats agree")
    return 1 if faults or plans != 32 or compared < 40000 else 0


if __name__ == "__main__":
    sys.exit(main())
