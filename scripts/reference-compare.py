"""Makes fixtures/statistics/compare-reference.json, the verdicts that `compare` is held to.

A second writing of the gate's rules, from the rules and not from the code: one look and two, first rounds of a case's own size, pairs that are
missing on either side, several metrics, clusters, distinct questions, cases that the change does not reach, small sets, stored baselines, metrics
that measure nothing, scores that no denominator fits, and the further round that settles. Plain Python; neither build nor tests need it. Run:
    python scripts/reference-compare.py > fixtures/statistics/compare-reference.json

A case of the file is [before, after, looks, question, cluster, same]: scores by sample, null where unscored and "-" where no line stands; what drew
each sample ("1", "2", "s"; null where lines name no look).
"""

import json
import math
import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from statistics import NormalDist

MIN_CASES, MIN_DROP, DRIFT = 10, 0.025, 0.02
ABSENT = "-"
SETTLED_PAIRS = {"off": 0, "3": 3, "5": 5, "on-request": 3}
SPLITS = {"off": (1.0, 0.0), "3": (0.2, 0.8), "5": (0.2, 0.8), "on-request": (0.8, 0.2)}


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


@cache
def t_upper(freedom, alpha):
    """The t that is exceeded with a chance of alpha."""
    low, high = 0.0, 1e3
    for _ in range(200):
        middle = (low + high) / 2
        if beta_share(freedom / 2, 0.5, freedom / (freedom + middle**2)) / 2 > alpha:
            low = middle
        else:
            high = middle
    return low


def mean(values):
    return sum(values) / len(values)


def deviation(values):
    m = mean(values)
    return sum((x - m) ** 2 for x in values) / (len(values) - 1)


def group(rows, key):
    found = {}
    for index, row in enumerate(rows):
        name = row[key]
        found.setdefault((0, index) if name is None else (1, name), []).append(row)
    return list(found.values())


def is_missing(score):
    return score is None or score == ABSENT


def planned_pairs(case, looks, chosen):
    """The larger arm's highest sample index of these looks, and one more."""
    known = [i for arm in ("before", "after") for i, score in enumerate(case[arm]) if score != ABSENT and looks[i] in chosen]
    return max(known, default=-1) + 1


def looks_of(cases, design):
    """
    What drew each sample of each case. Where lines do not say, samples from 1 on are a re-run where only some cases have them, and in two looks;
    a small set has no second look, and takes all that there is where that makes five draws of every question.
    """
    if any(case["looks"] for case in cases):
        return [case["looks"] or "1" * 9 for case in cases]
    draws = [{**case, "k": planned_pairs(case, "1" * 99, "1")} for case in cases]
    is_small = len(group(cases, "question")) < MIN_CASES
    if is_small and all(sum(row["k"] for row in g) >= 5 for g in group(draws, "question")):
        return ["1" * 99 for _ in cases]
    is_rerun = len({row["k"] for row in draws}) > 1 or (design == "two-look" and not is_small)
    return ["1" + ("2" if is_rerun else "1") * 98 for _ in cases]


def pairs_of(case, indices, missing, worst):
    """The pairs of these samples; where gaps are the worst score every pair is complete, else the complete ones alone."""
    found = []
    for i in indices:
        pair = [case[arm][i] if i < len(case[arm]) else None for arm in ("before", "after")]
        if missing:
            pair = [worst if is_missing(score) else score for score in pair]
        if not any(is_missing(score) for score in pair):
            found.append(pair)
    return found


def view_pairs(metric, cases, counts, missing):
    """Rows of analysis A (missing False: more than half of the pairs are complete) or B, over samples 0 to count - 1 of each case."""
    sign, rows = metric["sign"], []
    for case, count in zip(cases, counts):
        pairs = pairs_of(case, range(count), missing, 0.0 if sign > 0 else 1.0)
        if not 2 * len(pairs) > count:
            continue
        d = 0.0 if case["same"] else sign * mean([after - before for before, after in pairs])
        rows.append({**case, "pairs": pairs, "d": 0.0 if abs(d) < 1e-9 else d})
    return rows


def view_stored(metric, cases, missing):
    """The same where the sides have samples of their own number: mean against mean, all stored ones and more than half of the candidate's."""
    sign, rows, worst = metric["sign"], [], 0.0 if metric["sign"] > 0 else 1.0
    for case in cases:
        scored = {arm: [worst if missing and is_missing(x) else x for x in case[arm]] for arm in ("before", "after")}
        kept = {arm: [x for x in scores if not is_missing(x)] for arm, scores in scored.items()}
        if len(kept["before"]) < len(case["before"]) or not 2 * len(kept["after"]) > len(case["after"]):
            continue
        d = sign * (mean(kept["after"]) - mean(kept["before"]))
        rows.append({**case, **kept, "d": 0.0 if abs(d) < 1e-9 else d})
    return rows


def bounds(rows, alpha):
    n, sums = len(rows), [(sum(r["d"] for r in g), len(g)) for g in group(rows, "cluster")]
    w = sum(size**2 for _, size in sums) / n
    m = sum(s for s, _ in sums) / (n + 2 * w)
    squares = sum((s - m * size) ** 2 for s, size in sums) + w**2 * ((1 - m) ** 2 + (1 + m) ** 2)
    count = len(sums) + 2
    reach = t_upper(n**2 / sum(size**2 for _, size in sums) + 1, alpha) * math.sqrt(count / (count - 1) * squares) / (n + 2 * w)
    return m - reach, m + reach


def denominator(scores):
    """The q up to 100 that makes every score whole, or None."""
    for q in range(1, 101):
        if all(abs(q * x - round(q * x)) < 1e-9 for x in scores):
            return q
    return None


def whole(score, q):
    if q is not None:
        return round(q * score)
    return int((Decimal(repr(score)) * 100).quantize(Decimal(1), ROUND_HALF_UP))


def mid_p(rows, sign):
    """Exact, on whole numbers: rows are {cluster, pairs, of}, a case's complete pairs and how many its sum is divided by."""
    q = denominator({score for row in rows for pair in row["pairs"] for score in pair})
    parts = math.lcm(*(row["of"] for row in rows))
    sums = []
    for g in group(rows, "cluster"):
        sums.append(sum(sign * sum(whole(a, q) - whole(b, q) for b, a in row["pairs"]) * (parts // row["of"]) for row in g))
    if not any(sums):
        return 1.0
    common = math.gcd(*sums)
    sums = [value // common for value in sums]
    # How many choices of negative signs make each sum of what they take away: one slot of a long integer for each sum.
    width, ways = len(sums) + 2, 1
    for value in sums:
        ways += ways << (width * abs(value))
    taken = sum(-value for value in sums if value < 0)
    below = (ways >> (width * (taken + 1))) % (2**width - 1)
    equal = (ways >> (width * taken)) % 2**width
    return float((Fraction(below) + Fraction(equal, 2)) / 2 ** len(sums))


def first_p(rows, sign):
    return mid_p([{**row, "pairs": [] if row["same"] else row["pairs"], "of": len(row["pairs"])} for row in rows], sign)


def measures_nothing(metric, view, margin):
    """Both means within the margin of the worst score."""
    worst = 0.0 if metric["sign"] > 0 else 1.0
    sides = [[mean([pair[side] for pair in row["pairs"]]) for row in view] for side in (0, 1)]
    return all(abs(mean(side) - worst) <= margin + 1e-9 for side in sides)


def is_filed(case):
    """A case that the baseline's file does not have does not count."""
    return any(score != ABSENT for score in case["before"])


def look_once(metric, rules):
    """What the first round says: a verdict, or None where tests decide; figures; and what later looks need."""
    cases = metric["cases"]
    questions = len(group(cases, "question"))
    margin = 0.1 if questions < 100 else 0.05
    figures = {"margin": margin, "questions": questions}
    if metric["isStored"]:
        return screen(metric, figures, rules["alpha"])
    looks = looks_of(cases, rules["design"])
    firsts = [planned_pairs(case, own, "1") for case, own in zip(cases, looks)]
    views = [view_pairs(metric, cases, firsts, missing) for missing in (False, True)]
    lacking = sum(firsts) - sum(len(pairs_of(case, range(k), False, 0)) for case, k in zip(cases, firsts))
    figures["cases"] = len(views[0])
    if not views[0] or 5 * lacking > sum(firsts):
        return "invalid", figures, None
    show(figures, views, rules["alpha"])
    if questions < MIN_CASES:
        draws = [{**case, "k": k} for case, k in zip(cases, firsts)]
        if any(sum(row["k"] for row in g) < 5 for g in group(draws, "question")):
            return "inconclusive", figures, None
        return small_set(metric, figures, views), figures, None
    ends = [bounds(view, rules["alpha"]) for view in views]
    early = [bounds(view, SPLITS[rules["settle"]][0] * rules["alpha"]) for view in views]
    raw = [first_p(view, metric["sign"]) for view in views]
    figures["pValue"] = max(raw)
    facts = {
        "looks": looks,
        "firsts": firsts,
        "views": views,
        "raw": raw,
        "clears": [low > -margin for low, _ in ends],
        "guards": [-mean([row["d"] for row in view]) >= MIN_DROP - 1e-9 for view in views],
    }
    facts["isVacuous"] = all(low > -margin for low, _ in early) and measures_nothing(metric, views[0], margin)
    if not all(low > -margin for low, _ in early):
        return None, figures, facts
    return ("inconclusive" if facts["isVacuous"] else "pass"), figures, facts


def show(figures, views, alpha):
    ends = [bounds(view, alpha) for view in views]
    figures |= {"cases": len(views[0]), "lowerBound": min(low for low, _ in ends), "upperBound": max(high for _, high in ends)}
    signs = [(row["d"] > 0) - (row["d"] < 0) for row in views[0]]
    figures |= {"worse": signs.count(-1), "better": signs.count(1), "same": signs.count(0)}
    differences = [row["d"] for row in views[0]]
    figures["difference"] = mean(differences)
    spread = math.sqrt(deviation(differences)) if len(differences) > 1 else 0
    if spread > 0:
        figures["_spread"] = spread


def small_set(metric, figures, views):
    """No rate: a question breaks or none does."""
    worst = 0.0 if metric["sign"] > 0 else 1.0
    for view, verdict in zip(views, ("fail", "inconclusive")):
        for g in group(view, "question"):
            old, new = (abs(mean([pair[side] for row in g for pair in row["pairs"]]) - worst) for side in (0, 1))
            if old >= 0.8 - 1e-9 and new <= 0.2 + 1e-9:
                return verdict
    if max(-mean([row["d"] for row in view]) for view in views) >= figures["margin"] - 1e-9:
        return "inconclusive"
    return "inconclusive" if measures_nothing(metric, views[0], figures["margin"]) else "pass"


def screen(metric, figures, alpha):
    """A stored baseline proves that nothing fell, or leaves it open."""
    cases, margin = metric["cases"], figures["margin"]
    views = [view_stored(metric, cases, missing) for missing in (False, True)]
    figures["cases"] = len(views[0])
    # The pairs are the candidate's samples, each with all that is stored of its case.
    planned = sum(len(case["after"]) for case in cases)
    lost = sum(len(c["after"]) if any(map(is_missing, c["before"])) else sum(map(is_missing, c["after"])) for c in cases)
    if not views[0] or 5 * lost > planned:
        return "invalid", figures, None
    show(figures, views, alpha)
    paired = [[{**row, "pairs": [(mean(row["before"]), mean(row["after"]))]} for row in view] for view in views]
    if figures["questions"] < MIN_CASES:
        enough = all(min(sum(len(row[arm]) for row in g) for arm in ("before", "after")) >= 5 for g in group(cases, "question"))
        verdict = small_set(metric, figures, paired) if enough else "inconclusive"
        return ("inconclusive" if verdict == "fail" else verdict), figures, None
    for view in views:
        low, _ = bounds(view, alpha)
        if -mean([row["d"] for row in view]) >= MIN_DROP - 1e-9 or any(len(row["before"]) < 3 for row in view):
            return "inconclusive", figures, None
        error = math.sqrt(sum(deviation(row["before"]) / len(row["before"]) for row in view)) / len(view)
        if not low > -(margin - DRIFT - 1.645 * error):
            return "inconclusive", figures, None
    return ("inconclusive" if measures_nothing(metric, paired[0], margin) else "pass"), figures, None


def holm(ps, level):
    rejected, left = [False] * len(ps), len(ps)
    for index in sorted(range(len(ps)), key=lambda i: ps[i]):
        if ps[index] > level / left:
            break
        rejected[index] = True
        left -= 1
    return rejected


def second_p(metric, facts, view, missing):
    """Pools first round and re-run over the view's own discordant cases; a gap adds nothing to its case's sum, or is the worst score."""
    planned = {case["case"]: planned_pairs(case, own, "12") for case, own in zip(metric["cases"], facts["looks"])}
    rows = []
    for row in view:
        count = planned[row["case"]]
        pairs = pairs_of(row, range(count), missing, 0.0 if metric["sign"] > 0 else 1.0) if row["d"] != 0 else []
        rows.append({**row, "pairs": pairs, "of": count})
    return mid_p(rows, metric["sign"])


def is_rerun(metric, facts):
    """True where a differing case was run again, or all of them have five pairs and others were."""
    differing = {row["case"] for view in facts["views"] for row in view if row["d"] != 0}
    cases = list(zip(metric["cases"], facts["looks"]))
    again = {case["case"] for case, own in cases if planned_pairs(case, own, "2") > 0}
    fewest = min((planned_pairs(case, own, "12") for case, own in cases if case["case"] in differing), default=0)
    return bool(again & differing) or (bool(again) and fewest >= 5)


def look_again(metrics, looked, first, alpha):
    """What the second look rejects, where a comparison is in play and has been run again."""
    pooled = []
    for index, (metric, (_, figures, facts)) in enumerate(zip(metrics, looked)):
        in_play = facts and not any(facts["clears"]) and all(first[v][index] or facts["guards"][v] for v in (0, 1))
        if not (in_play and is_rerun(metric, facts)):
            pooled.append(None)
            continue
        ps = [second_p(metric, facts, view, missing) for view, missing in zip(facts["views"], (False, True))]
        figures["pValue"] = max(p if guard else raw for p, guard, raw in zip(ps, facts["guards"], facts["raw"]))
        pooled.append([p if guard else 1.0 for p, guard in zip(ps, facts["guards"])])
    second = [holm([1.0 if ps is None else ps[v] for ps in pooled], 0.8 * alpha) for v in (0, 1)]
    return [ps is not None and all(first[v][i] or second[v][i] for v in (0, 1)) for i, ps in enumerate(pooled)]


def settle(metric, figures, facts, rules):
    """Decides by samples 0 to K - 1 of each case, whatever look drew them, where lines that settle stand."""
    if not facts or figures["verdict"] == "inconclusive" and facts["isVacuous"]:
        return
    if not any("s" in own and planned_pairs(case, own, "s") for case, own in zip(metric["cases"], facts["looks"])):
        return
    counts = [k if case["same"] else max(k, SETTLED_PAIRS[rules["settle"]]) for case, k in zip(metric["cases"], facts["firsts"])]
    views = [view_pairs(metric, metric["cases"], counts, missing) for missing in (False, True)]
    figures["verdict"] = "inconclusive"
    if not views[0]:
        return
    show(figures, views, rules["alpha"])
    figures["settled"] = True
    late = SPLITS[rules["settle"]][1] * rules["alpha"]
    if all(bounds(view, late)[0] > -figures["margin"] for view in views):
        figures["verdict"] = "inconclusive" if measures_nothing(metric, views[0], figures["margin"]) else "pass"


def decide(metrics, design="one-look", settling="off", alpha=0.05):
    rules = {"design": design, "settle": settling if design == "two-look" else "off", "alpha": alpha}
    metrics = [{**metric, "cases": [case for case in metric["cases"] if is_filed(case)]} for metric in metrics]
    looked = [look_once(metric, rules) for metric in metrics]
    level = alpha if design == "one-look" else 0.2 * alpha
    first = []
    for v in (0, 1):
        ps = [1.0 if facts is None or facts["clears"][v] else facts["raw"][v] for _, _, facts in looked]
        first.append(holm(ps, level))
    rejected = [first[0][i] and first[1][i] for i in range(len(metrics))]
    if design == "two-look" and not any(rejected):
        rejected = look_again(metrics, looked, first, alpha)
    for (verdict, figures, facts), is_rejected in zip(looked, rejected):
        figures["verdict"] = verdict or ("fail" if is_rejected else "inconclusive")
    results = [figures for _, figures, _ in looked]
    if rules["settle"] != "off" and combine(results) == "inconclusive":
        for metric, (_, figures, facts) in zip(metrics, looked):
            settle(metric, figures, facts, rules)
    for figures in results:
        spread = figures.pop("_spread", None)
        if spread is not None and figures["questions"] >= MIN_CASES:
            z = NormalDist().inv_cdf(1 - alpha) + NormalDist().inv_cdf(0.8)
            figures["detectableDrop"] = z * spread / math.sqrt(figures["cases"])
    return combine(results), results


def combine(results):
    order = ("fail", "invalid", "inconclusive", "pass")
    return min((r["verdict"] for r in results), key=order.index)


class Draw:
    """One metric's way of scoring: its levels, what is lost, and where a line is not even written."""

    def __init__(self, rng, sign, losses):
        self.rng, self.sign = rng, sign
        self.levels, self.lost = rng.choice([1, 1, 4, 1000]), rng.choice(losses)

    def score(self, rate):
        rng = self.rng
        if rng.random() < self.lost:
            return None
        if self.levels == 1000:
            value = round(min(1, max(0, rate + rng.gauss(0, 0.15))), 3)
        else:
            value = sum(rng.random() < rate for _ in range(self.levels)) / self.levels
        return value if self.sign > 0 else round(1 - value, 3)

    def scores(self, rate, count):
        return [self.score(rate) for _ in range(count)]


def draw_metric(rng, name):
    """Files whose lines name no look: fresh or stored, one K or a re-run of some cases."""
    is_stored = rng.random() < 0.3
    size = rng.choice([6, 9, 12, 25, 40, 60, 110])
    samples = rng.choice([1, 1, 3, 5])
    again = samples == 1 and not is_stored and rng.random() < 0.3
    shared = rng.choice([0, 0, 2, 5])
    base, drop = rng.choice([0.02, 0.5, 0.85, 1.0]), rng.choice([0, 0, 0.02, 0.1, 0.3, 1])
    sign, stored = rng.choice([1, 1, -1]), rng.choice([2, 3, 5, 5])
    draw = Draw(rng, sign, [0, 0, 0.02, 0.1])
    cases = []
    for index in range(size):
        question = f"q{index // shared}" if shared else None
        cluster = question or (f"k{index // 3}" if index % 2 and rng.random() < 0.5 else None)
        count = 5 if again and rng.random() < 0.3 else samples
        before, after = draw.scores(base, stored if is_stored else count), draw.scores(max(0, base - drop), count)
        cases.append({"case": f"c{index}", "before": before, "after": after, "looks": None, "question": question, "cluster": cluster, "same": False})
    return {"metric": name, "sign": sign, "isStored": is_stored, "cases": cases}


def draw_looks(rng, name, settling):
    """A metric whose lines name their look: K of its own for each case, a re-run of what differed, more samples that settle."""
    size, sign = rng.choice([6, 12, 25, 40, 60, 110]), rng.choice([1, 1, -1])
    counts = rng.choice([[1], [1], [1, 3], [1, 1, 3, 5], [1, 5, 5], [2, 3]])
    base, drop = rng.choice([0.3, 0.85, 0.95, 1.0]), rng.choice([-0.05, 0, 0.02, 0.05, 0.1, 0.2, 0.6])
    draw = Draw(rng, sign, [0, 0, 0.02, 0.06, 0.12])
    skipped, unreached = rng.choice([0, 0, 0.1, 1]), rng.choice([0, 0, 0.15])
    others = rng.choice([0, 0, 0.1])
    target = rng.choice([SETTLED_PAIRS[settling], SETTLED_PAIRS[settling], 3, 5])
    writes = target if rng.random() < 0.8 else 0
    cases = []
    for index in range(size):
        first = 5 if size < MIN_CASES and rng.random() < 0.9 else rng.choice(counts)
        own = min(1, max(0, base + rng.gauss(0, 0.15)))
        then = min(1, max(0, own - drop))
        same = size >= 25 and rng.random() < unreached
        before, after, looks = draw.scores(own, 1 if same else first), draw.scores(then, 1 if same else first), "1" * first
        if same:
            after, looks = before[:], "1"
        elif (before != after or rng.random() < others) and rng.random() >= skipped and first < 5:
            before, after, looks = before + draw.scores(own, 5 - first), after + draw.scores(then, 5 - first), looks + "2" * (5 - first)
        more = 0 if same else max(0, writes - len(looks))
        before, after, looks = before + draw.scores(own, more), after + draw.scores(then, more), looks + "s" * more
        for i in range(len(looks)):
            if not same and rng.random() < draw.lost / 4:
                rng.choice([before, after])[i] = ABSENT
        cluster = f"k{index // 3}" if index % 2 and rng.random() < 0.3 else None
        cases.append({"case": f"c{index}", "before": before, "after": after, "looks": looks, "question": None, "cluster": cluster, "same": same})
    return {"metric": name, "sign": sign, "isStored": False, "cases": cases}


def slim(score):
    return int(score) if isinstance(score, float) and score == int(score) else score


def write_case(case):
    row = [[slim(x) for x in case["before"]], [slim(x) for x in case["after"]], case["looks"], case["question"], case["cluster"], case["same"] or None]
    while row[-1] is None:
        row.pop()
    return row


def is_odd(metric):
    """True where the sides have samples of another number, which pair up to the smaller one: not drawn here but by chance."""
    highest = [max((i for c in metric["cases"] for i, x in enumerate(c[arm]) if x != ABSENT), default=-1) for arm in ("before", "after")]
    return highest[0] != highest[1] and not metric["isStored"]


def collect(rng, draw, attempts, quota, design, settling="off"):
    """Runs of every kind there is, at most so many of each, and no very long ones: a fixture of a reader's size."""
    counts, found = {}, []
    for _ in range(attempts):
        metrics = [draw(rng, f"m{index}") for index in range(rng.choice([1, 1, 2, 3]))]
        alpha = rng.choice([0.05, 0.05, 0.1])
        if sum(len(m["cases"]) for m in metrics) > 130 or any(is_odd(m) for m in metrics):
            continue
        verdict, results = decide(metrics, design, settling, alpha)
        looked = any("2" in (c["looks"] or "") for m in metrics for c in m["cases"])
        kind = (verdict, looked, any("settled" in r for r in results), any(m["isStored"] for m in metrics))
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] > quota:
            continue
        for one in metrics:
            one["cases"] = [write_case(case) for case in one["cases"]]
        flags = {"design": design, "settle": settling, "alpha": alpha}
        found.append({**flags, "metrics": metrics, "verdict": verdict, "results": results})
    return found


def main():
    rng = random.Random(20261130)
    runs = [*collect(rng, draw_metric, 700, 9, "one-look"), *collect(rng, draw_metric, 500, 6, "two-look")]
    for design, settling, quota, attempts in (
        ("one-look", "off", 7, 300),
        ("one-look", "3", 3, 200),
        ("two-look", "off", 7, 500),
        ("two-look", "3", 10, 700),
        ("two-look", "5", 6, 700),
        ("two-look", "on-request", 7, 900),
    ):
        runs += collect(rng, lambda rng, name: draw_looks(rng, name, settling), attempts, quota, design, settling)
    print("[" + ",\n".join(json.dumps(run, separators=(",", ":")) for run in runs) + "]")


if __name__ == "__main__":
    main()
