"""Makes fixtures/statistics/reference.json, the values that the statistics tests are held to.

A record of how they came about; neither build nor tests need Python. Run with numpy and scipy:
    python scripts/reference-statistics.py > fixtures/statistics/reference.json
Tests of integers are exact (Fraction, all splits enumerated), independent of the convolutions under test.
"""

import itertools
import json
import math
from fractions import Fraction

import numpy as np
from scipy import stats

rng = np.random.default_rng(20260801)


def sign_flip(values):
    if not any(values):
        return 1.0
    counts = {0: 1}
    for value in values:
        following = {}
        for total, ways in counts.items():
            for signed in (abs(value), -abs(value)):
                following[total + signed] = following.get(total + signed, 0) + ways
        counts = following
    seen = sum(values)
    below = sum(ways for total, ways in counts.items() if total < seen)
    return float((Fraction(below) + Fraction(counts.get(seen, 0), 2)) / 2 ** len(values))


def bounds(differences, clusters, alpha):
    d = np.array(differences, float)
    names = sorted(set(clusters))
    sizes = np.array([clusters.count(name) for name in names], float)
    sums = np.array([sum(x for x, c in zip(d, clusters) if c == name) for name in names])
    n, c = len(d), len(names)
    w = (sizes**2).sum() / n
    m = sums.sum() / (n + 2 * w)
    ss = ((sums - m * sizes) ** 2).sum() + w**2 * (1 - m) ** 2 + w**2 * (1 + m) ** 2
    effective = n**2 / (sizes**2).sum()
    reach = stats.t.ppf(1 - alpha, effective + 1) * math.sqrt((c + 2) / (c + 1) * ss) / (n + 2 * w)
    return {"lower": m - reach, "upper": m + reach, "effectiveClusters": effective}


def permutation(cases):
    totals = {0: Fraction(1)}
    seen = 0
    for case in cases:
        pool = case["baseline"] + case["candidate"]
        seen += sum(case["candidate"])
        splits = list(itertools.combinations(range(len(pool)), len(case["candidate"])))
        following = {}
        for split in splits:
            chosen = sum(pool[index] for index in split)
            for total, weight in totals.items():
                following[total + chosen] = following.get(total + chosen, 0) + weight / len(splits)
        totals = following
    return float(sum(w for t, w in totals.items() if t < seen) + totals.get(seen, Fraction(0)) / 2)


def reach(cases, alpha):
    variance = 0.0
    for case in cases:
        for scores in (case["baseline"], case["candidate"]):
            k = len(scores)
            v = (sum(s * s for s in scores) + 0.5) / (k + 1) - ((sum(scores) + 0.5) / (k + 1)) ** 2
            variance += v * (k + 1) / k**2
    return stats.norm.ppf(1 - alpha) * math.sqrt(variance) / len(cases)


def ints(*args, **kwargs):
    return [int(x) for x in rng.integers(*args, **kwargs)]


def main():
    flips = [[0, 0, 0], [-1], [1], [-1, -1, 1], [-3, 5, -5, 2, 0], [-1] * 14 + [1] * 2]
    flips += [ints(-top, top + 1, size=size) for top, size in [(1, 40), (4, 60), (20, 120), (100, 200), (500, 60)]]
    flips += [[x - 1 for x in ints(-4, 5, size=300)]]
    differences = []
    for size, groups, alpha in [(1, 1, 0.05), (10, 10, 0.05), (50, 12, 0.05), (37, 37, 0.1), (200, 40, 0.01)]:
        d = [float(x) for x in rng.choice([-1, -0.5, 0, 0, 0, 0.25, 1], size=size)]
        clusters = list(range(size)) if groups == size else ints(0, groups, size=size)
        differences.append({"differences": d, "clusters": clusters, "alpha": alpha, **bounds(d, clusters, alpha)})
    permutations = []
    for size, k, top in [(1, 1, 1), (5, 3, 1), (12, 5, 1), (8, 5, 4), (6, 2, 100)]:
        cases = [{"baseline": ints(0, top + 1, size=k), "candidate": ints(0, top + 1, size=k)} for _ in range(size)]
        unit = [{arm: [s / top for s in case[arm]] for arm in case} for case in cases]
        permutations.append({"cases": cases, "p": permutation(cases), "unit": unit, "reach": reach(unit, 0.05)})
    students = [[float(x) for x in rng.normal(-0.02, 0.3, size=size)] for size in (2, 30, 500)]
    rates = [(0.0, 5), (1.0, 5), (0.85, 100), (0.5, 1), (0.973, 37)]
    plans = [(0.41, 100, 0.05, 0.1), (0.2, 23, 0.01, 0.05)]
    z = {alpha: stats.norm.ppf(1 - alpha) + stats.norm.ppf(0.8) for *_, alpha, _ in plans}
    stored = [[[0, 1, 1], [1, 1, 1], [0, 0, 1]], [[0.25, 0.5, 1, 0.75], [0, 0, 0.5, 0.25]]]
    print(json.dumps({
        "signFlip": [{"values": v, "p": sign_flip(v)} for v in flips],
        "bounds": differences,
        "permutation": permutations,
        "student": [{"values": v, "p": float(stats.ttest_1samp(v, 0, alternative="less").pvalue)} for v in students],
        "wilson": [
            {"mean": p, "count": n, "alpha": 0.05, "lower": w.low, "upper": w.high}
            for p, n in rates
            for w in [stats.binomtest(round(p * n), n).proportion_ci(0.9, method="wilson")]
            if abs(p * n - round(p * n)) < 1e-9
        ],
        "planning": [
            {
                "sd": sd, "cases": n, "alpha": alpha, "drop": drop,
                "detectableDrop": z[alpha] * sd / math.sqrt(n),
                "casesToDetect": math.ceil((z[alpha] * sd / drop) ** 2),
                "power": float(stats.t.cdf(drop * math.sqrt(n) / sd - stats.t.ppf(1 - alpha, n - 1), n - 1)),
            }
            for sd, n, alpha, drop in plans
        ],
        "storedError": [
            {"samples": s, "error": math.sqrt(sum(np.var(x, ddof=1) / len(x) for x in s)) / len(s)} for s in stored
        ],
        "unchangedPass": [
            {"margin": margin, "alpha": alpha, "cases": next(
                n for n in itertools.count(1) if bounds([0.0] * n, list(range(n)), alpha)["lower"] > -margin)}
            for margin, alpha in [(0.1, 0.05), (0.05, 0.05), (0.2, 0.01)]
        ],
    }))


main()
