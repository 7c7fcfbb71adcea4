#!/usr/bin/env python3
"""A million rows with Python's csv module, kept as vigie keeps them: a journal with checksums, written and synced before
anything else counts on it, then every customer's open items, ageing and total in one JSON file that takes its name when
it is whole. Indicators, scores, rules and alerts are left out.

usage: peer_portfolio.py FILE FOLDER DAY    prints rows, customers, total cents
"""
import csv
import hashlib
import json
import os
import sys
import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path

PART = 20_000
BOUNDS = ((0, "notDue"), (30, "1-30"), (60, "31-60"), (90, "61-90"))


def amount(cents):
    return f"{cents // 100}.{cents % 100:02d}"


def bucket(days):
    return next((name for bound, name in BOUNDS if days <= bound), "over90")


def sync(file):
    file.flush()
    os.fsync(file.fileno())


def main():
    source, folder, today = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    customers, seen, total, part, sequence = {}, set(), 0, [], 0
    with open(folder / "journal.jsonl", "wb") as journal, open(source, newline="", encoding="utf-8") as file:

        def write():
            nonlocal part, sequence
            sequence += 1
            text = json.dumps({"sequence": sequence, "file": digest, "rows": part}, ensure_ascii=False)
            journal.write(f'{text[:-1]},"crc":"{zlib.crc32(text.encode()):08x}"}}\n'.encode())
            part = []

        for row in csv.DictReader(file, delimiter=";"):
            number = row["numero"]
            if number in seen:
                continue
            seen.add(number)
            issued, due = date.fromisoformat(row["date"]), date.fromisoformat(row["echeance"])
            cents = int(Decimal(row["montant_ttc"].replace(",", ".")) * 100)
            who = row["code_client"], row["client"]
            customers.setdefault(who, []).append((due, issued, number, cents, row["devise"]))
            part.append((number, row["date"], row["echeance"], row["montant_ttc"], *who))
            total += cents
            if len(part) == PART:
                write()
        if part:
            write()
        sync(journal)
    temporary = folder / "portfolio.json.tmp"
    with open(temporary, "w", encoding="utf-8") as out:
        out.write(f'{{"asOf":"{today}","exposure":{amount(total)},"customers":[\n')
        first = True
        for (code, name), items in sorted(customers.items()):
            items.sort()
            ageing = dict.fromkeys([name for _, name in BOUNDS] + ["over90"], 0)
            for due, _, _, cents, _ in items:
                ageing[bucket((today - due).days)] += cents
            opened = ",".join(
                f'{{"number":{json.dumps(number)},"issued":"{issued}","due":"{due}","currency":"{currency}",'
                f'"amount":{amount(cents)},"open":{amount(cents)},"residual":{amount(cents)}}}'
                for due, issued, number, cents, currency in items)
            aged = ",".join(f'"{name}":{amount(cents)}' for name, cents in ageing.items())
            out.write("" if first else ",\n")
            first = False
            out.write(f'{{"key":"code:{code}","name":{json.dumps(name, ensure_ascii=False)},'
                      f'"exposure":{amount(sum(item[3] for item in items))},"ageing":{{{aged}}},"openItems":[{opened}]}}')
        out.write("\n]}\n")
        sync(out)
    temporary.rename(folder / "portfolio.json")
    print(len(seen), len(customers), total)


main()
