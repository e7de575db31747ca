"""TaskJuggler's tj3 on a plan of its own format, the whole process: taskjuggler_peer.py BENCH_DRAW TASKS..."""

import csv
import datetime
import pathlib
import resource
import subprocess
import sys
import tempfile

from drawn_plan import draw, hold_to, report

START = datetime.date(2025, 1, 1)


def project(plan):
    days = max(task.early_finish for task in plan) + 30
    yield f'project drawn "Drawn" {START} +{days}d {{ timezone "UTC" timeformat "%Y-%m-%d" now {START} }}'
    for t, task in enumerate(plan):
        yield f'task t{t} "Task {t}" {{'
        yield f"  duration {task.duration}d"
        for predecessor, lag in task.links:
            gap = f" {{ gapduration {lag}d }}" if lag else ""
            yield f"  depends t{predecessor}{gap}"
        if not task.links:
            yield f"  start {START}"
        yield "}"
    yield 'taskreport out "out" { formats csv columns id, end timeformat "%Y-%m-%d" sorttasks seqno.up }'


def early_finishes(file):
    with open(file, newline="", encoding="utf-8") as text:
        rows = list(csv.reader(text, delimiter=";"))[1:]
    by_id = {row[0]: (datetime.date.fromisoformat(row[1]) - START).days for row in rows}
    return [by_id[f"t{t}"] for t in range(len(rows))]


def seconds_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(program, tasks):
    plan = draw(program, "layered", tasks)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "drawn.tjp")
        file.write_text("\n".join(project(plan)), encoding="utf-8")
        start = seconds_of_children()
        subprocess.run(["tj3", "--silent", "--output-dir", folder, file], check=True, stdout=subprocess.DEVNULL)
        seconds = seconds_of_children() - start
        hold_to(early_finishes(pathlib.Path(folder, "out.csv")), [task.early_finish for task in plan], "early finish")
    yield f"one_shot/taskjuggler/layered/{tasks}", seconds, tasks


if __name__ == "__main__":
    report([row for tasks in sys.argv[2:] for row in measure(sys.argv[1], int(tasks))])
