import Receivables
import Testing

@testable import Ingest

@Suite struct AgedBalanceTests {
    @Test(
        "a bucket in other words than the description's is left out of the sum, or counted twice",
        arguments: [
            "1-30;31-60;+90", "1 à 30 jours;31 à 60 jours;+ de 90 jours", "1 to 30 days;31-60 j;Plus de 90 jours",
        ])
    func buckets(_ names: String) throws {
        let description = TableDescription(
            name: "balance", kind: .agedBalance, headers: [["Non échu"], ["Total"]],
            columns: [.customer: ["Client"], .total: ["Total"]],
            buckets: ["Non échu", "1-30", "1-30 jours", "31-60", "31-60 jours", "+90", "> 90 jours"])
        let text = "Client;Non échu;\(names);Total\nBrel;1,00;2,00;3,00;4,00;10,00\n"
        let reading = try DescribedTable(description).read(
            SourceFile(name: "x.csv", bytes: Array(text.utf8)), ReadingContext())
        #expect(reading.warnings == [])
        #expect(reading.balance?.rows.map(\.buckets) == [[100, 200, 300, 400]])
    }
}
