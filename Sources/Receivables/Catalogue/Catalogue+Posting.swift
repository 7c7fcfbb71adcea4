extension Catalogue {
    static let posting: [MessageTemplate] = []
}
