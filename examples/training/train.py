"""Trains a text classifier on one version of a dataset, stores its scores in the card of the model, and uploads what the
new model and the model in production predict of the test split, for promote-model.

usage: train.py <dataset> <revision> <model> [<folder for predictions>]
for example: train.py acme/ticket-teams v20261123_010000 acme/ticket-teams-classifier predictions

Exactly this revision is loaded, whatever `main` holds by now. HF_TOKEN is a token that may read the dataset and write the
model; the model is created private. The revision of the new model is printed, and set as the output `candidate` of a step.
"""

import io
import json
import os
import sys
from pathlib import Path

import joblib
from datasets import ClassLabel, Value, load_dataset
from huggingface_hub import CommitOperationAdd, EvalResult, HfApi, ModelCardData, hf_hub_download, metadata_update
from huggingface_hub.errors import RevisionNotFoundError
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline


def train(dataset: str, revision: str, model: str, folder: str | None = None) -> dict[str, float]:
    """Trains on the split `train`, scores on `test`, publishes the model with its scores, and returns these.

    It uploads what this model and the one in production predict of `test`, and also writes them into the folder.
    """
    splits = load_dataset(dataset, revision=revision)
    features = splits["train"].features
    text = next((name for name, feature in features.items() if feature == Value("string")), None)
    label = next((name for name, feature in features.items() if isinstance(feature, ClassLabel)), None)
    if text is None or label is None:
        raise ValueError(f"{dataset} has no column of texts with one of classes: {features}")

    # Pieces of words do for every language, also where marks within words are no letters to a tokenizer.
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    classifier = make_pipeline(vectorizer, LogisticRegression(max_iter=1000))
    classifier.fit(splits["train"][text][:], splits["train"][label][:])

    expected, predicted = splits["test"][label][:], classifier.predict(splits["test"][text][:])
    scores = {
        "accuracy": float(accuracy_score(expected, predicted)),
        "f1": float(f1_score(expected, predicted, average="macro")),
    }
    publish(classifier, dataset, revision, model, scores)
    names = splits["test"].features[label].names
    files = {"candidate": lines_of(revision, [names[label] for label in predicted])}
    in_production = production_commit(model)
    if in_production is not None:
        production = joblib.load(hf_hub_download(model, "model.joblib", revision=in_production))
        labels = production.predict(splits["test"][text][:])
        files["production"] = lines_of(revision, [names[label] for label in labels])
    tell(upload_predictions(model, revision, files, in_production))
    if folder is not None:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (Path(folder) / f"{name}.jsonl").write_bytes(content)
    return scores


def production_commit(model: str) -> str | None:
    """Returns the commit of the tag `production`; None before the first promotion."""
    try:
        return HfApi().model_info(model, revision="production").sha
    except RevisionNotFoundError:
        return None


def lines_of(version: str, predicted: list[str]) -> bytes:
    """Returns a line for each row of the test split, in the order of its files."""
    entries = ({"row": row, "predicted": label, "version": version} for row, label in enumerate(predicted))
    return "".join(json.dumps(entry) + "\n" for entry in entries).encode()


def upload_predictions(model: str, version: str, files: dict[str, bytes], in_production: str | None) -> str:
    """Uploads the predictions after the model, for the job `promote` of retrain.yml. Returns the commit.

    The name of the second file has the commit of the model in production, so that it is not taken for that of another one.
    """
    names = {"candidate": "candidate", "production": f"production-{in_production}"}
    operations = [
        CommitOperationAdd(f"predictions/{version}/{names[name]}.jsonl", content) for name, content in files.items()
    ]
    return HfApi().create_commit(model, operations, commit_message=f"Predict the test split of {version}").oid


def tell(candidate: str) -> None:
    """Sets the revision of the new model as an output of the step, if this runs in one."""
    print(f"candidate {candidate}")
    if "GITHUB_OUTPUT" in os.environ:
        with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as outputs:
            outputs.write(f"candidate={candidate}\n")


def publish(classifier, dataset: str, revision: str, model: str, scores: dict[str, float]) -> None:
    """Uploads the model, then adds its scores to those of other versions in the card's model-index.

    The card names the version and the hash of its rows, so that the commit that is promoted says what it was trained on.
    """
    api = HfApi()
    api.create_repo(model, private=True, exist_ok=True)
    content = io.BytesIO()
    joblib.dump(classifier, content)
    api.upload_file(
        path_or_fileobj=content,
        path_in_repo="model.joblib",
        repo_id=model,
        commit_message=f"Train on {dataset} {revision}",
    )
    if not api.file_exists(model, "README.md"):
        card = f"---\nlibrary_name: sklearn\n---\n\n# {model.split('/')[1]}\n"
        api.upload_file(path_or_fileobj=card.encode(), path_in_repo="README.md", repo_id=model)
    metadata = json.loads(Path(hf_hub_download(dataset, "dataset_metadata.json", repo_type="dataset", revision=revision)).read_text("utf-8"))
    names = {"accuracy": "Accuracy", "f1": "Macro F1"}
    results = [
        EvalResult(
            task_type="text-classification",
            dataset_type=dataset,
            dataset_name=dataset,
            dataset_split="test",
            dataset_revision=revision,
            dataset_args={"content_sha256": metadata["content_sha256"]},
            metric_type=metric,
            metric_name=names[metric],
            metric_value=value,
        )
        for metric, value in scores.items()
    ]
    data = ModelCardData(model_name=model, datasets=[dataset], eval_results=results)
    metadata_update(model, data.to_dict(), overwrite=True, commit_message=f"Score on {dataset} {revision}")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5) or "" in sys.argv:
        sys.exit(__doc__)
    print(train(*sys.argv[1:]))
