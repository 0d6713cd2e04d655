"""One summary of the results of a run, worked out by Spark."""

from pyspark.sql import functions as f

# What is needed of a line of `ciieval schema result`.
LINE = """
    path string,
    error struct<message: string>,
    dossier struct<evaluations: array<struct<
        class: string, verdict: string, decided_by: string, score: decimal(5, 2),
        clauses: array<struct<id: string, status: string>>>>>
"""
VERDICTS = ("pass", "fail", "undetermined")
NOT_MET = ("not_satisfied", "no_evidence")
MOST = 10


def summary_of(spark, results):
    """The summary of the results in a folder, and how many dossiers they are about."""
    lines = spark.read.schema(LINE).json(results, mode="FAILFAST").persist()
    totals = lines.select(
        f.count("dossier").alias("dossiers"),
        # A dossier may have several errors.
        f.countDistinct(f.when(f.col("error").isNotNull(), f.col("path"))).alias("not_evaluated"),
        f.countDistinct("path").alias("answered"),
    ).first()
    evaluations = lines.select(f.explode("dossier.evaluations").alias("e")).select("e.*")
    verdicts = counted(evaluations, "class", "verdict")
    classes = {
        name: {
            **{verdict: verdicts.get((name, verdict), 0) for verdict in VERDICTS},
            "scores": {},
            "most_failed": {},
        }
        for name in sorted({name for name, _ in verdicts})
    }
    # Where mandatory clauses decide, the score is for information only.
    scored = evaluations.where("decided_by = 'score'")
    scored = scored.withColumn("from", (f.floor(f.col("score") / 5) * 5).cast("int"))
    for (name, least), number in sorted(counted(scored, "class", "from").items()):
        classes[name]["scores"][str(least)] = number
    clauses = evaluations.select("class", f.explode("clauses").alias("c")).select("class", "c.*")
    failed = counted(clauses.where(f.col("status").isin(*NOT_MET)), "class", "id")
    for (name, clause), number in sorted(failed.items(), key=lambda item: (-item[1], item[0])):
        if len(classes[name]["most_failed"]) < MOST:
            classes[name]["most_failed"][clause] = number
    summary = {
        "dossiers": totals["dossiers"],
        "evaluations": sum(verdicts.values()),
        **{v: sum(of_class[v] for of_class in classes.values()) for v in VERDICTS},
        "not_evaluated": totals["not_evaluated"],
        "classes": classes,
    }
    return summary, totals["answered"]


def counted(frame, *columns):
    return {tuple(row[:-1]): row[-1] for row in frame.groupBy(*columns).count().collect()}
