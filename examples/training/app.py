"""A Space that trains on the version it is told of, and pauses itself when it is done.

trigger-retraining sets the variable DATASET_REVISION and restarts the Space (`pass-revision: true`). With
`wait-for: PAUSED` it waits for the end of the training: one that fails ends this process, the Space comes to
RUNTIME_ERROR, and the step fails. Variables: DATASET and MODEL, each owner/name. Secret: HF_TOKEN.
"""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from huggingface_hub import HfApi
from train import train

state = "Starting"


class Page(BaseHTTPRequestHandler):
    """Says what the Space is doing; the Hub takes a Space that answers for one that runs."""

    def do_GET(self) -> None:
        content = state.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_) -> None:
        """The Hub looks often: no line for each time."""


def show(text: str) -> None:
    global state
    state = text
    print(text, flush=True)


server = ThreadingHTTPServer(("", int(os.environ.get("PORT", "7860"))), Page)
serving = threading.Thread(target=server.serve_forever, daemon=True)
serving.start()

dataset, model = os.environ["DATASET"], os.environ["MODEL"]
revision = os.environ.get("DATASET_REVISION")
if revision is None:
    show(f"Waiting for a version of {dataset}: DATASET_REVISION is not set.")
else:
    show(f"Training {model} on {dataset} {revision}")
    scores = train(dataset, revision, model)
    show(f"Trained {model} on {dataset} {revision}: {scores}")
    HfApi().pause_space(os.environ["SPACE_ID"])
serving.join()
