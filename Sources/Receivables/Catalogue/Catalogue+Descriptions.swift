extension Catalogue {
    static let descriptions: [MessageTemplate] = [
        .csvTypeUnknown, .descriptionMissingColumn, .descriptionPattern, .descriptionNoDay, .descriptionUnused,
    ]
}

/// Described tables: rules/csv/*.yaml and the files read by them.
extension MessageTemplate {
    public static let csvTypeUnknown = MessageTemplate(
        "csv.typeUnknown",
        fr: "« {value} » (colonne {field}) n'est pas un type décrit pour la source {source}.",
        en: "“{value}” (column {field}) is no type described for the source {source}.",
        mendFr: "Ajoutez ce mot sous « types » dans rules/csv, avec ce qu'il désigne (ou skip pour l'écarter).",
        mendEn: "Add this word under “types” in rules/csv with what it means (or skip to leave it out).")

    public static let descriptionMissingColumn = MessageTemplate(
        "description.missingColumn",
        fr: "{file}, ligne {line} : il faut une colonne pour « {field} » ({kind}).",
        en: "{file}, line {line}: a column is needed for “{field}” ({kind}).",
        mendFr: "Ajoutez-la sous « columns », avec le nom qu'elle porte dans l'export.",
        mendEn: "Add it under “columns”, with its name in the export.")

    public static let descriptionPattern = MessageTemplate(
        "description.pattern",
        fr: "{file}, ligne {line} : « {value} » n'est pas un modèle de nom de fichier.",
        en: "{file}, line {line}: “{value}” is no pattern for a file name.",
        mendFr:
            "Écrivez * pour n'importe quel texte, {open}yyyy{close}, {open}mm{close}, {open}dd{close} pour le jour.",
        mendEn: "Write * for any text, {open}yyyy{close}, {open}mm{close}, {open}dd{close} for the day.")

    public static let descriptionNoDay = MessageTemplate(
        "description.noDay",
        fr: "{file}, ligne {line} : rien ne dit de quel jour est la liste.",
        en: "{file}, line {line}: nothing says which day the listing is of.",
        mendFr: "Donnez la colonne « listed », ou « listed: » avec un modèle de nom de fichier qui contient le jour.",
        mendEn: "Give the column “listed”, or “listed:” with a file name pattern that holds the day.")

    public static let descriptionUnused = MessageTemplate(
        "description.unused",
        fr: "{file}, ligne {line} : « {key} » n'a pas de sens pour une description {kind}.",
        en: "{file}, line {line}: “{key}” has no meaning for a description of kind {kind}.",
        mendFr: "Retirez cette clé, ou changez « kind ».",
        mendEn: "Remove this key, or change “kind”.")
}
