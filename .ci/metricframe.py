#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times Fairlearn's MetricFrame on the groups that modelgate-bench makes.

usage: metricframe.py GROUPS

The counts follow the same formula as FairnessBenchmarks.swift. Starting Python, importing and making
the rows are not timed; the frame, its extremes, differences and ratios are. Each cell of a group is
one weighted row, which is kinder to Fairlearn than one row per person. Exits with 3 where Fairlearn is
not installed.
"""
import sys
import time

try:
    import fairlearn
    import numpy as np
    from fairlearn import metrics
    from sklearn.metrics import accuracy_score
except ImportError as reason:
    print(f"skipped: {reason}")
    sys.exit(3)


def rows(count):
    """Labels, predictions, groups and weights: four rows for each group."""
    index = np.arange(count)
    cells = [(1, 1, 30 + index % 13), (0, 1, 8 + index % 5), (0, 0, 45 + index % 17), (1, 0, 6 + index % 7)]
    columns = [(np.full(count, y), np.full(count, p), index, weight) for y, p, weight in cells]
    return [np.concatenate(parts) for parts in zip(*columns)]


def main():
    count = int(sys.argv[1])
    labels, predictions, groups, weights = rows(count)
    rates = {
        "selection_rate": metrics.selection_rate,
        "true_positive_rate": metrics.true_positive_rate,
        "false_positive_rate": metrics.false_positive_rate,
        "true_negative_rate": metrics.true_negative_rate,
        "false_negative_rate": metrics.false_negative_rate,
        "accuracy": accuracy_score,
    }
    start = time.perf_counter()
    frame = metrics.MetricFrame(
        metrics=rates,
        y_true=labels,
        y_pred=predictions,
        sensitive_features=groups,
        sample_params={name: {"sample_weight": weights} for name in rates},
    )
    frame.group_min(), frame.group_max()
    for method in ("between_groups", "to_overall"):
        frame.difference(method=method), frame.ratio(method=method)
    spent = time.perf_counter() - start
    print(f"fairlearn {fairlearn.__version__}, {count} groups, point values only {spent * 1000:12.1f} ms")


main()
