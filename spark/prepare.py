"""Prepares datasets of human corrections by Apache Spark, as prepare-dataset itself would.

    spark-submit --packages org.postgresql:postgresql:<version> prepare.py --plan plan.json --out out

Needs Python's standard library and PySpark 3.5 or 4 (also by Spark Connect), and PostgreSQL's JDBC driver where the
executors are. The password is in the variable PREPARE_DATASET_POSTGRES_PASSWORD, or in a file
`{"password": "..."}` that the variable PREPARE_DATASET_SECRETS names.

Below the folder `out`, which must not be there yet, come

    <dataset>/<split>/part-*.parquet   rows in the order of their ranks, files in the order of their names
    <dataset>/dropped/part-*           dropped rows as JSON Lines
    report.json/part-*                 one line of JSON: counts of each dataset; written last
"""

import argparse
import json
import os
from functools import reduce

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# What Python's \s means in a text, which is not what Java's does.
WHITE = (
    "\\u0009-\\u000D\\u001C-\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A"
    "\\u2028\\u2029\\u202F\\u205F\\u3000"
)
# Quantifiers are possessive, and a tag that is not closed is taken whole, so that time is linear in a text's length.
URL = f"(?:https?://|www\\.)[^{WHITE}]++"
TAG = "<[^>\\n]*+>|(<[^>\\n]*+)"
WHITE_RUN = f"[{WHITE}]++"
WHITE_END = f"^[{WHITE}]++|(?<![{WHITE}])[{WHITE}]++\\z"
SEPARATOR = "\x1f"

RANK_DIGITS = 16
MOST_UNKNOWN_NAMES = 100
MOST_NAME_CHARACTERS = 80
MOST_ID_CHARACTERS = 80
MOST_ID_BYTES = 4 * (MOST_ID_CHARACTERS + 1)
MOST_PAIRS = 1000
OTHER_NAMES = "(other names)"

SHARD_BYTES = 250_000_000
ROW_GROUP_BYTES = 32 << 20

# In the order in which rows of the same id are told.
REASONS = ["no-text", "empty", "unknown-class", "conflict", "outvoted"]


def main(arguments=None, spark=None):
    """Does what the plan says. `spark` is a session to use, else one is made, or that of SPARK_REMOTE."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plan", required=True, help="path or URL of the plan")
    parser.add_argument("--out", required=True, help="path or URL of a folder to be made")
    options = parser.parse_args(arguments)
    spark = spark or SparkSession.builder.appName("prepare-dataset").getOrCreate()
    plan = json.loads(read_text(spark, options.plan))
    if plan.get("version") != 2:
        raise SystemExit(f"The plan is of version {plan.get('version')}, and this program knows 2 only.")
    database = Database(spark, plan["database"], read_password())
    out = options.out.rstrip("/")
    reports = [prepare(database, dataset, f"{out}/{dataset['name']}") for dataset in plan["datasets"]]
    report = {"version": 2, "spark": spark.version, "datasets": reports}
    lines = spark.createDataFrame([(json.dumps(report),)], "value string")
    lines.coalesce(1).write.text(f"{out}/report.json")


def read_text(spark, path):
    if "://" not in path:
        with open(path, encoding="utf-8") as file:
            return file.read()
    return spark.read.text(path, wholetext=True).first()[0]


def read_password():
    password = os.environ.get("PREPARE_DATASET_POSTGRES_PASSWORD")
    secrets = os.environ.get("PREPARE_DATASET_SECRETS")
    if password is None and secrets:
        with open(secrets, encoding="utf-8") as file:
            password = json.load(file).get("password")
    return password


class Database:
    """Reads tables of the plan, all on its snapshot."""

    def __init__(self, spark, target, password):
        self.spark = spark
        self.connections = target["connections"]
        self.url = target["url"]
        self.properties = {
            "driver": "org.postgresql.Driver",
            "user": target["user"],
            "fetchsize": str(target["fetchSize"]),
            "sessionInitStatement": target["sessionStart"],
        }
        if password is not None:
            self.properties["password"] = password

    def read(self, table, settings):
        name = f"({table['sql']}) AS planned"
        start = f"{self.properties['sessionInitStatement']}; {settings}"
        properties = {**self.properties, "sessionInitStatement": start}
        return self.spark.read.jdbc(self.url, name, predicates=table["parts"], properties=properties)


def prepare(database, dataset, out):
    """Reads and writes one dataset; returns what is reported of it."""
    rows = label(clean(read(database, dataset), dataset), dataset).persist(StorageLevel.MEMORY_AND_DISK)
    texts = deduplicate(rows).persist(StorageLevel.MEMORY_AND_DISK)
    try:
        dropped = find_dropped(rows, texts).persist(StorageLevel.MEMORY_AND_DISK)
        try:
            write_dropped(dropped, f"{out}/dropped")
            counts = count_rows(rows, texts, dropped, dataset)
        finally:
            dropped.unpersist()
        splits = write_splits(texts, dataset, out)
        return {"name": dataset["name"], "counts": counts, "splits": splits}
    finally:
        texts.unpersist()
        rows.unpersist()


def read(database, dataset):
    """The rows as they are in the database, from no more connections at once than there may be."""
    wanted = {
        "id": dataset["id"],
        "label": dataset["label"]["field"],
        "group": dataset["group"],
        "predicted": dataset["predicted"],
        "time": dataset["time"],
        **{f"text_{index}": text["field"] for index, text in enumerate(dataset["texts"])},
    }

    def fields_of(table, source):
        columns = [no_text().alias(name) if field is None else F.col(field).alias(name) for name, field in wanted.items()]
        return database.read(table, dataset["sessionSettings"]).select(F.lit(source).alias("source"), *columns)

    tables = [(table, "reviewed") for table in dataset["corrections"]]
    tables += [(table, "confirmed") for table in dataset["confirmed"]]
    rows = reduce(lambda some, others: some.unionByName(others), (fields_of(*table) for table in tables))
    return rows.coalesce(database.connections)


def clean(rows, dataset):
    """Adds each row's identity, and what is wrong with its texts."""
    names = [f"text_{index}" for index in range(len(dataset["texts"]))]
    rows = rows.withColumns({name: cleaned(F.col(name)) for name in names})
    problems = [
        F.when(F.col(name).isNull(), F.lit("no-text")).when(F.col(name) == "", F.lit("empty")) for name in names
    ]
    return rows.withColumns({"problem": F.coalesce(*problems), "identity": F.concat_ws(SEPARATOR, *names)}).drop(*names)


def cleaned(text):
    without_urls = F.regexp_replace(text, URL, "")
    without_tags = F.regexp_replace(without_urls, TAG, "$1")
    return F.trim(F.regexp_replace(without_tags, WHITE_RUN, " "))


def label(rows, dataset):
    """Adds class ids, ranks, and the names that are no class."""
    seed, names = dataset["seed"], dataset["classNames"]
    bare = F.regexp_replace("label", WHITE_END, "")
    rows = rows.withColumn("class", class_id(bare, names))
    is_unknown = F.col("problem").isNull() & F.col("class").isNull()
    rows = rows.withColumns(
        {
            "unknown": F.when(is_unknown, F.substring(bare, 1, MOST_NAME_CHARACTERS)),
            "problem": F.when(is_unknown, F.lit("unknown-class")).otherwise(F.col("problem")),
            "predicted": class_id(F.regexp_replace("predicted", WHITE_END, ""), names),
            "rank": rank(seed, F.coalesce("group", "identity")),
            "id": F.coalesce("id", F.lit("")),
        }
    )
    return rows.drop("label", "group")


def class_id(name, names):
    """The number of a class, NULL for what is none."""
    if not names:
        return F.lit(None).cast("int")
    found = position(names, name).cast("int") - 1
    return F.when(found >= 0, found)


def position(values, value):
    """Position of a value among others from 1, 0 for none; `F.array_position` takes no column before PySpark 4."""
    return F.call_function("array_position", F.array(*map(F.lit, values)), value)


def rank(seed, text):
    digest = F.sha2(F.concat(F.lit(f"{seed}:"), text).cast("binary"), 256)
    return F.substring(digest, 1, RANK_DIGITS)


def no_text():
    return F.lit(None).cast("string")


def deduplicate(rows):
    """One row for each text. Where it has reviewed rows, the others do not count."""
    is_reviewed = F.col("source") == "reviewed"
    by_source = {True: is_reviewed, False: ~is_reviewed}
    measures = [
        measure(F.when(condition, F.col(column))).alias(f"{prefix}_{column}_{name}")
        for prefix, condition in (("reviewed", by_source[True]), ("confirmed", by_source[False]))
        for column, name, measure in (("class", "min", F.min), ("class", "max", F.max), ("rank", "min", F.min))
    ]
    texts = rows.where(F.col("problem").isNull()).groupBy("identity").agg(F.count("*").alias("copies"), *measures)
    has_reviewed = F.col("reviewed_class_min").isNotNull()

    def counted(name):
        return F.when(has_reviewed, F.col(f"reviewed_{name}")).otherwise(F.col(f"confirmed_{name}"))

    return texts.select(
        "identity",
        "copies",
        counted("class_min").alias("class"),
        (counted("class_min") != counted("class_max")).alias("conflicts"),
        (has_reviewed & ~is_all_of("confirmed", F.col("reviewed_class_min"))).alias("outvotes"),
        counted("rank_min").alias("rank"),
    )


def is_all_of(source, class_):
    """True where all rows of a source have this class, or it has none."""
    lowest, highest = F.col(f"{source}_class_min"), F.col(f"{source}_class_max")
    return lowest.isNull() | ((lowest == class_) & (highest == class_))


def find_dropped(rows, texts):
    """The rows that are dropped and are no copies of rows that are left."""
    problems = rows.where(F.col("problem").isNotNull()).select("id", "source", F.col("problem").alias("reason"))
    disputed = texts.where(F.col("conflicts") | F.col("outvotes")).select(
        "identity", "conflicts", F.col("class").alias("kept")
    )
    reason = F.when(F.col("conflicts"), F.lit("conflict")).when(F.col("class") != F.col("kept"), F.lit("outvoted"))
    usable = rows.where(F.col("problem").isNull())
    disputes = usable.join(disputed, "identity").select("id", "source", reason.alias("reason"))
    return problems.unionByName(disputes.where(F.col("reason").isNotNull()))


def write_dropped(dropped, path):
    order = [
        F.when(F.col("source") == "reviewed", 0).otherwise(1),
        F.least(F.octet_length("id"), F.lit(MOST_ID_BYTES)),
        F.col("id"),
        position(REASONS, F.col("reason")),
    ]
    is_long = F.length("id") > MOST_ID_CHARACTERS
    told = F.when(is_long, F.concat(F.substring("id", 1, MOST_ID_CHARACTERS), F.lit("…"))).otherwise(F.col("id"))
    lines = dropped.orderBy(*order).select(F.to_json(F.struct(told.alias("id"), "source", "reason")).alias("value"))
    lines.write.text(path)


def count_rows(rows, texts, dropped, dataset):
    """The counts, named as in src/engine/rows/row-counts.ts; the newest correction in seconds since 1970."""
    fetched = by_key(rows, "source")
    reasons = by_key(dropped, "reason")
    left = texts.agg(
        F.count_if(~F.col("conflicts")).alias("kept"),
        F.count_if("conflicts").alias("conflicting"),
    ).first()
    total = sum(fetched.values())
    cleaned_rows = total - reasons.get("no-text", 0) - reasons.get("empty", 0)
    labelled = cleaned_rows - reasons.get("unknown-class", 0)
    conflicts, outvoted = reasons.get("conflict", 0), reasons.get("outvoted", 0)
    return {
        "fetched": {"reviewed": fetched.get("reviewed", 0), "pool": fetched.get("confirmed", 0)},
        "stages": {"fetched": total, "cleaned": cleaned_rows, "labelled": labelled, "deduplicated": left["kept"]},
        "dropped": {
            "nullMessage": reasons.get("no-text", 0),
            "invalidUtf8": 0,
            "empty": reasons.get("empty", 0),
            "pii": 0,
            "unknownClass": reasons.get("unknown-class", 0),
            "malformed": 0,
            "duplicate": labelled - left["kept"] - outvoted - conflicts,
            "outvoted": outvoted,
            "conflicting": conflicts,
        },
        "unknownClassNames": count_unknown(rows),
        "conflictingTexts": left["conflicting"],
        **correction_times(rows, dataset),
        "predictions": None if dataset["predicted"] is None else count_predictions(rows),
    }


def by_key(rows, column):
    return {key: count for key, count in rows.groupBy(column).count().collect()}


def count_unknown(rows):
    unknown = rows.where(F.col("unknown").isNotNull())
    names = unknown.groupBy("unknown").count().orderBy(F.desc("count"), "unknown")
    told = [{"name": name, "rows": count} for name, count in names.limit(MOST_UNKNOWN_NAMES).collect()]
    others = 0 if len(told) < MOST_UNKNOWN_NAMES else unknown.count() - sum(name["rows"] for name in told)
    told += [{"name": OTHER_NAMES, "rows": others}] if others > 0 else []
    return sorted(told, key=lambda name: -name["rows"])


def correction_times(rows, dataset):
    """The newest correction that is not in the future, and how many are; NaN is no time, and above any to Spark."""
    if dataset["time"] is None:
        return {"newestCorrection": None, "futureCorrections": 0}
    time, until = F.col("time").cast("double"), F.lit(float(dataset["timeUntil"]))
    is_past = (time > float("-inf")) & (time <= until)
    is_future = (time > until) & ~F.isnan(time)
    measures = F.max(F.when(is_past, time)), F.count_if(is_future)
    newest, future = rows.where(F.col("source") == "reviewed").agg(*measures).first()
    return {"newestCorrection": newest, "futureCorrections": future}


def count_predictions(rows):
    corrections = rows.where((F.col("source") == "reviewed") & F.col("class").isNotNull())
    pairs = [tuple(pair) for pair in corrections.groupBy("predicted", "class").count().collect()]
    pairs.sort(key=lambda pair: (-pair[2], pair[1], -1 if pair[0] is None else pair[0]))
    return {
        "reviewed": sum(count for _, _, count in pairs),
        "corrected": sum(count for predicted, right, count in pairs if predicted != right),
        "pairs": pairs[:MOST_PAIRS],
    }


def write_splits(texts, dataset, out):
    """Writes each split in the order of ranks, then of texts; returns the rows of each and those of its classes."""
    kept = texts.where(~F.col("conflicts")).withColumn("split", split_of(dataset))
    sizes = F.count("*").alias("rows"), F.sum(F.octet_length("identity") + 12).alias("bytes")
    measured = kept.groupBy("split", "class").agg(*sizes).collect()
    report = {}
    for split in ("train", "eval", "test"):
        parts = [part for part in measured if part["split"] == split]
        shards = 1 + sum(part["bytes"] for part in parts) // SHARD_BYTES
        write_shards(kept.where(F.col("split") == split), dataset, shards, f"{out}/{split}")
        classes = {part["class"]: part["rows"] for part in parts}
        report[split] = {
            "rows": sum(classes.values()),
            "classRows": [classes.get(class_, 0) for class_ in range(len(dataset["classNames"]))],
        }
    return report


def split_of(dataset):
    is_below = [F.col("rank") < dataset[bound] for bound in ("testBelow", "evalBelow")]
    return F.when(is_below[0], "test").when(is_below[1], "eval").otherwise("train")


def write_shards(rows, dataset, shards, path):
    ordered = rows.repartitionByRange(shards, "rank", "identity").sortWithinPartitions("rank", "identity")
    texts = F.split("identity", SEPARATOR, -1)
    columns = [texts[index].alias(text["column"]) for index, text in enumerate(dataset["texts"])]
    if len(columns) == 1:
        columns = [F.col("identity").alias(dataset["texts"][0]["column"])]
    classes = F.col("class").cast("bigint").alias(dataset["label"]["column"])
    writer = ordered.select(*columns, classes).write.option("compression", "zstd")
    writer.option("parquet.block.size", ROW_GROUP_BYTES).parquet(path)


if __name__ == "__main__":
    main()
