"""Writes the texts of the test split of each repo's head to a JSON file.

usage: read_test_texts.py <hub url> <token> <output.json> <repo> …
"""

import json
import os
import sys
import tempfile

hub_url, token, output, *repos = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from datasets import load_dataset

texts = {repo: load_dataset(repo, split="test", token=token)["grievance"][:] for repo in repos}
json.dump(texts, open(output, "w", encoding="utf-8"))
print(f"{len(texts)} passed, 0 failed")
