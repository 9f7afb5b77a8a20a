"""Compares the sklearn split with scikit-learn's own, row for row, over random cases.

usage: sklearn_split.py <node>
"""

import json
import random
import subprocess
import sys
from pathlib import Path

import pandas as pd
from sklearn.model_selection import train_test_split

SPLITS = ["train", "eval", "test"]
SHARES = [(0.8, 0.1, 0.1), (0.7, 0.15, 0.15), (0.6, 0.2, 0.2), (0.7, 0.2, 0.1), (0.5, 0.25, 0.25), (0.34, 0.33, 0.33), (0.9, 0.05, 0.05)]


def reference(case):
    """The split_dataset of the service this action replaces."""
    shares, seed = case["fractions"], case["seed"]
    frame = pd.DataFrame({"row": range(len(case["y"])), "label": case["y"]})
    rest_share = shares["eval"] + shares["test"]
    try:
        train, rest = train_test_split(frame, test_size=rest_share, random_state=seed, stratify=frame["label"])
        test_share = 1 - shares["eval"] / rest_share
        evaluation, test = train_test_split(rest, test_size=test_share, random_state=seed, stratify=rest["label"])
    except ValueError:
        return None
    return {name: list(part["row"]) for name, part in zip(SPLITS, (train, evaluation, test))}


def random_case(chance):
    classes = chance.randint(1, 6)
    weights = [chance.choice([1, 1, 2, 5, 20]) for _ in range(classes)]
    n = chance.choice([6, 10, 20, 37, 52, 100, 245, 1000, 4999])
    y = chance.choices(range(classes), weights, k=n)
    if chance.random() < 0.4:
        y = [row % classes for row in range(n)]
    train, evaluation, test = chance.choice(SHARES)
    return {"y": y, "seed": chance.choice([0, 1, 42, 2**32 - 1, chance.randrange(2**32)]), "fractions": {"train": train, "eval": evaluation, "test": test}}


chance = random.Random(20261123)
cases = [random_case(chance) for _ in range(400)]
command = [sys.argv[1], str(Path(__file__).with_name("split_cli.ts"))]
answers = subprocess.run(command, input="\n".join(map(json.dumps, cases)), capture_output=True, text=True, check=True)
passed = failed = refused = 0
for number, (case, line) in enumerate(zip(cases, answers.stdout.splitlines(), strict=True)):
    ours, theirs = json.loads(line), reference(case)
    refused += theirs is None
    if ("error" in ours) if theirs is None else (ours == theirs):
        passed += 1
    else:
        failed += 1
        print(f"FAIL case {number}: {len(case['y'])} rows, seed {case['seed']}, {case['fractions']}: {line[:100]}")
print(f"ok {passed} cases, {refused} of which both refuse")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
