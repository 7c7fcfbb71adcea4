import CQPDF

/// Owns a qpdf object and the memory it reads from. Object handles live as long as this does.
@safe struct PDFHandle: ~Copyable {
    private let qpdf: qpdf_data
    /// qpdf reads in place: the bytes must outlive it.
    private let memory: UnsafeMutableBufferPointer<UInt8>

    private init(_ bytes: [UInt8]) {
        unsafe memory = .allocate(capacity: bytes.count)
        _ = unsafe memory.initialize(fromContentsOf: bytes)
        unsafe qpdf = qpdf_init()
        // Nothing on standard error: what is wrong is said by us.
        unsafe qpdf_set_suppress_warnings(qpdf, QPDF_TRUE)
        unsafe qpdf_silence_errors(qpdf)
    }

    /// Reads the structure of a PDF; refuses encrypted and damaged ones.
    static func opening(_ bytes: [UInt8]) throws(PDFFault) -> PDFHandle {
        let handle = PDFHandle(bytes)
        try handle.open()
        return handle
    }

    deinit {
        var qpdf: qpdf_data? = unsafe self.qpdf
        unsafe qpdf_cleanup(&qpdf)
        unsafe memory.deallocate()
    }

    private func open() throws(PDFFault) {
        let status = unsafe memory.withMemoryRebound(to: CChar.self) {
            unsafe qpdf_read_memory(qpdf, "pdf", $0.baseAddress, UInt64($0.count), nil)
        }
        if status & QPDF_ERRORS != 0 {
            let error = unsafe qpdf_get_error(qpdf)
            let code = unsafe qpdf_get_error_code(qpdf, error)
            if code == qpdf_e_password { throw .encrypted }
            // Another security handler than a password: certificates, rights management.
            if code == qpdf_e_unsupported, mentionsEncryption { throw .encrypted }
            throw .damaged(unsafe PDFHandle.text(qpdf_get_error_message_detail(qpdf, error)))
        }
        if unsafe qpdf_is_encrypted(qpdf) == QPDF_TRUE { throw .encrypted }
    }

    private var mentionsEncryption: Bool {
        let word = Array("/Encrypt".utf8)
        let count = unsafe memory.count
        guard count >= word.count else { return false }
        return (0...count - word.count).contains { start in
            word.indices.allSatisfy { unsafe memory[start + $0] == word[$0] }
        }
    }

    /// The library's complaint about the objects looked at since the last call; nil where all was well.
    var fault: String? {
        guard unsafe qpdf_has_error(qpdf) == QPDF_TRUE else { return nil }
        return unsafe PDFHandle.text(qpdf_get_error_message_detail(qpdf, qpdf_get_error(qpdf)))
    }

    var root: qpdf_oh { unsafe qpdf_get_root(qpdf) }

    /// The value of a key; nil where there is none or `object` is no dictionary. A stream stands for its dictionary.
    func value(_ key: String, of object: qpdf_oh) -> qpdf_oh? {
        guard unsafe qpdf_oh_is_dictionary(qpdf, object) == QPDF_TRUE else { return nil }
        let value = unsafe qpdf_oh_get_key(qpdf, object, key)
        return unsafe qpdf_oh_is_null(qpdf, value) == QPDF_TRUE ? nil : value
    }

    /// The items of an array, at most `limit`; none where it is not an array.
    func items(of object: qpdf_oh, limit: Int) -> [qpdf_oh] {
        guard unsafe qpdf_oh_is_array(qpdf, object) == QPDF_TRUE else { return [] }
        let count = min(unsafe qpdf_oh_get_array_n_items(qpdf, object), Int32(clamping: limit))
        guard count > 0 else { return [] }
        return (0..<count).map { unsafe qpdf_oh_get_array_item(qpdf, object, $0) }
    }

    /// A text string as UTF-8, from PDFDocEncoding or UTF-16; nil for another type.
    func string(_ object: qpdf_oh) -> String? {
        guard unsafe qpdf_oh_is_string(qpdf, object) == QPDF_TRUE else { return nil }
        return unsafe PDFHandle.text(qpdf_oh_get_utf8_value(qpdf, object))
    }

    func isStream(_ object: qpdf_oh) -> Bool { unsafe qpdf_oh_is_stream(qpdf, object) == QPDF_TRUE }

    /// The object's number in the file; nil for one written in place.
    func number(of object: qpdf_oh) -> Int32? {
        let number = unsafe qpdf_oh_get_object_id(qpdf, object)
        return number == 0 ? nil : number
    }

    /// The filters of a stream, first applied last; none where it is stored as it is.
    func filters(of stream: qpdf_oh) -> [String] {
        let dictionary = unsafe qpdf_oh_get_dict(qpdf, stream)
        guard let filter = value("/Filter", of: dictionary) else { return [] }
        let names = unsafe qpdf_oh_is_name(qpdf, filter) == QPDF_TRUE ? [filter] : items(of: filter, limit: 16)
        return names.map { unsafe PDFHandle.text(qpdf_oh_get_name(qpdf, $0)) }
    }

    /// The bytes of a stream as they stand in the file, still packed: never more than the file holds.
    func rawData(of stream: qpdf_oh) throws(PDFFault) -> [UInt8] {
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        let status = unsafe qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_none, nil, &buffer, &count)
        defer { unsafe free(buffer) }
        guard status & QPDF_ERRORS == 0, let start = unsafe buffer else { throw .damaged(fault ?? "stream") }
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        guard let pointer = unsafe pointer else { return "" }
        return unsafe String(cString: pointer)
    }
}
