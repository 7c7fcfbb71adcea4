extension Catalogue {
    static let xml: [MessageTemplate] = []
}
