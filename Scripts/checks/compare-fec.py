#!/usr/bin/env python3
"""Compares what vigie reads in a FEC with a sum that shares no code with it.

    Scripts/checks/compare-fec.py FEC.txt [path/to/vigie]

For every customer account (411, 413, 416) with its auxiliary: the sum of debit - credit of its rows must equal the
sum of the effects of the documents that `vigie read --json` prints, to the cent. Exits 1 where it does not.
With `-` in place of vigie, the JSON lines are read from standard input.
"""
import csv
import json
import subprocess
import sys
from collections import defaultdict
from decimal import Decimal


def rows(path):
    """The rows of a FEC as dictionaries; the separator is the commonest in the header."""
    raw = open(path, "rb").read()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    lines = [line for line in text.replace("\r\r\n", "\n").replace("\r\n", "\n").split("\n") if line.strip()]
    separator = max("\t|;", key=lines[0].count)
    names = [name.strip().lower() for name in lines[0].split(separator)]
    for line in csv.reader(lines[1:], delimiter=separator, quoting=csv.QUOTE_NONE):
        yield dict(zip(names, (cell.strip() for cell in line)))


def amount(text):
    return Decimal(text.replace(" ", "").replace("\u00a0", "").replace(",", ".") or "0")


def effect(row):
    if "debit" in row:
        return amount(row["debit"]) - amount(row["credit"])
    return amount(row["montant"]) * (1 if row["sens"].upper() in ("D", "1", "+1") else -1)


def own_account(account):
    """A customer that has accounts of its own (411DUPONT, 416DUPONT) is known by that of class 411."""
    return "411" + account[3:] if any(letter.isalpha() for letter in account[3:]) else account


def from_fec(path):
    sums = defaultdict(Decimal)
    for row in rows(path):
        if row["comptenum"][:3] in ("411", "413", "416"):
            sums[row["compauxnum"] or own_account(row["comptenum"])] += effect(row)
    return sums


def from_vigie(lines):
    sums = defaultdict(Decimal)
    for line in lines:
        document = json.loads(line, parse_float=Decimal, parse_int=Decimal)
        party = document.get("buyer") or document.get("payer") or {}
        if document["kind"] == "payment":
            sign = -1 if document.get("type", "payment") == "payment" else 1
            sums[party["code"]] += document.get("effect", sign * document["amount"])
        elif document["kind"] in ("invoice", "creditNote"):
            sums[party["code"]] += document["effect"]
    return sums


def main():
    path = sys.argv[1]
    vigie = sys.argv[2] if len(sys.argv) > 2 else ".build/release/vigie"
    if vigie == "-":
        lines = sys.stdin.read().splitlines()
    else:
        lines = subprocess.run([vigie, "read", path, "--json"], capture_output=True, text=True, check=True).stdout.splitlines()
    expected, found = from_fec(path), from_vigie(line for line in lines if line.startswith("{"))
    wrong = [code for code in sorted({*expected, *found}) if expected[code] != found[code]]
    for code in wrong:
        print(f"{code}: FEC {expected[code]}, vigie {found[code]}")
    print(f"{path}: {len(expected)} customer accounts, {len(wrong)} differ, balance {sum(expected.values())}")
    sys.exit(1 if wrong else 0)


main()
