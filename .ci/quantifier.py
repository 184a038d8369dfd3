#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times the quantifier of RuleBenchmarks.swift in other implementations of the language.

Expression and variables are prepared beforehand, as they are for modelgate-bench, and the batches are
timed as there: processor time, the minimum, median and maximum of some batches of 20 ms at least. Rows
line up with the table of modelgate-bench. A library that is not installed is left out and said so.
"""
import importlib
import importlib.metadata
import time

EXPRESSION = "metrics.exists(m, m.name == 'accuracy' && m.value >= 0.9)"
BATCHES = 15
SHORTEST_BATCH = 0.02


def metrics(last):
    """Twenty metrics of which only the last one is the accuracy."""
    shared = {"n": 400, "unit": "fraction", "split": "test"}
    others = [{"name": f"metric-{index}", "value": 0.95, **shared} for index in range(19)]
    return others + [{"name": "accuracy", "value": last, **shared}]


def common_expression_language(cel, values):
    """The evaluation by common-expression-language, a wrapper of cel-rust."""
    program, context = cel.compile(EXPRESSION), cel.Context()
    context.add_variable("metrics", values)
    return lambda: program.execute(context)


def cel_expr_python(cel, values):
    """The evaluation by cel-expr-python, a wrapper of cel-cpp."""
    environment = cel.NewEnv(variables={"metrics": cel.Type.List(cel.Type.DYN)})
    expression, activation = environment.compile(EXPRESSION), environment.Activation({"metrics": values})
    return lambda: expression.eval(activation).value()


LIBRARIES = [
    ("common-expression-language", "cel", common_expression_language),
    ("cel-expr-python", "cel_expr_python.cel", cel_expr_python),
]
CASES = [("last", 0.93, True), ("none", 0.42, False)]


def batch(work, repetitions):
    """The seconds that each repetition takes."""
    start = time.process_time()
    for _ in range(repetitions):
        work()
    return (time.process_time() - start) / repetitions


def measured(work):
    """Minimum, median and maximum of the batches, in seconds."""
    repetitions = 1
    while batch(work, repetitions) * repetitions < SHORTEST_BATCH:
        repetitions *= 2
    times = sorted(batch(work, repetitions) for _ in range(BATCHES))
    return times[0], times[BATCHES // 2], times[-1]


def main():
    for package, module, prepare in LIBRARIES:
        try:
            library = importlib.import_module(module)
            version = importlib.metadata.version(package)
        except ImportError as reason:
            print(f"skipped {package}: {reason}")
            continue
        for case, last, expected in CASES:
            work = prepare(library, metrics(last))
            if work() is not expected:
                raise SystemExit(f"error: {package} says {work()!r} for '{case}'")
            times = "".join(f"{seconds * 1e6:.2f} µs".rjust(12) for seconds in measured(work))
            name = f"{package} {version}, {case}"
            print(f"{name:<46}{times}")


main()
