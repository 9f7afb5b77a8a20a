"""The Python service this project replaces, as one run of it: the same libraries, queries, order and calls.

W&B is disabled by its own switch, so that it is loaded and called as in the service but sends nothing. Mended: the
service asks `wandb.Settings` for a start method that W&B no longer has, which ends it before it begins.
Settings come from the environment variables of the service: POSTGRES_URL, DEPARTMENT_DATASET, URGENCY_DATASET,
HF_TOKEN, WANDB_API_KEY, MIN_DATASET_LEN; WANDB_MODE=disabled disables W&B, HF_ENDPOINT names the Hub.
"""

import json
import os
import re
import time
from datetime import UTC, datetime

import pandas as pd
import wandb
from datasets import Dataset, DatasetDict
from dotenv import load_dotenv
from huggingface_hub import HfApi, create_repo
from sklearn.model_selection import train_test_split
from sqlalchemy import create_engine, text

CLASSES = {
    "department": [
        "Municipal Governance & Community Services",
        "Education, Health & Social Welfare",
        "Infrastructure, Utilities & Natural Resources",
        "Security & Law Enforcement",
    ],
    "urgency": ["NORMAL", "URGENT", "HIGHLY URGENT"],
}


def fetch(label, engine, correct_ratio=0.5, random_state=42):
    reviewed_query = text(f"""
        SELECT c.message AS grievance, mc.correct_department AS department, mc.correct_urgency AS urgency
        FROM misclassified_complaints mc JOIN complaints c ON c.id = mc.complaint_id
        WHERE mc.reviewed = TRUE AND mc.correct_{label} IS NOT NULL
          AND mc.model_predicted_{label} IS DISTINCT FROM mc.correct_{label}""")
    pool_query = text(f"""
        SELECT c.id AS complaint_id, c.message AS grievance, c.department AS department, c.urgency AS urgency
        FROM complaints c
        WHERE c.id NOT IN (SELECT complaint_id FROM misclassified_complaints) AND c.{label} IS NOT NULL""")
    with engine.connect() as connection:
        reviewed = pd.read_sql(reviewed_query, connection)
    wanted = int(len(reviewed) * correct_ratio)
    with engine.connect() as connection:
        pool = pd.read_sql(pool_query, connection)
    sample = pool.sample(n=min(wanted, len(pool)), random_state=random_state).reset_index(drop=True)
    return pd.concat([reviewed.reset_index(drop=True), sample], ignore_index=True)


def clean(message):
    message = re.sub(r"https?://\S+|www\.\S+", "", message)
    message = re.sub(r"<.*?>", "", message)
    message = re.sub(r"\n", " ", message)
    return re.sub(r"\s+", " ", message).strip()


def split(frame):
    train, rest = train_test_split(frame, test_size=0.1 + 0.1, random_state=42, stratify=frame["label"])
    evaluation, test = train_test_split(rest, test_size=1 - 0.1 / (0.1 + 0.1), random_state=42, stratify=rest["label"])
    parts = {"train": train, "eval": evaluation, "test": test}
    return DatasetDict({name: Dataset.from_pandas(part.reset_index(drop=True)) for name, part in parts.items()})


def push(frame, token, repo, label):
    frame = frame.copy()
    frame["grievance"] = frame["grievance"].apply(clean)
    frame["label"] = frame[label].map({name: number for number, name in enumerate(CLASSES[label])})
    frame = frame[["grievance", "label"]].dropna()
    dataset = split(frame)
    stamp = datetime.now(UTC).strftime("%Y%m%d_%H%M%S")
    api = HfApi()
    create_repo(repo_id=repo, token=token, repo_type="dataset", private=False, exist_ok=True)
    message = f"Dataset update ({label}) - {stamp}"
    dataset.push_to_hub(repo, token=token, commit_message=message)
    metadata = {
        "dataset_name": repo,
        "version_tag": f"v{stamp}",
        "label_column": label,
        "created_at": datetime.now(UTC).isoformat(),
        "commit_message": message,
        "num_samples": len(frame),
        "splits": {name: len(part) for name, part in dataset.items()},
        "author": "mr-kush",
        "description": f"Processed and versioned dataset for {label} classification.",
    }
    upload = dict(repo_id=repo, repo_type="dataset", token=token)
    content = json.dumps(metadata, indent=4).encode()
    api.upload_file(path_or_fileobj=content, path_in_repo="dataset_metadata.json", commit_message=f"Add metadata for version v{stamp}", **upload)
    api.upload_file(path_or_fileobj=card(metadata).encode(), path_in_repo="README.md", commit_message=f"Update README.md (v{stamp})", **upload)
    api.create_tag(repo_id=repo, repo_type="dataset", tag=f"v{stamp}", token=token)


def card(metadata):
    rows = "\n".join(f"- **{name.capitalize()}**: {count} samples" for name, count in metadata["splits"].items())
    return f"""---
language:
- en
- ne
task_categories:
- text-classification
license: apache-2.0
size_categories:
- 1K<n<10K
---

# Dataset: `{metadata["dataset_name"]}`

{metadata["description"]}

## Version Information
- **Version Tag:** `{metadata["version_tag"]}`
- **Total Samples:** {metadata["num_samples"]}

## Dataset Splits
{rows}
"""


load_dotenv()
DATASETS = {"department": os.environ["DEPARTMENT_DATASET"], "urgency": os.environ["URGENCY_DATASET"]}
wandb.login(key=os.environ["WANDB_API_KEY"])
run = wandb.init(
    project="sambodhan-dataset-pipeline",
    job_type="prepare_dataset",
    config={**DATASETS, "timestamp": time.strftime("%Y-%m-%d %H:%M:%S")},
    tags=["dataset-prep", "hf-space", "auto-sync"],
)
wandb.log({"status": "starting_pipeline"})
engine = create_engine(os.environ["POSTGRES_URL"], pool_pre_ping=True)
with engine.connect() as connection:
    connection.exec_driver_sql("SELECT 1")
wandb.log({"db_connection_status": "success"})
for label, repo in DATASETS.items():
    frame = fetch(label, engine)
    wandb.log({f"{label}_records_fetched": len(frame)})
    if len(frame) < int(os.environ.get("MIN_DATASET_LEN", 1000)):
        wandb.alert(title=f"{label.capitalize()} Dataset Skipped", text=f"{len(frame)} rows", level=wandb.AlertLevel.WARN)
        continue
    push(frame, os.environ["HF_TOKEN"], repo, label)
    wandb.log({f"{label}_push_status": "success"})
    wandb.alert(title=f"{label.capitalize()} Dataset Updated", text=repo, level=wandb.AlertLevel.INFO)
wandb.log({"status": "completed"})
run.finish(exit_code=0)
