extension Catalogue {
    static let bank: [MessageTemplate] = []
}
