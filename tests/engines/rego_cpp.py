"""Evaluates cases with rego-cpp: an implementation of Rego that shares no code with the one in ciieval.

usage: rego_cpp.py PACK_FOLDER DATA.json CASES.ndjson

A line of CASES.ndjson is {"rule": "ciieval/…/rule", "input": …}. For each, one line of JSON is written:
{"value": …}, {"undefined": true} or {"error": "…"}.
"""

import json
import pathlib
import sys

from regopy import Interpreter


def compiled(folder, data, rules):
    """The pack, compiled once with an entry point for every rule."""
    interpreter = Interpreter()
    for path in sorted(pathlib.Path(folder).rglob("*.rego")):
        if not path.name.endswith("_test.rego"):
            interpreter.add_module(path.as_posix(), path.read_text(encoding="utf-8"))
    interpreter.add_data_json(data)
    return interpreter, interpreter.build(None, rules)


def main():
    folder, data, cases = sys.argv[1:]
    cases = [json.loads(line) for line in open(cases, encoding="utf-8")]
    rules = sorted({case["rule"] for case in cases})
    interpreter, bundle = compiled(folder, pathlib.Path(data).read_text(encoding="utf-8"), rules)
    for case in cases:
        try:
            interpreter.set_input_term(json.dumps(case["input"]))
            output = json.loads(str(interpreter.query_bundle_entrypoint(bundle, case["rule"])))
            values = output.get("expressions", [])
            result = {"value": values[0]} if values else {"undefined": True}
        except Exception as error:  # whatever it is, it is a disagreement that the test shows
            result = {"error": str(error)}
        print(json.dumps(result), flush=True)


main()
