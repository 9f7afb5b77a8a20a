"""Reads one published version with the clients its users have, and checks it against an independent computation.

usage: check_dataset.py <hub url> <token> <case.json>

case.json holds repo, tag, commit, class_names, random_state, split_method, previous_tag (or null) and rows:
the reviewed rows and the sampled rows as the database gave them, [source, message, class name], in id order.
"""

import hashlib
import json
import os
import re
import sys
import tempfile
from fractions import Fraction

hub_url, token, case_file = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
from datasets import ClassLabel, Dataset, DatasetDict, disable_progress_bars, load_dataset
from huggingface_hub import DatasetCard, HfApi, hf_hub_download
from sklearn.model_selection import train_test_split

disable_progress_bars()
case = json.load(open(case_file, encoding="utf-8"))
repo, tag = case["repo"], case["tag"]
api = HfApi(endpoint=hub_url, token=token)
SPLITS = ["train", "eval", "test"]
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}")


def clean(text):
    text = re.sub(r"https?://\S+|www\.\S+", "", text)
    text = re.sub(r"<.*?>", "", text)
    return re.sub(r"\s+", " ", re.sub(r"\n", " ", text)).strip()


def expected_rows():
    """Rows left after cleaning, labelling and deduplication, in order of arrival."""
    ids = {name: number for number, name in enumerate(case["class_names"])}
    kept, reviewed, conflicting = {}, set(), set()
    for source, message, class_name in case["rows"]:
        if message is None or class_name is None or class_name.strip() not in ids:
            continue
        text, label = clean(message), ids[class_name.strip()]
        if text == "":
            continue
        if text not in kept:
            kept[text] = label
            if source == "reviewed":
                reviewed.add(text)
        elif not (source == "pool" and text in reviewed) and kept[text] != label:
            conflicting.add(text)
    return [(text, label) for text, label in kept.items() if text not in conflicting]


def sklearn_split(rows):
    frame = pd.DataFrame(rows, columns=["grievance", "label"])
    seed = case["random_state"]
    train, rest = train_test_split(frame, test_size=0.1 + 0.1, random_state=seed, stratify=frame["label"])
    relative = 0.1 / (0.1 + 0.1)
    evaluation, test = train_test_split(rest, test_size=1 - relative, random_state=seed, stratify=rest["label"])
    return {"train": train, "eval": evaluation, "test": test}


def stable_split(rows):
    """Places each row by its text's hash as a share of all hashes: a tenth is test, the next eval, the rest train."""
    split = {name: [] for name in SPLITS}
    rank = lambda row: Fraction(int.from_bytes(hashlib.sha256(f"{case['random_state']}:{row[0]}".encode()).digest()[:8], "big"), 2**64)
    for row in sorted(rows, key=rank):
        share = rank(row)
        split["test" if share < Fraction(1, 10) else "eval" if share < Fraction(2, 10) else "train"].append(row)
    return split


dataset = load_dataset(repo, revision=tag, token=token)
check("load_dataset gives train, eval and test", list(dataset) == SPLITS, list(dataset))
feature = dataset["train"].features["label"]
check("label is a ClassLabel with the class names", isinstance(feature, ClassLabel) and feature.names == case["class_names"], feature)
check("columns are grievance and label", dataset["train"].column_names == ["grievance", "label"], dataset["train"].column_names)

texts = {name: dataset[name]["grievance"][:] for name in SPLITS}
labels = {name: dataset[name]["label"][:] for name in SPLITS}
every = [text for name in SPLITS for text in texts[name]]
check("no text stands in two splits, or twice in one", len(every) == len(set(every)), len(every) - len(set(every)))

rows = expected_rows()
published = {(text, label) for name in SPLITS for text, label in zip(texts[name], labels[name])}
check("rows are those an independent computation keeps", published == set(rows), len(published ^ set(rows)))
sizes = {name: len(texts[name]) for name in SPLITS}

if case["split_method"] == "sklearn":
    reference = sklearn_split(rows)
    for name in SPLITS:
        same = list(reference[name].itertuples(index=False, name=None)) == list(zip(texts[name], labels[name]))
        check(f"{name} is row for row what train_test_split gives", same)
else:
    reference = stable_split(rows)
    for name in SPLITS:
        check(f"{name} is row for row what the hashes of the texts give", reference[name] == list(zip(texts[name], labels[name])))
    tenth = len(rows) / 10
    near = all(abs(sizes[name] - tenth) < 5 * (0.9 * tenth) ** 0.5 for name in ("eval", "test"))
    check("eval and test are a tenth of the rows, up to chance", near, sizes)

if case["previous_tag"] is not None:
    previous = load_dataset(repo, revision=case["previous_tag"], token=token)
    places = {text: name for name in SPLITS for text in previous[name]["grievance"][:]}
    moved = [text for name in SPLITS for text in texts[name] if places.get(text, name) != name]
    check("no row of the version before stands in another split", places and not moved, len(moved))

content = hashlib.sha256()
for name in SPLITS:
    content.update(f"{name}\n".encode() + len(texts[name]).to_bytes(4, "little"))
    for text, label in zip(texts[name], labels[name]):
        data = text.encode()
        content.update(label.to_bytes(4, "little") + len(data).to_bytes(4, "little") + data)

metadata = json.load(open(hf_hub_download(repo, "dataset_metadata.json", repo_type="dataset", revision=tag, token=token), encoding="utf-8"))
old_keys = ["dataset_name", "version_tag", "label_column", "created_at", "commit_message", "num_samples", "splits", "author", "description"]
check("metadata starts with the keys readers of the old service expect", list(metadata)[: len(old_keys)] == old_keys, list(metadata))
check("metadata names this version", (metadata["dataset_name"], metadata["version_tag"]) == (repo, tag), metadata["version_tag"])
check("metadata counts the rows", metadata["num_samples"] == len(every) and metadata["splits"] == sizes, metadata["splits"])
check("metadata has the content hash of what loads", metadata["content_sha256"] == content.hexdigest())
check("metadata has the label map", metadata["label_map"] == {name: i for i, name in enumerate(case["class_names"])})

refs = api.list_repo_refs(repo, repo_type="dataset")
target = {ref.name: ref.target_commit for ref in refs.tags}.get(tag)
check("the tag names the commit of the outputs", target == case["commit"], target)
info = api.repo_info(repo, repo_type="dataset", revision=tag, files_metadata=True)
check("the repo is private", info.private is True)
title = api.list_repo_commits(repo, repo_type="dataset", revision=tag)[0].title
check("the commit carries the metadata's message", title == metadata["commit_message"], title)
data_files = sorted(file.rfilename for file in info.siblings if file.rfilename.startswith("data/"))
check("data holds this version's files and no others", data_files == [f"data/{name}-00000-of-00001.parquet" for name in sorted(SPLITS)], data_files)

card = DatasetCard.load(hf_hub_download(repo, "README.md", repo_type="dataset", revision=tag, token=token))
check("the card is valid for the Hub", card.validate(repo_type="dataset") is None)
check("the card tells how to load this version", f'load_dataset("{repo}", revision="{tag}")' in card.text)
paths = {name: hf_hub_download(repo, f"data/{name}-00000-of-00001.parquet", repo_type="dataset", revision=tag, token=token) for name in SPLITS}
# What `datasets` itself writes when it pushes the same rows.
features = dataset["train"].features
pushed = DatasetDict({name: Dataset.from_dict({"grievance": texts[name], "label": labels[name]}, features) for name in SPLITS})
pushed.push_to_hub(f"{repo}-reference", token=token, private=True)
reference_card = DatasetCard.load(hf_hub_download(f"{repo}-reference", "README.md", repo_type="dataset", token=token))
computed = reference_card.data.dataset_info
stated = card.data.dataset_info
for key in ("features", "splits", "dataset_size"):
    check(f"dataset_info has the {key} datasets computes", stated[key] == computed[key], (stated[key], computed[key]))
names_files = [
    {**config, "data_files": [{**files, "path": [f"data/{files['split']}-00000-of-00001.parquet"]} for files in config["data_files"]]}
    for config in reference_card.data.configs
]
check("configs are those datasets writes, with each file by its name", card.data.configs == names_files, card.data.configs)
files_size = sum(file.size for file in info.siblings if file.rfilename in data_files)
check("dataset_info has the download size", stated["download_size"] == files_size, (stated["download_size"], files_size))
for name in SPLITS:
    file = paths[name]
    readers = {
        "pyarrow": lambda: pq.read_table(file).to_pydict(),
        "Polars": lambda: pl.read_parquet(file).to_dict(as_series=False),
        "DuckDB": lambda: {k: list(v) for k, v in duckdb.sql(f"SELECT * FROM '{file}'").to_df().to_dict(orient="list").items()},
    }
    for reader, read in readers.items():
        check(f"{reader} reads {name}", read() == {"grievance": texts[name], "label": labels[name]})

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
