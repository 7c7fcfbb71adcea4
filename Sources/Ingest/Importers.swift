/// Every format, in order of trial: the first that knows the file reads it.
public enum Importers {
    public static let all: [any Importer] = formats + tables

    /// Formats that say themselves what they are.
    private static let formats: [any Importer] = [
        UBLImporter(), CIIImporter(), FacturXImporter(), WorkbookImporter(), CamtImporter(), CDARImporter(),
        InvoiceResponseImporter(),
        BODACCImporter(), CompanySearchImporter(), PappersImporter(),
        // Any other JSON, only to say what it is not.
        UnknownJSONImporter(),
        // What is dropped by mistake, only to say what it is.
        ForeignFileImporter(),
        // Any other XML, only to say what it is.
        UnknownXMLImporter(),
        CFONB120Importer(), CFONB240Importer(), MT940Importer(),
        FECImporter(), RImportImporter(), XImportImporter(), ECBImporter(),
        // Sage 100's fixed width, only to say what to export instead.
        PNMImporter(),
    ]

    /// Tables known by the names of their columns.
    private static let tables: [any Importer] = [
        CSVEvents(), CSVInvoices(), CSVPayments(), CSVLimits(), CSVCustomers(),
        // Knows any table, only to say why it is not taken: the last.
        CSVUnrecognised(),
    ]

    /// The importer that knows this content, or nil. A table that somebody described is read as described, before
    /// its columns are guessed by their names.
    public static func importer(
        for file: SourceFile, describedBy descriptions: [TableDescription] = []
    ) -> (any Importer)? {
        if let format = formats.first(where: { $0.identifies(file) }) { return format }
        if let described = TableDescription.fitting(file, among: descriptions) { return DescribedTable(described) }
        return table(for: file)
    }

    /// The importer that knows a table by the names of its columns.
    static func table(for file: SourceFile) -> (any Importer)? { tables.first { $0.identifies(file) } }
}
