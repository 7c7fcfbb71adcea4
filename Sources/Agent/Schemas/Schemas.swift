import Receivables
import Risk

/// JSON Schemas (draft 2020-12) of everything other programs read.
///
/// Each is a file of `Schemas/json`, embedded. What the program knows better, such as the list of indicators, stands
/// there as a mark (`"@indicators"`), so that a new indicator is in the schema without anybody writing it there.
public enum Schemas {
    /// What there is a schema of.
    public static var names: [String] { SchemaTexts.all.map(\.name) }

    /// The schema with this name; nil where there is none.
    public static func text(_ name: String) -> String? {
        SchemaTexts.all.first { $0.name == name }.map { filled($0.text) + "\n" }
    }

    private static func filled(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let mark = rest.firstRange(of: "\"@"), let end = rest[mark.upperBound...].firstIndex(of: "\"") {
            result += rest[..<mark.lowerBound]
            result += value(String(rest[mark.upperBound..<end]))
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    /// What a mark stands for.
    private static func value(_ mark: String) -> String {
        switch mark {
        case "indicators": properties(Indicator.all.map { ($0.name, $0.title, $0.unit) })
        case "portfolioIndicators": properties(PortfolioIndicator.all.map { ($0.name, $0.title, $0.unit) })
        case "customerIndicatorNames": list(Indicator.all.map(\.name))
        case "indicatorNames": list(indicatorNames)
        case "severities": list(Severity.allCases.map(\.rawValue))
        case "eventKinds": list(CustomerEvent.Kind.allCases.map(\.rawValue))
        case "limitStatuses": list(CreditLimit.Status.allCases.map(\.rawValue))
        case "statusMeanings": list(StatusNotice.Meaning.allCases.map(\.rawValue))
        case "schema:alert": filled(SchemaTexts.all.first { $0.name == "alert" }?.text ?? "{}")
        default: preconditionFailure("no mark @\(mark)")
        }
    }

    /// Of customers, then those that only the portfolio has.
    private static var indicatorNames: [String] {
        let own = Indicator.all.map(\.name)
        return own + PortfolioIndicator.all.map(\.name).filter { !own.contains($0) }
    }

    private static func list(_ words: [String]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for word in words { writer.string(word) }
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func properties(
        _ indicators: [(name: String, title: AlertRule.Words, unit: Indicator.Unit)]
    ) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, title, unit) in indicators {
            writer.key(dynamic: name)
            writer.beginObject()
            writer.member("type", unit == .flag ? "boolean" : "number")
            writer.member("description", "\(title.english) (\(title.french)); \(meaning(unit))")
            writer.endObject()
        }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static func meaning(_ unit: Indicator.Unit) -> String {
        switch unit {
        case .amount: "an amount in the base currency, with its decimals"
        case .share: "a share: 0.25 is a quarter"
        case .days: "days"
        case .count: "a count"
        case .flag: "true or false"
        }
    }
}
