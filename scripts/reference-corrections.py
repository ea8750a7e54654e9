"""Makes fixtures/statistics/corrections-reference.json, the values that the tests of PPI++ and of Rogan and Gladen are held to.

A record of how they came about; neither build nor tests need Python. Run with numpy, scipy and ppi-python (the authors' own):
    python scripts/reference-corrections.py > fixtures/statistics/corrections-reference.json
"""

import json

import numpy as np
from ppi_py import ppi_mean_pointestimate
from ppi_py.ppi import _calc_lam_glm
from scipy import stats

rng = np.random.default_rng(20261125)
ALPHA = 0.1


def weigh(unlabelled, judge, human):
    """The weight before it is clipped, by the formula of the paper with unbiased moments."""
    every = np.concatenate([unlabelled, judge])
    if len(unlabelled) < 2 or every.std() < 1e-9:
        return 0.0
    return float(np.cov(judge, human)[0, 1] / ((1 + len(judge) / len(unlabelled)) * every.var(ddof=1)))


def library_weight(unlabelled, judge, human):
    """The authors' code takes the covariance over m, not m - 1."""
    point = unlabelled.mean() + (human - judge).mean()
    column = lambda values: (values - point).reshape(-1, 1)
    return float(_calc_lam_glm(column(human), column(judge), column(unlabelled), np.eye(1), coord=None, clip=True))


def prediction_powered(name, unlabelled, judge, human):
    unlabelled, judge, human = (np.array(values, float) for values in (unlabelled, judge, human))
    weight = weigh(unlabelled, judge, human)
    clipped = min(1.0, max(0.0, weight))
    estimate = human.mean() if len(unlabelled) == 0 else float(ppi_mean_pointestimate(human, judge, unlabelled, lam=clipped)[0])
    rest = human - clipped * judge
    variance = rest.var(ddof=1) / len(human)
    if clipped > 0:
        variance += clipped**2 * unlabelled.var(ddof=1) / len(unlabelled)
    reach = stats.t.ppf(1 - ALPHA / 2, len(human) - 1) * np.sqrt(variance)
    is_inside = 0 < weight * (len(human) - 1) / len(human) < 1
    return {
        "name": name,
        "unlabelled": unlabelled.tolist(),
        "labelled": [{"judge": j, "human": h} for j, h in zip(judge.tolist(), human.tolist())],
        "lambda": clipped,
        "libraryLambda": library_weight(unlabelled, judge, human) if is_inside and clipped > 0 else None,
        "estimate": float(estimate),
        "lower": float(estimate - reach),
        "upper": float(estimate + reach),
    }


def pairs(count, noise, bias=0.0):
    human = rng.choice([-1.0, -0.5, 0.0, 0.5], count, p=[0.1, 0.1, 0.7, 0.1])
    return human + bias + noise * rng.standard_normal(count), human


def split(count, labelled, noise, bias=0.0):
    judge, human = pairs(count, noise, bias)
    return judge[labelled:], judge[:labelled], human[:labelled]


def in_steps(cases, is_mixed=False):
    """Judgements in steps of .05, as a judge gives them; mixed, they have nothing to do with the labels."""
    unlabelled, judge, human = cases
    step = lambda values: np.round(values * 20) / 20
    return step(unlabelled), rng.permutation(step(judge)) if is_mixed else step(judge), human


def rogan_gladen(name, positives, total, true_positives, good, true_negatives, bad):
    counts = dict(positives=positives, total=total, truePositives=true_positives, actualPositives=good, trueNegatives=true_negatives, actualNegatives=bad)
    if 0 in (total, good, bad):
        return {"name": name, "counts": counts, "result": None}
    p, se, sp = positives / total, true_positives / good, true_negatives / bad
    youden = se + sp - 1
    if youden < 0.4 - 1e-12:
        return {"name": name, "counts": counts, "result": None}
    theta = float(np.clip((p + sp - 1) / youden, 0, 1))
    # The delta method by the gradient of (p + sp - 1)/(se + sp - 1) in p, se and sp, written out by finite steps of the unclipped figure.
    figure = lambda p, se, sp: (p + sp - 1) / (se + sp - 1)
    gradient = [1 / youden, -theta / youden, (1 - theta) / youden]
    if 0 < theta < 1:
        step = 1e-6
        numeric = [
            (figure(p + step, se, sp) - figure(p - step, se, sp)) / (2 * step),
            (figure(p, se + step, sp) - figure(p, se - step, sp)) / (2 * step),
            (figure(p, se, sp + step) - figure(p, se, sp - step)) / (2 * step),
        ]
        assert np.allclose(gradient, numeric, atol=1e-6), (gradient, numeric)
    variances = [p * (1 - p) / total, se * (1 - se) / good, sp * (1 - sp) / bad]
    reach = stats.norm.ppf(1 - ALPHA / 2) * np.sqrt(sum(g**2 * v for g, v in zip(gradient, variances)))
    result = {"estimate": theta, "lower": float(max(0, theta - reach)), "upper": float(min(1, theta + reach))}
    return {"name": name, "counts": counts, "result": result}


print(
    json.dumps(
        {
            "alpha": ALPHA,
            "predictionPowered": [
                prediction_powered("a good judge", *split(100, 20, 0.1)),
                prediction_powered("a noisy judge", *split(200, 40, 0.8)),
                prediction_powered("a biased judge", *split(150, 50, 0.2, 0.3)),
                prediction_powered("two labels", *split(60, 2, 0.2)),
                prediction_powered("more labels than others", *split(60, 50, 0.2)),
                prediction_powered("a judge that says the opposite: no weight", [1.0, -1.0, 0.5, 0.0], [1.0, 0.5, -1.0], [-1.0, -0.5, 1.0]),
                prediction_powered("a judge that shrinks: full weight", rng.normal(0, 0.1, 400), [-0.1, 0.1, 0.0, 0.2], [-1.0, 1.0, 0.0, 2.0]),
                prediction_powered("a judge that says one thing: no weight", [0.0] * 30, [0.0] * 10, rng.choice([-1.0, 0.0], 10)),
                prediction_powered("nothing without a label", [], *pairs(12, 0.2)),
                prediction_powered("one without a label", [0.5], *pairs(12, 0.2)),
                prediction_powered("a perfect judge", *in_steps(split(100, 30, 0.0))),
                prediction_powered("a useless judge", *in_steps(split(300, 60, 0.0), is_mixed=True)),
                prediction_powered("many labels", *in_steps(split(900, 400, 0.3, 0.2))),
                prediction_powered("labels that all agree", rng.choice([-1.0, 0.0, 1.0], 40), rng.choice([-1.0, 0.0, 1.0], 8), [0.0] * 8),
            ],
            "roganGladen": [
                rogan_gladen("a perfect judge", 70, 100, 30, 30, 20, 20),
                rogan_gladen("a usual judge", 87, 100, 38, 40, 14, 20),
                rogan_gladen("a judge at the limit", 60, 100, 7, 10, 7, 10),
                rogan_gladen("a judge below the limit", 60, 100, 70, 100, 69, 100),
                rogan_gladen("a judge just above the limit", 60, 100, 70, 100, 71, 100),
                rogan_gladen("a judge that flips coins", 50, 100, 5, 10, 5, 10),
                rogan_gladen("fewer than the mistakes alone would give", 5, 100, 36, 40, 16, 20),
                rogan_gladen("more than a perfect prompt could have", 99, 100, 36, 40, 16, 20),
                rogan_gladen("nothing judged", 0, 0, 36, 40, 16, 20),
                rogan_gladen("no good one labelled", 50, 100, 0, 0, 16, 20),
                rogan_gladen("no bad one labelled", 50, 100, 36, 40, 0, 0),
            ],
        }
    )
)
