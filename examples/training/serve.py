"""A Space that serves the model in production: `GET /?text=…` answers with the class of a text.

promote-model sets the variable MODEL_REVISION and restarts the Space; without it, the tag `production` is served. Variable: MODEL,
owner/name. Secret: HF_TOKEN, which may read the model.
"""

import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import joblib
from huggingface_hub import hf_hub_download

revision = os.environ.get("MODEL_REVISION", "production")
classifier = joblib.load(hf_hub_download(os.environ["MODEL"], "model.joblib", revision=revision))


class Answers(BaseHTTPRequestHandler):
    """Answers with the id of the class, and the revision that says so."""

    def do_GET(self) -> None:
        texts = parse_qs(urlparse(self.path).query).get("text", [])
        answer = {"revision": revision, "classes": [int(label) for label in classifier.predict(texts)] if texts else []}
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_) -> None:
        """A text of a request is not logged."""


ThreadingHTTPServer(("", int(os.environ.get("PORT", "7860"))), Answers).serve_forever()
