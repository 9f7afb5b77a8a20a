"""What a dataset of a file must hold, computed from the rows of its SELECTs in another way than the action's.

A row is {"id": the id as text, "row": the row as PostgreSQL writes it as JSON}; a number keeps its digits.
"""

import hashlib
import json
import re
import unicodedata
from datetime import date, datetime, timezone
from decimal import Decimal
from fractions import Fraction

import numpy as np

TEXT_ROLES = {
    "text-classification": ["text"],
    "multi-label-classification": ["text"],
    "token-classification": ["text"],
    "text-scoring": ["text"],
    "text-pair-classification": ["text_a", "text_b"],
    "text-pair-scoring": ["text_a", "text_b"],
    "chat": ["messages"],
    "prompt-completion": ["prompt", "completion"],
    "preference": ["prompt", "chosen", "rejected"],
    "unpaired-preference": ["prompt", "completion"],
}
VALUE_ROLES = {
    "text-classification": "label",
    "multi-label-classification": "labels",
    "token-classification": "spans",
    "text-scoring": "score",
    "text-pair-classification": "label",
    "text-pair-scoring": "score",
    "unpaired-preference": "label",
}
CLEANED = {task for task, roles in TEXT_ROLES.items() if roles[0].startswith("text")}
# Tasks whose rows are split by their prompt, and of which one answer was chosen.
BY_PROMPT = {task for task, roles in TEXT_ROLES.items() if roles[0] == "prompt"}
CHOICES = {"preference"}
MESSAGES = "messages"


class Dropped(Exception):
    pass


def read_rows(file):
    digits = {"parse_float": Decimal, "parse_int": lambda text: Decimal(text) if text == "-0" else int(text)}
    return [json.loads(line, **digits) for line in open(file, encoding="utf-8")]


def hashed(seed, text):
    return hashlib.sha256(f"{seed}:".encode() + text.encode()).digest()


def clean(text):
    return re.sub(r"\s+", " ", text).strip()


def fold(text):
    """The form in which texts are compared."""
    return unicodedata.normalize("NFC", re.sub("[\u200b\u2060\ufeff\u00ad]", "", re.sub("\r\n?", "\n", text)))


def dumped(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Expected:
    """The rows of each split in order, and how many were dropped why."""

    def __init__(self, definition, settings, kinds, corrections, confirmed):
        self.task, self.settings, self.kinds = definition["task"], settings, kinds
        self.classes = definition.get("classes", [])
        self.columns, self.publish_as = definition.get("columns", {}), definition.get("publish-as", {})
        self.keep, self.is_hot = definition.get("keep", []), definition.get("labels-as") == "multi-hot"
        self.dropped = dict.fromkeys(["nullMessage", "invalidUtf8", "empty", "pii", "unknownClass", "malformed", "duplicate", "outvoted", "conflicting", "keptColumn", "severalSplits", "sameAnswers"], 0)
        reviewed = [row for row in corrections if self.is_own(row)]
        ranked = sorted((row for row in confirmed if self.is_own(row)), key=lambda row: hashed(settings["random-state"], row["id"]))
        places = {id(row): place for place, row in enumerate(confirmed)}
        pool = sorted(ranked[: int(settings["correct-ratio"] * len(reviewed))], key=lambda row: places[id(row)])
        self.fetched = {"reviewed": len(reviewed), "pool": len(pool)}
        self.rows = self.deduplicate([("reviewed", row) for row in reviewed] + [("pool", row) for row in pool])

    def column(self, role):
        return self.columns.get(role, role)

    def is_own(self, row):
        role = VALUE_ROLES.get(self.task)
        return role is None or row["row"][self.column(role)] is not None

    def deduplicate(self, rows):
        same = {}
        for source, row in rows:
            try:
                texts, forms = self.texts(row["row"])
                values = self.values(row["row"])
            except Dropped as reason:
                self.dropped[str(reason)] += 1
                continue
            group = row["row"].get(self.column("group"))
            answers, role = forms[1:], VALUE_ROLES.get(self.task)
            label = None if role is None else repr(values[self.publish_as.get(role, role)])
            if self.task in CHOICES:
                label = answers[0].encode() > answers[1].encode()
                answers = sorted(answers, key=str.encode)
            identity = "\x1f".join([forms[0], *answers])
            key = forms[0] if self.task in BY_PROMPT else identity
            rank = hashed(self.settings["random-state"], key if group is None else str(group))[:8]
            same.setdefault(identity, []).append({"source": source, "id": row["id"], "label": label, "texts": texts, "values": values, "published": {**texts, **values}, "rank": rank})
        self.conflicting_texts, settled = 0, []
        for entries in same.values():
            if self.settings["split-method"] != "sklearn" and len({self.split_of(entry["rank"]) for entry in entries}) > 1:
                self.dropped["severalSplits"] += len(entries)
                continue
            counting = [entry for entry in entries if entry["source"] == "reviewed"] or entries
            if len({entry["label"] for entry in counting}) > 1:
                self.conflicting_texts += 1
                self.dropped["conflicting"] += len(entries)
                continue
            kept = min(counting, key=lambda entry: (len(entry["id"].encode()), entry["id"].encode()))
            for entry in entries:
                if entry is not kept:
                    self.dropped[reason_beside(entry, kept)] += 1
            parts = [text if isinstance(text, str) else dumped(text) for text in kept["texts"].values()]
            settled.append(("\x1f".join(parts), min(entry["rank"] for entry in counting), kept["published"]))
        for rare in ["keptColumn", "severalSplits", "sameAnswers"]:
            if self.dropped[rare] == 0:
                del self.dropped[rare]
        return settled

    def texts(self, row):
        """The texts as they are published, and the forms in which they are compared."""
        published, forms = {}, []
        for role in TEXT_ROLES[self.task]:
            value = row[self.column(role)]
            if value is None:
                raise Dropped("nullMessage")
            name = self.publish_as.get(role, role)
            if self.kinds.get(role) == MESSAGES or role == "messages":
                value = messages(value)
                forms.append(dumped([{**message, "content": fold(message["content"])} for message in value]))
            else:
                value = clean(value) if self.task in CLEANED else value.strip().replace("\x1f", " ")
                form = compared(value, self.task in CLEANED)
                if form == "":
                    raise Dropped("empty")
                forms.append(form)
            published[name] = value
        if self.task in CHOICES and forms[1] == forms[2]:
            raise Dropped("sameAnswers")
        return published, forms

    def values(self, row):
        published = {}
        role = VALUE_ROLES.get(self.task)
        if role == "spans":
            published.update(spans_of(row[self.column("text")], row[self.column(role)], self.classes))
        elif role is not None:
            published[self.publish_as.get(role, role)] = self.value(role, row[self.column(role)])
        for name in self.keep:
            published[name] = kept(self.kinds[name], row[name])
        return published

    def value(self, role, value):
        if self.task == "unpaired-preference":
            return value
        if role == "score":
            score = float32(value)
            if not np.isfinite(score):
                raise Dropped("malformed")
            return score
        names = value if role == "labels" else [value]
        names = [name for name in names if name is not None]
        if not all(isinstance(name, str) for name in names):
            raise Dropped("malformed")
        ids = sorted({self.classes.index(name.strip()) if name.strip() in self.classes else -1 for name in names})
        if -1 in ids:
            raise Dropped("unknownClass")
        if self.is_hot:
            return [float(number in ids) for number in range(len(self.classes))]
        return ids if role == "labels" else ids[0]

    def splits(self):
        if self.settings["split-method"] == "sklearn":
            return self.sklearn_splits()
        found = {"train": [], "eval": [], "test": []}
        for identity, rank, published in sorted(self.rows, key=lambda row: (row[1], row[0].encode())):
            found[self.split_of(rank)].append(published)
        return found

    def split_of(self, rank):
        train, evaluation, test = (Fraction(share) for share in self.settings["split"].split("/"))
        share = Fraction(int.from_bytes(rank, "big"), 2**64)
        return "test" if share < test / 100 else "eval" if share < (test + evaluation) / 100 else "train"

    def sklearn_splits(self):
        from sklearn.model_selection import train_test_split

        rows = [published for _, _, published in self.rows]
        label = self.publish_as.get("label", "label")
        _, evaluation, test = (float(share) / 100 for share in self.settings["split"].split("/"))
        options = {"random_state": self.settings["random-state"]}
        train, rest = train_test_split(rows, test_size=evaluation + test, stratify=[row[label] for row in rows], **options)
        evaluation, test = train_test_split(rest, test_size=1 - evaluation / (evaluation + test), stratify=[row[label] for row in rest], **options)
        return {"train": train, "eval": evaluation, "test": test}


ALONE = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI CHARACTER")


def tokenize(text):
    """The tokens of a text, and where each begins; enough for the letters of this check."""
    found, kind = [], None
    for at, sign in enumerate(text):
        category, name = unicodedata.category(sign), unicodedata.name(sign, "")
        if sign.isspace():
            kind = None
            continue
        extends = category[0] == "M" or category == "Cf" or "EMOJI MODIFIER" in name
        is_word = category[0] in "LN" and not name.startswith(ALONE)
        if kind is not None and (extends or (is_word and kind == "word")):
            found[-1] = (found[-1][0], found[-1][1] + sign)
        else:
            found.append((at, sign))
            kind = "word" if is_word else "other"
    return found


def spans_of(original, marked, classes):
    """The tokens, tags and spans of a text whose white space alone is cleaned, and whose spans do not overlap."""
    keys = {"start": int, "end": int, "label": str}
    if not isinstance(marked, list) or any(not isinstance(span.get(key), kind) for span in marked for key, kind in keys.items()):
        raise Dropped("malformed")
    if any(span["label"] not in classes for span in marked):
        raise Dropped("unknownClass")
    text = clean(original)
    tokens = tokenize(text)
    spans = []
    for start, end, label in placed(original, marked):
        # What is not white space keeps its number among such characters.
        first, last = (sum(not sign.isspace() for sign in original[:at]) for at in (start, end - 1))
        places = [at for at, sign in enumerate(text) if not sign.isspace()]
        covered = [(at, token) for at, token in tokens if at + len(token) > places[first] and at <= places[last]]
        spans.append({"start": covered[0][0], "end": covered[-1][0] + len(covered[-1][1]), "label": label})
    spans.sort(key=lambda span: span["start"])
    tags = [0] * len(tokens)
    for span in spans:
        inside = [number for number, (at, _) in enumerate(tokens) if span["start"] <= at < span["end"]]
        tags[inside[0] : inside[-1] + 1] = [2 * classes.index(span["label"]) + 2] * len(inside)
        tags[inside[0]] -= 1
    return {"tokens": [token for _, token in tokens], "ner_tags": tags, "spans": spans}


def placed(text, marked):
    """Each span in characters: what it says in them or in units of UTF-16, where it covers the text that it names."""
    units = text.encode("utf-16-le")
    readings = []
    for by_units in (False, True):
        found = []
        for span in marked:
            start, end = span["start"], span["end"]
            if not 0 <= start < end <= (len(units) // 2 if by_units else len(text)):
                break
            if by_units:
                start, end = (len(units[: 2 * at].decode("utf-16-le", "surrogatepass")) for at in (start, end))
            if span.get("text", text[start:end]) != text[start:end]:
                break
            found.append((start, end, span["label"]))
        else:
            readings.append(found)
    if not readings:
        raise Dropped("malformed")
    return readings[0]


def reason_beside(entry, kept):
    """Why a row is dropped whose text is kept."""
    if entry["label"] != kept["label"]:
        return "outvoted"
    return "duplicate" if repr(entry["values"]) == repr(kept["values"]) else "keptColumn"


def compared(text, is_cleaned):
    """The form in which a published text is compared."""
    form = text if fold(text) == text else fold(text).strip()
    return re.sub(r"\s+", " ", form) if is_cleaned else form


def messages(value):
    """The messages without their other keys."""
    right = isinstance(value, list) and all(
        isinstance(message, dict) and isinstance(message.get("role"), str) and message["role"] and isinstance(message.get("content"), str)
        for message in value
    )
    if not right:
        raise Dropped("malformed")
    if not value:
        raise Dropped("empty")
    return [{"role": message["role"], "content": message["content"]} for message in value]


def float32(value):
    with np.errstate(over="ignore"):
        return float(np.float32(float(value)))


def kept(kind, value):
    """A kept column's value as it is published, from how PostgreSQL writes it as JSON."""
    if value is None:
        return None
    if kind == "float32":
        return float32(value)
    if kind == "float64":
        return float(value)
    if kind == "timestamptz":
        instant = datetime.fromisoformat(value).astimezone(timezone.utc)
        return instant.isoformat(sep=" ").removesuffix(":00").replace(".500000", ".5")
    if kind == "typed-date":
        return date.fromisoformat(value)
    if kind in ("typed-timestamp", "typed-timestamptz"):
        if value == "infinity":
            raise Dropped("malformed")
        instant = datetime.fromisoformat(value)
        return instant if kind == "typed-timestamp" else instant.astimezone(timezone.utc)
    if kind == "numerics":
        return [None if element is None else str(element) for element in value]
    if kind == "interval":
        days, hours = re.fullmatch(r"(?:(\d+) days? )?(\d+):00:00", value).groups()
        return f"P{int(days)}DT{int(hours)}H"
    if kind == "composite":
        return "(" + ",".join(str(part) for part in value.values()) + ")"
    if kind == "json":
        return json.dumps(value, sort_keys=True, default=str)
    if kind == "array" and any(isinstance(element, list) for element in value):
        raise Dropped("malformed")
    if kind == "char":
        return value.rstrip(" ")
    if kind == "numeric":
        return str(value)
    return value
