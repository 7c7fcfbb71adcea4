#!/usr/bin/env python3
"""Compares what `vigie read --json` says of UBL and CII invoices with an independent reader (ElementTree, decimal).

usage: compare-xml.py VIGIE FILE...    exits 1 where a field differs
"""
import json, subprocess, sys
import xml.etree.ElementTree as ET
from decimal import Decimal

NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}
A = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/"
S = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/"
M = S + "ram:SpecifiedTradeSettlementHeaderMonetarySummation/"


def text(root, *paths):
    for path in paths:
        found = root.find(path, NS)
        if found is not None and "".join(found.itertext()).strip():
            return "".join(found.itertext()).strip()
    return None


def iso(day):
    if day and len(day) == 8 and day.isdigit():
        return f"{day[:4]}-{day[4:6]}-{day[6:]}"
    return day[:10] if day else None


def independent(path):
    root = ET.parse(path).getroot()
    local = root.tag.split("}")[-1]
    if local in ("Invoice", "CreditNote"):
        buyer = "cac:AccountingCustomerParty/cac:Party/"
        return {
            "number": text(root, "cbc:ID"), "issued": iso(text(root, "cbc:IssueDate")),
            "type": text(root, "cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode"),
            "currency": text(root, "cbc:DocumentCurrencyCode"),
            "due": iso(text(root, "cbc:DueDate", "cac:PaymentMeans/cbc:PaymentDueDate")),
            "payable": Decimal(text(root, "cac:LegalMonetaryTotal/cbc:PayableAmount")),
            "total": text(root, "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
            "buyer": text(root, buyer + "cac:PartyLegalEntity/cbc:RegistrationName", buyer + "cac:PartyName/cbc:Name"),
        }
    if local == "CrossIndustryInvoice":
        return {
            "number": text(root, "rsm:ExchangedDocument/ram:ID"),
            "issued": iso(text(root, "rsm:ExchangedDocument/ram:IssueDateTime/udt:DateTimeString")),
            "type": text(root, "rsm:ExchangedDocument/ram:TypeCode"),
            "currency": text(root, S + "ram:InvoiceCurrencyCode"),
            "due": iso(text(root, S + "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString")),
            "payable": Decimal(text(root, M + "ram:DuePayableAmount")),
            "total": text(root, M + "ram:GrandTotalAmount"),
            "buyer": text(root, A + "ram:BuyerTradeParty/ram:Name",
                          A + "ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:TradingBusinessName"),
        }
    return None


def main():
    vigie, files = sys.argv[1], sys.argv[2:]
    compared = differences = 0
    for path in files:
        expected = independent(path)
        if expected is None:
            continue
        run = subprocess.run([vigie, "read", path, "--json"], capture_output=True, text=True)
        if run.returncode != 0:
            print(f"{path}: refused: {run.stderr.strip()}")
            differences += 1
            continue
        got = json.loads(run.stdout.splitlines()[0], parse_float=Decimal, parse_int=Decimal)
        compared += 1
        for field, value in expected.items():
            seen = got["buyer"].get("name") if field == "buyer" else got.get(field)
            if field == "due" and got.get("dueEstimated"):
                seen = None
            if field == "total" and value is not None:
                value = Decimal(value)
            if isinstance(value, Decimal) and isinstance(seen, Decimal):
                same = abs(value - seen) < Decimal("0.01")
            else:
                same = " ".join(str(value).split()) == " ".join(str(seen).split())
            if not same:
                print(f"{path}: {field}: vigie {seen!r}, independent {value!r}")
                differences += 1
    print(f"{compared} invoices compared, {differences} differences")
    sys.exit(1 if differences or not compared else 0)


main()
