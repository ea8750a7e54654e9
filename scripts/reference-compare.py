"""Makes fixtures/statistics/compare-reference.json, the verdicts that `compare` is held to.

A second writing of the rules in docs/statistics.md, from the rules and not from the code: one look and two, several metrics, missing scores,
clusters, distinct questions, small sets, stored baselines, metrics that measure nothing, lines that name their look with a first round of its own
size for each case, a re-run, and samples that settle, which are left out. Plain Python; neither build nor tests need it. Run:
    python scripts/reference-compare.py > fixtures/statistics/compare-reference.json
"""

import json
import math
import random
from fractions import Fraction

ALPHA, MIN_CASES, MIN_DROP, DRIFT = 0.05, 10, 0.025, 0.02


def beta_share(a, b, x):
    """Regularised incomplete beta function by Lentz's continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_share(b, a, 1 - x)
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    total = d
    for m in range(1, 400):
        for numerator in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + numerator * d)
            c = 1 + numerator / c
            total *= c * d
    return front * total / a


def t_upper(freedom):
    """The t that is exceeded with a chance of 5 %."""
    low, high = 0.0, 1e3
    for _ in range(200):
        middle = (low + high) / 2
        if beta_share(freedom / 2, 0.5, freedom / (freedom + middle**2)) / 2 > ALPHA:
            low = middle
        else:
            high = middle
    return low


def group(rows, key):
    found = {}
    for index, row in enumerate(rows):
        name = row.get(key)
        found.setdefault((0, index) if name is None else (1, name), []).append(row)
    return list(found.values())


def mean(values):
    return sum(values) / len(values)


def bounds(rows):
    n, sums = len(rows), [(sum(r["d"] for r in g), len(g)) for g in group(rows, "cluster")]
    w = sum(size**2 for _, size in sums) / n
    m = sum(s for s, _ in sums) / (n + 2 * w)
    squares = sum((s - m * size) ** 2 for s, size in sums) + w**2 * ((1 - m) ** 2 + (1 + m) ** 2)
    count = len(sums) + 2
    reach = t_upper(n**2 / sum(size**2 for _, size in sums) + 1) * math.sqrt(count / (count - 1) * squares) / (n + 2 * w)
    return m - reach, m + reach


def mid_p(rows):
    """Exact, for scores in quarters: sums over the samples of a case, brought to one number of samples, as whole numbers."""
    parts = math.lcm(*(len(r["after"]) for r in rows))
    sums = [sum(round(4 * (sum(r["after"]) - sum(r["before"]))) * parts // len(r["after"]) for r in g) for g in group(rows, "cluster")]
    if not any(sums):
        return 1.0
    ways = {0: 1}
    for value in sums:
        following = {}
        for total, many in ways.items():
            for signed in (value, -value):
                following[total + signed] = following.get(total + signed, 0) + many
        ways = following
    below = sum(many for total, many in ways.items() if total < sum(sums))
    return float((Fraction(below) + Fraction(ways[sum(sums)], 2)) / 2 ** len(sums))


def analyse(cases, missing, is_stored, sign):
    """Rows of analysis A (missing None) or B (missing the worst score). Stored samples are compared mean against mean."""
    worst, rows = 0.0 if sign > 0 else 1.0, []
    for case in cases:
        before, after = ([worst if missing and x is None else x for x in case[arm]] for arm in ("before", "after"))
        if None in before or None in after:
            continue
        d = sign * (mean(after) - mean(before))
        rows.append({**case, "before": [sign * x for x in before], "after": [sign * x for x in after], "d": 0 if abs(d) < 1e-9 else d})
    return rows


def deviation(values):
    m = mean(values)
    return sum((x - m) ** 2 for x in values) / (len(values) - 1)


def first_round(cases):
    """The cases with what their first round drew: all that is not of a later look."""
    kept = []
    for case in cases:
        looks = case.get("looks") or [1] * max(len(case["before"]), len(case["after"]))
        taken = {arm: [x for x, look in zip(case[arm], looks) if look == 1] for arm in ("before", "after")}
        if not case.get("looks"):
            taken = {arm: case[arm] for arm in ("before", "after")}
        kept.append({**case, **taken})
    return kept


def second_look(cases, views, sign):
    """The pooled mid-p of each view over its own discordant cases, and whether any of these was run again."""
    whole = {case["case"]: case for case in cases}
    differing = [{row["case"] for row in view if row["d"] != 0} for view in views]
    again = any(2 in (whole[name].get("looks") or []) for names in differing for name in names)
    worst, ps = 0.0 if sign > 0 else 1.0, []
    for missing, view, names in zip((False, True), views, differing):
        rows = []
        for row in view:
            pairs = [(0.0, 0.0)]
            if row["case"] in names:
                case = whole[row["case"]]
                pairs = [(b, a) for b, a, look in zip(case["before"], case["after"], case["looks"]) if look != "settle"]
                if missing:
                    pairs = [tuple(worst if x is None else x for x in pair) for pair in pairs]
                else:
                    pairs = [(0.0, 0.0) if None in pair else pair for pair in pairs]
            rows.append({**row, "before": [sign * b for b, _ in pairs], "after": [sign * a for _, a in pairs]})
        ps.append(mid_p(rows))
    return again, ps


def judge(all_cases, sign, is_stored):
    """Verdict before Holm, and what Holm needs: (verdict or None, p of A and of B, figures)."""
    cases = first_round(all_cases)
    questions = len(group(cases, "question"))
    margin = 0.1 if questions < 100 else 0.05
    views = [analyse(cases, missing, is_stored, sign) for missing in (False, True)]
    figures = {"margin": margin, "questions": questions, "cases": len(views[0])}
    if not views[0] or 5 * (len(cases) - len(views[0])) > len(cases):
        return "invalid", None, figures
    ends = [bounds(view) for view in views]
    figures |= {"lowerBound": min(low for low, _ in ends), "upperBound": max(high for _, high in ends)}
    falls = [-mean([row["d"] for row in view]) for view in views]
    worst = 0 if sign > 0 else -1
    is_low = all(mean([mean(row[arm]) for row in views[0]]) - worst <= margin + 1e-9 for arm in ("before", "after"))
    passed = "inconclusive" if is_low else "pass"
    if questions < MIN_CASES:
        enough = all(min(sum(len(c[arm]) for c in g) for arm in ("before", "after")) >= 5 for g in group(cases, "question"))
        if not enough:
            return "inconclusive", None, figures
        for view, verdict in zip(views, ("inconclusive" if is_stored else "fail", "inconclusive")):
            for g in group(view, "question"):
                old, new = (mean([x for row in g for x in row[arm]]) - worst for arm in ("before", "after"))
                if old >= 0.8 - 1e-9 and new <= 0.2 + 1e-9:
                    return verdict, None, figures
        return ("inconclusive" if max(falls) >= margin - 1e-9 else passed), None, figures
    if is_stored:
        for view, (low, _), fall in zip(views, ends, falls):
            if max(falls) >= MIN_DROP - 1e-9 or any(len(row["before"]) < 3 for row in view):
                return "inconclusive", None, figures
            error = math.sqrt(sum(deviation(row["before"]) / len(row["before"]) for row in view)) / len(view)
            if not low > -(margin - DRIFT - 1.645 * error):
                return "inconclusive", None, figures
        return passed, None, figures
    clears = [low > -margin for low, _ in ends]
    raw = [mid_p(view) for view in views]
    figures["pValue"] = max(raw)
    tests = [1.0 if clear else p for p, clear in zip(raw, clears)]
    figures["_open"] = {"clears": clears, "guards": [fall >= MIN_DROP - 1e-9 for fall in falls], "views": views, "raw": raw}
    return (passed if all(clears) else None), tests, figures


def holm(ps, level=ALPHA):
    rejected, left = [False] * len(ps), len(ps)
    for index in sorted(range(len(ps)), key=lambda i: ps[i]):
        if ps[index] > level / left:
            break
        rejected[index] = True
        left -= 1
    return rejected


def decide(metrics, design="one-look"):
    judged = [judge(m["cases"], m["sign"], m["isStored"]) for m in metrics]
    level = ALPHA if design == "one-look" else 0.2 * ALPHA
    first = [holm([(tests or [1.0, 1.0])[view] for _, tests, _ in judged], level) for view in (0, 1)]
    rejected = [first[0][i] and first[1][i] for i in range(len(metrics))]
    if design == "two-look" and not any(rejected):
        rejected = reject_later(metrics, judged, first)
    for (verdict, _, figures), is_rejected in zip(judged, rejected):
        figures.pop("_open", None)
        figures["verdict"] = verdict or ("fail" if is_rejected else "inconclusive")
    results = [figures for _, _, figures in judged]
    order = ("fail", "invalid", "inconclusive", "pass")
    return min((r["verdict"] for r in results), key=order.index), results


def reject_later(metrics, judged, first):
    """What the second look rejects, where a comparison is in play and has been run again."""
    pooled = []
    for index, (metric, (verdict, _, figures)) in enumerate(zip(metrics, judged)):
        facts = figures.get("_open")
        in_play = verdict is None and facts and not any(facts["clears"])
        in_play = in_play and all(first[view][index] or facts["guards"][view] for view in (0, 1))
        again, ps = second_look(metric["cases"], facts["views"], metric["sign"]) if in_play else (False, None)
        if not again:
            pooled.append(None)
            continue
        figures["pValue"] = max(p if guard else raw for p, guard, raw in zip(ps, facts["guards"], facts["raw"]))
        pooled.append([p if guard else 1.0 for p, guard in zip(ps, facts["guards"])])
    second = [holm([1.0 if ps is None else ps[view] for ps in pooled], 0.8 * ALPHA) for view in (0, 1)]
    return [ps is not None and all(first[v][i] or second[v][i] for v in (0, 1)) for i, ps in enumerate(pooled)]


def draw_metric(rng, name):
    is_stored = rng.random() < 0.3
    size = rng.choice([6, 9, 12, 25, 40, 60, 110, 150])
    samples = rng.choice([1, 1, 3, 5])
    shared = rng.choice([0, 0, 2, 5])
    base, drop = rng.choice([0.02, 0.5, 0.85, 1.0]), rng.choice([0, 0, 0.02, 0.1, 0.3, 1])
    levels, lost = rng.choice([1, 1, 4]), rng.choice([0, 0, 0.02, 0.15])
    sign, stored = rng.choice([1, 1, -1]), rng.choice([2, 3, 5, 5])

    def score(rate):
        value = sum(rng.random() < rate for _ in range(levels)) / levels
        return None if rng.random() < lost else (value if sign > 0 else 1 - value)

    cases = []
    for index in range(size):
        question = f"q{index // shared}" if shared else None
        cluster = question or (f"k{index // 3}" if index % 2 and rng.random() < 0.5 else None)
        cases.append(
            {
                "case": f"{name}-{index:03}",
                "question": question,
                "cluster": cluster,
                "before": [score(base) for _ in range(stored if is_stored else samples)],
                "after": [score(max(0, base - drop)) for _ in range(samples)],
            }
        )
    return {"metric": name, "sign": sign, "isStored": is_stored, "cases": cases}


rng = random.Random(20261128)
runs = []
for _ in range(400):
    metrics = [draw_metric(rng, f"m{index}") for index in range(rng.choice([1, 1, 2, 3]))]
    verdict, results = decide(metrics)
    runs.append({"metrics": metrics, "verdict": verdict, "results": results})
chosen = []
for run in runs:
    # A fixture of a reader's size: at most so many runs of each verdict, and no very long ones.
    cases = sum(len(m["cases"]) for m in run["metrics"])
    if cases <= 170 and sum(one["verdict"] == run["verdict"] for one in chosen) < 9:
        chosen.append(run)


def draw_looks(rng, name):
    """A metric whose lines name their look: K of its own for each case, a re-run of what differed, more samples that settle."""
    size, sign = rng.choice([6, 12, 25, 40, 60, 110]), rng.choice([1, 1, -1])
    counts = rng.choice([[1], [1], [1, 3], [1, 1, 3, 5], [2, 3]])
    base, drop = rng.choice([0.3, 0.85, 0.95, 1.0]), rng.choice([0, 0.02, 0.05, 0.1, 0.2, 0.6])
    levels, lost = rng.choice([1, 1, 4]), rng.choice([0, 0, 0.02, 0.06])
    skipped, settling = rng.choice([0, 0, 0.1, 1]), rng.random() < 0.2

    def score(rate):
        value = sum(rng.random() < rate for _ in range(levels)) / levels
        return None if rng.random() < lost else (value if sign > 0 else 1 - value)

    cases = []
    for index in range(size):
        first = 5 if size < MIN_CASES and rng.random() < 0.9 else rng.choice(counts)
        own = min(1, max(0, base + rng.gauss(0, 0.15)))
        before, after = [score(own) for _ in range(first)], [score(max(0, own - drop)) for _ in range(first)]
        looks = [1] * first
        if before != after and rng.random() >= skipped:
            more = max(0, 5 - first)
            before += [score(own) for _ in range(more)]
            after += [score(max(0, own - drop)) for _ in range(more)]
            looks += [2] * more
        if settling:
            before += [0.0, 1.0]
            after += [1.0, 0.0]
            looks += ["settle"] * 2
        cluster = f"k{index // 3}" if index % 2 and rng.random() < 0.3 else None
        cases.append({"case": f"{name}-{index:03}", "question": None, "cluster": cluster, "before": before, "after": after, "looks": looks})
    return {"metric": name, "sign": sign, "isStored": False, "cases": cases}


rng = random.Random(20261129)
for design in ("one-look", "two-look"):
    taken = []
    for _ in range(160):
        metrics = [draw_looks(rng, f"m{index}") for index in range(rng.choice([1, 1, 2]))]
        if sum(len(m["cases"]) for m in metrics) > 110:
            continue
        verdict, results = decide(metrics, design)
        looked = design == "two-look" and any(2 in c["looks"] for m in metrics for c in m["cases"])
        kind = (verdict, looked)
        if sum(one == kind for one in taken) < 4:
            taken.append(kind)
            chosen.append({"design": design, "metrics": metrics, "verdict": verdict, "results": results})
print(json.dumps(chosen, separators=(",", ":")))
