#!/usr/bin/env python3
"""Compares what `vigie read --json` says of life-cycle messages (CDAR, Peppol Invoice Response) with an independent
reader (lxml, XPath, decimal).

usage: compare-cdar.py VIGIE FILE...    exits 1 where a field differs
"""
import json, re, subprocess, sys
from decimal import Decimal

from lxml import etree

UNCEFACT = "urn:un:unece:uncefact:data:standard:"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
NS = {
    "rsm": UNCEFACT + "CrossDomainAcknowledgementAndResponse:100",
    "ram": UNCEFACT + "ReusableAggregateBusinessInformationEntity:100",
    "udt": UNCEFACT + "UnqualifiedDataType:100", "qdt": UNCEFACT + "QualifiedDataType:100",
    "cac": UBL + "CommonAggregateComponents-2", "cbc": UBL + "CommonBasicComponents-2",
}
MEANINGS = {
    "approved": "205 AP", "partlyApproved": "206 CA", "disputed": "207 208 UQ", "rejected": "210 213 221 501 RE",
    "paymentSent": "211 PD", "paid": "212", "cancelled": "220", "payeeChanged": "225 226 227",
}
MEANING = {code: meaning for meaning, codes in MEANINGS.items() for code in codes.split()}
AMOUNTS = {"212": "MEN", "211": "MPA"}


def text(node, path):
    found = node.xpath(path, namespaces=NS)
    words = ["".join(each.xpath(".//text()")) for each in found]
    return next((word.strip() for word in words if word.strip()), None)


def day(digits):
    if not digits:
        return None
    return digits[:10] if "-" in digits else f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"


def second(digits):
    if not digits:
        return None
    clock = re.sub(":", "", digits[:8]) if ":" in digits else digits[8:14]
    return int(clock[:2]) * 3600 + int(clock[2:4]) * 60 + int(clock[4:6]) if clock else None


def reasons(pairs):
    said = [" ".join(" ".join(part for part in pair if part).split()) for pair in pairs]
    return " ; ".join(dict.fromkeys(word for word in said if word)) or None


def cdar(root):
    for acknowledgement in root.xpath("rsm:AcknowledgementDocument", namespaces=NS):
        time = text(acknowledgement, "ram:IssueDateTime/udt:DateTimeString")
        for reference in acknowledgement.xpath("ram:ReferenceReferencedDocument", namespaces=NS):
            code = text(reference, "ram:ProcessConditionCode")
            values = reference.xpath(
                f".//ram:SpecifiedDocumentCharacteristic[ram:TypeCode='{AMOUNTS.get(code, '-')}']", namespaces=NS)
            amounts = [Decimal(text(value, "ram:ValueAmount")) for value in values]
            dates = [day(text(value, "ram:ValueDateTime/udt:DateTimeString")) for value in values]
            statuses = reference.xpath("ram:SpecifiedDocumentStatus", namespaces=NS)
            buyers = root.xpath(
                "rsm:ExchangedDocument/*[ram:RoleCode='BY']/ram:GlobalID[@schemeID='0002']/text()", namespaces=NS)
            yield {
                "number": text(reference, "ram:IssuerAssignedID"),
                "issued": day(text(reference, "ram:FormattedIssueDateTime/qdt:DateTimeString")),
                "type": text(reference, "ram:TypeCode"), "code": code, "status": MEANING.get(code, "transport"),
                "date": day(time), "secondOfDay": second(time),
                "effective": max([date for date in dates if date], default=None),
                "amount": sum(amounts) if amounts else None,
                "reason": reasons([(text(s, "ram:ReasonCode"), text(s, "ram:Reason")) for s in statuses]),
                "seller": text(reference, "ram:IssuerTradeParty/ram:GlobalID[@schemeID='0002']"),
                "buyer": next(iter(buyers), None),
            }


def response(root):
    for answer in root.xpath("cac:DocumentResponse", namespaces=NS):
        statuses = answer.xpath("cac:Response/cac:Status", namespaces=NS)
        code = text(answer, "cac:Response/cbc:ResponseCode")
        name = "cac:PartyLegalEntity/cbc:RegistrationName", "cac:PartyName/cbc:Name"
        yield {
            "number": text(answer, "cac:DocumentReference/cbc:ID"),
            "issued": day(text(answer, "cac:DocumentReference/cbc:IssueDate")),
            "type": text(answer, "cac:DocumentReference/cbc:DocumentTypeCode"), "code": code,
            "status": MEANING.get(code, "transport"), "date": day(text(root, "cbc:IssueDate")),
            "secondOfDay": second(text(root, "cbc:IssueTime")),
            "effective": day(text(answer, "cac:Response/cbc:EffectiveDate")), "amount": None,
            "reason": reasons([
                (text(s, "cbc:StatusReasonCode[@listID='OPStatusReason']"), text(s, "cbc:StatusReason"))
                for s in statuses]),
            "seller": text(answer, f"cac:IssuerParty/{name[0]}|cac:IssuerParty/{name[1]}")
            or text(root, f"cac:ReceiverParty/{name[0]}|cac:ReceiverParty/{name[1]}"),
            "buyer": text(answer, f"cac:RecipientParty/{name[0]}|cac:RecipientParty/{name[1]}")
            or text(root, f"cac:SenderParty/{name[0]}|cac:SenderParty/{name[1]}"),
        }


def independent(path):
    """The statuses in a file, or None where it is no life-cycle message."""
    try:
        root = etree.parse(path).getroot()
    except etree.XMLSyntaxError:
        return None
    local = etree.QName(root).localname
    if local == "CrossDomainAcknowledgementAndResponse":
        return list(cdar(root))
    return list(response(root)) if local == "ApplicationResponse" else None


def said(document):
    """What vigie says, parties by their SIREN or else their name."""
    fields = dict(document)
    for side in ("seller", "buyer"):
        party = document.get(side) or {}
        fields[side] = party.get("siren") or party.get("name")
    return fields


def main():
    vigie, files = sys.argv[1], sys.argv[2:]
    compared = statuses = differences = 0
    for path in files:
        expected = independent(path)
        if expected is None:
            continue
        compared += 1
        run = subprocess.run([vigie, "read", path, "--json"], capture_output=True, text=True)
        if run.returncode != 0:
            print(f"{path}: refused: {run.stderr.strip()}")
            differences += 1
            continue
        got = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in run.stdout.splitlines()]
        if len(got) != len(expected):
            print(f"{path}: {len(got)} statuses instead of {len(expected)}")
            differences += 1
        for document, wanted in zip(map(said, got), expected):
            statuses += 1
            for field, value in wanted.items():
                if document.get(field) != value:
                    print(f"{path}: {field}: {document.get(field)!r} instead of {value!r}")
                    differences += 1
    print(f"{compared} files, {statuses} statuses compared, {differences} differences")
    sys.exit(1 if differences or not compared else 0)


main()
