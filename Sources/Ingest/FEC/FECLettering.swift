/// A lettering code: it means something only within its account and auxiliary.
struct FECLettering: Hashable {
    let account: String
    let auxiliary: String
    let code: String

    init?(_ entry: FECEntry) {
        guard !entry.lettering.isEmpty else { return nil }
        (account, auxiliary, code) = (entry.account, entry.auxiliary, entry.lettering)
    }
}

/// The numbers of the documents that each lettering ties together.
struct FECLettered {
    private var numbers: [FECLettering: [String]] = [:]

    subscript(_ lettering: FECLettering) -> [String] { numbers[lettering] ?? [] }

    mutating func add(_ number: String, to letterings: [FECLettering]) {
        for lettering in letterings where numbers[lettering]?.contains(number) != true {
            numbers[lettering, default: []].append(number)
        }
    }
}
