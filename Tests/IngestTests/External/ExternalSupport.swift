import Receivables
import Testing

@testable import Ingest

/// Records of services written for tests. SIRENs from 900000001 are nobody's.
enum External {
    static func importer(_ text: String) -> String? { Importers.importer(for: file(text))?.name }

    static func read(_ text: String) throws -> Reading {
        try #require(Importers.importer(for: file(text))).read(file(text), ReadingContext())
    }

    static func events(_ text: String) throws -> [CustomerEvent] {
        try read(text).documents.compactMap { if case .event(let event) = $0 { event } else { nil } }
    }

    private static func file(_ text: String) -> SourceFile { SourceFile(name: "x", bytes: Array(text.utf8)) }

    /// An announcement; `judgement` is the inside of an object.
    static func bodacc(
        _ judgement: String? = nature("Jugement d'ouverture de liquidation judiciaire"),
        siren: String = "[\"900000019\",\"900 000 019\"]", family: String = "collective", type: String = "annonce",
        published: String = "2026-11-20"
    ) -> String {
        let inside = judgement.map { "\"" + "{\($0)}".replacing("\"", with: "\\\"") + "\"" } ?? "null"
        return """
            {"id":"A1","publicationavis":"A","dateparution":"\(published)","typeavis":"\(type)",\
            "familleavis":"\(family)","familleavis_lib":"\(family)","tribunal":"Lyon","commercant":"LUMEN",\
            "registre":\(siren),"listepersonnes":null,"jugement":\(inside)}
            """
    }

    static func nature(_ nature: String, family: String = "Jugement", date: String = "2026-11-12", more: String = "")
        -> String
    {
        """
        "type":"initial","famille":"\(family)","nature":"\(nature)","date":"\(date)","complementJugement":"\(more)"
        """
    }

    static func company(_ members: String) -> String {
        #"{"siren":"900000019","nom_complet":"LUMEN","date_mise_a_jour":"2026-10-16T08:34:38",\#(members)}"#
    }

    static func pappers(_ members: String) -> String {
        #"{"siren":"900000019","nom_entreprise":"LUMEN","derniere_mise_a_jour_sirene":"2026-11-18",\#(members)}"#
    }
}
