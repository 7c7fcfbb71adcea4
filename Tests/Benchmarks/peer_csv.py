#!/usr/bin/env python3
"""A million rows with Python's csv module into a dict of customers: dates checked, cents exact, numbers once.

usage: peer_csv.py FILE    prints rows, customers, total cents
"""
import csv
import sys
from datetime import date
from decimal import Decimal

customers, seen, total = {}, set(), 0
with open(sys.argv[1], newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file, delimiter=";"):
        number = row["numero"]
        if number in seen:
            continue
        seen.add(number)
        issued, due = date.fromisoformat(row["date"]), date.fromisoformat(row["echeance"])
        cents = int(Decimal(row["montant_ttc"].replace(",", ".")) * 100)
        customers.setdefault((row["code_client"], row["client"]), []).append((number, issued, due, cents, row["devise"]))
        total += cents
print(len(seen), len(customers), total)
