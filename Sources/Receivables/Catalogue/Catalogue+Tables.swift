extension Catalogue {
    static let tables: [MessageTemplate] = []
}
