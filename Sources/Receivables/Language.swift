/// The languages of what people read. French is the default; everything a program reads is neutral.
public enum Language: String, Sendable, CaseIterable {
    case french = "fr"
    case english = "en"
}
