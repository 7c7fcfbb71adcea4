extension Catalogue {
    static let pdf: [MessageTemplate] = []
}
