import Foundation
import Testing

/// Alerts sent to where company.yaml says, by the built executable.
@Suite struct NotifyRunTests {
    private func crossing(_ customer: String, _ amount: String) -> (limit: String, invoice: String) {
        (
            "client;code_client;assureur;limite_assuree;statut\n\(customer);\(customer);Assureur;1000,00;accordée\n",
            "numero;date;echeance;client;code_client;montant_ttc\n"
                + "F\(customer);2026-11-01;2026-12-01;\(customer);\(customer);\(amount)\n"
        )
    }

    private func sandbox(notify: String) throws -> Sandbox {
        let sandbox = try Sandbox()
        try set(notify: notify, in: sandbox)
        return sandbox
    }

    private func set(notify: String, in sandbox: Sandbox) throws {
        let path = sandbox.home.appendingPathComponent("rules/company.yaml")
        let text = try String(contentsOf: path, encoding: .utf8)
        let kept = text.prefix(upTo: text.firstRange(of: "\nnotify:")?.lowerBound ?? text.endIndex)
        try Data((kept + "\nnotify:\n" + notify).utf8).write(to: path)
    }

    /// Drops a limit of 1,000 and an invoice.
    private func drop(_ customer: String, _ amount: String = "1500,00", into sandbox: Sandbox) throws {
        let (limit, invoice) = crossing(customer, amount)
        try sandbox.drop(customer + "-1.csv", limit)
        try sandbox.drop(customer + "-2.csv", invoice)
    }

    private func wait(_ seconds: Double = 30, _ condition: () throws -> Bool) throws -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            if try condition() { return true }
            Thread.sleep(forTimeInterval: 0.05)
        }
        return false
    }

    @Test func `a webhook that was away during a run gets every event in the next, once and in order`() throws {
        let receiver = try Receiver(status: 503)
        let sandbox = try sandbox(notify: "  equipe: {webhook: \"\(receiver.address)\"}\n")
        try drop("Alpha", into: sandbox)
        let away = try sandbox.once()
        #expect(away.status == 0)
        #expect(away.errors.contains("Les alertes pour « equipe » ne partent pas : HTTP 503."), "\(away.errors)")
        #expect(away.errors.contains("attendent encore d'être envoyés à « equipe »"), "\(away.errors)")
        #expect(receiver.posts.isEmpty)
        receiver.status = 200
        try drop("Beta", into: sandbox)
        let back = try sandbox.once()
        #expect(!back.errors.contains("equipe"), "\(back.errors)")
        let lines = sandbox.read("alerts/alerts.jsonl").split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        #expect(receiver.posts.map(\.body) == lines)
        #expect(receiver.posts.map(\.id) == (try sandbox.alerts().compactMap { $0["id"] as? String }))
        _ = try sandbox.once()
        #expect(receiver.posts.count == lines.count)
    }

    @Test func `a webhook named in a home that has a history is told only what happens from then on`() throws {
        let receiver = try Receiver()
        let sandbox = try sandbox(notify: "")
        try drop("Alpha", into: sandbox)
        _ = try sandbox.once()
        let before = try sandbox.alerts().count
        try set(notify: "  equipe: {webhook: \"\(receiver.address)\"}\n", in: sandbox)
        try drop("Beta", into: sandbox)
        _ = try sandbox.once()
        let all = try sandbox.alerts().compactMap { $0["id"] as? String }
        #expect(before > 0 && all.count > before)
        #expect(receiver.posts.map(\.id) == Array(all.dropFirst(before)))
    }

    @Test func `a webhook named while the agent runs is told from the next event on`() throws {
        let receiver = try Receiver()
        let sandbox = try sandbox(notify: "")
        let agent = sandbox.process(["run"])
        agent.standardError = FileHandle.nullDevice
        try agent.run()
        defer { agent.terminate() }
        try drop("Alpha", into: sandbox)
        #expect(try wait { try sandbox.events("insured-limit-exceeded").count == 1 })
        try set(notify: "  equipe: {webhook: \"\(receiver.address)\"}\n", in: sandbox)
        kill(agent.processIdentifier, SIGHUP)
        try drop("Beta", into: sandbox)
        #expect(try wait { receiver.posts.count == 1 })
        #expect(receiver.posts.allSatisfy { $0.body.contains("\"name\":\"Beta\"") })
    }

    @Test func `an event that a webhook refuses is kept aside, and the next ones are sent`() throws {
        let receiver = try Receiver(status: 422)
        let sandbox = try sandbox(notify: "  equipe: {webhook: \"\(receiver.address)\"}\n")
        try drop("Alpha", into: sandbox)
        let run = try sandbox.once()
        let all = sandbox.read("alerts/alerts.jsonl")
        #expect(!all.isEmpty)
        #expect(sandbox.read("portfolio/notify/equipe.refused.jsonl") == all)
        #expect(run.errors.contains("« equipe » refuse l'événement"))
        receiver.status = 200
        try drop("Beta", into: sandbox)
        _ = try sandbox.once()
        let ids = try sandbox.alerts().compactMap { $0["id"] as? String }
        #expect(receiver.posts.map(\.id) == Array(ids.dropFirst(all.split(separator: "\n").count)))
    }

    @Test func `a department's own file has its events, and a receiver that is away does not hold the agent up`() throws
    {
        let receiver = try Receiver(status: 503)
        let sandbox = try sandbox(
            notify: """
                  equipe: {webhook: "\(receiver.address)"}
                  commerce: {file: commerce.jsonl, audiences: [sales]}

                """)
        let agent = sandbox.process(["run"])
        agent.standardError = FileHandle.nullDevice
        try agent.run()
        try drop("Alpha", into: sandbox)
        // Close to its limit: for finance only.
        try drop("Beta", "900,00", into: sandbox)
        #expect(try wait { try sandbox.events("insured-limit-exceeded") == ["raised"] })
        #expect(try wait { try sandbox.events("insured-limit-near") == ["raised"] })
        #expect(try wait { sandbox.read("alerts/commerce.jsonl").contains("insured-limit-exceeded") })
        // Killed while it has not got through: nothing is lost.
        kill(agent.processIdentifier, SIGKILL)
        agent.waitUntilExit()
        receiver.status = 200
        let again = sandbox.process(["run"])
        again.standardError = FileHandle.nullDevice
        try again.run()
        let ids = try sandbox.alerts().compactMap { $0["id"] as? String }
        #expect(try wait { Set(receiver.posts.map(\.id)) == Set(ids) })
        again.terminate()
        again.waitUntilExit()
        #expect(again.terminationStatus == 0)
        let sales = try sandbox.alerts().filter { alert in
            let audience = alert["audience"] as? [String] ?? []
            return audience.isEmpty || audience.contains("sales")
        }
        let lines = Set(sandbox.read("alerts/commerce.jsonl").split(separator: "\n").map(String.init))
        #expect(lines.count == sales.count && sales.count < ids.count)
    }
}
