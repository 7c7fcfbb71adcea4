#!/usr/bin/env python3
"""Writes inbox/examples: an autumn at a fictional company, judged on 2026-11-23. Deterministic; sums are checked.

Ateliers Vauban SAS (SIREN 900000001 by Luhn, see rules/company.yaml) and twelve fictional customers.
"""
import os
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "inbox" / "examples"


def luhn(digits):
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10


def siren(stem):
    return next(stem + str(d) for d in range(10) if luhn(stem + str(d)) == 0)


def vat(number):
    return f"FR{(12 + 3 * (int(number) % 97)) % 97:02d}{number}"


OUR = siren("90000000")
CUSTOMERS = {
    code: (name, siren(f"9100{index:02d}00"[:8].ljust(8, "0")))
    for index, (code, name) in enumerate([
        ("C001", "Brasserie du Parc SARL"), ("C002", "Menuiserie Lefèvre SAS"), ("C003", "Transports Garonne SA"),
        ("C004", "Hôtel des Remparts SARL"), ("C005", "Imprimerie Colbert SAS"), ("C006", "Chantiers de l'Erdre SA"),
        ("C007", "Librairie du Cours SARL"), ("C008", "Fonderie Saint-Éloi SAS"), ("C009", "Papeterie Moderne SARL"),
        ("C010", "Groupe Belfort Énergie SA"), ("C011", "Garage Martin SARL"), ("C012", "Conserverie Atlantique SAS"),
    ], 1)
}
assert len({s for _, s in CUSTOMERS.values()}) == 12


def ubl(number, issued, due, code, net, type_code="380", precedes=None, purchase=False, bom=False):
    """One UBL document; net in euros, VAT 20 %."""
    name, number_id = CUSTOMERS[code]
    net = Decimal(net)
    tax = (net * Decimal("0.20")).quantize(Decimal("0.01"))
    total = net + tax
    credit = type_code == "381"
    root = "CreditNote" if credit else "Invoice"
    line = "CreditNoteLine" if credit else "InvoiceLine"
    quantity = "CreditedQuantity" if credit else "InvoicedQuantity"

    def party(tag, party_name, party_siren):
        return f"""  <cac:{tag}><cac:Party>
    <cbc:EndpointID schemeID="0225">{party_siren}</cbc:EndpointID>
    <cac:PostalAddress><cac:Country><cbc:IdentificationCode>FR</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyTaxScheme><cbc:CompanyID>{vat(party_siren)}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
    <cac:PartyLegalEntity><cbc:RegistrationName>{party_name}</cbc:RegistrationName><cbc:CompanyID schemeID="0002">{party_siren}</cbc:CompanyID></cac:PartyLegalEntity>
  </cac:Party></cac:{tag}>
"""
    us, them = ("Ateliers Vauban SAS", OUR), (name, number_id)
    seller, buyer = (them, us) if purchase else (us, them)
    billing = (f"  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>{precedes}</cbc:ID>"
               f"</cac:InvoiceDocumentReference></cac:BillingReference>\n") if precedes else ""
    due_line = f"  <cbc:DueDate>{due}</cbc:DueDate>\n" if due and not credit else ""
    text = f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ProfileID>B1</cbc:ProfileID>
  <cbc:ID>{number}</cbc:ID>
  <cbc:IssueDate>{issued}</cbc:IssueDate>
{due_line}  <cbc:{root}TypeCode>{type_code}</cbc:{root}TypeCode>
  <cbc:Note>#PMD#Pénalités de retard : trois fois le taux d'intérêt légal.</cbc:Note>
  <cbc:Note>#PMT#Indemnité forfaitaire pour frais de recouvrement : 40 €.</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
{billing}{party("AccountingSupplierParty", *seller)}{party("AccountingCustomerParty", *buyer)}  <cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>{number}</cbc:PaymentID></cac:PaymentMeans>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{tax}</cbc:TaxAmount>
    <cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">{net}</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">{tax}</cbc:TaxAmount>
      <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20.00</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">{net}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">{net}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">{total}</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">{total}</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:{line}><cbc:ID>1</cbc:ID><cbc:{quantity} unitCode="C62">1</cbc:{quantity}>
    <cbc:LineExtensionAmount currencyID="EUR">{net}</cbc:LineExtensionAmount>
    <cac:Item><cbc:Name>Ouvrages métalliques</cbc:Name></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">{net}</cbc:PriceAmount></cac:Price></cac:{line}>
</{root}>
"""
    return text.encode("utf-8-sig" if bom else "utf-8"), total


def cii(number, issued, due, code, net):
    name, number_id = CUSTOMERS[code]
    net = Decimal(net)
    tax = (net * Decimal("0.20")).quantize(Decimal("0.01"))
    total = net + tax

    def party(tag, party_name, party_siren):
        return (f"<ram:{tag}><ram:Name>{party_name}</ram:Name><ram:SpecifiedLegalOrganization>"
                f'<ram:ID schemeID="0002">{party_siren}</ram:ID></ram:SpecifiedLegalOrganization>'
                f"<ram:PostalTradeAddress><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>"
                f'<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{vat(party_siren)}</ram:ID>'
                f"</ram:SpecifiedTaxRegistration></ram:{tag}>")
    day = lambda text: text.replace("-", "")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">{day(issued)}</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:Name>Ouvrages métalliques</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
    <ram:ApplicableHeaderTradeAgreement>{party("SellerTradeParty", "Ateliers Vauban SAS", OUR)}{party("BuyerTradeParty", name, number_id)}</ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:ApplicableTradeTax><ram:CalculatedAmount>{tax}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>{net}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>20.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>
      <ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">{day(due)}</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>{net}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>{net}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">{tax}</ram:TaxTotalAmount><ram:GrandTotalAmount>{total}</ram:GrandTotalAmount><ram:DuePayableAmount>{total}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
""".encode(), total


def euro(amount):
    return f"{amount:.2f}".replace(".", ",")


def main():
    HERE.mkdir(parents=True, exist_ok=True)
    for old in HERE.iterdir():
        if old.name != "README.md":
            old.unlink()
    write = lambda name, data: (HERE / name).write_bytes(data)
    invoices = {}

    def book(number, code, total):
        invoices[number] = (code, total)

    def put(name, made, number, code):
        data, total = made
        write(name, data)
        book(number, code, total)

    # Orders of names are orders of arrival: customers and limits first, then invoices, then payments.
    rows = ["code;nom;siren;tva;secteur;segment;commercial;delai_paiement;limite_interne"]
    for code, (name, number) in CUSTOMERS.items():
        rows.append(f"{code};{name};{number};{vat(number)};;PME;{'Durand' if code < 'C007' else 'Petit'};45 jours fin de mois;60000,00")
    write("01-clients.csv", ("\r\n".join(rows) + "\r\n").encode("utf-8-sig"))

    limits = [("C001", "30000,00", "2026-01-01", "", "accordée"), ("C002", "50000,00", "2026-01-01", "", "accordée"),
              ("C003", "80000,00", "2026-01-01", "", "accordée"), ("C004", "25000,00", "2026-01-01", "2026-12-15", "accordée"),
              ("C005", "40000,00", "2026-01-01", "", "accordée"), ("C006", "90000,00", "2026-01-01", "", "accordée"),
              ("C008", "20000,00", "2026-01-01", "", "accordée"), ("C008", "5000,00", "2026-11-02", "", "réduite"),
              ("C011", "15000,00", "2026-01-01", "", "accordée"), ("C012", "35000,00", "2026-01-01", "", "accordée")]
    rows = ["siren;client;assureur;police;limite_assuree;devise;debut;fin;statut;quotite;duree_max_credit;prorogation_max;delai_declaration"]
    for code, amount, start, end, status in limits:
        name, number = CUSTOMERS[code]
        rows.append(f"{number};{name};Assureur Exemple;POL-2026;{amount};EUR;{start};{end};{status};90;90;60;90")
    write("02-limites-assurance.csv", ("\n".join(rows) + "\n").encode())

    put("03-facture-VAU-1042.xml", ubl("VAU-2026-1042", "2026-11-03", "2026-12-18", "C001", "15500.00"), "VAU-2026-1042", "C001")
    put("03-facture-VAU-1043.xml", ubl("VAU-2026-1043", "2026-11-05", "2026-12-20", "C002", "37500.00", bom=True), "VAU-2026-1043", "C002")
    put("03-facture-VAU-1044.xml", ubl("VAU-2026-1044", "2026-11-10", "2026-12-25", "C004", "9800.00"), "VAU-2026-1044", "C004")
    put("03-facture-VAU-1045.xml", cii("VAU-2026-1045", "2026-11-12", "2026-12-27", "C007", "21000.00"), "VAU-2026-1045", "C007")
    put("03-facture-VAU-1046.xml", cii("VAU-2026-1046", "2026-11-16", "2026-12-31", "C012", "12400.00"), "VAU-2026-1046", "C012")
    data, total = ubl("VAU-2026-A007", "2026-11-17", None, "C012", "1400.00", "381", precedes="VAU-2026-1046")
    write("04-avoir-VAU-A007.xml", data)
    credit = total
    write("05-achat-fournisseur.xml", ubl("BE-99871", "2026-11-09", "2026-12-09", "C010", "3200.00", purchase=True)[0])

    table = [  # number, date, due, code, amount, type
        ("VAU-2026-0901", "2026-07-20", "2026-09-04", "C006", "48600.00"), ("VAU-2026-0955", "2026-08-25", "2026-10-09", "C006", "23400.00"),
        ("VAU-2026-0960", "2026-08-28", "2026-10-12", "C001", "8400.00"), ("VAU-2026-0961", "2026-09-01", "2026-10-16", "C003", "19200.00"),
        ("VAU-2026-0980", "2026-09-15", "2026-10-30", "C001", "13200.00"), ("VAU-2026-0981", "2026-09-18", "2026-11-02", "C005", "6120.00"),
        ("VAU-2026-0990", "2026-09-28", "2026-11-12", "C009", "2880.00"), ("VAU-2026-1001", "2026-10-05", "2026-11-19", "C003", "17500.00"),
        ("VAU-2026-1002", "2026-10-06", "2026-11-20", "C011", "4200.00"), ("VAU-2026-1010", "2026-10-15", "2026-11-29", "C005", "9360.00"),
        ("VAU-2026-1015", "2026-10-20", "2026-12-04", "C008", "11000.00"), ("VAU-2026-1020", "2026-10-23", "2026-12-07", "C010", "58000.00"),
        ("VAU-2026-1030", "2026-10-28", "2026-12-12", "C003", "22100.00"),
    ]
    rows = ["Numéro;Date;Échéance;Code client;Client;SIREN;Montant TTC;Devise;Type"]
    for number, issued, due, code, amount in table:
        name, number_id = CUSTOMERS[code]
        rows.append(f"{number};{issued[8:]}/{issued[5:7]}/{issued[:4]};{due[8:]}/{due[5:7]}/{due[:4]};{code};{name};{number_id};{euro(Decimal(amount))};EUR;facture")
        book(number, code, Decimal(amount))
    same = f"VAU-2026-1042;03/11/2026;18/12/2026;C001;{CUSTOMERS['C001'][0]};{CUSTOMERS['C001'][1]};{euro(invoices['VAU-2026-1042'][1])};EUR;facture"
    other = f"VAU-2026-1043;05/11/2026;20/12/2026;C002;{CUSTOMERS['C002'][0]};{CUSTOMERS['C002'][1]};45100,00;EUR;facture"
    bad = f"VAU-2026-1031;31/11/2026;15/12/2026;C009;{CUSTOMERS['C009'][0]};{CUSTOMERS['C009'][1]};1990,00;EUR;facture"
    write("06-factures.csv", ("\r\n".join(rows + [same, other, bad]) + "\r\n").encode("cp1252"))

    paid = [  # date, reference, code, amount, invoice
        ("2026-10-14", "VIR-5510", "C001", "8400.00", "VAU-2026-0960"), ("2026-10-15", "VIR-5521", "C003", "19200.00", "VAU-2026-0961"),
        ("2026-11-03", "VIR-5602", "C005", "6120.00", "VAU-2026-0981"), ("2026-11-10", "VIR-5640", "C009", "2880.00", "VAU-2026-0990"),
        ("2026-11-13", "VIR-5655", "C006", "5000.00", "VAU-2026-0955"), ("2026-11-18", "VIR-5671", "C003", "17500.00", "VAU-2026-1001"),
        ("2026-11-20", "VIR-5690", "C011", "2000.00", ""),
    ]
    rows = ["date;référence;code client;client;montant;devise;facture"]
    for day, reference, code, amount, invoice in paid:
        rows.append(f"{day};{reference};{code};{CUSTOMERS[code][0]};{euro(Decimal(amount))};EUR;{invoice}")
    write("07-paiements.csv", ("\n".join(rows) + "\n").encode("utf-8-sig"))

    exposure = {code: Decimal(0) for code in CUSTOMERS}
    for code, total in invoices.values():
        exposure[code] += total
    exposure["C012"] -= credit
    for _, _, code, amount, _ in paid:
        exposure[code] -= Decimal(amount)
    for code, amount in exposure.items():
        print(f"{code}  {CUSTOMERS[code][1]}  {amount:>12}  {CUSTOMERS[code][0]}")
    print("total", sum(exposure.values()), " our SIREN", OUR, vat(OUR))


main()
