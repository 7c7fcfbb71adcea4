#!/usr/bin/env python3
"""Compares what vigie reads in bank files with readers that share no code with it.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install lxml mt-940
    /tmp/venv/bin/python Scripts/checks/compare-bank.py FILE... [--vigie path/to/vigie]

camt: lxml; MT940: the mt-940 package; CFONB 120: fixed columns below. Every booked movement must be either among the
documents (same kind, day, amount, currency, payer) or in the remarks' counts of what was left out. Exits 1 where not.
"""
import argparse
import datetime
import json
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal

ANY = "{*}"
TAKEN_BACK = {"03", "10", "26", "27", "33", "34", "38", "98", "B3", "B4", "C4"}
OWN_CREDITS = set(
    "10 12 13 27 42 47 49 51 52 54 55 57 59 61 63 71 73 74 77 81 82 83 85 86 87 89 94 A3 A4 B5 B6 C3 C5".split())


def vigie(path, program):
    """Documents, and what was said of the file."""
    done = subprocess.run([program, "read", "--json", path], capture_output=True, text=True)
    documents = [json.loads(line, parse_float=Decimal) for line in done.stdout.splitlines() if line.strip()]
    return documents, done.stderr.strip()


def seen(document):
    return (
        document["type"], document["date"], Decimal(document["amount"]), document["currency"],
        document["payer"].get("name"))


def camt(path):
    """(kind, date, amount, currency, name) of every booked entry, by its details where they sum to it."""
    from lxml import etree

    def text(node, *paths):
        for steps in paths:
            found = node.find("/".join(ANY + step for step in steps.split("/")))
            if found is not None and "".join(found.itertext()).strip():
                return "".join(found.itertext()).strip()
        return None

    root = etree.parse(path).getroot()
    if next(root.iter(ANY + "Stmt", ANY + "Rpt", ANY + "Ntfctn"), None) is None:
        return None
    result = []
    for entry in root.iter(ANY + "Ntry"):
        if (text(entry, "Sts") or "BOOK") != "BOOK":
            continue
        amount = entry.find(ANY + "Amt")
        day = (text(entry, "BookgDt", "ValDt") or text(entry.getparent(), "CreDtTm"))[:10]
        details = list(entry.iter(ANY + "TxDtls"))
        parts = [text(detail, "Amt", "AmtDtls/TxAmt/Amt") for detail in details]
        split = len(details) > 1 and all(parts) and sum(map(Decimal, parts)) == Decimal(amount.text)
        whole = [(details[0] if len(details) == 1 else None, amount.text)]
        for detail, part in zip(details, parts) if split else whole:
            back = text(entry, "RvslInd") == "true" or (detail is not None and detail.find(ANY + "RtrInf") is not None)
            kind = {("CRDT", False): "payment", ("DBIT", True): "return"}.get((text(entry, "CdtDbtInd"), back))
            name = None if detail is None else text(
                detail, "RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm", "RltdPties/UltmtDbtr/Nm",
                "RltdPties/UltmtDbtr/Pty/Nm")
            result.append((kind, day, Decimal(part), amount.get("Ccy"), name))
    return result


def overpunch(text, decimals):
    last = text[-1]
    if last in "{ABCDEFGHI":
        sign, digit = 1, "{ABCDEFGHI".index(last)
    else:
        sign, digit = -1, "}JKLMNOPQR".index(last)
    return sign * Decimal(text[:-1] + str(digit)).scaleb(-decimals)


def cfonb120(path):
    """The movements by the columns; None for a file that does not fit together."""
    result, inside, row = [], False, None
    for line in open(path, encoding="latin-1").read().splitlines():
        if not line.strip():
            continue
        line, kind = line.ljust(120), line[:2]
        if (kind == "01") == inside or (kind == "05" and row is None):
            return None
        if kind in ("01", "07"):
            inside, row = kind == "01", None
            try:
                datetime.datetime.strptime(line[34:40], "%d%m%y")
            except ValueError:
                return None
        elif kind == "04":
            amount = overpunch(line[90:104].strip(), int(line[19]))
            code, day = line[32:34], datetime.datetime.strptime(line[34:40], "%d%m%y").date().isoformat()
            if amount > 0:
                name = None if code in OWN_CREDITS else "payment"
            else:
                name = "return" if code in TAKEN_BACK else None
            row = [name, day, abs(amount), line[16:19], None]
            result.append(row)
        elif kind == "05" and line[45:48] == "NPY" and row[4] is None:
            row[4] = line[48:118].strip()
    return None if inside else [tuple(row) for row in result]


def mt940(path):
    """The movements the mt-940 package finds, none for an interim report; a text where the package gives up."""
    import mt940 as library

    raw = open(path, "rb").read()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    if re.search(r"^:(34F|13D?|90[CD]):", text, re.M):
        return []
    try:
        transactions = library.models.Transactions()
        transactions.parse(text)
    except Exception as problem:
        return str(problem) or type(problem).__name__
    result = []
    for item in transactions:
        data = item.data
        if "amount" not in data:
            continue
        returned = str(data.get("id", "")).endswith("RTI")
        kinds = {"C": None if returned else "payment", "D": "return" if returned else None, "RC": "return"}
        day = data.get("entry_date") or data["date"]
        currency = data["amount"].currency or "EUR"
        result.append((kinds.get(data["status"]), str(day), abs(Decimal(data["amount"].amount)), currency))
    return result


def reader(path):
    start = open(path, "rb").read(4096).decode("latin-1")
    if "BkToCstmr" in start or "camt.05" in start:
        return camt
    return mt940 if re.search(r"^:\w\w\w?:", start, re.M) else cfonb120


def compare(path, program):
    read = reader(path)
    expected = read(path)
    documents, complaints = vigie(path, program)
    if expected is None:
        return "both refuse it" if not documents and complaints else "NOT REFUSED"
    if isinstance(expected, str):
        return f"{len(documents)} documents; the other reader gives up: {expected}"
    # The mt-940 package has no name of the payer.
    width = 4 if read is mt940 else 5
    wanted = Counter(row[:width] for row in expected if row[0])
    found = Counter(seen(document)[:width] for document in documents)
    left = sum(1 for row in expected if not row[0] and row[2])
    counted = sum(int(n) for n in re.findall(r"(?:laissés de côté|left out) ?: (\d+) \(", complaints))
    if wanted == found and left == counted:
        return f"{len(documents)} documents, {left} left out: the same"
    return (
        f"DIFFERS\n  only there: {dict(wanted - found)}\n  only here: {dict(found - wanted)}\n"
        f"  left out {left}, counted {counted}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+")
    parser.add_argument("--vigie", default=".build/debug/vigie")
    options = parser.parse_args()
    verdicts = {path: compare(path, options.vigie) for path in options.files}
    for path, verdict in verdicts.items():
        print(f"{path}: {verdict}")
    sys.exit(any(word in verdict for verdict in verdicts.values() for word in ("DIFFERS", "NOT REFUSED")))


if __name__ == "__main__":
    main()
