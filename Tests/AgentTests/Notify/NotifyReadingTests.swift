import Receivables
import Risk
import Testing

@testable import Agent

private struct Wrong: CustomTestStringConvertible, Sendable {
    let what: String
    let text: String
    let template: MessageTemplate
    var testDescription: String { what }
}

@Suite struct NotifyReadingTests {
    private func destinations(_ text: String) throws -> [Destination] {
        try Settings(text: "company: {name: A}\nnotify:\n  " + text + "\n").notify
    }

    @Test func `an Alertmanager, a webhook and a file are read with all that can be said of them`() throws {
        let found = try destinations(
            """
            supervision: {alertmanager: "http://127.0.0.1:9093/", minimumSeverity: warning, repeatSeconds: 5,
                expiresHours: 2, generatorURL: "https://v.example", timeoutSeconds: 3}
              equipe: {webhook: "https://chat.example/hook?a=b", headersFile: /etc/h, audiences: [sales, finance]}
              commerce: {file: commerce.jsonl, audiences: sales}
            """)
        #expect(found.map(\.name) == ["supervision", "equipe", "commerce"])
        #expect(
            found.map(\.kind) == [
                .alertmanager("http://127.0.0.1:9093"), .webhook("https://chat.example/hook?a=b"),
                .file("commerce.jsonl"),
            ])
        #expect(found.map(\.audiences) == [[], ["sales", "finance"], ["sales"]])
        #expect(found.map(\.minimumSeverity) == [.warning, .info, .info])
        #expect(found[0].repeatSeconds == 5 && found[0].expiresHours == 2 && found[0].timeout == 3)
        #expect(found[0].generatorURL == "https://v.example" && found[1].headersFile == "/etc/h")
    }

    @Test func `without notify, and with nothing under it, alerts go to alerts.jsonl alone`() throws {
        #expect(try Settings(text: "company: {name: A}\n").notify == [])
        #expect(try destinations("# nothing\n") == [])
    }

    @Test(
        "a destination that could never work is taken",
        arguments: [
            Wrong(what: "a path as name", text: "a/b: {file: a.jsonl}", template: .notifyName),
            Wrong(what: "nowhere", text: "a: {audiences: [sales]}", template: .notifyKind),
            Wrong(
                what: "two places", text: "a: {file: a.jsonl, webhook: \"http://a\"}", template: .notifyKind),
            Wrong(what: "no scheme", text: "a: {webhook: chat.example}", template: .notifyAddress),
            Wrong(what: "no host", text: "a: {webhook: \"http:///x\"}", template: .notifyAddress),
            Wrong(what: "another scheme", text: "a: {alertmanager: \"file:///etc/x\"}", template: .notifyAddress),
            Wrong(what: "the complete file", text: "a: {file: alerts.jsonl}", template: .notifyFile),
            Wrong(what: "a file elsewhere", text: "a: {file: ../a.jsonl}", template: .notifyFile),
            Wrong(what: "one of our files", text: "a: {file: active.json}", template: .notifyFile),
            Wrong(what: "an unknown audience", text: "a: {file: a.jsonl, audiences: [sale]}", template: .rulesAudience),
            Wrong(
                what: "an unknown severity", text: "a: {file: a.jsonl, minimumSeverity: bad}", template: .rulesChoice),
            Wrong(
                what: "headers for a file", text: "a: {file: a.jsonl, headersFile: x}", template: .rulesUnknownKey),
            Wrong(
                what: "a misspelt key", text: "a: {webhook: \"http://a\", timeoutSecond: 1}",
                template: .rulesUnknownKeyNear),
        ])
    private func refused(_ wrong: Wrong) throws {
        let halt = try #require(throws: Halt.self) { try destinations(wrong.text) }
        #expect(halt.message.template == wrong.template)
        #expect(halt.message.line == 3)
    }

    @Test func `a file of headers may be commented, and what is no header in it is left out`() {
        #expect(
            Carrier.headers("# secret\nAuthorization: Bearer a:b\n\n  X-Team: finance  \nnonsense\n: no name\n")
                == ["Authorization: Bearer a:b", "X-Team: finance"])
    }
}
