"""Loads datasets that were published over what other tools left in their repos, in each way `datasets` offers.

usage: check_leftovers.py <hub url> <token> <cases.json>

cases.json holds name, repo and tag of each; the first one is of a repo that held nothing.
"""

import json
import os
import sys
import tempfile

hub_url, token, case_file = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from datasets import (
    disable_progress_bars,
    get_dataset_config_info,
    get_dataset_config_names,
    get_dataset_split_names,
    load_dataset,
    load_dataset_builder,
)

disable_progress_bars()
SPLITS = ["train", "eval", "test"]
passed = failed = 0


def rows_of(splits):
    return {name: [(row["grievance"], row["label"]) for row in split] for name, split in splits.items()}


def info_of(info):
    return {"features": info.features, "rows": {name: split.num_examples for name, split in info.splits.items()}}


def ways(repo, **revision):
    of = {"path": repo, "token": token, **revision}
    named = {"token": token, **revision}
    return {
        "load_dataset": lambda: rows_of(load_dataset(**of)),
        "load_dataset of one split": lambda: rows_of({"test": load_dataset(**of, split="test")}),
        "load_dataset, streaming": lambda: rows_of(load_dataset(**of, streaming=True)),
        "load_dataset_builder": lambda: info_of(load_dataset_builder(**of).info),
        "get_dataset_config_names": lambda: get_dataset_config_names(repo, **named),
        "get_dataset_config_info": lambda: info_of(get_dataset_config_info(repo, **named)),
        "get_dataset_split_names": lambda: get_dataset_split_names(repo, **named),
    }


def outcome(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:200]}"


cases = json.load(open(case_file, encoding="utf-8"))
expected = {way: call() for way, call in ways(cases[0]["repo"]).items()}
for case in cases:
    for revision in ({}, {"revision": case["tag"]}):
        for way, call in ways(case["repo"], **revision).items():
            got = outcome(call)
            same = got == expected[way]
            passed, failed = passed + same, failed + (not same)
            if not same:
                print(f"FAIL {way} {revision or 'main'} after {case['name']}: {str(got)[:300]}")

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
