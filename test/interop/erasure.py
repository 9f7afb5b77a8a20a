"""Proves that a local Hub speaks the protocol by which versions are removed, to `huggingface_hub`.

usage: erasure.py <hub url> <token>

The token may write to the repos of the user sambodhan.
"""

import os
import sys
import tempfile

hub_url, token = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from huggingface_hub import CommitOperationAdd, HfApi, hf_hub_download
from huggingface_hub.errors import BadRequestError, HfHubHTTPError, RevisionNotFoundError
from huggingface_hub.utils import get_session

api = HfApi(endpoint=hub_url, token=token)
REPO = "sambodhan/erased"
of_dataset = {"repo_id": REPO, "repo_type": "dataset"}
DATA = "data/train-00000-of-00001.parquet"
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}", flush=True)


def raises(name, kind, call, status):
    try:
        result = call()
    except Exception as error:
        got = getattr(getattr(error, "response", None), "status_code", None)
        check(name, type(error) is kind and status == got, f"{type(error).__name__} {got}: {error}")
    else:
        check(name, False, f"no error but {result!r}")


def commit(content, title, **options):
    return api.create_commit(operations=[CommitOperationAdd(DATA, content), CommitOperationAdd("notes.md", title.encode())], commit_message=title, **of_dataset, **options)


def read(revision, path=DATA):
    cache = tempfile.mkdtemp()
    return open(hf_hub_download(REPO, path, repo_type="dataset", revision=revision, token=token, cache_dir=cache), "rb").read()


def content_of(number):
    return b"PAR1" + bytes([number]) * 4000


def log():
    return [commit.title for commit in api.list_repo_commits(**of_dataset)]


api.create_repo(**of_dataset, private=True)
commits = []
for number in (1, 2, 3):
    commits.append(commit(content_of(number), f"Version {number}").oid)
    api.create_tag(**of_dataset, tag=f"v{number}")
offered = commit(content_of(9), "Offer", create_pr=True)

print("# listed")
files = list(api.list_lfs_files(**of_dataset))
check("all large files are listed, with what they are", [(f.filename, f.size, f.ref) for f in files] == [(DATA, 4004, "refs/heads/main")] * 3 + [(DATA, 4004, "refs/pr/1")], files)
check("with the time of their push", all(f.pushed_at.year > 2020 for f in files), files)
api.create_branch(**of_dataset, branch="v3", revision="v3")
check("a branch may have the name of a tag", [b.name for b in api.list_repo_refs(**of_dataset).branches] == ["main", "v3"])
raises("but not of a branch", HfHubHTTPError, lambda: api.create_branch(**of_dataset, branch="v3"), 409)
raises("nor of a reference", BadRequestError, lambda: api.create_branch(**of_dataset, branch="refs/pr/7"), 400)
api.delete_tag(**of_dataset, tag="v3")
check("the branch is found where the tag was", api.repo_info(**of_dataset, revision="v3").sha == commits[2])
api.create_tag(**of_dataset, tag="v3")
api.delete_branch(**of_dataset, branch="v3")
raises("a branch is deleted once", RevisionNotFoundError, lambda: api.delete_branch(**of_dataset, branch="v3"), 404)
raises("main is not deleted", HfHubHTTPError, lambda: api.delete_branch(**of_dataset, branch="main"), 403)

print("# squashed")
raises("a tag is not squashed", BadRequestError, lambda: api.super_squash_history(**of_dataset, branch="v1"), 400)
raises("nor an unknown branch", RevisionNotFoundError, lambda: api.super_squash_history(**of_dataset, branch="none"), 404)
api.super_squash_history(**of_dataset, commit_message="Only the newest")
check("main has one commit", log() == ["Only the newest"], log())
check("with the same files", (read("main"), read("main", "notes.md")) == (content_of(3), b"Version 3"))
check("tags keep what they name", [read(f"v{n}") for n in (1, 2, 3)] == [content_of(n) for n in (1, 2, 3)])
check("also by the commit's id", read(commits[0]) == content_of(1))

print("# tags")
for tag in ("v1", "v2", "v3"):
    api.delete_tag(**of_dataset, tag=tag)
raises("a tag is deleted once", RevisionNotFoundError, lambda: api.delete_tag(**of_dataset, tag="v1"), 404)
api.create_tag(**of_dataset, tag="v3")
check("a pull request still keeps what it was made from", read(commits[0]) == content_of(1))

print("# references of pull requests")
ref_url = f"{hub_url}/api/datasets/{REPO}/discussions/1/ref"
answer = get_session().delete(ref_url, headers={"Authorization": f"Bearer {token}"})
check("an open one keeps its reference", answer.status_code == 400, answer.text)
api.change_discussion_status(**of_dataset, discussion_num=1, new_status="closed")
answer = get_session().delete(ref_url, headers={"Authorization": f"Bearer {token}"})
check("that of a closed one is deleted", answer.status_code == 200, answer.text)
check("it is listed no more", api.list_repo_refs(**of_dataset, include_pull_requests=True).pull_requests == [])
check("its page stays", api.get_discussion_details(**of_dataset, discussion_num=1).status == "closed")
raises("what nothing leads to is found no more", RevisionNotFoundError, lambda: api.repo_info(**of_dataset, revision=commits[0]), 404)
check("its large files stay listed", len(list(api.list_lfs_files(**of_dataset))) == 4)

print("# large files")
head = api.repo_info(**of_dataset).sha
kept = api.get_paths_info(REPO, [DATA], repo_type="dataset")[0].lfs.sha256
api.permanently_delete_lfs_files(REPO, [f for f in files if f.file_oid != kept], repo_type="dataset", rewrite_history=False)
check("only the others are gone", [f.file_oid for f in api.list_lfs_files(**of_dataset)] == [kept])
check("commits keep their ids without a rewrite", api.repo_info(**of_dataset).sha == head)
commit(content_of(4), "Version 4")
doomed = [f for f in api.list_lfs_files(**of_dataset) if f.file_oid == kept]
api.permanently_delete_lfs_files(REPO, doomed, repo_type="dataset")
check("a rewrite takes the pointers out of the history", [i.path for i in api.list_repo_tree(**of_dataset, revision="v3")] == [".gitattributes", "notes.md"])
check("and gives commits other ids", api.repo_info(**of_dataset, revision="v3").sha != head)
check("what is kept can be read", read("main") == content_of(4))
many = [CommitOperationAdd(f"data/{n}.bin", b"x%d" % n) for n in range(230)]
api.create_commit(operations=many, commit_message="Many", **of_dataset)
check("all are listed over pages", len(list(api.list_lfs_files(**of_dataset))) == 231)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
