"""Reads and merges the pull request a run has opened, as a person does who approves it with `huggingface_hub`.

usage: approve_offer.py <hub url> <token> <owner/name>
"""

import os
import sys
import tempfile

hub_url, token, repo = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from datasets import disable_progress_bars, load_dataset
from huggingface_hub import DatasetCard, DiscussionComment, DiscussionCommit, HfApi, hf_hub_download

disable_progress_bars()
api = HfApi(endpoint=hub_url, token=token)
of_dataset = {"repo_id": repo, "repo_type": "dataset"}
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}", flush=True)


opened = list(api.get_repo_discussions(**of_dataset, discussion_type="pull_request", discussion_status="open"))
check("one pull request is open", len(opened) == 1, opened)
[offer] = opened
revision = offer.git_reference
details = api.get_discussion_details(**of_dataset, discussion_num=offer.num)
check("it can be merged", (details.conflicting_files, details.target_branch) == ([], "main"), details)
commits = [event for event in details.events if isinstance(event, DiscussionCommit)]
check("its commit has its title", commits[-1].summary == offer.title, commits)
comment = next(event for event in details.events if isinstance(event, DiscussionComment)).content
check("its first comment tells the rows", "rows (train" in comment and "merge this pull request" in comment, comment)
check("its card is valid", DatasetCard.load(hf_hub_download(repo, "README.md", repo_type="dataset", revision=revision, token=token)).validate(repo_type="dataset") is None)
loaded = load_dataset(repo, token=token, revision=revision)
rows = {split: loaded[split].num_rows for split in loaded}
check("datasets loads its splits", list(rows) == ["train", "eval", "test"] and f"{sum(rows.values()):,} rows" in comment, rows)

api.merge_pull_request(**of_dataset, discussion_num=offer.num)
merged = load_dataset(repo, token=token)
check("datasets loads the same from main once it is merged", merged["train"].to_dict() == loaded["train"].to_dict())
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
