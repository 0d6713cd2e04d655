"""Runs the example in Spark's local mode with four workers, and compares with a plain run.

`make test-spark` builds what it needs: the binary in CIIEVAL and the generator in GENERATE.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CIIEVAL = Path(os.environ.get("CIIEVAL", ROOT / "target/debug/ciieval")).resolve()
GENERATE = Path(os.environ.get("GENERATE", ROOT / "target/debug/examples/generate")).resolve()
PACK = HERE.parent / "packs/regional"
COUNT = 400
PARTITIONS = 12


def wrapper(path, before=""):
    """A binary that notes each start, and does something before."""
    path.write_text(f'#!/bin/sh\necho >> "{path}.starts"\n{before}\nexec "{CIIEVAL}" "$@"\n')
    path.chmod(0o755)
    return path


def starts(path):
    return len(Path(f"{path}.starts").read_text().splitlines())


def spark(*arguments):
    """Runs the example; a task is given up when it has failed three times."""
    submit = [Path(sys.executable).parent / "spark-submit", "--master", "local[4,3]"]
    quiet = ["--conf", "spark.ui.enabled=false", "--conf", "spark.ui.showConsoleProgress=false"]
    python = {"PYSPARK_PYTHON": sys.executable, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [*submit, *quiet, HERE / "check.py", *arguments],
        env=os.environ | python,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def lay_out(dossiers, folder):
    """Files of every kind that there may be, with dossiers that cannot be evaluated among the others."""
    unknown = json.loads(dossiers[0]) | {"peple": [], "qualty": {}}
    classless = json.loads(dossiers[1])
    classless["assessment"]["classes"] = ["consulting", "testing"]
    bad = [
        b'{"provider": ',
        dossiers[2].replace('"name"'.encode(), b'"name\xff"', 1),
        json.dumps(unknown, ensure_ascii=False).encode(),
        b"",
        b" \t\r",
        json.dumps(classless, ensure_ascii=False).encode() + b"\r",
        # Neither ends a line of NDJSON.
        b'{"provider":\r{"name": "x"}}',
        '{"provider": {"name": "\u2028\u0085"}}'.encode(),
    ]
    files = {
        "all.ndjson": [*dossiers[: COUNT // 2], *bad, *dossiers[COUNT // 2 : -20], *bad],
        "empty.ndjson": [],
        "spaces.jsonl": [b"", b"  ", b""],
        "north/第 2 批[1].ndjson": dossiers[-20:-10],
        "north-west/last.jsonl": [b"", *bad, *dossiers[-10:]],
    }
    for name, lines in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        end = b"" if name == "all.ndjson" else b"\n"
        file.write_bytes(b"\n".join(lines) + (end if lines else b""))
    return sorted(files, key=lambda name: Path(name).parts)


class Check(unittest.TestCase):
    """One plain run, and others that have to come to the same."""

    @classmethod
    def setUpClass(cls):
        cls.maxDiff = None
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        cls.input = cls.folder / "input"
        options = ["--count", str(COUNT), "--format", "ndjson", "--size", "small", "-"]
        made = subprocess.run([GENERATE, *options], check=True, capture_output=True)
        names = lay_out(made.stdout.splitlines(), cls.input)
        plain = subprocess.run(
            [CIIEVAL, "check", "--quiet", "--policies", PACK, "--lang", "en", "--summary"]
            + ["--format", "text", "-o", f"ndjson={cls.folder / 'plain.ndjson'}", *names],
            cwd=cls.input,
            capture_output=True,
            text=True,
        )
        assert plain.returncode == 3, plain.stderr
        cls.plain = (cls.folder / "plain.ndjson").read_bytes()
        [totals] = re.findall(r"^ *Dossiers: .*", plain.stdout, re.MULTILINE)
        cls.totals = [int(number) for number in re.findall(r"\d+", totals)]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def run_both(self, binary):
        """A run with Spark, compared; returns how often the binary was started."""
        output = self.folder / f"{binary.name}-output"
        patterns = [f"{self.input}/*.{{ndjson,jsonl}}", f"{self.input}/*/*.{{ndjson,jsonl}}"]
        options = ["--ciieval", binary, "--policies", PACK, "--partitions", str(PARTITIONS)]
        done = spark(*patterns, output, *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        parts = sorted((output / "results").glob("part-*"))
        self.assertGreater(len(parts), 8)
        results = b"".join(part.read_bytes() for part in parts)
        for spark_line, plain_line in zip(results.splitlines(), self.plain.splitlines()):
            self.assertEqual(spark_line, plain_line)
        self.assertEqual(results, self.plain)
        [written] = (output / "summary").glob("part-*")
        summary = json.loads(written.read_text(encoding="utf-8"))
        self.assertEqual(json.loads(done.stdout), summary)
        self.same_figures(summary)
        return starts(binary)

    def same_figures(self, summary):
        """The totals are those that the plain run prints, and the rest what its results say."""
        keys = ["dossiers", "evaluations", "pass", "fail", "undetermined", "not_evaluated"]
        self.assertEqual([summary[key] for key in keys], self.totals)
        verdicts, scores, failed = Counter(), Counter(), Counter()
        for line in map(json.loads, self.plain.splitlines()):
            for evaluation in line.get("dossier", {}).get("evaluations", []):
                verdicts[evaluation["verdict"]] += 1
                if evaluation["decided_by"] == "score":
                    scores[str(int(evaluation["score"].split(".")[0]) // 5 * 5)] += 1
                for clause in evaluation["clauses"]:
                    failed[clause["id"]] += clause["status"] in ("not_satisfied", "no_evidence")
        [of_class] = summary["classes"].values()
        self.assertEqual(verdicts, {key: of_class[key] for key in verdicts})
        self.assertEqual(scores, of_class["scores"])
        most = sorted(failed.items(), key=lambda item: (-item[1], item[0]))[:10]
        self.assertEqual(most, list(of_class["most_failed"].items()))
        # Otherwise it would show little.
        self.assertGreater(min(verdicts["pass"], verdicts["fail"], summary["not_evaluated"]), 5)

    def test_same_as_a_plain_run_also_when_tasks_break(self):
        undisturbed = self.run_both(wrapper(self.folder / "undisturbed"))
        flag = self.folder / "flag"
        # The first task loses the binary in the middle of its output, the second its Python worker.
        before = f"""
            if mkdir "{flag}-binary" 2> /dev/null; then
                "{CIIEVAL}" "$@" | head -n 3
                kill -9 $$
            fi
            if mkdir "{flag}-worker" 2> /dev/null; then
                kill -9 $PPID
                exit
            fi
        """
        disturbed = self.run_both(wrapper(self.folder / "disturbed", before))
        self.assertEqual(disturbed, undisturbed + 2)

    def test_other_files_are_not_passed_over_in_silence(self):
        other = self.folder / "other"
        other.mkdir()
        for name in ("a.ndjson", "b.txt"):
            (other / name).write_text("{}\n")
        done = spark(other, self.folder / "other-output", "--ciieval", CIIEVAL)
        self.assertEqual(done.returncode, 1)
        # spark-submit puts what the program says into its own stdout.
        self.assertIn("not named .ndjson or .jsonl", done.stdout)
        self.assertIn("b.txt", done.stdout)
        self.assertFalse((self.folder / "other-output").exists())

    def test_a_wrong_command_ends_the_run_without_a_summary(self):
        output = self.folder / "wrong-output"
        binary = wrapper(self.folder / "wrong")
        input_file = self.input / "north-west/last.jsonl"
        options = ["--ciieval", binary, "--class", "nonsense", "--partitions", "1"]
        done = spark(input_file, output, *options)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("ended with 2", done.stderr)
        self.assertIn("`nonsense`", done.stderr)
        self.assertEqual(starts(binary), 3)
        self.assertFalse((output / "summary").exists())
        self.assertFalse((output / "results/_SUCCESS").exists())


if __name__ == "__main__":
    unittest.main()
