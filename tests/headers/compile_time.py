"""Holds schedule.hpp to its compile time: compile_time.py INCLUDE_DIR COMPILER [HEADER].

The budget is 1.2 s on a machine where <chrono> alone takes 0.45 s (g++ -O2, an otherwise empty
file). Seconds mean nothing on another machine, so what is tested is the ratio of the two. Both are
measured as processor time, in turn, and the least of each counts: what else the machine does can
only add to a run, so a header within its budget shows it sooner or later, and one beyond it never.
"""
import os
import resource
import subprocess
import sys
import tempfile

BUDGET = 1.2 / 0.45
MOST_RUNS = 20

include_dir, compiler = os.path.abspath(sys.argv[1]), sys.argv[2]
header = sys.argv[3] if len(sys.argv) > 3 else "daopai/schedule.hpp"


def processor_seconds(name, folder):
    source = os.path.join(folder, "only.cpp")
    with open(source, "w", encoding="utf-8") as file:
        file.write(f"#include <{name}>\n")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [compiler, "-std=c++20", "-O2", f"-I{include_dir}", "-c", source, "-o", os.devnull]
    subprocess.run(command, check=True, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


chrono = measured = float("inf")
with tempfile.TemporaryDirectory() as folder:
    for run in range(MOST_RUNS):
        chrono = min(chrono, processor_seconds("chrono", folder))
        measured = min(measured, processor_seconds(header, folder))
        if run >= 2 and measured <= BUDGET * chrono:
            break

print(f"<chrono> {chrono:.2f} s, <{header}> {measured:.2f} s: {measured / chrono:.2f} times, budget {BUDGET:.2f}")
if measured > BUDGET * chrono:
    sys.exit(f"{header} is over its compile time: what has it begun to include?")
