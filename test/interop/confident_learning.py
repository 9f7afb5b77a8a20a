"""Compares the rows that confident learning suspects with those of the package cleanlab.

usage: confident_learning.py predict <grievances.csv> <rows.jsonl>
       confident_learning.py compare <rows.jsonl> <output-dir>…
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from cleanlab.filter import find_label_issues
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline

LABELS = ("urgency", "department")
# A probability is a float32 in the action, which tells apart what differs in the sixth decimal.
DECIMALS = 6


def predict(source, target):
    """Writes the rows, and for each label the probabilities of a model that was not trained on the row."""
    with open(source, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [row["grievance"] for row in rows]
    probabilities = {}
    for label in LABELS:
        model = make_pipeline(TfidfVectorizer(max_features=5_000), LogisticRegression(max_iter=200))
        labels = [row[label] for row in rows]
        probabilities[label] = cross_val_predict(model, texts, labels, cv=3, method="predict_proba").round(DECIMALS)
    with open(target, "w", encoding="utf-8") as file:
        for number, row in enumerate(rows):
            # Some rows have no probabilities, or none that can be used.
            known = {label: probabilities[label][number].tolist() for label in LABELS}
            if number % 40 == 0:
                known = {label: None for label in LABELS}
            if number % 40 == 1:
                known = {label: values[:-1] for label, values in known.items()}
            file.write(json.dumps({"id": number, **row, "known": known}) + "\n")


def compare(source, *folders):
    """Compares each list of rows with what cleanlab finds in the rows that were published."""
    with open(source, encoding="utf-8") as file:
        rows = {str(row["id"]): row for row in map(json.loads, file)}
    passed = failed = 0

    def check(name, found, expected):
        nonlocal passed, failed
        ok = found == expected
        passed, failed = passed + ok, failed + (not ok)
        print(f"{'ok' if ok else 'FAILED'}  {name}")
        if not ok:
            print(f"      {str(found)[:500]}\n      not {str(expected)[:500]}")

    for folder in folders:
        for label in LABELS:
            name = f"{Path(folder).name}, {label}"
            tables = [pq.read_table(file) for file in sorted(Path(folder, label, "data").glob("*.parquet"))]
            classes = sorted({row[label] for row in rows.values()})
            published = [str(key) for table in tables for key in table["key"].to_pylist()]
            ids = [key for key in published if len(rows[key]["known"][label] or []) == len(classes)]
            probabilities = np.array([rows[key]["known"][label] for key in ids])
            labels = np.array([classes.index(rows[key][label]) for key in ids])
            ranked = find_label_issues(
                labels,
                probabilities,
                filter_by="confident_learning",
                return_indices_ranked_by="self_confidence",
            )
            expected = [ids[index] for index in ranked]
            with open(Path(folder, label, "review.jsonl"), encoding="utf-8") as file:
                listed = [line for line in map(json.loads, file) if line["reason"] == "confident-learning"]
            check(f"{name}: some hundred rows are suspect", len(expected) > 100, True)
            check(f"{name}: the same ids, {len(expected)} of {len(ids)}", {line["id"] for line in listed}, set(expected))
            check(f"{name}: each once", len(listed), len(expected))
            confidences = [rows[key]["known"][label][classes.index(rows[key][label])] for key in expected]
            check(f"{name}: in the same order", [line["self_confidence"] for line in listed], confidences)
            check(f"{name}: with their labels", [line["label"] for line in listed], [rows[line["id"]][label] for line in listed])
            wrong = [line for line in listed if line["suggested"] in (line["label"], None) or line["suggested"] not in classes]
            check(f"{name}: another class is suggested", wrong, [])
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit({"predict": predict, "compare": compare}[sys.argv[1]](*sys.argv[2:]))
