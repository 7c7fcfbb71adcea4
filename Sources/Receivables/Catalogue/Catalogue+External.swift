extension Catalogue {
    static let external: [MessageTemplate] = [
        .externalMalformed, .externalTooComplex, .externalUnknown, .externalNoSIREN, .externalBadSIREN, .externalNoDate,
        .externalNotProceeding, .externalNoStep, .externalNobody, .externalEmpty,
    ]
}

/// Company data saved from services: Pappers, Recherche d'entreprises, the BODACC's open data.
extension MessageTemplate {
    public static let externalMalformed = MessageTemplate(
        "external.malformed",
        fr: "Ce fichier n'est pas du JSON correct : il ne se lit plus à la ligne {place}.",
        en: "This file is not correct JSON: it cannot be read beyond line {place}.",
        mendFr: "Enregistrez à nouveau la réponse entière du service, sans la modifier.",
        mendEn: "Save the service's whole answer again, unchanged.")
    public static let externalTooComplex = MessageTemplate(
        "external.tooComplex",
        fr: "À la ligne {place}, un enregistrement compte trop de valeurs ou de niveaux pour une fiche d'entreprise.",
        en: "At line {place} a record has too many values or levels for a company's record.",
        mendFr: "Enregistrez la réponse du service pour une entreprise, sans la modifier.",
        mendEn: "Save the service's answer for one company, unchanged.")
    public static let externalUnknown = MessageTemplate(
        "external.unknown",
        fr:
            "C'est du JSON, mais ni une fiche Pappers, ni une réponse de Recherche d'entreprises, ni des annonces du BODACC.",
        en:
            "This is JSON, but neither a Pappers record, nor an answer of Recherche d'entreprises, nor BODACC announcements.",
        mendFr: "Déposez la réponse du service telle quelle, ou un tableau CSV.",
        mendEn: "Drop the service's answer as it is, or a CSV table.")
    public static let externalNoSIREN = MessageTemplate(
        "external.noSIREN",
        fr: "La fiche ne donne pas de SIREN, on ne sait pas de quelle entreprise il s'agit.",
        en: "The record gives no SIREN, so nobody knows which company it is about.",
        mendFr: "Enregistrez la fiche complète de l'entreprise.",
        mendEn: "Save the company's whole record.")
    public static let externalBadSIREN = MessageTemplate(
        "external.badSIREN",
        fr: "« {value} » n'est pas un SIREN : neuf chiffres dont la clé (Luhn) est juste.",
        en: "“{value}” is no SIREN: nine digits with a correct check digit (Luhn).",
        mendFr: "Corrigez le numéro, ou enregistrez à nouveau la réponse du service.",
        mendEn: "Correct the number, or save the service's answer again.")
    public static let externalNoDate = MessageTemplate(
        "external.noDate",
        fr: "Aucune date lisible dans l'enregistrement {id} : on ne sait pas de quel jour il est.",
        en: "No readable date in record {id}: nobody knows of which day it is.",
        mendFr: "Enregistrez la fiche ou l'annonce complète, avec ses dates de mise à jour ou de parution.",
        mendEn: "Save the whole record or announcement, with its dates of update or publication.")
    public static let externalNotProceeding = MessageTemplate(
        "external.notProceeding",
        fr: "L'annonce {id} ({value}) n'est pas une procédure collective : mise de côté.",
        en: "Announcement {id} ({value}) is no collective procedure: set aside.")
    public static let externalNoStep = MessageTemplate(
        "external.noStep",
        fr: "L'annonce {id} ({value}) n'ouvre, ne poursuit ni ne clôt une procédure : mise de côté.",
        en: "Announcement {id} ({value}) neither opens, continues nor closes a procedure: set aside.")
    public static let externalNobody = MessageTemplate(
        "external.nobody",
        fr: "L'annonce {id} ne donne aucun SIREN et ne peut être rapprochée d'un client : mise de côté.",
        en: "Announcement {id} gives no SIREN and cannot be matched with a customer: set aside.")
    public static let externalEmpty = MessageTemplate(
        "external.empty",
        fr: "La réponse du service ne contient aucun résultat.",
        en: "The service's answer holds no result.")
}
