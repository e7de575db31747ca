"""Makes one table and one chart of what bench/run.sh has measured: table.py FOLDER RESULTS.md RESULTS.svg

Fails if two programs that computed the same plans found different answers.
"""

import json
import math
import os
import pathlib
import platform
import sys

SECONDS = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}
PEERS = {
    "boost-adjacency_list": "Boost adjacency_list",
    "boost-csr": "Boost CSR",
    "boost-dag_shortest_paths": "Boost dag_shortest_paths",
    "lemon-static": "LEMON StaticDigraph",
    "lemon-smart": "LEMON SmartDigraph",
    "igraph": "igraph",
    "glpk-glp_cpp": "GLPK glp_cpp",
    "networkx": "NetworkX",
    "taskjuggler": "TaskJuggler",
}


class Results:
    """The least time of each benchmark over all rounds, and what it counted."""

    def __init__(self, folder):
        self.rows = {}
        self.fits = {}
        self.context = {}
        for file in sorted(pathlib.Path(folder).glob("*.json")):
            if file.stat().st_size == 0:
                continue  # nothing of that size
            document = json.loads(file.read_text(encoding="utf-8"))
            self.context = {**document.get("context", {}), **self.context}  # the first to say it counts
            for row in document["benchmarks"]:
                self.add(row)

    def add(self, row):
        if row.get("error_occurred"):
            sys.exit(f"{row['name']}: {row['error_message']}")
        if row["run_type"] == "aggregate":
            if row.get("aggregate_name") == "BigO":
                self.fits[row["run_name"]] = row
            return
        name = row["name"].removesuffix("/real_time").removesuffix("/manual_time")
        wall = row["name"].endswith("_time")  # several threads, or a time of its own
        row["seconds"] = row["real_time" if wall else "cpu_time"] * SECONDS[row["time_unit"]]
        least = self.rows.get(name)
        if least is None or row["seconds"] < least["seconds"]:
            self.rows[name] = row

    def seconds(self, name):
        row = self.rows.get(name)
        return row["seconds"] if row else None

    def count(self, name, counter):
        row = self.rows.get(name)
        return row.get(counter) if row else None

    def sizes(self, prefix):
        found = (name.rpartition("/") for name in self.rows)
        return sorted(int(size) for start, _, size in found if start == prefix)

    def hold_to_one_answer(self):
        """The answers to the same plans, by shape and size."""
        first = {}
        agreed = 0
        for name, row in self.rows.items():
            if "fingerprint" not in row or name.startswith("limit/"):
                continue
            plans = tuple(name.split("/")[-2:])
            other, answer = first.setdefault(plans, (name, row["fingerprint"]))
            if answer != row["fingerprint"]:
                sys.exit(f"{name} and {other} differ in their answers")
            agreed += 1
        return agreed, len(first)


def ratio(a, b):
    return a / b if a and b else None


def shown(number, digits=3):
    if number is None:
        return ""
    if number >= 1000:
        return f"{number:,.0f}"
    places = max(0, digits - 1 - math.floor(math.log10(number))) if number > 0 else 0
    return f"{number:.{min(places, 3)}f}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" + "---:|" * (len(head) - 1)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def machine(results):
    context = results.context
    caches = {f"L{c['level']} {c['size'] // 1024} KiB" for c in context.get("caches", []) if c["type"] != "Instruction"}
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = context.get("load_avg") or [os.getloadavg()[0]]
    return (
        f"{processor()}, {os.cpu_count()} cores, {', '.join(sorted(caches))}, {memory:.0f} GiB; {platform.system()} "
        f"{platform.release().split('-')[0]}; {context.get('compiler', '')}, -O3 -march=native. One thread where nothing "
        f"else is said. Load of the machine when the run began: {load[0]:.1f}.\n"
    )


def shape_table(results, what, shape, ours):
    """A row for each size, a column for each program: ns a task, and how many times ours."""
    names = [name for name in [*ours, *PEERS] if results.sizes(f"{what}/{name}/{shape}")]
    sizes = sorted({size for name in names for size in results.sizes(f"{what}/{name}/{shape}")})
    limit = [] if what != "passes" else ["limit"]
    rows = []
    for size in sizes:
        own = results.seconds(f"{what}/{ours[0]}/{shape}/{size}")
        row = [f"{size:,}"]
        for name in limit:
            row.append(shown(per_task(results, f"{name}/stream/{shape}/{size}", size)))
        for name in names:
            time = results.seconds(f"{what}/{name}/{shape}/{size}")
            cell = shown(time * 1e9 / size) if time else ""
            row.append(f"{cell} ({shown(time / own)} x)" if time and own and name not in ours else cell)
        rows.append(row)
    head = ["tasks", *(["limit"] if limit else []), *(PEERS.get(name, name) for name in names)]
    return table(head, rows)


def per_task(results, name, tasks):
    time = results.seconds(name)
    return time * 1e9 / tasks if time else None


def counties(results):
    rows = []
    for name in ["daopai-reused", "daopai-fresh", *PEERS]:
        time = results.seconds(f"one_shot/{name}/counties/200")
        if time:
            rows.append([PEERS.get(name, name), shown(time * 1e6)])
    for threads in results.sizes("counties/threads/counties"):
        name = f"counties/threads/counties/{threads}"
        plans = results.count(name, "plans")
        rows.append([f"daopai, all 5,000 on {threads} thread{'s' * (threads > 1)}", shown(results.seconds(name) / plans * 1e6)])
    lanes = results.seconds("counties/lanes/counties/200")
    if lanes:
        plans = results.count("counties/lanes/counties/200", "plans")
        rows.append(["daopai, eight plans of one template at a time", shown(lanes / plans * 1e6)])
    return table(["5,000 plans of some 200 tasks", "µs a plan"], rows)


def full_table(results):
    rows = []
    for size in results.sizes("full/daopai/layered"):
        full = per_task(results, f"full/daopai/layered/{size}", size)
        plain = per_task(results, f"passes/daopai/layered/{size}", size)
        read = per_task(results, f"read/daopai/layered/{size}", size)
        rows.append([f"{size:,}", shown(plain), shown(full), shown(ratio(full, plain)) + " x", shown(read)])
    return table(["tasks", "bare passes, ns a task", "full", "full to bare", "reading all answers by task"], rows)


def memory_table(results):
    rows = []
    for name in ["daopai", *PEERS]:
        sizes = [s for s in results.sizes(f"passes/{name}/layered") if s <= 1_000_000]
        if sizes:
            bytes_a_task = results.count(f"passes/{name}/layered/{max(sizes)}", "bytes_per_task")
            if bytes_a_task:
                rows.append([PEERS.get(name, name), f"{max(sizes):,}", shown(bytes_a_task)])
    return table(["", "tasks", "bytes a task"], rows)


def growth_table(results):
    rows = []
    for run, fit in sorted(results.fits.items()):
        unit = SECONDS[fit["time_unit"]]
        rows.append([f"`{run}`", fit["big_o"], shown(fit["cpu_coefficient"] * unit * 1e9)])
    return table(["", "grows with", "ns a task"], rows)


def plan_table(results):
    stages = ["read_file", "build", "compile", "compute", "read_all_dates", "plan_to_dates", "write_answer", "file_to_answer"]
    sizes = results.sizes("plan/read_file")
    rows = []
    for stage in stages:
        row = [stage.replace("_", " ")]
        for size in sizes:
            time = results.seconds(f"plan/{stage}/{size}")
            row.append(shown(time and time * 1e3))
        largest = f"plan/{stage}/{sizes[-1]}"
        size_in_bytes = results.count(largest, "bytes")
        row.append(shown(ratio(size_in_bytes, results.seconds(largest) * 1e6)) if size_in_bytes else "")
        rows.append(row)
    return table(["ms", *(f"{size:,} tasks" for size in sizes), "MB/s"], rows)


def change_table(results):
    rows = []
    for name, row in results.rows.items():
        if "p50_us" in row:
            cells = [shown(row[key]) for key in ("p50_us", "p90_us", "p99_us", "max_us", "passes_us")]
            parts = [shown(row["passes/p50"]), shown(row["passes/p99"]), shown(row["max/passes"])]
            rows.append([f"`{name.removesuffix('/manual_time')}`", *cells, *parts])
    head = ["µs", "p50", "p90", "p99", "slowest", "both passes", "passes to p50", "passes to p99", "slowest to passes"]
    return table(head, rows)


# Published times of one core, of the same work: COINr 1.1.14 (R), NumPy.
PUBLISHED = {
    "normalise_and_aggregate": ("COINr", 0.441),
    "uncertainty_1000": ("COINr", 199.9),
    "sobol_6000": ("COINr", 1218.0),
    "leave_out_60_of_3000": ("COINr", 41.2),
    "normalise_and_aggregate/reuse:1": ("NumPy", 0.0011),
}


def scoring_table(results):
    rows = []
    for name, row in results.rows.items():
        first = name.split("/")[0]
        if "/" in name and first not in PUBLISHED:
            continue
        if first not in PUBLISHED and not name.startswith(("score_", "check_", "lost_")):
            continue
        peers = [PUBLISHED[key] for key in (first, name) if key in PUBLISHED]
        beside = "; ".join(f"{peer} {shown(s * 1e3)} ms ({shown(s / row['seconds'])} x)" for peer, s in dict(peers).items())
        rows.append([f"`{name.removesuffix('/real_time')}`", shown(row["seconds"] * 1e3), beside])
    return table(["", "ms", "published, on another machine"], rows)


def aims(results):
    """Each aim, what was measured, and whether it is reached."""
    passes = lambda name, size: results.seconds(f"passes/{name}/layered/{size}")
    shot = lambda name, size=1_000_000: results.seconds(f"one_shot/{name}/layered/{size}")
    million = 1_000_000
    rows = []

    def at_least(what, aim, value, unit=" x"):
        rows.append((what, f"at least {aim}{unit}", value, unit, value and value >= aim))

    def at_most(what, aim, value, unit=""):
        rows.append((what, f"at most {aim}{unit}", value, unit, value and value <= aim))

    own = passes("daopai", million)
    at_least("both passes, 1,000,000 tasks, to Boost adjacency_list", 18, ratio(passes("boost-adjacency_list", million), own))
    for size, aim in ((10_000, 5), (million, 7), (10_000_000, 6)):
        value = ratio(passes("boost-csr", size), passes("daopai", size))
        at_least(f"both passes, {size:,} tasks, to Boost CSR", aim, value)
    at_most("both passes, 1,000,000 tasks, to streaming the same bytes", 1.6, ratio(own, results.seconds(f"limit/stream/layered/{million}")), " x")
    at_most("full passes to bare ones, 1,000,000 tasks", 4, ratio(results.seconds(f"full/daopai/layered/{million}"), own), " x")
    for kept, wanted in (("reused", (7, 3, 3)), ("fresh", (4, 2, 2))):
        for peer, aim in zip(("boost-adjacency_list", "boost-csr", "lemon-static"), wanted):
            at_least(f"one shot, {kept} memory, 1,000,000 tasks, to {PEERS[peer]}", aim, ratio(shot(peer), shot(f"daopai-{kept}")))
    county = results.seconds("one_shot/daopai-reused/counties/200")
    at_most("a county plan on its own", 5, county and county * 1e6, " µs")
    lanes = results.seconds("counties/lanes/counties/200")
    at_most("a county plan of a template, eight at a time", 1, lanes and lanes / results.count("counties/lanes/counties/200", "plans") * 1e6, " µs")
    threads = {n: results.seconds(f"counties/threads/counties/{n}") for n in (1, 4)}
    rows.append(("county plans on 4 threads to 1", "they scale", ratio(threads[1], threads[4]), " x", threads[4] and threads[1] / threads[4] >= 2.5))
    change = next((row for name, row in results.rows.items() if name.startswith("one_day_more/1000000")), {})
    at_least("both passes to one changed duration, 1,000,000 tasks, median", 2000, change.get("passes/p50"))
    at_least("the same, 99th percentile", 10, change.get("passes/p99"))
    worst = [row["max/passes"] for name, row in results.rows.items() if "max/passes" in row and "/1000000" in name]
    at_most("the slowest of all changes to both passes", 2.5, max(worst, default=None), " x")
    dates = results.seconds("plan/plan_to_dates/100000")
    at_most("100,000 tasks from the plan to all dates and floats", 30, dates and dates * 1e3, " ms")
    for stage in ("read_file", "write_answer"):
        name = f"plan/{stage}/100000"
        speed = ratio(results.count(name, "bytes"), results.seconds(name))
        at_least(f"{stage.replace('_', ' ')}, 100,000 tasks", 150, speed and speed / 1e6, " MB/s")
    memory = results.count(f"memory/daopai/layered/{million}", "bytes_per_task")
    links = results.count(f"memory/daopai/layered/{million}", "links_per_task")
    at_most("memory of network and results, less 12 bytes a link", 64, memory and max(memory - 12 * links, 0.001), " bytes a task")
    return table(
        ["aim", "", "measured", "reached"],
        [[what, aim, (shown(value) + unit) if value else "not measured", {True: "yes", False: "**no**"}.get(reached and bool(reached) if value else None, "") if value else ""] for what, aim, value, unit, reached in rows],
    )


def document(results, chart):
    agreed, plans = results.hold_to_one_answer()
    shapes = [s for s in ("shuffled", "random", "chain", "unlagged") if results.sizes(f"passes/daopai/{s}")]
    parts = [
        "# Results of one run\n\nWritten by `./bench/run.sh`; [README.md](README.md) says what is measured and how to read it.\n",
        machine(results),
        f"Answers: {agreed} measurements of {plans} sets of plans, all found the same early and late finishes and total floats.\n",
        f"![How many times the time of daopai its peers take]({chart})\n",
        "## The aims\n\n" + aims(results),
        "## Both passes, layered plans\n\nns a task; in brackets, how many times the time of daopai. `limit` streams the same bytes once.\n\n"
        + shape_table(results, "passes", "layered", ["daopai"]),
        *(f"### {s}\n\n" + shape_table(results, "passes", s, ["daopai"]) for s in shapes),
        "## One shot: from the plan's arrays to all results, layered plans\n\nns a task: building, sorting and both passes.\n\n"
        + shape_table(results, "one_shot", "layered", ["daopai-reused", "daopai-fresh"]),
        *(f"### {s}\n\n" + shape_table(results, "one_shot", s, ["daopai-reused", "daopai-fresh"]) for s in shapes),
        "## County plans\n\n" + counties(results),
        "## Full plans\n\nA tenth of the links of other kinds, lags, sixteen calendars, deadlines, free floats and drivers.\n\n" + full_table(results),
        "## Memory\n\n" + memory_table(results),
        "## Growth\n\nGoogle Benchmark's fit over the sizes of one process.\n\n" + growth_table(results),
    ]
    if results.sizes("plan/read_file"):
        parts.append("## From the file to the answer\n\n" + plan_table(results))
    if any("p50_us" in row for row in results.rows.values()):
        parts.append("## One changed fact\n\n" + change_table(results))
    if results.seconds("score_counties"):
        parts.append("## Indices and scores\n\n" + scoring_table(results))
    return "\n".join(parts)


# --- the chart -----------------------------------------------------------------------------------

BAR, GAP, LEFT, WIDTH = 18, 7, 230, 560
COLOURS = {"passes": "#2b6ca3", "one_shot": "#d98324"}


def bars(results):
    """(title, [(label, times)]) for each block of the chart, at the largest common size."""
    for what, ours, title in (("passes", "daopai", "Both passes"), ("one_shot", "daopai-reused", "One shot, reused memory")):
        sizes = [s for s in results.sizes(f"{what}/{ours}/layered") if s <= 1_000_000]
        if not sizes:
            continue
        own = results.seconds(f"{what}/{ours}/layered/{sizes[-1]}")
        rows = []
        for name, label in PEERS.items():
            for size in (s for s in reversed(sizes) if results.seconds(f"{what}/{name}/layered/{s}")):
                base = results.seconds(f"{what}/{ours}/layered/{size}")
                note = "" if size == sizes[-1] else f" ({size:,})"
                rows.append((label + note, results.seconds(f"{what}/{name}/layered/{size}") / base))
                break
        stream = results.seconds(f"limit/stream/layered/{sizes[-1]}")
        if what == "passes" and stream:
            rows.append(("streaming the same bytes", stream / own))
        yield what, f"{title}, layered plans of {sizes[-1]:,} tasks", sorted(rows, key=lambda row: row[1])


def chart(results):
    blocks = list(bars(results))
    longest = max((value for _, _, rows in blocks for _, value in rows), default=10)
    decades = max(1, math.ceil(math.log10(longest)))
    scale = lambda value: WIDTH * (math.log10(max(value, 0.1)) + 1) / (decades + 1)
    y, body = 58, []
    for what, title, rows in blocks:
        body.append(f'<text x="16" y="{y + 14}" class="title">{title}</text>')
        y += 26
        top = y
        for label, value in rows:
            body.append(f'<text x="{LEFT - 8}" y="{y + 13}" class="label">{label}</text>')
            body.append(f'<rect x="{LEFT}" y="{y}" width="{scale(value):.1f}" height="{BAR}" fill="{COLOURS[what]}"/>')
            body.append(f'<text x="{LEFT + scale(value) + 6:.1f}" y="{y + 13}">{shown(value)}</text>')
            y += BAR + GAP
        x = LEFT + scale(1)
        body.append(f'<line x1="{x:.1f}" y1="{top - 4}" x2="{x:.1f}" y2="{y}" class="own"/>')
        for decade in range(-1, decades + 1):
            x = LEFT + scale(10.0**decade)
            body.append(f'<text x="{x:.1f}" y="{y + 12}" class="tick">{10.0**decade:g}</text>')
        y += 36
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 90}" height="{y}" font-family="sans-serif" font-size="13">'
        "<style>.title{font-weight:bold}.label{text-anchor:end}.tick{text-anchor:middle;fill:#666;font-size:11px}"
        ".own{stroke:#222;stroke-dasharray:4 3}</style>"
        f'<rect width="100%" height="{y}" fill="#fff"/>'
        '<text x="16" y="24" font-size="16" font-weight="bold">How many times the time of daopai</text>'
        '<text x="16" y="43" fill="#555">logarithmic; the dashed line is daopai; one thread, the same run</text>'
    )
    return head + "\n" + "\n".join(body) + "\n</svg>\n"


if __name__ == "__main__":
    folder, text, picture = sys.argv[1:]
    found = Results(folder)
    pathlib.Path(text).write_text(document(found, pathlib.Path(picture).name), encoding="utf-8")
    pathlib.Path(picture).write_text(chart(found), encoding="utf-8")
