#!/usr/bin/env python3
"""Generates inputs for the benchmarks, deterministic by seed.

usage: generate.py ubl FOLDER COUNT | alarms FOLDER COUNT | csv FILE ROWS | settled FOLDER COUNT

`alarms` are large first invoices of customers without cover, each of which raises an alert. `settled` are a table of
invoices of long ago and one of the payments that name them.
"""
import random
import sys
from pathlib import Path

OWN = "900000001"


def luhn(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10


def siren(number):
    stem = f"{91000000 + number:08d}"
    return next(stem + str(d) for d in range(10) if luhn(stem + str(d)) == 0)


def ubl(number, customer, day, cents):
    net = cents / 100
    tax = round(cents * 20 / 100) / 100
    total = (cents + round(cents * 20 / 100)) / 100

    def party(tag, name, number_id):
        return f"""<cac:{tag}><cac:Party><cbc:EndpointID schemeID="0225">{number_id}</cbc:EndpointID>
<cac:PartyName><cbc:Name>{name}</cbc:Name></cac:PartyName><cac:PostalAddress><cbc:StreetName>12 rue de la Fonderie</cbc:StreetName><cbc:CityName>Nantes</cbc:CityName><cbc:PostalZone>44000</cbc:PostalZone><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
<cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName><cbc:CompanyID schemeID="0002">{number_id}</cbc:CompanyID></cac:PartyLegalEntity>
<cac:Contact><cbc:Name>Service comptable</cbc:Name><cbc:Telephone>02 40 00 00 00</cbc:Telephone></cac:Contact></cac:Party></cac:{tag}>
"""
    lines = "".join(f"""<cac:InvoiceLine><cbc:ID>{n}</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">{net if n == 1 else 0:.2f}</cbc:LineExtensionAmount>
<cac:Item><cbc:Description>Fourniture et pose d'ouvrages métalliques, repère {n}</cbc:Description><cbc:Name>Ouvrage {n}</cbc:Name><cac:SellersItemIdentification><cbc:ID>REF-{n:05d}</cbc:ID></cac:SellersItemIdentification><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20.00</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
<cac:Price><cbc:PriceAmount currencyID="EUR">{net if n == 1 else 0:.2f}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
""" for n in range(1, 13))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ProfileID>B1</cbc:ProfileID><cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-10-{day:02d}</cbc:IssueDate><cbc:DueDate>2026-12-{day:02d}</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
<cbc:Note>#PMD#Pénalités de retard : trois fois le taux d'intérêt légal.</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
{party("AccountingSupplierParty", "Ateliers Vauban SAS", OWN)}{party("AccountingCustomerParty", f"Client {customer}", siren(customer))}<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{tax:.2f}</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">{net:.2f}</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">{net:.2f}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">{total:.2f}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">{total:.2f}</cbc:PayableAmount></cac:LegalMonetaryTotal>
{lines}</Invoice>
"""


def main():
    kind, target, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(7)
    if kind == "ubl":
        target.mkdir(parents=True, exist_ok=True)
        for n in range(count):
            text = ubl(f"B{n:07d}", chance.randrange(500), chance.randrange(1, 29), chance.randrange(1000, 9000000))
            (target / f"b{n:07d}.xml").write_text(text, encoding="utf-8")
    elif kind == "alarms":
        target.mkdir(parents=True, exist_ok=True)
        for n in range(count):
            (target / f"a{n:07d}.xml").write_text(ubl(f"A{n:07d}", 100000 + n, 1 + n % 28, 10000000 + n), encoding="utf-8")
    elif kind == "settled":
        target.mkdir(parents=True, exist_ok=True)
        with open(target / "invoices.csv", "w") as invoices, open(target / "payments.csv", "w") as payments:
            invoices.write("numero;date;echeance;code_client;client;montant_ttc;devise\n")
            payments.write("date;reference;code_client;client;montant;devise;facture\n")
            for n in range(count):
                c, d, m = chance.randrange(5000), chance.randrange(1, 29), chance.randrange(1, 10)
                who, amount = f"C{100000 + c};Client {c}", f"{chance.randrange(5, 6000)},{chance.randrange(100):02d}"
                year = 2019 + n * 4 // count
                invoices.write(f"FA{1000000 + n};{year}-{m:02d}-{d:02d};{year}-{m + 1:02d}-{d:02d};{who};{amount};EUR\n")
                payments.write(f"{year}-{m + 2:02d}-{d:02d};VIR{1000000 + n};{who};{amount};EUR;FA{1000000 + n}\n")
    else:
        with open(target, "w", encoding="utf-8") as file:
            file.write("numero;date;echeance;code_client;client;montant_ttc;devise\n")
            # Small invoices of this month on 30 days: a portfolio in order, with hardly an alert.
            for n in range(count):
                c, d = chance.randrange(50000), chance.randrange(1, 29)
                file.write(f"FA{1000000 + n};2026-11-{d:02d};2026-12-{d:02d};C{100000 + c};Client {c};"
                           f"{chance.randrange(5, 60)},{chance.randrange(100):02d};EUR\n")


if sys.argv[1] in ("ubl", "alarms", "csv", "settled"):
    main()
