extension Catalogue {
    static let intake: [MessageTemplate] = [
        .intakeSymbolicLink, .intakeNotAFile, .intakeHardLink, .intakeEmpty, .intakeTooLarge, .intakeChanging,
        .intakeUnfinished, .intakeEndedProcess, .intakeWritten, .intakeLeft, .intakeContinued,
        .systemDiskFull, .systemNoPermission, .systemReadOnly, .systemMissing, .systemOtherFilesystem,
        .systemTooManyFiles, .systemNotAFolder, .systemFailed,
        .homeOtherFilesystem, .outputUnwritten, .demoExamples, .inboxBadFolder, .lockHeld, .journalDamaged, .journalGap,
        .journalLost,
        .journalCut,
        .syncFailed,
        .clockUnknownZone,
        .clockBadInstant,
    ]
}

/// Why something in the inbox is not taken, whatever it contains.
extension MessageTemplate {
    public static let intakeSymbolicLink = MessageTemplate(
        "intake.symbolicLink",
        fr: "C’est un lien symbolique, pas un fichier.",
        en: "This is a symbolic link, not a file.",
        mendFr: "Déposez une copie du fichier lui-même.",
        mendEn: "Drop a copy of the file itself.")
    public static let intakeNotAFile = MessageTemplate(
        "intake.notAFile",
        fr: "Ce n’est pas un fichier ordinaire (tube, socket ou périphérique).",
        en: "This is not a regular file (a pipe, a socket or a device).",
        mendFr: "Déposez un fichier ordinaire.",
        mendEn: "Drop a regular file.")
    public static let intakeHardLink = MessageTemplate(
        "intake.hardLink",
        fr: "Ce fichier porte un second nom ailleurs (lien physique) : il pourrait changer après avoir été pris.",
        en: "This file has a second name elsewhere (a hard link): it could change after it was taken.",
        mendFr: "Déposez une copie, ou supprimez l’autre nom.",
        mendEn: "Drop a copy, or remove the other name.")
    public static let intakeEmpty = MessageTemplate(
        "intake.empty",
        fr: "Le fichier est vide.",
        en: "The file is empty.",
        mendFr: "Vérifiez l’export qui l’a produit, puis déposez-le de nouveau.",
        mendEn: "Check the export that produced it, then drop it again.")
    public static let intakeTooLarge = MessageTemplate(
        "intake.tooLarge",
        fr: "Le fichier fait {size} Mo ; la limite est de {limit} Mo.",
        en: "The file is {size} MB; the limit is {limit} MB.",
        mendFr: "Découpez l’export par période, ou relevez {key} dans company.yaml.",
        mendEn: "Split the export by period, or raise {key} in company.yaml.")
    public static let intakeContinued = MessageTemplate(
        "intake.continued",
        fr:
            "« {file} » n'a pas d'en-tête : ses lignes sont prises comme la suite du tableau de ce nom pris juste avant.",
        en: "“{file}” has no header: its rows are taken as the rest of the table of this name taken just before.")
    public static let intakeChanging = MessageTemplate(
        "intake.changing",
        fr: "Le fichier a changé pendant sa lecture.",
        en: "The file changed while it was read.",
        mendFr: "Déposez-le une fois son écriture terminée, de préférence en le renommant dans le dossier.",
        mendEn: "Drop it once it is written, best by renaming it into the folder.")
    public static let intakeUnfinished = MessageTemplate(
        "intake.unfinished",
        fr: "Le fichier s’arrête au milieu et n’a plus changé depuis {seconds} s.",
        en: "The file stops in the middle and has not changed for {seconds} s.",
        mendFr: "Relancez la copie ou l’export, puis déposez-le de nouveau.",
        mendEn: "Copy or export it again, then drop it again.")
    public static let intakeEndedProcess = MessageTemplate(
        "intake.endedProcess",
        fr: "La lecture de ce fichier a interrompu l’agent {count} fois.",
        en: "Reading this file ended the agent {count} times.",
        mendFr: "Gardez ce fichier et signalez-le : c’est un défaut de Vigie.",
        mendEn: "Keep this file and report it: this is a defect of Vigie.")
    public static let intakeWritten = MessageTemplate(
        "intake.written",
        fr: "Un programme tient « {file} » ouvert en écriture : le fichier sera pris quand il sera fermé.",
        en: "A program has “{file}” open to write: the file will be taken once it is closed.")
    public static let intakeLeft = MessageTemplate(
        "intake.left",
        fr: "« {file} » n’a pas pu être pris en {count} essais : il reste dans inbox.",
        en: "“{file}” could not be taken in {count} tries: it stays in the inbox.")
}

/// What the operating system refuses.
extension MessageTemplate {
    public static let systemDiskFull = MessageTemplate(
        "system.diskFull",
        fr: "Il n’y a plus de place sur le disque pour écrire « {path} ».",
        en: "There is no room left on the disk to write “{path}”.",
        mendFr: "Libérez de la place : rien n’est perdu, l’agent reprend de lui-même, ou à son prochain démarrage.",
        mendEn: "Free some room: nothing is lost, the agent goes on by itself, or at its next start.")
    public static let systemNoPermission = MessageTemplate(
        "system.noPermission",
        fr: "L’accès à « {path} » est refusé ({operation}).",
        en: "Access to “{path}” is denied ({operation}).",
        mendFr: "Donnez à l’utilisateur qui exécute l’agent le droit de lire et d’écrire dans ce dossier.",
        mendEn: "Give the user the agent runs as the right to read and write in this folder.")
    public static let systemReadOnly = MessageTemplate(
        "system.readOnly",
        fr: "« {path} » est sur un système de fichiers en lecture seule.",
        en: "“{path}” is on a read-only file system.",
        mendFr: "Remontez-le en écriture, ou ajoutez-le à ReadWritePaths= dans le service.",
        mendEn: "Mount it writable, or add it to ReadWritePaths= in the service.")
    public static let systemMissing = MessageTemplate(
        "system.missing",
        fr: "« {path} » n’existe pas.",
        en: "“{path}” does not exist.",
        mendFr: "Vérifiez le chemin, ou créez le dossier avec « vigie init ».",
        mendEn: "Check the path, or make the folder with “vigie init”.")
    public static let systemOtherFilesystem = MessageTemplate(
        "system.otherFilesystem",
        fr: "« {path} » ne peut pas être déplacé : la destination est sur un autre système de fichiers.",
        en: "“{path}” cannot be moved: the destination is on another file system.",
        mendFr: "Placez inbox, processed et rejected sur le même système de fichiers.",
        mendEn: "Put inbox, processed and rejected on the same file system.")
    public static let systemTooManyFiles = MessageTemplate(
        "system.tooManyFiles",
        fr: "Trop de fichiers sont ouverts pour ouvrir « {path} ».",
        en: "Too many files are open to open “{path}”.",
        mendFr: "Relevez la limite (LimitNOFILE= dans le service).",
        mendEn: "Raise the limit (LimitNOFILE= in the service).")
    public static let systemNotAFolder = MessageTemplate(
        "system.notAFolder",
        fr: "« {path} » n’est pas un dossier mais un lien ou autre chose.",
        en: "“{path}” is no folder but a link or something else.",
        mendFr: "Mettez un vrai dossier à sa place ; ce qui y est déposé sera pris aussitôt.",
        mendEn: "Put a real folder in its place; what is dropped there is then taken at once.")
    public static let systemFailed = MessageTemplate(
        "system.failed",
        fr: "Le système a refusé une opération ({operation}) sur « {path} » : {reason} (erreur {code}).",
        en: "The system refused an operation ({operation}) on “{path}”: {reason} (error {code}).",
        mendFr: "Vérifiez le disque et le journal du système.",
        mendEn: "Check the disk and the system's log.")
}

/// Why the agent does not start or go on.
extension MessageTemplate {
    public static let homeOtherFilesystem = MessageTemplate(
        "home.otherFilesystem",
        fr:
            "« {path} » n’est pas sur le même système de fichiers que inbox : un fichier n’y serait pas déplacé d’un seul coup.",
        en: "“{path}” is not on the same file system as inbox: a file could not be moved there in one step.",
        mendFr:
            "Placez tout le dossier de travail sur un seul système de fichiers (un seul ReadWritePaths=, un seul volume).",
        mendEn: "Put the whole home on one file system (one ReadWritePaths=, one volume).")
    public static let outputUnwritten = MessageTemplate(
        "output.unwritten",
        fr: "Le résultat n’a pas pu être écrit sur la sortie standard : {reason} (erreur {code}).",
        en: "The result could not be written to standard output: {reason} (error {code}).")
    public static let demoExamples = MessageTemplate(
        "demo.examples",
        fr: "« {path} » n’a pas de dossiers rules et inbox/examples : il n’y a rien à montrer.",
        en: "“{path}” has no folders rules and inbox/examples: there is nothing to show.",
        mendFr: "Lancez « vigie demo » dans une copie du dépôt de Vigie, ou nommez-la avec --home.",
        mendEn: "Run “vigie demo” in a checkout of Vigie, or name one with --home.")
    public static let inboxBadFolder = MessageTemplate(
        "inbox.badFolder",
        fr: "« {folder} » ne peut pas être un sous-dossier surveillé de inbox.",
        en: "“{folder}” cannot be a watched subfolder of inbox.",
        mendFr: "Écrivez un nom simple, par exemple banque, autre que examples.",
        mendEn: "Write a simple name, bank for instance, other than examples.")
    public static let lockHeld = MessageTemplate(
        "lock.held",
        fr: "Un autre agent (processus {process}) travaille déjà dans « {path} ».",
        en: "Another agent (process {process}) already works in “{path}”.",
        mendFr: "Arrêtez-le d’abord, ou choisissez un autre dossier avec --home.",
        mendEn: "Stop it first, or choose another folder with --home.")
    public static let journalDamaged = MessageTemplate(
        "journal.damaged",
        fr:
            "Le journal « {path} » est abîmé à la ligne {line} (octet {offset}) : cette ligne n’est pas celle qui a été écrite.",
        en: "The journal “{path}” is damaged at line {line} (byte {offset}): this line is not what was written.",
        mendFr: "Restaurez ce fichier depuis une sauvegarde. Rien n’a été modifié.",
        mendEn: "Restore this file from a backup. Nothing was changed.")
    public static let journalGap = MessageTemplate(
        "journal.gap",
        fr:
            "Le journal « {path} » saute, à la ligne {line} (octet {offset}), de l’enregistrement {expected} attendu à {found}.",
        en:
            "The journal “{path}” jumps, at line {line} (byte {offset}), from the expected record {expected} to {found}.",
        mendFr: "Un fichier du journal manque ou a été modifié : restaurez portfolio/journal depuis une sauvegarde.",
        mendEn: "A file of the journal is missing or was changed: restore portfolio/journal from a backup.")
    public static let journalLost = MessageTemplate(
        "journal.lost",
        fr:
            "Le journal « {path} » s’arrête à l’enregistrement {found}, mais d’après « {mark} » il allait au moins jusqu’au {claimed} : la suite a disparu.",
        en:
            "The journal “{path}” ends with record {found}, but by “{mark}” it reached record {claimed} at least: the rest is gone.",
        mendFr:
            "Rien n’a été modifié. Restaurez portfolio/journal depuis une sauvegarde, ou acceptez ce qu’il en reste avec « vigie rebuild » ; déposez alors de nouveau les fichiers perdus, qui sont dans processed.",
        mendEn:
            "Nothing was changed. Restore portfolio/journal from a backup, or accept what is left of it with “vigie rebuild”; then drop the lost files again, which are in processed."
    )
    public static let journalCut = MessageTemplate(
        "journal.cut",
        fr:
            "Un arrêt brutal avait laissé {count} octets inachevés à la fin de « {path} » : coupés à l’octet {offset}, gardés dans « {kept} ».",
        en:
            "A sudden stop had left {count} unfinished bytes at the end of “{path}”: cut at byte {offset}, kept in “{kept}”."
    )
    public static let syncFailed = MessageTemplate(
        "sync.failed",
        fr: "Le disque n’a pas confirmé l’écriture de « {path} » : {reason}.",
        en: "The disk did not confirm that “{path}” was written: {reason}.",
        mendFr: "L’agent s’arrête pour ne rien perdre ; vérifiez le disque, puis relancez-le.",
        mendEn: "The agent stops so as to lose nothing; check the disk, then start it again.")
    public static let clockUnknownZone = MessageTemplate(
        "clock.unknownZone",
        fr: "Le fuseau horaire « {zone} » est inconnu.",
        en: "The time zone “{zone}” is not known.",
        mendFr: "Écrivez un nom de la base IANA, par exemple Europe/Paris, et installez tzdata s’il manque.",
        mendEn: "Write a name of the IANA database, Europe/Paris for instance, and install tzdata if it is missing.")
    public static let clockBadInstant = MessageTemplate(
        "clock.badInstant",
        fr: "VIGIE_NOW vaut « {value} », qui n’est pas un instant RFC 3339.",
        en: "VIGIE_NOW is “{value}”, which is not an RFC 3339 instant.",
        mendFr: "Écrivez par exemple 2026-11-23T08:30:00+01:00.",
        mendEn: "Write for instance 2026-11-23T08:30:00+01:00.")
}
