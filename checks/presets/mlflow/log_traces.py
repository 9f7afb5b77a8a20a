"""Logs traces and assessments by MLflow's own client, and prints the ids of the assessments as JSON.

usage: log_traces.py <tracking uri> < cases.json

cases.json is a list of {"experiment": …, "inputs": …, "outputs": …, "assessments": […], "child": …}. An assessment has `name`,
`kind` (feedback or expectation), `value`, `user`, and may have `source`, `error`, `of_child`, and `then`: what its user
replaced it by.
"""

import json
import sys

import mlflow
from mlflow.entities import AssessmentError, AssessmentSource

SOURCE = "HUMAN"


def source_of(assessment):
    return AssessmentSource(source_type=assessment.get("source", SOURCE), source_id=assessment["user"])


def log(trace_id, child_id, assessment):
    given = {"trace_id": trace_id, "name": assessment["name"], "source": source_of(assessment)}
    if assessment.get("of_child"):
        given["span_id"] = child_id
    if assessment["kind"] == "expectation":
        return mlflow.log_expectation(value=assessment["value"], **given)
    if "error" in assessment:
        error = AssessmentError(error_code="FAILED", error_message=assessment["error"])
        return mlflow.log_feedback(error=error, **given)
    logged = mlflow.log_feedback(value=assessment["value"], **given)
    if "then" in assessment:
        return mlflow.override_feedback(
            trace_id=trace_id,
            assessment_id=logged.assessment_id,
            value=assessment["then"],
            source=source_of(assessment),
        )
    return logged


def run(case):
    mlflow.set_experiment(case["experiment"])
    with mlflow.start_span(name="answer") as root:
        root.set_inputs(case["inputs"])
        with mlflow.start_span(name="model") as child:
            child.set_inputs(case.get("child", {}).get("inputs"))
            child.set_outputs(case.get("child", {}).get("outputs"))
        root.set_outputs(case["outputs"])
    return [log(root.trace_id, child.span_id, each).assessment_id for each in case["assessments"]]


mlflow.set_tracking_uri(sys.argv[1])
cases = json.load(sys.stdin)
# The number of an experiment is in the order in which they are first named.
print("\n" + json.dumps([run(case) for case in cases]))
