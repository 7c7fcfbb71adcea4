import Receivables

/// One `TxDtls`: who paid, with which references, for what.
struct CamtTransaction {
    var texts = CamtTexts()
    private(set) var hasReturn = false
    private(set) var remittance: [RemittanceReference] = []
    private var unstructured: [String] = []
    private var additional: [String] = []
    private var documents: [(number: String, isCreditNote: Bool)] = []
    private var document: (number: String?, type: String?) = (nil, nil)
    private var stated: (remitted: CamtTexts.Amount?, credited: CamtTexts.Amount?) = (nil, nil)
    private var creditorReference: String?

    mutating func begin(_ label: String) {
        switch label {
        case "RtrInf": hasReturn = true
        case "RmtInf/Strd":
            documents = []
            stated = (nil, nil)
            creditorReference = nil
        case "RmtInf/Strd/RfrdDocInf": document = (nil, nil)
        default: break
        }
    }

    mutating func end(_ label: String, _ currency: Currency) throws(Refusal) {
        switch label {
        case "RmtInf/Strd/RfrdDocInf":
            if let number = document.number { documents.append((number, document.type == "CREN")) }
        case "RmtInf/Strd": try closeStructured(currency)
        default: break
        }
    }

    mutating func take(_ label: String, _ text: String, _ attribute: String?, _ line: Int) {
        switch label {
        case "RmtInf/Ustrd": unstructured.append(text)
        case "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf": additional.append(text)
        case "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/RfrdDocInf/RfrdDocNb": document.number = BankText.reference(text)
        case "RmtInf/Strd/RfrdDocInf/Tp/CdOrPrtry/Cd", "RmtInf/Strd/RfrdDocInf/RfrdDocTp/Cd": document.type = text
        case "RmtInf/Strd/RfrdDocAmt/RmtdAmt":
            stated.remitted = CamtTexts.Amount(text: text, currency: attribute, line: line)
        case "RmtInf/Strd/RfrdDocAmt/CdtNoteAmt":
            stated.credited = CamtTexts.Amount(text: text, currency: attribute, line: line)
        case "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef":
            creditorReference = BankText.reference(text)
        default: texts.take(label, text, attribute, line)
        }
    }

    /// The documents of one `Strd`. Its amount is one document's only where it names one; a credit note's is negative.
    private mutating func closeStructured(_ currency: Currency) throws(Refusal) {
        for document in documents {
            let amount = document.isCreditNote ? stated.credited ?? stated.remitted : stated.remitted
            var part: Int64?
            if documents.count == 1, let amount, let money = try? amount.money(currency), money.currency == currency {
                part = document.isCreditNote ? -money.minorUnits : money.minorUnits
            }
            add(RemittanceReference(number: document.number, amount: part))
        }
        if let creditorReference { add(RemittanceReference(number: creditorReference)) }
    }

    private mutating func add(_ reference: RemittanceReference) {
        if !remittance.contains(where: { $0.number == reference.number }) { remittance.append(reference) }
    }

    /// Free text, its 140-character cuts undone.
    var text: String? {
        let parts = [BankText.unwrapped(unstructured, width: 140)] + additional.map { BankText.collapsed($0) }
        return BankText.meaningful(parts.filter { !$0.isEmpty }.joined(separator: " "))
    }

    var returnReason: String? { texts.text("RtrInf/Rsn", "RtrInf/RtrRsn/Cd").flatMap { BankText.meaningful($0) } }

    /// Which of a transaction's amounts are meant.
    enum AmountReading: CaseIterable {
        /// What it moved, or where that is not said what was ordered.
        case moved
        /// What was ordered.
        case ordered

        fileprivate var elements: [String] {
            switch self {
            case .moved: ["Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"]
            case .ordered: ["AmtDtls/InstdAmt/Amt"]
            }
        }
    }

    /// The first of these amounts that is stated in the currency; nil where none is.
    func amount(in currency: Currency, _ reading: AmountReading) throws(Refusal) -> Money? {
        for element in reading.elements {
            guard let money = try texts.amount(element)?.money(currency) else { continue }
            if money.currency == currency { return money }
        }
        return nil
    }

    /// The payer. The parties of a payment that came back may be turned round: our own account is not the payer's.
    func payer(ourAccount: String?) -> (party: Party, iban: String?) {
        let debtor = account("Dbtr")
        let isTurned = debtor != nil && debtor == ourAccount && texts.party("Cdtr", "Nm") != nil
        let role = isTurned ? "Cdtr" : "Dbtr"
        let identified = BankText.party(
            name: texts.party(role, "Nm").flatMap { BankText.meaningful(BankText.collapsed($0)) },
            identifier: texts.party(role, "Id/OrgId/Othr/Id") ?? texts.party(role, "Id/OrgId/PrtryId/Id"))
        return (identified.located(in: texts.party(role, "PstlAdr/Ctry")), isTurned ? account("Cdtr") : debtor)
    }

    private func account(_ role: String) -> String? {
        let path = "RltdPties/" + role + "Acct/Id/"
        return texts.text(path + "IBAN", path + "Othr/Id", path + "PrtryAcct/Id").flatMap { IBAN.orAccount($0) }
    }
}

extension Party {
    /// The same party with the country of its address; a country alone is no party.
    fileprivate func located(in country: String?) -> Party {
        guard let country, !isUnknown else { return self }
        return Party(name: name, siren: siren, siret: siret, vat: vat, code: code, others: others, country: country)
    }
}
