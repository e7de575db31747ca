"""Compiles one misuse case both ways: check.py CASE.cpp COMPILER [FLAGS]."""
import os
import re
import subprocess
import sys

case, compiler, *flags = sys.argv[1:]


def compile_case(*more):
    command = [compiler, "-std=c++20", "-fsyntax-only", *flags, *more, case]
    return subprocess.run(command, env={**os.environ, "LC_ALL": "C"}, capture_output=True, text=True)


with open(case, encoding="utf-8") as source:
    expected = re.search(r"^// misuse: (.+)$", source.read(), re.MULTILINE)
if not expected:
    sys.exit(f"{case}: no line '// misuse: <regular expression of the diagnostic>'")

sound = compile_case()
if sound.returncode != 0:
    sys.exit(f"{case}: expected to compile as it is\n{sound.stderr}")

misuse = compile_case("-DMISUSE")
if misuse.returncode == 0:
    sys.exit(f"{case}: compiles with -DMISUSE, and must not")

# Some error is the one that was meant; a missing header or a typing error is not.
errors = [line for line in misuse.stderr.splitlines() if "error:" in line]
if not any(re.search(expected[1], line) for line in errors):
    sys.exit(f"{case}: fails with -DMISUSE, but not with '{expected[1]}'\n{misuse.stderr}")
print(f"{case}: {errors[0]}")
