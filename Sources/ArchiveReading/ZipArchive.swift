import CZip

/// A zip archive in memory: its entries by name, unpacked with a bound. Nothing is ever written to the disk, and no name in
/// it is used as a path.
@safe public struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    /// libzip reads in place: the bytes must outlive it.
    private let memory: UnsafeMutableBufferPointer<UInt8>

    /// Opens an archive. Throws `.damaged` where the table of contents cannot be followed, as in a copy that stopped in the
    /// middle.
    public init(_ bytes: [UInt8]) throws(ArchiveFault) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe memory.initialize(fromContentsOf: bytes)
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        let source = unsafe zip_source_buffer_create(memory.baseAddress, zip_uint64_t(memory.count), 0, &error)
        guard let source = unsafe source, let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            let words = unsafe String(cString: zip_error_strerror(&error))
            if let source = unsafe source { unsafe zip_source_free(source) }
            unsafe memory.deallocate()
            throw .damaged(words)
        }
        unsafe self.archive = archive
        unsafe self.memory = memory
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe memory.deallocate()
    }

    /// The content of the entry with this name, whatever the case of its letters; nil where there is none. Throws where it
    /// is damaged, encrypted, or unpacks to more than `limit` bytes.
    public func content(of name: String, limit: Int) throws(ArchiveFault) -> [UInt8]? {
        let place = unsafe zip_name_locate(archive, name, zip_flags_t(ZIP_FL_NOCASE))
        guard place >= 0 else { return nil }
        guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(place), 0) else { throw fault }
        defer { unsafe zip_fclose(file) }
        var content: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe zip_fread(file, &chunk, zip_uint64_t(chunk.count))
            guard count >= 0 else { throw unsafe .damaged(String(cString: zip_file_strerror(file))) }
            guard count > 0 else { return content }
            // What the archive says of the size is not believed.
            guard content.count + Int(count) <= limit else { throw .tooLarge(limit: limit) }
            content += chunk[..<Int(count)]
        }
    }

    private var fault: ArchiveFault {
        let code = unsafe zip_error_code_zip(zip_get_error(archive))
        return code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD
            ? .encrypted : unsafe .damaged(String(cString: zip_strerror(archive)))
    }
}

/// Why an archive, or an entry of it, cannot be read.
public enum ArchiveFault: Error, Hashable, Sendable {
    /// The structure cannot be followed; the library's words, in English.
    case damaged(String)
    /// Protected by a password.
    case encrypted
    /// What is unpacked would exceed the limit, in bytes.
    case tooLarge(limit: Int)
}
