import XMLReading

/// The elements wanted of a camt message; labels are their paths below the statement.
enum CamtShape {
    /// Message and statement elements of camt.053, camt.054 and camt.052.
    static let messages: [(element: String, statement: String)] = [
        ("BkToCstmrStmt", "Stmt"), ("BkToCstmrDbtCdtNtfctn", "Ntfctn"), ("BkToCstmrAcctRpt", "Rpt"),
    ]

    private static let family = "urn:iso:std:iso:20022:tech:xsd:camt.05"

    /// `…camt.052.001.NN` to `…camt.054.001.NN`.
    static func isCamt(_ namespace: String) -> Bool {
        guard namespace.hasPrefix(family) else { return false }
        let rest = Array(namespace.utf8.dropFirst(family.utf8.count))
        guard rest.count == 8, [0x32, 0x33, 0x34].contains(rest[0]) else { return false }
        return String(decoding: rest[1..<6], as: UTF8.self) == ".001."
            && rest[6...].allSatisfy { (0x30...0x39).contains($0) }
    }

    static func shape(_ namespace: String) -> XMLShape {
        var paths: [(path: String, label: String)] = []
        // Version 01 names itself in the message's element.
        for (element, statement) in messages + messages.map({ ($0.element + "V01", $0.statement) }) {
            let statement = element + "/" + statement
            paths.append((statement + "/", "statement"))
            for path in wanted { paths.append((statement + "/" + path, label(path))) }
        }
        return XMLShape(root: XMLName(local: "Document", namespace: namespace), namespaces: [:], paths: paths)
    }

    /// The path without its closing slash or attribute.
    private static func label(_ path: String) -> String {
        let path = path.split(separator: "@").first.map { String($0) } ?? path
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    private static let wanted: [String] =
        [
            "Id", "CreDtTm", "Acct/Id/IBAN", "Acct/Id/Othr/Id", "Acct/Id/PrtryAcct/Id", "Acct/Ccy", "Bal/",
            "Bal/Tp/CdOrPrtry/Cd", "Bal/Tp/Cd",
            "Bal/Amt@Ccy", "Bal/CdtDbtInd", "Ntry/", "Ntry/Amt@Ccy", "Ntry/CdtDbtInd", "Ntry/RvslInd", "Ntry/Sts",
            "Ntry/BookgDt", "Ntry/ValDt", "Ntry/AcctSvcrRef", "Ntry/AddtlNtryInf",
        ] + ["StmtPgntn", "NtfctnPgntn", "RptPgntn"].flatMap { [$0 + "/PgNb", $0 + "/LastPgInd"] }
        + code("Ntry") + charges("Ntry") + transaction("Ntry/NtryDtls/TxDtls") + transaction("Ntry/TxDtls")

    private static func transaction(_ path: String) -> [String] {
        let own = [
            "", "Amt@Ccy", "CdtDbtInd", "AmtDtls/TxAmt/Amt@Ccy", "AmtDtls/InstdAmt/Amt@Ccy", "Refs/AcctSvcrRef",
            "Refs/EndToEndId", "Refs/TxId", "Refs/UETR", "Refs/ChqNb", "RtrInf/", "RtrInf/Rsn", "RtrInf/RtrRsn/Cd",
            "RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id", "RltdPties/DbtrAcct/Id/PrtryAcct/Id",
            "RltdPties/CdtrAcct/Id/IBAN", "RltdPties/CdtrAcct/Id/Othr/Id", "RltdPties/CdtrAcct/Id/PrtryAcct/Id",
            "RmtInf/Ustrd", "RmtInf/Strd/", "RmtInf/Strd/RfrdDocInf/",
            "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/RfrdDocInf/RfrdDocNb", "RmtInf/Strd/RfrdDocInf/Tp/CdOrPrtry/Cd",
            "RmtInf/Strd/RfrdDocInf/RfrdDocTp/Cd", "RmtInf/Strd/RfrdDocAmt/RmtdAmt@Ccy",
            "RmtInf/Strd/RfrdDocAmt/CdtNoteAmt@Ccy", "RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef",
            "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf",
        ].map { path + "/" + $0 }
        let parties = ["Dbtr", "Cdtr", "UltmtDbtr"].flatMap { party in
            ["", "Pty/"].flatMap { inner in
                [
                    "Nm", "PstlAdr/Ctry", "Id/OrgId/Othr/Id", "Id/OrgId/Othr/SchmeNm",
                    // camt.05x.001.01 has the identifiers directly.
                    "Id/OrgId/PrtryId/Id",
                ].map { path + "/RltdPties/" + party + "/" + inner + $0 }
            }
        }
        return own + parties + code(path) + charges(path)
    }

    private static func code(_ path: String) -> [String] {
        ["Domn/Cd", "Domn/Fmly/Cd", "Domn/Fmly/SubFmlyCd", "Prtry/Cd", "Prtry/Issr"].map { path + "/BkTxCd/" + $0 }
    }

    private static func charges(_ path: String) -> [String] {
        ["TtlChrgsAndTaxAmt@Ccy", "Amt@Ccy", "Rcrd/Amt@Ccy"].map { path + "/Chrgs/" + $0 }
    }
}
