#!/usr/bin/env python3
"""The backlog as a Python script with lxml would do it: hash, parse, journal, fsync a group, rename.

usage: peer_lxml.py INBOX PROCESSED JOURNAL    prints files, total cents
"""
import hashlib
import json
import os
import sys
from decimal import Decimal
from lxml import etree

CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
inbox, processed, journal = sys.argv[1:4]
os.makedirs(processed, exist_ok=True)
parser = etree.XMLParser(resolve_entities=False, no_network=True)
customers, seen, group, total, count = {}, set(), [], 0, 0


def party(root, tag):
    entity = root.find(f"{CAC}{tag}/{CAC}Party/{CAC}PartyLegalEntity")
    return entity.findtext(CBC + "RegistrationName"), entity.findtext(CBC + "CompanyID")


with open(journal, "a", encoding="utf-8") as log:
    def commit():
        log.flush()
        os.fsync(log.fileno())
        for name, digest in group:
            os.rename(os.path.join(inbox, name), os.path.join(processed, digest[:12] + "-" + name))
        group.clear()

    for name in sorted(os.listdir(inbox)):
        with open(os.path.join(inbox, name), "rb") as file:
            data = file.read()
        digest = hashlib.sha256(data).hexdigest()
        if digest in seen:
            continue
        seen.add(digest)
        root = etree.fromstring(data, parser)
        sums = root.find(CAC + "LegalMonetaryTotal")
        cents = int(Decimal(sums.findtext(CBC + "PayableAmount")) * 100)
        buyer, buyer_id = party(root, "AccountingCustomerParty")
        seller, seller_id = party(root, "AccountingSupplierParty")
        document = {
            "number": root.findtext(CBC + "ID"), "issued": root.findtext(CBC + "IssueDate"),
            "due": root.findtext(CBC + "DueDate"), "type": root.findtext(CBC + "InvoiceTypeCode"),
            "currency": root.findtext(CBC + "DocumentCurrencyCode"), "payable": cents,
            "net": sums.findtext(CBC + "TaxExclusiveAmount"), "total": sums.findtext(CBC + "TaxInclusiveAmount"),
            "buyer": {"name": buyer, "siren": buyer_id}, "seller": {"name": seller, "siren": seller_id},
        }
        customers.setdefault(buyer_id, []).append((document["number"], document["due"], cents))
        log.write(json.dumps({"file": name, "sha256": digest, "document": document}) + "\n")
        group.append((name, digest))
        total += cents
        count += 1
        if len(group) == 512:
            commit()
    commit()
print(count, total)
