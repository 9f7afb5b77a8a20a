"""Compares Krippendorff's alpha with that of the package krippendorff, over random panels with missing values.

usage: krippendorff_alpha.py <node>
"""

import json
import random
import subprocess
import sys
from pathlib import Path

import krippendorff
import numpy as np

DECIMALS = 4


def random_panel(chance):
    """Annotators by texts, NaN where an annotator has no value of a text."""
    metric = chance.choice(["nominal", "interval"])
    annotators, texts = chance.randint(2, 8), chance.choice([1, 5, 30, 100, 400])
    values = chance.choice([1, 2, 2, 3, 3, 10, 30])
    missing, noise = chance.choice([0, 0.2, 0.5, 0.9]), chance.choice([0, 0.1, 0.5, 1])
    # A score is a float32 in the action, wherever the scale has its zero.
    offset, step = (0, 1) if metric == "nominal" else (chance.choice([0, -3.5, 1e6]), chance.choice([1, 0.25, 1000]))
    panel = np.full((annotators, texts), np.nan)
    for text in range(texts):
        truth = chance.randrange(values)
        for annotator in range(annotators):
            if chance.random() >= missing:
                value = chance.randrange(values) if chance.random() < noise else truth
                panel[annotator, text] = offset + step * value
    return metric, panel


def reference(metric, panel):
    """Alpha and the texts that have values of at least two annotators; None where the package refuses."""
    counts = (~np.isnan(panel)).sum(axis=0)
    pairable = panel[:, counts >= 2]
    texts = pairable.shape[1]
    if texts == 0 or len(np.unique(pairable[~np.isnan(pairable)])) < 2:
        return None, texts
    return krippendorff.alpha(reliability_data=panel, level_of_measurement=metric), texts


def same(ours, theirs):
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= 0.51 * 10**-DECIMALS


chance = random.Random(20261123)
cases = [random_panel(chance) for _ in range(600)]
lines = [json.dumps({"metric": metric, "texts": [[value for value in column if value == value] for column in panel.T.tolist()]}) for metric, panel in cases]
command = [sys.argv[1], str(Path(__file__).with_name("alpha_cli.ts"))]
answers = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=True)
passed = failed = meaningless = 0
for number, ((metric, panel), line) in enumerate(zip(cases, answers.stdout.splitlines(), strict=True)):
    ours, (alpha, texts) = json.loads(line), reference(metric, panel)
    meaningless += alpha is None
    if same(ours["alpha"], alpha) and ours["texts"] == texts:
        passed += 1
    else:
        failed += 1
        print(f"FAIL panel {number}: {metric}, {panel.shape}: {line} instead of {alpha} over {texts} texts")
print(f"ok {passed} panels, {meaningless} of which have no alpha")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
