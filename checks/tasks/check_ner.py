"""Has the code of transformers for token classification take the tokens and tags, and seqeval the entities of the tags.

usage: check_ner.py <hub url> <token> <case.json>

The functions below are those of examples/pytorch/token-classification/run_ner.py of transformers, without the model: they
find the columns, and align the tags with the pieces that a fast tokenizer makes of the tokens.
"""

from reading import SPLITS, case, check, close, load  # first: it sets the environment

from datasets import ClassLabel
from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

TASK_NAME = "ner"


def tokenizer():
    """A fast tokenizer that makes a piece of each byte, and needs no file."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    made = Tokenizer(models.BPE(vocab={piece: number for number, piece in enumerate(["[PAD]", *alphabet])}, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    return PreTrainedTokenizerFast(tokenizer_object=made, pad_token="[PAD]", add_prefix_space=True)


def columns(features):
    names = list(features)
    text = "tokens" if "tokens" in names else names[0]
    label = f"{TASK_NAME}_tags" if f"{TASK_NAME}_tags" in names else names[1]
    return text, label


def label_list(features, label_column_name):
    labels_are_int = isinstance(features[label_column_name].feature, ClassLabel)
    check("run_ner.py finds tags with names", labels_are_int, features[label_column_name])
    return features[label_column_name].feature.names


def inside_labels(names):
    """Map that sends B-Xxx label to its I-Xxx counterpart."""
    found = []
    for idx, label in enumerate(names):
        if label.startswith("B-") and label.replace("B-", "I-") in names:
            found.append(names.index(label.replace("B-", "I-")))
        else:
            found.append(idx)
    return found


def tokenize_and_align_labels(examples, names, text_column_name, label_column_name):
    tokenized_inputs = pieces(examples[text_column_name], truncation=True, max_length=4096, is_split_into_words=True)
    labels = []
    for i, label in enumerate(examples[label_column_name]):
        word_ids = tokenized_inputs.word_ids(batch_index=i)
        previous_word_idx = None
        label_ids = []
        for word_idx in word_ids:
            if word_idx is None:
                label_ids.append(-100)
            elif word_idx != previous_word_idx:
                label_ids.append(label[word_idx])
            else:
                label_ids.append(-100)
            previous_word_idx = word_idx
        labels.append(label_ids)
    tokenized_inputs["labels"] = labels
    return tokenized_inputs


pieces = tokenizer()
for dataset in case["datasets"]:
    loaded = load(dataset)
    features = loaded["train"].features
    text_column, label_column = columns(features)
    check("run_ner.py finds the columns", (text_column, label_column) == ("tokens", "ner_tags"), (text_column, label_column))
    names = label_list(features, label_column)
    check("every B- has its I-", inside_labels(names) == [0, 2, 2, 4, 4, 6, 6], inside_labels(names))
    found = 0
    for split in SPLITS:
        aligned = loaded[split].map(lambda batch: tokenize_and_align_labels(batch, names, text_column, label_column), batched=True)
        rows = list(zip(loaded[split].to_list(), aligned["labels"][:]))
        kept = [[label for label in labels if label != -100] for _, labels in rows]
        check(f"{split}: every token has one tag", kept == [row["ner_tags"] for row, _ in rows])
        true = [[names[tag] for tag in row["ner_tags"]] for row, _ in rows]
        check(f"{split}: seqeval takes the tags", f1_score(true, true, mode="strict", scheme=IOB2) == 1.0)
        entities = [[(label, "".join(row["tokens"][first : last + 1])) for label, first, last in get_entities(tags)] for (row, _), tags in zip(rows, true)]
        spans = [[(span["label"], "".join(row["text"][span["start"] : span["end"]].split())) for span in row["spans"]] for row, _ in rows]
        check(f"{split}: the entities of seqeval are the spans", entities == spans, next((pair for pair in zip(entities, spans) if pair[0] != pair[1]), None))
        check(f"{split}: some rows have no entity, and some have two", {0, 2} <= {len(each) for each in entities})
        found += sum(len(each) for each in entities)
    check("there are entities", found > 500, found)
close()
