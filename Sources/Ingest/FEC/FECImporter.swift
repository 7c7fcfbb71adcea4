public import Receivables

/// The *fichier des écritures comptables* (LPF art. A47 A-1): the customer accounts in it.
public struct FECImporter: Importer {
    public let name = "fec"
    public init() {}

    public func identifies(_ file: SourceFile) -> Bool {
        TableProbe.text(of: file).flatMap(FECHeader.find(in:)) != nil
    }

    public func read(_ file: SourceFile, _ context: ReadingContext) throws(Refusal) -> Reading {
        try FECReading.read(file, context)
    }
}
