"""Drives a Space of the local Hub by the real client, which proves that the stand-in speaks the Hub's protocol.

usage: space_client.py <hub url> <token>
"""

import os
import sys
import tempfile
from datetime import datetime

hub_url, token = sys.argv[1:]
os.environ.update(HF_ENDPOINT=hub_url, HF_HUB_DISABLE_XET="1", HF_HOME=tempfile.mkdtemp())

from huggingface_hub import HfApi, SpaceStage
from huggingface_hub.errors import BadRequestError, HfHubHTTPError, RepositoryNotFoundError

api = HfApi(endpoint=hub_url, token=token)
SPACE, PAGE = "sambodhan/retrain", "sambodhan/page"
passed = failed = 0


def check(name, condition, detail=""):
    global passed, failed
    passed, failed = passed + bool(condition), failed + (not condition)
    print(f"ok {name}" if condition else f"FAIL {name}: {detail}")


def refusal(action):
    try:
        action()
    except Exception as error:
        return error
    return None


def stages():
    """Stages the Space goes through until it rests in one."""
    seen = []
    while not seen or seen[-1] not in (SpaceStage.RUNNING, SpaceStage.PAUSED):
        seen.append(api.get_space_runtime(SPACE).stage)
    return seen


url = api.create_repo(SPACE, repo_type="space", space_sdk="docker", private=True)
check("create_repo makes a Space", url.repo_id == SPACE and url.repo_type == "space", url)
runtime = api.get_space_runtime(SPACE)
check("get_space_runtime tells stage and hardware", (runtime.stage, runtime.hardware) == ("RUNNING", "cpu-basic"), runtime)

paused = api.pause_space(SPACE)
check("pause_space pauses", paused.stage == SpaceStage.PAUSED, paused)
check("pause_space pauses a paused Space", api.pause_space(SPACE).stage == SpaceStage.PAUSED)
check("a paused Space stays paused", stages() == [SpaceStage.PAUSED])

restarted = api.restart_space(SPACE)
check("restart_space starts a new runtime", restarted.stage == SpaceStage.RUNNING_APP_STARTING, restarted)
check("which comes to RUNNING", stages() == [SpaceStage.APP_STARTING, SpaceStage.RUNNING])
rebuilt = api.restart_space(SPACE, factory_reboot=True)
check("factory_reboot builds", rebuilt.stage == SpaceStage.RUNNING_BUILDING, rebuilt)
check("and comes to RUNNING", stages() == [SpaceStage.BUILDING, SpaceStage.APP_STARTING, SpaceStage.RUNNING])

variables = api.add_space_variable(SPACE, "DATASET_REVISION", "v20260101_000000")
check("add_space_variable sets a variable", variables["DATASET_REVISION"].value == "v20260101_000000", variables)
check("its date can be read", isinstance(variables["DATASET_REVISION"].updated_at, datetime), variables)
api.add_space_variable(SPACE, "DATASET_REVISION", "v20260102_000000")
listed = api.get_space_variables(SPACE)
check("get_space_variables tells the last value", listed["DATASET_REVISION"].value == "v20260102_000000", listed)

api.create_repo(PAGE, repo_type="space", space_sdk="static")
error = refusal(lambda: api.pause_space(PAGE))
check("a static Space cannot be paused", isinstance(error, BadRequestError), error)
error = refusal(lambda: api.restart_space("sambodhan/missing"))
check("a missing Space is not found", isinstance(error, RepositoryNotFoundError), error)
stranger = HfApi(endpoint=hub_url, token="hf_nobody")
error = refusal(lambda: stranger.pause_space(PAGE))
check("an unknown token is refused", isinstance(error, HfHubHTTPError) and error.response.status_code == 401, error)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
