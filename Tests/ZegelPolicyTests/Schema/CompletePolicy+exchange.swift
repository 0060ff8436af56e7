// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension CompletePolicy {
    static let exchange = File(
        definition: "exchange",
        path: "exchanges/proef.yaml",
        text: """
            exchange: proef
            title: Proef
            bases: { wpg-art16: Wpg art. 16 (C), avg: AVG (C) }
            members:
              provider: [{ mailbox: aivd/ct, basis: wpg-art16, from: 2026-01-01, until: 2027-12-31 }]
              receiver: [{ mailbox: om/lovj }, { mailbox: bank-a/tf }]
            auditors: [aivd/liaison]
            auditContents: withheld
            signingAge: 24 hours
            deliverWithin: 14 days
            every:
              details:
                soort: { type: choice, of: [a, b], allowed: [a], required: [om/lovj], otherwise: source.present }
                ook: { type: choice, of: [a, b], forbidden: [any], when: { details.soort: a } }
                delen: { type: set, of: [x, y] }
                aantal: { type: integer, minimum: -1, maximum: 5, allowed: ["1"], required: [any], when: { purpose: proef },
                          otherwise: field.value }
                nummer: { type: integer, forbidden: [any] }
                dag: { type: date, earliest: 2026-01-01, latest: in 3 months, required: [any], when: { from: [any] },
                       otherwise: term.lapsed }
                jaar: { type: date, earliest: 6 months ago, latest: 12-31, forbidden: [members] }
                tekst: { type: text, allowed: [x, y], required: [any], when: { from: [any] }, otherwise: field.value }
                woord: { type: text, forbidden: [own-organisation] }
                vlag: { type: boolean, allowed: ["false"], required: [any], when: { from: [any] }, otherwise: field.value }
                vaan: { type: boolean, forbidden: [any] }
                velden: { type: group, fields: { naam: { type: text } }, required: [any], when: { from: [any] },
                          otherwise: field.value }
                vakken: { type: group, fields: { naam: { type: text } }, forbidden: [any] }
                evaluation: { required: [any], when: { from: [any] } }
                humanRights: { required: [region:other], otherwise: field.value }
                list: { type: text }
                counts: { forbidden: [any] }
                tlp: { allowed: [GREEN], required: [any], when: { from: [any] }, otherwise: field.value }
            kinds:
              vraag:
                permits: [{ from: [receiver], to: [provider], addressees: 1, when: { details.soort: a } }]
                subjects: any
                release: [{ persons: 2, when: { someTo: [region:other] } }]
                case: { table: [provider], measures: [receiver] }
                details: { list: {}, tlp: { forbidden: [any] } }
              opheffing:
                permits: [{ from: [any], to: [any] }]
                release: 2
                reaches: told
                case: required
                fields:
                  subject: [{ required: [any], when: { from: [any] } }]
                  reviewBy: [{ within: 1 year, when: { from: [any] } }, { within: 5 working days }]
              antwoord:
                permits: [{ from: [provider], to: [receiver] }]
                subjects: 2
                markings: { required: [bewijs], forbidden: [streng] }
                signingAge: 2 days
                deliverWithin: 72 hours
                list: versioned
                limits: { liftedBy: [opheffing] }
                escalation: { after: 5 working days, to: [om/lovj, bank-a/tf] }
                partial: { stated: vaan, provides: delen, of: delen }
                case: none
                fields:
                  subject: { forbidden: [any] }
                  onBehalfOf: { required: [any] }
                  documents: { required: [any], when: { from: [any] } }
                  notBefore: { required: [any], precision: day }
                  respondBy: { forbidden: [any] }
                  reviewBy: { required: [any], within: 6 months, when: { from: [any] } }
                  retainUntil: { required: [bank-a/tf], within: 1 year }
                cites:
                  - answers: [vraag]
                    number: one
                    when: { purpose: proef }
                    where: { details.delen: { subsetOf: cited.details.delen }, cited.details.dag: { sameAs: details.dag } }
                    fromEach: [om/lovj]
                    otherwise: reply.exceeds-request
                    lapsed: allowed
                  - { follows: [proef/vraag], number: optional }
                  - { received: [vraag], number: optional }
                  - { sent: [vraag], number: optional }
                  - { known: [vraag], number: some }
                forbids:
                  - why: an example
                    when: { all: [{ from: [provider] }, { someTo: [om/lovj] }], any: [{ everyTo: [receiver] }], not: { cites: [vraag] } }
                    unless: { queriesToday: { atLeast: 100, atMost: 200 } }
                    reason: field.value
                  - when:
                      purpose: [proef, toets]
                      legalBasis: { is: [avg], sameAs: legalBasis, present: true }
                      classification: { atLeast: stg-geheim, atMost: stg-zeer-geheim, present: true }
                      markings: { has: [bewijs], lacks: streng, present: true }
                      documents: 2
                      addressees: { is: 1, sameAs: details.aantal, present: true }
                      subject: { present: false }
                      date: { earliest: today, latest: in 2 hours, sameAs: details.dag, present: true }
                      asOf: { earliest: 10-01 }
                    reason: counts.disclosing
                  - when:
                      classification: { is: stg-geheim }
                      details.aantal: { is: [1, 2], atLeast: 0, atMost: 9 }
                      details.delen: { has: [x] }
                      details.dag: { latest: today }
                      details.velden: { present: true }
                      details.velden.naam: { is: x, sameAs: details.tekst }
                    reason: term.lapsed
            purposes:
              - { purpose: proef, bases: [wpg-art16, avg], when: { details.soort: [a, b] } }
              - { purpose: toets, bases: [avg], kinds: [antwoord], from: [provider], to: [receiver] }
            ceilings:
              - { to: [any], level: stg-geheim }
              - { kinds: [antwoord], from: [provider], to: [om/lovj], level: ongerubriceerd }
            onward:
              permits:
                - from: [receiver]
                  to: [any]
                  kinds: [antwoord]
                  purpose: [proef]
                  bases: [avg]
                  when: { original.details.soort: a }
                  case: same
                  consent: not-needed
                - { from: [receiver], to: [any], purpose: same, consent: needed }
              forbids:
                - { why: an example, to: [kind:bank], kinds: [antwoord], purposes: [toets], when: { purpose: toets } }
            retention:
              - { kinds: [antwoord], party: [provider], from: closing, term: 30 days, then: vernietigen }
            """
    )
}
