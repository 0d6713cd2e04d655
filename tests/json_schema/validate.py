"""Validates the values of NDJSON lines against a JSON Schema: prints `true` or `false` for each line."""

import json
import sys

from jsonschema import Draft202012Validator, FormatChecker

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
for line in sys.stdin:
    print(json.dumps(validator.is_valid(json.loads(line))))
