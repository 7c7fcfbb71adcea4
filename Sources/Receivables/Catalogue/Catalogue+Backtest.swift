extension Catalogue {
    static let backtest: [MessageTemplate] = [.backtestNothing, .backtestFile, .backtestRules]
}

/// Replaying history.
extension MessageTemplate {
    public static let backtestNothing = MessageTemplate(
        "backtest.nothing",
        fr: "Aucune facture dont on sache si elle a été payée en retard : il n'y a rien à juger.",
        en: "No invoice of which it is known whether it was paid late: there is nothing to judge.",
        mendFr:
            "Donnez avec --data des factures et leurs règlements, ou lancez la commande dans un dossier qui en a pris.",
        mendEn: "Give invoices with their payments by --data, or run it in a home that has taken some.")
    public static let backtestFile = MessageTemplate(
        "backtest.file",
        fr: "« {file} » ne peut pas servir : {reason}",
        en: "“{file}” cannot be used: {reason}")
    public static let backtestRules = MessageTemplate(
        "backtest.rules",
        fr: "« {path} » ne contient ni scorecard.yaml, ni alerts.yaml, ni company.yaml.",
        en: "“{path}” holds neither scorecard.yaml nor alerts.yaml nor company.yaml.",
        mendFr: "Donnez avec --rules un dossier de règles, comme rules/.",
        mendEn: "Give a folder of rules by --rules, such as rules/.")
}
