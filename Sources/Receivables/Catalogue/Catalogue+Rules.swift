extension MessageTemplate {
    public static let rulesMissing = MessageTemplate(
        "rules.missing",
        fr: "Le fichier de règles {file} est absent ou illisible.",
        en: "The rules file {file} is missing or unreadable.",
        mendFr: "Lancez « vigie init » dans ce dossier pour créer les règles par défaut.",
        mendEn: "Run `vigie init` in this folder to write the default rules.")
    public static let rulesSyntax = MessageTemplate(
        "rules.syntax",
        fr: "{file} n'est pas du YAML valide : {problem}.",
        en: "{file} is not valid YAML: {problem}.",
        mendFr: "Corrigez la ligne indiquée ; l'indentation se fait par espaces.",
        mendEn: "Correct the line given; indentation is by spaces.")
    public static let rulesUnknownKey = MessageTemplate(
        "rules.unknownKey",
        fr: "{file}, ligne {line} : la clé « {key} » est inconnue ; vouliez-vous dire « {suggestion} » ?",
        en: "{file}, line {line}: key “{key}” is unknown; did you mean “{suggestion}”?")
    public static let rulesMissingKey = MessageTemplate(
        "rules.missingKey",
        fr: "{file}, ligne {line} : il manque la clé « {key} ».",
        en: "{file}, line {line}: key “{key}” is missing.")
    public static let rulesBadValue = MessageTemplate(
        "rules.badValue",
        fr: "{file}, ligne {line} : « {key} » ne peut pas valoir « {value} » ; attendu : {expected}.",
        en: "{file}, line {line}: “{key}” cannot be “{value}”; expected: {expected}.")
    public static let rulesUnknownIndicator = MessageTemplate(
        "rules.unknownIndicator",
        fr: "{file}, ligne {line} : l'indicateur « {key} » n'existe pas ; vouliez-vous dire « {suggestion} » ?",
        en: "{file}, line {line}: there is no indicator “{key}”; did you mean “{suggestion}”?")
    public static let rulesPlaceholder = MessageTemplate(
        "rules.placeholder",
        fr: "{file}, ligne {line} : le repère « {key} » n'existe pas ; vouliez-vous dire « {suggestion} » ?",
        en: "{file}, line {line}: there is no placeholder “{key}”; did you mean “{suggestion}”?")
    public static let rulesClearBeyond = MessageTemplate(
        "rules.clearBeyond",
        fr: "{file}, ligne {line} : le seuil de fin « clear » de {rule} est au-delà du premier seuil d'alerte.",
        en: "{file}, line {line}: the “clear” threshold of {rule} is beyond the first alert threshold.",
        mendFr: "Choisissez un seuil de fin moins sévère que le premier niveau.",
        mendEn: "Choose a clear threshold milder than the first level.")
}

extension Catalogue {
    static let rules: [MessageTemplate] = [
        .rulesMissing, .rulesSyntax, .rulesUnknownKey, .rulesMissingKey, .rulesBadValue, .rulesUnknownIndicator,
        .rulesPlaceholder, .rulesClearBeyond,
    ]
}
