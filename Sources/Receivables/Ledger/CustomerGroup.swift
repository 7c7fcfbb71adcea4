/// Customers that belong to one parent, directly or through others, and are judged together.
public struct CustomerGroup: Sendable, Hashable {
    /// The key of the parent at the top, or what records call it where no document names it; of a cycle the first key.
    public let key: String
    /// The name of the parent at the top, as written.
    public let name: String
    /// The parent at the top, where it is a customer itself.
    public let head: CustomerID?
    /// Every customer of the group, the head among them; two at least, by key.
    public let members: [CustomerID]
    /// True where the parents lead in a circle: one group, but nobody is at its top.
    public let isCyclic: Bool

    /// Who stands for the group: its head, else the first by key.
    public var lead: CustomerID? { head ?? members.first }
}
