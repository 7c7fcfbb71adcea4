extension Catalogue {
    static let rules: [MessageTemplate] = [
        .rulesMissing, .rulesSyntax, .rulesDuplicateKey, .rulesUnknownKey, .rulesUnknownKeyNear, .rulesMissingKey,
        .rulesMapping, .rulesList, .rulesText, .rulesNumber, .rulesWhole, .rulesRange, .rulesFlag, .rulesDate,
        .rulesAmount, .rulesChoice, .rulesUnknownIndicator, .rulesUnknownIndicatorNear, .rulesPlaceholder,
        .rulesBraces, .rulesComparison, .rulesThreshold, .rulesUnits, .rulesClearBeyond, .rulesClearKind,
        .rulesLevelOrder, .rulesLevelMilder, .rulesDuplicateName, .rulesAudience, .rulesAscending, .rulesBands,
        .rulesSIREN, .rulesVAT, .rulesCurrency, .rulesRate, .rulesTerms, .rulesTimeZone, .rulesFolder, .rulesStored,
        .rulesCircular,
        .rulesGraded, .rulesGrade, .rulesCountry, .ruleTestMissing, .ruleTestUnexpected, .ruleTestDocument,
        .alertRuleGone, .alertGoesOn, .rulesUnless, .rulesAgain, .rulesProvisions, .rulesIs, .rulesIdentity,
    ]
}

/// Rules: company.yaml, alerts.yaml, scorecard.yaml and their tests.
extension MessageTemplate {
    public static let rulesMissing = MessageTemplate(
        "rules.missing",
        fr: "Le fichier de règles {file} est absent ou illisible.",
        en: "The rules file {file} is missing or unreadable.",
        mendFr: "Lancez « vigie init » dans ce dossier pour créer les règles par défaut.",
        mendEn: "Run `vigie init` in this folder to write the default rules.")

    public static let rulesSyntax = MessageTemplate(
        "rules.syntax",
        fr: "{file}, ligne {line} : ce fichier n'est pas du YAML valable : {problem}.",
        en: "{file}, line {line}: this file is not valid YAML: {problem}.",
        mendFr: """
            Vérifiez les retraits (des espaces, pas de tabulations), les deux-points et les guillemets à cette \
            ligne et juste avant.
            """,
        mendEn: "Check the indents (spaces, no tabs), colons and quotes on this line and just before it.")

    public static let rulesDuplicateKey = MessageTemplate(
        "rules.duplicateKey",
        fr: "{file}, ligne {line} : la clé « {key} » est écrite deux fois.",
        en: "{file}, line {line}: the key “{key}” is written twice.",
        mendFr: "N'en gardez qu'une.",
        mendEn: "Keep one of them.")

    public static let rulesUnknownKey = MessageTemplate(
        "rules.unknownKey",
        fr: "{file}, ligne {line} : la clé « {key} » n'existe pas ici.",
        en: "{file}, line {line}: there is no key “{key}” here.",
        mendFr: "Clés possibles : {known}.",
        mendEn: "Possible keys: {known}.")

    public static let rulesUnknownKeyNear = MessageTemplate(
        "rules.unknownKeyNear",
        fr: "{file}, ligne {line} : la clé « {key} » n'existe pas ici.",
        en: "{file}, line {line}: there is no key “{key}” here.",
        mendFr: "Vouliez-vous écrire « {near} » ?",
        mendEn: "Did you mean “{near}”?")

    public static let rulesMissingKey = MessageTemplate(
        "rules.missingKey",
        fr: "{file}, ligne {line} : il manque la clé « {key} ».",
        en: "{file}, line {line}: the key “{key}” is missing.",
        mendFr: "Ajoutez-la ; les règles livrées par « vigie init » montrent sa forme.",
        mendEn: "Add it; the rules that “vigie init” writes show its form.")

    public static let rulesMapping = MessageTemplate(
        "rules.mapping",
        fr: "{file}, ligne {line} : « {key} » attend des clés et leurs valeurs.",
        en: "{file}, line {line}: “{key}” needs keys with values.",
        mendFr: "Écrivez une ligne « clé: valeur » par réglage, en retrait sous « {key} ».",
        mendEn: "Write one “key: value” line a setting, indented under “{key}”.")

    public static let rulesList = MessageTemplate(
        "rules.list",
        fr: "{file}, ligne {line} : « {key} » attend une liste.",
        en: "{file}, line {line}: “{key}” needs a list.",
        mendFr: "Écrivez [a, b] ou une ligne « - » par élément.",
        mendEn: "Write [a, b] or one “-” line an element.")

    public static let rulesText = MessageTemplate(
        "rules.text",
        fr: "{file}, ligne {line} : « {key} » attend un texte.",
        en: "{file}, line {line}: “{key}” needs a text.",
        mendFr: "Écrivez-le après les deux-points, entre guillemets s'il contient « : » ou « # ».",
        mendEn: "Write it after the colon, in quotes if it contains “:” or “#”.")

    public static let rulesNumber = MessageTemplate(
        "rules.number",
        fr: "{file}, ligne {line} : « {key} » attend un nombre ; « {value} » n'en est pas un.",
        en: "{file}, line {line}: “{key}” needs a number; “{value}” is not one.",
        mendFr: "Écrivez-le avec un point et sans espace : 1234.50, 0.8 ou 80%.",
        mendEn: "Write it with a point and without spaces: 1234.50, 0.8 or 80%.")

    public static let rulesWhole = MessageTemplate(
        "rules.whole",
        fr: """
            {file}, ligne {line} : « {key} » attend un nombre entier d'au moins {least} ; « {value} » ne \
            convient pas.
            """,
        en: "{file}, line {line}: “{key}” needs a whole number of at least {least}; “{value}” will not do.",
        mendFr: "Écrivez un nombre entier, sans décimales.",
        mendEn: "Write a whole number without decimals.")

    public static let rulesRange = MessageTemplate(
        "rules.range",
        fr: "{file}, ligne {line} : « {key} » doit être compris entre {least} et {most} ; « {value} » ne l'est pas.",
        en: "{file}, line {line}: “{key}” must be between {least} and {most}; “{value}” is not.",
        mendFr: "Corrigez la valeur.",
        mendEn: "Correct the value.")

    public static let rulesFlag = MessageTemplate(
        "rules.flag",
        fr: "{file}, ligne {line} : « {key} » attend true ou false ; « {value} » n'est ni l'un ni l'autre.",
        en: "{file}, line {line}: “{key}” needs true or false; “{value}” is neither.",
        mendFr: "Écrivez true (oui) ou false (non).",
        mendEn: "Write true or false.")

    public static let rulesDate = MessageTemplate(
        "rules.date",
        fr: "{file}, ligne {line} : « {key} » attend une date ; « {value} » n'en est pas une.",
        en: "{file}, line {line}: “{key}” needs a date; “{value}” is not one.",
        mendFr: "Écrivez-la AAAA-MM-JJ, par exemple 2026-11-23.",
        mendEn: "Write it YYYY-MM-DD, such as 2026-11-23.")

    public static let rulesAmount = MessageTemplate(
        "rules.amount",
        fr: "{file}, ligne {line} : « {key} » attend un montant en {currency} ; « {value} » ne convient pas.",
        en: "{file}, line {line}: “{key}” needs an amount of {currency}; “{value}” will not do.",
        mendFr: "Écrivez-le avec un point, sans espace et avec {decimals} décimales au plus : 1234.50.",
        mendEn: "Write it with a point, without spaces and with {decimals} decimals at most: 1234.50.")

    public static let rulesChoice = MessageTemplate(
        "rules.choice",
        fr: "{file}, ligne {line} : « {key} » ne connaît pas « {value} ».",
        en: "{file}, line {line}: “{key}” does not know “{value}”.",
        mendFr: "Valeurs possibles : {known}.",
        mendEn: "Possible values: {known}.")

    public static let rulesUnknownIndicator = MessageTemplate(
        "rules.unknownIndicator",
        fr: "{file}, ligne {line} : l'indicateur « {name} » n'existe pas.",
        en: "{file}, line {line}: there is no indicator “{name}”.",
        mendFr: "Indicateurs possibles : {known}.",
        mendEn: "Possible indicators: {known}.")

    public static let rulesUnknownIndicatorNear = MessageTemplate(
        "rules.unknownIndicatorNear",
        fr: "{file}, ligne {line} : l'indicateur « {name} » n'existe pas.",
        en: "{file}, line {line}: there is no indicator “{name}”.",
        mendFr: "Vouliez-vous écrire « {near} » ?",
        mendEn: "Did you mean “{near}”?")

    public static let rulesPlaceholder = MessageTemplate(
        "rules.placeholder",
        fr: "{file}, ligne {line} : le message emploie « {open}{name}{close} », qui n'existe pas.",
        en: "{file}, line {line}: the message uses “{open}{name}{close}”, which does not exist.",
        mendFr: "Vouliez-vous écrire « {open}{near}{close} » ? Repères possibles : {known}.",
        mendEn: "Did you mean “{open}{near}{close}”? Possible placeholders: {known}.")

    public static let rulesBraces = MessageTemplate(
        "rules.braces",
        fr: "{file}, ligne {line} : une accolade de ce message n'est pas fermée.",
        en: "{file}, line {line}: a brace in this message is not closed.",
        mendFr: "Fermez-la, par exemple « {open}customer{close} ».",
        mendEn: "Close it, as in “{open}customer{close}”.")

    public static let rulesComparison = MessageTemplate(
        "rules.comparison",
        fr: "{file}, ligne {line} : « {key} » demande une comparaison, et une seule.",
        en: "{file}, line {line}: “{key}” needs one comparison, and only one.",
        mendFr: """
            Écrivez l'une de ces clés : above (strictement au-dessus), atLeast, below (strictement \
            au-dessous), atMost, is.
            """,
        mendEn: "Write one of these keys: above (strictly), atLeast, below (strictly), atMost, is.")

    public static let rulesThreshold = MessageTemplate(
        "rules.threshold",
        fr: "{file}, ligne {line} : « {value} » n'est pas un seuil pour l'indicateur « {name} ».",
        en: "{file}, line {line}: “{value}” is not a threshold for the indicator “{name}”.",
        mendFr: "Écrivez {form}, ou une part d'un autre indicateur de même unité, comme « 80% of insuredLimit ».",
        mendEn: "Write {form}, or a share of another indicator of the same unit, such as “80% of insuredLimit”.")

    public static let rulesUnits = MessageTemplate(
        "rules.units",
        fr: "{file}, ligne {line} : « {name} » et « {other} » n'ont pas la même unité et ne se comparent pas.",
        en: "{file}, line {line}: “{name}” and “{other}” have different units and cannot be compared.",
        mendFr: "Comparez un montant à un montant, des jours à des jours.",
        mendEn: "Compare an amount with an amount, days with days.")

    public static let rulesClearBeyond = MessageTemplate(
        "rules.clearBeyond",
        fr: """
            {file}, ligne {line} : l'alerte se terminerait avant de commencer : le seuil de retour {clear} est \
            au-delà du seuil d'alerte {raise}.
            """,
        en: """
            {file}, line {line}: the alert would end before it begins: its clear threshold {clear} is beyond \
            its raise threshold {raise}.
            """,
        mendFr: """
            Mettez « clear » en deçà du seuil d'alerte : plus bas pour above et atLeast, plus haut pour below \
            et atMost.
            """,
        mendEn: """
            Put “clear” on the near side of the raise threshold: lower for above and atLeast, higher for below \
            and atMost.
            """)

    public static let rulesClearKind = MessageTemplate(
        "rules.clearKind",
        fr: "{file}, ligne {line} : le seuil de retour {clear} ne se compare pas au seuil d'alerte {raise}.",
        en: "{file}, line {line}: the clear threshold {clear} cannot be compared with the raise threshold {raise}.",
        mendFr: "Écrivez les deux de la même façon : deux nombres, ou deux parts du même indicateur.",
        mendEn: "Write both the same way: two numbers, or two shares of the same indicator.")

    public static let rulesLevelOrder = MessageTemplate(
        "rules.levelOrder",
        fr: "{file}, ligne {line} : les niveaux de la règle « {rule} » ne vont pas du moins grave au plus grave.",
        en: "{file}, line {line}: the levels of the rule “{rule}” do not go from the mildest to the gravest.",
        mendFr: "Écrivez-les dans l'ordre info, warning, critical, chacun une fois au plus.",
        mendEn: "Write them in the order info, warning, critical, each once at most.")

    public static let rulesLevelMilder = MessageTemplate(
        "rules.levelMilder",
        fr: """
            {file}, ligne {line} : dans la règle « {rule} », le niveau {severity} commence avant un niveau \
            moins grave.
            """,
        en: "{file}, line {line}: in the rule “{rule}”, the level {severity} begins before a milder one.",
        mendFr: "Donnez aux niveaux plus graves des seuils plus éloignés.",
        mendEn: "Give graver levels thresholds further out.")

    public static let rulesDuplicateName = MessageTemplate(
        "rules.duplicateName",
        fr: "{file}, ligne {line} : le nom « {name} » est donné deux fois.",
        en: "{file}, line {line}: the name “{name}” is given twice.",
        mendFr: "Un nom suit une alerte dans son histoire : donnez à chacune le sien.",
        mendEn: "A name follows an alert through its history: give each its own.")

    public static let rulesAudience = MessageTemplate(
        "rules.audience",
        fr: "{file}, ligne {line} : le destinataire « {name} » n'est pas défini dans company.yaml.",
        en: "{file}, line {line}: the audience “{name}” is not defined in company.yaml.",
        mendFr: "Ajoutez-le sous « audiences », ou employez : {known}.",
        mendEn: "Add it under “audiences”, or use: {known}.")

    public static let rulesAscending = MessageTemplate(
        "rules.ascending",
        fr: "{file}, ligne {line} : les valeurs de « {key} » doivent croître.",
        en: "{file}, line {line}: the values of “{key}” must ascend.",
        mendFr: "Rangez-les de la plus petite à la plus grande, chacune une fois.",
        mendEn: "Put them from the smallest to the largest, each once.")

    public static let rulesBands = MessageTemplate(
        "rules.bands",
        fr: "{file}, ligne {line} : les notes doivent aller de la meilleure à la pire, et la dernière commencer à 0.",
        en: "{file}, line {line}: grades must go from best to worst, and the last one begin at 0.",
        mendFr: "Rangez « from » en ordre décroissant ; la dernière note a « from: 0 ».",
        mendEn: "Put “from” in descending order; the last grade has “from: 0”.")

    public static let rulesSIREN = MessageTemplate(
        "rules.siren",
        fr: "{file}, ligne {line} : le SIREN « {value} » n'est pas valable (neuf chiffres et leur clé).",
        en: "{file}, line {line}: the SIREN “{value}” is not valid (nine digits with their check digit).",
        mendFr: "Recopiez-le de l'avis de situation INSEE ou de l'extrait Kbis, entre guillemets.",
        mendEn: "Copy it from the INSEE notice or the Kbis extract, in quotes.")

    public static let rulesVAT = MessageTemplate(
        "rules.vat",
        fr: """
            {file}, ligne {line} : le numéro de TVA « {value} » n'est pas valable (deux lettres de pays, puis \
            chiffres et lettres).
            """,
        en: """
            {file}, line {line}: the VAT identifier “{value}” is not valid (two letters for the country, then \
            digits and letters).
            """,
        mendFr: "Recopiez-le d'une de vos factures ; un numéro français est FR, deux caractères de clé et le SIREN.",
        mendEn: "Copy it from one of your invoices; a French one is FR, two check characters and the SIREN.")

    public static let rulesCurrency = MessageTemplate(
        "rules.currency",
        fr: "{file}, ligne {line} : « {value} » n'est pas un code de devise.",
        en: "{file}, line {line}: “{value}” is not a currency code.",
        mendFr: "Écrivez ses trois lettres ISO 4217, par exemple EUR.",
        mendEn: "Write its three ISO 4217 letters, such as EUR.")

    public static let rulesRate = MessageTemplate(
        "rules.rate",
        fr: "{file}, ligne {line} : « {value} » n'est pas un cours de change.",
        en: "{file}, line {line}: “{value}” is not an exchange rate.",
        mendFr:
            "Écrivez combien d'unités de la devise vaut une unité de la monnaie du portefeuille, par exemple 1.0823.",
        mendEn: "Write how many units of the currency one unit of the portfolio's currency is worth, such as 1.0823.")

    public static let rulesTerms = MessageTemplate(
        "rules.terms",
        fr: "{file}, ligne {line} : « {value} » n'est pas un délai de paiement.",
        en: "{file}, line {line}: “{value}” is not a payment term.",
        mendFr: "Écrivez par exemple « 30 jours », « 45 jours fin de mois » ou « 60 jours net ».",
        mendEn: "Write “30 jours”, “45 jours fin de mois” or “60 days net”, for instance.")

    public static let rulesTimeZone = MessageTemplate(
        "rules.timeZone",
        fr: "{file}, ligne {line} : le fuseau horaire « {value} » est inconnu (timeZone).",
        en: "{file}, line {line}: the time zone “{value}” is not known (timeZone).",
        mendFr: "Écrivez un nom de la base IANA, par exemple Europe/Paris, et installez tzdata s'il manque.",
        mendEn: "Write a name of the IANA database, Europe/Paris for instance, and install tzdata if it is missing.")

    public static let rulesFolder = MessageTemplate(
        "rules.folder",
        fr: "{file}, ligne {line} : « {value} » n'est pas un nom de sous-dossier d'inbox.",
        en: "{file}, line {line}: “{value}” is not the name of a subfolder of inbox.",
        mendFr: "Écrivez un nom simple, sans « / » ni point au début ; « examples » est réservé.",
        mendEn: "Write a plain name without “/” and no leading dot; “examples” is reserved.")

    public static let rulesStored = MessageTemplate(
        "rules.stored",
        fr: """
            {file}, ligne {line} : l'indicateur « {name} » dépend des autres clients et ne peut pas entrer \
            dans la note.
            """,
        en: "{file}, line {line}: the indicator “{name}” depends on other customers and cannot be part of the score.",
        mendFr: "Employez-le dans une règle d'alerte.",
        mendEn: "Use it in an alert rule.")

    public static let rulesGraded = MessageTemplate(
        "rules.graded",
        fr: "{file}, ligne {line} : l'indicateur « {name} » dépend de la note et ne peut pas y entrer.",
        en: "{file}, line {line}: the indicator “{name}” depends on the score and cannot be part of it.",
        mendFr: "Employez-le dans une règle d'alerte, ou verificationAgeDays dans la note.",
        mendEn: "Use it in an alert rule, or verificationAgeDays in the score.")

    public static let rulesGrade = MessageTemplate(
        "rules.grade",
        fr: "rules/company.yaml, verification : la classe « {name} » n'est pas de scorecard.yaml.",
        en: "rules/company.yaml, verification: the grade “{name}” is not one of scorecard.yaml.",
        mendFr: "Classes possibles : {known}.",
        mendEn: "Possible grades: {known}.")

    public static let rulesCountry = MessageTemplate(
        "rules.country",
        fr: "{file}, ligne {line} : « {value} » n'est pas un code de pays.",
        en: "{file}, line {line}: “{value}” is no country code.",
        mendFr: "Écrivez deux lettres (ISO 3166-1), par exemple DE.",
        mendEn: "Write two letters (ISO 3166-1), DE for instance.")

    public static let rulesCircular = MessageTemplate(
        "rules.circular",
        fr: "{file}, ligne {line} : l'indicateur « {name} » vient de la note et ne peut pas y entrer.",
        en: "{file}, line {line}: the indicator “{name}” comes from the score and cannot be part of it.",
        mendFr: "Employez-le dans une règle d'alerte.",
        mendEn: "Use it in an alert rule.")

    public static let rulesIs = MessageTemplate(
        "rules.is",
        fr: "{file}, ligne {line} : « is » demande un indicateur qui vaut oui ou non, et « {name} » n'en est pas un.",
        en: "{file}, line {line}: “is” asks for an indicator that is true or false, and “{name}” is none.",
        mendFr: "Écrivez above, atLeast, below ou atMost, avec un nombre.",
        mendEn: "Write above, atLeast, below or atMost, with a number.")

    public static let rulesIdentity = MessageTemplate(
        "rules.identity",
        fr: "rules/company.yaml ne dit pas encore qui vous êtes : « siren » et « vat » y sont vides sous « company ».",
        en: "rules/company.yaml does not say yet who you are: “siren” and “vat” are empty there, under “company”.",
        mendFr:
            "Écrivez-y votre SIREN, par exemple siren: [\"900000001\"] ; sans lui aucune facture n'est reconnue comme la vôtre.",
        mendEn: "Write your SIREN there, such as siren: [\"900000001\"]; without it no invoice is known to be yours.")

    public static let ruleTestMissing = MessageTemplate(
        "rules.testMissing",
        fr: "Essai « {test} », le {day} : l'alerte « {alert} » est attendue et ne s'est pas produite.",
        en: "Test “{test}”, {day}: the alert “{alert}” is expected and did not happen.",
        mendFr: "Ce qui s'est produit : {actual}.",
        mendEn: "What happened: {actual}.")

    public static let ruleTestUnexpected = MessageTemplate(
        "rules.testUnexpected",
        fr: "Essai « {test} », le {day} : l'alerte « {alert} » n'était pas attendue.",
        en: "Test “{test}”, {day}: the alert “{alert}” was not expected.",
        mendFr: "Corrigez la règle, ou ajoutez l'alerte à celles que l'essai attend.",
        mendEn: "Correct the rule, or add the alert to those the test expects.")

    public static let ruleTestDocument = MessageTemplate(
        "rules.testDocument",
        fr: "Essai « {test} » : le document « {number} » n'entre pas dans les comptes ({reason}).",
        en: "Test “{test}”: the document “{number}” cannot be booked ({reason}).",
        mendFr: "Corrigez les documents de l'essai.",
        mendEn: "Correct the documents of the test.")

    public static let alertRuleGone = MessageTemplate(
        "alert.ruleGone",
        fr: "Fin de l'alerte : la règle « {rule} » n'existe plus dans rules/alerts.yaml.",
        en: "End of the alert: the rule “{rule}” no longer exists in rules/alerts.yaml.")

    public static let alertGoesOn = MessageTemplate(
        "alert.goesOn",
        fr: "Fin de cette alerte : deux clients n'en font plus qu'un, dont l'autre alerte « {rule} » se poursuit.",
        en: "End of this alert: two customers turned out to be one, whose other alert “{rule}” goes on.")

    public static let rulesUnless = MessageTemplate(
        "rules.unless",
        fr: "{file}, ligne {line} : « unless: {name} » ne désigne aucune règle de même portée écrite plus haut.",
        en: "{file}, line {line}: “unless: {name}” names no rule of the same scope written above.",
        mendFr: "Nommez une règle écrite avant celle-ci : {known}.",
        mendEn: "Name a rule written before this one: {known}.")

    public static let rulesAgain = MessageTemplate(
        "rules.again",
        fr: "{file}, ligne {line} : « again: {value} » ne va pas avec cette règle.",
        en: "{file}, line {line}: “again: {value}” does not go with this rule.",
        mendFr:
            "Écrivez « again: rise », sous un indicateur qui est un montant, des jours ou un nombre, avec des seuils above ou atLeast.",
        mendEn:
            "Write “again: rise”, under an indicator that is an amount, days or a number, with thresholds above or atLeast."
    )

    public static let rulesProvisions = MessageTemplate(
        "rules.provisions",
        fr: "{file}, ligne {line} : « provisions » donne {count} taux pour {expected} tranches d'ancienneté.",
        en: "{file}, line {line}: “provisions” gives {count} rates for {expected} ageing buckets.",
        mendFr: "Écrivez un taux pour le non échu, un pour chaque borne de « ageing », un pour au-delà.",
        mendEn: "Write one rate for what is not due, one for each bound of “ageing”, and one for beyond.")
}
