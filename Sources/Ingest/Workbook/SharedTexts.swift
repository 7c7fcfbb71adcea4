import Receivables
import XMLReading

/// The texts that cells of all sheets refer to by their place.
struct SharedTexts {
    private(set) var texts: [String] = []

    init(_ part: [UInt8]?) throws(WorkbookFault) {
        guard let part else { return }
        try WorkbookFault.reading(part) { (xml) throws(XMLFailure) in
            while let step = try xml.next() {
                if case .begin("si") = step { texts.append(try SharedTexts.text(&xml, until: "si")) }
            }
        }
    }

    subscript(place: Int) -> String? { texts.indices.contains(place) ? texts[place] : nil }

    /// The text of an element in runs of differing letters; how it is pronounced (`rPh`) is none of it.
    static func text(_ xml: inout XMLPull, until end: String) throws(XMLFailure) -> String {
        var text = ""
        var (isText, isPhonetic) = (false, false)
        while let step = try xml.next() {
            switch step {
            case .begin("t"): isText = true
            case .end("t"): isText = false
            case .begin("rPh"): isPhonetic = true
            case .end("rPh"): isPhonetic = false
            case .text(let part) where isText && !isPhonetic: text += part
            case .end(end): return text
            default: break
            }
        }
        return text
    }
}
