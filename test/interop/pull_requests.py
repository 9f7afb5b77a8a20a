"""Proves that a local Hub speaks the protocol of pull requests, to `huggingface_hub`.

usage: pull_requests.py <hub url> <token>

The token may write to the repos of the user sambodhan.
"""

import json
import os
import sys
import tempfile
import urllib.request

hub_url, token = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from huggingface_hub import CommitOperationAdd, CommitOperationDelete, DiscussionComment, DiscussionCommit, HfApi, hf_hub_download
from huggingface_hub.errors import BadRequestError, HfHubHTTPError, RevisionNotFoundError

api = HfApi(endpoint=hub_url, token=token)
REPO = "sambodhan/reviewed"
of_dataset = {"repo_id": REPO, "repo_type": "dataset"}
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}", flush=True)


def raises(name, kind, call, status):
    """Checks that a call fails with an error of exactly this class, and with this HTTP status."""
    try:
        result = call()
    except Exception as error:
        got = getattr(getattr(error, "response", None), "status_code", None)
        check(name, type(error) is kind and status == got, f"{type(error).__name__} {got}: {error}")
    else:
        check(name, False, f"no error but {result!r}")


def propose(path, content, title, by=api, **options):
    return by.create_commit(operations=[CommitOperationAdd(path, content)], commit_message=title, create_pr=True, **of_dataset, **options)


def commit(path, content, title, **options):
    return api.create_commit(operations=[CommitOperationAdd(path, content)], commit_message=title, **of_dataset, **options)


def read(path, revision="main"):
    return open(hf_hub_download(REPO, path, repo_type="dataset", revision=revision, token=token), "rb").read()


def details(number):
    return api.get_discussion_details(**of_dataset, discussion_num=number)


def listed(**options):
    return [(d.num, d.status) for d in api.get_repo_discussions(**of_dataset, **options)]


def head():
    return api.repo_info(**of_dataset).sha


api.create_repo(**of_dataset, private=False)
base = commit("notes.md", b"first\n\n\n\n\nlast\n", "Add notes").oid

print("# opened by a commit")
large = b"PAR1" + bytes(range(256)) * 64
opened = propose("data/train-00000-of-00001.parquet", large, "Propose data", commit_description="For **review**")
check("create_commit with create_pr tells the pull request", (opened.pr_num, opened.pr_revision) == (1, "refs/pr/1"), opened)
check("main stays as it was", head() == base)
check("its reference leads to its commit", api.repo_info(**of_dataset, revision="refs/pr/1").sha == opened.oid)
check("a large file is read by its reference", read("data/train-00000-of-00001.parquet", "refs/pr/1") == large)
check("a file is read by the commit's id", read("notes.md", opened.oid).startswith(b"first"))
tree = [entry.path for entry in api.list_repo_tree(**of_dataset, revision="refs/pr/1")]
check("its files are listed", tree == [".gitattributes", "notes.md", "data"], tree)
found = details(1)
check("it is open, and meant for main", (found.status, found.target_branch, found.is_pull_request) == ("open", "main", True), found)
check("nothing is in its way", (found.conflicting_files, found.merge_commit_oid) == ([], None), found)
events = [type(event) for event in found.events]
check("its events are a comment and a commit", events == [DiscussionComment, DiscussionCommit], events)
check("its comment is the commit's description", found.events[0].content == "For **review**", found.events[0])
check("its commit is told", (found.events[1].oid, found.events[1].summary) == (opened.oid, "Propose data"), found.events[1])
refs = api.list_repo_refs(**of_dataset, include_pull_requests=True)
told = [(ref.name, ref.ref, ref.target_commit) for ref in refs.pull_requests]
check("list_repo_refs tells it when asked", told == [("1", "refs/pr/1", opened.oid)], told)
check("list_repo_refs does not tell it unasked", api.list_repo_refs(**of_dataset).pull_requests is None)

print("# changed")
second = commit("more.txt", b"more", "Add more", revision="refs/pr/1", parent_commit=opened.oid)
check("a commit to its reference is its head", api.repo_info(**of_dataset, revision="refs/pr/1").sha == second.oid)
raises("a commit on an old parent is refused", HfHubHTTPError, lambda: commit("x", b"x", "Late", revision="refs/pr/1", parent_commit=opened.oid), 412)
raises("an unknown pull request", RevisionNotFoundError, lambda: commit("x", b"x", "None", revision="refs/pr/9"), 404)
renamed = api.rename_discussion(**of_dataset, discussion_num=1, new_title="Propose more data")
check("rename_discussion tells both titles", (renamed.old_title, renamed.new_title) == ("Propose data", "Propose more data"), renamed)
comment = api.comment_discussion(**of_dataset, discussion_num=1, comment="Looks good")
check("comment_discussion adds a comment", details(1).events[-1].content == comment.content == "Looks good", comment)

print("# closed, and opened again")
api.change_discussion_status(**of_dataset, discussion_num=1, new_status="closed", comment="Not yet")
check("it is closed", details(1).status == "closed")
check("the reference of a closed one stays readable", read("more.txt", "refs/pr/1") == b"more")
raises("a closed one cannot be merged", BadRequestError, lambda: api.merge_pull_request(**of_dataset, discussion_num=1), 400)
check("listed as closed", (listed(discussion_status="open"), listed(discussion_status="closed")) == ([], [(1, "closed")]))
reopened = api.change_discussion_status(**of_dataset, discussion_num=1, new_status="open")
check("it is open again", (reopened.new_status, details(1).status) == ("open", "open"), reopened)

print("# merged")
between = commit("other.txt", b"other", "Meanwhile on main").oid
api.merge_pull_request(**of_dataset, discussion_num=1)
merged = details(1)
check("it is merged, by the commit that is main's now", (merged.status, merged.merge_commit_oid) == ("merged", head()), merged)
log = [(c.commit_id, c.title) for c in api.list_repo_commits(**of_dataset)]
check("in one commit on top of main, named after its title", log[:2] == [(head(), "Propose more data (#1)"), (between, "Meanwhile on main")], log)
check("main holds both sides", (read("more.txt"), read("other.txt"), read("data/train-00000-of-00001.parquet")) == (b"more", b"other", large))
raises("it cannot be merged twice", BadRequestError, lambda: api.merge_pull_request(**of_dataset, discussion_num=1), 400)
commits = [(e.oid, e.summary, e.author) for e in merged.events if isinstance(e, DiscussionCommit)]
check("its own commits stay listed, the oldest first", [(oid, title) for oid, title, _ in commits] == [(opened.oid, "Propose data"), (second.oid, "Add more")], commits)
check("each by its author", {author for _, _, author in commits} == {details(1).author}, commits)
check("its reference stays", api.repo_info(**of_dataset, revision="refs/pr/1").sha == second.oid)

print("# in conflict")
start = head()
propose("notes.md", b"first\n\n\n\n\nlast, proposed\n", "Change the end")
propose("notes.md", b"first, proposed\n\n\n\n\nlast\n", "Change the beginning")
commit("notes.md", b"first\n\n\n\n\nlast, on main\n", "Change the end on main")
check("the file is told", details(2).conflicting_files == ["notes.md"], details(2))
raises("what is in conflict cannot be merged", HfHubHTTPError, lambda: api.merge_pull_request(**of_dataset, discussion_num=2), 409)
api.merge_pull_request(**of_dataset, discussion_num=3)
check("other lines of the same file are merged", read("notes.md") == b"first, proposed\n\n\n\n\nlast, on main\n", read("notes.md"))
old = propose("late.txt", b"late", "From an old commit", parent_commit=start)
check("one may be made from an old commit", [c.commit_id for c in api.list_repo_commits(**of_dataset, revision="refs/pr/4")][:2] == [old.oid, start])
deletion = api.create_commit(operations=[CommitOperationDelete("other.txt", is_folder=False)], commit_message="Delete", create_pr=True, **of_dataset)
api.merge_pull_request(**of_dataset, discussion_num=deletion.pr_num)
check("a deletion is merged", not api.file_exists(REPO, "other.txt", repo_type="dataset"))

print("# of others, and without commits")
request = urllib.request.Request(
    f"{hub_url}/_local/tokens",
    json.dumps({"token": "hf_stranger", "user": "stranger", "role": "write"}).encode(),
    {"Content-Type": "application/json"},
)
urllib.request.urlopen(request).close()
stranger = HfApi(endpoint=hub_url, token="hf_stranger")
foreign = propose("data/bad.parquet", large, "Propose data", by=stranger).pr_num
check("a stranger may open one in a public repo", details(foreign).author == "stranger", details(foreign))
raises("and may not merge it", HfHubHTTPError, lambda: stranger.merge_pull_request(**of_dataset, discussion_num=foreign), 403)
raises("nor close another's", HfHubHTTPError, lambda: stranger.change_discussion_status(**of_dataset, discussion_num=4, new_status="closed"), 403)
draft = api.create_pull_request(**of_dataset, title="Draft")
check("create_pull_request opens a draft", (draft.status, draft.git_reference) == ("draft", f"refs/pr/{draft.num}"), draft)
talk = api.create_discussion(**of_dataset, title="A question", description="Why?")
check("create_discussion opens none", (talk.is_pull_request, talk.conflicting_files, talk.events[0].content) == (False, None, "Why?"), talk)
for number in range(12):
    api.create_discussion(**of_dataset, title=f"Question {number}")
numbers = [number for number, _ in listed()]
check("all are listed over pages, the newest first", numbers == list(range(talk.num + 12, 0, -1)), numbers)
check("pull requests alone", [number for number, _ in listed(discussion_type="pull_request")] == list(range(draft.num, 0, -1)))
check("those of an author", listed(author="stranger") == [(foreign, "open")], listed(author="stranger"))
check("the open ones", listed(discussion_type="pull_request", discussion_status="open") == [(draft.num, "draft"), (foreign, "open"), (4, "open"), (2, "open")])

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
