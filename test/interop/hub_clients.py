"""Proves that a local Hub speaks the protocol of the real one, to the clients `huggingface_hub` and `datasets`.

usage: hub_clients.py <hub url> <token>

The token may write to the repos of the user sambodhan.
"""

import hashlib
import json
import os
import sys
import tempfile
import urllib.request

hub_url, token = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp(), HF_HUB_DISABLE_PROGRESS_BARS="1")

from datasets import ClassLabel, Dataset, DatasetDict, Features, Value, disable_progress_bars, load_dataset
from huggingface_hub import CommitOperationAdd, CommitOperationDelete, DatasetCard, HfApi, hf_hub_download
from huggingface_hub.utils import paginate
from huggingface_hub.errors import BadRequestError, HfHubHTTPError, RemoteEntryNotFoundError, RepositoryNotFoundError, RevisionNotFoundError

disable_progress_bars()
api = HfApi(endpoint=hub_url, token=token)
REPO, PUSHED = "sambodhan/clients", "sambodhan/pushed"
of_dataset = {"repo_id": REPO, "repo_type": "dataset"}
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}", flush=True)


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def git_blob_id(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def raises(name, kind, call, status=None):
    """Checks that a call fails with an error of exactly this class, and with this HTTP status."""
    try:
        result = call()
    except Exception as error:
        got = getattr(getattr(error, "response", None), "status_code", None)
        check(name, type(error) is kind and status in (None, got), f"{type(error).__name__} {got}: {error}")
    else:
        check(name, False, f"no error but {result!r}")


def control(what, **body):
    """Tells the local Hub itself to add a token or a fault."""
    request = urllib.request.Request(f"{hub_url}/_local/{what}", json.dumps(body).encode(), {"Content-Type": "application/json"})
    urllib.request.urlopen(request).close()


def download(path, revision="main", **options):
    options = {"token": token, **options}
    return open(hf_hub_download(REPO, path, repo_type="dataset", revision=revision, **options), "rb").read()


def give_up(kind, error, trace):
    """Counts a call that should have worked as failed; what builds on it is left out."""
    check(f"line {trace.tb_lineno}", False, f"{kind.__name__}: {error}")
    print(f"{passed} passed, {failed} failed")


sys.excepthook = give_up

print("# huggingface_hub: repos and commits")
check("whoami names the owner of the token", api.whoami()["name"] == "sambodhan")
url = api.create_repo(**of_dataset, private=True)
check("create_repo tells the repo's address", (url.repo_id, url.repo_type) == (REPO, "dataset"), url)
check("create_repo with exist_ok leaves a repo as it is", api.create_repo(**of_dataset, private=True, exist_ok=True).repo_id == REPO)
raises("create_repo refuses a repo that exists", HfHubHTTPError, lambda: api.create_repo(**of_dataset, private=True), 409)
listed = [each.id for each in api.list_datasets(author="sambodhan")]
check("list_datasets tells a private repo to its owner", listed == [REPO], listed)
check("list_datasets tells it to nobody else", list(HfApi(endpoint=hub_url, token=False).list_datasets(author="sambodhan")) == [])
public = [api.create_repo(f"sambodhan/listed-{number}", repo_type="dataset", private=False).repo_id for number in range(2)]
pages = paginate(f"{hub_url}/api/datasets", {"author": "sambodhan", "limit": 1}, {"Authorization": f"Bearer {token}"})
check("a list of datasets has pages", [each["id"] for each in pages] == [REPO, *public])
for name in public:
    api.delete_repo(name, repo_type="dataset")
first = api.repo_info(**of_dataset)
check("a new repo is private and holds .gitattributes", first.private and [f.rfilename for f in first.siblings] == [".gitattributes"], first)

text, large = "नेपाली text\n".encode(), b"PAR1" + bytes(range(256)) * 64
uploaded = api.upload_file(path_or_fileobj=text, path_in_repo="notes/a b.txt", commit_message="Add a note", **of_dataset)
check("upload_file makes a commit", api.repo_info(**of_dataset).sha == uploaded.oid, uploaded)
second = api.create_commit(
    operations=[
        CommitOperationAdd("data/train-00000-of-00001.parquet", large),
        CommitOperationAdd("empty.txt", b""),
        CommitOperationAdd("README.md", b"---\nlicense: mit\n---\nCard\n"),
    ],
    commit_message="Add data",
    commit_description="In three files",
    parent_commit=uploaded.oid,
    **of_dataset,
)
add = CommitOperationAdd("late.txt", b"late")
raises(
    "create_commit on an old parent is refused",
    HfHubHTTPError,
    lambda: api.create_commit(operations=[add], commit_message="Late", parent_commit=uploaded.oid, **of_dataset),
    412,
)
again = api.create_commit(operations=[CommitOperationAdd("empty.txt", b"")], commit_message="Nothing", **of_dataset)
check("create_commit without a change makes no commit", again.oid == second.oid, again)
broken = CommitOperationAdd("README.md", b"---\nlicense: [\n---\n")
raises(
    "a card with invalid front matter is refused",
    ValueError,
    lambda: api.create_commit(operations=[broken], commit_message="Broken card", **of_dataset),
)
missing = CommitOperationDelete("missing.txt", is_folder=False)
raises(
    "deleting a file that does not exist is refused",
    RemoteEntryNotFoundError,
    lambda: api.create_commit(operations=[missing], commit_message="Delete", **of_dataset),
)

print("# huggingface_hub: tags, listings and downloads")
api.create_tag(**of_dataset, tag="v20261123_010203", tag_message="First", revision=second.oid)
raises("create_tag refuses a tag that exists", HfHubHTTPError, lambda: api.create_tag(**of_dataset, tag="v20261123_010203"), 409)
raises(
    "create_tag refuses an unknown revision",
    RevisionNotFoundError,
    lambda: api.create_tag(**of_dataset, tag="v2", revision="0" * 40),
    404,
)
deleted = api.delete_file("empty.txt", **of_dataset, commit_message="Delete a file")
refs = api.list_repo_refs(**of_dataset)
check("list_repo_refs tells branches", [(b.name, b.target_commit) for b in refs.branches] == [("main", deleted.oid)], refs)
tags = [(t.name, t.ref, t.target_commit) for t in refs.tags]
check("list_repo_refs tells tags", tags == [("v20261123_010203", "refs/tags/v20261123_010203", second.oid)], tags)

info = api.repo_info(**of_dataset, revision="v20261123_010203", files_metadata=True)
files = {file.rfilename: file for file in info.siblings}
parquet, note = files["data/train-00000-of-00001.parquet"], files["notes/a b.txt"]
check("repo_info by tag names the commit", info.sha == second.oid, info.sha)
check("repo_info tells a large file's hash", (parquet.lfs.sha256, parquet.size) == (sha256(large), len(large)), parquet)
check("repo_info tells a small file's blob", (note.blob_id, note.lfs) == (git_blob_id(text), None), note)
check("repo_info reads the card", info.card_data["license"] == "mit", info.card_data)

tree = {entry.path: type(entry).__name__ for entry in api.list_repo_tree(**of_dataset, recursive=True)}
folders = {"data": "RepoFolder", "notes": "RepoFolder"}
names = {name: "RepoFile" for name in (".gitattributes", "README.md", "notes/a b.txt", "data/train-00000-of-00001.parquet")}
check("list_repo_tree lists files and folders", tree == {**folders, **names}, tree)
flat = {entry.path for entry in api.list_repo_tree(**of_dataset)}
check("list_repo_tree does not look into folders unasked", flat == {".gitattributes", "README.md", "data", "notes"}, flat)
inside = [entry.path for entry in api.list_repo_tree(**of_dataset, path_in_repo="data")]
check("list_repo_tree lists one folder", inside == ["data/train-00000-of-00001.parquet"], inside)
raises("list_repo_tree knows no such folder", RemoteEntryNotFoundError, lambda: list(api.list_repo_tree(**of_dataset, path_in_repo="no")))
paths = api.get_paths_info(**of_dataset, paths=["notes/a b.txt", "data", "missing"], expand=True)
check("get_paths_info leaves out what is missing", [entry.path for entry in paths] == ["notes/a b.txt", "data"], paths)
check("get_paths_info tells the last commit of a file", paths[0].last_commit.oid == uploaded.oid, paths[0].last_commit)
check("get_paths_info tells the last commit of a folder", paths[1].last_commit is not None and paths[1].last_commit.oid == second.oid, paths[1])
commits = [(c.commit_id, c.title) for c in api.list_repo_commits(**of_dataset)]
expected = [(deleted.oid, "Delete a file"), (second.oid, "Add data"), (uploaded.oid, "Add a note"), (first.sha, "initial commit")]
check("list_repo_commits lists the newest first", commits == expected, commits)
check("list_repo_commits tells the description", api.list_repo_commits(**of_dataset)[1].message == "In three files")

check("hf_hub_download by tag reads a small file", download("notes/a b.txt", "v20261123_010203") == text)
check("hf_hub_download by tag reads a large file", download("data/train-00000-of-00001.parquet", "v20261123_010203") == large)
check("hf_hub_download by commit reads a file deleted since", download("empty.txt", second.oid) == b"")
check("file_exists tells what main holds", not api.file_exists(REPO, "empty.txt", repo_type="dataset"))
check("snapshot_download fetches every file", len(os.listdir(api.snapshot_download(REPO, repo_type="dataset"))) == 4)
check("the card loads and is valid", DatasetCard.load(REPO, token=token).validate(repo_type="dataset") is None)

print("# huggingface_hub: refusals")
raises("an unknown repo", RepositoryNotFoundError, lambda: api.repo_info("sambodhan/none", repo_type="dataset"), 404)
raises("an unknown revision", RevisionNotFoundError, lambda: api.repo_info(**of_dataset, revision="v1"), 404)
raises("an unknown file", RemoteEntryNotFoundError, lambda: download("none.txt"), 404)
raises("a file of an unknown revision", RevisionNotFoundError, lambda: download("README.md", "v1"), 404)
bad = HfApi(endpoint=hub_url, token="hf_bad")
raises("a bad token", HfHubHTTPError, lambda: bad.repo_info(**of_dataset), 401)
raises("a bad token for whoami", HfHubHTTPError, lambda: bad.whoami(), 401)
anonymous = HfApi(endpoint=hub_url, token=False)
raises("nobody, about a private repo", RepositoryNotFoundError, lambda: anonymous.repo_info(**of_dataset), 401)
raises("nobody, for a private file", RepositoryNotFoundError, lambda: download("README.md", token=False, cache_dir=tempfile.mkdtemp()), 401)
raises(
    "another owner's namespace",
    HfHubHTTPError,
    lambda: api.create_repo("other/clients", repo_type="dataset", private=True),
    403,
)
control("tokens", token="hf_reader", user="sambodhan", role="read")
reader = HfApi(endpoint=hub_url, token="hf_reader")
check("a read token sees a private repo", reader.repo_info(**of_dataset).private is True)
raises("a read token may not commit", HfHubHTTPError, lambda: reader.upload_file(path_or_fileobj=b"no", path_in_repo="no", **of_dataset), 403)
raises("a read token may not tag", HfHubHTTPError, lambda: reader.create_tag(**of_dataset, tag="no"), 403)
control("faults", method="PUT", path="^/_lfs/upload/", when="before", kind={"status": 503})
control("faults", method="POST", path="/commit/main$", when="after", kind={"status": 500})
raises(
    "a commit that is answered with 500",
    HfHubHTTPError,
    lambda: api.upload_file(path_or_fileobj=b"PAR1 again", path_in_repo="data/more.parquet", **of_dataset),
    500,
)
check("has been made, its upload sent again after a 503", download("data/more.parquet") == b"PAR1 again")
api.delete_tag(**of_dataset, tag="v20261123_010203")
check("delete_tag deletes a tag", api.list_repo_refs(**of_dataset).tags == [])
api.update_repo_settings(**of_dataset, private=False)
check("a public repo is seen by anybody", anonymous.repo_info(**of_dataset).private is False)
api.delete_repo(**of_dataset)
raises("delete_repo deletes the repo", RepositoryNotFoundError, lambda: api.repo_info(**of_dataset), 404)
raises("delete_repo of an unknown repo", RepositoryNotFoundError, lambda: api.delete_repo(**of_dataset), 404)

print("# datasets")


def grievances(prefix):
    features = Features({"grievance": Value("string"), "label": ClassLabel(names=["NORMAL", "URGENT"])})
    sizes = {"train": 8, "eval": 2, "test": 2}
    return DatasetDict(
        {
            split: Dataset.from_dict({"grievance": [f"{prefix} {split} नं {i}" for i in range(n)], "label": [i % 2 for i in range(n)]}, features)
            for split, n in sizes.items()
        }
    )


def data_files(revision="main"):
    return sorted(f for f in api.list_repo_files(PUSHED, repo_type="dataset", revision=revision) if f.startswith("data/"))


old, new = grievances("old"), grievances("new")
old.push_to_hub(PUSHED, token=token, private=True, num_shards={"train": 3, "eval": 1, "test": 1})
check("push_to_hub creates the repo private", api.repo_info(PUSHED, repo_type="dataset").private is True)
check("push_to_hub uploads every shard", len(data_files()) == 5, data_files())
api.create_tag(PUSHED, repo_type="dataset", tag="v1")
loaded = load_dataset(PUSHED, token=token, revision="v1")
check("load_dataset reads the splits", {name: len(loaded[name]) for name in loaded} == {"train": 8, "eval": 2, "test": 2}, loaded)
check("load_dataset reads the ClassLabel", loaded["train"].features == old["train"].features, loaded["train"].features)
check("load_dataset reads the rows", loaded["train"].to_dict() == old["train"].to_dict())

new.push_to_hub(PUSHED, token=token, private=True)
expected = [f"data/{name}-00000-of-00001.parquet" for name in ("eval", "test", "train")]
check("a push with fewer shards deletes the stale ones", data_files() == expected, data_files())
check("the tag still names the old files", len(data_files("v1")) == 5, data_files("v1"))
check("load_dataset reads main after the push", load_dataset(PUSHED, token=token)["train"].to_dict() == new["train"].to_dict())
reloaded = load_dataset(PUSHED, token=token, revision="v1", download_mode="force_redownload")
check("load_dataset reads the tag after the push", reloaded["train"].to_dict() == old["train"].to_dict())
streamed = list(load_dataset(PUSHED, token=token, revision="v1", split="train", streaming=True))
check("load_dataset streams by tag", streamed == list(old["train"]), streamed[:2])
named = load_dataset("parquet", data_files=f"hf://datasets/{PUSHED}@v1/data/test-*.parquet", token=token, split="train")
check("an hf:// address names files by tag", named["grievance"][:] == old["test"]["grievance"][:], named)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
