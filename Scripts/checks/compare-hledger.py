#!/usr/bin/env python3
"""Compares the balances of vigie with those of hledger, fed the same random movements.

    Scripts/checks/compare-hledger.py [path/to/vigie] [--histories N] [--documents N] [--seed N]

Each history is a year of a few customers' trade in two currencies: invoices, instalments, deposits deducted from a final
invoice, corrected invoices, credit notes, payments with and without reference, cents left over, overpayments, returns,
refunds and write-offs. It is written as CSV files for `vigie run --once`, the rows shuffled and cut into files at random,
and as an hledger journal in order of time. Each customer's balance in each currency must be equal to the cent: open items
less unallocated credits in portfolio.json, the account's balance in hledger. Exits 1 where one is not.
Needs hledger (apt-get install hledger).
"""
import argparse
import csv
import io
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

INVOICES = ["numero", "date", "echeance", "code_client", "client", "montant_ttc", "devise", "type", "origine"]
PAYMENTS = ["date", "reference", "code_client", "client", "montant", "devise", "facture", "type"]
EVENTS = ["evenement", "date", "code_client", "facture", "montant", "devise"]
# The default of rules/company.yaml: what is left of an invoice that a payment names is given up up to this.
TOLERANCE = Decimal("1.00")


class Trade:
    """Random movements, as rows for vigie and as postings for hledger."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.rows = {"invoices": [], "payments": [], "events": []}
        self.postings = []
        self.invoices = []
        self.payments = []

    def amount(self, low, high):
        return Decimal(self.random.randrange(low * 100, high * 100)) / 100

    def day(self):
        return date(2025, 12, 1) + timedelta(days=self.random.randrange(330))

    def customer(self):
        return f"C{self.random.randrange(6)}"

    def post(self, day, text, customer, amount, currency):
        self.postings.append((day, text, customer, amount, currency))

    def invoice(self, number, kind="facture", customer=None, currency=None, amount=None, origin="", due=None, posts=True):
        item = {
            "number": number, "day": self.day(), "customer": customer or self.customer(),
            "amount": amount or self.amount(5, 3000), "closed": False, "paid": False,
            "currency": currency or self.random.choice(["EUR", "EUR", "EUR", "USD"]),
        }
        due = due or item["day"] + timedelta(days=self.random.randrange(61))
        self.row(item, kind, origin, due, item["amount"])
        if posts:
            sign = -1 if kind == "avoir" else 1
            self.post(item["day"], number, item["customer"], sign * item["amount"], item["currency"])
        return item

    def row(self, item, kind, origin, due, amount):
        self.rows["invoices"].append([[
            item["number"], item["day"], due, item["customer"], "Client " + item["customer"], amount, item["currency"],
            kind, origin]])

    def plain(self, index):
        self.invoices.append(self.invoice(f"F{index}"))

    def schedule(self, index):
        item = self.invoice(f"F{index}")
        whole, first = self.rows["invoices"].pop()[0], self.amount(1, 4)
        parts = [(first, 30), (item["amount"] - first, 60)]
        self.rows["invoices"].append(
            [whole[:2] + [item["day"] + timedelta(days=days)] + whole[3:5] + [part] + whole[6:] for part, days in parts])
        self.invoices.append(item)

    def deposit(self, index):
        deposit = self.invoice(f"D{index}", "acompte")
        whole = deposit["amount"] + self.amount(5, 3000)
        final = self.invoice(
            f"F{index}", "finale", deposit["customer"], deposit["currency"], whole, deposit["number"], posts=False)
        self.post(final["day"], final["number"], final["customer"], whole - deposit["amount"], final["currency"])
        self.invoices.append(deposit)

    def credit_note(self, index):
        fresh = self.fresh()
        old, named = fresh or self.random.choice(self.invoices), fresh["number"] if fresh else ""
        self.invoice(f"A{index}", "avoir", old["customer"], old["currency"], None, named)

    def correct(self, index):
        old = self.fresh()
        if not old:
            return
        new = self.invoice(f"F{index}", "rectificative", old["customer"], old["currency"], None, old["number"])
        self.post(new["day"], f"{old['number']} corrected", old["customer"], -old["amount"], old["currency"])

    def fresh(self):
        """An invoice that nothing names yet, for one thing that must be all that happens to it."""
        free = [item for item in self.invoices if not item["closed"] and not item["paid"]]
        if not free:
            return None
        item = self.random.choice(free)
        item["closed"] = True
        return item

    def pay(self, index, customer, amount, currency, named="", kind="paiement", day=None, reference=None):
        payment = {
            "reference": reference or f"P{index}", "day": day or self.day(), "customer": customer, "amount": amount,
            "currency": currency, "named": named,
        }
        self.rows["payments"].append([[
            payment["day"], payment["reference"], customer, "Client " + customer, amount, currency, named, kind]])
        sign = -1 if kind == "paiement" else 1
        self.post(payment["day"], payment["reference"], customer, sign * amount, currency)
        return payment

    def pay_invoice(self, index):
        old = self.random.choice(self.invoices)
        # More than the tolerance stays open, or nothing does.
        part = self.random.choice([old["amount"], old["amount"] / 2, old["amount"] + self.amount(1, 50)])
        amount = max(Decimal("0.01"), part.quantize(Decimal("0.01")))
        if self.random.random() < 0.3:
            self.payments.append(self.pay(index, old["customer"], self.amount(1, 2000), old["currency"]))
        elif not old["paid"] and not old["closed"] and (amount >= old["amount"] or old["amount"] - amount > TOLERANCE):
            old["paid"] = True
            self.payments.append(self.pay(index, old["customer"], amount, old["currency"], old["number"]))

    def short(self, index):
        old = self.fresh()
        rest = Decimal(self.random.randrange(1, 101)) / 100
        # What is left is given up where it is less than what was paid.
        if not old or rest >= old["amount"] - rest:
            return
        day = self.day()
        self.pay(index, old["customer"], old["amount"] - rest, old["currency"], old["number"], day=day)
        if old["currency"] == "EUR":
            self.post(day, f"{old['number']} within tolerance", old["customer"], -rest, "EUR")

    def take_back(self, index):
        if not self.payments:
            return
        old = self.payments.pop(self.random.randrange(len(self.payments)))
        day = old["day"] + timedelta(days=self.random.randrange(1, 40))
        self.pay(index, old["customer"], old["amount"], old["currency"], old["named"], "rejet", day, old["reference"])

    def refund(self, index):
        self.pay(index, self.customer(), self.amount(1, 500), "EUR", "", "remboursement")

    def write_off(self, index):
        old = self.fresh()
        if not old:
            return
        day, amount = self.day(), (old["amount"] / 2).quantize(Decimal("0.01"))
        self.rows["events"].append([["passage en perte", day, old["customer"], old["number"], amount, old["currency"]]])
        self.post(day, f"{old['number']} written off", old["customer"], -amount, old["currency"])

    def make(self, count):
        for index in range(3):
            self.plain(index)
        steps = [
            (self.plain, 30), (self.schedule, 5), (self.deposit, 5), (self.credit_note, 8), (self.correct, 4),
            (self.pay_invoice, 30), (self.short, 6), (self.take_back, 4), (self.refund, 3), (self.write_off, 3),
        ]
        for index in range(3, count):
            self.random.choices([step for step, _ in steps], [weight for _, weight in steps])[0](index)

    def write(self, home):
        heads = {"invoices": INVOICES, "payments": PAYMENTS, "events": EVENTS}
        for name, groups in self.rows.items():
            self.random.shuffle(groups)
            cut = self.random.randrange(len(groups) + 1)
            for part, some in enumerate((groups[:cut], groups[cut:])):
                if not some:
                    continue
                text = io.StringIO()
                writer = csv.writer(text, delimiter=";")
                writer.writerow(heads[name])
                writer.writerows(row for group in some for row in group)
                Path(home, "inbox", f"{self.random.randrange(10**6):06}-{name}-{part}.csv").write_text(text.getvalue())

    def journal(self):
        lines = []
        for day, text, customer, amount, currency in sorted(self.postings, key=lambda posting: posting[0]):
            lines += [f"{day} {text}", f"  receivables:{customer}  {amount} {currency}", "  others", ""]
        return "\n".join(lines)


def from_hledger(text):
    with tempfile.NamedTemporaryFile("w", suffix=".journal") as file:
        file.write(text)
        file.flush()
        command = ["hledger", "-f", file.name, "balance", "receivables", "--flat", "--no-total", "-E", "-O", "csv", "--layout=bare"]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sums = defaultdict(Decimal)
    for row in csv.DictReader(io.StringIO(output)):
        sums[row["account"].split(":")[1], row["commodity"]] += Decimal(row["balance"])
    return sums


def from_vigie(vigie, home):
    run = subprocess.run([vigie, "run", "--once", "--as-of", "2027-03-31", "--home", home], capture_output=True, text=True)
    if run.returncode or "refusés 0 ; lignes refusées : 0" not in run.stdout:
        sys.exit(f"vigie did not take everything: {run.stdout}{run.stderr}")
    view = json.loads(Path(home, "portfolio", "portfolio.json").read_text(), parse_float=Decimal, parse_int=Decimal)
    sums = defaultdict(Decimal)
    for customer in view["customers"]:
        code = customer["identifiers"]["codes"][0]
        for item in customer["openItems"]:
            sums[code, item["currency"]] += item["open"]
        for credit in customer.get("unallocatedCredits", []):
            sums[code, credit["currency"]] -= credit["unallocated"]
    return sums


def compare(vigie, seed, count):
    trade = Trade(seed)
    trade.make(count)
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([vigie, "init", "--home", home], capture_output=True, check=True)
        trade.write(home)
        found = from_vigie(vigie, home)
    expected = from_hledger(trade.journal())
    wrong = [key for key in sorted({*expected, *found}) if expected[key] != found[key]]
    for code, currency in wrong:
        print(f"seed {seed}, {code} {currency}: hledger {expected[code, currency]}, vigie {found[code, currency]}")
    return len({*expected, *found}), len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vigie", nargs="?", default=".build/release/vigie")
    parser.add_argument("--histories", type=int, default=20)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    vigie = str(Path(options.vigie).resolve())
    results = [
        compare(vigie, seed, options.documents) for seed in range(options.seed, options.seed + options.histories)]
    balances, wrong = (sum(numbers) for numbers in zip(*results))
    print(f"{options.histories} histories from seed {options.seed}: {balances} balances, {wrong} differ from hledger")
    sys.exit(1 if wrong else 0)


main()
