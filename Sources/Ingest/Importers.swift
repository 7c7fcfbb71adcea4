/// Every format, in order of trial: the first that knows the file reads it.
public enum Importers {
    public static let all: [any Importer] = []

    /// The importer that knows this content, or nil.
    public static func importer(for file: SourceFile) -> (any Importer)? {
        all.first { $0.identifies(file) }
    }
}
