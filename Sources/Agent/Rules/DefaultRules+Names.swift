extension DefaultRules {
    /// The names of the alert rules that are shipped: a home may have taken some of them out.
    static let alertNames: Set<String> = {
        let text = files.first { $0.name == "alerts.yaml" }?.text ?? ""
        let mark = "- name: "
        return Set(
            text.split(separator: "\n").compactMap { line in
                let item = line.drop { $0 == " " }
                return item.hasPrefix(mark) ? String(item.dropFirst(mark.count)) : nil
            })
    }()
}
