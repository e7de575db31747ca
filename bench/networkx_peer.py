"""NetworkX as its documentation says: topological_sort() and passes by hand: networkx_peer.py BENCH_DRAW TASKS..."""

import sys
import time

import networkx as nx
from drawn_plan import draw, hold_to, report


def build(plan):
    graph = nx.DiGraph()
    graph.add_nodes_from(range(len(plan)))
    graph.add_weighted_edges_from(
        ((predecessor, t, lag) for t, task in enumerate(plan) for predecessor, lag in task.links), weight="lag"
    )
    return graph


def passes(graph, order, durations):
    early = [0] * len(durations)
    for t in order:
        start = 0
        for before, link in graph.pred[t].items():
            start = max(start, early[before] + link["lag"])
        early[t] = start + durations[t]
    end = max(early)
    late = [end] * len(durations)
    for t in reversed(order):
        for after, link in graph.succ[t].items():
            late[t] = min(late[t], late[after] - durations[after] - link["lag"])
    return early, late


def timed(f, *arguments):
    start = time.process_time()
    result = f(*arguments)
    return result, time.process_time() - start


def measure(program, tasks):
    plan = draw(program, "layered", tasks)
    durations = [task.duration for task in plan]
    graph, building = timed(build, plan)
    order, sorting = timed(lambda: list(nx.topological_sort(graph)))
    (early, late), passing = timed(passes, graph, order, durations)
    hold_to(early, [task.early_finish for task in plan], "early finish")
    hold_to(late, [task.late_finish for task in plan], "late finish")
    yield f"passes/networkx/layered/{tasks}", passing, tasks
    yield f"one_shot/networkx/layered/{tasks}", building + sorting + passing, tasks


if __name__ == "__main__":
    report([row for tasks in sys.argv[2:] for row in measure(sys.argv[1], int(tasks))])
