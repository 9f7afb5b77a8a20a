"""Runs spark/prepare.py for each line of JSON it reads, {plan, out, changes}, in one Spark session; answers each by a line."""

import importlib.util
import json
import os
import sys
import traceback

from pyspark.sql import SparkSession


def load(path, changes):
    """The program with other values of its constants."""
    spec = importlib.util.spec_from_file_location("prepare", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, value in changes.items():
        setattr(module, name, value)
    return module


def open_session(jars):
    settings = {
        "spark.jars": jars,
        "spark.driver.memory": "1g",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "3",
        "spark.log.level": "ERROR",
    }
    remote = os.environ.get("SPARK_REMOTE")
    builder = SparkSession.builder.appName("checks")
    builder = builder.remote(remote) if remote else builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def main(program, jars):
    spark = open_session(jars)
    for line in sys.stdin:
        job = json.loads(line)
        try:
            load(program, job["changes"]).main(["--plan", job["plan"], "--out", job["out"]], spark)
            error = None
        except Exception:
            error = traceback.format_exc()
        print("done " + json.dumps({"error": error}), flush=True)
    spark.stop()


main(*sys.argv[1:])
