extension Catalogue {
    static let lifecycle: [MessageTemplate] = []
}
