extension Indicator {
    /// Grades by which the score is below the best one it had at the end of a day within the last 90 days; 0 where it is
    /// not. It needs what was before, which `GradeMemory` keeps: absent here, filled in by `Measures.values`.
    static let gradeFall = Indicator(
        "gradeFall", .count, fr: "baisse de classe", en: "fall of the grade",
        how: (
            french: "meilleure classe des 90 derniers jours − classe du jour",
            english: "best grade of the last 90 days − today's grade"
        )
    ) { _ in nil }
}
