"""Reads dataset cards as the Hub's clients do, and compares every text of their front matter with what was meant.

usage: read_cards.py <cards.jsonl>

A line holds card (the whole README.md) and the texts it was written of: classes, columns, languages, title, license and
tags. Prints {"texts": how many were compared, "misread": the first that were read as something else}.
"""

import json
import sys

from datasets.info import DatasetInfosDict
from huggingface_hub import DatasetCard

# `datasets` builds features from what PyYAML gives, which takes longer than to read it.
FEATURES_EVERY = 10
texts, misread = 0, []


def compare(what, found, wanted):
    global texts
    texts += len(wanted)
    if found != wanted and len(misread) < 20:
        pairs = list(zip(found, wanted)) if isinstance(found, list) and len(found) == len(wanted) else [(found, wanted)]
        misread.append(f"{what}: " + "; ".join(f"{a!r} instead of {b!r}" for a, b in pairs if type(a) is not type(b) or a != b)[:300])


with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
    for number, line in enumerate(lines):
        case = json.loads(line)
        try:
            data = DatasetCard(case["card"]).data
            told = data.to_dict()
            *columns, label = told["dataset_info"]["features"]
            classes = label["dtype"]["class_label"]["names"]
            compare("columns", [column["name"] for column in columns], case["columns"])
            compare("classes", [classes[str(number)] for number in range(len(classes))], case["classes"])
            compare("languages", told["language"], case["languages"])
            compare("tags", told["tags"], case["tags"])
            compare("title and license", [told["pretty_name"], told["license"]], [case["title"], case["license"]])
            if number % FEATURES_EVERY == 0 and "label" not in case["columns"]:
                features = DatasetInfosDict.from_dataset_card_data(data)["default"].features
                if (list(features)[:-1], features["label"].names) != (case["columns"], case["classes"]):
                    misread.append(f"card {number}: datasets has other features: {features}"[:300])
        except Exception as error:
            misread.append(f"card {number}: {type(error).__name__}: {error}"[:300])
print(json.dumps({"texts": texts, "misread": misread[:20]}))
