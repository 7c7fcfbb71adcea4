import Receivables

/// What an entry is, by its side, its reversal mark, its return information and its transaction code.
struct CamtNature {
    private let isReversal: Bool
    private let isReturn: Bool
    private let domain: String?
    private let subfamily: String?
    private let french: InterbankCode?

    init(entry: CamtTexts, transaction: CamtTransaction?) {
        let own = transaction?.texts
        isReversal = entry.flag("RvslInd")
        isReturn = transaction?.hasReturn ?? false
        domain = own?.text("BkTxCd/Domn/Cd") ?? entry.text("BkTxCd/Domn/Cd")
        subfamily = own?.text("BkTxCd/Domn/Fmly/SubFmlyCd") ?? entry.text("BkTxCd/Domn/Fmly/SubFmlyCd")
        let issuer = own?.text("BkTxCd/Prtry/Issr") ?? entry.text("BkTxCd/Prtry/Issr") ?? ""
        let code = own?.text("BkTxCd/Prtry/Cd") ?? entry.text("BkTxCd/Prtry/Cd")
        french = issuer.uppercased().contains("CFONB") ? code.map { InterbankCode(code: String($0.prefix(2))) } : nil
    }

    func nature(isCredit: Bool) -> Movement.Nature {
        let comesBack = isReversal || isReturn || subfamily.map(CamtNature.returns.contains) ?? false
        if comesBack { return isCredit ? .otherCredit : .takenBack }
        if let french { return french.nature(isCredit: isCredit, isRejected: false) }
        guard isCredit else { return .otherDebit }
        let isOurs =
            domain.map(CamtNature.otherDomains.contains) ?? false
            || subfamily.map(CamtNature.ownCredits.contains) ?? false
        return isOurs ? .otherCredit : .receipt
    }

    /// Sub-families for what comes back (ISO 20022 external bank transaction codes): returned and recalled transfer,
    /// unpaid, returned and recalled direct debit, unpaid cheque, foreign unpaid cheque, reversed cheque, unpaid card
    /// payment, dishonoured draft, returns and reversals of a clearing house.
    ///
    /// A discounted draft (`DDFT`) is none of them: the bank pays the customer's bill before its day, and takes the
    /// money back as `UDFT` where the customer does not honour it.
    private static let returns: Set<String> = [
        "RRTN", "RPCR", "UPDD", "PRDD", "RCDD", "UPCQ", "UPCT", "CQRV", "XPCQ", "UDFT", "ARET", "AREV", "RVSL",
    ]

    /// Sub-families of credits that are no customer's in any family: interest, and charges, commissions and taxes the
    /// bank gives back.
    private static let ownCredits: Set<String> = [
        "INTR", "CHRG", "COMM", "COME", "COMI", "COMT", "FEES", "TAXE",
    ]

    /// Loans, foreign exchange, securities, derivatives, metals, commodities, trade finance, cash pooling.
    private static let otherDomains: Set<String> = ["LDAS", "FORX", "SECU", "DERV", "PMET", "CMDT", "CAMT"]

    /// `PMNT-RCDT-ESCT`, else the bank's own code.
    static func code(_ texts: CamtTexts?) -> String? {
        guard let texts else { return nil }
        let parts = ["BkTxCd/Domn/Cd", "BkTxCd/Domn/Fmly/Cd", "BkTxCd/Domn/Fmly/SubFmlyCd"].compactMap {
            texts.text($0)
        }
        return parts.isEmpty ? texts.text("BkTxCd/Prtry/Cd") : parts.joined(separator: "-")
    }
}
