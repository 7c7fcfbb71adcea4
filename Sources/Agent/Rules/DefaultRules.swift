// Written by Scripts/embed-default-rules from rules/*.yaml; change those.

/// The rules `vigie init` writes: those of the repository, with the company left to be filled in.
public enum DefaultRules {
    /// File name and text.
    public static let files: [(name: String, text: String)] = [
        ("company.yaml", company),
        ("scorecard.yaml", scorecard),
        ("alerts.yaml", alerts),
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
        legalTermDays: 60                # Code de commerce L441-10

        # Terms of the credit insurance policy where a decision on a buyer does not say otherwise.
        insurance:
          withoutVAT: false              # true: the insurer covers amounts without VAT (HT)
          vatRate: 20                    # to estimate the amount without VAT where an invoice does not state it
          insuredShare: 90               # quotité, %
          maximumExtensionDays: 60       # prorogation the insured may grant alone; an older overdue stops cover for new deliveries
          declarationDays: 90            # délai de déclaration, from the due date

        intake:
          settleMilliseconds: 2000       # a file that does not look complete is final once unchanged for this long
          quietMilliseconds: 250         # a table that looks complete is taken this long after it was closed
          rescanMilliseconds: 30000      # the folder is read again this often (network shares send no events)
          largestFileMegabytes: 20
          sources: []                    # folders of inbox/ that are watched besides: [bank, fec]
        """##

    private static let scorecard = ##"""
        # Points 0–100, 100 best. Each factor turns one indicator into points by straight lines between the values given;
        # their weighted mean is shrunk toward `average` where the customer has settled few invoices (n / (n + credibility)).
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
          - {indicator: coverLost, is: true, points: 39}
          - {indicator: limitWithdrawn, is: true, points: 39}
          - {indicator: overdue90Share, above: 0.5, points: 19}

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
        # What raises an alert. A rule watches one indicator; `levels` give the severities, mildest first by rank whatever the
        # order here; `above` and `below` are strict. `of` makes thresholds shares of another indicator. `clear` ends the alert
        # only on its own side, so that a value swinging around a threshold tells once. `all`/`any` are further conditions,
        # `hold` the days it must last. Placeholders: {customer} {value} {threshold} {exposure} {limit} {excess} {overdue}
        # {oldest} {invoices} {grade}. Unknown keys, indicators and placeholders are refused at load.

        rules:
          - name: insured-limit-exceeded
            why: What exceeds the insured limit is not covered if the customer fails.
            indicator: insurableExposure
            of: insuredLimit
            levels: [{severity: critical, above: 100 %}]
            all: [{indicator: insuredLimit, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : l'encours de {value} dépasse la limite assurée de {limit} (dépassement {excess}). Factures : {invoices}."
              en: "{customer}: exposure of {value} exceeds the insured limit of {limit} (by {excess}). Invoices: {invoices}."
            action:
              fr: "Suspendre les livraisons ou demander un acompte ; demander une limite plus élevée à l'assureur."
              en: "Stop deliveries or ask for a deposit; ask the insurer for a higher limit."

          - name: insured-limit-near
            why: There is still time to ask for a higher limit before cover is missing.
            indicator: insurableExposure
            of: insuredLimit
            levels: [{severity: info, above: 80 %}, {severity: warning, above: 95 %}]
            clear: 75 %
            all: [{indicator: insuredLimit, above: 0}, {indicator: insurableExposure, atMost: 1, of: insuredLimit}]
            audience: [finance]
            message:
              fr: "{customer} : l'encours de {value} approche la limite assurée de {limit}."
              en: "{customer}: exposure of {value} is close to the insured limit of {limit}."
            action:
              fr: "Vérifier les commandes en cours et demander une limite plus élevée si besoin."
              en: "Check orders in progress and ask for a higher limit if needed."

          - name: insured-limit-withdrawn
            why: A reduction, refusal or cancellation applies to deliveries from its date.
            indicator: limitWithdrawn
            levels: [{severity: critical, is: true}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : l'assureur a réduit, refusé ou résilié la limite (en vigueur : {limit}) ; encours {exposure}."
              en: "{customer}: the insurer reduced, refused or cancelled the limit (in force: {limit}); exposure {exposure}."
            action:
              fr: "Ne plus livrer à crédit au-delà de la limite ; demander un acompte ou une garantie."
              en: "No more deliveries on credit beyond the limit; ask for a deposit or a guarantee."

          - name: insured-limit-ending
            why: Invoices issued after the limit ends are not covered.
            indicator: insuredLimitDaysLeft
            levels: [{severity: warning, atMost: 30}, {severity: critical, atMost: 7}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : la limite assurée de {limit} prend fin dans {value} ; encours {exposure}."
              en: "{customer}: the insured limit of {limit} ends in {value}; exposure {exposure}."
            action:
              fr: "Demander le renouvellement à l'assureur."
              en: "Ask the insurer to renew it."

          - name: uninsured
            why: A customer without a limit is a loss without cover.
            indicator: uninsuredExposure
            levels: [{severity: info, above: 10000}, {severity: warning, above: 50000}]
            clear: 8000
            all: [{indicator: uninsured, is: true}]
            audience: [finance]
            message:
              fr: "{customer} : encours de {exposure} sans limite assurée."
              en: "{customer}: exposure of {exposure} without an insured limit."
            action:
              fr: "Demander une limite à l'assureur ou un acompte au client."
              en: "Ask the insurer for a limit or the customer for a deposit."

          - name: declaration-due
            why: After the declaration delay the right to compensation is lost (forclusion).
            indicator: declarationDaysLeft
            levels: [{severity: info, atMost: 30}, {severity: warning, atMost: 10}, {severity: critical, atMost: 3}]
            audience: [finance]
            message:
              fr: "{customer} : impayé de {overdue}, le plus ancien depuis {oldest} ; il reste {value} pour le déclarer à l'assureur. Factures : {invoices}."
              en: "{customer}: overdue of {overdue}, the oldest for {oldest}; {value} left to declare it to the insurer. Invoices: {invoices}."
            action:
              fr: "Déclarer l'impayé à l'assureur (demande d'intervention contentieuse)."
              en: "Declare the overdue to the insurer."

          - name: cover-lost
            why: Past the maximum extension new deliveries are not covered (état de manquement).
            indicator: coverLost
            levels: [{severity: critical, is: true}]
            audience: [finance, sales]
            message:
              fr: "{customer} : un impayé dépasse la prorogation maximale ({oldest} de retard) ; les nouvelles livraisons ne sont plus couvertes. Factures : {invoices}."
              en: "{customer}: an overdue is past the maximum extension ({oldest} late); new deliveries are no longer covered. Invoices: {invoices}."
            action:
              fr: "Arrêter les livraisons jusqu'au paiement."
              en: "Stop deliveries until payment."

          - name: overdue-amount
            why: A large amount past due asks for a call today.
            indicator: overdueAmount
            levels: [{severity: warning, above: 10000}, {severity: critical, above: 50000}]
            clear: 8000
            audience: [finance, sales]
            message:
              fr: "{customer} : {value} échus et impayés (seuil {threshold}), le plus ancien depuis {oldest}. Factures : {invoices}."
              en: "{customer}: {value} past due (threshold {threshold}), the oldest for {oldest}. Invoices: {invoices}."
            action:
              fr: "Appeler le client ; relancer par écrit."
              en: "Call the customer; send a reminder."

          - name: overdue-age
            why: The older a debt, the less of it comes in.
            indicator: oldestOverdueDays
            levels: [{severity: info, above: 30}, {severity: warning, above: 60}, {severity: critical, above: 90}]
            audience: [finance]
            message:
              fr: "{customer} : une facture est en retard de {value} (seuil {threshold}) ; total échu {overdue}. Factures : {invoices}."
              en: "{customer}: an invoice is {value} late (threshold {threshold}); {overdue} past due in all. Invoices: {invoices}."
            action:
              fr: "Mise en demeure ou plan d'apurement."
              en: "Formal notice or a payment plan."

          - name: overdue-share
            why: Most of what is open being late is a sign of distress, whatever the amount.
            indicator: overdueShare
            levels: [{severity: warning, above: 50 %}]
            clear: 40 %
            all: [{indicator: overdueAmount, above: 5000}]
            audience: [finance]
            message:
              fr: "{customer} : {value} de l'encours est échu ({overdue})."
              en: "{customer}: {value} of what is open is past due ({overdue})."

          - name: payment-trend
            why: A customer that pays later and later often warns of failure months ahead.
            indicator: paymentTrend
            levels: [{severity: warning, above: 10}]
            clear: 5
            audience: [finance]
            message:
              fr: "{customer} : les paiements se dégradent de {value} sur trois mois."
              en: "{customer}: payments have become {value} slower over three months."
            action:
              fr: "Revoir la limite interne et l'information financière."
              en: "Review the internal limit and the financial information."

          - name: returned-payment
            why: An unpaid direct debit or cheque is an early sign.
            indicator: returnedPayments
            levels: [{severity: warning, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {value} paiement(s) rejeté(s) par la banque en douze mois."
              en: "{customer}: {value} payment(s) returned by the bank in twelve months."
            action:
              fr: "Appeler le client avant toute nouvelle livraison."
              en: "Call the customer before any new delivery."

          - name: internal-limit-exceeded
            why: The firm's own limit is its own decision.
            indicator: internalLimitUtilisation
            levels: [{severity: warning, above: 100 %}]
            audience: [finance, sales]
            message:
              fr: "{customer} : l'encours de {exposure} représente {value} de la limite interne."
              en: "{customer}: exposure of {exposure} is {value} of the internal limit."

          - name: disputes
            why: Disputed invoices are not paid, and hide late payment.
            indicator: disputeShare
            levels: [{severity: info, above: 10 %}, {severity: warning, above: 30 %}]
            clear: 5 %
            audience: [customer service, finance]
            message:
              fr: "{customer} : {value} de l'encours est en litige."
              en: "{customer}: {value} of what is open is in dispute."

          - name: terms-beyond-legal
            why: Terms beyond the legal cap cost up to two million euros in fines (Code de commerce L441-16).
            indicator: termsBeyondLegal
            levels: [{severity: info, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : le délai de paiement dépasse le plafond légal de {value}."
              en: "{customer}: payment terms exceed the legal cap by {value}."

          - name: terms-beyond-policy
            why: An invoice with longer terms than the policy allows is not covered.
            indicator: termsBeyondPolicy
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : le délai de paiement dépasse de {value} la durée maximale de crédit de la police."
              en: "{customer}: payment terms exceed the policy's maximum credit period by {value}."

          - name: portfolio-overdue
            on: portfolio
            why: The share of the whole portfolio that is late.
            indicator: overdueShare
            levels: [{severity: info, above: 30 %}, {severity: warning, above: 50 %}]
            clear: 25 %
            audience: [finance]
            message:
              fr: "{value} du portefeuille est échu ({overdue} sur {exposure})."
              en: "{value} of the portfolio is past due ({overdue} of {exposure})."

          - name: data-conflicts
            on: portfolio
            why: Two versions of one invoice cannot both be right, and one of them is not booked.
            indicator: conflicts
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "{value} document(s) contredisent un document déjà enregistré : voir rejected/."
              en: "{value} document(s) contradict one already booked: see rejected/."

          - name: data-unreadable
            on: portfolio
            why: A file that was refused is an invoice or a payment that is missing.
            indicator: rejectedFiles
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "{value} fichier(s) refusé(s) : voir rejected/ et leurs motifs."
              en: "{value} file(s) refused: see rejected/ and the reasons there."
        """##
}
