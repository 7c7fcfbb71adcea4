extension Catalogue {
    static let invoices: [MessageTemplate] = []
}
