/// Every format, in order of trial: the first that knows the file reads it.
public enum Importers {
    public static let all: [any Importer] = [
        UBLImporter(), CIIImporter(), FacturXImporter(), CamtImporter(), CDARImporter(),
        InvoiceResponseImporter(),
        // Any other XML, only to say what it is.
        UnknownXMLImporter(),
        CFONB120Importer(), CFONB240Importer(), MT940Importer(),
        FECImporter(), CSVInvoices(), CSVPayments(), CSVLimits(), CSVCustomers(),
        // Knows any table, only to say why it is not taken: the last.
        CSVUnrecognised(),
    ]

    /// The importer that knows this content, or nil.
    public static func importer(for file: SourceFile) -> (any Importer)? {
        all.first { $0.identifies(file) }
    }
}
