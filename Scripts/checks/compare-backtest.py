#!/usr/bin/env python3
"""Compares what `vigie backtest` says of a score with a computation that shares no code with it.

    Scripts/checks/compare-backtest.py [path/to/vigie] [--late-days N] FILE...

From the list of judged invoices that `--json --list` prints, and from nothing else of it: both baselines of every
invoice (the customer's past amount-weighted average days late, and the share of all invoices settled so far that were
late), the areas under the ROC curve of the score and of the baselines (by ranks, and again by counting all pairs), what
became of each invoice, and the record of each grade. They must agree to 1e-9. Exits 1 where they do not.

The files must pay each invoice by its number, in one part and without taking payments back: only then does the list
hold all that was known on each day.
"""
import json
import subprocess
import sys
from bisect import bisect_left
from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction

TOLERANCE = 1e-9


def run(vigie, late_days, files):
    command = [vigie, "backtest", "--json", "--list", "--score-only", "--draws", "0", "--late-days", str(late_days)]
    done = subprocess.run([*command, "--data", *files], capture_output=True, text=True, check=True)
    return json.loads(done.stdout, parse_float=Decimal)


def days_late(invoice):
    return (date.fromisoformat(invoice["settled"]) - date.fromisoformat(invoice["due"])).days


def baselines(invoices, late_days):
    """For each invoice what had been settled before the day it was issued: its customer's average, and all's rate."""
    settled = [i for i in invoices if "settled" in i and i["outcome"] in ("late", "onTime")]
    for invoice in invoices:
        known = [s for s in settled if s["settled"] < invoice["issued"]]
        own = [s for s in known if s["customer"] == invoice["customer"]]

        def average(items):
            weight = sum(Fraction(item["amount"]) for item in items)
            return sum(Fraction(item["amount"]) * days_late(item) for item in items) / weight if weight else None

        found = average(own)
        if found is None:
            found = average(known)
        late = sum(1 for item in known if days_late(item) > late_days)
        yield found if found is not None else Fraction(0), Fraction(late, len(known)) if known else Fraction(0)


def area_by_ranks(risks, late):
    order = sorted(risks)
    ranks = []
    for risk in risks:
        first = bisect_left(order, risk)
        last = first
        while last + 1 < len(order) and order[last + 1] == risk:
            last += 1
        ranks.append(Fraction(first + last, 2) + 1)
    bad = sum(late)
    good = len(late) - bad
    return (sum(rank for rank, is_late in zip(ranks, late) if is_late) - Fraction(bad * (bad + 1), 2)) / (bad * good)


def area_by_pairs(risks, late):
    bads = [risk for risk, is_late in zip(risks, late) if is_late]
    goods = [risk for risk, is_late in zip(risks, late) if not is_late]
    halves = sum(2 if bad > good else 1 if bad == good else 0 for bad in bads for good in goods)
    return Fraction(halves, 2 * len(bads) * len(goods))


class Comparison:
    def __init__(self):
        self.differences = 0

    def same(self, what, found, expected):
        if abs(float(found) - float(expected)) > TOLERANCE:
            self.differences += 1
            print(f"{what}: vigie {found}, expected {float(expected)}")


def compare(report, late_days):
    check = Comparison()
    invoices = report["judgements"]
    for invoice, (average, rate) in zip(invoices, baselines(invoices, late_days)):
        check.same(f"{invoice['number']}: customer's average", invoice["customerAverage"], average)
        check.same(f"{invoice['number']}: rate of all", invoice["portfolioRate"], rate)
        if "settled" in invoice:
            check.same(f"{invoice['number']}: late", invoice["outcome"] == "late", days_late(invoice) > late_days)
    judged = [i for i in invoices if i["outcome"] in ("late", "onTime")]
    late = [i["outcome"] == "late" for i in judged]
    # Equal baselines must tie: they are compared as vigie printed them, to twelve decimals.
    for key, risk in (
        ("score", lambda i: -i["score"]),
        ("customerAverage", lambda i: i["customerAverage"]),
        ("portfolioRate", lambda i: i["portfolioRate"]),
    ):
        risks = [risk(i) for i in judged]
        stated = report["areaUnderCurve"][key]["value"]
        check.same(f"area of {key}, by ranks", stated, area_by_ranks(risks, late))
        check.same(f"area of {key}, by pairs", stated, area_by_pairs(risks, late))
    by_grade = defaultdict(list)
    for invoice in judged:
        by_grade[invoice["grade"]].append(invoice["outcome"] == "late")
    for grade in report["grades"]:
        own = by_grade[grade["grade"]]
        check.same(f"invoices of {grade['grade']}", grade["invoices"], len(own))
        check.same(f"late of {grade['grade']}", grade["late"], sum(own))
        if own:
            check.same(f"late rate of {grade['grade']}", grade["lateRate"], Fraction(sum(own), len(own)))
    print(
        f"{len(judged)} invoices judged, more than {late_days} days late: {sum(late)}, "
        f"area {float(report['areaUnderCurve']['score']['value']):.6f}, differences: {check.differences}"
    )
    return check.differences


def main():
    arguments = sys.argv[1:]
    late_days = [0, 10]
    if "--late-days" in arguments:
        place = arguments.index("--late-days")
        late_days = [int(arguments[place + 1])]
        del arguments[place : place + 2]
    vigie = ".build/release/vigie"
    if arguments and not arguments[0].endswith((".csv", ".txt", ".xml")):
        vigie = arguments.pop(0)
    sys.exit(1 if sum(compare(run(vigie, days, arguments), days) for days in late_days) else 0)


main()
