/// What happened to the data that nobody should overlook, counted by the agent.
public struct DataQuality: Sendable, Hashable {
    /// Documents kept out because they contradict a booked one.
    public var conflicts = 0
    /// Files that could not be taken at all.
    public var rejectedFiles = 0
    /// Rows of tables that could not be taken.
    public var refusedRows = 0
    /// Documents booked with a remark.
    public var warnings = 0

    public init() {}
}
