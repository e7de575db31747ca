"""The README shows what is really there: readme_test.py SOURCE_DIR PROGRAM [--write].

Its first program is examples/first_program.cpp to the letter; its schedule, pages, score and index are what
the program prints, and its plan is a valid one. With --write what it prints is put there.
"""
import pathlib
import re
import subprocess
import sys

source, program = pathlib.Path(sys.argv[1]), sys.argv[2]
readme = (source / "README.md").read_text(encoding="utf-8")


def span_after(text, kind):
    start = readme.index(f"```{kind}\n", readme.index(text)) + len(kind) + 4
    return start, readme.index("\n```", start)


def block_after(text, kind):
    start, end = span_after(text, kind)
    return readme[start:end]


def printed(*arguments):
    return output_of(program, *arguments)


def output_of(*command):
    run = subprocess.run(command, cwd=source, capture_output=True, text=True, check=True)
    return run.stdout.rstrip()


example = pathlib.Path(program).resolve().parent.parent / "examples/living_plan"

# What precedes a block of text, and the arguments with which the program prints it.
shown = {
    "## What an officer sees": ["schedule", "examples/plans/plan-0-reinspection.json", "--today", "2025-07-01"],
    "## A month in": ["explain", "examples/plans/plan-0-a-month-in.json"],
    "## Composite indices": ["index", "--data", "examples/index/iData.csv", "--meta", "examples/index/iMeta.csv",
                             "--impute", "median-group", "--group", "kind"],
}
for command in re.findall(r"`daopai (readiness examples/plans/[^`]*)`", readme):
    shown[f"`daopai {command}`"] = command.split()

outputs = {place: printed(*arguments) for place, arguments in shown.items()}
outputs["`examples/living_plan.cpp` asks"] = output_of(example)

if "--write" in sys.argv:
    for place, output in outputs.items():
        start, end = span_after(place, "text")
        readme = readme[:start] + output + readme[end:]
    (source / "README.md").write_text(readme, encoding="utf-8")

failures = []
for place, output in outputs.items():
    if block_after(place, "text") != output:
        failures.append(f"the block after {place} is not what the program prints")
if block_after("## A first program", "cpp") != (source / "examples/first_program.cpp").read_text(encoding="utf-8").rstrip():
    failures.append("the first program is not examples/first_program.cpp")
shown_score = block_after("## Scores", "text").removesuffix("...")
if not printed("score", "examples/indicators/river_chief_2018_departments.json", "--object", "县水利局").startswith(shown_score):
    failures.append("the score is not what the program prints")
checked = subprocess.run([program, "check", "-"], input=block_after("## The plan file", "json"), capture_output=True, text=True)
if checked.returncode != 0:
    failures.append(f"the plan is not valid: {checked.stderr}")
if failures:
    sys.exit("\n".join(f"README.md: {failure}" for failure in failures))
