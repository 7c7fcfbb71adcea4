extension InvoiceEntry: Foldable {
    func fold(into folder: inout Folder) {
        folder.add(number)
        folder.add(issued)
        folder.add(lastIssued)
        folder.add(due) { folder, due in
            folder.add(due.day - issued)
            folder.add(due.isEstimated)
        }
        folder.add(count: Int(type.rawValue))
        folder.add(count: Int(authority))
        folder.add(isReferenced)
        folder.add(currency)
        folder.add(effect)
        folder.add(net) { $0.add($1) }
        folder.add(stated) { $1.fold(into: &$0) }
        folder.add(count: Int(node))
        folder.add(count: Int(file))
        folder.add(line)
        folder.add(next)
    }

    init(unfolding folder: inout Unfolder) {
        let number = folder.text()
        let issued = folder.day()
        let lastIssued = folder.day()
        let due = folder.optional { folder in
            let day = issued.adding(days: folder.whole())
            return DueDate(day, isEstimated: folder.flag())
        }
        self.init(
            number: number, issued: issued, lastIssued: lastIssued, due: due,
            type: InvoiceType(rawValue: UInt16(folder.count())), authority: UInt8(folder.count()),
            isReferenced: folder.flag(), currency: folder.currency(), effect: folder.whole(),
            net: folder.optional { $0.whole() }, stated: folder.optional { InvoiceDetails(unfolding: &$0) },
            node: IdentityGraph.Node(folder.count()), file: Int32(folder.count()), line: folder.whole(),
            next: folder.whole())
    }
}

extension InvoiceDetails {
    fileprivate func fold(into folder: inout Folder) {
        folder.add(precedes) { folder, reference in
            folder.add(reference.number)
            folder.add(reference.issued) { $0.add($1) }
        }
        folder.add(payee) { $0.add(shared: $1) }
        folder.add(instalments) { folder, part in
            folder.add(part.due)
            folder.add(part.amount)
        }
        folder.add(terms) { $0.add(shared: $1) }
        folder.add(prepaid) { $0.add($1) }
        folder.add(order) { $0.add($1) }
        folder.add(contract) { $0.add(shared: $1) }
        folder.add(remittance) { $0.add($1) }
        folder.add(buyerReference) { $0.add(shared: $1) }
        folder.add(process) { $0.add(shared: $1) }
        folder.add(profile) { $0.add(shared: $1) }
        folder.add(warnings) { $0.add($1) }
        folder.add(payer) { $0.add(shared: $1) }
        folder.add(deductsDeposits)
        folder.add(opening) { folder, opening in
            folder.add(opening.day)
            folder.add(opening.isBalance)
            folder.add(opening.enteredLater)
            folder.add(opening.through)
        }
    }

    fileprivate convenience init(unfolding folder: inout Unfolder) {
        self.init(
            precedes: folder.list { folder in
                let number = folder.text()
                return DocumentReference(number: number, issued: folder.optional { $0.day() })
            },
            payee: folder.optional { $0.sharedParty() },
            instalments: folder.list { folder in
                let due = folder.day()
                return Instalment(due: due, amount: folder.whole())
            },
            terms: folder.optional { $0.sharedText() }, prepaid: folder.optional { $0.whole() },
            order: folder.optional { $0.text() }, contract: folder.optional { $0.sharedText() },
            remittance: folder.optional { $0.text() }, buyerReference: folder.optional { $0.sharedText() },
            process: folder.optional { $0.sharedText() }, profile: folder.optional { $0.sharedText() },
            warnings: folder.list { $0.message() }, payer: folder.optional { $0.sharedParty() },
            deductsDeposits: folder.flag(),
            opening: folder.optional { folder in
                let day = folder.day()
                let isBalance = folder.flag()
                let enteredLater: Int64 = folder.whole()
                return Opening(day: day, isBalance: isBalance, enteredLater: enteredLater, through: folder.day())
            })
    }
}

extension PaymentEntry: Foldable {
    func fold(into folder: inout Folder) {
        payment.fold(into: &folder)
        folder.add(count: Int(node))
        folder.add(count: Int(file))
        folder.add(isSuperseded)
    }

    init(unfolding folder: inout Unfolder) {
        let payment = Payment(unfolding: &folder)
        self.init(
            payment: payment, node: IdentityGraph.Node(folder.count()), file: Int32(folder.count()),
            isSuperseded: folder.flag())
    }
}

extension Payment {
    private static let kinds: [Kind] = [.payment, .return, .refund]

    fileprivate func fold(into folder: inout Folder) {
        folder.add(count: Payment.kinds.firstIndex(of: kind) ?? 0)
        folder.add(reference) { $0.add($1) }
        folder.add(date)
        folder.add(amount)
        folder.add(currency)
        folder.add(shared: payer)
        folder.add(iban) { $0.add(shared: $1) }
        folder.add(remittance) { folder, named in
            folder.add(named.number)
            folder.add(named.amount) { $0.add($1) }
            folder.add(named.isInferred)
        }
        folder.add(text) { $0.add($1) }
        folder.add(entry) { $1.fold(into: &$0) }
        folder.add(isFromBooks)
        folder.add(warnings) { $0.add($1) }
        folder.add(line) { $0.add($1) }
        folder.add(ordinal)
    }

    fileprivate init(unfolding folder: inout Unfolder) {
        self.init(
            kind: Payment.kinds[folder.count()], reference: folder.optional { $0.text() }, date: folder.day(),
            amount: folder.whole(), currency: folder.currency(), payer: folder.sharedParty(),
            iban: folder.optional { $0.sharedText() },
            remittance: folder.list { folder in
                let number = folder.text()
                let amount: Int64? = folder.optional { $0.whole() }
                return RemittanceReference(number: number, amount: amount, isInferred: folder.flag())
            },
            text: folder.optional { $0.text() }, entry: folder.optional { BankEntry(unfolding: &$0) },
            isFromBooks: folder.flag(), warnings: folder.list { $0.message() }, line: folder.optional { $0.whole() },
            ordinal: folder.whole())
    }
}

extension BankEntry {
    fileprivate func fold(into folder: inout Folder) {
        folder.add(account) { $0.add(shared: $1) }
        folder.add(bankReference) { $0.add($1) }
        folder.add(endToEnd) { $0.add($1) }
        folder.add(statement) { $0.add(shared: $1) }
        folder.add(valueDate) { $0.add($1) }
        folder.add(code) { $0.add(shared: $1) }
        folder.add(returnReason) { $0.add(shared: $1) }
        folder.add(batch) { $0.add($1) }
        folder.add(ultimatePayer) { $0.add(shared: $1) }
        folder.add(instructed) { $0.add($1) }
        folder.add(charges) { $0.add($1) }
    }

    fileprivate convenience init(unfolding folder: inout Unfolder) {
        self.init(
            account: folder.optional { $0.sharedText() }, bankReference: folder.optional { $0.text() },
            endToEnd: folder.optional { $0.text() }, statement: folder.optional { $0.sharedText() },
            valueDate: folder.optional { $0.day() }, code: folder.optional { $0.sharedText() },
            returnReason: folder.optional { $0.sharedText() }, batch: folder.optional { $0.text() },
            ultimatePayer: folder.optional { $0.sharedText() }, instructed: folder.optional { $0.money() },
            charges: folder.optional { $0.money() })
    }
}
