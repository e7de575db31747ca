"""Compares the dates of random rules with those of python3-dateutil.

usage: against_dateutil.py PROGRAM [RULES [SEED]]    exits 77 where dateutil is not installed

PROGRAM answers each line "FROM LAST RULE" with the dates of the rule, in one line.
"""
import datetime
import random
import subprocess
import sys

try:
    from dateutil.rrule import rrulestr
except ImportError:
    print("python3-dateutil is not installed: nothing to compare with")
    sys.exit(77)

# dateutil walks to this year to see that a rule never fits; all windows end before it.
datetime.MAXYEAR = 2065

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some(dice, low, high):
    """One to three numbers, none of them 0, as a list of text."""
    numbers = [n for n in range(low, high + 1) if n != 0]
    return ",".join(str(n) for n in dice.sample(numbers, dice.randint(1, 3)))


def weekdays(dice, most):
    """One to three weekdays, all with ordinals up to `most` or all without.

    A list that mixes both is the union of its days in RFC 5545; dateutil 2.8 takes the days on
    which both kinds fit.
    """
    nth = [n for n in range(-most, most + 1) if n != 0] if dice.random() < 0.5 else []
    days = dice.sample(WEEKDAYS, dice.randint(1, 3))
    return ",".join((str(dice.choice(nth)) if nth else "") + day for day in days)


def random_rule(dice, first):
    frequency = dice.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"])
    parts = ["FREQ=" + frequency]
    if dice.random() < 0.5:
        parts.append(f"INTERVAL={dice.randint(1, 7)}")
    by_month = dice.random() < 0.4
    if by_month:
        parts.append("BYMONTH=" + some(dice, 1, 12))
    if frequency != "WEEKLY" and dice.random() < 0.5:
        parts.append("BYMONTHDAY=" + some(dice, -31, 31))
    if dice.random() < 0.5:
        most = {"YEARLY": 5 if by_month else 53, "MONTHLY": 5}.get(frequency, 0)
        parts.append("BYDAY=" + weekdays(dice, most))
    # dateutil counts the positions of a first week from its first date on, RFC 5545 from the
    # beginning of the week; so weekly rules pick their positions in whole weeks only.
    whole_week = frequency != "WEEKLY" or first.weekday() == 0
    if any(p.startswith("BY") for p in parts) and whole_week and dice.random() < 0.3:
        parts.append("BYSETPOS=" + some(dice, -4, 4))
    elif dice.random() < 0.3:
        parts.append("WKST=" + dice.choice(WEEKDAYS))
    if dice.random() < 0.3:
        parts.append(f"COUNT={dice.randint(1, 30)}")
    return ";".join(parts)


def main():
    program = sys.argv[1]
    rules = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 5545)
    cases = []
    for _ in range(rules):
        first = datetime.datetime(1990, 1, 1) + datetime.timedelta(days=dice.randrange(20000))
        last = first + datetime.timedelta(days=dice.randrange(1, 6000))
        cases.append((first, last, random_rule(dice, first)))
    lines = "".join(f"{f:%Y-%m-%d} {l:%Y-%m-%d} {rule}\n" for f, l, rule in cases)
    answer = subprocess.run([program], input=lines, capture_output=True, text=True, check=True)
    ours = answer.stdout.splitlines()
    assert len(ours) == len(cases), "one line of dates is expected for each rule"
    total = 0
    for (first, last, rule), line in zip(cases, ours):
        dates = rrulestr(rule, dtstart=first).between(first, last, inc=True)
        theirs = " ".join(f"{d:%Y-%m-%d}" for d in dates)
        if line != theirs:
            sys.exit(f"{rule} from {first:%Y-%m-%d} to {last:%Y-%m-%d}\n"
                     f"  daopai:   {line[:200]}\n  dateutil: {theirs[:200]}")
        total += len(dates)
    print(f"{len(cases)} rules agree with dateutil in {total} dates")


if __name__ == "__main__":
    main()
