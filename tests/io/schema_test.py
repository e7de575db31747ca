#!/usr/bin/env python3
"""src/plan.schema.json accepts every plan of examples/plans and refuses plans that are wrong in one place each.

Exits 0 when all is well, 1 with one line for each fault, 77 (skipped) where python3-jsonschema is not installed.
"""
import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Uses every form of every field at least once.
GOOD = {
    "daopai": 1, "$schema": "plan.schema.json", "title": "t", "today": "2025-07-01", "comment": "c",
    "calendar": {"week": "1111100", "off": ["2025-10-01/2025-10-08"], "worked": ["2025-10-11"], "comment": "c"},
    "calendars": {"school": {"based_on": "china", "off": ["2025-07-05/2025-08-31"], "published": [2027]}},
    "units": [
        {"id": "u", "name": "u", "calendar": "school", "capacity": 2, "comment": "c"},
        {"id": "g", "members": ["u"], "parent": "u"}],
    "inspections": [
        {"id": "i", "name": "i", "window": ["2025-08-01", "2025-09-30"], "after": ["a", {"task": "b", "comment": "c"}]},
        {"id": "j", "name": "j", "date": "2025-08-01", "comment": "c",
         "steps": [{"name": "汇报会", "lead": "u", "comment": "c"}]}],
    "tasks": [
        {"id": "a", "name": "a", "duration": 8, "lead": "u", "assist": ["g"], "parent": "h", "calendar": "school",
         "after": ["i", {"task": "b", "kind": "start-to-start", "lag": -3, "lag_in": "calendar-days"}],
         "deadline": "2025-07-30", "not_before": "2025-07-02", "started": "2025-07-03", "finished": None,
         "remaining": 5, "evidence": ["e"], "indicators": ["k"],
         "raises": [{"indicator": "k", "object": "o", "to": 95.5, "when": "in-proportion", "from": 3, "comment": "c"},
                    {"indicator": "k", "to": "A"}, {"indicator": "k", "to": True, "when": "on-finish"}], "comment": "c"},
        {"id": "b", "name": "b", "duration": 0, "deadline": None, "not_before": None, "started": None},
        {"id": "r", "duration": 1, "repeat": {"rule": "FREQ=MONTHLY;BYMONTHDAY=20", "from": "2025-01-01", "until": "2025-12-31",
                                              "roll": "after", "comment": "c", "instances": [
             {"id": "r-2025-01", "name": "n", "duration": 2, "deadline": "2025-01-25", "not_before": None,
              "started": "2025-01-02", "finished": "2025-01-03", "remaining": 0, "comment": "c"}]}},
        {"id": "h", "evidence": ["e"], "number": "（三）1", "leader": "副县长", "restates": ["a"], "raises": []}],
    "notes": ["n"],
    "goals": [{"id": "g", "name": "n", "tasks": ["a"], "indicators": ["k"], "comment": "c", "statements": [
        {"text": "2-3个", "where": "三/1", "value": 2, "up_to": 3, "comparison": "at-least", "unit": "个", "comment": "c"}]}],
    "quotas": [{"id": "q", "name": "n", "total": 10, "unit": "人", "method": "sainte-lague", "comment": "c", "shares": [
        {"to": "u", "weight": 1.5, "floor": 1, "cap": 9, "comment": "c"}]}],
    "lights": {"yellow_within": 3, "yellow_behind": 12.5, "red_behind": None, "red_below": -1, "comment": "c"},
    "indicators": [], "observations": {},
    "evidence": [
        {"id": "e", "name": "e", "kind": "k", "proves": ["k"], "supplier": "u", "due": "2025-07-20", "present": False,
         "period": "2025", "comment": "c"},
        {"id": "f", "present": "2025-07-03"}],
    "gates": [{"id": "g", "name": "g", "inspection": "i", "after": ["a"], "evidence": ["e"], "passed": None, "comment": "c"}],
    "problems": [
        {"id": "p", "name": "p", "found": "2025-03-01", "source": "s", "units": ["u"], "tasks": ["a"],
         "acceptance": {"by": "u", "rule": "r", "comment": "c"}, "due": "2025-07-01",
         "history": [{"date": "2025-03-02", "state": "in-hand", "reason": "r", "comment": "c"}], "comment": "c"}]}

GONE = object()  # in a fault: take the field away

# One fault each: the path to one field, and what to put there.
FAULTS = [
    (["daopai"], 2), (["daopai"], GONE), (["title"], 7), (["calendar"], GONE), (["tasks"], GONE),
    (["task"], []), (["today"], "1 July"), (["today"], "2025-13-01"), (["indicators"], 3), (["comment"], 3),
    (["calendar"], 5), (["calendar"], {"off": []}), (["calendar", "week"], "11111"), (["calendar", "week"], "0000000"),
    (["calendar", "off"], ["2025-10-01/"]), (["calendar", "of"], []), (["calendars", "school", "published"], ["2027"]),
    (["units", 0, "name"], None), (["units", 0, "capacity"], 0), (["units", 0, "capacity"], 1.5), (["units", 1, "member"], ["u"]),
    (["units", 1, "members"], ["u", "u"]), (["inspections", 0, "date"], "2025-08-01"),
    (["inspections", 0, "window"], ["2025-08-01"]), (["inspections", 0, "window"], GONE),
    (["inspections", 1, "before"], []), (["tasks", 0, "id"], ""), (["tasks", 0, "id"], GONE),
    (["tasks", 0, "duration"], -1), (["tasks", 0, "duration"], 100001), (["tasks", 0, "id"], "a\tb"), (["tasks", 0, "duration"], 1.5), (["tasks", 0, "duration"], "8"),
    (["tasks", 0, "duraton"], 8), (["tasks", 0, "remaining"], -1), (["tasks", 0, "lead"], ["u"]),
    (["tasks", 0, "deadline"], "2025-7-30"), (["tasks", 0, "after"], "b"), (["tasks", 0, "after"], [3]),
    (["tasks", 0, "after", 1, "task"], GONE), (["tasks", 0, "after", 1, "kind"], "SS"),
    (["tasks", 0, "after", 1, "lag"], 0.5), (["tasks", 0, "after", 1, "lag_in"], "hours"),
    (["tasks", 0, "after", 1, "lags"], 1),
    (["tasks", 0, "raises", 0, "indicator"], GONE), (["tasks", 0, "raises", 0, "to"], GONE),
    (["tasks", 0, "raises", 0, "when"], "at-once"), (["tasks", 0, "raises", 0, "too"], 1),
    (["evidence", 0, "id"], GONE), (["evidence", 0, "present"], 1), (["evidence", 0, "proof"], []),
    (["gates", 0, "inspection"], GONE), (["gates", 0, "passed"], True), (["gates", 0, "before"], []),
    (["problems", 0, "found"], GONE), (["problems", 0, "history", 0, "state"], "closed"),
    (["problems", 0, "acceptance", "who"], "u"), (["problems", 0, "tasks"], "a"),
    (["lights"], []), (["lights", "yellow_within"], -1), (["lights", "yellow_behind"], "10"),
    (["lights", "red_behind"], 101), (["lights", "red_below"], None), (["lights", "blue"], 1),
    (["tasks", 2, "duration"], GONE), (["tasks", 2, "repeat"], "monthly"), (["tasks", 2, "repeat", "rule"], GONE),
    (["tasks", 2, "repeat", "from"], GONE), (["tasks", 2, "repeat", "roll"], "back"), (["tasks", 2, "repeat", "each"], 1),
    (["tasks", 2, "repeat", "until"], "2025"), (["tasks", 2, "repeat", "instances", 0, "id"], GONE),
    (["tasks", 2, "repeat", "instances", 0, "lead"], "u"), (["tasks", 3, "number"], 1), (["tasks", 3, "restates"], "a"),
    (["notes"], "n"), (["notes"], [1]), (["inspections", 1, "steps", 0, "name"], GONE), (["inspections", 1, "steps", 0, "led"], 1),
    (["goals", 0, "id"], GONE), (["goals", 0, "statements"], GONE), (["goals", 0, "statements", 0, "where"], GONE),
    (["goals", 0, "statements", 0, "value"], "2"), (["goals", 0, "statements", 0, "value"], GONE), (["goals", 0, "goal"], 1),
    (["goals", 0, "statements", 0, "comparison"], ">="), (["quotas", 0, "total"], 1.5), (["quotas", 0, "method"], "hare"),
    (["quotas", 0, "shares", 0, "to"], GONE), (["quotas", 0, "shares", 0, "weight"], -1), (["quotas", 0, "shares", 0, "part"], 1),
]


def changed(plan, path, value):
    """A copy of the plan with the field at path set to value, or taken away."""
    plan = copy.deepcopy(plan)
    place = plan
    for step in path[:-1]:
        place = place[step]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return plan


def place_of(error):
    """Where an error is, as daopai writes it: tasks[3].after[0]."""
    steps = (f"[{s}]" if isinstance(s, int) else f".{s}" for s in error.absolute_path)
    return "".join(steps).lstrip(".") or "the plan"


def faults_of_file(validator, path):
    name = path.relative_to(ROOT)
    try:
        plan = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        return [f"{name}: not JSON: {error}"]
    return [f"{name}: {place_of(e)}: {e.message}" for e in validator.iter_errors(plan)]


def faults_of_schema(validator):
    found = [f"a good plan is refused: {place_of(e)}: {e.message}" for e in validator.iter_errors(GOOD)]
    for path, value in FAULTS:
        if validator.is_valid(changed(GOOD, path, value)):
            shown = "taken away" if value is GONE else repr(value)
            found.append(f"a bad plan is accepted: {path} = {shown}")
    return found


def main():
    schema = json.loads((ROOT / "src/plan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted((ROOT / "examples/plans").glob("*.json"))
    faults = faults_of_schema(validator) + ([] if files else ["no plan in examples/plans"])
    for path in files:
        faults += faults_of_file(validator, path)
    print("\n".join(faults) or f"{len(files)} plans accepted, {len(FAULTS)} faults refused")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
