#!/usr/bin/env python3
"""src/indicators.schema.json accepts the indicator files of examples/indicators and refuses files that are wrong.

Exits 0 when all is well, 1 with one line for each fault, 77 (skipped) where python3-jsonschema is not installed.
"""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parents[2]
schema = json.loads((ROOT / "src" / "indicators.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

BAD = [
    {},
    {"indicators": [{"name": "no id"}]},
    {"indicators": [{"id": "i", "rule": "linear"}]},
    {"indicators": [{"id": "i", "rule": {"kind": "threshold", "taget": 5}}]},
    {"indicators": [{"id": "i", "measure": {"kind": "survey", "sample": 5}}]},
    {"indicators": [], "bands": [{"from": 90}]},
    {"indicators": [], "observations": [{"value": 3}]},
]

faults = []
files = sorted((ROOT / "examples" / "indicators").glob("*.json"))
if not files:
    faults.append("there are no examples")
for file in files:
    for error in validator.iter_errors(json.loads(file.read_text(encoding="utf-8"))):
        faults.append(f"{file.name}: {list(error.path)}: {error.message[:200]}")
for document in BAD:
    if validator.is_valid(document):
        faults.append(f"accepted: {document}")
print("\n".join(faults) or f"{len(files)} files accepted, {len(BAD)} refused")
sys.exit(1 if faults else 0)
