"""Holds schedule.hpp to its compile time: compile_time.py INCLUDE_DIR COMPILER [HEADER].

The budget is 1.2 s on a machine where <chrono> alone takes 0.45 s (g++ -O2, an otherwise empty
file). Seconds mean nothing on another machine, so what is tested is the ratio of the two. Both are
measured as processor time, in turn, and the least of several runs counts: whatever else the
machine does can only add to a run, and hardly to every run of one file alone.
"""
import os
import resource
import subprocess
import sys
import tempfile

BUDGET = 1.2 / 0.45
RUNS = 7

include_dir, compiler = sys.argv[1:3]
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


with tempfile.TemporaryDirectory() as folder:
    runs = [(processor_seconds("chrono", folder), processor_seconds(header, folder)) for _ in range(RUNS)]

chrono, measured = (min(column) for column in zip(*runs))
print(f"<chrono> {chrono:.2f} s, <{header}> {measured:.2f} s: {measured / chrono:.2f} times, budget {BUDGET:.2f}")
if measured / chrono > BUDGET:
    sys.exit(f"{header} is over its compile time: what has it begun to include?")
