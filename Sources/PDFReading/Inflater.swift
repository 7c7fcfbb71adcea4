import CZlib

/// Inflates zlib data with a bound on what it may grow to: a few kilobytes can hold gigabytes of zeros.
enum Inflater {
    /// The inflated bytes. A missing checksum at the very end is accepted, as PDF readers do: what was unpacked is
    /// judged by its own syntax.
    static func inflate(_ packed: Span<UInt8>, limit: Int) throws(PDFFault) -> [UInt8] {
        var output: [UInt8] = []
        try unsafe run(packed) { (chunk) throws(PDFFault) in
            guard output.count + chunk.count <= limit else { throw .tooLarge(limit: limit) }
            unsafe output.append(contentsOf: chunk)
        }
        return output
    }

    /// How many bytes the data at the beginning of `packed` inflates to, nothing kept; stops counting beyond `limit`.
    static func inflatedCount(_ packed: Span<UInt8>, limit: Int) throws(PDFFault) -> Int {
        var count = 0
        try unsafe run(packed) { (chunk) throws(PDFFault) in
            count += chunk.count
            guard count <= limit else { throw .tooLarge(limit: limit) }
        }
        return count
    }

    private static let chunkSize = 1 << 16

    /// Hands out the inflated data piece by piece.
    private static func run(
        _ packed: Span<UInt8>, _ consume: (UnsafeBufferPointer<UInt8>) throws(PDFFault) -> Void
    ) throws(PDFFault) {
        var stream = unsafe z_stream()
        guard unsafe vigie_inflate_init(&stream) == Z_OK else { throw .damaged("zlib") }
        defer { unsafe inflateEnd(&stream) }
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: chunkSize)
        defer { unsafe chunk.deallocate() }
        let status = try unsafe packed.withUnsafeBufferPointer { (input) throws(PDFFault) -> Int32 in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = UInt32(clamping: input.count)
            var status: Int32
            repeat {
                unsafe stream.next_out = chunk.baseAddress
                unsafe stream.avail_out = UInt32(chunkSize)
                status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
                let count = unsafe chunkSize - Int(stream.avail_out)
                try unsafe consume(UnsafeBufferPointer(rebasing: chunk[..<count]))
            } while status == Z_OK
            return status
        }
        // Z_BUF_ERROR: the input ended before the stream did.
        guard status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .damaged("zlib \(status)") }
    }
}
