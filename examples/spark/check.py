#!/usr/bin/env python3
"""Evaluates many dossiers with Apache Spark: NDJSON in, NDJSON results and one summary out.

The results are those of one run of `ciieval check` over the same files, byte for byte and in the
same order. Every partition of a file goes through the binary once; a task that breaks is left to
Spark, which repeats it, and what the broken attempt wrote is thrown away.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from pyspark import SparkFiles, TaskContext
from pyspark.sql import SparkSession, functions

from summary import summary_of

# All pass, some fail, some could not be evaluated: each is a result. Anything else is a broken task.
RESULTS = (0, 1, 3)
# What an empty line is made of, for the binary as for us.
BLANK = b" \t\r\n\f"
BINARY = "ciieval"


class Share(NamedTuple):
    """What a partition holds of a file."""

    name: str
    lines_before: int


def main():
    options = arguments()
    spark = SparkSession.builder.appName("ciieval").getOrCreate()
    context = spark.sparkContext
    partitions = options.partitions or 4 * context.defaultParallelism

    files = input_files(spark, options.input)
    per_file = [lines_of(spark, file, -(-partitions // len(files))) for file in files]
    lines = context.union(per_file)
    counts = lines.mapPartitions(count).collect()
    names = names_of(files)
    owners = [name for name, part in zip(names, per_file) for _ in range(part.getNumPartitions())]
    shares = shares_of(owners, counts)

    results = options.output.rstrip("/") + "/results"
    with tempfile.TemporaryDirectory() as folder:
        evaluation = evaluate(shares, ship(context, options, Path(folder)))
        lines.mapPartitionsWithIndex(evaluation).saveAsTextFile(results)

    summary, answered = summary_of(spark, results)
    # A file without any dossier is answered too, by an error.
    asked = sum(dossiers for _, dossiers in counts) + len(empty(owners, counts))
    if answered != asked:
        sys.exit(f"{asked} dossiers went in and {answered} came out: do not use {results}")
    text = json.dumps(summary, indent=2, ensure_ascii=False)
    context.parallelize([text], 1).saveAsTextFile(options.output.rstrip("/") + "/summary")
    print(text)
    spark.stop()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument(
        "input", nargs="+", help="NDJSON files, folders or patterns, of any file system Spark knows"
    )
    parser.add_argument("output", help="folder to be made, for `results` and `summary`")
    parser.add_argument("--ciieval", default=shutil.which("ciieval"), help="the binary, sent along")
    parser.add_argument("--class", action="append", default=[], dest="classes", metavar="CLASS")
    parser.add_argument("--policies", action="append", default=[], metavar="DIR")
    parser.add_argument("--timeout", metavar="SECONDS", help="for the evaluation of one dossier")
    parser.add_argument(
        "--partitions", type=int, metavar="N", help="at least so many [default: 4 for each core]"
    )
    options = parser.parse_args()
    if not options.ciieval:
        parser.error("there is no `ciieval` on PATH: say where it is with --ciieval")
    return options


def input_files(spark, patterns):
    """The files, in the order in which `ciieval check` goes through them."""
    files = [unquote(uri) for uri in spark.read.text(patterns).inputFiles()]
    wrong = [file for file in files if not file.endswith((".ndjson", ".jsonl"))]
    if wrong or not files:
        sys.exit(f"not named .ndjson or .jsonl: {wrong}" if wrong else f"no files: {patterns}")
    return sorted(files, key=lambda file: PurePosixPath(file).parts)


def names_of(files):
    """What results call the files: their paths from the folder that they have in common."""
    folder = os.path.commonpath([os.path.dirname(file) for file in files])
    return [os.path.relpath(file, folder) for file in files]


def lines_of(spark, file, partitions):
    """The lines of a file as bytes: decoding would mend what the binary has to refuse."""
    spark.conf.set("spark.sql.files.minPartitionNum", partitions)
    spark.conf.set("spark.sql.files.openCostInBytes", 0)
    verbatim = re.sub(r"([\[\]{}*?\\])", r"\\\1", file)
    text = spark.read.text(verbatim, lineSep="\n")
    lines = text.select(functions.col("value").cast("binary")).rdd.map(lambda row: bytes(row[0]))
    # Spark makes no partition of an empty file, and then nothing would say that it is empty.
    return lines if lines.getNumPartitions() else spark.sparkContext.parallelize([b""], 1)


def count(lines):
    """How many lines and dossiers a partition has."""
    total = dossiers = 0
    for line in lines:
        total += 1
        dossiers += bool(line.strip(BLANK))
    yield total, dossiers


def empty(owners, counts):
    """The files without any dossier."""
    full = {name for name, (_, dossiers) in zip(owners, counts) if dossiers}
    return set(owners) - full


def shares_of(owners, counts):
    """What is to be done for each partition; nothing where it has no dossier and its file has some."""
    without = empty(owners, counts)
    before = dict.fromkeys(owners, 0)
    shares = []
    for name, (lines, dossiers) in zip(owners, counts):
        shares.append(Share(name, before[name]) if dossiers or name in without else None)
        without.discard(name)
        before[name] += lines
    return shares


def ship(context, options, folder):
    """Sends binary and packs along from a folder, which machines fetch them from while they work.

    Gives the command for a task, which knows where they came to lie.
    """
    shutil.copy(options.ciieval, folder / BINARY)
    context.addFile(str(folder / BINARY))
    packs = []
    for number, pack in enumerate(options.policies):
        archive = shutil.make_archive(str(folder / f"pack-{number}"), "zip", pack)
        context.addArchive(archive)
        packs.append(os.path.basename(archive))

    def command():
        yield from (SparkFiles.get(BINARY), "check", "--format", "ndjson", "--quiet")
        yield from ("--jobs", str(TaskContext.get().cpus()))
        for name in options.classes:
            yield from ("--class", name)
        for pack in packs:
            yield from ("--policies", SparkFiles.get(pack))
        if options.timeout:
            yield from ("--timeout", options.timeout)

    return command


def evaluate(shares, command):
    """A function from the lines of a partition to the lines of its results."""

    def results(index, lines):
        share = shares[index]
        if share is None:
            return
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as messages:
            file = Path(folder, share.name)
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("wb") as out:
                # Empty lines in place of those before, so that lines are numbered as in the file.
                out.write(b"\n" * share.lines_before)
                out.writelines(line + b"\n" for line in lines)
            process = subprocess.Popen(
                [*command(), "--", share.name],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=messages,
            )
            try:
                yield from (line.rstrip(b"\n") for line in process.stdout)
            finally:
                # Ended already, unless Spark gave up the task.
                process.stdout.close()
                code = process.wait()
            if code not in RESULTS:
                messages.seek(0)
                said = messages.read().decode(errors="replace")
                raise RuntimeError(f"ciieval ended with {code} on {share}: {said}")

    return results


if __name__ == "__main__":
    main()
