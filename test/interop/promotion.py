"""Compares the statistics of promote-model with SciPy, statsmodels and seqeval over random cases, and proves by huggingface_hub's own
calls that the local Hub keeps the tags of a model as the real one does.

usage: promotion.py <node> <endpoint> <token>
"""

import json
import math
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
from huggingface_hub import HfApi
from huggingface_hub.errors import HfHubHTTPError, RevisionNotFoundError
from scipy import optimize, stats
from seqeval.metrics import classification_report, f1_score
from statsmodels.stats.contingency_tables import mcnemar

passed = failed = 0


def check(name, holds, details=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAIL {name}: {details}")


def near(ours, theirs, within=1e-9):
    return math.isclose(ours, theirs, rel_tol=within, abs_tol=within)


def random_case(chance):
    """One stratum or two of right and wrong predictions."""
    count = chance.choice([1, 2])
    share = chance.uniform(0.02, 0.98)
    strata = []
    for number in range(count):
        rows = chance.choice([20, 100, 700])
        wrong, change = chance.choice([0, 0.05, 0.3, 1]), chance.choice([0, 0.01, 0.1, 0.5])
        production = [int(chance.random() < wrong) for _ in range(rows)]
        candidate = [1 - loss if chance.random() < change else loss for loss in production]
        part = 1 if count == 1 else (share, 1 - share)[number]
        strata.append({"share": part, "production": production, "candidate": candidate})
    return {"alpha": chance.choice([0.01, 0.05, 0.1, 0.3]), "strata": strata}


def score_bound(rows, gained, lost, z):
    """Tango's lower bound, with the constrained estimate found by maximising the likelihood instead of by its closed form."""

    def statistic(delta):
        def minus_log_likelihood(q):
            cells = ((gained, q + delta), (lost, q), (rows - gained - lost, 1 - 2 * q - delta))
            return -sum(count * math.log(max(p, 1e-300)) for count, p in cells if count > 0)

        low, high = max(0.0, -delta), (1 - delta) / 2
        q = optimize.minimize_scalar(minus_log_likelihood, bounds=(low, high), method="bounded", options={"xatol": 1e-12}).x
        variance = (2 * q + delta - delta**2) / rows
        return ((gained - lost) / rows - delta) / math.sqrt(max(variance, 1e-30))

    estimate = (gained - lost) / rows
    return optimize.brentq(lambda delta: statistic(delta) - z, -1 + 1e-9, estimate - 1e-9, xtol=1e-10)


def bootstrap_gain(strata, draws=4000):
    generator = np.random.default_rng(7)
    total = np.zeros(draws)
    for stratum in strata:
        gains = np.array(stratum["production"]) - np.array(stratum["candidate"])
        total += stratum["share"] * generator.choice(gains, (draws, len(gains))).mean(axis=1)
    return np.percentile(total, [2.5, 97.5]), total.std()


def answers_of(node, cases):
    command = [node, "--disable-warning=ExperimentalWarning", str(Path(__file__).with_name("statistics_cli.ts"))]
    lines = "\n".join(json.dumps(case) for case in cases)
    return subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout.splitlines()


def random_tags(chance, classes):
    """Labels are BIO; a model may also begin a span with I-, as models do."""
    names = ["O", "O", *(prefix + name for name in classes for prefix in ("B-", "I-"))]
    label, candidate, production = [], [], []
    for _ in range(chance.choice([120, 300])):
        tags, last = [], None
        for _ in range(chance.randint(0, 9)):
            name = chance.choice([None, None, *classes])
            tags.append("O" if name is None else f"{'I' if name == last and chance.random() < 0.6 else 'B'}-{name}")
            last = name
        label.append(tags)
        for model, change in ((candidate, 0.1), (production, 0.2)):
            model.append([chance.choice(names) if chance.random() < change else tag for tag in tags])
    return {"classes": classes, "tags": {"label": label, "candidate": candidate, "production": production}}


def compare_spans(node):
    chance = random.Random(30)
    cases = [random_tags(chance, classes) for classes in (["PER"], ["PER", "LOC"], ["a", "b", "c d"]) for _ in range(10)]
    for number, (case, line) in enumerate(zip(cases, answers_of(node, cases), strict=True)):
        ours, tags = json.loads(line), case["tags"]
        for model in ("candidate", "production"):
            score = f1_score(tags["label"], tags[model], average="micro", zero_division=0)
            check(f"{number} F1 of {model}", near(1 - ours["estimate"][model], score), f"{1 - ours['estimate'][model]} {score}")
            report = classification_report(tags["label"], tags[model], output_dict=True, zero_division=0)
            check(f"{number} macro F1 of {model}", near(ours["macroF1"][model], report["macro avg"]["f1-score"]), report)
            for each in ours["classes"]:
                recall = report[case["classes"][each["id"]]]["recall"]
                check(f"{number} recall of {model}", near(each[model], recall), f"{each[model]} {recall}")


def compare_statistics(node):
    chance = random.Random(20261130)
    cases = [random_case(chance) for _ in range(150)]
    answers = answers_of(node, cases)
    for number, (case, line) in enumerate(zip(cases, answers, strict=True)):
        ours, alpha = json.loads(line), case["alpha"]
        check(f"{number} quantile", near(ours["z"], stats.norm.ppf(1 - alpha)), ours["z"])
        counted, bounds = [], []
        for index, stratum in enumerate(case["strata"]):
            production, candidate = np.array(stratum["production"]), np.array(stratum["candidate"])
            gained, lost = int((candidate < production).sum()), int((candidate > production).sum())
            counted.append((gained, lost, len(production)))
            same = len(production) - gained - lost
            table = [[same, gained], [lost, 0]]
            check(f"{number} McNemar by statsmodels", near(ours["mcnemar"][index], mcnemar(table, exact=True).pvalue), line)
            if gained + lost > 0:
                binomial = stats.binomtest(gained, gained + lost).pvalue
                check(f"{number} McNemar by SciPy", near(ours["mcnemar"][index], binomial), line)
            if gained + lost < len(production):
                score = score_bound(len(production), gained, lost, ours["z"])
                check(f"{number} Tango", near(ours["tango"][index], score, 1e-5), f"{ours['tango'][index]} {score}")
                highest = stats.beta.ppf(1 - alpha, lost + 1, len(production) - lost)
                check(f"{number} Clopper-Pearson", near(ours["highest"][index], highest), f"{ours['highest'][index]} {highest}")
                bounds.append(min(score, -highest) if gained == 0 else score)
        shares = [stratum["share"] for stratum in case["strata"]]
        losses = [sum(share * np.mean(stratum[model]) for share, stratum in zip(shares, case["strata"])) for model in ("production", "candidate")]
        check(f"{number} weighted losses", all(map(near, ours["losses"], losses)), line)
        gains = [(gained - lost) / rows for gained, lost, rows in counted]
        gain = sum(share * each for share, each in zip(shares, gains))
        if len(counted) == 1:
            gained, lost, _ = counted[0]
            beyond = gained > lost and stats.binomtest(gained, gained + lost, alternative="greater").pvalue <= alpha
            check(f"{number} decision", ours["isBeyondChance"] == beyond, line)
        elif len(bounds) == 2:
            spread = math.sqrt(sum((share * (each - bound)) ** 2 for share, each, bound in zip(shares, gains, bounds)))
            check(f"{number} combined bound", near(ours["lowest"], gain - spread, 1e-5), f"{ours['lowest']} {gain - spread}")
            check(f"{number} decision", ours["isBeyondChance"] == (ours["lowestThatDecides"] > 0), line)
        interval, deviation = bootstrap_gain(case["strata"])
        # Two bootstraps of thousands of resamples differ by their own chance, and by steps of one row.
        step = max(share / rows for share, (_, _, rows) in zip(shares, counted))
        allowed = 0.2 * deviation + step
        check(f"{number} bootstrap", all(abs(a - b) <= allowed for a, b in zip(ours["intervals"]["gain"], interval)), f"{line} {interval}")


def compare_tags(endpoint, token):
    api, model = HfApi(endpoint=endpoint, token=token), "sambodhan/promoted-model"
    api.create_repo(model, private=True)
    commits = [api.upload_file(path_or_fileobj=text.encode(), path_in_repo="model.txt", repo_id=model).oid for text in ("one", "two")]

    def tags():
        return {tag.name: tag.target_commit for tag in api.list_repo_refs(model).tags}

    api.create_tag(model, tag="production", revision=commits[0])
    check("create_tag", tags() == {"production": commits[0]}, tags())
    try:
        api.create_tag(model, tag="production", revision=commits[1])
        check("create_tag of a tag that is there", False, tags())
    except HfHubHTTPError as error:
        check("create_tag of a tag that is there", error.response.status_code == 409, error)
    api.create_tag(model, tag="production", revision=commits[1], exist_ok=True)
    check("a tag does not move by itself", tags() == {"production": commits[0]}, tags())
    api.delete_tag(model, tag="production")
    api.create_tag(model, tag="production", revision=commits[1])
    check("delete_tag and create_tag move it", tags() == {"production": commits[1]}, tags())
    check("revision of a tag", api.model_info(model, revision="production").sha == commits[1])
    api.delete_tag(model, tag="production")
    for name, call in (("delete_tag", lambda: api.delete_tag(model, tag="production")), ("model_info", lambda: api.model_info(model, revision="production"))):
        try:
            call()
            check(f"{name} without such a tag", False)
        except RevisionNotFoundError:
            check(f"{name} without such a tag", True)


compare_statistics(sys.argv[1])
compare_spans(sys.argv[1])
compare_tags(*sys.argv[2:])
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
