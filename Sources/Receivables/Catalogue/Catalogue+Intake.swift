extension Catalogue {
    static let intake: [MessageTemplate] = []
}
