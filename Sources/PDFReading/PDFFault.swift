/// Why a PDF, or a file inside it, cannot be read.
public enum PDFFault: Error, Hashable, Sendable {
    /// No `%PDF-` near the beginning.
    case notAPDF
    /// No end mark: the copy or the transfer stopped in the middle.
    case truncated
    /// The structure cannot be followed; the library's words, in English.
    case damaged(String)
    /// Protected, with or without a password to open it.
    case encrypted
    /// What is unpacked would exceed the limit, in bytes.
    case tooLarge(limit: Int)
    /// The embedded file is packed in a way that no invoice uses.
    case unsupportedFilter(String)
}
