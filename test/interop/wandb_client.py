"""Tracks a run on the local W&B by the real client, which proves that the stand-in speaks W&B's protocol, and that
test/tracking/python-client.json, which the action's own requests are compared with, is what that client sends.

usage: wandb_client.py [--record] <base url> <api key>   (--record writes the file anew; `npm run format` after it)
"""

import json
import os
import sys
import tempfile
import urllib.request
from pathlib import Path

base_url, api_key = sys.argv[-2:]
record = "--record" in sys.argv
RECORDED = Path(__file__).parent.parent / "tracking" / "python-client.json"
scratch = tempfile.mkdtemp()
os.environ.update(
    WANDB_BASE_URL=base_url,
    WANDB_API_KEY=api_key,
    WANDB_MODE="online",
    WANDB_SILENT="true",
    WANDB_ERROR_REPORTING="false",
    WANDB_DIR=scratch,
    WANDB_CONFIG_DIR=scratch,
    WANDB_CACHE_DIR=scratch,
    WANDB_DATA_DIR=scratch,
)
os.chdir(scratch)

import wandb

PROJECT, TAGS = "sambodhan-dataset-pipeline", ["dataset-prep", "hf-space", "auto-sync"]
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}")


def ask(path):
    with urllib.request.urlopen(base_url + path) as response:
        return json.load(response)


def start():
    settings = wandb.Settings(
        console="off", disable_git=True, save_code=False, x_disable_stats=True, x_disable_meta=True,
        x_disable_machine_info=True, x_save_requirements=False, program="wandb_client.py",
    )  # fmt: skip
    config = {"random_state": 42, "split": "80/10/10"}
    return wandb.init(project=PROJECT, job_type="prepare_dataset", tags=TAGS, config=config, settings=settings)


def stored(run):
    return next(found for found in ask("/_local/runs") if found["name"] == run.id)


def traffic():
    """What the client said about runs, without what is true of this machine only."""
    kept = []
    for request in ask("/_local/requests"):
        if "/file_stream" not in request["path"] and request["operation"] is None:
            continue
        if request["operation"] is not None and request["operation"]["field"] == "createRunFiles":
            continue
        scheme = request["headers"]["authorization"].split(" ")[0]
        entry = {"path": request["path"], "scheme": scheme, "type": request["headers"]["content-type"]}
        if request["operation"] is None:
            kept.append({**entry, "stream": json.loads(request["body"])})
        else:
            kept.append({**entry, "operation": request["operation"]})
    return kept


def fields(requests):
    """Each call's name with the fields that were given, and every field of the file streams together."""
    calls, streams = {}, set()
    for request in requests:
        if "stream" in request:
            streams |= {name for name in request["stream"] if name != "uploaded"} | set(request["stream"].get("files") or {})
        else:
            given = sorted(name for name, value in request["operation"]["input"].items() if value is not None)
            calls.setdefault(request["operation"]["field"], given)
    return {"calls": calls, "streams": sorted(streams)}


run = start()
run.log({"db_connection_status": "success"})
run.log({"department_records_fetched": 18})
run.summary["department_dataset_version"] = "v20261123_010203"
run.alert(title="Department Dataset Updated", text="Version v20261123_010203", level=wandb.AlertLevel.INFO)
run.alert(title="Urgency Dataset Skipped", text="Only 7 usable rows", level=wandb.AlertLevel.WARN, wait_duration=300)
url = run.url
run.finish(exit_code=0)

found = stored(run)
requests = traffic()
check("init creates a run", found["project"] == PROJECT and found["jobType"] == "prepare_dataset", found)
check("with its tags", found["tags"] == TAGS, found["tags"])
check("and config", found["config"]["random_state"] == {"value": 42}, found["config"])
check("its page is told", url == f"{base_url}/{found['entity']}/{PROJECT}/runs/{run.id}", url)
logged = [{name: value for name, value in row.items() if name[0] != "_"} for row in found["history"]]
check("log adds a row each", logged == [{"db_connection_status": "success"}, {"department_records_fetched": 18}], logged)
check("rows are numbered", [row["_step"] for row in found["history"]] == [0, 1], found["history"])
summary = found["summary"]
check("the summary holds the last values", summary["department_records_fetched"] == 18, summary)
check("and what was set", summary["department_dataset_version"] == "v20261123_010203", summary)
told = sorted((alert["title"], alert["severity"], alert["waitDuration"]) for alert in found["alerts"])
wanted = [("Department Dataset Updated", "INFO", 60_000), ("Urgency Dataset Skipped", "WARN", 300_000)]
check("alert tells title, level and wait", told == wanted, told)
check("finish completes the run", (found["state"], found["exitCode"]) == ("finished", 0), found)

if record:
    RECORDED.write_text(json.dumps(requests, indent=2) + "\n")
    print(f"wrote {RECORDED}")
same = fields(requests) == fields(json.loads(RECORDED.read_text()))
check("the recorded requests are those of this client", same, fields(requests))
schemes = {request["scheme"] for request in requests}
check("every request is signed with Basic", schemes == {"Basic"}, schemes)

for exit_code, state in ((1, "failed"), (255, "killed")):
    run = start()
    run.finish(exit_code=exit_code)
    check(f"exit code {exit_code} is told", (stored(run)["state"], stored(run)["exitCode"]) == (state, exit_code))

viewer = wandb.Api(api_key=api_key).default_entity
check("the key's entity is told", viewer == found["entity"], viewer)

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
