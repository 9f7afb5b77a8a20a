"""Loads two repos with `datasets`, and checks that they hold the same features and rows.

usage: same_datasets.py <hub url> <token> <repo> <other repo>
"""

import os
import sys
import tempfile

hub_url, token, *repos = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from datasets import ClassLabel, disable_progress_bars, load_dataset

disable_progress_bars()
one, other = (load_dataset(repo, token=token) for repo in repos)
checks = {
    "splits": list(one) == list(other),
    "features": all(one[split].features == other[split].features for split in one),
    "the label is a ClassLabel": all(isinstance(rows.features["label"], ClassLabel) for rows in other.values()),
    "rows": all(one[split].to_dict() == other[split].to_dict() for split in one),
}
for name, holds in checks.items():
    print(f"{'ok' if holds else 'FAIL'} {repos[1]}: {name}")
print(f"{sum(checks.values())} passed, {len(checks) - sum(checks.values())} failed")
