extension Catalogue {
    static let notify: [MessageTemplate] = [
        .notifyName, .notifyKind, .notifyAddress, .notifyFile, .notifyFailing, .notifyRecovered, .notifyRefused,
        .notifyRest,
    ]
}

/// Where alerts are sent: `notify` in company.yaml, and how sending them goes.
extension MessageTemplate {
    public static let notifyName = MessageTemplate(
        "notify.name",
        fr: "{file}, ligne {line} : « {name} » ne peut pas nommer une destination d'alertes.",
        en: "{file}, line {line}: “{name}” cannot name a destination of alerts.",
        mendFr: "Écrivez des lettres sans accent, des chiffres et des traits d'union, 40 au plus.",
        mendEn: "Use letters without accents, digits and hyphens, 40 at most.")

    public static let notifyKind = MessageTemplate(
        "notify.kind",
        fr: "{file}, ligne {line} : la destination « {name} » doit dire une seule fois où vont les alertes.",
        en: "{file}, line {line}: the destination “{name}” must say once where alerts go.",
        mendFr: "Donnez-lui une des clés alertmanager, webhook ou file.",
        mendEn: "Give it one of the keys alertmanager, webhook or file.")

    public static let notifyAddress = MessageTemplate(
        "notify.address",
        fr: "{file}, ligne {line} : « {value} » n'est pas une adresse http:// ou https://.",
        en: "{file}, line {line}: “{value}” is not an http:// or https:// address.",
        mendFr: "Écrivez par exemple http://127.0.0.1:9093.",
        mendEn: "Write for instance http://127.0.0.1:9093.")

    public static let notifyFile = MessageTemplate(
        "notify.file",
        fr: "{file}, ligne {line} : « {value} » ne peut pas être un fichier d'alertes de plus.",
        en: "{file}, line {line}: “{value}” cannot be another file of alerts.",
        mendFr: """
            Écrivez un nom simple qui finit par .jsonl, autre que alerts.jsonl, par exemple commercial.jsonl : il sera \
            dans alerts/.
            """,
        mendEn: "Write a simple name that ends in .jsonl, other than alerts.jsonl, sales.jsonl for instance: it "
            + "will be in alerts/.")

    public static let notifyFailing = MessageTemplate(
        "notify.failing",
        fr: "Les alertes pour « {name} » ne partent pas : {problem}.",
        en: "Alerts for “{name}” are not getting through: {problem}.",
        mendFr: "Rien n'est perdu : l'envoi est retenté jusqu'à ce qu'il réussisse. Vérifiez l'adresse et le serveur.",
        mendEn: "Nothing is lost: sending is tried again until it works. Check the address and the server.")

    public static let notifyRecovered = MessageTemplate(
        "notify.recovered",
        fr: "Les alertes pour « {name} » partent de nouveau.",
        en: "Alerts for “{name}” are getting through again.")

    public static let notifyRefused = MessageTemplate(
        "notify.refused",
        fr: "« {name} » refuse l'événement {id} : {problem}.",
        en: "“{name}” refuses the event {id}: {problem}.",
        mendFr: "Il est gardé dans {path} ; les suivants sont envoyés.",
        mendEn: "It is kept in {path}; the next ones are sent.")

    public static let notifyRest = MessageTemplate(
        "notify.rest",
        fr: "Événements qui attendent encore d'être envoyés à « {name} » : {count}. {problem}",
        en: "Events that still wait to be sent to “{name}”: {count}. {problem}",
        mendFr: "Ils le seront au prochain lancement.",
        mendEn: "They will be at the next start.")
}
