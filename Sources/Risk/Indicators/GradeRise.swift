extension Indicator {
    /// Grades by which the score is above the worst one it had at the end of a day within the last 90 days; 0 where it
    /// is not. Filled in like `gradeFall`.
    static let gradeRise = Indicator(
        "gradeRise", .count, fr: "hausse de classe", en: "rise of the grade",
        how: (
            french: "classe du jour − plus mauvaise classe des 90 derniers jours",
            english: "today's grade − worst grade of the last 90 days"
        )
    ) { _ in nil }
}
