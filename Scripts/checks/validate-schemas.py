#!/usr/bin/env python3
"""Holds the program's real output to its schemas, with a validator that is not ours (python jsonschema).

    Scripts/checks/validate-schemas.py [--vigie PROGRAM] [--short] [FOLDER …]

Runs the demonstration's files, and the files of each FOLDER (default: the golden files of the tests; a folder of real
files does as well), and validates every alert line, active.json, portfolio.json, summary, reason, `read --json` line, `history`
and `rules explain`. Formats (dates, times) are checked. Each kind of output is also spoiled with a key that no schema
has, in every object of one sample, which must be refused: a schema that lets anything through proves nothing.
Ends with 1 where something does not fit. --short: fewer customers for `rules explain`.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ["jsonschema[format]==4.26.0"]


def with_packages():
    """Goes on in a virtual environment outside the tree that has the validator."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "vigie-checks" / "jsonschema-4.26"
    python = cache / "bin" / "python"
    if Path(sys.prefix) == cache:
        return
    if not (cache / ".whole").exists():
        shutil.rmtree(cache, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", cache], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (cache / ".whole").touch()
    os.execv(python, [python, *sys.argv])


def spoiled(value):
    """The value once for each of its objects, with a key nobody knows in that object."""
    if isinstance(value, dict):
        yield {**value, "unexpectedKey": 1}
        for key, part in value.items():
            for bad in spoiled(part):
                yield {**value, key: bad}
    elif isinstance(value, list) and value:
        for bad in spoiled(value[0]):
            yield [bad, *value[1:]]


class Check:
    def __init__(self, program):
        import jsonschema

        self.program = program
        self.counts = Counter()
        self.problems = []
        self.validators = {}
        self.proved = set()
        for name in self.run("schema").split():
            schema = json.loads(self.run("schema", name))
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft202012Validator(
                schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
        portfolio = json.loads(self.run("schema", "portfolio"))
        portfolio.update({"$id": "urn:vigie:check:customer", "$ref": "#/$defs/customer"})
        for key in ["type", "required", "properties", "additionalProperties"]:
            portfolio.pop(key, None)
        self.validators["customer"] = jsonschema.Draft202012Validator(portfolio)

    def run(self, *arguments, may_fail=False):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True)
        if done.returncode and not may_fail:
            sys.exit(f"vigie {' '.join(map(str, arguments))}: exit {done.returncode}\n{done.stderr}")
        return done.stdout

    def validate(self, name, text, where):
        try:
            value = json.loads(text)
        except ValueError as error:
            self.problems.append(f"{where}: not JSON: {error}")
            return
        self.counts[name] += 1
        for error in self.validators[name].iter_errors(value):
            best = min(error.context, key=lambda e: -len(e.absolute_path), default=error)
            self.problems.append(f"{where} ({name}) at {best.json_path}: {best.message[:300]}")
        shape = (name, frozenset(value), value.get("kind"))
        if shape in self.proved:
            return
        self.proved.add(shape)
        for bad in spoiled(value):
            if self.validators[name].is_valid(bad):
                self.problems.append(f"{where} ({name}): an unknown key is not refused somewhere")
                break

    def lines(self, name, text, where):
        for number, line in enumerate(text.splitlines(), 1):
            self.validate(name, line, f"{where}:{number}")

    def home(self, title, files, customers):
        with tempfile.TemporaryDirectory(prefix="vigie-schemas-") as folder:
            home = Path(folder)
            shutil.copytree(ROOT / "rules", home / "rules")
            (home / "inbox").mkdir()
            for number, file in enumerate(files):
                shutil.copyfile(file, home / "inbox" / f"{number}-{file.name}")
                read = self.run("read", "--json", "--home", home, file, may_fail=True)
                self.lines("document", read, f"{title}: read {file.name}")
            # Twice: the second day ends and eases what the first one raised.
            for day in ["2026-11-23", "2027-03-01"]:
                self.run("run", "--once", "--as-of", day, "--home", home)
                self.views(title, home, day)
            self.explanations(title, home, customers)

    def views(self, title, home, day):
        self.lines("alert", (home / "alerts/alerts.jsonl").read_text(), f"{title}: alerts.jsonl")
        self.validate("active", (home / "alerts/active.json").read_text(), f"{title}: active.json, {day}")
        self.validate("portfolio", (home / "portfolio/portfolio.json").read_text(), f"{title}: portfolio.json, {day}")
        self.validate("summary", self.run("summary", "--format", "json", "--home", home), f"{title}: summary, {day}")
        for reason in home.glob("rejected/*/*.reason.json"):
            self.validate("reason", reason.read_text(), f"{title}: {reason.name}")

    def explanations(self, title, home, most):
        keys = [c["key"] for c in json.loads((home / "portfolio/portfolio.json").read_text())["customers"]]
        rules = [line.split("name:")[1].strip() for line in (home / "rules/alerts.yaml").read_text().splitlines()
                 if line.startswith("  - name:")]
        for key in keys[:most]:
            self.validate("customer", self.run("explain", "--json", "--home", home, key), f"{title}: explain {key}")
            self.validate("history", self.run("history", "--json", "--home", home, key), f"{title}: history {key}")
            for rule in rules:
                text = self.run("rules", "explain", "--json", "--home", home, rule, key, may_fail=True)
                if not text:
                    text = self.run("rules", "explain", "--json", "--home", home, rule)
                self.validate("rule-explanation", text, f"{title}: rules explain {rule} {key}")


def main():
    with_packages()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vigie", default=ROOT / ".build/debug/vigie")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    options = parser.parse_args()
    check = Check(options.vigie)
    examples = sorted(f for f in (ROOT / "inbox/examples").iterdir() if f.name != "README.md")
    check.home("demonstration", examples, 1 if options.short else 3)
    folders = options.folders or [ROOT / "Tests/IngestTests/Golden", ROOT / "Tests/AgentTests/Golden"]
    for folder in folders:
        files = sorted(f for f in folder.rglob("*") if f.is_file() and f.suffix not in {".json", ".md"})
        check.home(str(folder), files, 0 if options.short else 2)
    for problem in check.problems[:50]:
        print(problem)
    for name, count in sorted(check.counts.items()):
        print(f"{count:6} {name}")
    idle = sorted(set(check.validators) - set(check.counts))
    if idle:
        print("nothing was seen of: " + ", ".join(idle))
    sys.exit(1 if check.problems or idle else 0)


main()
