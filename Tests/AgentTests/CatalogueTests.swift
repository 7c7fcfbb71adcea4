import Receivables
import Testing

/// One input and its exact sentences for each thing the store, the watcher and the clock can say.
private struct Saying: CustomTestStringConvertible, Sendable {
    let template: MessageTemplate
    var arguments: [String: String] = [:]
    let french: String
    let english: String
    var testDescription: String { template.code }
}

private let sayings: [Saying] = [
    Saying(
        template: .intakeSymbolicLink,
        french: "C’est un lien symbolique, pas un fichier. Déposez une copie du fichier lui-même.",
        english: "This is a symbolic link, not a file. Drop a copy of the file itself."),
    Saying(
        template: .intakeNotAFile,
        french: "Ce n’est pas un fichier ordinaire (tube, socket ou périphérique). Déposez un fichier ordinaire.",
        english: "This is not a regular file (a pipe, a socket or a device). Drop a regular file."),
    Saying(
        template: .intakeHardLink,
        french: "Ce fichier porte un second nom ailleurs (lien physique) : il pourrait changer après avoir été pris. "
            + "Déposez une copie, ou supprimez l’autre nom.",
        english: "This file has a second name elsewhere (a hard link): it could change after it was taken. "
            + "Drop a copy, or remove the other name."),
    Saying(
        template: .intakeEmpty,
        french: "Le fichier est vide. Vérifiez l’export qui l’a produit, puis déposez-le de nouveau.",
        english: "The file is empty. Check the export that produced it, then drop it again."),
    Saying(
        template: .intakeTooLarge, arguments: ["size": "10240", "limit": "20", "key": "largestFileMegabytes"],
        french: "Le fichier fait 10240 Mo ; la limite est de 20 Mo. "
            + "Découpez l’export par période, ou relevez largestFileMegabytes dans company.yaml.",
        english: "The file is 10240 MB; the limit is 20 MB. "
            + "Split the export by period, or raise largestFileMegabytes in company.yaml."),
    Saying(
        template: .intakeChanging,
        french: "Le fichier a changé pendant sa lecture. "
            + "Déposez-le une fois son écriture terminée, de préférence en le renommant dans le dossier.",
        english: "The file changed while it was read. Drop it once it is written, best by renaming it into the folder."
    ),
    Saying(
        template: .intakeUnfinished, arguments: ["seconds": "2"],
        french: "Le fichier s’arrête au milieu et n’a plus changé depuis 2 s. "
            + "Relancez la copie ou l’export, puis déposez-le de nouveau.",
        english:
            "The file stops in the middle and has not changed for 2 s. Copy or export it again, then drop it again."
    ),
    Saying(
        template: .intakeEndedProcess, arguments: ["count": "3"],
        french: "La lecture de ce fichier a interrompu l’agent 3 fois. "
            + "Gardez ce fichier et signalez-le : c’est un défaut de Vigie.",
        english: "Reading this file ended the agent 3 times. Keep this file and report it: this is a defect of Vigie."),
    Saying(
        template: .intakeWritten, arguments: ["file": "a.csv"],
        french: "Un programme tient « a.csv » ouvert en écriture : le fichier sera pris quand il sera fermé.",
        english: "A program has “a.csv” open to write: the file will be taken once it is closed."),
    Saying(
        template: .intakeLeft, arguments: ["file": "a.csv", "count": "3"],
        french: "« a.csv » n’a pas pu être pris en 3 essais : il reste dans inbox.",
        english: "“a.csv” could not be taken in 3 tries: it stays in the inbox."),
    Saying(
        template: .acknowledgementWaiting, arguments: ["file": "inbox/a.json"],
        french: "L'agent n'a pas encore pris l'acquittement : inbox/a.json. "
            + "Il le prendra dès qu'il le pourra ; « vigie alerts » le montre alors.",
        english: "The agent has not taken the acknowledgement yet: inbox/a.json. "
            + "It will as soon as it can; `vigie alerts` then shows it."),
    Saying(
        template: .acknowledgementUnknown, arguments: ["ids": "a, b"],
        french: "Aucune de ces alertes n'est en cours : a, b. "
            + "Reprenez l'identifiant dans « vigie alerts » ou alerts/active.json.",
        english: "None of these alerts fires: a, b. Take the id from `vigie alerts` or alerts/active.json."),
    Saying(
        template: .intakeContinued, arguments: ["file": "a.csv"],
        french:
            "« a.csv » n'a pas d'en-tête : ses lignes sont prises comme la suite du tableau de ce nom pris juste avant.",
        english: "“a.csv” has no header: its rows are taken as the rest of the table of this name taken just before."),
    Saying(
        template: .journalLost,
        arguments: ["path": "/v/portfolio/journal", "found": "3", "mark": "/v/portfolio/.published", "claimed": "7"],
        french: "Le journal « /v/portfolio/journal » s’arrête à l’enregistrement 3, mais d’après "
            + "« /v/portfolio/.published » il allait au moins jusqu’au 7 : la suite a disparu. "
            + "Rien n’a été modifié. Restaurez portfolio/journal depuis une sauvegarde, ou acceptez ce qu’il en reste "
            + "avec « vigie rebuild » ; déposez alors de nouveau les fichiers perdus, qui sont dans processed.",
        english: "The journal “/v/portfolio/journal” ends with record 3, but by “/v/portfolio/.published” it reached "
            + "record 7 at least: the rest is gone. "
            + "Nothing was changed. Restore portfolio/journal from a backup, or accept what is left of it with "
            + "“vigie rebuild”; then drop the lost files again, which are in processed."),
    Saying(
        template: .systemDiskFull, arguments: ["path": "/v/portfolio"],
        french: "Il n’y a plus de place sur le disque pour écrire « /v/portfolio ». "
            + "Libérez de la place : rien n’est perdu, l’agent reprend de lui-même, ou à son prochain démarrage.",
        english: "There is no room left on the disk to write “/v/portfolio”. "
            + "Free some room: nothing is lost, the agent goes on by itself, or at its next start."),
    Saying(
        template: .systemNotAFolder, arguments: ["path": "/v/inbox"],
        french: "« /v/inbox » n’est pas un dossier mais un lien ou autre chose. "
            + "Mettez un vrai dossier à sa place ; ce qui y est déposé sera pris aussitôt.",
        english: "“/v/inbox” is no folder but a link or something else. "
            + "Put a real folder in its place; what is dropped there is then taken at once."),
    Saying(
        template: .systemNoPermission, arguments: ["path": "/v/inbox", "operation": "write"],
        french: "L’accès à « /v/inbox » est refusé (write). "
            + "Donnez à l’utilisateur qui exécute l’agent le droit de lire et d’écrire dans ce dossier.",
        english: "Access to “/v/inbox” is denied (write). "
            + "Give the user the agent runs as the right to read and write in this folder."),
    Saying(
        template: .systemReadOnly, arguments: ["path": "/v"],
        french: "« /v » est sur un système de fichiers en lecture seule. "
            + "Remontez-le en écriture, ou ajoutez-le à ReadWritePaths= dans le service.",
        english: "“/v” is on a read-only file system. Mount it writable, or add it to ReadWritePaths= in the service."),
    Saying(
        template: .systemMissing, arguments: ["path": "/v"],
        french: "« /v » n’existe pas. Vérifiez le chemin, ou créez le dossier avec « vigie init ».",
        english: "“/v” does not exist. Check the path, or make the folder with “vigie init”."),
    Saying(
        template: .systemOtherFilesystem, arguments: ["path": "/v/inbox/a.csv"],
        french: "« /v/inbox/a.csv » ne peut pas être déplacé : la destination est sur un autre système de fichiers. "
            + "Placez inbox, processed et rejected sur le même système de fichiers.",
        english: "“/v/inbox/a.csv” cannot be moved: the destination is on another file system. "
            + "Put inbox, processed and rejected on the same file system."),
    Saying(
        template: .systemTooManyFiles, arguments: ["path": "/v/inbox/a.csv"],
        french: "Trop de fichiers sont ouverts pour ouvrir « /v/inbox/a.csv ». "
            + "Relevez la limite (LimitNOFILE= dans le service).",
        english: "Too many files are open to open “/v/inbox/a.csv”. Raise the limit (LimitNOFILE= in the service)."),
    Saying(
        template: .systemFailed,
        arguments: ["operation": "read", "path": "/v/inbox/a.csv", "reason": "Input/output error", "code": "5"],
        french: "Le système a refusé une opération (read) sur « /v/inbox/a.csv » : Input/output error (erreur 5). "
            + "Vérifiez le disque et le journal du système.",
        english: "The system refused an operation (read) on “/v/inbox/a.csv”: Input/output error (error 5). "
            + "Check the disk and the system's log."),
    Saying(
        template: .homeOtherFilesystem, arguments: ["path": "/v/processed"],
        french: "« /v/processed » n’est pas sur le même système de fichiers que inbox : "
            + "un fichier n’y serait pas déplacé d’un seul coup. "
            + "Placez tout le dossier de travail sur un seul système de fichiers (un seul ReadWritePaths=, un seul volume).",
        english: "“/v/processed” is not on the same file system as inbox: a file could not be moved there in one step. "
            + "Put the whole home on one file system (one ReadWritePaths=, one volume)."),
    Saying(
        template: .outputUnwritten, arguments: ["reason": "No space left on device", "code": "28"],
        french: "Le résultat n’a pas pu être écrit sur la sortie standard : No space left on device (erreur 28).",
        english: "The result could not be written to standard output: No space left on device (error 28)."),
    Saying(
        template: .demoExamples, arguments: ["path": "."],
        french: "« . » n’a pas de dossiers rules et inbox/examples : il n’y a rien à montrer. "
            + "Lancez « vigie demo » dans une copie du dépôt de Vigie, ou nommez-la avec --home.",
        english: "“.” has no folders rules and inbox/examples: there is nothing to show. "
            + "Run “vigie demo” in a checkout of Vigie, or name one with --home."),
    Saying(
        template: .inboxBadFolder, arguments: ["folder": "../x"],
        french: "« ../x » ne peut pas être un sous-dossier surveillé de inbox. "
            + "Écrivez un nom simple, par exemple banque, autre que examples.",
        english: "“../x” cannot be a watched subfolder of inbox. "
            + "Write a simple name, bank for instance, other than examples."),
    Saying(
        template: .lockHeld, arguments: ["process": "42", "path": "/v"],
        french: "Un autre agent (processus 42) travaille déjà dans « /v ». "
            + "Arrêtez-le d’abord, ou choisissez un autre dossier avec --home.",
        english: "Another agent (process 42) already works in “/v”. "
            + "Stop it first, or choose another folder with --home."),
    Saying(
        template: .journalDamaged, arguments: ["path": "j", "line": "3", "offset": "120"],
        french: "Le journal « j » est abîmé à la ligne 3 (octet 120) : cette ligne n’est pas celle qui a été écrite. "
            + "Restaurez ce fichier depuis une sauvegarde. Rien n’a été modifié.",
        english: "The journal “j” is damaged at line 3 (byte 120): this line is not what was written. "
            + "Restore this file from a backup. Nothing was changed."),
    Saying(
        template: .journalGap,
        arguments: ["path": "j", "line": "3", "offset": "120", "expected": "3", "found": "5"],
        french: "Le journal « j » saute, à la ligne 3 (octet 120), de l’enregistrement 3 attendu à 5. "
            + "Un fichier du journal manque ou a été modifié : restaurez portfolio/journal depuis une sauvegarde.",
        english: "The journal “j” jumps, at line 3 (byte 120), from the expected record 3 to 5. "
            + "A file of the journal is missing or was changed: restore portfolio/journal from a backup."),
    Saying(
        template: .journalCut, arguments: ["path": "j", "offset": "120", "count": "17", "kept": "torn"],
        french: "Un arrêt brutal avait laissé 17 octets inachevés à la fin de « j » : "
            + "coupés à l’octet 120, gardés dans « torn ».",
        english: "A sudden stop had left 17 unfinished bytes at the end of “j”: cut at byte 120, kept in “torn”."),
    Saying(
        template: .syncFailed, arguments: ["path": "j", "reason": "Input/output error"],
        french: "Le disque n’a pas confirmé l’écriture de « j » : Input/output error. "
            + "L’agent s’arrête pour ne rien perdre ; vérifiez le disque, puis relancez-le.",
        english: "The disk did not confirm that “j” was written: Input/output error. "
            + "The agent stops so as to lose nothing; check the disk, then start it again."),
    Saying(
        template: .clockUnknownZone, arguments: ["zone": "Europe/Pariss"],
        french: "Le fuseau horaire « Europe/Pariss » est inconnu. "
            + "Écrivez un nom de la base IANA, par exemple Europe/Paris, et installez tzdata s’il manque.",
        english: "The time zone “Europe/Pariss” is not known. "
            + "Write a name of the IANA database, Europe/Paris for instance, and install tzdata if it is missing."),
    Saying(
        template: .clockBadInstant, arguments: ["value": "hier"],
        french: "VIGIE_NOW vaut « hier », qui n’est pas un instant RFC 3339. "
            + "Écrivez par exemple 2026-11-23T08:30:00+01:00.",
        english: "VIGIE_NOW is “hier”, which is not an RFC 3339 instant. "
            + "Write for instance 2026-11-23T08:30:00+01:00."),
    Saying(
        template: .backtestNothing,
        french: "Aucune facture dont on sache si elle a été payée en retard : il n'y a rien à juger. "
            + "Donnez avec --data des factures et leurs règlements, ou lancez la commande dans un dossier qui en a pris.",
        english: "No invoice of which it is known whether it was paid late: there is nothing to judge. "
            + "Give invoices with their payments by --data, or run it in a home that has taken some."),
    Saying(
        template: .backtestFile, arguments: ["file": "a.csv", "reason": "Le fichier est vide."],
        french: "« a.csv » ne peut pas servir : Le fichier est vide.",
        english: "“a.csv” cannot be used: Le fichier est vide."),
    Saying(
        template: .backtestRules, arguments: ["path": "x"],
        french: "« x » ne contient ni scorecard.yaml, ni alerts.yaml, ni company.yaml. "
            + "Donnez avec --rules un dossier de règles, comme rules/.",
        english: "“x” holds neither scorecard.yaml nor alerts.yaml nor company.yaml. "
            + "Give a folder of rules by --rules, such as rules/."),
]

@Test(arguments: sayings)
private func `what the agent says about a file or its disk is this sentence`(_ saying: Saying) {
    let message = Message(saying.template, saying.arguments)
    #expect(said(message, .french) == saying.french)
    #expect(said(message, .english) == saying.english)
    #expect(Catalogue.template(code: saying.template.code) == saying.template)
}

private func said(_ message: Message, _ language: Language) -> String {
    [message.sentence(in: language), message.remedy(in: language)].compactMap { $0 }.joined(separator: " ")
}
