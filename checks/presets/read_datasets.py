"""Prints as JSON the rows of datasets on a Hub, of all splits, with the names of their classes.

Usage: read_datasets.py <hub> <token> <repo …>
"""

import json
import os
import sys

hub, token, *repos = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub, HF_TOKEN=token, HF_HUB_DISABLE_XET="1", HF_HUB_DISABLE_PROGRESS_BARS="1")

from datasets import ClassLabel, disable_progress_bars, load_dataset  # noqa: E402


def named(feature, value):
    if isinstance(feature, ClassLabel):
        return feature.int2str(value)
    inner = feature[0] if isinstance(feature, list) else getattr(feature, "feature", None)
    return [named(inner, one) for one in value] if isinstance(value, list) else value


disable_progress_bars()
rows = {}
for repo in repos:
    splits = load_dataset(repo)
    rows[repo] = [
        {column: named(split.features[column], value) for column, value in row.items()}
        for split in splits.values()
        for row in split
    ]
print(json.dumps(rows))
