extension Catalogue {
    static let rates: [MessageTemplate] = [.rateDate, .rateValue, .rateColumns, .rateConflict]
}

/// Reference rates of currencies.
extension MessageTemplate {
    public static let rateDate = MessageTemplate(
        "rates.date",
        fr: "« {value} » n'est pas un jour de cotation.",
        en: "“{value}” is no day of rates.",
        mendFr: "Écrivez 2026-11-24 ou 24 November 2026, comme la Banque centrale européenne.",
        mendEn: "Write 2026-11-24 or 24 November 2026, as the European Central Bank does.")
    public static let rateValue = MessageTemplate(
        "rates.value",
        fr: "« {value} » (colonne {field}) n'est pas un cours : unités de la devise pour un euro, au-dessus de 0.",
        en: "“{value}” (column {field}) is no rate: units of the currency for one euro, above 0.",
        mendFr: "Corrigez le cours, ou écrivez N/A s'il n'y en a pas ce jour-là.",
        mendEn: "Correct the rate, or write N/A where there is none that day.")
    public static let rateColumns = MessageTemplate(
        "rates.columns",
        fr: "La ligne a {found} cellules pour {expected} colonnes : les cours ne sont plus sous leur devise.",
        en: "The row has {found} cells for {expected} columns: rates no longer stand under their currency.",
        mendFr: "Téléchargez à nouveau eurofxref-hist.csv ou eurofxref.csv.",
        mendEn: "Download eurofxref-hist.csv or eurofxref.csv again.")
    public static let rateConflict = MessageTemplate(
        "rates.conflict",
        fr: "Cours {currency} du {date} : {rate} contredit {booked}, déjà enregistré (fichier {file}).",
        en: "Rate of {currency} of {date}: {rate} contradicts {booked}, already booked (file {file}).",
        mendFr: "Vérifiez auprès de la source lequel est juste ; le premier reste en vigueur.",
        mendEn: "Check with the source which one is right; the first stays in force.")
}
