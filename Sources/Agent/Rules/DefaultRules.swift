// Written by Scripts/embed-default-rules from rules/; change those files.

/// The rules `vigie init` writes: those of the repository, with the company left to be filled in.
public enum DefaultRules {
    /// Path below `rules/` and text.
    public static let files: [(name: String, text: String)] = [
        ("company.yaml", company),
        ("scorecard.yaml", scorecard),
        ("alerts.yaml", alerts),
        ("csv/balance-agee.yaml", balanceAgeeDescription),
        ("csv/cegid-ecritures.yaml", cegidEcrituresDescription),
        ("csv/creances-ouvertes.yaml", creancesOuvertesDescription),
        ("csv/ebp-documents.yaml", ebpDocumentsDescription),
        ("csv/factures-clients.yaml", facturesClientsDescription),
        ("csv/factures-reste-du.yaml", facturesResteDuDescription),
        ("csv/odoo-invoices.yaml", odooInvoicesDescription),
        ("csv/odoo-open-items.yaml", odooOpenItemsDescription),
        ("csv/pennylane-factures.yaml", pennylaneFacturesDescription),
        ("csv/quickbooks-ar-ageing.yaml", quickbooksArAgeingDescription),
        ("csv/quickbooks-invoice-list.yaml", quickbooksInvoiceListDescription),
        ("csv/quickbooks-open-invoices.yaml", quickbooksOpenInvoicesDescription),
        ("csv/receivables-history.yaml", receivablesHistoryDescription),
        ("csv/sage-100-echeancier.yaml", sage100EcheancierDescription),
        ("csv/sage-100-journal.yaml", sage100JournalDescription),
        ("csv/stripe-payouts.yaml", stripePayoutsDescription),
        ("csv/xero-sales-invoices.yaml", xeroSalesInvoicesDescription),
        ("tests/customer.yaml", customerTests),
        ("tests/insurance.yaml", insuranceTests),
        ("tests/payment.yaml", paymentTests),
        ("tests/portfolio.yaml", portfolioTests),
    ]

    private static let company = ##"""
        # Who we are, our credit policy, and how the inbox is watched. Unknown keys are refused.
        # `kill -HUP` makes a running agent read this again; where it is wrong, the agent says so and keeps the old rules.

        company:
          name: ""                       # as on your invoices
          siren: []                    # every SIREN we invoice under; decides whether an invoice is ours or a supplier's
          vat: []                        # VAT identifiers without a French SIREN in them
          otherNames: []                 # for documents that name us without any identifier

        currency: EUR                    # totals, limits and thresholds are in this currency
        language: fr                     # fr or en: messages, letters, summaries
        timeZone: Europe/Paris           # what "today" is

        # An invoice that states neither due date nor terms, of a customer without agreed terms (always marked estimated):
        terms: 30 jours
        # "45 days end of month": daysThenMonthEnd (add the days, then go to the month's end) or monthEndThenDays.
        endOfMonth: daysThenMonthEnd
        tolerance: 1.00                  # a residual up to this is not overdue
        ageing: [30, 60, 90]             # upper bounds of the ageing buckets, in days late
        # The law's caps on terms (Code de commerce L441-10, L441-11): days from the invoice, or days end of month by contract;
        # shorter in some sectors, named as in the customer file.
        legalTerms:
          days: 60
          endOfMonthDays: 45
          sectors: {transport: 30}

        # Terms of the credit insurance policy where a decision on a buyer does not say otherwise.
        insurance:
          withoutVAT: false              # true: the insurer covers amounts without VAT (HT)
          vatRate: 20                    # to estimate the amount without VAT where an invoice does not state it
          insuredShare: 90               # quotité, %
          maximumExtensionDays: 60       # prorogation the insured may grant alone; an older overdue stops cover for new deliveries
          declarationDays: 90            # délai de déclaration, from the due date
          # maximumCreditDays: 180       # durée maximale de crédit, from the invoice
          # unnamed: {ceiling: 5000, insuredShare: 70}   # clients non dénommés: cover of buyers without a decision
          # policies:                    # where several policies differ, by the name decisions give: the same keys
          #   EXPORT-2026: {withoutVAT: true, insuredShare: 85}

        # Decisions on internal limits and terms (a table with a column "décidé par"):
        decisions:
          secondNameAbove: 50000         # above this, a decision names two different people, or is refused

        audiences: [finance, sales, customer service]   # whom alert rules may address

        intake:
          settleMilliseconds: 2000       # a file that does not look complete is final once unchanged for this long
          quietMilliseconds: 250         # a table that looks complete is taken this long after it was closed
          rescanMilliseconds: 30000      # the folder is read again this often (network shares send no events)
          largestFileMegabytes: 20       # an XML or PDF file beyond this is refused unread
          largestTableMegabytes: 200     # the same for tables and bank files: three million rows or so
          sources: []                    # folders of inbox/ that are watched besides: [bank, fec]
        """##

    private static let scorecard = ##"""
        # Points 0–100, 100 best. Each factor turns one indicator into points by straight lines between the values given;
        # their weighted mean is shrunk toward `average` by n / (n + credibility), where n counts what the customer has been seen
        # to do: invoices settled within a year and items overdue now. `segments` gives averages of their own, by segment.
        # A factor whose indicator is not known gives its weight to the others and lowers the stated confidence.
        credibility: 5
        average: 60

        factors:
          - indicator: averageDaysLate        # how late it usually pays
            weight: 30
            scale: [{at: 0, points: 100}, {at: 10, points: 80}, {at: 30, points: 40}, {at: 60, points: 10}, {at: 90, points: 0}]
          - indicator: lateShare              # how often
            weight: 15
            scale: [{at: 0, points: 100}, {at: 0.3, points: 75}, {at: 0.7, points: 35}, {at: 1, points: 10}]
          - indicator: overdueShare           # what is late now
            weight: 20
            scale: [{at: 0, points: 100}, {at: 0.2, points: 70}, {at: 0.5, points: 30}, {at: 1, points: 0}]
          - indicator: oldestOverdueDays
            weight: 15
            scale: [{at: 0, points: 100}, {at: 15, points: 75}, {at: 45, points: 35}, {at: 90, points: 0}]
          - indicator: paymentTrend           # getting later
            weight: 10
            scale: [{at: -15, points: 100}, {at: 0, points: 75}, {at: 15, points: 30}, {at: 40, points: 0}]
          - indicator: insuredLimitUtilisation
            weight: 10
            scale: [{at: 0.5, points: 100}, {at: 0.8, points: 75}, {at: 1, points: 40}, {at: 1.5, points: 0}]

        # What holds the score down whatever the rest says.
        caps:
          - {indicator: insolvencyEvent, is: true, points: 14}     # F
          - {indicator: coverLost, is: true, points: 54}           # at most D
          - {indicator: limitRevoked, is: true, points: 54}        # at most D
          - {indicator: overdue90Share, above: 50%, points: 34}    # at most E

        # Grades by points, best first, with the probability of default within a year used for expected loss.
        grades:
          - {grade: A, from: 85, probability: 0.002}
          - {grade: B, from: 70, probability: 0.006}
          - {grade: C, from: 55, probability: 0.015}
          - {grade: D, from: 35, probability: 0.04}
          - {grade: E, from: 15, probability: 0.12}
          - {grade: F, from: 0, probability: 0.35}
        """##

    private static let alerts = ##"""
        # What raises an alert. A rule watches one indicator; each level gives a severity its threshold, mildest first.
        #
        #   scope      customer (default) or portfolio
        #   levels     {severity: info|warning|critical, above: …, clear: …}. `above` and `below` are strict, `atLeast` and
        #              `atMost` are not, `is` asks for true or false. A threshold is a number (amounts in the base currency),
        #              a percentage, another indicator, or a share of one: `80% of insuredLimit`. `clear` is where that
        #              severity ends, on the near side of its threshold, so that a value swinging about it tells once.
        #   all, any   further conditions          hold       days it must last before it is told
        #   audience   departments, from company.yaml
        #   message, action   in both languages; placeholders: {customer} {value} {threshold} {exposure} {insurable} {limit}
        #              {excess} {room} {uninsured} {internalLimit} {insurer} {overdue} {oldest} {invoices} {deadline} {grade}
        #
        # Unknown keys, indicators, audiences and placeholders are refused when the rules are read. Tests: rules/tests.

        rules:
          # ---- Credit insurance (assurance-crédit)

          - name: insured-limit-exceeded
            why: What exceeds the insured limit is not covered if the customer fails.
            indicator: insurableExposure
            levels: [{severity: critical, above: insuredLimit}]
            all: [{indicator: insuredLimit, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : l'encours de {value} dépasse la limite assurée de {limit} ; {excess} ne sont pas couverts. Factures : {invoices}."
              en: "{customer}: exposure of {value} exceeds the insured limit of {limit}; {excess} are not covered. Invoices: {invoices}."
            action:
              fr: "Suspendez les livraisons ou demandez un acompte de {excess} ; demandez une limite plus élevée à {insurer}."
              en: "Stop deliveries or ask for a deposit of {excess}; ask {insurer} for a higher limit."

          - name: insured-limit-near
            why: There is still time to ask for a higher limit before cover is missing.
            indicator: insurableExposure
            levels:
              - {severity: info, above: 80% of insuredLimit, clear: 75% of insuredLimit}
              - {severity: warning, above: 95% of insuredLimit, clear: 90% of insuredLimit}
            all: [{indicator: insuredLimit, above: 0}, {indicator: insurableExposure, atMost: insuredLimit}]
            audience: [finance]
            message:
              fr: "{customer} : l'encours de {value} approche la limite assurée de {limit} ; il reste {room}."
              en: "{customer}: exposure of {value} is close to the insured limit of {limit}; {room} left."
            action:
              fr: "Vérifiez les commandes en cours ; si elles dépassent {room}, demandez une limite plus élevée à {insurer}."
              en: "Check orders in progress; if they exceed {room}, ask {insurer} for a higher limit."

          - name: insured-limit-revoked
            why: A refusal or cancellation applies to deliveries from its date; what was invoiced before stays covered.
            indicator: limitRevoked
            levels: [{severity: critical, is: true}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {insurer} a refusé ou résilié la limite assurée ; l'encours est de {exposure}. Les nouvelles livraisons ne sont pas couvertes."
              en: "{customer}: {insurer} refused or cancelled the insured limit; exposure is {exposure}. New deliveries are not covered."
            action:
              fr: "Ne livrez plus à crédit : paiement d'avance, acompte ou garantie. Relancez l'encours."
              en: "No more deliveries on credit: payment in advance, a deposit or a guarantee. Collect what is open."

          - name: insured-limit-reduced
            why: A reduction applies to deliveries from its date. Told for the thirty days after it.
            indicator: limitCutDays
            levels: [{severity: warning, atMost: 30}]
            all: [{indicator: limitRevoked, is: false}, {indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {insurer} a réduit la limite assurée à {limit} ; l'encours est de {exposure}, il reste {room}."
              en: "{customer}: {insurer} reduced the insured limit to {limit}; exposure is {exposure}, {room} left."
            action:
              fr: "Adaptez les commandes à la nouvelle limite ; demandez au client ses derniers comptes pour appuyer un recours."
              en: "Fit orders to the new limit; ask the customer for recent accounts to support an appeal."

          - name: insured-limit-ending
            why: Invoices issued after the limit ends are not covered.
            indicator: insuredLimitDaysLeft
            levels: [{severity: warning, atMost: 30}, {severity: critical, atMost: 7}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : la limite assurée de {limit} prend fin le {deadline}, dans {value} ; l'encours est de {exposure}."
              en: "{customer}: the insured limit of {limit} ends on {deadline}, in {value}; exposure is {exposure}."
            action:
              fr: "Demandez le renouvellement à {insurer} avant le {deadline}."
              en: "Ask {insurer} to renew it before {deadline}."

          - name: uninsured
            why: A customer without a limit, named or unnamed, is a loss without cover.
            indicator: uninsuredExposure
            levels:
              - {severity: info, above: 1000, clear: 800}
              - {severity: warning, above: 10000, clear: 8000}
              - {severity: critical, above: 50000, clear: 40000}
            all: [{indicator: uninsured, is: true}, {indicator: limitRevoked, is: false}]
            audience: [finance]
            message:
              fr: "{customer} : encours de {exposure} sans aucune limite assurée."
              en: "{customer}: exposure of {exposure} without any insured limit."
            action:
              fr: "Demandez une limite à l'assureur, ou un acompte au client."
              en: "Ask the insurer for a limit, or the customer for a deposit."

          - name: declaration-due
            why: After the declaration delay the right to compensation is lost (forclusion).
            indicator: declarationDaysLeft
            levels:
              - {severity: info, atMost: 30}
              - {severity: warning, atMost: 10}
              - {severity: critical, atMost: 3}
            all: [{indicator: declarationDaysLeft, atLeast: 0}]
            audience: [finance]
            message:
              fr: "{customer} : impayé assuré à déclarer à {insurer} au plus tard le {deadline} (reste {value}). Factures : {invoices}."
              en: "{customer}: an insured overdue must be declared to {insurer} by {deadline} ({value} left). Invoices: {invoices}."
            action:
              fr: "Obtenez le paiement, ou envoyez la demande d'intervention contentieuse avant le {deadline}."
              en: "Obtain payment, or send the claim to the insurer before {deadline}."

          - name: declaration-missed
            why: The right to compensation is lost for these invoices; it must not happen again.
            indicator: declarationDaysLeft
            levels: [{severity: critical, below: 0}]
            audience: [finance]
            message:
              fr: "{customer} : le délai de déclaration à {insurer} est passé depuis le {deadline} (forclusion). Factures : {invoices}."
              en: "{customer}: the delay to declare to {insurer} ran out on {deadline}; the right to compensation is lost. Invoices: {invoices}."
            action:
              fr: "Appelez {insurer} : une déclaration tardive peut être admise si elle est justifiée. Engagez le recouvrement."
              en: "Call {insurer}: a late declaration may be accepted with good reason. Start collection."

          - name: cover-lost
            why: Past the maximum extension new deliveries are not covered (état de manquement).
            indicator: coverLost
            levels: [{severity: critical, is: true}]
            audience: [finance, sales]
            message:
              fr: "{customer} : un impayé a {oldest} de retard, au-delà de la prorogation maximale ; les nouvelles livraisons ne sont plus couvertes. Factures : {invoices}."
              en: "{customer}: an overdue is {oldest} late, past the maximum extension; new deliveries are no longer covered. Invoices: {invoices}."
            action:
              fr: "Arrêtez les livraisons à crédit jusqu'au paiement."
              en: "Stop deliveries on credit until payment."

          # ---- Late payment (retards)

          - name: overdue-amount
            why: A large amount past due asks for a call today.
            indicator: overdueAmount
            levels:
              - {severity: warning, above: 10000, clear: 8000}
              - {severity: critical, above: 50000, clear: 40000}
            audience: [finance, sales]
            message:
              fr: "{customer} : {value} échus et impayés (seuil {threshold}), le plus ancien depuis {oldest}. Factures : {invoices}."
              en: "{customer}: {value} past due (threshold {threshold}), the oldest for {oldest}. Invoices: {invoices}."
            action:
              fr: "Appelez le client et relancez par écrit."
              en: "Call the customer and send a written reminder."

          - name: overdue-age
            why: The older a debt, the less of it comes in.
            indicator: oldestOverdueDays
            levels:
              - {severity: info, above: 30}
              - {severity: warning, above: 60}
              - {severity: critical, above: 90}
            audience: [finance]
            message:
              fr: "{customer} : une facture a {value} de retard (seuil {threshold}) ; {overdue} échus en tout. Factures : {invoices}."
              en: "{customer}: an invoice is {value} late (threshold {threshold}); {overdue} past due in all. Invoices: {invoices}."
            action:
              fr: "Envoyez une mise en demeure ou convenez d'un plan d'apurement."
              en: "Send a formal notice or agree a payment plan."

          - name: overdue-share
            why: Most of what is open being late is a sign of distress, whatever the amount.
            indicator: overdueShare
            levels: [{severity: warning, above: 50%, clear: 40%}]
            all: [{indicator: overdueAmount, above: 5000}]
            audience: [finance]
            message:
              fr: "{customer} : {value} de ce qui est ouvert est échu ({overdue})."
              en: "{customer}: {value} of what is open is past due ({overdue})."
            action:
              fr: "Demandez au client pourquoi, et ce qu'il paiera quand."
              en: "Ask the customer why, and what will be paid when."

          - name: payment-trend
            why: A customer that pays later and later often warns of failure months ahead.
            indicator: paymentTrend
            levels: [{severity: warning, above: 10, clear: 5}]
            audience: [finance]
            message:
              fr: "{customer} : depuis trois mois, les paiements arrivent {value} plus tard qu'avant."
              en: "{customer}: for three months payments have come {value} later than before."
            action:
              fr: "Revoyez la limite interne et demandez des informations financières récentes."
              en: "Review the internal limit and ask for recent financial information."

          - name: returned-payment
            why: An unpaid direct debit or cheque is an early sign.
            indicator: returnedPayments
            levels: [{severity: warning, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : la banque a rejeté des paiements ({value} en douze mois) ; encours {exposure}."
              en: "{customer}: the bank returned payments ({value} in twelve months); exposure {exposure}."
            action:
              fr: "Appelez le client avant toute nouvelle livraison."
              en: "Call the customer before any new delivery."

          - name: disputes
            why: Disputed invoices are not paid, and hide late payment.
            indicator: disputeShare
            levels:
              - {severity: info, above: 10%, clear: 5%}
              - {severity: warning, above: 30%, clear: 25%}
            audience: [customer service, finance]
            message:
              fr: "{customer} : {value} de ce qui est ouvert est en litige. Factures : {invoices}."
              en: "{customer}: {value} of what is open is in dispute. Invoices: {invoices}."
            action:
              fr: "Traitez les litiges : avoir, preuve de livraison ou refus motivé."
              en: "Settle the disputes: credit note, proof of delivery or a reasoned refusal."

          - name: broken-promise
            why: A promise that was not kept says more than an invoice that is late.
            indicator: brokenPromises
            levels: [{severity: warning, above: 0}, {severity: critical, above: 2}]
            all: [{indicator: overdueAmount, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : promesses de règlement non tenues en douze mois : {value} ; {overdue} échus. Factures : {invoices}."
              en: "{customer}: promises to pay not kept in twelve months: {value}; {overdue} past due. Invoices: {invoices}."
            action:
              fr: "Rappelez le client, obtenez un paiement immédiat ou suspendez les livraisons."
              en: "Call the customer, obtain a payment at once or stop deliveries."

          - name: reminders-ignored
            why: After three reminders without any payment a letter more will not help.
            indicator: remindersWithoutEffect
            levels: [{severity: warning, above: 2}]
            all: [{indicator: overdueAmount, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : relances restées sans paiement : {value} ; {overdue} échus, le plus ancien depuis {oldest}. Factures : {invoices}."
              en: "{customer}: reminders without any payment: {value}; {overdue} past due, the oldest for {oldest}. Invoices: {invoices}."
            action:
              fr: "Passez à la mise en demeure, ou déclarez l'impayé à {insurer}."
              en: "Go on to formal notice, or declare the overdue to {insurer}."

          - name: insolvency-event
            why: Claims must be lodged within two months of publication (Code de commerce R622-24), or they are lost.
            indicator: insolvencyEvent
            levels: [{severity: critical, is: true}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : procédure collective ouverte ; l'encours est de {exposure}, dont {overdue} échus. Factures : {invoices}."
              en: "{customer}: a collective procedure was opened; exposure is {exposure}, of which {overdue} past due. Invoices: {invoices}."
            action:
              fr: "Ne livrez plus à crédit, déclarez la créance au mandataire dans les deux mois de la publication, prévenez {insurer}."
              en: "No more deliveries on credit; lodge the claim within two months of publication; tell {insurer}."

          # ---- Our own policy (politique de crédit)

          - name: unverified
            why: A customer nobody checked may not exist, or may be failing already. A week is left to check a new one.
            indicator: exposure
            levels: [{severity: info, above: 20000, clear: 16000}]
            all: [{indicator: unverified, is: true}]
            hold: 7
            audience: [finance]
            message:
              fr: "{customer} : encours de {value} sans que personne n'ait vérifié l'identité et la santé du client."
              en: "{customer}: exposure of {value}, and nobody has checked the customer's identity and health."
            action:
              fr: "Contrôlez SIREN, comptes et notation, puis déposez une ligne « vérification »."
              en: "Check SIREN, accounts and rating, then drop a row “verification”."

          - name: verification-old
            why: What was checked over a year ago was another company.
            indicator: verificationAgeDays
            levels: [{severity: info, above: 365}]
            all: [{indicator: exposure, above: 1000}]
            audience: [finance]
            message:
              fr: "{customer} : dernière vérification il y a {value} ; encours {exposure}."
              en: "{customer}: last verified {value} ago; exposure {exposure}."
            action:
              fr: "Contrôlez à nouveau identité, comptes et notation, puis déposez une ligne « vérification »."
              en: "Check identity, accounts and rating again, then drop a row “verification”."

          - name: internal-limit-exceeded
            why: The firm's own limit is its own decision.
            indicator: exposure
            levels: [{severity: warning, above: internalLimit}]
            audience: [finance, sales]
            message:
              fr: "{customer} : l'encours de {value} dépasse la limite interne de {internalLimit}."
              en: "{customer}: exposure of {value} exceeds the internal limit of {internalLimit}."
            action:
              fr: "Faites valider le dépassement, ou bloquez les commandes."
              en: "Have the excess approved, or block orders."

          - name: terms-beyond-legal
            why: Terms beyond the legal cap cost up to two million euros in fines (Code de commerce L441-16).
            indicator: termsBeyondLegal
            levels: [{severity: info, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : une facture ouverte dépasse de {value} le délai de paiement légal."
              en: "{customer}: an open invoice exceeds the legal payment term by {value}."
            action:
              fr: "Ramenez les conditions du client à 60 jours, ou 45 jours fin de mois."
              en: "Bring the customer's terms back to 60 days, or 45 days end of month."

          - name: terms-beyond-policy
            why: An invoice with longer terms than the policy allows is not covered.
            indicator: termsBeyondPolicy
            levels: [{severity: warning, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : le délai d'une facture ouverte dépasse de {value} la durée maximale de crédit de la police ; elle n'est pas couverte."
              en: "{customer}: the term of an open invoice exceeds the policy's maximum credit period by {value}; it is not covered."
            action:
              fr: "Raccourcissez les conditions du client, ou demandez une dérogation à {insurer}."
              en: "Shorten the customer's terms, or ask {insurer} for an exception."

          - name: purchase-surge
            why: A sudden rise in purchases can come before a failure, or a fraud.
            indicator: purchaseShift
            levels: [{severity: info, above: 100%, clear: 75%}]
            all: [{indicator: exposure, above: 20000}]
            audience: [finance, sales]
            message:
              fr: "{customer} : les achats des 90 derniers jours dépassent de {value} leur niveau habituel ; encours {exposure}."
              en: "{customer}: purchases of the last 90 days are {value} above their usual level; exposure {exposure}."
            action:
              fr: "Vérifiez que les commandes viennent bien du client, et que la limite suffit."
              en: "Check that the orders really come from the customer, and that the limit is enough."

          - name: purchase-collapse
            why: A customer that stops buying may have another supplier, or no more credit with us in mind.
            indicator: purchaseShift
            levels: [{severity: info, below: -70%, clear: -50%}]
            all: [{indicator: exposure, above: 20000}]
            audience: [finance, sales]
            message:
              fr: "{customer} : les achats des 90 derniers jours ont chuté ({value}) alors que l'encours est de {exposure}."
              en: "{customer}: purchases of the last 90 days have collapsed ({value}) while exposure is {exposure}."
            action:
              fr: "Demandez aux ventes ce qui se passe ; encaissez l'encours."
              en: "Ask sales what is going on; collect what is open."

          - name: concentration
            why: The failure of one large customer must not be able to take the firm with it.
            indicator: concentrationShare
            levels:
              - {severity: info, above: 20%, clear: 18%}
              - {severity: warning, above: 35%, clear: 30%}
            all: [{indicator: exposure, above: 100000}]
            hold: 1
            audience: [finance]
            message:
              fr: "{customer} : {value} de l'encours total ({exposure})."
              en: "{customer}: {value} of total exposure ({exposure})."
            action:
              fr: "Vérifiez la couverture de ce client ; envisagez une limite complémentaire ou l'affacturage."
              en: "Check the cover of this customer; consider a top-up limit or factoring."

          # ---- Portfolio (portefeuille)

          - name: portfolio-overdue
            scope: portfolio
            why: The share of the whole portfolio that is late.
            indicator: overdueShare
            levels:
              - {severity: info, above: 30%, clear: 25%}
              - {severity: warning, above: 50%, clear: 45%}
            hold: 1
            audience: [finance]
            message:
              fr: "{value} du portefeuille est échu ({overdue} sur {exposure})."
              en: "{value} of the portfolio is past due ({overdue} of {exposure})."
            action:
              fr: "Voyez le résumé hebdomadaire : les clients à relancer y sont classés par montant."
              en: "See the weekly summary: customers to remind are ranked there by amount."

          - name: dso-high
            scope: portfolio
            why: A longer DSO ties up cash. Set the target of your own budget here.
            indicator: dso
            levels: [{severity: warning, above: 60, clear: 57}]
            hold: 7
            audience: [finance]
            message:
              fr: "Le DSO est de {value} (objectif {threshold}) ; encours {exposure}, dont {overdue} échus."
              en: "DSO is {value} (target {threshold}); exposure {exposure}, of which {overdue} past due."
            action:
              fr: "Séparez ce qui vient des retards de ce qui vient des délais accordés (vigie summary)."
              en: "Separate what late payment causes from what agreed terms cause (vigie summary)."

          # ---- Data quality (qualité des données)

          - name: unallocated-cash
            why: Cash that pays no invoice hides who owes what.
            indicator: unallocatedCash
            levels: [{severity: info, above: 5000, clear: 4000}]
            hold: 5
            audience: [finance]
            message:
              fr: "{customer} : {value} encaissés sans facture désignée."
              en: "{customer}: {value} received that names no invoice."
            action:
              fr: "Lettrez l'encaissement, ou demandez au client ce qu'il paie."
              en: "Match the payment, or ask the customer what it pays."

          - name: other-currency
            why: Amounts in another currency are in no total, so the customer's figures are incomplete.
            indicator: otherCurrencyItems
            levels: [{severity: info, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : {value} pièces dans une autre devise ne sont pas comptées dans l'encours de {exposure}."
              en: "{customer}: {value} items in another currency are not counted in the exposure of {exposure}."
            action:
              fr: "Suivez-les à part : aucun cours de change n'est encore appliqué."
              en: "Follow them separately: no exchange rate is applied yet."

          - name: identity-conflict
            why: A code or name that points at two companies mixes up their accounts.
            indicator: identityConflicts
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : un code ou un nom désigne aussi une autre entreprise (vigie explain donne les deux)."
              en: "{customer}: a code or a name also points at another company (vigie explain shows both)."
            action:
              fr: "Ajoutez le SIREN dans le fichier des clients pour les séparer."
              en: "Add the SIREN to the customer file to keep them apart."

          - name: data-conflicts
            scope: portfolio
            why: Two versions of one invoice cannot both be right, and one of them is not booked.
            indicator: conflicts
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "Documents contradictoires mis de côté en 30 jours : {value}. Voyez rejected/ et ses motifs."
              en: "Contradicting documents kept out in 30 days: {value}. See rejected/ and the reasons there."
            action:
              fr: "Décidez quelle version est la bonne et déposez-la seule."
              en: "Decide which version is right and drop that one alone."

          - name: data-unreadable
            scope: portfolio
            why: A file that was refused is an invoice or a payment that is missing.
            indicator: rejectedFiles
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "Fichiers refusés en 30 jours : {value}. Voyez rejected/ et ses motifs."
              en: "Files refused in 30 days: {value}. See rejected/ and the reasons there."
            action:
              fr: "Corrigez-les et déposez-les à nouveau."
              en: "Mend them and drop them again."

          - name: data-refused-rows
            scope: portfolio
            why: A row that was refused is an amount that is missing.
            indicator: refusedRows
            levels: [{severity: info, above: 0}]
            audience: [finance]
            message:
              fr: "Lignes refusées en 30 jours : {value}. Elles sont dans rejected/, prêtes à corriger."
              en: "Rows refused in 30 days: {value}. They are in rejected/, ready to mend."
            action:
              fr: "Corrigez les fichiers .rows.csv et déposez-les à nouveau."
              en: "Mend the .rows.csv files and drop them again."

          - name: balance-differs
            scope: portfolio
            why: Where the books and the documents disagree, one of them misses an invoice or a payment.
            indicator: balanceDifferences
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "Balance âgée : {value} client(s) n'y doivent pas ce que disent les documents. Voyez rejected/ (reason.json)."
              en: "Aged balance: {value} customer(s) owe another amount there than by the documents. See rejected/ (reason.json)."
            action:
              fr: "Comparez client par client : facture ou paiement non déposé, ou écriture manquante en comptabilité."
              en: "Compare customer by customer: an invoice or payment not dropped, or an entry missing in the books."

          - name: data-estimated-due-dates
            scope: portfolio
            why: An estimated due date makes every lateness after it an estimate.
            indicator: estimatedDueDates
            levels: [{severity: info, above: 0}]
            hold: 1
            audience: [finance]
            message:
              fr: "Factures ouvertes sans échéance : {value} ; leur retard est estimé."
              en: "Open invoices without a due date: {value}; how late they are is an estimate."
            action:
              fr: "Faites figurer l'échéance sur les factures : elle est obligatoire (Code de commerce L441-9)."
              en: "State the due date on invoices: it is mandatory (Code de commerce L441-9)."
        """##

    private static let balanceAgeeDescription = ##"""
        # The French aged balance (balance âgée clients): one row a customer, sums by age. Compared with the portfolio, never booked.
        # There is no one publisher to cite: Sage 100, EBP Compta and Cegid print it with these columns or near ones; copy this
        # file under another name for yours.
        #
        # In doubt: the day. Put it into the file's name (balance-agee-2026-11-02.csv), or the portfolio as it is now is compared.

        about: Balance âgée clients
        kind: agedBalance
        recognise:
          headers: [Non échu, Total]
        listed: "*{yyyy}-{mm}-{dd}*"
        columns:
          code: [Code, Code client, Compte, N° compte tiers, Compte tiers]
          customer: [Nom, Client, Intitulé, Raison sociale]
          siren: SIREN
          total: Total
        buckets: [Non échu, 0-30, 1-30, 0-30 jours, 1-30 jours, 31-60, 31-60 jours, 61-90, 61-90 jours, "+90", "> 90 jours",
          plus de 90 jours]
        """##

    private static let cegidEcrituresDescription = ##"""
        # Cegid (Business, XRP, Loop…): entries of the table ECRITURE exported from a list or a query, with the field names as
        # titles. Field names and natures (FC facture client, AC avoir client, RC règlement client, OC opération client, OD):
        # Cegid, "Description du fichier de mouvements .TRA", which uses the same fields:
        # https://help.sinao.fr/fr/articles/9460378-comment-exporter-des-ecritures-comptables-vers-cegid
        #
        # In doubt: exports of lists may carry the captions instead of the field names; both are given where they are known. The
        # .TRA file itself has fixed columns and no titles: it is not read.

        about: Cegid, écritures clients (champs E_…)
        row: invoice
        recognise:
          headers: [E_GENERAL, E_AUXILIAIRE, E_NATUREPIECE, E_DATECOMPTABLE, E_DEBIT, E_CREDIT]
        decimalMark: comma
        dates: dayFirst
        only:
          E_GENERAL: ["411*", "413*", "416*"]
        columns:
          number: [E_REFINTERNE, E_NUMEROPIECE]
          issued: [E_DATEPIECE, E_DATECOMPTABLE]
          due: E_DATEECHEANCE
          code: E_AUXILIAIRE
          customer: T_LIBELLE
          type: E_NATUREPIECE
          debit: E_DEBIT
          credit: E_CREDIT
          currency: E_DEVISE
          reference: [E_REFEXTERNE, E_NUMEROPIECE]
          invoices: E_REFLIBRE
          label: E_LIBELLE
        types:
          invoice: [FC]
          creditNote: [AC]
          payment: [RC, OC]
          skip: [OD, ECC]
        """##

    private static let creancesOuvertesDescription = ##"""
        # Listing of open items of any package, with the day in a column: the form to ask an integrator for.
        # No publisher to cite: it is ours.

        about: Créances ouvertes, chaque jour en entier
        kind: openItems
        recognise:
          headers: [date_liste, numero, client, echeance, reste_du]
        columns:
          listed: date_liste
          number: numero
          issued: date
          due: echeance
          customer: client
          code: code_client
          siren: siren
          open: reste_du
          currency: devise
          type: type
        """##

    private static let ebpDocumentsDescription = ##"""
        # EBP Gestion Commerciale / Devis et Facturation (Open Line): export paramétrable of sales documents, one row a line, the
        # document's total repeated on each. Field names: documentation of the EBP Open Line SDK, annexe 2 ("Structure des fichiers
        # d'import de documents", the same names as the export): https://webebp.fr/ebp_documentation_SDK.html
        #
        # In doubt: the export holds the fields somebody chose; "Document - Type" is not among the default ones, so credit notes are
        # known by their negative total or their number alone.

        about: EBP Gestion Commerciale, documents de vente (une ligne par article)
        row: line
        lines: take                      # "Document - Total TTC" repeats the document's total
        recognise:
          headers: [Document - Numéro du document, Document - Date, Document - Total TTC]
        separator: semicolon
        decimalMark: comma
        dates: dayFirst
        columns:
          number: Document - Numéro du document
          issued: Document - Date
          due: [Échéance - Date d'échéance, Document - Date d'échéance]
          code: Document - Code client
          customer: [Document - Nom du client, Document - Nom (facturation)]
          total: Document - Total TTC
          type: [Document - Type, Document - Type de document]
        types:
          invoice: [Facture, Facture de vente, FA]
          deposit: [Facture d'acompte, FAC]
          creditNote: [Avoir, Avoir de vente, AV]
          skip: [Devis, Commande, Bon de livraison, Facture proforma, Bon de retour]
        """##

    private static let facturesClientsDescription = ##"""
        # The plain French invoice list, as small invoicing tools write it:
        #   N° facture;Date;Client;Prestations;HT;TVA;TTC;Réglé;Reste dû;Statut;Mode
        # in UTF-8 with a byte order mark, dates DD/MM/YYYY. There is no one publisher to cite; the columns are those that such
        # tools share.
        #
        # In doubt: decimals are written with a comma or with a point beside ";", so they are read by evidence. What is "Réglé"
        # comes off the invoice with a remark, since the list does not say when: drop such a list once. To drop it every day, put
        # its day into its name (factures-2026-11-02.csv): it is then a listing of open items, see factures-reste-du.

        about: Liste de factures clients
        row: invoice
        recognise:
          headers: [N° facture, Date, Client, TTC]
        dates: dayFirst
        columns:
          number: N° facture
          issued: Date
          due: [Échéance, Date d'échéance]
          customer: Client
          code: Code client
          siren: SIREN
          net: HT
          total: TTC
          paid: Réglé
          open: Reste dû
          settled: [Date de règlement, Réglé le]
          type: Type
        skip:
          Statut: [Brouillon, Annulée, Annulé, Devis]
        """##

    private static let facturesResteDuDescription = ##"""
        # The plain French invoice list with what is left to pay ("Reste dû"), exported in full every day under a name that holds the
        # day: factures-2026-11-02.csv. An invoice that a later list shows with less, or no longer, was paid by that day.
        # There is no one publisher to cite; the columns are those that such tools share.

        about: Liste de factures clients avec reste dû, chaque jour en entier
        kind: openItems
        recognise:
          headers: [N° facture, Date, Client, Reste dû]
          file: "*{yyyy}-{mm}-{dd}*"
        listed: "*{yyyy}-{mm}-{dd}*"
        dates: dayFirst
        columns:
          number: N° facture
          issued: Date
          due: [Échéance, Date d'échéance]
          customer: Client
          code: Code client
          siren: SIREN
          open: Reste dû
          type: Type
        skip:
          Statut: [Brouillon, Annulée, Annulé, Devis]
        """##

    private static let odooInvoicesDescription = ##"""
        # Odoo (15 and later): customer invoices exported from their list (Action > Export). Columns are the labels of the fields of
        # account.move (name, invoice_partner_display_name, invoice_date, invoice_date_due, amount_total_in_currency_signed, state):
        # https://github.com/odoo/odoo/blob/17.0/addons/account/models/account_move.py ; the export itself:
        # https://www.odoo.com/documentation/17.0/applications/essentials/export_import_data.html
        #
        # In doubt: labels are in the language of the user; French ones are given beside. "Amount Due" is left aside: it says no day,
        # and a later export would contradict this one; use odoo-open-items for it.

        about: Odoo, customer invoices
        row: invoice
        recognise:
          headers: [Number, Invoice Partner Display Name, Invoice/Bill Date, Due Date, Total in Currency Signed]
        decimalMark: point
        dates: yearFirst
        columns:
          number: [Number, Numéro]
          issued: [Invoice/Bill Date, Date de facturation]
          due: [Due Date, Date d'échéance]
          customer: [Invoice Partner Display Name, Partner]
          siret: Partner/SIRET
          vatNumber: Partner/Tax ID
          code: [Partner/Reference, Partner/Internal Reference]
          total: Total in Currency Signed          # negative on a credit note
          currency: [Currency, Devise]
          type: Type
        types:
          invoice: [Customer Invoice, Facture client, Sales Receipt]
          creditNote: [Customer Credit Note, Avoir client]
          skip: [Vendor Bill, Vendor Credit Note, Purchase Receipt, Journal Entry]
        skip:
          Status: [Draft, Cancelled, Brouillon, Annulé]
        """##

    private static let odooOpenItemsDescription = ##"""
        # Odoo (15 and later): the same list of customer invoices with "Amount Due Signed" (amount_residual_signed), exported in full
        # every day, from a filter on unpaid invoices. Field labels as in odoo-invoices.yaml:
        # https://github.com/odoo/odoo/blob/17.0/addons/account/models/account_move.py
        #
        # In doubt: "Amount Due Signed" is in the company's currency, whatever the invoice's is; no column says the day: name the
        # file by it, with "open" in its name.

        about: Odoo, open customer invoices
        kind: openItems
        recognise:
          headers: [Number, Invoice Partner Display Name, Due Date, Amount Due Signed]
          file: "*open*"
        listed: "*{yyyy}-{mm}-{dd}*"
        decimalMark: point
        dates: yearFirst
        columns:
          number: Number
          issued: Invoice/Bill Date
          due: Due Date
          customer: Invoice Partner Display Name
          siret: Partner/SIRET
          vatNumber: Partner/Tax ID
          code: [Partner/Reference, Partner/Internal Reference]
          open: Amount Due Signed
        skip:
          Status: [Draft, Cancelled]
        """##

    private static let pennylaneFacturesDescription = ##"""
        # Pennylane: list of customer invoices exported as a table. The documentation names the fields of the API
        # (invoice_number, date, deadline, currency, currency_amount, status, customer): https://pennylane.readme.io
        #
        # In doubt: the help pages (https://help.pennylane.com) do not list the columns of the export of the sales screen, so the
        # French captions below are those of the screen. What is paid is not taken: the export does not say when, and a later
        # export of the same invoice would contradict the first. Payments come from the bank; or, with the day in the file's name,
        # use a description of kind openItems like factures-reste-du.

        about: Pennylane, factures clients
        row: invoice
        recognise:
          headers: [Numéro de facture, Client, Date d'émission, Date d'échéance, Montant TTC]
        columns:
          number: [Numéro de facture, invoice_number]
          issued: [Date d'émission, date]
          due: [Date d'échéance, deadline]
          customer: Client
          siren: SIREN
          vatNumber: Numéro de TVA
          total: [Montant TTC, currency_amount]
          net: Montant HT
          currency: [Devise, currency]
          type: [Type, Type de document]
        skip:
          Statut: [Brouillon, Annulée, Annulé, Archivée]
        """##

    private static let quickbooksArAgeingDescription = ##"""
        # QuickBooks Online: "A/R Ageing Summary": one row a customer, sums by age. Compared with the portfolio, never booked.
        # Columns of the report: https://quickbooks.intuit.com/learn-support (reports, "Accounts receivable aging summary").
        #
        # In doubt: the first column has no title in the export; #1 is its place.

        about: QuickBooks Online, A/R Ageing Summary
        kind: agedBalance
        recognise:
          headers: [Current, 1 - 30, 31 - 60, 61 - 90, 91 and over, Total]
        listed: "*{yyyy}-{mm}-{dd}*"
        separator: comma
        decimalMark: point
        columns:
          customer: [Customer, Client, "#1"]
          total: Total
        buckets: [Current, 1 - 30, 31 - 60, 61 - 90, 91 and over]
        """##

    private static let quickbooksInvoiceListDescription = ##"""
        # QuickBooks Online: report "Invoice List" exported as CSV: company, title and period above the header, a TOTAL row and the
        # time of printing below. Columns of the report: https://quickbooks.intuit.com/learn-support (reports, "Invoice List").
        #
        # In doubt: dates follow the company's country. Month first is what a US company writes; for any other set dayFirst.
        # "Open balance" is left aside: it says no day, and a later report of the same invoice would contradict the first.

        about: QuickBooks Online, Invoice List
        row: invoice
        recognise:
          headers: [Date, Transaction type, Num, Name, Due date, Amount, Open balance]
        separator: comma
        decimalMark: point
        dates: monthFirst
        columns:
          number: Num
          issued: Date
          due: Due date
          customer: Name
          total: Amount
          type: Transaction type
        types:
          invoice: [Invoice, Facture]
          creditNote: [Credit Memo, Credit Note, Avoir]
          payment: [Payment, Sales Receipt, Paiement]
          skip: [Estimate, Pending]
        """##

    private static let quickbooksOpenInvoicesDescription = ##"""
        # QuickBooks Online: report "Open Invoices", exported in full every day: the rows of a customer stand below its name, and a
        # "Total for …" row closes them. Columns of the report: https://quickbooks.intuit.com/learn-support (reports, "Open Invoices").
        #
        # In doubt: dates follow the company's country (month first in the US); the day of the report stands only in a line of text
        # above the header, so name the file by it.

        about: QuickBooks Online, Open Invoices
        kind: openItems
        groupedByCustomer: true
        recognise:
          headers: [Date, Transaction type, Num, Due date, Open balance]
          without: [Name]
        listed: "*{yyyy}-{mm}-{dd}*"
        separator: comma
        decimalMark: point
        dates: monthFirst
        columns:
          number: Num
          issued: Date
          due: Due date
          open: Open balance
          type: Transaction type
        types:
          invoice: [Invoice, Facture]
          creditNote: [Credit Memo, Credit Note, Avoir]
          payment: [Payment, Paiement]
        """##

    private static let receivablesHistoryDescription = ##"""
        # Receivables history as analysts publish it ("late payments"): one row gives an invoice, the day it was settled and
        # whether it was disputed. Source: the public accounts-receivable sample data of 50 customers (IBM Watson Analytics,
        # "WA_Fn-UseC_-Accounts-Receivable"), which documents its columns only by their names.
        #
        # In doubt: no column names the currency (the company's own is taken); `Disputed` gives no day, so the dispute is dated
        # at the due date, or at the settlement where that came first.

        about: Invoices with their day of settlement, one row each
        row: invoice
        recognise:
          headers: [customerID, invoiceNumber, InvoiceDate, DueDate, InvoiceAmount, SettledDate]
        dates: monthFirst                # 1/26/2013: the data is American
        decimalMark: point
        columns:
          number: invoiceNumber
          issued: InvoiceDate
          due: DueDate
          code: customerID
          total: InvoiceAmount
          settled: SettledDate
          disputed: Disputed
        """##

    private static let sage100EcheancierDescription = ##"""
        # Sage 100: open items of customers (échéancier, or "Interrogation tiers" filtered on entries not lettered), exported in full
        # every day. Columns: Sage 100 Comptabilité, manuel de référence, "Interrogation tiers":
        # https://fr.scribd.com/document/17200255/Comptabilite-Sage-L100-en-version-14
        #
        # In doubt: the list's columns are chosen by each user, and no column says the day: name the file by it.

        about: Sage 100, échéancier clients (postes non lettrés), chaque jour en entier
        kind: openItems
        recognise:
          headers: [N° compte tiers, N° pièce, Date échéance]
          without: [Code journal]
          file: "*echeancier*"
        listed: "*{yyyy}-{mm}-{dd}*"
        decimalMark: comma
        dates: dayFirst
        columns:
          number: [N° facture, N° pièce]
          issued: [Date pièce, Date]
          due: Date échéance
          code: N° compte tiers
          customer: [Intitulé du tiers, Intitulé tiers]
          open: [Solde dû, Solde]
          debit: [Débit, Mouvement débit]
          credit: [Crédit, Mouvement crédit]
          reference: Référence
          label: Libellé écriture
        """##

    private static let sage100JournalDescription = ##"""
        # Sage 100 Comptabilité: accounting entries exported by a "format paramétrable" with its column titles, customer accounts
        # only. Field names: Sage 100 Comptabilité, manuel de référence, "Format import/export paramétrable" (fields "Code journal",
        # "Date pièce", "N° pièce", "N° facture", "Référence", "N° compte général", "N° compte tiers", "Libellé écriture",
        # "Date échéance", "Débit", "Crédit"): https://fr.scribd.com/document/659309120/Manuel-Sage-100-Moyens-de-Paiement
        #
        # In doubt: which fields an export holds, and whether it has titles at all, is chosen in the format ("Exporter les titres").
        # Journal codes are each company's own: those below are the ones Sage proposes; add yours under types.

        about: Sage 100, écritures comptables (format paramétrable avec titres)
        row: invoice
        recognise:
          headers: [Code journal, Date pièce, N° compte général, N° compte tiers, Débit, Crédit]
        encoding: Windows-1252           # Sage writes ANSI; a file with a byte order mark is still read by it
        decimalMark: comma
        dates: dayFirst                  # JJMMAA (210326) or JJ/MM/AAAA
        only:
          N° compte général: ["411*", "413*", "416*"]
        columns:
          number: [N° facture, N° pièce]
          issued: Date pièce
          due: Date échéance
          code: N° compte tiers
          type: Code journal
          debit: Débit
          credit: Crédit
          reference: N° pièce
          invoices: Référence
          label: Libellé écriture
        types:
          invoice: [VE, VT, VTE, VEN, VENTES]     # in the credit column: a credit note
          payment: [BQ, BQE, BNP, CA, CIC, SG, LCL, BP, CE, CM, BQ1, BQ2, CAI, CAISSE]
          skip: [AN, RAN, OD]                     # opening balances and corrections are not new documents
        """##

    private static let stripePayoutsDescription = ##"""
        # Stripe: itemised payout reconciliation report (payout_reconciliation.itemized.5): what each payout to the bank is made of.
        # Columns: https://docs.stripe.com/reports/report-types/payout-reconciliation ; categories:
        # https://docs.stripe.com/reports/reporting-categories
        #
        # A receivable is cleared by what the customer paid, gross; the bank receives the payout, net of fees: do not take the
        # bank's payout lines for customers' payments as well.
        # In doubt: `created` is in the time zone the report was asked for; `customer_name` and `invoice_number` are columns that
        # must be added when the report is made; without an invoice number the payment is the customer's, unreferenced.

        about: Stripe, payout reconciliation (itemised)
        row: payment
        recognise:
          headers: [balance_transaction_id, created, currency, gross, fee, net, reporting_category]
        separator: comma
        decimalMark: point
        dates: yearFirst
        columns:
          reference: balance_transaction_id
          date: created
          amount: gross
          currency: currency
          customer: [customer_name, customer_description, customer_email, customer_id]
          invoices: [invoice_number, invoice_id]
          label: description
          type: reporting_category
        types:
          payment: [charge, dispute_reversal, refund_failure]
          refund: [refund, partial_capture_reversal]
          return: [dispute, charge_failure]
          skip: [payout, payout_reversal, fee, network_cost, transfer, transfer_reversal, topup, topup_reversal, advance,
            advance_funding, connect_collection_transfer, connect_reserved_funds, risk_reserved_funds, other_adjustment,
            platform_earning, platform_earning_refund, contribution, climate_order_purchase, tax]
        """##

    private static let xeroSalesInvoicesDescription = ##"""
        # Xero: export of sales invoices (Business > Invoices > Export), one row a LINE of an invoice, the invoice's total repeated on
        # each. Columns, as two integrators document them: https://docs.milientsoftware.com/help/moment-by-topic/integrations/
        # file-exports/file-export-accounting-system/xero and, for the import template with its asterisks (*ContactName),
        # https://online.flippingbook.com/view/399081/31/ . Asterisks do not matter here.
        #
        # In doubt: dates follow the organisation's country (day first outside the US). InvoiceAmountPaid is left aside: it says no
        # day, and a later export of the same invoice would contradict the first. LineAmount is without VAT: never summed.

        about: Xero, sales invoices
        row: line
        lines: take
        recognise:
          headers: [ContactName, InvoiceNumber, InvoiceDate, DueDate, Total, UnitAmount]
        separator: comma
        decimalMark: point
        dates: dayFirst
        columns:
          number: InvoiceNumber
          issued: InvoiceDate
          due: DueDate
          customer: ContactName
          country: POCountry
          total: Total
          currency: Currency
          type: Type
        types:
          invoice: [Sales invoice, ACCREC, Sales]
          creditNote: [Sales credit note, Credit note, ACCRECCREDIT]
          skip: [Bill, ACCPAY, Bill credit note, ACCPAYCREDIT]
        skip:
          Status: [Draft, Voided, Deleted, Awaiting Approval, Submitted]
        """##

    private static let customerTests = ##"""
        # Tests of the rules on what people did, promised, decided and learned of a customer.

        tests:
          - name: a promise kept is silent, the day after one that was not is told
            rules: [broken-promise]
            steps:
              - day: 2026-11-20
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-09-01, due: 2026-10-01, amount: 5000}]
                facts: [{kind: promise, customer: Lumen SARL, invoice: F1, date: 2026-11-10, until: 2026-11-20}]
                alerts: []
              - day: 2026-11-21
                alerts: [{rule: broken-promise, severity: warning, customer: Lumen SARL}]
                events: [{rule: broken-promise, event: raised, customer: Lumen SARL}]
              - day: 2026-11-25
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-11-25, amount: 5000, invoice: F1}]
                alerts: []
                events: [{rule: broken-promise, event: resolved, customer: Lumen SARL}]

          - name: what was paid in time breaks no promise about what else is late
            rules: [broken-promise]
            day: 2026-11-23
            invoices:
              - {customer: Lumen SARL, number: F1, issued: 2026-09-01, due: 2026-10-01, amount: 5000}
              - {customer: Lumen SARL, number: F2, issued: 2026-09-01, due: 2026-10-01, amount: 3000}
            payments: [{customer: Lumen SARL, reference: V1, date: 2026-11-20, amount: 5000, invoice: F1}]
            facts: [{kind: promise, customer: Lumen SARL, invoice: F1, date: 2026-11-10, until: 2026-11-20}]
            alerts: []

          - name: the third broken promise is critical
            rules: [broken-promise]
            day: 2026-11-23
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-07-01, due: 2026-08-01, amount: 5000}]
            facts:
              - {kind: promise, customer: Lumen SARL, invoice: F1, date: 2026-08-10, until: 2026-08-20}
              - {kind: promise, customer: Lumen SARL, invoice: F1, date: 2026-09-10, until: 2026-09-20}
              - {kind: promise, customer: Lumen SARL, invoice: F1, date: 2026-10-10, until: 2026-10-20, amount: 2500}
            alerts: [{rule: broken-promise, severity: critical, customer: Lumen SARL}]

          - name: two reminders are patience, a third without any payment is told, a payment ends it
            rules: [reminders-ignored]
            steps:
              - day: 2026-11-01
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-08-01, due: 2026-09-01, amount: 5000}]
                facts:
                  - {kind: reminder, customer: Lumen SARL, invoice: F1, date: 2026-09-08, value: "1"}
                  - {kind: reminder, customer: Lumen SARL, invoice: F1, date: 2026-09-22, value: "2"}
                alerts: []
              - day: 2026-11-02
                facts: [{kind: reminder, customer: Lumen SARL, date: 2026-11-02, value: mise en demeure}]
                alerts: [{rule: reminders-ignored, severity: warning, customer: Lumen SARL}]
              - day: 2026-11-05
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-11-05, amount: 500, invoice: F1}]
                alerts: []

          - name: a collective procedure is told while anything is owed, until it is closed
            rules: [insolvency-event]
            steps:
              - day: 2026-11-22
                facts: [{kind: proceeding, customer: Lumen SARL, date: 2026-11-23, value: redressement judiciaire, source: BODACC}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 100}]
                alerts: []
              - day: 2026-11-23
                alerts: [{rule: insolvency-event, severity: critical, customer: Lumen SARL}]
              - day: 2026-12-01
                facts: [{kind: proceedingClosed, customer: Lumen SARL, date: 2026-12-01}]
                alerts: []

          - name: a collective procedure of a customer that owes nothing is not told
            rules: [insolvency-event]
            day: 2026-11-23
            facts: [{kind: proceeding, customer: Lumen SARL, date: 2026-11-01}]
            alerts: []

          - name: an unverified customer is told above the amount and after a week, and a verification ends it
            rules: [unverified]
            steps:
              - day: 2026-11-02
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-02, due: 2026-12-15, amount: 20000}]
                alerts: []
              - day: 2026-11-03
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-03, due: 2026-12-15, amount: 0.01}]
                alerts: []
              - day: 2026-11-09
                alerts: []
              - day: 2026-11-10
                alerts: [{rule: unverified, severity: info, customer: Lumen SARL}]
              - day: 2026-11-11
                facts: [{kind: verification, customer: Lumen SARL, date: 2026-11-11, by: C. Martin}]
                alerts: []

          - name: a verification counts for a year
            rules: [verification-old, unverified]
            steps:
              - day: 2026-11-11
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-02, due: 2026-12-15, amount: 20000}]
                facts: [{kind: verification, customer: Lumen SARL, date: 2025-11-11, by: C. Martin}]
                alerts: []
              - day: 2026-11-12
                alerts: [{rule: verification-old, severity: info, customer: Lumen SARL}]
              - day: 2026-11-13
                facts: [{kind: verification, customer: Lumen SARL, date: 2026-11-13, by: C. Martin}]
                alerts: []
        """##

    private static let insuranceTests = ##"""
        # Tests of the rules: given documents and a day, these alerts fire and no others. `vigie rules test` runs them.
        # A test is one step, or several under `steps`: each sees all documents so far and what the steps before left firing.

        tests:
          - name: exposure equal to the limit is near it, not above it
            day: 2026-11-23
            limits: [{customer: Lumen SARL, insurer: Assureur A, amount: 50000, from: 2026-01-01}]
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 50000.00}]
            alerts: [{rule: insured-limit-near, severity: warning, customer: Lumen SARL}]

          - name: one cent above the limit is told
            day: 2026-11-23
            limits: [{customer: Lumen SARL, insurer: Assureur A, amount: 50000, from: 2026-01-01}]
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 50000.01}]
            alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]

          - name: exposure of 80 % of the limit is not near it yet, one cent more is
            steps:
              - day: 2026-11-23
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 40000.00}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-02, due: 2026-12-15, amount: 0.01}]
                alerts: [{rule: insured-limit-near, severity: info, customer: Lumen SARL}]
                events: [{rule: insured-limit-near, event: raised, customer: Lumen SARL}]

          - name: a value swinging about 80 % of the limit is told once, and ends at 75 %
            steps:
              - day: 2026-11-23
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 41000}]
                alerts: [{rule: insured-limit-near, severity: info, customer: Lumen SARL}]
                events: [{rule: insured-limit-near, event: raised, customer: Lumen SARL}]
              - day: 2026-11-24
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-11-24, amount: 3000, invoice: F1}]
                alerts: [{rule: insured-limit-near, severity: info, customer: Lumen SARL}]
                events: []
              - day: 2026-11-25
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-25, due: 2026-12-25, amount: 3000}]
                alerts: [{rule: insured-limit-near, severity: info, customer: Lumen SARL}]
                events: []
              - day: 2026-11-26
                payments: [{customer: Lumen SARL, reference: V2, date: 2026-11-26, amount: 3500, invoice: F1}]
                alerts: []
                events: [{rule: insured-limit-near, event: resolved, customer: Lumen SARL}]

          - name: a temporary limit adds to the permanent one while it is in force
            steps:
              - day: 2026-11-23
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 30000, from: 2026-10-01, to: 2027-01-31, temporary: true}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-31, amount: 60000}]
                alerts: []
              - day: 2026-11-23
                limits: [{customer: Lumen SARL, amount: 5000, from: 2026-11-20, to: 2026-12-31, temporary: true}]
                alerts: []

          - name: a limit that ends within thirty days is told, a week before it is urgent
            rules: [insured-limit-ending]
            steps:
              - day: 2026-11-30
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01, to: 2026-12-31}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-15, due: 2027-01-10, amount: 10000}]
                alerts: []
              - day: 2026-12-01
                alerts: [{rule: insured-limit-ending, severity: warning, customer: Lumen SARL}]
                events: [{rule: insured-limit-ending, event: raised, customer: Lumen SARL}]
              - day: 2026-12-24
                alerts: [{rule: insured-limit-ending, severity: critical, customer: Lumen SARL}]
                events: [{rule: insured-limit-ending, event: escalated, customer: Lumen SARL}]
              - day: 2026-12-25
                limits: [{customer: Lumen SARL, amount: 50000, from: 2027-01-01}]
                alerts: []
                events: [{rule: insured-limit-ending, event: resolved, customer: Lumen SARL}]

          - name: a limit that ended covers nothing any more
            day: 2027-01-02
            limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01, to: 2026-12-31}]
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-12-15, due: 2027-01-31, amount: 12000}]
            alerts: [{rule: uninsured, severity: warning, customer: Lumen SARL}]

          - name: a cancellation is told from its date, not before
            steps:
              - day: 2026-11-22
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 50000, from: 2026-11-23, status: cancelled}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 20000}]
                alerts: []
              - day: 2026-11-23
                alerts: [{rule: insured-limit-revoked, severity: critical, customer: Lumen SARL}]

          - name: a refusal of a customer that owes nothing is not told
            day: 2026-11-23
            limits: [{customer: Lumen SARL, amount: 0, from: 2026-11-01, status: refused}]
            customers: [{customer: Lumen SARL, code: C1}]
            alerts: []

          - name: a reduction is told for thirty days
            rules: [insured-limit-reduced, insured-limit-revoked]
            steps:
              - day: 2026-11-23
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 30000, from: 2026-11-23, status: reduced}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-30, amount: 20000}]
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
              - day: 2026-12-24
                alerts: []

          - name: without a limit a small amount is not told, a larger one is, and grows graver
            steps:
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 1000.00}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 0.01}]
                alerts: [{rule: uninsured, severity: info, customer: Lumen SARL}]
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, number: F3, issued: 2026-11-01, due: 2026-12-15, amount: 60000}]
                alerts: [{rule: uninsured, severity: critical, customer: Lumen SARL}]
                events: [{rule: uninsured, event: escalated, customer: Lumen SARL}]

          - name: an insured overdue is to be declared, more urgently each time, until the right is lost
            rules: [declaration-due, declaration-missed]
            steps:
              - day: 2026-08-29   # 59 days late: 31 left of 90
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
                alerts: []
              - day: 2026-08-30
                alerts: [{rule: declaration-due, severity: info, customer: Lumen SARL}]
              - day: 2026-09-19
                alerts: [{rule: declaration-due, severity: warning, customer: Lumen SARL}]
              - day: 2026-09-26
                alerts: [{rule: declaration-due, severity: critical, customer: Lumen SARL}]
              - day: 2026-09-29   # the last day
                alerts: [{rule: declaration-due, severity: critical, customer: Lumen SARL}]
                events: []
              - day: 2026-09-30
                alerts: [{rule: declaration-missed, severity: critical, customer: Lumen SARL}]

          - name: a limit cancelled since does not hide what must be declared
            rules: [declaration-due]
            day: 2026-09-19
            limits:
              - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
              - {customer: Lumen SARL, amount: 0, from: 2026-08-01, status: cancelled}
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
            alerts: [{rule: declaration-due, severity: warning, customer: Lumen SARL}]

          - name: what was never insured need not be declared
            rules: [declaration-due, declaration-missed]
            day: 2026-09-19
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
            alerts: []

          - name: an overdue past the maximum extension stops cover of new deliveries
            rules: [cover-lost]
            steps:
              - day: 2026-08-30   # 60 days late: still within the extension
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
                alerts: []
              - day: 2026-08-31
                alerts: [{rule: cover-lost, severity: critical, customer: Lumen SARL}]
              - day: 2026-09-02
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-09-02, amount: 20000, invoice: F1}]
                alerts: []

          - name: terms longer than the policy's credit period are not covered
            rules: [terms-beyond-policy]
            steps:
              - day: 2026-11-23
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01, maximumCreditDays: 60}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-31, amount: 1000}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-01, due: 2027-01-01, amount: 1000}]
                alerts: [{rule: terms-beyond-policy, severity: warning, customer: Lumen SARL}]
        """##

    private static let paymentTests = ##"""
        # Late payment and our own credit policy.

        tests:
          - name: an amount past due is told above the threshold and ends at the clear threshold
            rules: [overdue-amount]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-10-01, due: 2026-11-22, amount: 10000.00}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F2, issued: 2026-10-01, due: 2026-11-22, amount: 1.01}]
                alerts: [{rule: overdue-amount, severity: warning, customer: Brel SA}]
              - day: 2026-11-24
                payments: [{customer: Brel SA, reference: V1, date: 2026-11-24, amount: 1500, invoice: F1}]
                alerts: [{rule: overdue-amount, severity: warning, customer: Brel SA}]
                events: []
              - day: 2026-11-24
                payments: [{customer: Brel SA, reference: V2, date: 2026-11-24, amount: 600, invoice: F1}]
                alerts: []
                events: [{rule: overdue-amount, event: resolved, customer: Brel SA}]

          - name: an invoice due today is not overdue
            rules: [overdue-amount, overdue-age, overdue-share]
            day: 2026-11-23
            invoices: [{customer: Brel SA, number: F1, issued: 2026-10-01, due: 2026-11-23, amount: 90000}]
            alerts: []

          - name: a disputed invoice is not called late, the dispute is told
            rules: [overdue-amount, overdue-age, disputes]
            day: 2026-11-23
            invoices: [{customer: Brel SA, number: F1, issued: 2026-07-01, due: 2026-08-01, amount: 60000}]
            statuses: [{invoice: F1, date: 2026-08-05, meaning: disputed}]
            alerts: [{rule: disputes, severity: warning, customer: Brel SA}]

          - name: a small dispute is not told
            rules: [disputes]
            day: 2026-11-23
            invoices:
              - {customer: Brel SA, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 900}
              - {customer: Brel SA, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 100}
            statuses: [{invoice: F2, date: 2026-11-05, meaning: disputed}]
            alerts: []

          - name: an invoice more than 30, 60 and 90 days late is told each time
            rules: [overdue-age]
            steps:
              - day: 2026-07-31
                invoices: [{customer: Brel SA, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 500}]
                alerts: []
              - day: 2026-08-01
                alerts: [{rule: overdue-age, severity: info, customer: Brel SA}]
              - day: 2026-08-31
                alerts: [{rule: overdue-age, severity: warning, customer: Brel SA}]
              - day: 2026-09-30
                alerts: [{rule: overdue-age, severity: critical, customer: Brel SA}]

          - name: a residual within the tolerance is never late
            rules: [overdue-age]
            day: 2026-11-23
            invoices: [{customer: Brel SA, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 1.00}]
            alerts: []

          - name: more than half of what is open being late is told
            rules: [overdue-share]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Brel SA, number: F1, issued: 2026-10-01, due: 2026-11-01, amount: 10000}
                  - {customer: Brel SA, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 10000}
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F3, issued: 2026-10-02, due: 2026-11-02, amount: 0.01}]
                alerts: []   # a cent is within the tolerance
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F4, issued: 2026-10-02, due: 2026-11-02, amount: 1.50}]
                alerts: [{rule: overdue-share, severity: warning, customer: Brel SA}]

          - name: a customer that pays later than it used to is told
            rules: [payment-trend]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Brel SA, number: F1, issued: 2026-02-01, due: 2026-03-01, amount: 1000}
                  - {customer: Brel SA, number: F2, issued: 2026-08-20, due: 2026-09-20, amount: 1000}
                payments:
                  - {customer: Brel SA, reference: V1, date: 2026-03-01, amount: 1000, invoice: F1}
                  - {customer: Brel SA, reference: V2, date: 2026-09-30, amount: 1000, invoice: F2}
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F3, issued: 2026-09-01, due: 2026-10-01, amount: 1000}]
                payments: [{customer: Brel SA, reference: V3, date: 2026-10-15, amount: 1000, invoice: F3}]
                alerts: [{rule: payment-trend, severity: warning, customer: Brel SA}]

          - name: a payment that the bank takes back is told
            rules: [returned-payment]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 1000}]
                payments: [{customer: Brel SA, reference: PRLV1, date: 2026-11-10, amount: 1000, invoice: F1}]
                alerts: []
              - day: 2026-11-23
                payments: [{customer: Brel SA, reference: PRLV1, date: 2026-11-20, amount: 1000, invoice: F1, type: return}]
                alerts: [{rule: returned-payment, severity: warning, customer: Brel SA}]

          - name: exposure above the internal limit by one cent is told
            rules: [internal-limit-exceeded]
            steps:
              - day: 2026-11-23
                customers: [{customer: Brel SA, code: C1, internalLimit: 8000}]
                invoices: [{customer: Brel SA, code: C1, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 8000}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Brel SA, code: C1, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 0.01}]
                alerts: [{rule: internal-limit-exceeded, severity: warning, customer: Brel SA}]

          - name: 45 days end of month is lawful in either reading, a day more is not
            rules: [terms-beyond-legal]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-11-02, due: 2027-01-14, amount: 100}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F2, issued: 2026-11-02, due: 2027-01-15, amount: 100}]
                alerts: [{rule: terms-beyond-legal, severity: info, customer: Brel SA}]

          - name: in a sector with a shorter legal term that one counts
            rules: [terms-beyond-legal]
            day: 2026-11-23
            customers: [{customer: Brel SA, code: C1, sector: Transport}]
            invoices: [{customer: Brel SA, code: C1, number: F1, issued: 2026-11-01, due: 2026-12-02, amount: 100}]
            alerts: [{rule: terms-beyond-legal, severity: info, customer: Brel SA}]

          - name: a surge and a collapse of purchases are both told, a steady customer is not
            rules: [purchase-surge, purchase-collapse]
            day: 2026-11-23
            invoices:
              - {customer: Surge SA, number: S1, issued: 2026-03-01, due: 2026-04-30, amount: 40000}
              - {customer: Surge SA, number: S2, issued: 2026-11-01, due: 2026-12-30, amount: 25000}
              - {customer: Chute SA, number: C1, issued: 2026-03-01, due: 2026-04-30, amount: 40000}
              - {customer: Chute SA, number: C2, issued: 2026-11-01, due: 2026-12-30, amount: 2900}
              - {customer: Stable SA, number: T1, issued: 2026-03-01, due: 2026-04-30, amount: 40000}
              - {customer: Stable SA, number: T2, issued: 2026-11-01, due: 2026-12-30, amount: 12000}
            alerts:
              - {rule: purchase-surge, severity: info, customer: Surge SA}
              - {rule: purchase-collapse, severity: info, customer: Chute SA}
        """##

    private static let portfolioTests = ##"""
        # The portfolio as a whole, and the quality of the data.

        tests:
          - name: a large customer is told when it has been large for a day
            rules: [concentration]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Grand SA, number: G1, issued: 2026-11-01, due: 2026-12-01, amount: 150000}
                  - {customer: Autre SA, number: A1, issued: 2026-11-01, due: 2026-12-01, amount: 450000}
                  - {customer: Petit SA, number: P1, issued: 2026-11-01, due: 2026-12-01, amount: 90000}
                alerts: []
              - day: 2026-11-24
                alerts:
                  - {rule: concentration, severity: info, customer: Grand SA}
                  - {rule: concentration, severity: warning, customer: Autre SA}

          - name: most of the portfolio being late is told after a day, and not on the day it happens
            rules: [portfolio-overdue]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Brel SA, number: F1, issued: 2026-10-01, due: 2026-11-01, amount: 600}
                  - {customer: Lumen SARL, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 400}
                alerts: []
              - day: 2026-11-24
                alerts: [{rule: portfolio-overdue, severity: warning}]

          - name: a high DSO is told after a week
            rules: [dso-high]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Brel SA, number: F1, issued: 2026-11-01, due: 2026-12-20, amount: 1000}
                  - {customer: Brel SA, number: F2, issued: 2026-06-01, due: 2026-08-01, amount: 1000}
                alerts: []
              - day: 2026-11-29
                alerts: []
              - day: 2026-11-30
                alerts: [{rule: dso-high, severity: warning}]

          - name: cash without an invoice is told when nobody has matched it for five days
            rules: [unallocated-cash]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 9000}]
                payments: [{customer: Brel SA, reference: V1, date: 2026-11-20, amount: 5000.01}]
                alerts: []
              - day: 2026-11-28
                alerts: [{rule: unallocated-cash, severity: info, customer: Brel SA}]

          - name: an invoice in another currency makes the figures incomplete
            rules: [other-currency]
            day: 2026-11-23
            invoices: [{customer: Brel SA, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 100, currency: USD}]
            alerts: [{rule: other-currency, severity: info, customer: Brel SA}]

          - name: a code that points at two companies is told for both
            rules: [identity-conflict]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, siren: "732829320", code: C1, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 10}]
                alerts: []
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, siren: "404833048", code: C1, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 10}]
                alerts:
                  - {rule: identity-conflict, severity: warning, customer: Brel SA}
                  - {rule: identity-conflict, severity: warning, customer: Lumen SARL}

          - name: contradicting documents, refused files and refused rows are told
            rules: [data-conflicts, data-unreadable, data-refused-rows]
            steps:
              - day: 2026-11-23
                alerts: []
              - day: 2026-11-23
                quality: {conflicts: 1, rejectedFiles: 2, refusedRows: 3}
                alerts:
                  - {rule: data-conflicts, severity: warning}
                  - {rule: data-unreadable, severity: warning}
                  - {rule: data-refused-rows, severity: info}

          - name: an aged balance that differs is told, and ends with one that agrees
            rules: [balance-differs]
            steps:
              - day: 2026-11-23
                alerts: []
              - day: 2026-11-24
                quality: {balanceDifferences: 2}
                alerts: [{rule: balance-differs, severity: warning}]
              - day: 2026-11-25
                quality: {balanceDifferences: 0}
                alerts: []

          - name: an invoice without a due date is told the next day
            rules: [data-estimated-due-dates]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-11-01, amount: 10}]
                alerts: []
              - day: 2026-11-24
                alerts: [{rule: data-estimated-due-dates, severity: info}]
        """##
}
