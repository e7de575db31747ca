"""What the tests of the five example plans share: the answers of the program on one plan.

Each test is named by a feature that the plan needs; it calls the program and compares with facts of the
printed document: counts, dates, units, figures. Dates that the program computes are checked by relations
that must hold, or by hand where the test says so.
"""
import functools
import json
import pathlib
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = "daopai"


class PlanTest(unittest.TestCase):
    """One plan of examples/plans; `file` names it."""
    file = ""
    maxDiff = None

    @classmethod
    def path(cls):
        return str(SOURCE / "examples/plans" / cls.file)

    @classmethod
    @functools.lru_cache
    def answer(cls, command, *options):
        """The JSON that a command of the program prints."""
        run = subprocess.run([PROGRAM, command, cls.path(), "--format", "json", *options],
                             capture_output=True, text=True, check=True)
        return json.loads(run.stdout)

    @classmethod
    @functools.lru_cache
    def text(cls, command, *options):
        return subprocess.run([PROGRAM, command, cls.path(), *options], capture_output=True, text=True, check=True).stdout

    @classmethod
    @functools.lru_cache
    def written(cls):
        """The file itself, for what is input and not computed."""
        return json.loads(pathlib.Path(cls.path()).read_text(encoding="utf-8"))

    @classmethod
    @functools.lru_cache
    def tasks(cls):
        return {t["id"]: t for t in cls.answer("schedule")["tasks"]}

    @classmethod
    @functools.lru_cache
    def units(cls):
        """By id: the tasks that each unit still owes, by task id, with its part."""
        return {u["id"]: {t["id"]: t["part"] for t in u["tasks"]} for u in cls.answer("units")["units"]}

    @classmethod
    @functools.lru_cache
    def cards(cls):
        return {o["object"]: o for o in cls.answer("score")["objects"]}

    def named(self, task):
        """The units that the file names for a task, the lead first, by name."""
        names = {u["id"]: u["name"] for u in self.written()["units"]}
        t = next(t for t in self.written()["tasks"] if t["id"] == task)
        return [names[u] for u in [t["lead"], *t.get("assist", [])]]

    def members(self, unit):
        return next(u for u in self.written()["units"] if u["id"] == unit)["members"]

    def indicator(self, thing, name):
        """One indicator of a scored object: its value, points and what was lost."""
        return next(i for i in self.cards()[thing]["indicators"] if i["indicator"] == name)

    def instances(self, duty):
        return [t for name, t in self.tasks().items() if name.startswith(duty + "-")]

    def goal(self, name):
        return next(g for g in self.answer("goals")["goals"] if g["id"] == name)

    def problem_codes(self):
        return [p["code"] for p in self.answer("schedule")["problems"]]

    def light(self, name, *day):
        """Of a task, a phase or an inspection, by the plan's own date or another; and whose light it is, if another's."""
        for inspection in self.answer("readiness", *[x for d in day for x in ("--on", d)])["inspections"]:
            if inspection["id"] == name:
                return inspection["light"], inspection["light_task"]
        tasks = self.answer("schedule", *[x for d in day for x in ("--today", d)])["tasks"]
        found = next(t for t in tasks if t["id"] == name)
        return found["light"], found.get("light_task")

    def assert_made_up_progress(self):
        """Some tasks are done, some under way, some not begun; and the notes say that this is made up."""
        states = {t["state"] for t in self.tasks().values()}
        self.assertLessEqual({"done", "under-way"}, states)
        self.assertTrue(any("进度" in note and "假设" in note for note in self.written()["notes"]))
        self.assertNotIn("progress-in-the-future", self.problem_codes())

    def assert_waits(self, after, before):
        """`after` starts no earlier than the day after `before` finishes."""
        self.assertGreater(self.tasks()[after]["early_start"], self.tasks()[before]["early_finish"])


def main():
    global PROGRAM
    PROGRAM = sys.argv.pop(1)
    unittest.main()
