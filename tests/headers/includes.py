"""Holds each public header to the floor of its room: includes.py INCLUDE_DIR COMPILER.

Two rules. A header names only headers of its own room and of rooms below it; and the light rooms
bring in, through whatever they include, nothing but the standard library and what
gregorian_types.hpp itself consists of: no Boost.Graph, no Eigen, no JSON.
"""
import pathlib
import re
import subprocess
import sys

ROOMS_BELOW = {
    "error": [],
    "version": [],
    "time": ["error"],
    "plan": ["error", "time"],
    "composite": ["error", "time"],
    "schedule": ["error", "time", "plan"],
    "recurrence": ["error", "time", "plan", "schedule"],
    "explain": ["error", "time", "plan", "schedule"],
    "kernel": ["error", "time", "plan", "schedule"],
    "graph": ["error", "time", "plan", "schedule"],
    "scoring": ["error", "time", "plan"],
    "readiness": ["error", "time", "plan", "composite", "schedule", "scoring"],
    "io": ["error", "time", "plan", "composite", "schedule", "scoring", "readiness", "version"],
    "daopai": ["error", "time", "plan", "schedule", "recurrence", "explain", "scoring", "readiness", "version"],
}
LIGHT_ROOMS = ["error", "version", "time", "plan", "schedule", "recurrence", "explain", "kernel", "scoring",
               "io", "daopai"]
# Opened by name only: the bridge from the files of an index to Eigen's matrices.
OPT_IN = ["daopai/io/index_model.hpp"]
DATES = "boost/date_time/gregorian/gregorian_types.hpp"

include_dir, compiler = pathlib.Path(sys.argv[1]), sys.argv[2]


def room_of(header):
    """schedule for daopai/schedule.hpp and for daopai/schedule/detail/runs.hpp alike."""
    return pathlib.PurePath(header).parts[1].removesuffix(".hpp")


def brought_in(header):
    """Every file that `#include <header>` makes the compiler read, as the compiler tells it."""
    command = [compiler, "-std=c++20", "-M", "-x", "c++", f"-I{include_dir}", "-"]
    answer = subprocess.run(command, input=f"#include <{header}>\n", capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit(f"{header} does not compile alone:\n{answer.stderr}")
    return set(answer.stdout.replace("\\\n", " ").split()[1:])


def is_foreign(path):
    """Neither daopai's own nor the standard library's, the compiler's or the C library's."""
    return "/daopai/" not in path and re.search(r"/(boost|[Ee]igen\w*|unsupported)/", path)


def floor_problems(header, text):
    allowed = [room_of(header), *ROOMS_BELOW[room_of(header)]]
    for named in re.findall(r"#include\s*[<\"](daopai/[^>\"]+)", text):
        if room_of(named) not in allowed:
            yield f"{header} includes {named}: expected only headers of {', '.join(allowed)}"


def weight_problems(header, dates):
    foreign = sorted(path for path in brought_in(header) if is_foreign(path) and path not in dates)
    if foreign:
        yield (f"{header} brings in {len(foreign)} foreign headers, the first is {foreign[0]}: "
               f"expected the standard library and {DATES} alone")


headers = sorted(str(p.relative_to(include_dir)) for p in include_dir.rglob("*.hpp"))
unknown = [f"{h}: no room of this name in ROOMS_BELOW" for h in headers if room_of(h) not in ROOMS_BELOW]
if unknown:
    sys.exit("\n".join(unknown))

dates = brought_in(DATES)
problems = []
for header in headers:
    problems += floor_problems(header, (include_dir / header).read_text(encoding="utf-8"))
    if room_of(header) in LIGHT_ROOMS and header not in OPT_IN:
        problems += weight_problems(header, dates)

print(f"{len(headers)} headers looked at")
sys.exit("\n".join(problems) or 0)
