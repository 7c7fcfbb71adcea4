import Receivables

/// Brings the lines of described invoices together, by number: their sum, or the total that each repeats.
struct DescribedLines {
    /// The signed amount of each invoice row, in file order: a discount is a negative line of an invoice.
    private var amounts: [Int64] = []
    private(set) var merged: Message?
    /// The invoice at hand is typed as a credit note: its lines reduce what is owed whichever sign they have.
    var isCredit = false

    mutating func add(_ amount: Int64) { amounts.append(amount) }

    /// One document for each number, in the place of its first row; payments stay where they are.
    mutating func merge(_ documents: inout [Document], _ total: TableDescription.LineTotal) {
        var places: [String: Int] = [:]
        var sums: [Int64] = []
        var kept: [Document] = []
        var row = 0
        var keptPlaces: [Int] = []
        for document in documents {
            guard case .invoice(let invoice) = document else {
                kept.append(document)
                continue
            }
            let amount = row < amounts.count ? amounts[row] : invoice.payable
            row += 1
            if let place = places[invoice.number] {
                if total == .sum { sums[place] = sums[place].addingBounded(amount) }
                continue
            }
            places[invoice.number] = sums.count
            sums.append(amount)
            keptPlaces.append(kept.count)
            kept.append(document)
        }
        for (place, index) in keptPlaces.enumerated() { DescribedLines.set(&kept[index], sums[place]) }
        if sums.count < row { merged = Message(.tablesLinesMerged, ["rows": "\(row)", "invoices": "\(sums.count)"]) }
        documents = kept
    }

    private static func set(_ document: inout Document, _ sum: Int64) {
        guard case .invoice(var invoice) = document else { return }
        invoice.payable = Int64(clamping: sum.magnitude)
        invoice.total = invoice.payable
        invoice.net = nil
        if sum < 0, !invoice.type.isCredit { invoice.type = .creditNote }
        if sum > 0, invoice.type == .creditNote { invoice.type = .invoice }
        document = .invoice(invoice)
    }
}
