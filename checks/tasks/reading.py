"""What the checks of one published version share: the case they are given, and their counting."""

import json
import os
import sys
import tempfile

hub_url, token, case_file = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1", TRANSFORMERS_VERBOSITY="error", TRANSFORMERS_NO_ADVISORY_WARNINGS="1")

from datasets import ClassLabel, Value, disable_progress_bars, load_dataset

disable_progress_bars()
SPLITS = ["train", "eval", "test"]
case = json.load(open(case_file, encoding="utf-8"))
counts = {"passed": 0, "failed": 0}


def check(name, condition, detail=""):
    counts["passed" if condition else "failed"] += 1
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}")


def load(dataset, **options):
    """The version of a dataset that the case names."""
    return load_dataset(dataset["repo"], revision=dataset["tag"], token=token, **options)


def spelt(feature):
    """A feature in one spelling, for versions of datasets before and after 4."""
    if isinstance(feature, ClassLabel):
        return {"classes": feature.names}
    if isinstance(feature, Value):
        return feature.dtype
    if isinstance(feature, dict):
        return {name: spelt(inner) for name, inner in feature.items()}
    return [spelt(feature[0] if isinstance(feature, list) else feature.feature)]


def close():
    print(f"{counts['passed']} passed, {counts['failed']} failed")
    sys.exit(counts["failed"] > 0)
