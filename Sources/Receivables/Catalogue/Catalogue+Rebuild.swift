extension Catalogue {
    static let rebuild: [MessageTemplate] = [
        .rebuildSame, .rebuildWritten, .rebuildRules, .rebuildMissing, .rebuildChanged, .rebuildLacks, .rebuildExtra,
        .rebuildSpelling, .rebuildUnreadable, .rebuildMore, .rebuildUpTo, .rebuildMoving,
    ]
}

/// What `vigie rebuild` says of the published views.
extension MessageTemplate {
    public static let rebuildSame = MessageTemplate(
        "rebuild.same",
        fr:
            "Le journal ({entries} enregistrements, {documents} documents, {customers} clients) redonne portfolio.json et active.json à l’octet près.",
        en:
            "The journal ({entries} records, {documents} documents, {customers} customers) gives portfolio.json and active.json to the byte."
    )
    public static let rebuildWritten = MessageTemplate(
        "rebuild.written",
        fr:
            "Vues réécrites depuis le journal : {entries} enregistrements, {documents} documents, {customers} clients.",
        en: "Views written anew from the journal: {entries} records, {documents} documents, {customers} customers.")
    public static let rebuildRules = MessageTemplate(
        "rebuild.rules",
        fr: "Les règles ont changé depuis que l’agent a jugé pour la dernière fois : des chiffres peuvent en différer.",
        en: "The rules changed since the agent last judged: figures may differ for that.",
        mendFr: "Lancez « vigie run --once », puis recommencez.",
        mendEn: "Run “vigie run --once”, then try again.")
    public static let rebuildMissing = differing(
        "rebuild.missing",
        fr: "« {file} » manque.",
        en: "“{file}” is missing.")
    public static let rebuildChanged = differing(
        "rebuild.changed",
        fr: "{file}, {place} : le journal donne {expected}, le fichier dit {found}.",
        en: "{file}, {place}: the journal gives {expected}, the file says {found}.")
    public static let rebuildLacks = differing(
        "rebuild.lacks",
        fr: "{file}, {place} : le journal donne {expected}, le fichier ne le dit pas.",
        en: "{file}, {place}: the journal gives {expected}, the file does not say it.")
    public static let rebuildExtra = differing(
        "rebuild.extra",
        fr: "{file}, {place} : le fichier dit {found}, le journal ne le donne pas.",
        en: "{file}, {place}: the file says {found}, the journal does not give it.")
    public static let rebuildSpelling = differing(
        "rebuild.spelling",
        fr: "{file} dit la même chose que le journal, écrite autrement à partir de l’octet {offset}.",
        en: "{file} says the same as the journal, written differently from byte {offset} on.")
    public static let rebuildUnreadable = differing(
        "rebuild.unreadable",
        fr: "{file} n’est pas du JSON à la ligne {line}.",
        en: "{file} is no JSON at line {line}.")
    public static let rebuildMore = MessageTemplate(
        "rebuild.more",
        fr: "Et {count} autres différences.",
        en: "And {count} more differences.")

    public static let rebuildUpTo = MessageTemplate(
        "rebuild.upTo",
        fr: "Un agent est au travail : comparé jusqu’à l’enregistrement {entries} du journal, d’où viennent ces vues.",
        en: "An agent is at work: compared up to record {entries} of the journal, which these views come from.")
    public static let rebuildMoving = MessageTemplate(
        "rebuild.moving",
        fr: "Un agent est en train d’écrire les vues : rien n’a pu être comparé.",
        en: "An agent is writing the views: nothing could be compared.",
        mendFr: "Recommencez dans un moment.",
        mendEn: "Try again in a moment.")

    /// A difference: what to do about it is the same for all.
    private static func differing(_ code: String, fr: String, en: String) -> MessageTemplate {
        MessageTemplate(
            code, fr: fr, en: en,
            mendFr:
                "Les vues publiées ne sont pas celles du journal : « vigie rebuild » les réécrit. Si elles étaient justes, restaurez portfolio/journal.",
            mendEn:
                "The published views are not the journal’s: “vigie rebuild” writes them anew. If they were right, restore portfolio/journal."
        )
    }
}
