/// Cases put in order of their risk, with what became of them: how well the order tells the bad from the good.
///
/// The area under the receiver operating characteristic is the chance that, of a late and a punctual invoice drawn at
/// random, the late one had been given the higher risk; equal risks count one half (Hanley and McNeil, 1982). Counted
/// in whole numbers, so it is exact but for one division.
struct RankedOutcomes {
    /// Places of the cases, lowest risk first.
    private let order: [Int32]
    /// Where each run of equal risks ends in `order`.
    private let ends: [Int32]
    private let late: [Bool]
    /// The customer of each case, numbered from 0.
    private let groups: [Int32]

    init(_ risks: [Double], late: [Bool], groups: [Int32]) {
        let sorted = risks.indices.sorted { (risks[$0], $0) < (risks[$1], $1) }
        var ends: [Int32] = []
        for (place, index) in sorted.enumerated()
        where place + 1 == sorted.count || risks[sorted[place + 1]] != risks[index] {
            ends.append(Int32(place + 1))
        }
        order = sorted.map { Int32($0) }
        self.ends = ends
        self.late = late
        self.groups = groups
    }

    /// The area with every case counted once; nil where all or none was late.
    var area: Double? { area { _ in 1 } }

    /// The area with every case counted as often as its customer was drawn.
    func area(drawn counts: [Int]) -> Double? { area { counts[Int($0)] } }

    private func area(_ weight: (Int32) -> Int) -> Double? {
        var (bad, good, halves) = (0, 0, 0)
        var start = 0
        for end in ends {
            var (badHere, goodHere) = (0, 0)
            for place in start..<Int(end) {
                let index = Int(order[place])
                let count = weight(groups[index])
                if late[index] { badHere += count } else { goodHere += count }
            }
            halves += badHere * (2 * good + goodHere)
            bad += badHere
            good += goodHere
            start = Int(end)
        }
        guard bad > 0, good > 0 else { return nil }
        return Double(halves) / (2 * Double(bad) * Double(good))
    }
}
