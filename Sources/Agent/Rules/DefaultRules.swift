// Written by Scripts/embed-default-rules from rules/; change those files.

/// The rules `vigie init` writes: those of the repository, with the company left to be filled in.
public enum DefaultRules {
    /// Path below `rules/` and text.
    public static let files: [(name: String, text: String)] = [
        ("company.yaml", company),
        ("scorecard.yaml", scorecard),
        ("alerts.yaml", alerts),
        ("csv/balance-agee.yaml", balanceAgeeDescription),
        ("csv/banque-populaire-caisse-epargne.yaml", banquePopulaireCaisseEpargneDescription),
        ("csv/bnp-paribas.yaml", bnpParibasDescription),
        ("csv/boursobank.yaml", boursobankDescription),
        ("csv/cegid-ecritures.yaml", cegidEcrituresDescription),
        ("csv/creances-ouvertes.yaml", creancesOuvertesDescription),
        ("csv/credit-agricole.yaml", creditAgricoleDescription),
        ("csv/credit-mutuel-cic.yaml", creditMutuelCicDescription),
        ("csv/ebp-documents.yaml", ebpDocumentsDescription),
        ("csv/factures-clients.yaml", facturesClientsDescription),
        ("csv/factures-reste-du.yaml", facturesResteDuDescription),
        ("csv/gocardless-payments.yaml", gocardlessPaymentsDescription),
        ("csv/gocardless-payout-items.yaml", gocardlessPayoutItemsDescription),
        ("csv/la-banque-postale.yaml", laBanquePostaleDescription),
        ("csv/mollie-settlements.yaml", mollieSettlementsDescription),
        ("csv/odoo-invoices.yaml", odooInvoicesDescription),
        ("csv/odoo-open-items.yaml", odooOpenItemsDescription),
        ("csv/paypal-activity.yaml", paypalActivityDescription),
        ("csv/pennylane-factures.yaml", pennylaneFacturesDescription),
        ("csv/qonto.yaml", qontoDescription),
        ("csv/quickbooks-ar-ageing.yaml", quickbooksArAgeingDescription),
        ("csv/quickbooks-invoice-list.yaml", quickbooksInvoiceListDescription),
        ("csv/quickbooks-open-invoices.yaml", quickbooksOpenInvoicesDescription),
        ("csv/receivables-history.yaml", receivablesHistoryDescription),
        ("csv/revolut-business.yaml", revolutBusinessDescription),
        ("csv/sage-100-echeancier.yaml", sage100EcheancierDescription),
        ("csv/sage-100-journal.yaml", sage100JournalDescription),
        ("csv/shine.yaml", shineDescription),
        ("csv/societe-generale.yaml", societeGeneraleDescription),
        ("csv/stripe-payouts.yaml", stripePayoutsDescription),
        ("csv/sumup.yaml", sumupDescription),
        ("csv/xero-sales-invoices.yaml", xeroSalesInvoicesDescription),
        ("tests/customer.yaml", customerTests),
        ("tests/groups.yaml", groupsTests),
        ("tests/insurance.yaml", insuranceTests),
        ("tests/payment.yaml", paymentTests),
        ("tests/portfolio.yaml", portfolioTests),
        ("tests/score.yaml", scoreTests),
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
        # A residual up to this is not overdue; what a payment that names its invoice leaves of it up to this is given up, visibly.
        tolerance: 1.00
        ageing: [30, 60, 90]             # upper bounds of the ageing buckets, in days late
        # Provision for expected credit losses (IFRS 9, simplified): loss rates in % for what is not due, each bucket of `ageing`,
        # and beyond; work yours out from your own losses. Amounts include VAT.
        provisions: [0.5, 2, 5, 15, 50]
        # The law's caps on terms (Code de commerce L441-10, L441-11): days from the invoice, or days end of month by contract;
        # shorter in some sectors, named as in the customer file.
        legalTerms:
          days: 60
          endOfMonthDays: 45
          sectors: {transport: 30, denrées périssables: 30, perishable food: 30}

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

        # Amounts in other currencies are converted by the European Central Bank's reference rates: drop eurofxref-hist.csv or the
        # daily eurofxref.csv into the inbox. The last rate on or before the day counts, unless it is older than this; without one
        # an amount is in no total, and the customer is marked incomplete.
        exchange:
          maximumAgeDays: 10
          # fixed:                       # rates of our own go before: units of the currency for one unit of ours, from a day on
          #   - {currency: USD, rate: 1.10, from: 2026-01-01}

        # Decisions on internal limits and terms (a table with a column "décidé par"):
        decisions:
          secondNameAbove: 50000         # above this, a decision names two different people, or is refused

        # What must be known of a customer before it is trusted, and how often somebody checks again. A check is a row
        # « vérification » (who, when) of an actions table, or `vigie record verification`.
        verification:
          above: 20000                   # a customer that owes more than this must be verified
          # Of: identity (SIREN, VAT or another registered number), register (an extract of Pappers or Recherche d'entreprises),
          # rating (an external rating), limit (an internal limit somebody decided).
          requires: [identity]
          ratingDays: 365                # a rating older than this is missing
          registerDays: 365              # the same for a register extract
          everyDays: 365                 # a check holds this long,
          grades: {D: 180, E: 90, F: 90} # and less for these grades of scorecard.yaml

        # Risk 0 (none) to 100 (worst): indicators sectorRisk and countryRisk, for rules and scorecards that use them. Sectors as in
        # the customer file, or NAF codes ("49", "49.41A"); countries by ISO code.
        sectorRisk: {}                   # {bâtiment: 70, "56": 80}
        countryRisk: {}                  # {FR: 10, IT: 30}

        # Invoices and payments of long ago are kept in a quarter of the memory. They still count in every figure, and are found when
        # they are dropped again, returned or disputed.
        history:
          foldAfterMonths: 36            # from the date of the invoice or payment

        audiences: [finance, sales, customer service]   # whom alert rules may address

        intake:
          settleMilliseconds: 2000       # a file that does not look complete is final once unchanged for this long
          quietMilliseconds: 250         # a table that looks complete is taken this long after it was closed
          rescanMilliseconds: 30000      # the folder is read again this often (network shares send no events)
          largestFileMegabytes: 20       # an XML or PDF file beyond this is refused unread
          largestTableMegabytes: 200     # the same for tables and bank files: three million rows or so
          sources: []                    # folders of inbox/ that are watched besides: [bank, fec]

        # Where alerts are sent besides alerts/alerts.jsonl, which always has all of them: destinations by name. Sending never
        # delays the agent; what cannot be sent is tried again until it can, through restarts. A destination that is new is told
        # what happens from now on, an Alertmanager also what fires. For all: `audiences` and `minimumSeverity` choose.
        notify:
          # supervision: {alertmanager: "http://127.0.0.1:9093", minimumSeverity: warning}  # also generatorURL, repeatSeconds: 60, expiresHours: 168
          # equipe: {webhook: "https://chat.example/hook", headersFile: /etc/vigie/equipe.headers, timeoutSeconds: 10}  # POST of each alert line; lines "Name: value" in the file
          # commerce: {file: commerce.jsonl, audiences: [sales]}                            # alerts/commerce.jsonl, lines as in alerts.jsonl

        """##

    private static let scorecard = ##"""
        # Points 0–100, 100 best. Each factor turns one indicator into points by straight lines between the values given;
        # their weighted mean is shrunk toward `average` by n / (n + credibility), where n counts the invoices settled within a year
        # and, where they make the score worse than the average, the items overdue now. `segments` gives averages of their own.
        # A factor whose indicator is not known gives its weight to the others and lowers the stated confidence.
        #
        # The factors were chosen on settled histories with `vigie backtest`, kept few and each in one direction: how late the
        # customer pays by now says nearly all; the others keep the score honest where that is not enough (an old item, an insured
        # limit used up). `credibility` is the variance of days late within a customer over that between customers (Bühlmann):
        # 8² / 11² days there. Without the key it is 5. `average` is where a customer belongs of which nothing is known yet: a few
        # days late, as new customers were.
        credibility: 0.5
        average: 66

        factors:
          - indicator: expectedDaysLate       # how late it pays by now
            weight: 75
            scale: [{at: -30, points: 100}, {at: 0, points: 70}, {at: 15, points: 40}, {at: 30, points: 20}, {at: 60, points: 5}, {at: 90, points: 0}]
          - indicator: oldestOverdueDays      # days are a habit, a month is a problem
            weight: 15
            scale: [{at: 30, points: 100}, {at: 60, points: 40}, {at: 90, points: 0}]
          - indicator: insuredLimitUtilisation
            weight: 10
            scale: [{at: 0.5, points: 100}, {at: 0.8, points: 75}, {at: 1, points: 40}, {at: 1.5, points: 0}]

        # What holds the score down whatever the rest says.
        caps:
          - {indicator: insolvencyEvent, is: true, points: 14}      # F
          - {indicator: ceased, is: true, points: 14}               # F: struck off, or has ceased by the register
          - {indicator: coverLost, is: true, points: 54}            # at most D
          - {indicator: limitRevoked, is: true, points: 54}         # at most D
          - {indicator: overdue90Share, atLeast: 50%, points: 34}   # at most E

        # Grades by points, best first. `probability` is that of default within a year (more than ninety days late, written off
        # or insolvent), for expected loss. `late` is the share of the grade's invoices paid after their due date, as settled
        # histories showed it: nearly all of those are paid, so it is another figure. `vigie backtest` sets both against what came.
        grades:
          - {grade: A, from: 85, probability: 0.002, late: 0.02}
          - {grade: B, from: 70, probability: 0.006, late: 0.25}
          - {grade: C, from: 55, probability: 0.015, late: 0.65}
          - {grade: D, from: 35, probability: 0.04, late: 0.88}
          - {grade: E, from: 15, probability: 0.12, late: 0.95}
          - {grade: F, from: 0, probability: 0.35, late: 0.98}

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
        #   unless     an earlier rule that says more: while it fires, this one does not
        #   again      rise: while it fires, each rise of the value is told again
        #   audience   departments, from company.yaml
        #   why, message, action   in both languages; placeholders: {customer} {value} {threshold} {exposure} {insurable} {limit}
        #              {excess} {room} {uninsured} {internalLimit} {insurer} {overdue} {oldest} {invoices} {deadline} {grade}
        #              {previousLimit} {concerned} {covered} {indemnity} {disputed} {since} {coming} {renewal} {deliveries}
        #              {missing} {alsoMissing} {previousGrade} {moved} {open} {portfolio} {uncounted} {legalTerm} {lodging}
        #              {onlySince};
        #              of a group's indicator the amounts are the group's, and there are {group} {members} besides
        #
        # Unknown keys, indicators, audiences and placeholders are refused when the rules are read. Tests: rules/tests.

        rules:
          # ---- Credit insurance (assurance-crédit)

          - name: insured-limit-revoked
            why:
              fr: "Un refus ou une résiliation vaut pour les livraisons à partir de sa date ; ce qui a été facturé avant reste couvert."
              en: "A refusal or cancellation applies to deliveries from its date; what was invoiced before stays covered."
            indicator: limitRevoked
            levels: [{severity: critical, is: true}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {insurer} a refusé ou résilié la limite assurée (avant : {previousLimit}) ; l'encours est de {insurable}, dont {covered} restent couverts. Les livraisons depuis le {since} ne le sont pas. Factures : {invoices}."
              en: "{customer}: {insurer} refused or cancelled the insured limit (before: {previousLimit}); exposure is {insurable}, of which {covered} stay covered. Deliveries since {since} are not. Invoices: {invoices}."
            action:
              fr: "Ne livrez plus à crédit : paiement d'avance, acompte ou garantie. Suivez de près ce qui reste dû."
              en: "No more deliveries on credit: payment in advance, a deposit or a guarantee. Keep a close eye on what is owed."

          - name: insured-limit-exceeded
            why:
              fr: "Ce qui dépasse la limite assurée n'est pas couvert si le client fait défaut. Prend fin deux pour cent en dessous, pour n'alerter qu'une fois."
              en: "What exceeds the insured limit is not covered if the customer fails. Ends two percent below it, to tell once."
            indicator: insurableExposure
            levels: [{severity: critical, above: insuredLimit, clear: 98% of insuredLimit}]
            all: [{indicator: insuredLimit, above: 0}]
            unless: insured-limit-revoked
            audience: [finance, sales]
            message:
              fr: "{customer} : encours de {value} pour une limite assurée de {limit} ; dépassement de {excess} ; réellement couverts : {covered}. Factures : {invoices}."
              en: "{customer}: exposure of {value} for an insured limit of {limit}; {excess} above it; really covered: {covered}. Invoices: {invoices}."
            action:
              fr: "Suspendez les livraisons ou demandez un acompte de {excess} ; demandez une limite plus élevée à {insurer}, ou affacturez l'excédent."
              en: "Stop deliveries or ask for a deposit of {excess}; ask {insurer} for a higher limit, or factor the excess."

          - name: insured-limit-near
            why:
              fr: "Il est encore temps de demander une limite plus élevée, avant que la couverture ne manque."
              en: "There is still time to ask for a higher limit before cover is missing."
            indicator: insurableExposure
            levels:
              - {severity: info, above: 80% of insuredLimit, clear: 75% of insuredLimit}
              - {severity: warning, above: 95% of insuredLimit, clear: 90% of insuredLimit}
            all: [{indicator: insuredLimit, above: 0}]
            unless: insured-limit-exceeded
            audience: [finance]
            message:
              fr: "{customer} : l'encours de {value} approche la limite assurée de {limit} (seuil {threshold}) ; il reste {room}. Factures : {invoices}."
              en: "{customer}: exposure of {value} is close to the insured limit of {limit} (threshold {threshold}); {room} left. Invoices: {invoices}."
            action:
              fr: "Vérifiez les commandes en cours ; si elles dépassent {room}, demandez une limite plus élevée à {insurer} ou un acompte."
              en: "Check orders in progress; if they exceed {room}, ask {insurer} for a higher limit or the customer for a deposit."

          - name: insured-limit-reduced
            why:
              fr: "Une réduction vaut pour les livraisons à partir de sa date. Reste soixante jours, comptés du jour où elle est connue ; une autre réduction est dite à son tour."
              en: "A reduction applies to deliveries from its date. Stands for sixty days from when it is known; another one is told anew."
            indicator: limitCutDays
            levels: [{severity: warning, atMost: 60}]
            all: [{indicator: limitRevoked, is: false}, {indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {insurer} a réduit la limite assurée à {limit} depuis le {since} (avant : {previousLimit}) ; l'encours est de {insurable}, dépassement {excess}, reste {room} ; réellement couverts : {covered}. Factures : {invoices}."
              en: "{customer}: {insurer} reduced the insured limit to {limit} from {since} (before: {previousLimit}); exposure is {insurable}, {excess} above it, {room} left; really covered: {covered}. Invoices: {invoices}."
            action:
              fr: "Adaptez les commandes à la nouvelle limite ; demandez au client ses derniers comptes pour appuyer un recours auprès de {insurer}."
              en: "Fit orders to the new limit; ask the customer for recent accounts to support an appeal to {insurer}."

          - name: insured-limit-ending
            why:
              fr: "Les factures émises après la fin de la limite, ou après une baisse déjà connue, ne sont plus couvertes comme avant."
              en: "Invoices issued after the limit ends, or falls by a decision known already, are not covered as before."
            indicator: insuredLimitDaysLeft
            levels: [{severity: warning, atMost: 30}, {severity: critical, atMost: 7}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : la limite assurée de {limit} {coming} ; l'encours est de {insurable}. Factures : {invoices}."
              en: "{customer}: the insured limit of {limit} {coming}; exposure is {insurable}. Invoices: {invoices}."
            action:
              fr: "{renewal}"
              en: "{renewal}"

          - name: insured-limit-ended
            why:
              fr: "Une limite arrivée à son terme ne couvre plus rien de ce qui est livré depuis ; quelqu'un a oublié de la renouveler."
              en: "A limit that ran out by itself covers nothing delivered since; somebody forgot to renew it."
            indicator: insuredLimitEndedDays
            levels: [{severity: critical, atLeast: 1}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : la limite assurée de {previousLimit} a pris fin le {deadline} ; l'encours est de {insurable}, dont {covered} restent couverts. {deliveries} Factures : {invoices}."
              en: "{customer}: the insured limit of {previousLimit} ended on {deadline}; exposure is {insurable}, of which {covered} stay covered. {deliveries} Invoices: {invoices}."
            action:
              fr: "Demandez le renouvellement à {insurer} ; d'ici là, livrez contre acompte."
              en: "Ask {insurer} to renew it; until then deliver against a deposit."

          - name: uninsured
            why:
              fr: "Un client sans limite, dénommé ou non, est une perte sans couverture."
              en: "A customer without a limit, named or unnamed, is a loss without cover."
            indicator: uninsuredExposure
            levels:
              - {severity: info, above: 1000, clear: 800}
              - {severity: warning, above: 10000, clear: 8000}
              - {severity: critical, above: 50000, clear: 40000}
            all: [{indicator: uninsured, is: true}, {indicator: limitRevoked, is: false}, {indicator: revokedByGroup, is: false}]
            unless: insured-limit-ended
            audience: [finance]
            message:
              fr: "{customer} : encours de {exposure} sans aucune limite assurée en vigueur (limite : {limit}). Factures : {invoices}."
              en: "{customer}: exposure of {exposure} without any insured limit in force (limit: {limit}). Invoices: {invoices}."
            action:
              fr: "Demandez une limite à l'assureur, ou un acompte au client."
              en: "Ask the insurer for a limit, or the customer for a deposit."

          - name: declaration-due
            why:
              fr: "Après le délai de déclaration, le droit à indemnisation est perdu (forclusion)."
              en: "After the declaration delay the right to compensation is lost (forclusion)."
            indicator: declarationDaysLeft
            levels:
              - {severity: info, atMost: 30}
              - {severity: warning, atMost: 10}
              - {severity: critical, atMost: 3}
            all: [{indicator: declarationDaysLeft, atLeast: 0}]    # below: all of them are lost
            audience: [finance]
            message:
              fr: "{customer} : impayé assuré de {concerned} à déclarer à {insurer} au plus tard le {deadline} (reste {value}) ; limite {limit}, indemnité en jeu {indemnity}. Factures : {invoices}."
              en: "{customer}: an insured overdue of {concerned} must be declared to {insurer} by {deadline} ({value} left); limit {limit}, compensation at stake {indemnity}. Invoices: {invoices}."
            action:
              fr: "Envoyez la demande d'intervention contentieuse au plus tard le {deadline}, sauf paiement d'ici là, puis déposez une ligne « déclaration »."
              en: "Send the claim to {insurer} by {deadline} unless payment comes first, then drop a row “declaration”."

          - name: declaration-missed
            why:
              fr: "Le droit à indemnisation est perdu pour ces factures ; cela ne doit pas se reproduire. Chaque nouvelle perte est dite à son tour."
              en: "The right to compensation is lost for these invoices; it must not happen again. Each further one is told anew."
            indicator: declarationLapsedDays
            levels: [{severity: critical, atLeast: 1}]
            audience: [finance]
            message:
              fr: "{customer} : le délai de déclaration à {insurer} a pris fin le {deadline} (forclusion) pour {concerned} échus ; {indemnity} ne seront pas indemnisés, limite {limit}. Factures : {invoices}."
              en: "{customer}: the delay to declare to {insurer} ran out on {deadline} for {concerned} past due, and the right to a compensation of {indemnity} is lost; limit {limit}. Invoices: {invoices}."
            action:
              fr: "Appelez {insurer} : une déclaration tardive peut être admise si elle est justifiée."
              en: "Call {insurer}: a late declaration may be accepted with good reason."

          - name: cover-lost
            why:
              fr: "Au-delà de la prorogation maximale, les nouvelles livraisons ne sont plus couvertes (état de manquement)."
              en: "Past the maximum extension new deliveries are not covered (état de manquement)."
            indicator: coverLost
            levels: [{severity: critical, is: true}]
            audience: [finance, sales]
            message:
              fr: "{customer} : un impayé a {oldest} de retard, au-delà de la prorogation maximale ; depuis le {since} les nouvelles livraisons ne sont plus couvertes. Échu {overdue}, limite {limit}. Factures : {invoices}."
              en: "{customer}: an overdue is {oldest} late, past the maximum extension; since {since} new deliveries are not covered. Past due {overdue}, limit {limit}. Invoices: {invoices}."
            action:
              fr: "Arrêtez les livraisons à crédit jusqu'au paiement ; déclarez l'impayé à {insurer}."
              en: "Stop deliveries on credit until payment; declare the overdue to {insurer}."

          - name: invoicing-without-cover
            why:
              fr: "Toute livraison après la perte, le refus ou la résiliation de la couverture est à nos risques."
              en: "Every delivery after cover was lost, refused or cancelled is at our own risk."
            indicator: uncoveredDeliveries
            levels: [{severity: critical, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {value} facturés depuis que la couverture des livraisons est perdue, le {since} ; limite {limit}, échu {overdue}. Factures : {invoices}."
              en: "{customer}: {value} invoiced since cover of deliveries was lost on {since}; limit {limit}, past due {overdue}. Invoices: {invoices}."
            action:
              fr: "Arrêtez les livraisons en cours, demandez le paiement d'avance, et faites confirmer par écrit qui autorise la suite."
              en: "Stop deliveries in progress, ask for payment in advance, and have whoever allows more confirm it in writing."

          # ---- Groups (customers with a common parent): told once, of the customer that stands for the group

          - name: group-limit-revoked
            why:
              fr: "Le refus ou la résiliation de la limite du groupe laisse sans couverture les nouvelles livraisons à toutes ses sociétés."
              en: "A refusal or cancellation of the group's limit leaves all its companies' new deliveries without cover."
            indicator: groupLimitRevoked
            levels: [{severity: critical, is: true}]
            all: [{indicator: groupLead, is: true}, {indicator: groupExposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "Groupe {group} : {insurer} a refusé ou résilié la limite assurée du groupe (avant : {previousLimit}) ; l'encours est de {exposure}. Sociétés : {members}."
              en: "Group {group}: {insurer} refused or cancelled the insured limit of the group (before: {previousLimit}); exposure is {exposure}. Companies: {members}."
            action:
              fr: "Ne livrez plus à crédit les sociétés du groupe sans limite propre : paiement d'avance, acompte ou garantie."
              en: "No more deliveries on credit to companies of the group without a limit of their own: payment in advance, a deposit or a guarantee."

          - name: group-limit-reduced
            why:
              fr: "Une réduction de la limite du groupe vaut pour les livraisons à toutes ses sociétés à partir de sa date. Une autre réduction est dite à son tour."
              en: "A reduction of the group's limit applies to deliveries to all its companies from its date. Another one is told anew."
            indicator: groupLimitCutDays
            levels: [{severity: warning, atMost: 60}]
            all: [{indicator: groupLead, is: true}, {indicator: groupLimitRevoked, is: false}, {indicator: groupExposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "Groupe {group} : {insurer} a réduit la limite assurée du groupe à {limit} depuis le {since} (avant : {previousLimit}) ; l'encours est de {insurable}, dépassement {excess}, reste {room}. Sociétés : {members}."
              en: "Group {group}: {insurer} reduced the insured limit of the group to {limit} from {since} (before: {previousLimit}); exposure is {insurable}, {excess} above it, {room} left. Companies: {members}."
            action:
              fr: "Répartissez ce qui reste entre les sociétés du groupe ; appuyez un recours auprès de {insurer}."
              en: "Share what is left among the group's companies; support an appeal to {insurer}."

          - name: group-limit-ending
            why:
              fr: "Les factures émises à toute société du groupe après la fin ou la baisse de sa limite ne sont plus couvertes comme avant."
              en: "Invoices to any company of the group issued after its limit ends, or falls, are not covered as before."
            indicator: groupLimitDaysLeft
            levels: [{severity: warning, atMost: 30}, {severity: critical, atMost: 7}]
            all: [{indicator: groupLead, is: true}, {indicator: groupExposure, above: 0}]
            audience: [finance]
            message:
              fr: "Groupe {group} : la limite assurée du groupe, {limit}, {coming} ; l'encours est de {insurable}. Sociétés : {members}."
              en: "Group {group}: the insured limit of the group, {limit}, {coming}; exposure is {insurable}. Companies: {members}."
            action:
              fr: "{renewal}"
              en: "{renewal}"

          - name: group-limit-ended
            why:
              fr: "Une limite de groupe arrivée à son terme ne couvre plus rien de ce qui est livré depuis à ses sociétés."
              en: "A limit on a group that ran out by itself covers nothing delivered since to any of its companies."
            indicator: groupLimitEndedDays
            levels: [{severity: critical, atLeast: 1}]
            all: [{indicator: groupLead, is: true}, {indicator: groupExposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "Groupe {group} : la limite assurée du groupe, {previousLimit}, a pris fin le {deadline} ; l'encours est de {insurable}. {deliveries} Sociétés : {members}."
              en: "Group {group}: the insured limit of the group, {previousLimit}, ended on {deadline}; exposure is {insurable}. {deliveries} Companies: {members}."
            action:
              fr: "Demandez le renouvellement à {insurer} ; d'ici là, livrez contre acompte."
              en: "Ask {insurer} to renew it; until then deliver against a deposit."

          - name: group-limit-exceeded
            why:
              fr: "La limite d'un assureur sur un groupe couvre ses sociétés ensemble ; chacune peut être dans la sienne et le groupe au-delà."
              en: "An insurer's limit on a group covers its companies together; each may be within its own and the group beyond it."
            indicator: groupInsurableExposure
            levels: [{severity: critical, above: groupInsuredLimit}]
            all: [{indicator: groupLead, is: true}]
            unless: group-limit-revoked
            audience: [finance, sales]
            message:
              fr: "Groupe {group} : l'encours de {value} dépasse la limite assurée du groupe, {limit}, de {excess}. Sociétés : {members}."
              en: "Group {group}: exposure of {value} exceeds the insured limit of the group, {limit}, by {excess}. Companies: {members}."
            action:
              fr: "Suspendez les livraisons à tout le groupe ou demandez un acompte de {excess} ; demandez une limite plus élevée à {insurer}."
              en: "Stop deliveries to the whole group or ask for a deposit of {excess}; ask {insurer} for a higher limit."

          - name: group-limit-near
            why:
              fr: "Les commandes d'une société du groupe consomment ce qui reste aux autres."
              en: "Orders of one company of a group use up what is left for the others."
            indicator: groupInsurableExposure
            levels:
              - {severity: info, above: 80% of groupInsuredLimit, clear: 75% of groupInsuredLimit}
              - {severity: warning, above: 95% of groupInsuredLimit, clear: 90% of groupInsuredLimit}
            all: [{indicator: groupLead, is: true}, {indicator: groupInsurableExposure, atMost: groupInsuredLimit}]
            audience: [finance]
            message:
              fr: "Groupe {group} : l'encours de {value} approche la limite assurée du groupe, {limit} ; il reste {room}. Sociétés : {members}."
              en: "Group {group}: exposure of {value} is close to the insured limit of the group, {limit}; {room} left. Companies: {members}."
            action:
              fr: "Répartissez ce qui reste entre les sociétés du groupe ; si les commandes dépassent {room}, demandez une limite plus élevée."
              en: "Share what is left among the group's companies; if orders exceed {room}, ask for a higher limit."

          - name: group-internal-limit-exceeded
            why:
              fr: "Ce que l'entreprise accorde à la société mère, elle l'accorde au groupe."
              en: "What the firm allows the parent is what it allows the group."
            indicator: groupExposure
            levels: [{severity: warning, above: groupInternalLimit}]
            all: [{indicator: groupLead, is: true}]
            audience: [finance, sales]
            message:
              fr: "Groupe {group} : l'encours de {value} dépasse la limite interne de {internalLimit}. Sociétés : {members}."
              en: "Group {group}: exposure of {value} exceeds the internal limit of {internalLimit}. Companies: {members}."
            action:
              fr: "Faites valider le dépassement, ou bloquez les commandes du groupe."
              en: "Have the excess approved, or block the group's orders."

          # ---- Late payment (retards)

          # While a collective procedure is open, what was owed before may be neither claimed nor paid (Code de commerce L622-7,
          # L622-21): rules that say to remind, to give notice or to obtain payment wait until something invoiced since is late.

          - name: overdue-amount
            why:
              fr: "Un montant échu important demande un appel le jour même."
              en: "A large amount past due asks for a call today."
            indicator: overdueAmount
            levels:
              - {severity: warning, above: 10000, clear: 8000}
              - {severity: critical, above: 50000, clear: 40000}
            all: [{indicator: claimableOverdue, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : {value} échus et impayés (seuil {threshold}) sur un encours de {exposure}, le plus ancien depuis {oldest}. Factures : {invoices}."
              en: "{customer}: {value} past due (threshold {threshold}) of an exposure of {exposure}, the oldest for {oldest}. Invoices: {invoices}."
            action:
              fr: "Appelez le client et relancez par écrit.{onlySince}"
              en: "Call the customer and send a written reminder.{onlySince}"

          - name: overdue-age
            why:
              fr: "Plus une créance est ancienne, moins il en rentre."
              en: "The older a debt, the less of it comes in."
            indicator: oldestOverdueDays
            levels:
              - {severity: info, above: 30}
              - {severity: warning, above: 60}
              - {severity: critical, above: 90}
            all: [{indicator: claimableOverdue, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : une facture a {value} de retard (seuil {threshold}) ; {overdue} échus en tout. Factures : {invoices}."
              en: "{customer}: an invoice is {value} late (threshold {threshold}); {overdue} past due in all. Invoices: {invoices}."
            action:
              fr: "Envoyez une mise en demeure ou convenez d'un plan d'apurement.{onlySince}"
              en: "Send a formal notice or agree a payment plan.{onlySince}"

          - name: overdue-share
            why:
              fr: "Que l'essentiel de ce qui est ouvert soit en retard est un signe de détresse, quel que soit le montant."
              en: "Most of what is open being late is a sign of distress, whatever the amount."
            indicator: overdueShare
            levels: [{severity: warning, above: 50%, clear: 40%}]
            all: [{indicator: claimableOverdue, above: 0}, {indicator: overdueAmount, above: 5000}]
            audience: [finance]
            message:
              fr: "{customer} : {value} de ce qui est ouvert est échu ({overdue}). Factures : {invoices}."
              en: "{customer}: {value} of what is open is past due ({overdue}). Invoices: {invoices}."
            action:
              fr: "Demandez au client pourquoi, et ce qu'il paiera quand.{onlySince}"
              en: "Ask the customer why, and what will be paid when.{onlySince}"

          - name: grade-fell
            why:
              fr: "Une classe qui baisse dit que quelque chose a changé ; deux d'un coup, c'est plus qu'un mois difficile."
              en: "A grade that falls says that something has changed; two at once is more than a slow month."
            indicator: gradeFall               # against the best grade of the last 90 days
            levels: [{severity: info, atLeast: 1}, {severity: warning, atLeast: 2}, {severity: critical, atLeast: 3}]
            audience: [finance, sales]
            message:
              fr: "{customer} : la classe est passée de {previousGrade} à {grade}. En cause : {moved}. Encours {exposure}, dont {overdue} échus."
              en: "{customer}: the grade went from {previousGrade} to {grade}. Because of: {moved}. Exposure {exposure}, of which {overdue} overdue."
            action:
              fr: "Revoyez la limite et les conditions accordées, et appelez le client avant la prochaine livraison."
              en: "Review the limit and terms allowed, and call the customer before the next delivery."

          - name: grade-rose
            why:
              fr: "À un client qui paie mieux, on peut accorder davantage."
              en: "A customer that pays better may be allowed more."
            indicator: gradeRise               # against the worst grade of the last 90 days
            levels: [{severity: info, atLeast: 1}]
            audience: [finance, sales]
            message:
              fr: "{customer} : la classe est passée de {previousGrade} à {grade}. En cause : {moved}."
              en: "{customer}: the grade went from {previousGrade} to {grade}. Because of: {moved}."
            action:
              fr: "Rien d'urgent : la limite peut être revue à la prochaine échéance."
              en: "Nothing urgent: the limit can be reviewed when it is next due."

          - name: payment-trend
            why:
              fr: "Un client qui paie de plus en plus tard annonce souvent sa défaillance des mois à l'avance."
              en: "A customer that pays later and later often warns of failure months ahead."
            indicator: paymentTrend
            levels: [{severity: warning, above: 10, clear: 5}]
            audience: [finance]
            message:
              fr: "{customer} : depuis trois mois, les paiements arrivent {value} plus tard que les neuf mois d'avant (seuil {threshold}) ; encours {exposure}, échu {overdue}."
              en: "{customer}: for three months payments have come {value} later than in the nine before (threshold {threshold}); exposure {exposure}, past due {overdue}."
            action:
              fr: "Revoyez la limite interne et demandez des informations financières récentes."
              en: "Review the internal limit and ask for recent financial information."

          - name: returned-payment
            why:
              fr: "Un prélèvement ou un chèque impayé est un signe précoce."
              en: "An unpaid direct debit or cheque is an early sign."
            indicator: returnedPayments
            levels: [{severity: warning, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : la banque a rejeté des paiements (nombre en douze mois : {value}, {concerned}) : {invoices} ; encours {exposure}."
              en: "{customer}: the bank returned payments (number in twelve months: {value}, {concerned}): {invoices}; exposure {exposure}."
            action:
              fr: "Appelez le client avant toute nouvelle livraison."
              en: "Call the customer before any new delivery."

          - name: disputes
            why:
              fr: "Les factures en litige ne sont pas payées, et cachent des retards."
              en: "Disputed invoices are not paid, and hide late payment."
            indicator: disputeShare
            levels:
              - {severity: info, above: 10%, clear: 5%}
              - {severity: warning, above: 30%, clear: 25%}
            audience: [customer service, finance]
            message:
              fr: "{customer} : {value} de ce qui est ouvert est en litige ({disputed}). Factures : {invoices}."
              en: "{customer}: {value} of what is open is in dispute ({disputed}). Invoices: {invoices}."
            action:
              fr: "Traitez les litiges : avoir, preuve de livraison ou refus motivé."
              en: "Settle the disputes: credit note, proof of delivery or a reasoned refusal."

          - name: broken-promise
            why:
              fr: "Une promesse non tenue en dit plus qu'une facture en retard."
              en: "A promise that was not kept says more than an invoice that is late."
            indicator: brokenPromises
            levels: [{severity: warning, above: 0}, {severity: critical, above: 2}]
            all: [{indicator: claimableOverdue, above: 0}, {indicator: overdueAmount, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : promesses de règlement non tenues en douze mois : {value} ; {overdue} échus. Promesses : {invoices}."
              en: "{customer}: promises to pay not kept in twelve months: {value}; {overdue} past due. Promises: {invoices}."
            action:
              fr: "Rappelez le client, obtenez un paiement immédiat ou suspendez les livraisons.{onlySince}"
              en: "Call the customer, obtain a payment at once or stop deliveries.{onlySince}"

          - name: reminders-ignored
            why:
              fr: "Après trois relances sans aucun paiement, une lettre de plus n'y changera rien."
              en: "After three reminders without any payment a letter more will not help."
            indicator: remindersWithoutEffect
            levels: [{severity: warning, above: 2}]
            all: [{indicator: claimableOverdue, above: 0}, {indicator: overdueAmount, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : relances restées sans paiement : {value} ; {overdue} échus, le plus ancien depuis {oldest}. Factures : {invoices}."
              en: "{customer}: reminders without any payment: {value}; {overdue} past due, the oldest for {oldest}. Invoices: {invoices}."
            action:
              fr: "Passez à la mise en demeure, ou déclarez l'impayé à {insurer}.{onlySince}"
              en: "Go on to formal notice, or declare the overdue to {insurer}.{onlySince}"

          - name: insolvency-event
            why:
              fr: "Les créances se déclarent dans les deux mois de la publication (Code de commerce R622-24), faute de quoi elles sont perdues."
              en: "Claims must be lodged within two months of publication (Code de commerce R622-24), or they are lost."
            indicator: insolvencyEvent
            levels: [{severity: critical, is: true}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : procédure collective ouverte ; l'encours est de {exposure}, dont {overdue} échus ; limite assurée : {limit}. Factures : {invoices}."
              en: "{customer}: a collective procedure was opened; exposure is {exposure}, of which {overdue} past due; insured limit: {limit}. Invoices: {invoices}."
            action:
              fr: "Ne livrez plus à crédit et ne réclamez plus ce qui est antérieur au jugement : déclarez la créance au mandataire {lodging} ; prévenez {insurer}."
              en: "No more deliveries on credit, and no more claims for what was owed before the judgment: lodge the claim {lodging}; tell {insurer}."

          # ---- Our own policy (politique de crédit)

          - name: unverified
            why:
              fr: "Un client que personne n'a contrôlé peut ne pas exister, ou être déjà en difficulté. Une semaine est laissée pour contrôler un nouveau client."
              en: "A customer nobody checked may not exist, or may be failing already. A week is left to check a new one."
            indicator: exposure
            levels: [{severity: info, above: verificationThreshold, clear: 80% of verificationThreshold}]
            all: [{indicator: unverified, is: true}]
            hold: 7
            audience: [finance]
            message:
              fr: "{customer} : encours de {value} sans que personne n'ait vérifié l'identité et la santé du client."
              en: "{customer}: exposure of {value}, and nobody has checked the customer's identity and health."
            action:
              fr: "Contrôlez SIREN, comptes et notation, puis déposez une ligne « vérification » ou lancez vigie record verification.{alsoMissing}"
              en: "Check SIREN, accounts and rating, then drop a row “verification” or run vigie record verification.{alsoMissing}"

          - name: verification-incomplete
            why:
              fr: "Un contrôle auquel manque ce que la politique de crédit demande est un demi-contrôle."
              en: "A check that lacks what the credit policy asks for is half a check."
            indicator: verificationGaps
            levels: [{severity: info, above: 0}]
            all: [{indicator: unverified, is: false}]
            hold: 7
            audience: [finance]
            message:
              fr: "{customer} : encours de {exposure}, et il manque au dossier : {missing}."
              en: "{customer}: exposure of {exposure}, and the file lacks: {missing}."
            action:
              fr: "Déposez ce qui manque (notation, extrait de registre, décision), ou abaissez l'encours."
              en: "Drop what is missing (rating, register extract, decision), or bring the exposure down."

          - name: company-ceased
            why:
              fr: "Une entreprise cessée ne paie plus que par la main de son liquidateur, et pour un temps limité."
              en: "A company that has ceased pays only through whoever winds it up, and for a limited time."
            indicator: ceased
            levels: [{severity: critical, is: true}]
            all: [{indicator: exposure, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : entreprise cessée ou radiée selon le registre ; l'encours est de {exposure}, dont {overdue} échus. Factures : {invoices}."
              en: "{customer}: the company has ceased or was struck off by the register; exposure is {exposure}, of which {overdue} past due. Invoices: {invoices}."
            action:
              fr: "Ne livrez plus ; réclamez la créance au liquidateur ou au repreneur, prévenez {insurer}."
              en: "No more deliveries; claim from the liquidator or the successor, and tell {insurer}."

          - name: verification-old
            why:
              fr: "Ce qui a été contrôlé il y a trop longtemps était une autre entreprise ; le délai dépend de la classe (verification dans company.yaml)."
              en: "What was checked too long ago was another company; how long depends on the grade (verification in company.yaml)."
            indicator: verificationOverdueDays
            levels: [{severity: info, above: 0}]
            all: [{indicator: exposure, above: 1000}]
            audience: [finance]
            message:
              fr: "{customer} (classe {grade}) : vérification échue depuis {value} ; encours {exposure}."
              en: "{customer} (grade {grade}): verification overdue by {value}; exposure {exposure}."
            action:
              fr: "Contrôlez à nouveau identité, comptes et notation, puis déposez une ligne « vérification »."
              en: "Check identity, accounts and rating again, then drop a row “verification”."

          - name: internal-limit-exceeded
            why:
              fr: "La limite que l'entreprise se fixe est sa propre décision."
              en: "The firm's own limit is its own decision."
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
            why:
              fr: "Des délais au-delà du plafond légal exposent à une amende qui peut atteindre deux millions d'euros (Code de commerce L441-16)."
              en: "Terms beyond the legal cap cost up to two million euros in fines (Code de commerce L441-16)."
            indicator: termsBeyondLegal
            levels: [{severity: info, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : une facture ouverte dépasse de {value} le délai de paiement légal ; {concerned} concernés. Factures : {invoices}."
              en: "{customer}: an open invoice exceeds the legal payment term by {value}; {concerned} concerned. Invoices: {invoices}."
            action:
              fr: "Ramenez les conditions du client à {legalTerm}."
              en: "Bring the customer's terms back to {legalTerm}."

          - name: terms-beyond-policy
            why:
              fr: "Une facture dont le délai dépasse ce que la police permet n'est pas couverte."
              en: "An invoice with longer terms than the policy allows is not covered."
            indicator: termsBeyondPolicy
            levels: [{severity: warning, above: 0}]
            audience: [finance, sales]
            message:
              fr: "{customer} : le délai d'une facture ouverte dépasse de {value} la durée maximale de crédit de la police ; {concerned} ne sont pas couverts, limite {limit}. Factures : {invoices}."
              en: "{customer}: the term of an open invoice exceeds the policy's maximum credit period by {value}; {concerned} are not covered, limit {limit}. Invoices: {invoices}."
            action:
              fr: "Raccourcissez les conditions du client, ou demandez une dérogation à {insurer}."
              en: "Shorten the customer's terms, or ask {insurer} for an exception."

          - name: purchase-surge
            why:
              fr: "Une hausse soudaine des achats peut précéder une défaillance, ou une fraude."
              en: "A sudden rise in purchases can come before a failure, or a fraud."
            indicator: purchaseShift
            levels: [{severity: info, above: 100%, clear: 75%}]
            # 450 days: what it compares with. A newer customer has no usual level.
            all: [{indicator: exposure, above: 20000}, {indicator: daysSinceFirstInvoice, atLeast: 450}]
            audience: [finance, sales]
            message:
              fr: "{customer} : les achats des 90 derniers jours dépassent de {value} leur niveau habituel ; encours {exposure}."
              en: "{customer}: purchases of the last 90 days are {value} above their usual level; exposure {exposure}."
            action:
              fr: "Vérifiez que les commandes viennent bien du client, et que la limite suffit."
              en: "Check that the orders really come from the customer, and that the limit is enough."

          - name: purchase-collapse
            why:
              fr: "Un client qui cesse d'acheter a peut-être un autre fournisseur, ou ne compte plus sur notre crédit."
              en: "A customer that stops buying may have another supplier, or no more credit with us in mind."
            indicator: purchaseShift
            levels: [{severity: info, below: -70%, clear: -50%}]
            all: [{indicator: insolvencyEvent, is: false}, {indicator: exposure, above: 20000}]
            audience: [finance, sales]
            message:
              fr: "{customer} : les achats des 90 derniers jours ont chuté ({value}) alors que l'encours est de {exposure}."
              en: "{customer}: purchases of the last 90 days have collapsed ({value}) while exposure is {exposure}."
            action:
              fr: "Demandez aux ventes ce qui se passe ; encaissez l'encours."
              en: "Ask sales what is going on; collect what is open."

          - name: concentration
            why:
              fr: "La défaillance d'un seul gros client ne doit pas pouvoir emporter l'entreprise."
              en: "The failure of one large customer must not be able to take the firm with it."
            indicator: concentrationShare
            levels:
              - {severity: info, above: 20%, clear: 18%}
              - {severity: warning, above: 35%, clear: 30%}
            all: [{indicator: exposure, above: 100000}]
            hold: 1
            audience: [finance]
            message:
              fr: "{customer} : {open} ouverts, soit {value} des postes ouverts de tous les clients ({portfolio}) ; limite assurée : {limit}, non couvert : {uninsured}."
              en: "{customer}: {open} open, {value} of the open items of all customers ({portfolio}); insured limit: {limit}, not covered: {uninsured}."
            action:
              fr: "Vérifiez la couverture de ce client ; envisagez une limite complémentaire ou l'affacturage."
              en: "Check the cover of this customer; consider a top-up limit or factoring."

          # ---- Portfolio (portefeuille)

          - name: portfolio-overdue
            scope: portfolio
            why:
              fr: "La part de tout le portefeuille qui est en retard."
              en: "The share of the whole portfolio that is late."
            indicator: overdueShare
            levels:
              - {severity: info, above: 30%, clear: 25%}
              - {severity: warning, above: 50%, clear: 45%}
            hold: 1
            audience: [finance]
            message:
              fr: "{value} des postes ouverts du portefeuille sont échus ({overdue} sur {open})."
              en: "{value} of the portfolio's open items is past due ({overdue} of {open})."
            action:
              fr: "Voyez le résumé hebdomadaire : les clients à relancer y sont classés par montant."
              en: "See the weekly summary: customers to remind are ranked there by amount."

          - name: dso-high
            scope: portfolio
            why:
              fr: "Un DSO plus long immobilise de la trésorerie. Fixez ici l'objectif de votre budget."
              en: "A longer DSO ties up cash. Set the target of your own budget here."
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
            why:
              fr: "Un encaissement qui ne paie aucune facture cache qui doit quoi."
              en: "Cash that pays no invoice hides who owes what."
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
            why:
              fr: "Sans cours, les montants en autre devise ne sont dans aucun total : les chiffres du client sont incomplets."
              en: "Without a rate amounts in another currency are in no total, so the customer's figures are incomplete."
            indicator: otherCurrencyItems
            levels: [{severity: info, above: 0}]
            audience: [finance]
            message:
              fr: "{customer} : faute de cours récent, {uncounted} ; les chiffres du client sont incomplets."
              en: "{customer}: without a recent rate, {uncounted}; the customer's figures are incomplete."
            action:
              fr: "Déposez eurofxref-hist.csv de la Banque centrale européenne, ou fixez un cours dans company.yaml ; jusque-là, suivez-les à part."
              en: "Drop the European Central Bank's eurofxref-hist.csv, or fix a rate in company.yaml; until then follow them separately."

          - name: identity-conflict
            why:
              fr: "Un code ou un nom qui désigne deux entreprises mêle leurs comptes."
              en: "A code or name that points at two companies mixes up their accounts."
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
            why:
              fr: "Deux versions d'une même facture ne peuvent pas être justes toutes les deux, et l'une n'est pas comptabilisée."
              en: "Two versions of one invoice cannot both be right, and one of them is not booked."
            indicator: conflicts
            levels: [{severity: warning, above: 0}]
            again: rise
            audience: [finance]
            message:
              fr: "Documents contradictoires mis de côté en 30 jours : {value}. Voyez rejected/ et ses motifs."
              en: "Contradicting documents kept out in 30 days: {value}. See rejected/ and the reasons there."
            action:
              fr: "Décidez quelle version est la bonne et déposez-la seule."
              en: "Decide which version is right and drop that one alone."

          - name: data-unreadable
            scope: portfolio
            why:
              fr: "Un fichier refusé est une facture ou un paiement qui manque."
              en: "A file that was refused is an invoice or a payment that is missing."
            indicator: rejectedFiles
            levels: [{severity: warning, above: 0}]
            again: rise
            audience: [finance]
            message:
              fr: "Fichiers refusés en 30 jours : {value}. Voyez rejected/ et ses motifs."
              en: "Files refused in 30 days: {value}. See rejected/ and the reasons there."
            action:
              fr: "Corrigez-les et déposez-les à nouveau."
              en: "Mend them and drop them again."

          - name: data-refused-rows
            scope: portfolio
            why:
              fr: "Une ligne refusée est un montant qui manque."
              en: "A row that was refused is an amount that is missing."
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
            why:
              fr: "Là où la comptabilité et les documents se contredisent, il manque à l'un des deux une facture ou un paiement."
              en: "Where the books and the documents disagree, one of them misses an invoice or a payment."
            indicator: balanceDifferences
            levels: [{severity: warning, above: 0}]
            audience: [finance]
            message:
              fr: "Balance âgée : clients qui n'y doivent pas ce que disent les documents : {value}. Voyez rejected/ (reason.json)."
              en: "Aged balance: customers that owe another amount there than by the documents: {value}. See rejected/ (reason.json)."
            action:
              fr: "Comparez client par client : facture ou paiement non déposé, ou écriture manquante en comptabilité."
              en: "Compare customer by customer: an invoice or payment not dropped, or an entry missing in the books."

          - name: data-estimated-due-dates
            scope: portfolio
            why:
              fr: "Une échéance estimée fait de tout retard qui en découle une estimation."
              en: "An estimated due date makes every lateness after it an estimate."
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

    private static let banquePopulaireCaisseEpargneDescription = ##"""
        # Banque Populaire and Caisse d'Epargne (BPCE): operations of an account. Columns:
        # https://github.com/NonoHM/budgetpilot/blob/HEAD/src/lib/server/import/profiles/banque-populaire.ts and
        # https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts ; the same in importers of either bank.
        #
        # `Libelle simplifie` is the payer's name on a transfer received, the supplier's on what goes out; what the payer wrote
        # stands in `Informations complementaires`. Remittances of cards and cheques name nobody and are left out: drop the
        # provider's report, or a list of the cheques.
        #
        # In doubt: what says that a direct debit came back: where the information has no "rejet", "impayé" or "retour", it is
        # left aside as money paid out.

        about: Banque Populaire et Caisse d'Epargne, opérations
        row: payment
        recognise:
          headers: [Date de comptabilisation, Libelle simplifie, Libelle operation, Reference, Debit, Credit, Date operation,
            Date de valeur]
        separator: semicolon
        decimalMark: comma
        currency: EUR
        dates: dayFirst
        columns:
          reference: Reference
          date: Date de comptabilisation
          debit: Debit
          credit: Credit
          payer: Libelle simplifie
          label: [Informations complementaires, Libelle operation]
        skip:
          Libelle simplifie: [REMISE CB*, REMISE CARTE*, REM CB*, REMISE CHEQUE*, REMISE DE CHEQUE*, REM CHQ*, FRAIS*,
            Stripe*, SumUp*, PayPal*, GoCardless*, Mollie*, Adyen*, PayPlug*, Zettle*, iZettle*]

        """##

    private static let bnpParibasDescription = ##"""
        # BNP Paribas: operations of an account, below a line on the account. Columns:
        # https://github.com/Corsud/Tresoperso/blob/HEAD/tests/test_parse_csv.py and
        # https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts
        #
        # In doubt: the bank gives the same columns as a spreadsheet; saved as CSV it may have another separator. How a returned
        # direct debit is called: "rejet", "impayé" or "retour" in the label says so, unless it begins as a fee does.

        about: BNP Paribas, opérations
        row: payment
        recognise:
          headers: [Date operation, Type operation, Libelle operation, Montant operation en euro]
        columns:
          date: Date operation
          amount: Montant operation en euro
          label: Libelle operation
        currency: EUR
        skip:
          Libelle operation: [FRAIS*, COMMISSION*]

        """##

    private static let boursobankDescription = ##"""
        # BoursoBank (Boursorama), private and professional accounts: export-operations-<day>.csv, all accounts in one file.
        # Columns: https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts ; the same in many importers since
        # 2018 (`supplierFound` and `comment` came later; dates were DD/MM/YY before they were YYYY-MM-DD).
        #
        # In doubt: transfers between one's own accounts are read as money of nobody known; how a returned direct debit is
        # called: "rejet", "impayé" or "retour" in the label says so, unless it begins as a fee does.

        about: BoursoBank, opérations
        row: payment
        recognise:
          headers: [dateOp, dateVal, label, category, amount]
        separator: semicolon
        decimalMark: comma
        currency: EUR
        columns:
          date: dateOp
          amount: amount
          label: label
        skip:
          label: ["FRAIS*", "COMMISSION*"]

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

    private static let creditAgricoleDescription = ##"""
        # Crédit Agricole: "Télécharger mes opérations" (Windows-1252), below about ten lines on the account; labels run over
        # several lines. Columns: https://github.com/jbleduigou/budgetcategorizer/blob/HEAD/parser/parser_test.go and
        # https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts
        #
        # A further account or card below has its own line of titles, which is left out. In doubt: how a returned direct debit
        # is called: "rejet", "impayé" or "retour" in the label says so, unless it begins as a fee does.

        about: Crédit Agricole, opérations
        row: payment
        recognise:
          headers: [Date, Libellé, Débit euros, Crédit euros]
        separator: semicolon
        decimalMark: comma
        dates: dayFirst
        currency: EUR
        columns:
          date: Date
          debit: Débit euros
          credit: Crédit euros
          label: Libellé
        skip:
          Date: [Date]
          Libellé: [FRAIS*, COMMISSION*]

        """##

    private static let creditMutuelCicDescription = ##"""
        # Crédit Mutuel and CIC (one platform): operations of an account (<account number>.csv, ISO 8859-15), either with debit
        # and credit or with one amount. Columns:
        # https://github.com/vrischmann/beancount-importers/blob/HEAD/synthetic/ccm-courant/README.md ,
        # https://github.com/afup/web/blob/HEAD/sources/AppBundle/Compta/Importer/CreditMutuel.php and, for both forms,
        # https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts
        #
        # In doubt: CIC by itself (importers treat it as the same; no file of its own was seen); point or comma (both are seen);
        # how a returned direct debit is called: "rejet", "impayé" or "retour" in the label says so, unless it begins as a fee
        # does.

        about: Crédit Mutuel et CIC, opérations
        row: payment
        recognise:
          headers: [Date, Date de valeur, [Montant, Débit], Libellé, Solde]
        separator: semicolon
        dates: dayFirst
        currency: EUR
        columns:
          date: Date
          amount: Montant
          debit: Débit
          credit: Crédit
          label: Libellé
        skip:
          Libellé: [FRAIS*, COM PRLV*, COM REJET*, COMMISSION*]

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
          status: Statut
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

    private static let gocardlessPaymentsDescription = ##"""
        # GoCardless: Payments > Export. Columns:
        # https://support.gocardless.com/hc/en-ca/articles/17144227946140-Payment-reports
        #
        # Only what was collected counts. A payment that was charged back or failed late is left out here: whether an earlier
        # export gave it as collected, the row does not say; the payout's transactions (gocardless-payout-items.yaml) give both.
        # A payment told in both exports counts once. Do not take the bank's line of the payout as well.
        #
        # In doubt: the order of day and month (learnt from the file). A customer without a company name is refused.

        about: GoCardless, paiements
        row: payment
        recognise:
          headers: [id, created_at, charge_date, amount, currency, status, amount_refunded, links.mandate,
            customers.company_name]
        separator: comma
        decimalMark: point
        columns:
          reference: id
          date: charge_date
          amount: amount
          currency: currency
          customer: customers.company_name
          label: description
          type: status
        types:
          payment: [confirmed, paid_out]
          skip: [pending_customer_approval, customer_approval_denied, pending_submission, submitted, cancelled, failed,
            charged_back]

        """##

    private static let gocardlessPayoutItemsDescription = ##"""
        # GoCardless: Payouts > a payout > Payout breakdown > Export transactions. Columns:
        # https://support.gocardless.com/hc/en-us/articles/17144251867548-Payout-breakdown-reports-Transactions
        #
        # Gross amounts: the customer paid the whole, fees are GoCardless's. A negative row is a chargeback, a late failure or a
        # refund of that customer: it takes the payment back.
        #
        # In doubt: the day of what is taken back (the payment's own, or that of the refund); the order of day and month (learnt
        # from the file). A customer without a company name is refused.

        about: GoCardless, détail des versements
        row: payment
        recognise:
          headers: [resources.type, resources.charge_date, resources.status, gross_amount, net_amount, currency, payouts.id,
            payments.id, customers.company_name]
        separator: comma
        decimalMark: point
        columns:
          reference: payments.id
          date: resources.charge_date
          issued: resources.created_at
          amount: gross_amount
          currency: currency
          customer: customers.company_name
          label: resources.description

        """##

    private static let laBanquePostaleDescription = ##"""
        # La Banque Postale: operations of an account (semicolons or tabs, ISO 8859-1), below six lines on the account. Columns:
        # https://doc4-fr.openflyers.com/Mod%C3%A8le-d'import-de-relev%C3%A9-bancaire-CSV-Banque-Postale-avec-point-virgule
        # (cited by https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts ); older files add
        # "Montant(FRANCS)".
        #
        # In doubt: how a returned direct debit is called: "rejet", "impayé" or "retour" in the label says so, unless it begins
        # as a fee does.

        about: La Banque Postale, opérations
        row: payment
        recognise:
          headers: [Date, Libellé, Montant(EUROS)]
        decimalMark: comma
        dates: dayFirst
        currency: EUR
        columns:
          date: Date
          amount: Montant(EUROS)
          label: Libellé
        skip:
          Libellé: [FRAIS*, COMMISSION*]

        """##

    private static let mollieSettlementsDescription = ##"""
        # Mollie: a settlement as CSV. What it is made of: https://docs.mollie.com/docs/settlement-report ; columns:
        # https://github.com/Jonas4Mollie/settlement2csv/blob/HEAD/src/Commands/ConvertCommand.php (writes that CSV from the
        # API).
        #
        # Gross amounts; withheld fees (no method) are left aside. The consumer's name is not read: card payments have none, and
        # a row without it would be refused even where its description names the invoice.
        #
        # In doubt: how the dashboard writes the methods (the API's names are listed); a method not listed is refused.

        about: Mollie, règlements (settlements)
        row: payment
        recognise:
          headers: [Date, Payment method, Currency, Amount, Status, ID, Description, Consumer name, Settlement amount,
            Settlement reference]
        decimalMark: point
        columns:
          reference: ID
          date: Date
          amount: Amount
          currency: Currency
          iban: Consumer bank account
          label: Description
          type: Payment method
        types:
          payment: [alma, applepay, bacs, bancomatpay, bancontact, banktransfer, belfius, billie, bizum, blik, creditcard,
            credit card, directdebit, eps, giftcard, googlepay, ideal, in3, kbc, klarna, klarnapaylater, klarnapaynow,
            klarnasliceit, mbway, multibanco, mybank, paybybank, paypal, paysafecard, pointofsale, przelewy24, riverty, satispay,
            sofort, swish, trustly, twint, voucher]
          refund: [refund]
          return: [chargeback]
        skip:
          Status: [open, pending, failed, expired, canceled]

        """##

    private static let odooInvoicesDescription = ##"""
        # Odoo (15 and later): customer invoices exported from their list (Action > Export). Columns are the labels of the fields of
        # account.move (name, invoice_partner_display_name, invoice_date, invoice_date_due, amount_total_in_currency_signed, state):
        # https://github.com/odoo/odoo/blob/17.0/addons/account/models/account_move.py ; the export itself:
        # https://www.odoo.com/documentation/17.0/applications/essentials/export_import_data.html
        #
        # In doubt: labels are in the language of the user; French ones are given beside, and recognised. "Amount Due" and "Payment
        # Status" are only told (an invoice that is Paid or Reversed stays open until its payment or credit note comes): they say no
        # day, and a later export would contradict this one; use odoo-open-items for what is open.

        about: Odoo, customer invoices
        row: invoice
        recognise:
          headers:
            - [Number, Numéro]
            - [Invoice Partner Display Name, Nom d'affichage du partenaire de la facture]
            - [Invoice/Bill Date, Date de facturation]
            - [Due Date, Date d'échéance]
            - [Total in Currency Signed, Total en devise signé]
        decimalMark: point
        dates: yearFirst
        columns:
          number: [Number, Numéro]
          issued: [Invoice/Bill Date, Date de facturation]
          due: [Due Date, Date d'échéance]
          customer: [Invoice Partner Display Name, Nom d'affichage du partenaire de la facture, Partner, Partenaire]
          siret: [Partner/SIRET, Partenaire/SIRET]
          vatNumber: [Partner/Tax ID, Partenaire/Numéro de TVA, Partenaire/Numéro fiscal]
          code: [Partner/Reference, Partner/Internal Reference, Partenaire/Référence, Partenaire/Référence interne]
          total: [Total in Currency Signed, Total en devise signé]   # negative on a credit note
          currency: [Currency, Devise]
          type: Type
          left: [Amount Due Signed, Montant dû signé, Amount Due, Montant dû]
          status: [Payment Status, Statut du paiement, Statut de paiement, État du paiement]
        types:
          invoice: [Customer Invoice, Facture client, Sales Receipt]
          creditNote: [Customer Credit Note, Avoir client]
          skip: [Vendor Bill, Vendor Credit Note, Purchase Receipt, Journal Entry]
        skip:
          Status: [Draft, Cancelled, Brouillon, Annulé]
          Statut: [Draft, Cancelled, Brouillon, Annulé]

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
          headers:
            - [Number, Numéro]
            - [Invoice Partner Display Name, Nom d'affichage du partenaire de la facture]
            - [Due Date, Date d'échéance]
            - [Amount Due Signed, Montant dû signé]
          file: "*open*"
        listed: "*{yyyy}-{mm}-{dd}*"
        decimalMark: point
        dates: yearFirst
        columns:
          number: [Number, Numéro]
          issued: [Invoice/Bill Date, Date de facturation]
          due: [Due Date, Date d'échéance]
          customer: [Invoice Partner Display Name, Nom d'affichage du partenaire de la facture]
          siret: [Partner/SIRET, Partenaire/SIRET]
          vatNumber: [Partner/Tax ID, Partenaire/Numéro de TVA, Partenaire/Numéro fiscal]
          code: [Partner/Reference, Partner/Internal Reference, Partenaire/Référence, Partenaire/Référence interne]
          open: [Amount Due Signed, Montant dû signé]
        skip:
          Status: [Draft, Cancelled]
          Statut: [Brouillon, Annulé]

        """##

    private static let paypalActivityDescription = ##"""
        # PayPal: activity report (Activity download), in French or English. Columns, in French:
        # https://github.com/BananaAccounting/Universal/blob/HEAD/extensions/import/paypal/test/testcases/download2.csv ; in
        # English: https://gist.github.com/Nullreff/409f7d6d8ca82ae004cbf31cff25df62
        #
        # Gross amounts: fees are PayPal's. Only rows that touch the balance count, where the report says so. What is refunded
        # or charged back is left aside as money paid out: its type has too many names to list. Do not take the bank's line of a
        # withdrawal as well.
        #
        # In doubt: "Numéro de facture" is ours on a sale, the supplier's on a purchase, so it is read as text. Dates and
        # decimals follow the account's country. A receipt that names nobody is refused, but for conversions, holds and
        # transfers from the bank as far as their names are known.

        about: PayPal, rapport d'activité
        row: payment
        recognise:
          headers:
            - [Name, Nom]
            - Type
            - [Status, État]
            - [Currency, Devise]
            - [Gross, Avant commission]
            - [Fee, Commission]
            - [From Email Address, De l'adresse email]
            - [To Email Address, À l'adresse email]
            - [Transaction ID, Numéro de transaction]
        columns:
          reference: [Transaction ID, Numéro de transaction]
          date: Date
          amount: [Gross, Avant commission]
          currency: [Currency, Devise]
          payer: [Name, Nom]
          label: [Invoice Number, Numéro de facture, Subject, Objet, Item Title, Titre de l'objet]
        only:
          Balance Impact: [Credit, Debit]
          Impact sur le solde: [Crédit, Débit]
        skip:
          Status: [Pending, Denied, Canceled, Cancelled, Failed, Expired, Voided, Processing, Created, Removed]
          État: [En attente*, Refus*, Annul*, Échou*, Expir*]
          Type: [Bank Deposit to PP Account*, General Currency Conversion*, User Initiated Withdrawal*, General Withdrawal*,
            Account Hold*, General Hold*, Reversal of General Account Hold*, Hold on Balance*, Payment Hold*, Payment Release*,
            Conversion de devise*, Virement bancaire*, Virement standard*, Blocage*, Suspension*, Annulation de la suspension*]

        """##

    private static let pennylaneFacturesDescription = ##"""
        # Pennylane: list of customer invoices exported as a table. The documentation names the fields of the API
        # (invoice_number, date, deadline, currency, currency_amount, status, customer): https://pennylane.readme.io
        #
        # In doubt: the help pages (https://help.pennylane.com) do not list the columns of the export of the sales screen, so the
        # French captions below are those of the screen. What is paid without a day is only told: a later export of the same invoice
        # would contradict the first. Payments come from the bank; or, with the day in the file's name, use a description of kind
        # openItems like factures-reste-du.

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
          left: [Montant restant, Montant restant dû, Reste à payer]
          settled: [Date de paiement, Payée le]
          status: Statut
        skip:
          Statut: [Brouillon, Annulée, Annulé, Archivée]

        """##

    private static let qontoDescription = ##"""
        # Qonto: transactions exported as CSV with all columns, in English (comma, point) or in French (semicolon, comma).
        # Columns and how cells are written: https://github.com/enobase/demo-coda-export/blob/HEAD/src/parsers/qonto.ts and its
        # fixtures/qonto.csv; the same in https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts
        #
        # What a provider of card payments pays out is left out: its own report says who paid. "Montant total (TTC)" is the
        # amount on the account, whatever VAT somebody entered.
        #
        # In doubt: the French words for what is not executed yet or was refused; whether a direct debit that a customer's bank
        # took back says so in the reference: where it does not, it is left aside as money paid out.

        about: Qonto, transactions
        row: payment
        recognise:
          headers:
            - [Status, Statut]
            - [Settlement date (UTC), Date de la valeur (UTC)]
            - [Total amount (incl. VAT), Montant total (TTC)]
            - [Counterparty name, Nom de la contrepartie]
            - [Transaction ID, Identifiant de transaction]
        columns:
          reference: [Transaction ID, Identifiant de transaction]
          date: [Settlement date (local), Date de la valeur (local), Settlement date (UTC), Date de la valeur (UTC)]
          amount: [Total amount (incl. VAT), Montant total (TTC)]
          currency: [Currency, Devise]
          payer: [Counterparty name, Nom de la contrepartie]
          iban: [Counterparty IBAN, IBAN de la contrepartie]
          label: [Reference, Référence]
        skip:
          Status: [pending, processing, declined, refused, reversed, canceled, cancelled]
          Counterparty name: [Qonto, Stripe*, SumUp*, PayPal*, GoCardless*, Mollie*, Adyen*, PayPlug*, Zettle*, iZettle*]
          Nom de la contrepartie: [Qonto, Stripe*, SumUp*, PayPal*, GoCardless*, Mollie*, Adyen*, PayPlug*, Zettle*, iZettle*]
          Statut: [En attente*, En cours*, Refus*, Annul*, Rejet*, Contrepass*]

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
        # In doubt: dates follow the company's country. Month first is what a US company writes; a file whose dates can only be day
        # first (25/11/2026) is read so as a whole. Where no date shows which, a remark says so: for a company outside the US write
        # dates: dayFirst. "Open balance" is only told (an invoice at 0 is said to be paid, and stays open until its payment comes):
        # it says no day, and a later report of the same invoice would contradict the first.

        about: QuickBooks Online, Invoice List
        row: invoice
        recognise:
          headers: [Date, Transaction type, Num, Name, Due date, Amount, Open balance]
        separator: comma
        decimalMark: point
        dates: usuallyMonthFirst
        columns:
          number: Num
          issued: Date
          due: Due date
          customer: Name
          total: Amount
          left: Open balance
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
        # In doubt: dates follow the company's country (month first in the US; a file whose dates can only be day first is read so,
        # and where none shows which, a remark says so: outside the US write dates: dayFirst); the day of the report stands only in
        # a line of text above the header, so name the file by it. A payment not yet applied has no number: it goes by its day.

        about: QuickBooks Online, Open Invoices
        kind: openItems
        groupedByCustomer: true
        recognise:
          headers: [Date, Transaction type, Num, Due date, Open balance]
          without: [Name]
        listed: "*{yyyy}-{mm}-{dd}*"
        separator: comma
        decimalMark: point
        dates: usuallyMonthFirst
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

    private static let revolutBusinessDescription = ##"""
        # Revolut Business: statement of transactions (CSV). Columns:
        # https://github.com/BananaAccounting/Universal/tree/HEAD/extensions/import/revolut/test/testcases (business1_20222609
        # to business3_20251016) and https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts ; "Sender name"
        # and "Sender account" stand in exports of 2026.
        #
        # `Payer` is the colleague who paid, never the customer. `Amount` is without Revolut's fee. What a provider of card
        # payments pays out is left out: its own report says who paid.
        #
        # In doubt: dates follow the user's country (2026-05-29, 29/05/2026 and 12-30-2025 are all seen), so nothing is said of
        # them. Older exports name the sender only in the description: there a receipt without a reference is refused.

        about: Revolut Business, transactions
        row: payment
        recognise:
          headers: [Date started (UTC), Date completed (UTC), ID, Type, Description, Reference, Payment currency, Amount,
            Balance]
        decimalMark: point
        columns:
          reference: ID
          date: Date completed (UTC)
          amount: Amount
          currency: Payment currency
          payer: Sender name
          iban: Sender account
          label: Reference
        skip:
          State: [PENDING, CREATED, DECLINED, FAILED, REVERTED, CANCELLED]
          Sender name: [Stripe*, SumUp*, PayPal*, GoCardless*, Mollie*, Adyen*, PayPlug*, Zettle*, iZettle*]
          Type: [CARD_PAYMENT, CARD_REFUND, CARD_CREDIT, ATM, FEE, FEE_REFUND, TAX, TAX_REFUND, EXCHANGE, LOAN, CASHBACK,
            INTEREST]

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
        encoding: Windows-1252           # Sage writes ANSI; a file saved again as UTF-8 is still read as such
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

    private static let shineDescription = ##"""
        # Shine: bank movements (BQ_<from>_<to>.csv, Windows-1252). Columns:
        # https://github.com/kledghq/kledg/blob/HEAD/lib/banking/import/presets.ts and, with how cells are written,
        # https://github.com/rodulfo-dmgz/RD-Recueil/blob/HEAD/app/js/engine/import-shine.js
        #
        # What a provider of card payments pays out is left out: its own report says who paid.
        #
        # In doubt: the words of "Type de transaction", so what comes back is known by its label alone; whether a receipt always
        # names its counterparty (one that does not is refused).

        about: Shine, mouvements bancaires
        row: payment
        recognise:
          headers: [Transaction ID, Date de la valeur, Date d'opération, Débit, Crédit, Libellé, Nom de la contrepartie]
        separator: semicolon
        decimalMark: comma
        currency: EUR
        dates: dayFirst
        columns:
          reference: Transaction ID
          date: Date d'opération
          debit: Débit
          credit: Crédit
          payer: Nom de la contrepartie
          label: Libellé
        skip:
          Nom de la contrepartie: [Shine, Stripe*, SumUp*, PayPal*, GoCardless*, Mollie*, Adyen*, PayPlug*, Zettle*, iZettle*]

        """##

    private static let societeGeneraleDescription = ##"""
        # Société Générale: operations of an account (Windows-1252), below a line on the account and an empty one. Columns:
        # https://github.com/AiroPi/moneymanager/blob/HEAD/readers/societe_generale.py and, with how cells are written,
        # https://github.com/crycriM/hermes-skills/blob/HEAD/productivity/bank-statement-extraction/references/societe-generale-releve.md
        #
        # In doubt: the companies' site (Sogecash) may write other columns. How a returned direct debit is called: "rejet",
        # "impayé" or "retour" in the detail says so, unless it begins as a fee does.

        about: Société Générale, opérations
        row: payment
        recognise:
          headers: [Date de l'opération, Libellé, Détail de l'écriture, Montant de l'opération, Devise]
        separator: semicolon
        decimalMark: comma
        dates: dayFirst
        columns:
          date: Date de l'opération
          amount: Montant de l'opération
          currency: Devise
          label: Détail de l'écriture
        skip:
          Détail de l'écriture: [FRAIS*, COMMISSION*]

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

    private static let sumupDescription = ##"""
        # SumUp: Transactions (CSV, current format), in French or English. Columns:
        # https://github.com/BananaAccounting/Universal/blob/HEAD/extensions/import/sumup/test/testcases/csv_example_format2_fr_20260310.csv
        # (French titles beside English ones are the export's own).
        #
        # A sale is followed by a row of its payout under the same id, which is left out; the total is before SumUp's fee. SumUp
        # names no payer: a sale meets an invoice by its description alone.
        #
        # In doubt: the words for what failed, was refunded or was charged back in French. A sale without any description is
        # refused. No column says the currency: it is taken as the company's.

        about: SumUp, transactions
        row: payment
        recognise:
          headers:
            - [Réf. transaction, Transaction ID]
            - [Type de transaction, Transaction Type]
            - Status
            - [Type de carte, Card Type]
            - [Montant total, Total]
            - [Virement, Payout]
            - [Date du virement, Payout Date]
            - Payout ID
        separator: comma
        decimalMark: point
        columns:
          reference: [Réf. transaction, Transaction ID]
          date: Date
          amount: [Montant total, Total]
          label: Description
          type: [Type de transaction, Transaction Type]
        types:
          payment: [Sale, Vente]
          refund: [Refund, Remboursement]
          return: [Chargeback, Charge Back, Rétrofacturation]
          skip: [Payout, Virement, Payout Deduction]
        skip:
          Status: [Failed, Cancelled, Canceled, Pending, Échoué*, Refusé*, Annulé*, En attente*]

        """##

    private static let xeroSalesInvoicesDescription = ##"""
        # Xero: export of sales invoices (Business > Invoices > Export), one row a LINE of an invoice, the invoice's total repeated on
        # each. Columns, as two integrators document them: https://docs.milientsoftware.com/help/moment-by-topic/integrations/
        # file-exports/file-export-accounting-system/xero and, for the import template with its asterisks (*ContactName),
        # https://online.flippingbook.com/view/399081/31/ . Asterisks do not matter here.
        #
        # In doubt: dates follow the organisation's country: day first, unless the file's own dates can only be month first, so
        # nothing is said of them here. InvoiceAmountDue and Status are only told (an invoice that is Paid stays open until its
        # payment comes): they say no day, and a later export of the same invoice would contradict the first. LineAmount is without
        # VAT: never summed.

        about: Xero, sales invoices
        row: line
        lines: take
        recognise:
          headers: [ContactName, InvoiceNumber, InvoiceDate, DueDate, Total, UnitAmount]
        separator: comma
        decimalMark: point
        columns:
          number: InvoiceNumber
          issued: InvoiceDate
          due: DueDate
          customer: ContactName
          country: POCountry
          total: Total
          currency: Currency
          type: Type
          left: InvoiceAmountDue
          status: Status
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

          - name: while a collective procedure is open nobody is told to claim or to obtain what was owed before
            rules: [overdue-amount, overdue-age, overdue-share, reminders-ignored, broken-promise, insolvency-event]
            steps:
              - day: 2026-11-22
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-07-01, due: 2026-08-01, amount: 20000}]
                facts:
                  - {kind: promise, customer: Lumen SARL, invoice: F1, date: 2026-11-10, until: 2026-11-20}
                  - {kind: reminder, customer: Lumen SARL, invoice: F1, date: 2026-09-08, value: "1"}
                  - {kind: reminder, customer: Lumen SARL, invoice: F1, date: 2026-09-22, value: "2"}
                  - {kind: reminder, customer: Lumen SARL, invoice: F1, date: 2026-10-22, value: "3"}
                alerts:
                  - {rule: overdue-amount, severity: warning, customer: Lumen SARL}
                  - {rule: overdue-age, severity: critical, customer: Lumen SARL}
                  - {rule: overdue-share, severity: warning, customer: Lumen SARL}
                  - {rule: reminders-ignored, severity: warning, customer: Lumen SARL}
                  - {rule: broken-promise, severity: warning, customer: Lumen SARL}
              - day: 2026-11-23
                facts: [{kind: proceeding, customer: Lumen SARL, date: 2026-11-23, value: redressement judiciaire, source: BODACC}]
                alerts: [{rule: insolvency-event, severity: critical, customer: Lumen SARL}]
              - day: 2027-02-05   # what was invoiced since is due as agreed
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-23, due: 2026-12-31, amount: 2000}]
                alerts:
                  - {rule: insolvency-event, severity: critical, customer: Lumen SARL}
                  - {rule: overdue-amount, severity: warning, customer: Lumen SARL}
                  - {rule: overdue-age, severity: critical, customer: Lumen SARL}
                  - {rule: overdue-share, severity: warning, customer: Lumen SARL}
                  - {rule: reminders-ignored, severity: warning, customer: Lumen SARL}
                  - {rule: broken-promise, severity: warning, customer: Lumen SARL}

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

          - name: a customer late enough for a poor grade is checked again after three months
            rules: [verification-old]
            steps:
              - day: 2026-11-10
                invoices:
                  - {customer: Lumen SARL, number: F1, issued: 2026-05-01, due: 2026-06-01, amount: 20000}
                  - {customer: Lumen SARL, number: F2, issued: 2026-05-02, due: 2026-06-02, amount: 20000}
                  - {customer: Lumen SARL, number: F3, issued: 2026-05-03, due: 2026-06-03, amount: 20000}
                facts: [{kind: verification, customer: Lumen SARL, date: 2026-08-14, by: C. Martin}]
                alerts: []
              - day: 2026-11-13
                alerts: [{rule: verification-old, severity: info, customer: Lumen SARL}]

          - name: a checked customer without an identity number is told after a week, and its SIREN ends it
            rules: [verification-incomplete]
            steps:
              - day: 2026-11-02
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-02, due: 2026-12-15, amount: 20000.01}]
                facts: [{kind: verification, customer: Lumen SARL, date: 2026-11-02, by: C. Martin}]
                alerts: []
              - day: 2026-11-09
                alerts: [{rule: verification-incomplete, severity: info, customer: Lumen SARL}]
              - day: 2026-11-10
                customers: [{customer: Lumen SARL, siren: "552100554"}]
                alerts: []

          - name: a small customer need not be complete
            rules: [verification-incomplete]
            steps:
              - day: 2026-11-02
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-02, due: 2026-12-15, amount: 20000}]
                facts: [{kind: verification, customer: Lumen SARL, date: 2026-11-02, by: C. Martin}]
                alerts: []
              - day: 2026-11-20
                alerts: []

          - name: a company that has ceased is told while it owes, and one that is active is not
            rules: [company-ceased]
            day: 2026-11-23
            invoices:
              - {customer: Lumen SARL, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 100}
              - {customer: Ombre SAS, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 100}
            facts:
              - {kind: register, customer: Lumen SARL, siren: "552100554", date: 2026-11-10, value: ceased}
              - {kind: register, customer: Ombre SAS, siren: "732829320", date: 2026-11-10, value: active}
            alerts: [{rule: company-ceased, severity: critical, customer: Lumen SARL}]

          - name: a company that has ceased and owes nothing is not told, nor one that is active
            rules: [company-ceased]
            day: 2026-11-23
            invoices:
              - {customer: Lumen SARL, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 100}
              - {customer: Ombre SAS, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 100}
            payments:
              - {customer: Lumen SARL, siren: "552100554", reference: V1, date: 2026-11-20, amount: 100, invoice: F1}
            facts:
              - {kind: register, customer: Lumen SARL, siren: "552100554", date: 2026-11-10, value: ceased}
              - {kind: register, customer: Ombre SAS, siren: "732829320", date: 2026-11-10, value: active}
            alerts: []

        """##

    private static let groupsTests = ##"""
        # Tests of the rules on groups and currencies.

        tests:
          - name: each company within its own limit, the group one cent beyond its own
            day: 2026-11-23
            customers:
              - {customer: Alpha SAS, siren: "552100554", parent: HOLD}
              - {customer: Beta SARL, siren: "732829320", parent: HOLD}
            limits:
              - {customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, group: true}
              - {customer: Alpha SAS, siren: "552100554", amount: 40000, from: 2026-01-01}
              - {customer: Beta SARL, siren: "732829320", amount: 40000, from: 2026-01-01}
            invoices:
              - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 25000.00}
              - {customer: Beta SARL, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 25000.01}
            rules: [insured-limit-exceeded, insured-limit-near, group-limit-exceeded, group-limit-near, uninsured]
            alerts: [{rule: group-limit-exceeded, severity: critical, customer: Hold SA}]

          - name: a parent learned late brings its companies together, a payment takes the group below its limit
            rules: [group-limit-exceeded, group-limit-near]
            steps:
              - day: 2026-11-23
                limits: [{customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, group: true}]
                invoices:
                  - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 30000}
                  - {customer: Beta SARL, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
                alerts: []
              - day: 2026-11-23
                customers:
                  - {customer: Alpha SAS, siren: "552100554", parent: HOLD}
                  - {customer: Beta SARL, siren: "732829320", parent: Alpha SAS}
                alerts: [{rule: group-limit-near, severity: warning, customer: Hold SA}]
                events: [{rule: group-limit-near, event: raised, customer: Hold SA}]
              - day: 2026-11-24
                payments: [{customer: Beta SARL, siren: "732829320", reference: V1, date: 2026-11-24, amount: 15000, invoice: F2}]
                alerts: []
                events: [{rule: group-limit-near, event: resolved, customer: Hold SA}]

          - name: a limit on the group covers a company without one of its own
            day: 2026-11-23
            rules: [uninsured]
            customers: [{customer: Alpha SAS, siren: "552100554", parent: HOLD}]
            limits: [{customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, group: true}]
            invoices:
              - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
              - {customer: Beta SARL, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
            alerts: [{rule: uninsured, severity: warning, customer: Beta SARL}]

          - name: a group's limit that the insurer takes away is told once, and not again of each of its companies
            rules: [group-limit-revoked, uninsured]
            day: 2026-11-23
            customers:
              - {customer: Alpha SAS, siren: "552100554", parent: HOLD}
              - {customer: Beta SARL, siren: "732829320", parent: HOLD}
            limits:
              - {customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, group: true}
              - {customer: Hold SA, code: HOLD, amount: 0, from: 2026-11-01, status: cancelled, group: true}
            invoices:
              - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
              - {customer: Beta SARL, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
            alerts: [{rule: group-limit-revoked, severity: critical, customer: Hold SA}]

          - name: what the group's limit covered must be declared though the company has a limit of its own since
            rules: [declaration-due]
            day: 2026-11-23
            customers:
              - {customer: Hold SA, siren: "356000000"}
              - {customer: Alpha SAS, siren: "552100554", parent: "356000000"}
            limits:
              - {customer: Hold SA, siren: "356000000", amount: 100000, from: 2026-01-01, group: true}
              - {customer: Alpha SAS, siren: "552100554", amount: 20000, from: 2026-10-01}
            invoices:
              - {customer: Hold SA, siren: "356000000", number: F0, issued: 2026-11-20, due: 2026-12-31, amount: 1}
              - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-07-01, due: 2026-08-30, amount: 30000}
            alerts: [{rule: declaration-due, severity: warning, customer: Alpha SAS}]

          - name: what we allow the parent is what we allow the group
            rules: [group-internal-limit-exceeded, internal-limit-exceeded]
            steps:
              - day: 2026-11-23
                customers:
                  - {customer: Hold SA, siren: "356000000", internalLimit: 50000}
                  - {customer: Alpha SAS, siren: "552100554", parent: "356000000"}
                invoices:
                  - {customer: Hold SA, siren: "356000000", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
                  - {customer: Alpha SAS, siren: "552100554", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 30000}
                alerts: []
              - day: 2026-11-23
                invoices:
                  - {customer: Alpha SAS, siren: "552100554", number: F3, issued: 2026-11-02, due: 2026-12-15, amount: 0.01}
                alerts: [{rule: group-internal-limit-exceeded, severity: warning, customer: Hold SA}]

          - name: an amount in dollars counts once a rate is known; when that is old no alert ends for want of it
            rules: [other-currency, insured-limit-exceeded]
            steps:
              - day: 2026-11-23
                limits: [{customer: Alpha SAS, amount: 10000, from: 2026-01-01}]
                invoices: [{customer: Alpha SAS, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 12500, currency: USD}]
                alerts: [{rule: other-currency, severity: info, customer: Alpha SAS}]
              - day: 2026-11-23
                rates: [{date: 2026-11-20, USD: 1.25}]
                alerts: []
              - day: 2026-11-23
                rates: [{date: 2026-11-23, USD: 1.2499}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Alpha SAS}]
              - day: 2026-12-04
                alerts:
                  - {rule: other-currency, severity: info, customer: Alpha SAS}
                  - {rule: insured-limit-exceeded, severity: critical, customer: Alpha SAS}

          - name: a group above four fifths of its limit is told mildly, at four fifths not at all
            rules: [group-limit-near]
            steps:
              - day: 2026-11-23
                customers:
                  - {customer: Alpha SAS, siren: "552100554", parent: HOLD}
                  - {customer: Beta SARL, siren: "732829320", parent: HOLD}
                limits: [{customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, group: true}]
                invoices:
                  - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
                  - {customer: Beta SARL, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
                alerts: []
              - day: 2026-11-24
                invoices:
                  - {customer: Beta SARL, siren: "732829320", number: F3, issued: 2026-11-02, due: 2026-12-15, amount: 0.01}
                alerts: [{rule: group-limit-near, severity: info, customer: Hold SA}]

          - name: a limit on a group is told when it is reduced, each time, and when it is cancelled
            rules: [group-limit-reduced, group-limit-revoked, group-limit-exceeded]
            steps:
              - day: 2026-11-23
                customers:
                  - {customer: Alpha SAS, siren: "552100554", parent: HOLD}
                  - {customer: Beta SARL, siren: "732829320", parent: HOLD}
                limits: [{customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, group: true}]
                invoices:
                  - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 20000}
                  - {customer: Beta SARL, siren: "732829320", number: F2, issued: 2026-11-01, due: 2026-12-15, amount: 5000}
                alerts: []
              - day: 2026-12-05   # the insurer's list of the month
                limits: [{customer: Hold SA, code: HOLD, amount: 40000, from: 2026-11-25, status: reduced, group: true}]
                alerts: [{rule: group-limit-reduced, severity: warning, customer: Hold SA}]
                events: [{rule: group-limit-reduced, event: raised, customer: Hold SA}]
              - day: 2026-12-10
                limits: [{customer: Hold SA, code: HOLD, amount: 30000, from: 2026-12-10, status: reduced, group: true}]
                alerts: [{rule: group-limit-reduced, severity: warning, customer: Hold SA}]
                events: [{rule: group-limit-reduced, event: escalated, customer: Hold SA}]
              - day: 2026-12-20
                limits: [{customer: Hold SA, code: HOLD, amount: 0, from: 2026-12-20, status: cancelled, group: true}]
                alerts: [{rule: group-limit-revoked, severity: critical, customer: Hold SA}]
                events:
                  - {rule: group-limit-revoked, event: raised, customer: Hold SA}
                  - {rule: group-limit-reduced, event: resolved, customer: Hold SA}

          - name: a limit on a group is told when it is about to end, and when it has ended, once for the group
            rules: [group-limit-ending, group-limit-ended, insured-limit-ended, insured-limit-ending]
            steps:
              - day: 2026-11-30
                customers: [{customer: Alpha SAS, siren: "552100554", parent: HOLD}]
                limits: [{customer: Hold SA, code: HOLD, amount: 50000, from: 2026-01-01, to: 2026-12-31, group: true}]
                invoices:
                  - {customer: Alpha SAS, siren: "552100554", number: F1, issued: 2026-11-01, due: 2027-01-15, amount: 20000}
                  - {customer: Hold SA, code: HOLD, number: F2, issued: 2026-11-01, due: 2027-01-15, amount: 20000}
                alerts: []
              - day: 2026-12-01
                alerts: [{rule: group-limit-ending, severity: warning, customer: Hold SA}]
              - day: 2026-12-24
                alerts: [{rule: group-limit-ending, severity: critical, customer: Hold SA}]
              - day: 2027-01-01
                alerts: [{rule: group-limit-ended, severity: critical, customer: Hold SA}]
                events:
                  - {rule: group-limit-ending, event: resolved, customer: Hold SA}
                  - {rule: group-limit-ended, event: raised, customer: Hold SA}

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
            alerts: [{rule: insured-limit-ended, severity: critical, customer: Lumen SARL}]

          - name: a limit that ended long ago is not told of a customer that owes nothing, nor one that was renewed
            rules: [insured-limit-ended]
            day: 2026-11-23
            limits:
              - {customer: Lumen SARL, amount: 50000, from: 2025-01-01, to: 2025-12-31}
              - {customer: Brel SA, amount: 50000, from: 2025-01-01, to: 2025-12-31}
              - {customer: Brel SA, amount: 50000, from: 2026-02-01}
            invoices: [{customer: Brel SA, number: F1, issued: 2026-01-15, due: 2026-02-28, amount: 12000}]
            alerts: []

          - name: a cancellation is told ahead as the limit's end, and from its date as what it is
            rules: [insured-limit-ending, insured-limit-revoked]
            steps:
              - day: 2026-10-23
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 50000, from: 2026-11-23, status: cancelled}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-10-01, due: 2026-12-15, amount: 20000}]
                alerts: [{rule: insured-limit-ending, severity: warning, customer: Lumen SARL}]
              - day: 2026-11-22
                alerts: [{rule: insured-limit-ending, severity: critical, customer: Lumen SARL}]
                events: [{rule: insured-limit-ending, event: escalated, customer: Lumen SARL}]
              - day: 2026-11-23
                alerts: [{rule: insured-limit-revoked, severity: critical, customer: Lumen SARL}]
                events:
                  - {rule: insured-limit-ending, event: resolved, customer: Lumen SARL}
                  - {rule: insured-limit-revoked, event: raised, customer: Lumen SARL}

          - name: exposure swinging about the limit is told once, and ends two percent below it
            rules: [insured-limit-exceeded, insured-limit-near]
            steps:
              - day: 2026-11-20
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 49000}]
                alerts: [{rule: insured-limit-near, severity: warning, customer: Lumen SARL}]
              - day: 2026-11-20
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-20, due: 2026-12-20, amount: 1000.01}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]
                events:
                  - {rule: insured-limit-exceeded, event: raised, customer: Lumen SARL}
                  - {rule: insured-limit-near, event: resolved, customer: Lumen SARL}
              - day: 2026-11-21
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-11-21, amount: 0.02, invoice: F1}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]
                events: []
              - day: 2026-11-22
                invoices: [{customer: Lumen SARL, number: F3, issued: 2026-11-22, due: 2026-12-20, amount: 0.02}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]
                events: []
              - day: 2026-11-23
                payments: [{customer: Lumen SARL, reference: V2, date: 2026-11-23, amount: 1000.01, invoice: F2}]
                alerts: [{rule: insured-limit-near, severity: warning, customer: Lumen SARL}]
                events:
                  - {rule: insured-limit-exceeded, event: resolved, customer: Lumen SARL}
                  - {rule: insured-limit-near, event: raised, customer: Lumen SARL}

          - name: a raised limit ends the alert at once, even where exposure is just below it
            rules: [insured-limit-exceeded]
            steps:
              - day: 2026-11-20
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 54900}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]
              - day: 2026-11-21
                limits: [{customer: Lumen SARL, amount: 55000, from: 2026-11-21}]
                alerts: []
                events: [{rule: insured-limit-exceeded, event: resolved, customer: Lumen SARL}]
              - day: 2026-11-22
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-22, due: 2026-12-20, amount: 100.01}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]
                events: [{rule: insured-limit-exceeded, event: raised, customer: Lumen SARL}]

          - name: a limit that falls below what is owed is told once as a reduction and once as exceeded
            rules: [insured-limit-exceeded, insured-limit-near, insured-limit-reduced, insured-limit-ending, uninsured]
            steps:
              - day: 2026-11-22
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 30000.01}]
                alerts: []
              - day: 2026-11-23   # no word of a reduction: the amount says it
                limits: [{customer: Lumen SARL, amount: 30000, from: 2026-11-23}]
                alerts:
                  - {rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}
                  - {rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}
                events:
                  - {rule: insured-limit-exceeded, event: raised, customer: Lumen SARL}
                  - {rule: insured-limit-reduced, event: raised, customer: Lumen SARL}
              - day: 2026-11-24
                alerts:
                  - {rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}
                  - {rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}
                events: []

          - name: a decision for more that is called reduced is no reduction
            rules: [insured-limit-reduced]
            day: 2026-11-23
            limits:
              - {customer: Lumen SARL, amount: 30000, from: 2026-01-01}
              - {customer: Lumen SARL, amount: 40000, from: 2026-11-20, status: reduced}   # less than was asked for
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-15, amount: 1000}]
            alerts: []

          - name: a limit that ends at midnight leaves exactly two events without any file
            rules: [insured-limit-ending, insured-limit-ended, insured-limit-exceeded, insured-limit-near, uninsured]
            steps:
              - day: 2026-12-31
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01, to: 2026-12-31}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-12-15, due: 2027-01-31, amount: 12000}]
                alerts: [{rule: insured-limit-ending, severity: critical, customer: Lumen SARL}]
              - day: 2027-01-01
                alerts: [{rule: insured-limit-ended, severity: critical, customer: Lumen SARL}]
                events:
                  - {rule: insured-limit-ending, event: resolved, customer: Lumen SARL}
                  - {rule: insured-limit-ended, event: raised, customer: Lumen SARL}
              - day: 2027-01-02
                alerts: [{rule: insured-limit-ended, severity: critical, customer: Lumen SARL}]
                events: []

          - name: a limit that begins next week does not cover today
            rules: [uninsured, insured-limit-near]
            steps:
              - day: 2026-11-23
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-11-30}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-20, due: 2026-12-20, amount: 12000}]
                alerts: [{rule: uninsured, severity: warning, customer: Lumen SARL}]
              - day: 2026-11-30
                alerts: []
                events: [{rule: uninsured, event: resolved, customer: Lumen SARL}]

          - name: what was invoiced before a cancellation is not told as delivered without cover, what comes after is
            rules: [invoicing-without-cover, insured-limit-revoked]
            steps:
              - day: 2026-11-23
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 0, from: 2026-11-20, status: cancelled}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-19, due: 2026-12-20, amount: 12000}]
                alerts: [{rule: insured-limit-revoked, severity: critical, customer: Lumen SARL}]
              - day: 2026-11-23
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-11-20, due: 2026-12-20, amount: 0.01}]
                alerts:
                  - {rule: insured-limit-revoked, severity: critical, customer: Lumen SARL}
                  - {rule: invoicing-without-cover, severity: critical, customer: Lumen SARL}
                events: [{rule: invoicing-without-cover, event: raised, customer: Lumen SARL}]

          - name: invoicing that goes on past the maximum extension is told apart from the loss of cover
            rules: [cover-lost, invoicing-without-cover]
            steps:
              - day: 2026-08-31
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices:
                  - {customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}
                  - {customer: Lumen SARL, number: F2, issued: 2026-08-30, due: 2026-10-01, amount: 5000}
                alerts: [{rule: cover-lost, severity: critical, customer: Lumen SARL}]
              - day: 2026-09-01
                invoices: [{customer: Lumen SARL, number: F3, issued: 2026-08-31, due: 2026-10-01, amount: 700}]
                alerts:
                  - {rule: cover-lost, severity: critical, customer: Lumen SARL}
                  - {rule: invoicing-without-cover, severity: critical, customer: Lumen SARL}
                events: [{rule: invoicing-without-cover, event: raised, customer: Lumen SARL}]
              - day: 2026-09-02
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-09-02, amount: 20000, invoice: F1}]
                alerts: []
                events:
                  - {rule: cover-lost, event: resolved, customer: Lumen SARL}
                  - {rule: invoicing-without-cover, event: resolved, customer: Lumen SARL}

          - name: an overdue in dispute suspends no cover, the part that is not in dispute does
            rules: [cover-lost]
            steps:
              - day: 2026-08-31
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
                facts: [{kind: dispute, invoice: F1, customer: Lumen SARL, date: 2026-07-10}]
                alerts: []
              - day: 2026-08-31
                facts: [{kind: dispute, invoice: F1, customer: Lumen SARL, date: 2026-07-11, amount: 19998.99}]
                alerts: [{rule: cover-lost, severity: critical, customer: Lumen SARL}]

          - name: an overdue that was declared need not be declared again, the next one must
            rules: [declaration-due, declaration-missed]
            steps:
              - day: 2026-09-19
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
                alerts: [{rule: declaration-due, severity: warning, customer: Lumen SARL}]
              - day: 2026-09-20
                facts: [{kind: declaration, customer: Lumen SARL, invoice: F1, date: 2026-09-20, by: C. Martin}]
                alerts: []
                events: [{rule: declaration-due, event: resolved, customer: Lumen SARL}]
              - day: 2026-10-30
                alerts: []
                events: []
              - day: 2026-10-30
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-07-01, due: 2026-08-01, amount: 900}]
                alerts: [{rule: declaration-due, severity: critical, customer: Lumen SARL}]

          - name: a refusal of a customer that owes nothing is not told
            day: 2026-11-23
            limits: [{customer: Lumen SARL, amount: 0, from: 2026-11-01, status: refused}]
            customers: [{customer: Lumen SARL, code: C1}]
            alerts: []

          - name: an invoice whose delay is over silences none that can still be declared, and each loss is told
            rules: [declaration-due, declaration-missed]
            steps:
              - day: 2026-05-12   # F1 was to be declared until 11 May, F2 until 18 June
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices:
                  - {customer: Lumen SARL, number: F1, issued: 2026-01-10, due: 2026-02-10, amount: 1000}
                  - {customer: Lumen SARL, number: F2, issued: 2026-02-20, due: 2026-03-20, amount: 30000}
                alerts: [{rule: declaration-missed, severity: critical, customer: Lumen SARL}]
              - day: 2026-05-19
                alerts:
                  - {rule: declaration-missed, severity: critical, customer: Lumen SARL}
                  - {rule: declaration-due, severity: info, customer: Lumen SARL}
                events: [{rule: declaration-due, event: raised, customer: Lumen SARL}]
              - day: 2026-06-18
                alerts:
                  - {rule: declaration-missed, severity: critical, customer: Lumen SARL}
                  - {rule: declaration-due, severity: critical, customer: Lumen SARL}
                events: [{rule: declaration-due, event: escalated, customer: Lumen SARL}]
              - day: 2026-06-19
                alerts: [{rule: declaration-missed, severity: critical, customer: Lumen SARL}]
                events:
                  - {rule: declaration-due, event: resolved, customer: Lumen SARL}
                  - {rule: declaration-missed, event: escalated, customer: Lumen SARL}
              - day: 2026-06-20
                alerts: [{rule: declaration-missed, severity: critical, customer: Lumen SARL}]
                events: []

          - name: a second reduction is told though the first one still stands, and so is one that a late list brings
            rules: [insured-limit-reduced]
            steps:
              - day: 2026-03-05
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 40000, from: 2026-03-01, status: reduced}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-01-10, due: 2026-12-10, amount: 1000}]
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
              - day: 2026-04-20   # 36 days after its date
                limits: [{customer: Lumen SARL, amount: 10000, from: 2026-03-15, status: reduced}]
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
                events: [{rule: insured-limit-reduced, event: escalated, customer: Lumen SARL}]
              - day: 2026-04-21
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
                events: []

          - name: a reduction that a list brings more than sixty days after its date is told, once, for sixty days
            rules: [insured-limit-reduced]
            steps:
              - day: 2026-01-16
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-01-10, due: 2026-12-10, amount: 1000}]
                alerts: []
              - day: 2026-04-10   # 68 days after its date
                limits: [{customer: Lumen SARL, amount: 20000, from: 2026-02-01, status: reduced}]
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
                events: [{rule: insured-limit-reduced, event: raised, customer: Lumen SARL}]
              - day: 2026-06-09
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
                events: []
              - day: 2026-06-10
                alerts: []
                events: [{rule: insured-limit-reduced, event: resolved, customer: Lumen SARL}]
              - day: 2026-06-11
                invoices: [{customer: Lumen SARL, number: F2, issued: 2026-06-11, due: 2026-12-10, amount: 1000}]
                alerts: []
                events: []

          - name: one insurer takes over from another without an alert, and one of two that leaves is told
            rules: [insured-limit-revoked, insured-limit-reduced, insured-limit-ending, uninsured]
            steps:
              - day: 2026-12-28
                limits:
                  - {customer: Lumen SARL, insurer: Atlas, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, insurer: Atlas, amount: 0, from: 2027-01-01, status: cancelled}
                  - {customer: Lumen SARL, insurer: Nova, amount: 50000, from: 2027-01-01}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-12-10, due: 2027-12-10, amount: 30000}]
                alerts: []
              - day: 2027-01-01
                alerts: []
                events: []
              - day: 2027-02-01
                limits: [{customer: Lumen SARL, insurer: Topup, amount: 20000, from: 2027-02-01}]
                alerts: []
              - day: 2027-03-01
                limits: [{customer: Lumen SARL, insurer: Topup, amount: 0, from: 2027-03-01, status: cancelled}]
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
                events: [{rule: insured-limit-reduced, event: raised, customer: Lumen SARL}]

          - name: a limit cancelled while it is exceeded leaves the alert that says more
            rules: [insured-limit-revoked, insured-limit-exceeded]
            steps:
              - day: 2026-03-02
                limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01}]
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-03-01, due: 2026-04-10, amount: 60000}]
                alerts: [{rule: insured-limit-exceeded, severity: critical, customer: Lumen SARL}]
              - day: 2026-03-05
                limits: [{customer: Lumen SARL, amount: 0, from: 2026-03-05, status: cancelled}]
                alerts: [{rule: insured-limit-revoked, severity: critical, customer: Lumen SARL}]
                events:
                  - {rule: insured-limit-revoked, event: raised, customer: Lumen SARL}
                  - {rule: insured-limit-exceeded, event: resolved, customer: Lumen SARL}

          - name: a reduction is told for sixty days
            rules: [insured-limit-reduced, insured-limit-revoked]
            steps:
              - day: 2026-11-23
                limits:
                  - {customer: Lumen SARL, amount: 50000, from: 2026-01-01}
                  - {customer: Lumen SARL, amount: 30000, from: 2026-11-23, status: reduced}
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-11-01, due: 2026-12-30, amount: 20000}]
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
              - day: 2027-01-22
                alerts: [{rule: insured-limit-reduced, severity: warning, customer: Lumen SARL}]
              - day: 2027-01-23
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

          - name: what was sold on terms beyond the credit period was never insured
            rules: [declaration-due, declaration-missed]
            day: 2026-09-19
            limits: [{customer: Lumen SARL, amount: 50000, from: 2026-01-01, maximumCreditDays: 29}]
            invoices: [{customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 20000}]
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

          - name: a large amount past due grows graver
            rules: [overdue-amount]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-10-01, due: 2026-11-22, amount: 50000.00}]
                alerts: [{rule: overdue-amount, severity: warning, customer: Brel SA}]
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F2, issued: 2026-10-01, due: 2026-11-22, amount: 2}]
                alerts: [{rule: overdue-amount, severity: critical, customer: Brel SA}]
                events: [{rule: overdue-amount, event: escalated, customer: Brel SA}]

          - name: of an invoice partly in dispute the rest is late
            rules: [overdue-amount, disputes]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Brel SA, number: F1, issued: 2026-07-01, due: 2026-08-01, amount: 12000}
                  - {customer: Brel SA, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 8000}
                facts: [{kind: dispute, customer: Brel SA, invoice: F1, date: 2026-08-05, amount: 2000}]
                alerts: []   # 10 % in dispute, 10,000.00 late: both at their thresholds
              - day: 2026-11-23
                facts: [{kind: dispute, customer: Brel SA, invoice: F1, date: 2026-08-06, amount: 1999.99}]
                alerts: [{rule: overdue-amount, severity: warning, customer: Brel SA}]
              - day: 2026-11-23
                facts: [{kind: dispute, customer: Brel SA, invoice: F1, date: 2026-08-07, amount: 6000}]
                alerts: [{rule: disputes, severity: info, customer: Brel SA}]
                events:
                  - {rule: overdue-amount, event: resolved, customer: Brel SA}
                  - {rule: disputes, event: raised, customer: Brel SA}

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

          - name: a payment taken back that no document told of is told too, and forgotten after twelve months
            rules: [returned-payment]
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F1, issued: 2026-11-01, due: 2026-12-01, amount: 1000}]
                payments: [{customer: Brel SA, reference: CHQ7, date: 2026-11-20, amount: 300, type: return}]
                alerts: [{rule: returned-payment, severity: warning, customer: Brel SA}]
              - day: 2027-11-19
                alerts: [{rule: returned-payment, severity: warning, customer: Brel SA}]
                events: []
              - day: 2027-11-20
                alerts: []
                events: [{rule: returned-payment, event: resolved, customer: Brel SA}]

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
            steps:
              - day: 2026-11-23
                invoices:   # a quarter of 40,000 is 10,000: twice that and 30 % of it are at the thresholds
                  - {customer: Surge SA, number: S0, issued: 2025-08-01, due: 2025-09-30, amount: 1}   # a customer for long
                  - {customer: Surge SA, number: S1, issued: 2026-03-01, due: 2026-04-30, amount: 40000}
                  - {customer: Surge SA, number: S2, issued: 2026-11-01, due: 2026-12-30, amount: 20000}
                  - {customer: Chute SA, number: C1, issued: 2026-03-01, due: 2026-04-30, amount: 40000}
                  - {customer: Chute SA, number: C2, issued: 2026-11-01, due: 2026-12-30, amount: 3000}
                  - {customer: Stable SA, number: T1, issued: 2026-03-01, due: 2026-04-30, amount: 40000}
                  - {customer: Stable SA, number: T2, issued: 2026-11-01, due: 2026-12-30, amount: 12000}
                alerts: []
              - day: 2026-11-23
                invoices:
                  - {customer: Surge SA, number: S3, issued: 2026-11-02, due: 2026-12-30, amount: 1}
                  - {customer: Chute SA, number: C3, issued: 2026-03-02, due: 2026-04-30, amount: 40}
                alerts:
                  - {rule: purchase-surge, severity: info, customer: Surge SA}
                  - {rule: purchase-collapse, severity: info, customer: Chute SA}

          - name: a new customer that buys the same each month has no usual level to rise above
            rules: [purchase-surge]
            day: 2026-10-31
            invoices:
              - {customer: Neuf SA, number: N1, issued: 2026-05-10, due: 2026-12-30, amount: 30000}
              - {customer: Neuf SA, number: N2, issued: 2026-06-10, due: 2026-12-30, amount: 30000}
              - {customer: Neuf SA, number: N3, issued: 2026-07-10, due: 2026-12-30, amount: 30000}
              - {customer: Neuf SA, number: N4, issued: 2026-08-10, due: 2026-12-30, amount: 30000}
              - {customer: Neuf SA, number: N5, issued: 2026-09-10, due: 2026-12-30, amount: 30000}
              - {customer: Neuf SA, number: N6, issued: 2026-10-10, due: 2026-12-30, amount: 30000}
            alerts: []

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

          - name: a third of the portfolio being late is told, less gravely
            rules: [portfolio-overdue]
            steps:
              - day: 2026-11-23
                invoices:
                  - {customer: Brel SA, number: F1, issued: 2026-10-01, due: 2026-11-01, amount: 400}
                  - {customer: Lumen SARL, number: F2, issued: 2026-11-01, due: 2026-12-01, amount: 600}
                alerts: []
              - day: 2026-11-24
                alerts: [{rule: portfolio-overdue, severity: info}]

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
            steps:
              - day: 2026-11-23
                invoices: [{customer: Brel SA, number: F0, issued: 2026-11-01, due: 2026-12-01, amount: 100}]
                alerts: []
              - day: 2026-11-23
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

          - name: each further refused file and contradiction is told again, also after one that grew old
            rules: [data-conflicts, data-unreadable, data-refused-rows]
            steps:
              - day: 2026-11-23
                quality: {conflicts: 1, rejectedFiles: 2, refusedRows: 3}
                alerts: &told
                  - {rule: data-conflicts, severity: warning}
                  - {rule: data-unreadable, severity: warning}
                  - {rule: data-refused-rows, severity: info}
              - day: 2026-11-24
                quality: {conflicts: 2, rejectedFiles: 3, refusedRows: 4}
                alerts: *told
                events:
                  - {rule: data-conflicts, event: escalated}
                  - {rule: data-unreadable, event: escalated}
              - day: 2026-11-25
                quality: {conflicts: 2, rejectedFiles: 1, refusedRows: 4}
                alerts: *told
                events: []
              - day: 2026-11-26
                quality: {conflicts: 2, rejectedFiles: 2, refusedRows: 4}
                alerts: *told
                events: [{rule: data-unreadable, event: escalated}]

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

    private static let scoreTests = ##"""
        # Tests of the rules on the score: what a change of grade tells.

        tests:
          - name: a customer that stops paying falls by two grades or more, told with its severity, until it has paid or 90 days have passed
            rules: [grade-fell, grade-rose]
            steps:
              - day: 2026-09-01
                invoices:
                  - {customer: Lumen SARL, number: F1, issued: 2026-06-01, due: 2026-07-01, amount: 1000}
                  - {customer: Lumen SARL, number: F2, issued: 2026-07-01, due: 2026-08-01, amount: 1000}
                  - {customer: Lumen SARL, number: F3, issued: 2026-08-01, due: 2026-10-01, amount: 1000}
                  - {customer: Lumen SARL, number: F4, issued: 2026-08-15, due: 2026-10-01, amount: 1000}
                payments:
                  - {customer: Lumen SARL, reference: V1, date: 2026-06-20, amount: 1000, invoice: F1}
                  - {customer: Lumen SARL, reference: V2, date: 2026-07-20, amount: 1000, invoice: F2}
                alerts: []
              - day: 2026-10-01
                alerts: []
              - day: 2026-11-05
                alerts: [{rule: grade-fell, severity: warning, customer: Lumen SARL}]
                events: [{rule: grade-fell, event: raised, customer: Lumen SARL}]
              - day: 2026-11-06
                alerts: [{rule: grade-fell, severity: warning, customer: Lumen SARL}]
                events: []
              - day: 2027-01-15
                alerts: [{rule: grade-fell, severity: critical, customer: Lumen SARL}]
              - day: 2027-03-01
                payments:
                  - {customer: Lumen SARL, reference: V3, date: 2027-03-01, amount: 1000, invoice: F3}
                  - {customer: Lumen SARL, reference: V4, date: 2027-03-01, amount: 1000, invoice: F4}
                alerts:
                  - {rule: grade-fell, severity: info, customer: Lumen SARL}
                  - {rule: grade-rose, severity: info, customer: Lumen SARL}
                events:
                  - {rule: grade-fell, event: eased, customer: Lumen SARL}
                  - {rule: grade-rose, event: raised, customer: Lumen SARL}
              - day: 2027-05-30
                alerts: []

          - name: a customer that begins to pay early rises, and is told for 90 days
            rules: [grade-fell, grade-rose]
            steps:
              - day: 2026-08-01
                invoices:
                  - {customer: Lumen SARL, number: F1, issued: 2026-05-01, due: 2026-06-01, amount: 1000}
                  - {customer: Lumen SARL, number: F2, issued: 2026-08-01, due: 2026-10-01, amount: 1000}
                  - {customer: Lumen SARL, number: F3, issued: 2026-08-01, due: 2026-10-01, amount: 1000}
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-07-11, amount: 1000, invoice: F1}]
                alerts: []
              - day: 2026-09-01
                payments:
                  - {customer: Lumen SARL, reference: V2, date: 2026-09-01, amount: 1000, invoice: F2}
                  - {customer: Lumen SARL, reference: V3, date: 2026-09-01, amount: 1000, invoice: F3}
                alerts: [{rule: grade-rose, severity: info, customer: Lumen SARL}]
                events: [{rule: grade-rose, event: raised, customer: Lumen SARL}]
              - day: 2026-11-29
                alerts: [{rule: grade-rose, severity: info, customer: Lumen SARL}]
              - day: 2026-11-30
                alerts: []

          - name: what one day's documents do to a grade before the day is over is no change
            rules: [grade-fell, grade-rose]
            steps:
              - day: 2026-11-20
                invoices: [{customer: Lumen SARL, number: F1, issued: 2026-08-01, due: 2026-09-01, amount: 1000}]
                alerts: []
              - day: 2026-11-20
                payments: [{customer: Lumen SARL, reference: V1, date: 2026-08-20, amount: 1000, invoice: F1}]
                alerts: []
              - day: 2026-11-21
                alerts: []

        """##
}
