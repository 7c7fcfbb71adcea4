/// Who a document names: what it says of a seller, buyer, payer or payee, nothing inferred.
///
/// A class so that a file's thousand invoices to one customer share one party.
public final class Party: Hashable, Sendable {
    /// BT-27, BT-44 and their like, as written.
    public let name: String?
    /// Nine digits, spaces removed (ISO 6523 scheme 0002).
    public let siren: String?
    /// Fourteen digits, spaces removed (scheme 0009).
    public let siret: String?
    /// The VAT identifier, capitals, spaces removed.
    public let vat: String?
    /// The customer code of our own accounting package. Text: leading zeros count.
    public let code: String?
    /// Other identifiers by scheme: `0088` GLN, `0225` electronic address, a foreign register.
    public let others: [SchemedIdentifier]
    /// ISO 3166-1 alpha-2.
    public let country: String?

    public init(
        name: String? = nil, siren: String? = nil, siret: String? = nil, vat: String? = nil, code: String? = nil,
        others: [SchemedIdentifier] = [], country: String? = nil
    ) {
        self.name = name
        self.siren = siren
        self.siret = siret
        self.vat = vat
        self.code = code
        self.others = others
        self.country = country
    }

    public static let unknown = Party()

    /// No name and no identifier at all.
    public var isUnknown: Bool {
        name == nil && siren == nil && siret == nil && vat == nil && code == nil && others.isEmpty
    }

    /// The SIREN stated, or the one inside the SIRET or a French VAT number: nil where none has the right form.
    public var sirenOfAny: String? {
        if let siren { return siren }
        if let siret, siret.utf8.count == 14 { return String(siret.prefix(9)) }
        if let vat, let inside = Identifiers.siren(inFrenchVAT: vat) { return inside }
        return nil
    }

    public static func == (left: Party, right: Party) -> Bool {
        left === right
            || (left.name == right.name && left.siren == right.siren && left.siret == right.siret
                && left.vat == right.vat && left.code == right.code && left.others == right.others
                && left.country == right.country)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(siren)
        hasher.combine(vat)
        hasher.combine(code)
    }
}

/// An identifier with the scheme that gives it meaning (ISO 6523 ICD code, or a register's own name).
public struct SchemedIdentifier: Hashable, Comparable, Sendable {
    public let scheme: String
    public let value: String

    public init(scheme: String, value: String) {
        self.scheme = scheme
        self.value = value
    }

    public static func < (left: SchemedIdentifier, right: SchemedIdentifier) -> Bool {
        (left.scheme, left.value) < (right.scheme, right.value)
    }
}
