#!/usr/bin/env python3
"""Compares the indicators that vigie publishes with a computation that shares no code with it.

    Scripts/checks/compare-indicators.py [--seed N] [--customers N] [--rounds N] [path/to/vigie]

Writes a random portfolio as CSV tables, runs vigie over it in a temporary home, works every figure out again from the
same tables with decimal arithmetic, and compares with portfolio.json: amounts exactly, shares and days to 1e-9.
Written from the definitions of the indicators (README), not from the program. Exits 1 where a figure differs.
"""
import argparse
import calendar
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 23)
CENT = Decimal("0.01")
TOLERANCE = Decimal("1.00")
BASE = "EUR"  # no rate is known of any other currency: it adds to no amount, and counts by its days
SHARE = Decimal(90)  # insured share, extension and declaration delay where a decision is silent: rules/company.yaml
EXTENSION, DECLARATION = 60, 90
RATES = [Decimal(rate) for rate in ("0.5", "2", "5", "15", "50")]
STEP = timedelta(days=1)


# ---- Days


def months_before(day, count):
    index = day.year * 12 + day.month - 1 - count
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def within_months(day, count):
    return months_before(TODAY, count) < day <= TODAY


def within_days(day, count, skipped=0):
    return skipped <= (TODAY - day).days < skipped + count


# ---- A random portfolio


def siren(number):
    digits = [int(digit) for digit in f"{number:08d}"]
    total = sum(sum(divmod(d * 2, 10)) if place % 2 else d for place, d in enumerate(digits))
    return "".join(map(str, digits)) + str(-total % 10)


class Generator:
    """Tables of invoices, payments, decisions and disputes, as an accounting department would export them."""

    def __init__(self, seed, customers):
        self.random = random.Random(seed)
        self.customers = [(f"C{n:03d}", f"Client {n:03d}", siren(30_000_000 + n * 7919)) for n in range(customers)]
        self.invoices, self.payments, self.limits, self.events = [], [], [], []
        for customer in self.customers:
            self.fill(customer)

    def days(self, least, most):
        return timedelta(days=self.random.randint(least, most))

    def amount(self, least, most):
        return Decimal(self.random.randint(least * 100, most * 100)) * CENT

    def fill(self, customer):
        code = customer[0]
        late = self.random.randint(-10, 60)
        span = self.random.choice([120, 400, 800])
        for n in range(self.random.randint(0, 40)):
            self.invoice(customer, f"{code}-{n:02d}", TODAY - self.days(0, span), late)
        for n in range(self.random.randint(0, 2)):
            self.payments.append(
                dict(customer=customer, reference=f"{code}-L{n}", date=TODAY - self.days(0, 200),
                     amount=self.amount(5, 9000), invoice=None, kind="payment", currency=BASE))
        self.decide(customer)

    def invoice(self, customer, number, issued, late):
        amount = self.amount(20, 20_000)
        due = issued + timedelta(days=self.random.choice([0, 30, 45, 60, 75, 90]))
        currency = "USD" if self.random.random() < 0.1 else BASE
        self.invoices.append(
            dict(customer=customer, number=number, issued=issued, due=due, amount=amount, credits=None,
                 currency=currency))
        left = amount
        if self.random.random() < 0.1:
            credit = min(left, self.amount(5, 5000)) if self.random.random() < 0.7 else left
            if Decimal(0) < left - credit <= 20:
                credit = left
            day = issued + self.days(0, 60)
            if day <= TODAY:
                self.invoices.append(
                    dict(customer=customer, number=number + "A", issued=day, due=day, amount=-credit, credits=number,
                         currency=currency))
                left -= credit
        paid = due + timedelta(days=late) + self.days(-15, 15)
        if left and self.random.random() < 0.75:
            self.pay(customer, number, max(issued, paid), left, currency)
        if self.random.random() < 0.08:
            part = None if self.random.random() < 0.5 else self.amount(1, 3000)
            self.events.append(
                dict(customer=customer, invoice=number, date=issued + self.days(1, 30), kind="litige", amount=part))

    def pay(self, customer, number, day, left, currency):
        shares = [left]
        if left > 100 and self.random.random() < 0.2:
            first = (left / self.random.randint(2, 4)).quantize(CENT)
            shares = [first, left - first] if self.random.random() < 0.7 else [first]
        for place, share in enumerate(shares):
            when = day + timedelta(days=17 * place)
            if when > TODAY:
                return
            payment = dict(customer=customer, reference=f"V{number}-{place}", date=when, amount=share,
                           invoice=number, kind="payment", currency=currency)
            self.payments.append(payment)
            back = when + self.days(2, 20)
            if self.random.random() < 0.04 and back <= TODAY:
                self.payments.append(dict(payment, kind="return", date=back))

    def decide(self, customer):
        day = TODAY - self.days(200, 900)
        for _ in range(self.random.randint(0, 4)):
            status = self.random.choice(["granted"] * 5 + ["reduced", "cancelled", "refused"])
            temporary = status == "granted" and self.random.random() < 0.2
            ends = status in ("granted", "reduced") and (temporary or self.random.random() < 0.3)
            limit = Decimal(0) if status == "refused" else self.amount(1000, 80_000).quantize(Decimal(1))
            self.limits.append(
                dict(customer=customer, amount=limit, start=day, status=status, temporary=temporary,
                     end=day + self.days(60, 600) if ends else None,
                     share=self.random.choice([None, Decimal(90), Decimal("87.5"), Decimal(95)]),
                     credit=self.random.choice([None, None, 60, 90]),
                     extension=self.random.choice([None, 30]), declaration=self.random.choice([None, 120])))
            day += self.days(1, 300)

    def write(self, folder):
        def table(name, head, rows):
            lines = [head] + [";".join("" if cell is None else str(cell) for cell in row) for row in rows]
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")

        table("a-factures.csv", "numero;date;echeance;code_client;client;siren;montant_ttc;type;origine;devise",
              [(i["number"], i["issued"], i["due"], *i["customer"], i["amount"].copy_abs(),
                "avoir" if i["amount"] < 0 else "facture", i["credits"], i["currency"]) for i in self.invoices])
        table("b-reglements.csv", "date;reference;code_client;client;siren;montant;facture;type;devise",
              [(p["date"], p["reference"], *p["customer"], p["amount"], p["invoice"], p["kind"],
                p["currency"])
               for p in self.payments])
        table("c-limites.csv",
              "code_client;client;siren;assureur;limite_assuree;debut;fin;statut;quotite;duree_max_credit;"
              "prorogation_max;delai_declaration;temporaire",
              [(*x["customer"], "Assureur A", x["amount"], x["start"], x["end"], x["status"], x["share"], x["credit"],
                x["extension"], x["declaration"], "oui" if x["temporary"] else "non") for x in self.limits])
        table("d-litiges.csv", "evenement;date;code_client;client;siren;facture;montant",
              [(e["kind"], e["date"], *e["customer"], e["invoice"], e["amount"]) for e in self.events])


# ---- The definitions


class Customer:
    """What one customer owes and how it paid, from the tables alone."""

    def __init__(self, tables, customer):
        def own(rows):
            return [row for row in rows if row["customer"] == customer]

        self.items = [dict(i, open=i["amount"], paid=[], parts=[]) for i in own(tables.invoices) if i["amount"] > 0]
        by_number = {item["number"]: item for item in self.items}
        self.notes = [dict(i, amount=-i["amount"]) for i in own(tables.invoices) if i["amount"] < 0]
        returned = {p["reference"]: p["date"] for p in own(tables.payments) if p["kind"] == "return"}
        self.cash = [
            dict(p, returned=returned.get(p["reference"])) for p in own(tables.payments) if p["kind"] == "payment"]
        for note in self.notes:
            self.settle(by_number[note["credits"]], note["amount"], note["issued"], cash=False)
            by_number[note["credits"]]["open"] -= note["amount"]
        self.free = []
        for payment in sorted(self.cash, key=lambda p: (p["date"], p["reference"])):
            if payment["returned"]:
                continue
            item = by_number.get(payment["invoice"])
            if item is None:
                self.free.append(payment)
            else:
                self.settle(item, payment["amount"], payment["date"], cash=True)
                item["open"] -= payment["amount"]
        for item in self.items:
            item["residual"] = item["open"]
        self.oldest_first()
        for event in (e for e in own(tables.events) if e["date"] <= TODAY):
            by_number[event["invoice"]]["dispute"] = event
        self.limits = own(tables.limits)

    @staticmethod
    def settle(item, amount, day, cash):
        item["parts"].append((day, cash))
        item["paid"].append(max(day, item["issued"]))

    def oldest_first(self):
        """Unreferenced cash is taken to pay what is due first: a view, the cash stays unallocated."""
        waiting = sorted((i for i in self.items if i["open"] > 0), key=lambda i: (i["due"], i["issued"], i["number"]))
        for payment in self.free:
            left = payment["amount"]
            for item in known(waiting):
                part = min(left, item["residual"])
                if part > 0:
                    item["residual"] -= part
                    left -= part
                    self.settle(item, part, payment["date"], cash=True)

    # -- position

    def contested(self, item):
        if "dispute" not in item:
            return Decimal(0)
        part = item["dispute"]["amount"]
        return min(item["residual"], item["residual"] if part is None else part)

    def late(self, beyond=0, items=None):
        for item in self.open if items is None else items:
            rest = item["residual"] - self.contested(item)
            if item["due"] < TODAY and (TODAY - item["due"]).days > beyond and rest > TOLERANCE:
                yield item, rest

    @property
    def open(self):
        return [item for item in self.all_open if item["currency"] == BASE]

    @property
    def all_open(self):
        return [item for item in self.items if item["residual"] > 0]

    @property
    def exposure(self):
        return sum((i["open"] for i in self.items if i["currency"] == BASE), Decimal(0)) - self.unallocated

    @property
    def unallocated(self):
        return sum((p["amount"] for p in self.free), Decimal(0))

    @property
    def positive(self):
        return sum((i["residual"] for i in self.open), Decimal(0))

    def overdue(self, beyond=0):
        return sum((rest for _, rest in self.late(beyond)), Decimal(0))

    @property
    def oldest(self):
        return max(((TODAY - item["due"]).days for item, _ in self.late(items=self.all_open)), default=0)

    @property
    def buckets(self):
        found = [Decimal(0)] * 5
        for item in self.open:
            days = (TODAY - item["due"]).days
            place = 0 if days <= 0 else 1 if days <= 30 else 2 if days <= 60 else 3 if days <= 90 else 4
            found[place] += item["residual"]
        return found

    def exposure_at(self, day):
        owed = sum((i["amount"] for i in known(self.items) if i["issued"] <= day), Decimal(0))
        owed -= sum((n["amount"] for n in known(self.notes) if n["issued"] <= day), Decimal(0))
        gone = (p for p in known(self.cash) if p["date"] <= day and not (p["returned"] and p["returned"] <= day))
        return owed - sum((p["amount"] for p in gone), Decimal(0))

    def invoiced(self, test):
        return sum((i["amount"] for i in known(self.items) if test(i["issued"])), Decimal(0))

    @property
    def invoiced90(self):
        return self.invoiced(lambda day: within_days(day, 90))

    def month(self, year, month):
        return self.invoiced(lambda day: (day.year, day.month) == (year, month) and day <= TODAY)

    # -- behaviour

    def settled(self, test):
        for item in self.items:
            if item["residual"] == 0 and "dispute" not in item and any(cash for _, cash in item["parts"]):
                day = max(item["paid"])
                if test(day):
                    yield item, day

    def average_late(self, test):
        found = [(item["amount"], (day - item["due"]).days) for item, day in self.settled(test)
                 if item["currency"] == BASE]
        amount = sum((a for a, _ in found), Decimal(0))
        return sum((a * d for a, d in found), Decimal(0)) / amount if amount else None

    # -- insurance

    @staticmethod
    def covers(limit):
        return Decimal(0) if limit["status"] in ("refused", "cancelled") else limit["amount"]

    def cover(self, day):
        """The sum in force on a day with the decision that governs; None where there is no cover."""
        def running(limit):
            return limit["end"] is None or limit["end"] >= day

        begun = [limit for limit in self.limits if limit["start"] <= day]
        permanent = sorted((x for x in begun if not x["temporary"]), key=lambda x: (x["start"], -self.covers(x)))
        governing = permanent[-1] if permanent else None
        parts = []
        if governing and (self.covers(governing) == 0 or running(governing)):
            parts.append(governing)
        revoked = max((x["start"] for x in permanent if self.covers(x) == 0), default=date.min)
        parts += [x for x in begun if x["temporary"] and running(x) and x["start"] > revoked]
        if not parts:
            return None
        # The clauses are those of a decision that covers something, the permanent one first.
        leading = next((part for part in parts if self.covers(part) > 0), parts[0])
        return sum((self.covers(part) for part in parts), Decimal(0)), leading, parts

    def suspended(self, day, extension):
        for item in self.items:
            if item["residual"] > 0:
                counts, end = item["residual"] - self.contested(item) > TOLERANCE, date.max
            else:
                counts, end = "dispute" not in item and bool(item["paid"]), max(item["paid"], default=date.max)
            if counts and item["due"] + timedelta(days=extension + 1) <= day <= end:
                return True
        return False

    def allotted(self):
        """Cover dealt to open items by invoice date, under the limit of each one's day."""
        used = Decimal(0)
        for item in sorted(self.open, key=lambda i: (i["issued"], i["due"], i["number"])):
            found = self.cover(item["issued"])
            if not found or found[0] <= used:
                continue
            limit, decision, _ = found
            credit = decision["credit"]
            if credit is not None and (item["due"] - item["issued"]).days > credit:
                continue
            part = min(item["residual"], limit - used)
            if part > 0 and not self.suspended(item["issued"], decision["extension"] or EXTENSION):
                used += part
                yield item, part, decision

    def without_rate(self):
        """Items without a rate that have cover: what was invoiced before them has not used the limit up."""
        dealt = list(self.allotted())
        for item in self.all_open:
            if item["currency"] == BASE:
                continue
            found = self.cover(item["issued"])
            place = (item["issued"], item["due"], item["number"])
            used = sum((part for i, part, _ in dealt if (i["issued"], i["due"], i["number"]) < place), Decimal(0))
            if not found or found[0] <= used:
                continue
            decision = found[1]
            credit = decision["credit"]
            if credit is not None and (item["due"] - item["issued"]).days > credit:
                continue
            if not self.suspended(item["issued"], decision["extension"] or EXTENSION):
                yield item, Decimal(0), decision

    def days_left(self):
        """Days to the last day on which, by the decisions known, there is as much cover as today."""
        found = self.cover(TODAY)
        if not found or found[0] == 0:
            return None
        days = {x["start"] for x in self.limits} | {x["end"] + STEP for x in self.limits if x["end"]}
        for day in sorted(day for day in days if day > TODAY):
            later = self.cover(day)
            if (later[0] if later else 0) < found[0]:
                return (day - STEP - TODAY).days
        return None


def known(rows):
    """Those whose amounts count."""
    return [row for row in rows if row["currency"] == BASE]


def own_share(amount, share):
    return (amount * (100 - share) / 100).quantize(CENT, ROUND_HALF_UP)


def ratio(part, whole):
    return Decimal(part) / whole if whole > 0 else None


def count_back(exposure, month):
    if exposure <= 0:
        return Decimal(0)
    left, days = exposure, 0
    year, number, length = TODAY.year, TODAY.month, TODAY.day
    for _ in range(24):
        sales = month(year, number)
        if sales >= left:
            return days + length * left / sales
        left -= sales
        days += length
        year, number = (year - 1, 12) if number == 1 else (year, number - 1)
        length = calendar.monthrange(year, number)[1]
    return None


def lawful(issued, due):
    """Days beyond 60 from the invoice and beyond 45 end of month in both readings (L441-10)."""
    def month_end(day):
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])

    latest = max(issued + timedelta(days=60), month_end(issued + timedelta(days=45)),
                 month_end(issued) + timedelta(days=45))
    return max(0, (due - latest).days)


def indicators(c):
    """Every figure of one customer that the tables give; None where it is not known."""
    def year(day):
        return within_months(day, 12)

    found = {
        "exposure": c.exposure, "overdueAmount": c.overdue(), "oldestOverdueDays": c.oldest,
        "invoiced90": c.invoiced90, "exposure90DaysAgo": c.exposure_at(TODAY - timedelta(days=90)),
        "unallocatedCash": c.unallocated, "overdueShare": ratio(c.overdue(), c.positive),
        "disputedAmount": sum((c.contested(i) for i in c.open), Decimal(0)),
    }
    for days in (30, 60, 90):
        found[f"overdue{days}Amount"] = c.overdue(days)
        found[f"overdue{days}Share"] = ratio(c.overdue(days), c.positive)
    found["disputeShare"] = ratio(found["disputedAmount"], c.positive)
    behaviour(c, found, year)
    insurance(c, found)
    return found


def behaviour(c, found, year):
    settled = list(c.settled(year))
    paid = [(item, day) for item, day in settled if item["currency"] == BASE]
    amount = sum((item["amount"] for item, _ in paid), Decimal(0))
    late = sum((item["amount"] for item, day in paid if day > item["due"]), Decimal(0))
    parts = sum(1 for item, _ in settled if len({day for day, cash in item["parts"] if cash}) > 1)
    recent = c.average_late(lambda day: within_months(day, 3))
    before = c.average_late(lambda day: year(day) and not within_months(day, 3))
    previous = c.invoiced(lambda day: within_days(day, 360, 90))
    credited = sum((n["amount"] for n in known(c.notes) if year(n["issued"])), Decimal(0))
    best = ratio(c.buckets[0] * 90, c.invoiced90)
    dso = count_back(c.exposure, c.month)
    found.update(
        averageDaysLate=c.average_late(year), lateShare=ratio(late, amount),
        paymentTrend=None if recent is None or before is None else recent - before,
        partialPaymentShare=ratio(parts, len(settled)), creditNoteRate=ratio(credited, c.invoiced(year)),
        returnedPayments=sum(1 for p in c.cash if p["returned"] and year(p["returned"])),
        purchaseShift=None if previous == 0 else c.invoiced90 * 4 / previous - 1, dso=dso,
        simpleDso=ratio(max(Decimal(0), c.exposure) * 90, c.invoiced90), bestPossibleDso=best,
        averageDaysDelinquent=None if dso is None or best is None else dso - best,
        termsBeyondLegal=max((lawful(i["issued"], i["due"]) for i in c.all_open), default=None),
        otherCurrencyItems=sum(1 for i in c.items if i["currency"] != BASE and i["open"] > 0))


def insurance(c, found):
    cover = c.cover(TODAY)
    insurable = max(Decimal(0), c.exposure)
    limit = cover[0] if cover else None
    share = (cover[1]["share"] or SHARE) if cover else SHARE
    extension = (cover[1]["extension"] or EXTENSION) if cover else EXTENSION
    allotted = list(c.allotted())
    by_share = defaultdict(Decimal)
    due = []
    for item, part, decision in allotted + list(c.without_rate()):
        days = (decision["declaration"] or DECLARATION) - (TODAY - item["due"]).days
        is_overdue = item["due"] < TODAY and item["residual"] > TOLERANCE
        if is_overdue:
            due.append(days)
        # What nobody declared in time is lost, and still takes its part of the limit.
        if not (is_overdue and days < 0):
            by_share[decision["share"] or SHARE] += part
    declarable = [days for days in due if days >= 0]
    lapsed = [-days for days in due if days < 0]
    beyond = []
    for item in c.all_open if cover else []:
        credit = (c.cover(item["issued"]) or cover)[1]["credit"]
        if credit is not None:
            beyond.append(max(0, (item["due"] - item["issued"]).days - credit))
    ended = [x["end"] for x in c.limits if c.covers(x) > 0 and x["end"] and x["end"] < TODAY] if not cover else []
    since = None
    if cover and limit == 0:
        since = cover[1]["start"]
    elif limit and c.oldest > extension:
        since = TODAY
        while c.suspended(since - STEP, extension):
            since -= STEP
    within = min(insurable, limit or Decimal(0))
    found.update(
        insurableExposure=insurable, insuredLimit=limit, uninsured=c.exposure > 0 and not limit,
        insuredLimitUtilisation=ratio(insurable, limit) if limit else None,
        uninsuredExposure=insurable - within + own_share(within, share),
        coveredExposure=sum((a - own_share(a, s) for s, a in by_share.items()), Decimal(0)),
        insuredLimitDaysLeft=c.days_left(), declarationDaysLeft=min(declarable, default=max(due, default=None)),
        declarationLapsedDays=min(lapsed, default=None),
        coverLost=c.oldest > extension if limit else None, termsBeyondPolicy=max(beyond, default=None),
        limitRevoked=limit == 0 if cover else False,
        insuredLimitEndedDays=(TODAY - max(ended)).days if ended else None,
        uncoveredDeliveries=sum((i["residual"] for i in c.open if since and i["issued"] >= since), Decimal(0)))


def portfolio(customers, published):
    """Every figure of the whole; grades and probabilities are taken as published."""
    def total(figure):
        return sum((figure(c) for c in customers.values()), Decimal(0))

    positive, exposure, invoiced = total(lambda c: c.positive), total(lambda c: c.exposure), total(lambda c: c.invoiced90)
    buckets = [sum(column, Decimal(0)) for column in zip(*(c.buckets for c in customers.values()))]
    opening = total(lambda c: c.exposure_at(TODAY - timedelta(days=90)))
    uninsured = {code: indicators(c)["uninsuredExposure"] for code, c in customers.items()}
    loss = sum((uninsured[code] * published[code]["score"]["probability"] for code in customers), Decimal(0))
    shares = sorted((c.positive for c in customers.values()), reverse=True)
    dso = count_back(exposure, lambda *month: total(lambda c: c.month(*month)))
    best = ratio(buckets[0] * 90, invoiced)
    found = {
        "exposure": exposure, "overdueAmount": total(lambda c: c.overdue()),
        "overdueShare": ratio(total(lambda c: c.overdue()), positive),
        "disputeShare": ratio(total(lambda c: sum((c.contested(i) for i in c.open), Decimal(0))), positive),
        "unallocatedCash": total(lambda c: c.unallocated), "invoiced90": invoiced, "exposure90DaysAgo": opening,
        "dso": dso, "simpleDso": ratio(max(Decimal(0), exposure) * 90, invoiced), "bestPossibleDso": best,
        "averageDaysDelinquent": None if dso is None or best is None else dso - best,
        "collectionEffectiveness": ratio(opening + invoiced - exposure, opening + invoiced - buckets[0]),
        "uninsuredExposure": sum(uninsured.values()), "uninsuredShare": ratio(sum(uninsured.values()), positive),
        "expectedLoss": loss.quantize(CENT, ROUND_HALF_UP),
        "provision": sum((a * r / 100).quantize(CENT, ROUND_HALF_UP) for a, r in zip(buckets, RATES)),
        "herfindahl": ratio(sum(share * share for share in shares), positive * positive),
    }
    for days in (30, 60, 90):
        found[f"overdue{days}Share"] = ratio(total(lambda c: c.overdue(days)), positive)
    for count in (1, 5, 10):
        found[f"top{count}Share"] = ratio(sum(shares[:count]), positive)
    return found


# ---- The comparison


def differs(mine, theirs):
    if mine is None or theirs is None:
        return mine is not theirs
    if isinstance(mine, bool) or isinstance(theirs, bool):
        return mine is not theirs
    return abs(Decimal(mine) - theirs) > Decimal("1e-9") * max(1, abs(Decimal(mine)))


def run(vigie, seed, customers):
    tables = Generator(seed, customers)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(ROOT / "rules", home / "rules")
        (home / "inbox").mkdir()
        tables.write(home / "inbox")
        subprocess.run([vigie, "run", "--once", "--as-of", str(TODAY), "--home", folder], check=True,
                       stdout=subprocess.DEVNULL)
        refused = list((home / "rejected").glob("*/*.reason.json"))
        if refused:
            sys.exit(f"seed {seed}: refused {refused[0].read_text()}")
        book = json.loads((home / "portfolio/portfolio.json").read_text(), parse_float=Decimal, parse_int=Decimal)
    published = {entry["identifiers"]["codes"][0]: entry for entry in book["customers"]}
    mine = {code: Customer(tables, (code, name, key)) for code, name, key in tables.customers if code in published}
    missing = [code for code, c in ((c[0], Customer(tables, c)) for c in tables.customers)
               if code not in published and (c.items or c.cash or c.limits)]
    wrong = [f"seed {seed}: {code} is not published" for code in missing]
    figures = 0
    rows = [(code, indicators(customer), published[code]["indicators"]) for code, customer in mine.items()]
    rows.append(("portfolio", portfolio(mine, published), book["totals"]["indicators"]))
    for subject, expected, actual in rows:
        for name, value in expected.items():
            figures += 1
            if differs(value, actual.get(name)):
                wrong.append(f"seed {seed}: {subject} {name}: here {value}, vigie {actual.get(name)}")
    return figures, wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--customers", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("vigie", nargs="?", default=str(ROOT / ".build/debug/vigie"))
    options = parser.parse_args()
    figures, wrong = 0, []
    for seed in range(options.seed, options.seed + options.rounds):
        count, found = run(options.vigie, seed, options.customers)
        figures += count
        wrong += found
    for line in wrong[:40]:
        print(line)
    print(f"{figures} figures compared, {len(wrong)} differ")
    sys.exit(1 if wrong else 0)


main()
