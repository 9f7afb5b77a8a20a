"""Trains a text classifier on one version of a dataset, and tells its scores in the card of the model.

usage: train.py <dataset> <revision> <model>
for example: train.py acme/ticket-teams v20261123_010000 acme/ticket-teams-classifier

Exactly this revision is loaded, whatever `main` holds by now. HF_TOKEN is a token that may read the dataset and write the
model; the model is created private.
"""

import io
import sys

import joblib
from datasets import ClassLabel, Value, load_dataset
from huggingface_hub import EvalResult, HfApi, ModelCardData, metadata_update
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline


def train(dataset: str, revision: str, model: str) -> dict[str, float]:
    """Trains on the split `train`, scores on `test`, publishes the model with its scores, and returns these."""
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
    return scores


def publish(classifier, dataset: str, revision: str, model: str, scores: dict[str, float]) -> None:
    """Uploads the model, then adds its scores to those of other versions in the card's model-index."""
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
    names = {"accuracy": "Accuracy", "f1": "Macro F1"}
    results = [
        EvalResult(
            task_type="text-classification",
            dataset_type=dataset,
            dataset_name=dataset,
            dataset_split="test",
            dataset_revision=revision,
            metric_type=metric,
            metric_name=names[metric],
            metric_value=value,
        )
        for metric, value in scores.items()
    ]
    data = ModelCardData(model_name=model, datasets=[dataset], eval_results=results)
    metadata_update(model, data.to_dict(), overwrite=True, commit_message=f"Score on {dataset} {revision}")


if __name__ == "__main__":
    if len(sys.argv) != 4 or "" in sys.argv:
        sys.exit(__doc__)
    print(train(*sys.argv[1:]))
