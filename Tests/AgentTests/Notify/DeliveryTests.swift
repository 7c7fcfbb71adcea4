import HTTPPosting
import Testing

@testable import Agent

@Suite struct DeliveryTests {
    @Test("an answer is taken for another", arguments: [200, 202, 204])
    func taken(_ status: Int) { #expect(Delivery(HTTPAnswer(status: status)) == .done) }

    @Test("a receiver that may be mended loses an alert", arguments: [301, 401, 403, 404, 408, 429, 500, 503])
    func later(_ status: Int) {
        let answer = HTTPAnswer(status: status, retryAfter: 30, text: "down\nfor now")
        #expect(Delivery(answer) == .later(problem: "HTTP \(status): down", seconds: 30))
    }

    @Test("an alert that will never be taken blocks the others", arguments: [400, 413, 422])
    func refused(_ status: Int) {
        #expect(Delivery(HTTPAnswer(status: status)) == .refused(problem: "HTTP \(status)"))
    }
}
