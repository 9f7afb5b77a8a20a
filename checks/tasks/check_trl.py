"""Has TRL's own functions take the datasets for language models, as its trainers do: https://huggingface.co/docs/trl/dataset_formats.

usage: check_trl.py <hub url> <token> <case.json>; case.json holds datasets: name, repo, tag and task of each.
"""

from reading import SPLITS, case, check, close, load  # first: it sets the environment

from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast
from trl.data_utils import apply_chat_template, is_conversational, maybe_apply_chat_template, maybe_extract_prompt, unpair_preference_dataset

TEMPLATE = "{% for message in messages %}<{{ message['role'] }}>{{ message['content'] }}</>{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}"
tokenizer = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.WordLevel({"a": 0}, unk_token="a")))
tokenizer.chat_template = TEMPLATE
COLUMNS = {"chat": ["messages"], "prompt-completion": ["prompt", "completion"], "preference": ["prompt", "chosen", "rejected"], "unpaired-preference": ["prompt", "completion", "label"]}


def written(messages):
    return "".join(f"<{message['role']}>{message['content']}</>" for message in messages)


def wanted(row, task):
    """What the template makes of a row of messages."""
    if task == "chat":
        return {"text": written(row["messages"])}
    answers = {name: value if name == "label" else written(value).removeprefix("<assistant>") for name, value in row.items() if name != "prompt"}
    return {"prompt": written(row["prompt"]) + "<assistant>", **answers}


for dataset in case["datasets"]:
    name, task = dataset["name"], dataset["task"]
    columns = COLUMNS[task]
    is_messages = task == "chat" or name.endswith("-messages")
    for split, rows in load(dataset).items():
        rows = rows.select_columns(columns)
        seen = f"{name} {split}"
        check(f"{seen}: TRL sees {'a conversation' if is_messages else 'texts'}", all(is_conversational(row) == is_messages for row in rows))
        templated = rows.map(maybe_apply_chat_template, fn_kwargs={"processing_class": tokenizer}, remove_columns=columns if task == "chat" else None)
        right = [wanted(row, task) for row in rows] if is_messages else rows.to_list()
        check(f"{seen}: TRL applies a chat template", templated.to_list() == right, templated[0])
        if is_messages:
            check(f"{seen}: TRL takes it as one of its formats", apply_chat_template(rows[0], tokenizer) == right[0])
        if task == "preference":
            check(f"{seen}: TRL finds the prompt that is there", rows.map(maybe_extract_prompt).to_list() == rows.to_list())
            unpaired = unpair_preference_dataset(rows).to_list()
            halves = [{"prompt": row["prompt"], "completion": row[key], "label": key == "chosen"} for key in ("chosen", "rejected") for row in rows.to_list()]
            check(f"{seen}: TRL unpairs it", sorted(unpaired, key=repr) == sorted(halves, key=repr), unpaired[:1])
        if task == "unpaired-preference":
            check(f"{seen}: labels are booleans", {type(label) for label in rows["label"]} == {bool}, rows.features["label"])
close()
