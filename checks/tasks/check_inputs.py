"""Has the collator of sentence-transformers take the text pairs and scores, and scikit-learn the classes of a text.

usage: check_inputs.py <hub url> <token> <case.json>

The collator is that of the package, in a stand-in for torch that turns lists into lists: torch itself takes minutes to
install, and the collator asks it for nothing else.
"""

import importlib.util
import os
import types
import warnings

from reading import SPLITS, case, check, close, load  # first: it sets the environment

import transformers.utils.logging  # before there seems to be a torch
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.multioutput import MultiOutputClassifier
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils.multiclass import type_of_target


def collator():
    import sys

    sys.modules["torch"] = types.SimpleNamespace(Tensor=types.NoneType, tensor=list, stack=list)
    package = importlib.util.find_spec("sentence_transformers").submodule_search_locations[0]
    spec = importlib.util.spec_from_file_location("data_collator", os.path.join(package, "base", "data_collator.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules["data_collator"] = module
    spec.loader.exec_module(module)
    return module.BaseDataCollator(preprocess_fn=lambda texts, **_: {"texts": texts})


datasets = {dataset["name"]: (dataset, load(dataset)) for dataset in case["datasets"]}
collate = collator()
for name, (dataset, loaded) in datasets.items():
    if "inputs" not in dataset:
        continue
    inputs, label = dataset["inputs"], dataset["label"]
    for split in SPLITS:
        rows = loaded[split].to_list()
        batch = collate(rows)
        right = {"label": [row[label] for row in rows], **{f"{column}_texts": [row[column] for row in rows] for column in inputs}}
        check(f"{name} {split}: sentence-transformers takes the label and {' and '.join(inputs)}", list(batch.items()) == list(right.items()), list(batch))
        check(f"{name} {split}: every input is a text", all(isinstance(text, str) for column in inputs for text in batch[f"{column}_texts"]))

dataset, loaded = datasets["topics"]
feature = loaded["train"].features["labels"].feature
binarizer = MultiLabelBinarizer(classes=range(feature.num_classes))
for split in SPLITS:
    labels = loaded[split]["labels"][:]
    matrix = binarizer.fit_transform(labels)
    check(f"topics {split}: scikit-learn makes a column of each class", matrix.shape == (len(labels), feature.num_classes), matrix.shape)
    check(f"topics {split}: scikit-learn gives the classes back", [list(found) for found in binarizer.inverse_transform(matrix)] == labels)
hot_loaded = datasets["topics-hot"][1]
for split in SPLITS:
    hot = hot_loaded[split]["label"][:]
    check(f"topics-hot {split}: the lists are what scikit-learn makes of the ids", binarizer.fit_transform(loaded[split]["labels"][:]).astype(float).tolist() == hot)
    check(f"topics-hot {split}: scikit-learn takes them as several labels a row", type_of_target(hot) == "multilabel-indicator", type_of_target(hot))
# The heads that SetFit trains: it hands a list of lists to `fit`, and pairs rows by `any(np.logical_and(a, b))`.
train = hot_loaded["train"]
features = TfidfVectorizer().fit_transform(train["text"][:])
classes = len(train["label"][0])
check("topics-hot: some rows have only zeros", any(sum(hot) == 0 for hot in train["label"]))
for head in (OneVsRestClassifier(LogisticRegression()), MultiOutputClassifier(DecisionTreeClassifier())):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # one class has no row
        found = head.fit(features, train["label"][:]).predict(features)
    check(f"topics-hot: {type(head).__name__} trains on them and predicts a column for each class", np.shape(found) == (len(train), classes), np.shape(found))
    check(f"topics-hot: {type(head).__name__} predicts numbers of 0 and 1", set(np.unique(found)) <= {0, 1}, np.unique(found))
check("topics: some rows have no class and some have two", {0, 1, 2} <= {len(labels) for labels in loaded["train"]["labels"]})
close()
