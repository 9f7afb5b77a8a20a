"""Reads every dataset of a file by the installed version of `datasets`, and compares what it gives with what it must be.

usage: check_datasets.py <hub url> <token> <case.json>

case.json holds version (of datasets), config (the file), rows (folder of the rows of each SELECT), kinds (PostgreSQL's
type of columns that are not of the same one in JSON, by dataset) and datasets: name, repo, tag and features of each.
"""

import json
import os
from collections import Counter
from datetime import datetime, timezone

from reading import SPLITS, case, check, close, load, spelt, token  # first: it sets the environment

import datasets
import pyarrow.parquet
import yaml
from datasets import Features, load_dataset
from datasets.info import DatasetInfosDict
from expected import Expected, compared, hashed, read_rows
from huggingface_hub import DatasetCard, hf_hub_download

check(f"datasets is {case['version']}", datasets.__version__.startswith(case["version"]), datasets.__version__)
with open(case["config"], encoding="utf-8") as file:
    written = file.read()
config = yaml.safe_load(written)
# The action reads the file as YAML 1.2, in which the tags off and 2026-11-23 are texts.
cards = {name: dataset.get("card", {}) for name, dataset in yaml.load(written, Loader=yaml.BaseLoader)["datasets"].items()}
INPUTS = {"correct-ratio": 0.5, "random-state": 42, "split": "80/10/10", "split-method": "stable"}


def rows_of(source, which):
    file = os.path.join(case["rows"], f"{source}.{which}.jsonl")
    return read_rows(file) if os.path.exists(file) else []


def same_json(row, kinds):
    """The row with JSON texts in one spelling: what was kept as text is compared as what it says."""
    return {name: json.dumps(json.loads(value), sort_keys=True) if kinds.get(name) == "json" and value is not None else in_utc(value) for name, value in row.items()}


def in_utc(value):
    """A time with the time zone of Python itself, which other packages write otherwise."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return value
    if value.utcoffset():
        raise ValueError(f"{value} is not in UTC")
    return value.replace(tzinfo=timezone.utc)


def first_difference(found, wanted):
    at = next((i for i, (a, b) in enumerate(zip(found, wanted)) if repr(a) != repr(b)), min(len(found), len(wanted)))
    return f"{len(found)} rows instead of {len(wanted)}; row {at} is {found[at:at + 1]} instead of {wanted[at:at + 1]}"


def read_file(dataset, path):
    return hf_hub_download(dataset["repo"], path, repo_type="dataset", revision=dataset["tag"], token=token)


def check_rows(dataset, loaded, expected):
    wanted = expected.splits()
    for split in SPLITS:
        found = [same_json(row, expected.kinds) for row in loaded[split].to_list()]
        check(f"{dataset['name']}: {split} holds these rows in this order", repr(found) == repr(wanted[split]), first_difference(found, wanted[split]))
        check(f"{dataset['name']}: {split} has rows", len(found) > 0)
    streamed = load(dataset, streaming=True)
    for split in SPLITS:
        found = [same_json(row, expected.kinds) for row in streamed[split]]
        check(f"{dataset['name']}: {split} is the same when streamed", repr(found) == repr(wanted[split]), first_difference(found, wanted[split]))


def check_metadata(dataset, loaded, expected):
    name = dataset["name"]
    with open(read_file(dataset, "dataset_metadata.json"), encoding="utf-8") as file:
        metadata = json.load(file)
    sizes = {split: len(loaded[split]) for split in SPLITS}
    check(f"{name}: the metadata names the version", (metadata["dataset_name"], metadata["version_tag"], metadata["label_column"]) == (dataset["repo"], dataset["tag"], name), metadata["version_tag"])
    check(f"{name}: the metadata counts the rows", (metadata["splits"], metadata["num_samples"]) == (sizes, sum(sizes.values())), metadata["splits"])
    check(f"{name}: the metadata has the features that load", Features.from_dict(metadata["features"]) == loaded["train"].features, metadata["features"])
    check(f"{name}: the metadata has the classes", metadata["label_map"] == {label: number for number, label in enumerate(expected.classes)}, metadata["label_map"])
    check(f"{name}: the metadata counts what was read", metadata["quality"]["fetched"] == expected.fetched, (metadata["quality"]["fetched"], expected.fetched))
    check(f"{name}: the metadata counts what was dropped", metadata["quality"]["dropped"] == expected.dropped, (metadata["quality"]["dropped"], expected.dropped))
    check(f"{name}: the metadata counts conflicts", metadata["quality"]["conflictingTexts"] == expected.conflicting_texts, (metadata["quality"]["conflictingTexts"], expected.conflicting_texts))
    check(f"{name}: the metadata counts each class", metadata["quality"]["class_balance"] == class_balance(loaded, expected), metadata["quality"]["class_balance"])


def class_balance(loaded, expected):
    if not expected.classes:
        return {}
    if expected.task == "token-classification":
        counts = {split: Counter(label for row in loaded[split].to_list() for label in {span["label"] for span in row["spans"]}) for split in SPLITS}
        return {label: {split: counts[split][label] for split in SPLITS} for label in expected.classes}
    role = "labels" if expected.task.startswith("multi") else "label"
    column = expected.publish_as.get(role, role)
    counts = {split: Counter(number for value in loaded[split][column][:] for number in numbers_in(value, expected)) for split in SPLITS}
    return {label: {split: counts[split][number] for split in SPLITS} for number, label in enumerate(expected.classes)}


def numbers_in(value, expected):
    if expected.is_hot:
        return [number for number, hot in enumerate(value) if hot]
    return value if isinstance(value, list) else [value]


def check_index(dataset, loaded, expected):
    name = dataset["name"]
    file = read_file(dataset, "row_index.parquet")
    columns = [(field.name, str(field.type), field.nullable) for field in pyarrow.parquet.read_schema(file)]
    check(f"{name}: pyarrow reads the columns of the row index", columns == [("rank", "uint64", False), ("value", "int64", False), ("split", "string", False), ("origin", "string", True)], columns)
    lines = load_dataset("parquet", data_files=file, split="train")[:]
    check(f"{name}: the row index has a line for each row in file order", lines["split"] == [split for split in SPLITS for _ in range(len(loaded[split]))], Counter(lines["split"]))
    if expected.task != "text-classification":
        return
    text, label = (expected.publish_as.get(role, role) for role in ("text", "label"))
    rows = [row for split in SPLITS for row in loaded[split]]
    check(f"{name}: the row index has the class of each row", lines["value"] == [row[label] for row in rows])
    ranks = [int.from_bytes(hashed(expected.settings["random-state"], compared(row[text], True))[:8], "big") for row in rows]
    check(f"{name}: the row index has the rank of each text", lines["rank"] == ranks, (lines["rank"][:3], ranks[:3]))
    check(f"{name}: the row index has the origin of each row", set(lines["origin"]) <= {"wrong", "right", "unknown", "confirmed"}, set(lines["origin"]))


def check_card(dataset, loaded):
    name = dataset["name"]
    card = DatasetCard.load(read_file(dataset, "README.md"))
    info = DatasetInfosDict.from_dataset_card_data(card.data)["default"]
    # huggingface_hub before 1.0 asks the hosted Hub, whatever the endpoint.
    if case["version"] == "5.":
        check(f"{name}: the card is valid for the Hub", card.validate(repo_type="dataset") is None)
    check(f"{name}: the card has the features that load", info.features == loaded["train"].features, info.features)
    check(f"{name}: the card has the columns in their order", list(info.features) == loaded["train"].column_names, list(info.features))
    stated = {key: value for key, value in cards[name].items() if key in ("license", "tags")}
    read = {key: value for key, value in card.data.to_dict().items() if key in ("license", "tags")}
    check(f"{name}: the card has the license and the tags of the file, and no others", read == stated, (read, stated))
    counted = {split: info.splits[split].num_examples for split in SPLITS}
    check(f"{name}: the card counts the rows", counted == {split: len(loaded[split]) for split in SPLITS}, counted)
    held = sum(loaded[split].data.nbytes for split in SPLITS)
    check(f"{name}: the card has the size of the data, nearly", 0.6 * held < info.dataset_size < 1.7 * held, (info.dataset_size, held))
    check(f"{name}: the card tells how to load this version", f'load_dataset("{dataset["repo"]}", revision="{dataset["tag"]}")' in card.text)


for dataset in case["datasets"]:
    definition = config["datasets"][dataset["name"]]
    settings = {**INPUTS, **{key: value for given in (config["defaults"], definition) for key, value in given.items() if key in INPUTS}}
    rows = [rows_of(definition["source"], which) for which in ("corrections", "confirmed")]
    expected = Expected(definition, settings, case["kinds"].get(dataset["name"], {}), *rows)
    loaded = load(dataset)
    check(f"{dataset['name']}: there are train, eval and test", list(loaded) == SPLITS, list(loaded))
    check(f"{dataset['name']}: the features are as said", json.dumps(spelt(loaded["train"].features)) == json.dumps(dataset["features"]), spelt(loaded["train"].features))
    check_rows(dataset, loaded, expected)
    check_metadata(dataset, loaded, expected)
    check_index(dataset, loaded, expected)
    check_card(dataset, loaded)
close()
