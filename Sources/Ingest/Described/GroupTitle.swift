import Receivables

/// A row that says whose the rows below it are: a name alone, or behind its account (`411DUPONT;DUPONT ET FILS`).
struct GroupTitle {
    let code: String?
    let name: String

    var party: Party { Party(name: name, code: code.flatMap { PartyText.isCollective($0) ? nil : $0 }) }

    /// Nil where anything else is filled, or the row does not begin with it.
    init?(_ cells: [String]) {
        let filled = cells.count { !$0.isEmpty }
        guard let first = cells.first, !first.isEmpty, (1...2).contains(filled) else { return nil }
        guard filled == 2 else {
            (code, name) = (nil, first)
            return
        }
        let second = cells[1]
        guard !second.isEmpty, CellShape.isName(second), CellShape.isDocumentNumber(first), !CellShape.isDate(first)
        else { return nil }
        (code, name) = (first, second)
    }
}
