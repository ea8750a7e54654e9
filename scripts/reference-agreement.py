"""Makes fixtures/statistics/agreement-reference.json, the values that the tests of agreement are held to.

A record of how they came about; neither build nor tests need Python. Run with numpy, scipy, scikit-learn, krippendorff and irrCAC:
    python scripts/reference-agreement.py > fixtures/statistics/agreement-reference.json
"""

import json
import math
import warnings

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from scipy import stats
from sklearn.metrics import cohen_kappa_score, recall_score

warnings.filterwarnings("ignore")
rng = np.random.default_rng(20260802)


def number(value):
    return None if value is None or math.isnan(value) else float(value)


def varies(*raters):
    return len({value for rater in raters for value in rater if value is not None}) > 1


def kappa(first, second, weights=None):
    if not varies(first, second):
        return None
    labels = list(range(0, 6)) if weights else None
    return number(cohen_kappa_score(first, second, weights=weights, labels=labels))


def ac1(first, second):
    if not varies(first, second):
        return None
    # Every pair twice is the same agreement, and gives irrCAC the two items that its variance needs.
    table = CAC(pd.DataFrame({"first": first * 2, "second": second * 2}), digits=15).gwet()
    return number(table["est"]["coefficient_value"])


def alpha(units, level):
    table = np.array([[math.nan if value is None else value for value in unit] for unit in units], float).T
    pairable = [value for unit in units if sum(x is not None for x in unit) > 1 for value in unit]
    if not varies(pairable):
        return None
    return number(krippendorff.alpha(reliability_data=table, level_of_measurement=level))


def rates(first, second):
    found = [recall_score(second, first, pos_label=kind) if kind in second else None for kind in (1, 0)]
    return {"sensitivity": found[0], "specificity": found[1]}


def bias(first, second, level):
    d = np.array(first, float) - np.array(second, float)
    if len(d) < 2:
        return None
    if d.std() == 0:
        return {"mean": d.mean(), "lower": d.mean(), "upper": d.mean()}
    lower, upper = stats.t.interval(1 - level, len(d) - 1, d.mean(), stats.sem(d))
    return {"mean": d.mean(), "lower": float(lower), "upper": float(upper)}


def percentile(first, second, weights):
    a, b = np.array(first), np.array(second)
    figures = []
    for _ in range(4000):
        drawn = rng.integers(0, len(a), len(a))
        figure = kappa(a[drawn].tolist(), b[drawn].tolist(), weights)
        figures.append(-math.inf if figure is None else figure)
    return float(np.quantile(figures, 0.1))


def raters(count, levels, agree, shares=None):
    truth = rng.choice(levels, count, p=shares)
    other = rng.choice(levels, count, p=shares)
    return truth.tolist(), np.where(rng.random(count) < agree, truth, other).tolist()


pairs = {
    "binary, balanced": raters(60, [0, 1], 0.7),
    "binary, worse than chance": ([0, 1] * 12 + [0], [1, 0] * 12 + [0]),
    "binary, nearly all of one class": ([1] * 122 + [0] * 3, [1] * 118 + [0] * 4 + [1] * 3),
    "binary, perfect": ([0, 1, 1, 0, 1], [0, 1, 1, 0, 1]),
    "binary, one class each, not the same": ([1] * 9, [0] * 9),
    "binary, the second rater of one class": ([0, 1, 1, 0, 1, 1], [1] * 6),
    "one class throughout": ([1] * 12, [1] * 12),
    "one pair that agrees": ([1], [1]),
    "one pair that does not": ([0], [1]),
    "ordinal, close": raters(80, [1, 2, 3, 4, 5], 0.6),
    "ordinal, skewed with ties": raters(50, [1, 2, 3, 4, 5], 0.5, [0.02, 0.03, 0.1, 0.25, 0.6]),
    "ordinal, levels left out": raters(40, [1, 3, 5], 0.4),
    "ordinal, one level apart": ([1, 2, 3, 4, 4, 2], [2, 3, 4, 5, 5, 3]),
    "nominal, three": raters(90, [0, 1, 2], 0.65),
    "nominal, a category of one rater only": raters(70, [0, 1, 2, 3], 0.5),
}
unit_lists = {
    "two raters, binary": [list(pair) for pair in zip(*raters(40, [0, 1], 0.6))],
    "two raters, ordinal": [list(pair) for pair in zip(*raters(60, [1, 2, 3, 4, 5], 0.5))],
    "the second rater missing of every third": [
        [a, None if index % 3 == 0 else b] for index, (a, b) in enumerate(zip(*raters(60, [1, 2, 3, 4], 0.6)))
    ],
    "the second rater missing throughout": [[1, None], [2, None], [3, None]],
    # Krippendorff (2011), the data of section C: four observers, twelve units.
    "four raters with gaps": [
        [1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
        [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1], [None, None, 3, None],
    ],
    "one class throughout": [[2, 2], [2, 2], [2, None]],
    "one class among the pairs": [[2, 2], [2, 2], [3, None]],
}

print(
    json.dumps(
        {
            "pairs": [
                {
                    "name": name,
                    "first": first,
                    "second": second,
                    "kappa": kappa(first, second),
                    "quadraticKappa": kappa(first, second, "quadratic"),
                    "ac1": ac1(first, second),
                    "alphaNominal": alpha(list(zip(first, second)), "nominal"),
                    "alphaOrdinal": alpha(list(zip(first, second)), "ordinal"),
                    "bias": bias(first, second, 0.05),
                }
                for name, (first, second) in pairs.items()
            ],
            "units": [
                {"name": name, "units": units, **{level: alpha(units, level) for level in ("nominal", "ordinal")}}
                for name, units in unit_lists.items()
            ],
            "detection": [
                {"name": name, "judged": pairs[name][0], "truth": pairs[name][1], **rates(*pairs[name])}
                for name in pairs
                if name.startswith(("binary", "one"))
            ],
            "bootstrap": [
                {"name": name, "first": pairs[name][0], "second": pairs[name][1], "lower": percentile(*pairs[name], weights),
                 "weights": weights}
                for name, weights in (("binary, balanced", None), ("nominal, three", None), ("ordinal, close", "quadratic"))
            ],
        }
    )
)
