/// Where each invoice's instalments are among an account's receivables: found by halving, as invoices come nearly in order
/// of their index and most accounts never ask.
struct InvoicePlaces {
    /// By index of the invoice, ascending.
    private(set) var all: [(invoice: Int32, places: Range<Int>)] = []

    mutating func reserve(_ count: Int) { all.reserveCapacity(count) }

    /// An invoice is added once.
    mutating func append(_ places: Range<Int>, of invoice: Int32) {
        let end = all.last.map { $0.invoice < invoice } ?? true ? all.count : firstIndex(notBefore: invoice)
        all.insert((invoice, places), at: end)
    }

    /// In due order; empty for an invoice that is not among them.
    subscript(invoice: Int32) -> Range<Int> {
        let index = firstIndex(notBefore: invoice)
        return index < all.count && all[index].invoice == invoice ? all[index].places : 0..<0
    }

    private func firstIndex(notBefore invoice: Int32) -> Int {
        var range = all.startIndex..<all.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = all[middle].invoice < invoice ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
