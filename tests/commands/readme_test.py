"""The README shows what is really there: readme_test.py SOURCE_DIR PROGRAM [--write].

Its first program is examples/first_program.cpp to the letter; its schedule, pages, score and index are what
the program prints, and its plan is a valid one. With --write the pages are put there as they are now printed.
"""
import pathlib
import re
import subprocess
import sys

source, program = pathlib.Path(sys.argv[1]), sys.argv[2]
readme = (source / "README.md").read_text(encoding="utf-8")


def block_after(text, kind):
    return re.search(rf"```{kind}\n(.*?)\n```", readme[readme.index(text):], re.DOTALL).group(1)


def printed(*arguments):
    run = subprocess.run([program, *arguments], cwd=source, capture_output=True, text=True, check=True)
    return run.stdout.rstrip()


def write_page(command):
    start = readme.index("```text\n", readme.index(f"`daopai {command}`")) + len("```text\n")
    end = readme.index("\n```", start)
    return readme[:start] + printed(*command.split()) + readme[end:]


pages = re.findall(r"`daopai (readiness examples/plans/[^`]*)`", readme)
if "--write" in sys.argv:
    for page in pages:
        readme = write_page(page)
    (source / "README.md").write_text(readme, encoding="utf-8")

failures = []
if block_after("## A first program", "cpp") != (source / "examples/first_program.cpp").read_text(encoding="utf-8").rstrip():
    failures.append("the first program is not examples/first_program.cpp")
if block_after("## What an officer sees", "text") != printed(
        "schedule", "examples/plans/plan-0-reinspection.json", "--today", "2025-07-01"):
    failures.append("the schedule is not what the program prints")
if block_after("## A month in", "text") != printed("explain", "examples/plans/plan-0-a-month-in.json"):
    failures.append("the explanation is not what the program prints")
for command in pages:
    if block_after(f"`daopai {command}`", "text") != printed(*command.split()):
        failures.append(f"the page of {command} is not what the program prints")
shown_score = block_after("## Scores", "text").removesuffix("...")
if not printed("score", "examples/indicators/river_chief_2018_departments.json", "--object", "县水利局").startswith(shown_score):
    failures.append("the score is not what the program prints")
if block_after("## Composite indices", "text") != printed(
        "index", "--data", "examples/index/iData.csv", "--meta", "examples/index/iMeta.csv",
        "--impute", "median-group", "--group", "kind"):
    failures.append("the index is not what the program prints")
checked = subprocess.run([program, "check", "-"], input=block_after("## The plan file", "json"), capture_output=True, text=True)
if checked.returncode != 0:
    failures.append(f"the plan is not valid: {checked.stderr}")
if failures:
    sys.exit("\n".join(f"README.md: {failure}" for failure in failures))
