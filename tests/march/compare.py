"""Holds two builds of one program to the same results: compare.py PLAIN NATIVE [IDATA IMETA].

Numbers may differ by 1e-12 of themselves, or of 1 where they are smaller; ranks and what is missing
may not differ at all.
"""
import os
import subprocess
import sys

plain, native, *files = sys.argv[1:]
if files and not all(map(os.path.exists, files)):
    print(f"{files[0]} is not at hand")
    sys.exit(77)


def figures(program):
    run = subprocess.run([program, *files], capture_output=True, text=True)
    if run.returncode < 0:
        sys.exit(f"{program} was ended by signal {-run.returncode}")
    if run.returncode != 0:
        sys.exit(f"{program}: {run.stderr}")
    return [line.split(" ") for line in run.stdout.splitlines()]


worst, different, compared = 0.0, [], 0
for (what, one), (also, other) in zip(figures(plain), figures(native), strict=True):
    compared += 1
    if what != also or (one == "missing") != (other == "missing"):
        different.append(f"{what} {one} / {also} {other}")
    elif one != other:
        off = abs(float(one) - float(other)) / max(1.0, abs(float(one)))
        worst = max(worst, off)
        if off > 1e-12 or ".ranks" in what:
            different.append(f"{what}: {one} / {other}")
print(f"{compared} numbers, the largest difference is {worst:.1e}")
if different or compared < 1000:
    sys.exit("\n".join(different[:20]) or "too few numbers to tell")
