"""Plans drawn by bench_draw, for the peers in other languages; see draw.cpp for the format."""

import json
import subprocess
import sys
from dataclasses import dataclass


@dataclass
class Task:
    duration: int
    early_finish: int  # half-open, in days from the start of the plan
    late_finish: int
    links: list  # (predecessor, lag)


def draw(program, shape, tasks):
    text = subprocess.run([program, shape, str(tasks)], check=True, capture_output=True, text=True).stdout
    lines = text.splitlines()[1:]
    return [read_task(line.split()) for line in lines]


def read_task(words):
    duration, early, late = map(int, words[:3])
    links = [tuple(map(int, word.split(":"))) for word in words[3:]]
    return Task(duration, early, late, links)


def hold_to(found, expected, what):
    """Ends the run where a peer and the kernels differ."""
    for task, (a, b) in enumerate(zip(found, expected)):
        if a != b:
            sys.exit(f"{what} of task {task}: {a}, but {b} by the kernels")


def report(benchmarks):
    """What Google Benchmark would write; times in seconds by name."""
    rows = [
        {"name": name, "run_type": "iteration", "real_time": seconds * 1e6, "cpu_time": seconds * 1e6,
         "time_unit": "us", "tasks": tasks}
        for name, seconds, tasks in benchmarks
    ]
    json.dump({"benchmarks": rows}, sys.stdout)
