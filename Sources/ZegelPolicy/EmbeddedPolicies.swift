// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file
// Written by EmbeddedPoliciesTests from the folder policies/; edit that.

/// The policies that `zegel init` writes, as they stood when this program was built.
package enum EmbeddedPolicies {
    /// Path, relative to the folder of the policies, and text; sorted by path.
    package static let files: [(path: String, text: String)] = [
        (
            path: "classifications.yaml",
            text: #"""
# Levels in rising order, and markings: an EXAMPLE, and not legal advice.
#
# The levels are fixed: headers know these five. A marking that restricts joins by union where information of two
# messages comes together, one that releases by intersection. "forward" says what a marking does to passing on, "notFor"
# names purposes that what is so marked never serves.

levels: [ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim, stg-zeer-geheim]

markings:
  originator-control: { effect: restricts, forward: consent }
  geen-bewijs: { effect: restricts }
  zorg-context:
    effect: restricts
    forward: never
    notFor: [opsporing-en-vervolging, strafvordering, onderkennen-nationale-veiligheid]
  niet-in-klantdossier: { effect: restricts, forward: never }

# Codes in "details" of a message: what each does to passing on, besides what the exchange says. AMBER also allows the
# clients of an organisation; who is a client is not known here, so that it stops at the organisation.
codes:
  tlp:
    RED: { forward: never }
    AMBER+STRICT: { forward: own-organisation }
    AMBER: { forward: own-organisation }
    GREEN: { forward: members }
    CLEAR: { forward: free }
  # H0 as the exchange says; H1 not in court, H2 not onward, without the provider; H3 as the provider wrote.
  handling:
    H0: { forward: free }
    H1: { forward: free, consentFor: [strafvordering, opsporing-en-vervolging, aanhouding] }
    H2: { forward: consent }
    H3: { forward: consent }

"""#
        ),
        (
            path: "exchanges/ambtsberichten.yaml",
            text: #"""
# Official reports of the intelligence services to those who can act on them openly.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: ambtsberichten
title: Ambtsberichten

bases:
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  wiv2017-art66: Wiv 2017 art. 66, provision to the designated member of the prosecution service (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  provider:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
    - { mailbox: mivd/ct, basis: wiv2017-art62 }
  receiver:
    - { mailbox: om/lovj, basis: wiv2017-art66 }
    - { mailbox: ind/nv, basis: wiv2017-art62 }
    - { mailbox: ind/rwn, basis: wiv2017-art62 }
    - { mailbox: bz/ct, basis: wiv2017-art62 }
    - { mailbox: rvdk/landelijk, basis: wiv2017-art62 }
    - { mailbox: nctv/maatregelen, basis: wiv2017-art62 }
    - { mailbox: gemeente-den-haag/casus, basis: wiv2017-art62 } # as mayor
  by-forward-only:
    - { mailbox: om/parket }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 20 years, then: overbrengen }

kinds:
  # Written so that the receiver can act on it openly: it carries no source and no method.
  ambtsbericht:
    permits:
      - { from: [provider], to: [receiver], addressees: 1 }
    release: 2
    details:
      evaluation: { required: [any] }
      # The day on which the designated member of the prosecution service saw the underlying papers.
      underlyingSeen: { type: date, latest: today, required: [om/lovj] }
      sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present }

  # More on an earlier report, to the receiver that has it.
  aanvulling:
    permits:
      - { from: [provider], to: [receiver], addressees: 1 }
    release: 2
    cites:
      - { follows: [ambtsbericht] }
    details:
      evaluation: { required: [any] }
      underlyingSeen: { type: date, latest: today, required: [om/lovj] }
      sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present }

  # A report that does not hold any more, to the receiver that has it.
  intrekking:
    permits:
      - { from: [provider], to: [receiver], addressees: 1 }
    release: 2
    cites:
      - { follows: [ambtsbericht, aanvulling] }
    details:
      sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present }

  # A receiver asks; answered in five working days. It may be what a report then answers, so that it need not cite one.
  verzoek:
    permits:
      - { from: [receiver], to: [provider], addressees: 1 }
    release: 2
    details:
      sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present }
    fields:
      respondBy: { within: 5 working days }

purposes:
  # What the services report.
  - { purpose: opsporing-en-vervolging, bases: [wiv2017-art66], to: [om/lovj] }
  - { purpose: verblijfsrecht, bases: [wiv2017-art62], to: [ind/nv, ind/rwn] }
  - { purpose: nederlanderschap, bases: [wiv2017-art62], to: [ind/nv, ind/rwn] }
  - { purpose: reisdocument, bases: [wiv2017-art62], to: [nctv/maatregelen, bz/ct] }
  - { purpose: bestuurlijke-maatregel, bases: [wiv2017-art62], to: [nctv/maatregelen, bz/ct] }
  - { purpose: bescherming-van-het-kind, bases: [wiv2017-art62], to: [rvdk/landelijk] }
  - { purpose: persoonsgerichte-aanpak, bases: [wiv2017-art62], to: [gemeente-den-haag/casus] }
  # What the receivers ask.
  - { purpose: opsporing-en-vervolging, bases: [avg-art6-1e], from: [om/lovj] }
  - { purpose: verblijfsrecht, bases: [avg-art6-1e], from: [ind/nv, ind/rwn] }
  - { purpose: nederlanderschap, bases: [avg-art6-1e], from: [ind/nv, ind/rwn] }
  - { purpose: reisdocument, bases: [avg-art6-1e], from: [nctv/maatregelen, bz/ct] }
  - { purpose: bestuurlijke-maatregel, bases: [avg-art6-1e], from: [nctv/maatregelen, bz/ct] }
  - { purpose: bescherming-van-het-kind, bases: [avg-art6-1e], from: [rvdk/landelijk] }
  - { purpose: persoonsgerichte-aanpak, bases: [avg-art6-1e], from: [gemeente-den-haag/casus] }

ceilings:
  # What goes to the prosecution service ends in an open file.
  - { to: [om/lovj], level: departementaal-vertrouwelijk }
  - { to: [any], level: stg-confidentieel }

onward:
  permits:
    - from: [om/lovj]
      to: [om/parket]
      purpose: same
      bases: [wiv2017-art66]
      consent: not-needed
    - { from: [receiver, by-forward-only], to: [any], purpose: any, consent: needed }
  forbids:
    - { to: [kind:bank, kind:host, kind:carrier, kind:operator], why: never to a private party }
    - { to: [region:eu, region:other], why: abroad only through the gates }

"""#
        ),
        (
            path: "exchanges/anonieme-meldingen.yaml",
            text: #"""
# Anonymous tips: the line passes on what was told, never who told it, and hears whether it was of use.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: anonieme-meldingen
title: Anonieme meldingen

bases:
  politiewet-art3: Politiewet 2012 art. 3, the police task (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  line:
    - { mailbox: mma/meldingen, basis: avg-art6-1e }
  receiver:
    - { mailbox: politie/cter, basis: politiewet-art3 }
    - { mailbox: fiod/tf, basis: avg-art6-1e }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { party: [line], term: 30 days, then: vernietigen }
  - { party: [receiver], term: 2 years, then: vernietigen }

# Nothing in the header leads to who told: no subject, no judgment of a source, no time of day.
every:
  details:
    sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present }
  fields:
    subject: { forbidden: [any] }
    notBefore: { precision: day }
    respondBy: { precision: day }
  forbids:
    - why: nobody judges a source that nobody knows
      when: { details.evaluation: { present: true } }
      unless: { details.evaluation.source: X }
      reason: source.present

# There is no kind to ask who told.
kinds:
  tip:
    permits:
      - { from: [line], to: [receiver], addressees: 1 }
    details:
      sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present, required: [any] }
    fields:
      respondBy: { precision: day, within: 60 days }

  terugkoppeling:
    permits:
      - { from: [receiver], to: [line] }
    details:
      used: { type: boolean }
    cites:
      - { answers: [tip], number: one }

purposes:
  - { purpose: signaleren, bases: [avg-art6-1e], from: [line, fiod/tf] }
  - { purpose: signaleren, bases: [politiewet-art3], from: [politie/cter] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

# No onward: a receiver uses it as information of its own, in another exchange and without the word tip.

"""#
        ),
        (
            path: "exchanges/bestuurlijke-maatregelen.yaml",
            text: #"""
# Administrative measures: the minister imposes, each executor gets only the measure that it executes.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: bestuurlijke-maatregelen
title: Bestuurlijke maatregelen

bases:
  twbmt-art2: Twbmt art. 2, reporting duty, area and contact ban (C)
  twbmt-art3: Twbmt art. 3, travel ban (C)
  twbmt-art6: Twbmt art. 6, refusing or withdrawing permits and grants (V, number)

members:
  proposer:
    - { mailbox: gemeente-den-haag/casus, basis: twbmt-art2 }
    - { mailbox: gemeente-rotterdam/casus, basis: twbmt-art2 }
    - { mailbox: politie/cter, basis: twbmt-art2 }
  # Proposes on an ambtsbericht.
  service:
    - { mailbox: aivd/ct, basis: twbmt-art2 }
  minister:
    - { mailbox: nctv/maatregelen, basis: twbmt-art2 }
  # The measures of art. 2.
  executor:
    - { mailbox: politie/cter, basis: twbmt-art2 }
    - { mailbox: gemeente-den-haag/casus, basis: twbmt-art2 }
    - { mailbox: reclassering/ter, basis: twbmt-art2 }
  # The travel ban.
  border:
    - { mailbox: kmar/grens, basis: twbmt-art3 }
    - { mailbox: rvig/rps, basis: twbmt-art3 }
  # Grants permits and subsidies.
  granting:
    - { mailbox: gemeente-den-haag/subsidie, basis: twbmt-art6 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 10 years, then: overbrengen }

every:
  release: 2
  details:
    measure: { type: choice, of: [gebiedsverbod, contactverbod, meldplicht, uitreisverbod] }

kinds:
  maatregelvoorstel:
    permits:
      - { from: [proposer, service], to: [minister] }
    cites:
      - { follows: [ambtsberichten/ambtsbericht], when: { from: [service] } }

  maatregel:
    permits:
      - from: [minister]
        to: [executor]
        when: { details.measure: [gebiedsverbod, contactverbod, meldplicht] }
      - from: [minister]
        to: [border]
        when: { details.measure: uitreisverbod }
    limits: { liftedBy: [opheffing] }
    details:
      measure: { type: choice, of: [gebiedsverbod, contactverbod, meldplicht, uitreisverbod], required: [any] }
    fields:
      reviewBy: { required: [any], within: 6 months }

  # What the minister sends about a measure goes only to who has it. A lapsed measure is imposed anew.
  verlenging:
    permits:
      - { from: [minister], to: [executor, border] }
    limits: { liftedBy: [opheffing] }
    fields:
      reviewBy: { required: [any], within: 6 months }
    cites:
      - { follows: [maatregel, verlenging] }
  opheffing:
    permits:
      - { from: [minister], to: [executor, border] }
    reaches: told
    cites:
      - { follows: [maatregel, verlenging], lapsed: allowed }
  rechterlijke-uitspraak:
    permits:
      - { from: [minister], to: [executor, border] }
    cites:
      - { follows: [maatregel, verlenging], lapsed: allowed }

  # Within 24 hours of a breach; when that was stands in the document.
  nalevingsmelding:
    permits:
      - { from: [executor, border], to: [minister] }
    cites:
      - { answers: [maatregel, verlenging] }

  weigering-of-intrekking:
    permits:
      - { from: [granting], to: [minister] }

purposes:
  - purpose: bescherming-nationale-veiligheid
    bases: [twbmt-art2]
    kinds: [maatregelvoorstel, maatregel, verlenging, opheffing, rechterlijke-uitspraak, nalevingsmelding]
    when:
      any: [{ details.measure: { present: false } }, { details.measure: [gebiedsverbod, contactverbod, meldplicht] }]
  - purpose: bescherming-nationale-veiligheid
    bases: [twbmt-art3]
    kinds: [maatregelvoorstel, maatregel, verlenging, opheffing, rechterlijke-uitspraak, nalevingsmelding]
    when:
      any: [{ details.measure: { present: false } }, { details.measure: uitreisverbod }]
  - { purpose: bescherming-nationale-veiligheid, bases: [twbmt-art6], kinds: [weigering-of-intrekking] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/bewaken-en-beveiligen.yaml",
            text: #"""
# Guarding persons and objects: threats go to one coordinator, who advises the authority and gives orders to the guards.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: bewaken-en-beveiligen
title: Bewaken en beveiligen

bases:
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  politiewet-art3: Politiewet 2012 art. 3, the police task (C)
  wctnv: Wet coördinatie terrorismebestrijding en nationale veiligheid (V)

members:
  coordinator:
    - { mailbox: nctv/bb, basis: wctnv }
  source:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
    - { mailbox: mivd/ct, basis: wiv2017-art62 }
    - { mailbox: politie/bb, basis: politiewet-art3 }
  authority:
    - { mailbox: om/parket, basis: politiewet-art3 }
    - { mailbox: gemeente-den-haag/casus, basis: politiewet-art3 } # as mayor
  executor:
    - { mailbox: politie/bb, basis: politiewet-art3 }
    - { mailbox: kmar/ct, basis: politiewet-art3 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 10 years, then: vernietigen }

every:
  details:
    urgency: { type: choice, of: [gewoon, spoed] }
  fields:
    # Where the protected person lives is never in a header.
    subject: { forbidden: [any] }
    # Who allows more than an hour says that it is not urgent.
    respondBy: { within: 1 hour, when: { not: { details.urgency: gewoon } } }
    reviewBy: { within: 3 months }

kinds:
  dreigingsinformatie:
    permits:
      - { from: [source], to: [coordinator] }

  dreigingsinschatting:
    permits:
      - { from: [source], to: [coordinator] }
    fields:
      reviewBy: { required: [any], within: 3 months }

  advies:
    permits:
      - { from: [coordinator], to: [authority] }

  # The measure, not the source of the threat: it cites nothing that a source sent.
  beveiligingsopdracht:
    permits:
      - { from: [coordinator], to: [executor] }
    details:
      sourceIncluded: { type: boolean, allowed: ["false"], otherwise: source.present }
    fields:
      reviewBy: { required: [any], within: 3 months }
    cites:
      - { known: [advies, overdracht-gezag, beveiligingsopdracht], number: optional }

  # From local to central.
  overdracht-gezag:
    permits:
      - { from: [authority], to: [coordinator] }

purposes:
  - { purpose: beveiliging-personen-en-objecten, bases: [wiv2017-art62], from: [aivd/ct, mivd/ct] }
  - { purpose: beveiliging-personen-en-objecten, bases: [politiewet-art3], from: [politie/bb, authority] }
  - { purpose: beveiliging-personen-en-objecten, bases: [wctnv], from: [coordinator] }

ceilings:
  - { to: [any], level: stg-confidentieel }

"""#
        ),
        (
            path: "exchanges/brp-en-uitkeringen.yaml",
            text: #"""
# Persons who left: the register of residents and benefits learn since when, not why.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: brp-en-uitkeringen
title: BRP en uitkeringen

bases:
  wetbrp-art2-34: Wet BRP art. 2.34, reporting doubt (V)
  wetbrp-art2-22: Wet BRP art. 2.22, ex-officio emigration (V)
  suwi-art64: SUWI art. 64, cooperation on benefits (V)
  avg-art6-1c: AVG art. 6(1)(c), legal duty (C)

members:
  reporter:
    - { mailbox: politie/cter, basis: wetbrp-art2-34 }
    # Identity only.
    - { mailbox: aivd/cti, basis: wetbrp-art2-34 }
  registrar:
    - { mailbox: gemeente-den-haag/burgerzaken, basis: wetbrp-art2-22 }
    - { mailbox: gemeente-rotterdam/burgerzaken, basis: wetbrp-art2-22 }
  payer:
    - { mailbox: uwv/handhaving, basis: suwi-art64 }
    - { mailbox: svb/handhaving, basis: suwi-art64 }
    - { mailbox: duo/handhaving, basis: suwi-art64 }
    - { mailbox: belastingdienst/toeslagen, basis: suwi-art64 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 2 years, then: vernietigen }

kinds:
  # To the one municipality where the person is registered.
  vertrekmelding:
    permits:
      - from: [reporter]
        to: [gemeente-den-haag/burgerzaken]
        when: { details.registeredAt: gemeente-den-haag }
      - from: [reporter]
        to: [gemeente-rotterdam/burgerzaken]
        when: { details.registeredAt: gemeente-rotterdam }
    details:
      registeredAt: { type: choice, of: [gemeente-den-haag, gemeente-rotterdam], required: [any] }
      departedSince: { type: date, latest: today }
    fields:
      # The municipality investigates for four weeks.
      respondBy: { within: 28 days }
  uitschrijving:
    permits:
      - { from: [registrar], to: [reporter], addressees: 1 }
    details:
      departedSince: { type: date, latest: today }
    cites:
      - { answers: [vertrekmelding] }

  beeindigingsmelding:
    permits:
      - { from: [registrar, aivd/cti], to: [payer] }
    details:
      departedSince: { type: date, latest: today }
    fields:
      respondBy: { within: 5 working days }
  beeindiging:
    permits:
      - { from: [payer], to: [aivd/cti] }
    cites:
      - { received: [beeindigingsmelding] }

  # The person is back, or it was wrong: to those who were told, all of them and nobody else.
  herstel:
    permits:
      - { from: [reporter], to: [registrar] }
      - { from: [registrar], to: [reporter, payer] }
      - { from: [aivd/cti], to: [payer] }
    reaches: told
    cites:
      - { follows: [vertrekmelding, uitschrijving, beeindigingsmelding] }

purposes:
  - { purpose: bijhouding-brp, bases: [wetbrp-art2-34], to: [registrar] }
  - { purpose: bijhouding-brp, bases: [wetbrp-art2-22], from: [registrar], to: [reporter] }
  - { purpose: beeindiging-uitkering, bases: [suwi-art64, avg-art6-1c], to: [payer] }
  - { purpose: beeindiging-uitkering, bases: [suwi-art64, avg-art6-1c], from: [payer] }

ceilings:
  - { to: [any], level: ongerubriceerd }

"""#
        ),
        (
            path: "exchanges/casusoverleg.yaml",
            text: #"""
# The case table of a municipality: partners work on one person at a time, and only its table sees the papers.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: casusoverleg
title: Casusoverleg

bases:
  pga-wet: Wet gegevensverwerking persoonsgerichte aanpak, once in force (V, in force?)
  wpg-art20: Wpg art. 20, partnership provision to third parties (C)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)
  bw7-457: BW 7:457, breaking medical secrecy (C)

members:
  chair:
    - { mailbox: gemeente-den-haag/casus, basis: avg-art6-1e }
    - { mailbox: gemeente-rotterdam/casus, basis: avg-art6-1e }
  partner:
    - { mailbox: politie/cter, basis: wpg-art20 }
    - { mailbox: om/parket, basis: wjsg-art39f }
    - { mailbox: rvdk/landelijk, basis: avg-art6-1e }
    - { mailbox: reclassering/ter, basis: avg-art6-1e }
    - { mailbox: dji/mar, basis: avg-art6-1e }
    - { mailbox: zvh-haaglanden/procesregie, basis: avg-art6-1e }
    - { mailbox: lse/advies, basis: avg-art6-1e }
  care:
    - { mailbox: zorgaanbieder-a/casus, basis: bw7-457 }
  guest:
    - { mailbox: belastingdienst/ct, basis: avg-art6-1e }
    - { mailbox: szw/ess, basis: avg-art6-1e }
  minister:
    - { mailbox: nctv/maatregelen, basis: avg-art6-1e }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  # 5 years (V)
  - { term: 5 years, from: closing, then: vernietigen }

every:
  # Sender and addressees are at the table; nobody else sees its papers, another municipality neither.
  case: { table: [any] }
  fields:
    subject: { forbidden: [any] }

kinds:
  aanmelding:
    permits:
      - { from: [partner], to: [chair], addressees: 1 }
    case: none
    fields:
      reviewBy: { within: 6 months }

  # Who is invited does not sit at the table yet.
  uitnodiging:
    permits:
      - { from: [chair], to: [partner, care, guest] }
    case: { table: [chair] }

  casusstuk:
    permits:
      - { from: [chair, partner, guest], to: [chair, partner, guest] }
  verslag:
    permits:
      - { from: [chair, partner, guest], to: [chair, partner, guest] }

  # Only what bears on the threat; it never leaves the table.
  contextinformatie:
    permits:
      - { from: [care], to: [chair, partner, guest] }
    markings: { required: [zorg-context] }
    details:
      contextFrom: { type: choice, of: [zorg], required: [any] }

  plan-van-aanpak:
    permits:
      - { from: [chair], to: [partner, care, guest] }
    fields:
      reviewBy: { required: [any], within: 6 months }

  maatregelvoorstel:
    permits:
      - { from: [chair], to: [minister] }
    release: 2
    case: { table: [chair] }

  afsluiting:
    permits:
      - { from: [chair], to: [partner, care, guest] }

# Nothing from here for opsporing-en-vervolging, belastingheffing or vreemdelingrechtelijke-maatregel.
purposes:
  - { purpose: bestuurlijke-maatregel, bases: [pga-wet, avg-art6-1e], kinds: [maatregelvoorstel] }
  - { purpose: persoonsgerichte-aanpak, bases: [pga-wet, wpg-art20], from: [politie/cter] }
  - { purpose: persoonsgerichte-aanpak, bases: [pga-wet, wjsg-art39f], from: [om/parket] }
  - { purpose: persoonsgerichte-aanpak, bases: [pga-wet, bw7-457], from: [care] }
  - purpose: persoonsgerichte-aanpak
    bases: [pga-wet, avg-art6-1e]
    kinds: [aanmelding, uitnodiging, casusstuk, verslag, plan-van-aanpak, afsluiting]
    from: [chair, rvdk/landelijk, reclassering/ter, dji/mar, zvh-haaglanden/procesregie, lse/advies, guest]

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/consulair.yaml",
            text: #"""
# Persons who report to an embassy: the post tells the ministry, and only the ministry tells the partners.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: consulair
title: Consulair

bases:
  avg-art6-1e: AVG art. 6(1)(e), public task (C)
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  wpg-art16: Wpg art. 16, provision to authorities (C)

members:
  post:
    - { mailbox: bz/post, basis: avg-art6-1e }
  ministry:
    - { mailbox: bz/consulair, basis: avg-art6-1e }
  partner:
    - { mailbox: om/lovj, basis: avg-art6-1e }
    - { mailbox: rvdk/landelijk, basis: avg-art6-1e }
    - { mailbox: nctv/maatregelen, basis: avg-art6-1e }
  police:
    - { mailbox: politie/cter, basis: wpg-art16 }
    - { mailbox: kmar/grens, basis: wpg-art16 }
  service:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: overbrengen }

kinds:
  # Someone reports to a post, and stands at its desk unless it says that nobody does.
  postbericht:
    permits:
      - { from: [post], to: [ministry] }
    details:
      urgency: { type: choice, of: [aan-de-balie, gewoon] }
    fields:
      respondBy: { within: 24 hours, when: { not: { details.urgency: gewoon } } }
  melding:
    permits:
      - { from: [ministry], to: [partner, police, service] }
    details:
      urgency: { type: choice, of: [aan-de-balie, gewoon] }
    fields:
      respondBy: { within: 24 hours, when: { not: { details.urgency: gewoon } } }
  risico-inschatting:
    permits:
      - { from: [partner, police, service], to: [ministry] }
    cites:
      - { answers: [melding] }
  besluit-bijstand:
    permits:
      - { from: [ministry], to: [post] }
    cites:
      - { answers: [postbericht], number: optional }

purposes:
  - { purpose: consulaire-bijstand, bases: [avg-art6-1e], from: [post, ministry, partner] }
  - { purpose: consulaire-bijstand, bases: [wpg-art16], from: [police] }
  - { purpose: consulaire-bijstand, bases: [wiv2017-art62], from: [service] }
  - { purpose: terugkeer-voorbereiden, bases: [avg-art6-1e], from: [post, ministry, partner] }
  - { purpose: terugkeer-voorbereiden, bases: [wpg-art16], from: [police] }
  - { purpose: terugkeer-voorbereiden, bases: [wiv2017-art62], from: [service] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/crisis-en-dreigingsbeeld.yaml",
            text: #"""
# The threat assessment, from contribution to publication, and the alarms and pictures of a crisis.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: crisis-en-dreigingsbeeld
title: Crisis en dreigingsbeeld

bases:
  wctnv: Wet coördinatie terrorismebestrijding en nationale veiligheid (V)
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  wvr: Wet veiligheidsregio's (V)

members:
  editor:
    - { mailbox: nctv/analyse, basis: wctnv }
    - { mailbox: nctv/crisis, basis: wctnv }
  contributor:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
    - { mailbox: mivd/ct, basis: wiv2017-art62 }
    - { mailbox: politie/cter, basis: wctnv }
  partner:
    - { mailbox: politie/nsgbo, basis: wctnv }
    - { mailbox: kmar/ct, basis: wctnv }
    - { mailbox: bz/ct, basis: wctnv }
    - { mailbox: veiligheidsregio-hgl/crisis, basis: wvr }
    - { mailbox: gemeente-den-haag/casus, basis: wvr }
    - { mailbox: om/lovj, basis: wctnv }
  reader:
    - { mailbox: tweede-kamer/griffie, basis: wctnv }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 20 years, then: overbrengen }

kinds:
  # A threat assessment is about no person.
  bijdrage:
    permits:
      - { from: [contributor], to: [editor] }
    subjects: 0
  concept-dtn:
    permits:
      - { from: [editor], to: [contributor] }
    subjects: 0

  # Public, for everyone at the same moment.
  dtn:
    permits:
      - { from: [editor], to: [editor, contributor, partner, reader] }
    subjects: 0
    release: 2
    fields:
      notBefore: { required: [any] }

  # Acknowledged within a quarter of an hour.
  alarmering:
    permits:
      - { from: [nctv/crisis], to: [partner] }
    fields:
      respondBy: { within: 15 minutes }
  situatiebeeld:
    permits:
      - { from: [nctv/crisis], to: [partner] }
  afschaling:
    permits:
      - { from: [nctv/crisis], to: [partner] }

purposes:
  - { purpose: dreigingsduiding, bases: [wiv2017-art62], kinds: [bijdrage], from: [aivd/ct, mivd/ct] }
  - { purpose: dreigingsduiding, bases: [wctnv], kinds: [bijdrage], from: [politie/cter] }
  - { purpose: dreigingsduiding, bases: [wctnv], kinds: [concept-dtn, dtn] }
  - { purpose: crisisbeheersing, bases: [wctnv, wvr], kinds: [alarmering, situatiebeeld, afschaling] }

ceilings:
  - { kinds: [bijdrage], to: [any], level: stg-geheim }
  - kinds: [concept-dtn, alarmering, situatiebeeld, afschaling]
    to: [any]
    level: departementaal-vertrouwelijk
  - { kinds: [dtn], to: [any], level: ongerubriceerd }

"""#
        ),
        (
            path: "exchanges/ct-infobox.yaml",
            text: #"""
# Where services, police and tax bring together what they know of a subject; nobody sees what another brought in.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: ct-infobox
title: CT Infobox

bases:
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  wpg-art24: Wpg art. 24, provision to the services (V)
  wiv2017-art94: Wiv 2017 art. 94, reports of officials to the services (V, number)
  wwft-art13: Wwft art. 13, task of the FIU (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)
  wiv2017-art39: Wiv 2017 art. 39, consulting others who hold data (V)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)

members:
  partner:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
    - { mailbox: mivd/ct, basis: wiv2017-art62 }
    - { mailbox: politie/cter, basis: wpg-art24 }
    - { mailbox: kmar/ct, basis: wpg-art24 }
    - { mailbox: fiod/tf, basis: wiv2017-art94 }
    - { mailbox: nla/ct, basis: wiv2017-art39 }
    - { mailbox: fiu/tf, basis: wwft-art13 }
    - { mailbox: ind/nv, basis: wiv2017-art39 }
    - { mailbox: nctv/analyse, basis: wiv2017-art39 }
    - { mailbox: belastingdienst/ct, basis: wiv2017-art94 }
    - { mailbox: om/lovj, basis: wjsg-art39f }
  # Housed with the service, but not the service.
  box:
    - { mailbox: aivd/cti, basis: wiv2017-art62 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # After the last measure.
  - { term: 5 years, from: closing, then: vernietigen }

every:
  # One case for each subject.
  case: required

kinds:
  # Proposes a subject, of which there is no case yet.
  aanmelding:
    permits:
      - { from: [partner], to: [box] }
    case: none
    fields:
      reviewBy: { required: [any], within: 1 year }

  inbreng:
    permits:
      - { from: [partner], to: [box] }

  # Says who can act, not what others know: it cites nothing but earlier advice to the same partners.
  advies:
    permits:
      - { from: [box], to: [partner], addressees: 2 }
    release: 2
    cites:
      - { follows: [advies], number: optional }
    fields:
      respondBy: { within: 30 days }
    forbids:
      - why: it is no evidence; an ambtsbericht follows
        when: { someTo: [om/lovj], markings: { lacks: [geen-bewijs] } }
        reason: marking.required

  # Which measure was taken or ended.
  maatregelbericht:
    permits:
      - { from: [partner], to: [box] }

  # From who was advised.
  terugkoppeling:
    permits:
      - { from: [partner], to: [box] }
    cites:
      - { answers: [advies] }

  # For those who took measures on the subject; built on what they said of them.
  overzicht:
    permits:
      - { from: [box], to: [partner] }
    case: { table: [any], measures: [partner] }
    cites:
      - { received: [maatregelbericht], number: optional }

purposes:
  - purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    bases: [wiv2017-art62]
    from: [aivd/ct, mivd/ct]
  - { purpose: bijeenbrengen-ter-bestrijding-van-terrorisme, bases: [wpg-art24], from: [politie/cter, kmar/ct] }
  - purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    bases: [wiv2017-art94]
    from: [fiod/tf, belastingdienst/ct]
  - { purpose: bijeenbrengen-ter-bestrijding-van-terrorisme, bases: [wwft-art13], from: [fiu/tf] }
  - purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    bases: [avg-art6-1e, wiv2017-art39]
    from: [ind/nv, nla/ct, nctv/analyse]
  - { purpose: bijeenbrengen-ter-bestrijding-van-terrorisme, bases: [wjsg-art39f], from: [om/lovj] }
  - { purpose: adviseren-over-optreden, bases: [wiv2017-art62], from: [box] }

ceilings:
  - { to: [any], level: stg-geheim }

"""#
        ),
        (
            path: "exchanges/detentie-mar.yaml",
            text: #"""
# The table on a detainee: safety inside, and the way back into the municipality of return.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: detentie-mar
title: Multidisciplinair afstemmingsoverleg in detentie

bases:
  pbw: Penitentiaire beginselenwet, with its information rules (V)
  wjsg-art51c: Wjsg art. 51c, execution data (V)
  wpg-art20: Wpg art. 20, partnership provision to third parties (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  chair:
    - { mailbox: dji/mar, basis: pbw }
  source:
    - { mailbox: dji/meldpunt, basis: pbw }
    - { mailbox: dji/ta, basis: pbw }
  partner:
    - { mailbox: reclassering/ter, basis: wjsg-art51c }
    - { mailbox: om/parket, basis: wjsg-art51c }
    - { mailbox: politie/cter, basis: wpg-art20 }
    - { mailbox: gemeente-den-haag/casus, basis: avg-art6-1e }
    - { mailbox: gemeente-rotterdam/casus, basis: avg-art6-1e }
    - { mailbox: zvh-haaglanden/procesregie, basis: avg-art6-1e }
    - { mailbox: lse/advies, basis: avg-art6-1e }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: vernietigen }

every:
  # The detainee.
  case: required

kinds:
  melding:
    permits:
      - { from: [source], to: [chair] }

  casusstuk:
    permits:
      - { from: [chair, partner], to: [chair, partner] }

  # VERA-2R: which version, of which day, by whom in which function.
  risicotaxatie:
    permits:
      - { from: [chair, partner], to: [chair, partner] }
    details:
      taxatie:
        type: group
        fields:
          versie: { type: text, required: [any] }
          datum: { type: date, latest: today, required: [any] }
          functie: { type: text, required: [any] }
    fields:
      reviewBy: { required: [any], within: 1 year }

  # Says that it can be contested.
  ideologische-duiding:
    permits:
      - { from: [chair, partner], to: [chair, partner] }
    details:
      contestable: { type: boolean, allowed: ["true"], required: [any] }

  # To the municipality of return and the probation service, and nowhere else.
  overdracht:
    permits:
      - from: [chair]
        to: [gemeente-den-haag/casus, reclassering/ter]
        when: { details.returnTo: gemeente-den-haag }
      - from: [chair]
        to: [gemeente-rotterdam/casus, reclassering/ter]
        when: { details.returnTo: gemeente-rotterdam }
    details:
      returnTo: { type: choice, of: [gemeente-den-haag, gemeente-rotterdam] }

  einde-detentie:
    permits:
      - { from: [chair], to: [partner] }
    details:
      releaseDate: { type: date, earliest: in 3 months, required: [any] }

purposes:
  - { purpose: veilige-detentie-en-re-integratie, bases: [pbw], from: [chair, source] }
  - { purpose: veilige-detentie-en-re-integratie, bases: [wjsg-art51c], from: [reclassering/ter, om/parket] }
  - { purpose: veilige-detentie-en-re-integratie, bases: [wpg-art20], from: [politie/cter] }
  - purpose: veilige-detentie-en-re-integratie
    bases: [avg-art6-1e]
    from: [gemeente-den-haag/casus, gemeente-rotterdam/casus, zvh-haaglanden/procesregie, lse/advies]

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/fec-tf.yaml",
            text: #"""
# Mapping the financing of terrorism, network by network; each partner gives to the unit, which draws the picture.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: fec-tf
title: FEC, financing of terrorism

bases:
  wgs-fec: WGS, the part on the FEC (V, articles)
  wpg-art20: Wpg art. 20, partnership provision to third parties (C)
  wwft-art13: Wwft art. 13, task of the FIU (C)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)

members:
  partner:
    - { mailbox: om/fp, basis: wjsg-art39f }
    - { mailbox: politie/cter, basis: wpg-art20 }
    - { mailbox: fiod/tf, basis: wgs-fec }
    - { mailbox: fiu/tf, basis: wwft-art13 }
    - { mailbox: belastingdienst/ct, basis: wgs-fec }
    - { mailbox: dnb/integriteit, basis: wgs-fec }
  # Gives, and gets nothing.
  giver:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
  unit:
    - { mailbox: fec/tf, basis: wgs-fec }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: vernietigen }

every:
  # The network. Who contributes to it sits at its table.
  case: required
  details:
    programme: { type: choice, of: [tf, bf] }
  fields:
    reviewBy: { within: 6 months }
  # What came for one purpose is not used for the other.
  cites:
    - known: [inbreng, netwerkbeeld, interventiestrategie, terugkoppeling]
      number: optional
      where:
        purpose: { sameAs: cited.purpose }
        any:
          - { cited.details.programme: { present: false } }
          - { details.programme: { sameAs: cited.details.programme } }
      otherwise: field.value
  # The programme is that of the purpose.
  forbids:
    - when: { purpose: terrorismefinanciering-in-kaart-brengen, details.programme: { present: true, is: bf } }
      reason: field.value
    - when: { purpose: buitenlandse-financiering-in-kaart-brengen, details.programme: { present: true, is: tf } }
      reason: field.value

kinds:
  inbreng:
    permits:
      - { from: [partner, giver], to: [unit] }

  # For who contributed.
  netwerkbeeld:
    permits:
      - { from: [unit], to: [partner] }
    fields:
      respondBy: { within: 60 days }
    cites:
      - answers: [inbreng]
        where:
          purpose: { sameAs: cited.purpose }
          any:
            - { cited.details.programme: { present: false } }
            - { details.programme: { sameAs: cited.details.programme } }
        otherwise: field.value

  # For who intervenes.
  interventiestrategie:
    permits:
      - { from: [unit], to: [partner] }
    release: 2
    fields:
      respondBy: { within: 60 days }

  terugkoppeling:
    permits:
      - { from: [partner], to: [unit] }
    cites:
      - answers: [netwerkbeeld, interventiestrategie]
        where:
          purpose: { sameAs: cited.purpose }
          any:
            - { cited.details.programme: { present: false } }
            - { details.programme: { sameAs: cited.details.programme } }
        otherwise: field.value

purposes:
  - { purpose: terrorismefinanciering-in-kaart-brengen, bases: [wgs-fec], from: [partner, unit] }
  - { purpose: terrorismefinanciering-in-kaart-brengen, bases: [wpg-art20], from: [politie/cter] }
  - { purpose: terrorismefinanciering-in-kaart-brengen, bases: [wwft-art13], from: [fiu/tf] }
  - { purpose: terrorismefinanciering-in-kaart-brengen, bases: [wjsg-art39f], from: [om/fp] }
  - { purpose: terrorismefinanciering-in-kaart-brengen, bases: [wiv2017-art62], from: [giver] }
  - { purpose: buitenlandse-financiering-in-kaart-brengen, bases: [wgs-fec], from: [partner, unit] }
  - { purpose: buitenlandse-financiering-in-kaart-brengen, bases: [wpg-art20], from: [politie/cter] }
  - { purpose: buitenlandse-financiering-in-kaart-brengen, bases: [wwft-art13], from: [fiu/tf] }
  - { purpose: buitenlandse-financiering-in-kaart-brengen, bases: [wjsg-art39f], from: [om/fp] }
  - { purpose: buitenlandse-financiering-in-kaart-brengen, bases: [wiv2017-art62], from: [giver] }

ceilings:
  - { to: [any], level: stg-confidentieel }

"""#
        ),
        (
            path: "exchanges/fiu-meldingen.yaml",
            text: #"""
# Unusual transactions: who must report reports to the unit, and never learns what became of it; what is declared
# suspicious goes to investigators and services.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: fiu-meldingen
title: FIU-meldingen

bases:
  wwft-art13: Wwft art. 13, task of the FIU (C)
  wwft-art16: Wwft art. 16, reporting unusual transactions (C)
  wpg-art16: Wpg art. 16, provision to authorities (C)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)
  wiv2017-art86: Wiv 2017, cooperation between the two services (V)

members:
  reporter:
    - { mailbox: bank-a/meldingen, basis: wwft-art16 }
  unit:
    - { mailbox: fiu/meldingen, basis: wwft-art13 }
    - { mailbox: fiu/tf, basis: wwft-art13 }
  receiver:
    - { mailbox: politie/cter, basis: wwft-art13 }
    - { mailbox: fiod/tf, basis: wwft-art13 }
    - { mailbox: om/fp, basis: wwft-art13 }
    - { mailbox: aivd/ct, basis: wwft-art13 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: vernietigen }

kinds:
  # Without delay: late is better than never, so that no day is a bound.
  melding-ongebruikelijk:
    permits:
      - { from: [reporter], to: [unit] }

  # What is not declared suspicious leaves the unit in a trendbericht only.
  verdachtverklaring:
    permits:
      - { from: [unit], to: [receiver] }

  # It may name the report that it asks about, and nothing else: a citation would tell what became of it.
  verzoek-om-gegevens:
    permits:
      - { from: [unit], to: [reporter] }
    fields:
      respondBy: { within: 5 working days }
    cites:
      - { answers: [melding-ongebruikelijk], number: optional }
  antwoord:
    permits:
      - { from: [reporter], to: [unit] }
    cites:
      - { answers: [verzoek-om-gegevens], number: one }

  # Without persons, and about no report in particular.
  trendbericht:
    permits:
      - { from: [unit], to: [reporter] }
    subjects: 0
    forbids:
      - why: the reporter never learns what became of its report
        when: { cites: [melding-ongebruikelijk, verdachtverklaring, verzoek-om-gegevens, antwoord] }
        reason: reply.unmatched

purposes:
  - purpose: voorkomen-witwassen-en-terrorismefinanciering
    bases: [wwft-art16]
    kinds: [melding-ongebruikelijk, antwoord]
  - purpose: voorkomen-witwassen-en-terrorismefinanciering
    bases: [wwft-art13]
    kinds: [verdachtverklaring, verzoek-om-gegevens, trendbericht]

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

# Receivers inside their task, each on its own basis. Nobody passes anything to a reporter.
onward:
  permits:
    - from: [politie/cter, fiod/tf]
      to: [kind:police, kind:prosecution]
      kinds: [verdachtverklaring]
      purpose: [voorkomen-witwassen-en-terrorismefinanciering, opsporing-en-vervolging]
      bases: [wpg-art16]
      consent: not-needed
    - from: [om/fp]
      to: [kind:police, kind:prosecution]
      kinds: [verdachtverklaring]
      purpose: [voorkomen-witwassen-en-terrorismefinanciering, opsporing-en-vervolging]
      bases: [wjsg-art39f]
      consent: not-needed
    - from: [aivd/ct]
      to: [kind:service]
      kinds: [verdachtverklaring]
      purpose: [onderkennen-nationale-veiligheid]
      bases: [wiv2017-art86]
      consent: not-needed

"""#
        ),
        (
            path: "exchanges/hit-no-hit.yaml",
            text: #"""
# Hit or no hit: a blinded question whether another knows someone, and one bit in answer. A hit gives no right to the
# content, which is asked for in the exchange where it belongs.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: hit-no-hit
title: Hit/no-hit

bases:
  wpg-art16: Wpg art. 16, provision to authorities (C)
  wpg-art20: Wpg art. 20, partnership provision to third parties (C)
  wwft-art13: Wwft art. 13, task of the FIU (C)
  vw2000-art107: Vw 2000 art. 107, aliens administration (C)
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  pnrwet-piu: PNR-wet, exchange between units and Europol (V, number)
  europol-art19: Regulation (EU) 2016/794 art. 19, the provider sets purpose and restrictions (C)

members:
  police:
    - { mailbox: politie/cter, basis: wpg-art16 }
    - { mailbox: kmar/ct, basis: wpg-art16 }
    - { mailbox: fiod/tf, basis: wpg-art20 }
  fiu:
    - { mailbox: fiu/tf, basis: wwft-art13 }
  aliens:
    - { mailbox: ind/nv, basis: vw2000-art107 }
  infobox:
    - { mailbox: aivd/cti, basis: wiv2017-art62 }
  europol:
    - { mailbox: europol/siena, basis: europol-art19 }
  # The two units ask each other and nobody else.
  pnr-unit:
    - { mailbox: pinl/verstrekking, basis: pnrwet-piu }
    - { mailbox: piu-de/verstrekking, basis: pnrwet-piu }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # The decision record stays.
  - { kinds: [uitkomst], term: 30 days, then: vernietigen }

every:
  fields:
    subject: { forbidden: [any] }

kinds:
  vraag:
    permits:
      - { from: [police, fiu, aliens, infobox, europol], to: [police, fiu, aliens, infobox, europol] }
      - { from: [pnr-unit], to: [pnr-unit] }
    details:
      justification: { type: text, required: [any] }
    fields:
      respondBy: { within: 24 hours }
    forbids:
      - why: nobody fishes, a hundred questions a day are enough
        when: { queriesToday: { atLeast: 100 } }
        reason: route.not-allowed

  # Hit or no hit, and nothing more, to who asked.
  uitkomst:
    permits:
      - from: [police, fiu, aliens, infobox, europol]
        to: [police, fiu, aliens, infobox, europol]
        addressees: 1
      - { from: [pnr-unit], to: [pnr-unit], addressees: 1 }
    details:
      hit: { type: boolean, required: [any] }
    fields:
      documents: { forbidden: [any] }
    cites:
      - { answers: [vraag], number: one }

  vervolgverzoek:
    permits:
      - from: [police, fiu, aliens, infobox, europol]
        to: [police, fiu, aliens, infobox, europol]
        addressees: 1
      - { from: [pnr-unit], to: [pnr-unit], addressees: 1 }
    details:
      justification: { type: text, required: [any] }
    cites:
      - { answers: [uitkomst], number: one, where: { cited.details.hit: true } }

purposes:
  # Each asks for its own task and on its own basis.
  - { purpose: onderkennen-nationale-veiligheid, bases: [wpg-art16, wpg-art20], from: [police] }
  - { purpose: terroristisch-misdrijf, bases: [wpg-art16, wpg-art20], from: [police] }
  - { purpose: tegengaan-terrorismefinanciering, bases: [wpg-art16, wpg-art20], from: [police] }
  - { purpose: tegengaan-terrorismefinanciering, bases: [wwft-art13], from: [fiu] }
  - { purpose: onderkennen-nationale-veiligheid, bases: [vw2000-art107], from: [aliens] }
  - { purpose: onderkennen-nationale-veiligheid, bases: [wiv2017-art62], from: [infobox] }
  - { purpose: terroristisch-misdrijf, bases: [europol-art19], from: [europol] }
  - { purpose: tegengaan-terrorismefinanciering, bases: [europol-art19], from: [europol] }
  - { purpose: terroristisch-misdrijf, bases: [pnrwet-piu], from: [pnr-unit] }
  # Who is asked answers for the purpose of the question.
  - { purpose: onderkennen-nationale-veiligheid, bases: [wwft-art13], kinds: [uitkomst], from: [fiu] }
  - { purpose: terroristisch-misdrijf, bases: [wwft-art13], kinds: [uitkomst], from: [fiu] }
  - { purpose: terroristisch-misdrijf, bases: [vw2000-art107], kinds: [uitkomst], from: [aliens] }
  - { purpose: tegengaan-terrorismefinanciering, bases: [vw2000-art107], kinds: [uitkomst], from: [aliens] }
  - { purpose: terroristisch-misdrijf, bases: [wiv2017-art62], kinds: [uitkomst], from: [infobox] }
  - { purpose: tegengaan-terrorismefinanciering, bases: [wiv2017-art62], kinds: [uitkomst], from: [infobox] }
  - { purpose: onderkennen-nationale-veiligheid, bases: [europol-art19], kinds: [uitkomst], from: [europol] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/informatieportaal.yaml",
            text: #"""
# A closed library for case-table professionals: protocols, fact sheets, open sources; no personal data.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: informatieportaal
title: Informatieportaal

bases:
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  editor:
    - { mailbox: nctv/portaal, basis: avg-art6-1e }
    - { mailbox: szw/ess, basis: avg-art6-1e }
    - { mailbox: lse/advies, basis: avg-art6-1e }
  reader:
    - { mailbox: gemeente-den-haag/casus, basis: avg-art6-1e }
    - { mailbox: gemeente-rotterdam/casus, basis: avg-art6-1e }
    - { mailbox: politie/cter, basis: avg-art6-1e }
    - { mailbox: om/parket, basis: avg-art6-1e }
    - { mailbox: rvdk/landelijk, basis: avg-art6-1e }
    - { mailbox: dji/mar, basis: avg-art6-1e }
    - { mailbox: reclassering/ter, basis: avg-art6-1e }
    - { mailbox: zvh-haaglanden/procesregie, basis: avg-art6-1e }
    - { mailbox: coa/meldpunt, basis: avg-art6-1e }
    - { mailbox: ind/nv, basis: avg-art6-1e }
    - { mailbox: dtv/nv, basis: avg-art6-1e }
  # For what carries a traffic light only.
  outside:
    - { mailbox: kennisinstelling-a/osint, basis: avg-art6-1e }

auditors: [ap/toezicht]
auditContents: granted

signingAge: 24 hours
retention:
  - { term: 10 years, then: overbrengen }

every:
  subjects: 0
  case: forbidden

kinds:
  publicatie:
    permits:
      - { from: [editor], to: [editor, reader] }
    list: versioned
    details:
      list: { required: [any] }
    fields:
      reviewBy: { within: 2 years }
  vervanging:
    permits:
      - { from: [editor], to: [editor, reader] }
    list: versioned
    details:
      list: { required: [any] }
    fields:
      reviewBy: { within: 2 years }
  intrekking:
    permits:
      - { from: [editor], to: [editor, reader] }
    cites:
      - { follows: [publicatie, vervanging], lapsed: allowed }
  vraag:
    permits:
      - { from: [reader], to: [editor] }
  osint-bericht:
    permits:
      - { from: [members], to: [editor, reader] }
    details:
      tlp: { required: [any] }

purposes:
  - { purpose: deskundigheidsbevordering, bases: [avg-art6-1e] }

ceilings:
  - { to: [any], level: ongerubriceerd }

onward:
  permits:
    # Free inside government, as far as the traffic light goes.
    - from: [editor, reader]
      to:
        - editor
        - reader
        - own-organisation
        - kind:service
        - kind:police
        - kind:prosecution
        - kind:ministry
        - kind:municipality
        - kind:court
        - kind:oversight
      kinds: [publicatie, vervanging, osint-bericht]
      purpose: same
      consent: not-needed

"""#
        ),
        (
            path: "exchanges/inlichtingenberichten.yaml",
            text: #"""
# Intelligence for analysts and operational partners; never evidence, never onward without the originator.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: inlichtingenberichten
title: Inlichtingenberichten

bases:
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  provider:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
    - { mailbox: mivd/ct, basis: wiv2017-art62 }
  receiver:
    - { mailbox: nctv/analyse, basis: wiv2017-art62 }
    - { mailbox: bz/ct, basis: wiv2017-art62 }
    - { mailbox: politie/cter, basis: wiv2017-art62 }
    - { mailbox: kmar/ct, basis: wiv2017-art62 }
    - { mailbox: ind/nv, basis: wiv2017-art62 }
    - { mailbox: om/lovj, basis: wiv2017-art62 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { party: [provider], term: 20 years, then: overbrengen }
  - { party: [receiver], term: 5 years, then: vernietigen }

kinds:
  inlichtingenbericht:
    permits:
      - { from: [provider], to: [receiver] }
    markings: { required: [originator-control, geen-bewijs] }
    fields:
      reviewBy: { required: [any], within: 1 year }

  # Whether it was of use.
  afnemersreactie:
    permits:
      - { from: [receiver], to: [provider] }
    cites:
      - { answers: [inlichtingenbericht] }

purposes:
  - { purpose: informeren-over-dreiging, bases: [wiv2017-art62], from: [provider] }
  - { purpose: waarnemen-van-de-taak, bases: [wiv2017-art62], from: [provider] }
  - { purpose: informeren-over-dreiging, bases: [avg-art6-1e], from: [receiver] }
  - { purpose: waarnemen-van-de-taak, bases: [avg-art6-1e], from: [receiver] }

ceilings:
  - { to: [any], level: stg-geheim }

onward:
  permits:
    - { from: [receiver], to: [any], purpose: any, consent: needed }
  forbids:
    # Never into a criminal file,
    - { purposes: [opsporing-en-vervolging, strafvordering, aanhouding] }
    # nor a case table,
    - { purposes: [persoonsgerichte-aanpak, veilige-detentie-en-re-integratie, vertrek] }
    - { to: [gemeente-den-haag/casus, gemeente-rotterdam/casus, dji/mar] }
    # nor to a private party,
    - { to: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }
    - { to: [kennisinstelling-a/osint, mma/meldingen] }
    # nor abroad, where the services go another way.
    - { to: [region:eu, region:other] }

"""#
        ),
        (
            path: "exchanges/internationaal.yaml",
            text: #"""
# Police and prosecution abroad: through the gates only, with a human-rights assessment, onward as the provider allows.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: internationaal
title: International

bases:
  wpg-art17a: Wpg art. 17a, transfer abroad (C)
  wpg-art16: Wpg art. 16, provision to authorities (C)
  europol-art19: Regulation (EU) 2016/794 art. 19, the provider sets purpose and restrictions (C)
  dir2023-977: Directive (EU) 2023/977, requests between law-enforcement authorities (C)
  sv-5-4: Sv Book 5 title 4, European investigation order (C)

members:
  gate:
    - { mailbox: politie/sirene, basis: wpg-art17a }
    - { mailbox: om/irc, basis: sv-5-4 }
  origin:
    - { mailbox: politie/cter, basis: wpg-art16 }
    - { mailbox: om/parket, basis: wpg-art16 }
  foreign:
    - { mailbox: europol/siena, basis: europol-art19 }
    - { mailbox: interpol/ncb, basis: wpg-art17a }
    - { mailbox: land-y/politie, basis: wpg-art17a }
  evidence:
    - { mailbox: iiim/bewijs, basis: sv-5-4 }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: vernietigen }

every:
  details:
    evaluation: { required: [region:eu, region:other] }
    handling: { required: [region:eu, region:other] }
    humanRights: { required: [region:other] }
    urgency: { type: choice, of: [spoed, drie-dagen, zeven-dagen] }
  release:
    - { persons: 2, when: { someTo: [region:other] } }

kinds:
  melding-tweede-nationaliteit:
    permits:
      - { from: [gate], to: [land-y/politie] }

  # From the origin to its gate, from the gate abroad, and the other way round.
  verzoek:
    permits:
      - { from: [origin], to: [gate], addressees: 1 }
      - { from: [gate], to: [foreign, origin], addressees: 1 }
      - { from: [foreign], to: [gate], addressees: 1 }
    fields:
      respondBy:
        # Who allows more than eight hours says how much.
        - { within: 8 hours, when: { not: { details.urgency: [drie-dagen, zeven-dagen] } } }
        - { within: 3 days, when: { not: { details.urgency: zeven-dagen } } }
        - { within: 7 days }
  antwoord:
    permits:
      - { from: [origin], to: [gate], addressees: 1 }
      - { from: [gate], to: [foreign, origin], addressees: 1 }
      - { from: [foreign], to: [gate], addressees: 1 }
    cites:
      - { answers: [verzoek], number: one }

  bijdrage:
    permits:
      - { from: [gate], to: [europol/siena] }

  bewijsverzoek:
    permits:
      - { from: [om/irc], to: [evidence, land-y/politie], addressees: 1 }
      - { from: [evidence, land-y/politie], to: [om/irc] }
  bewijsoverdracht:
    permits:
      - { from: [om/irc], to: [evidence, land-y/politie], addressees: 1 }
      - { from: [evidence, land-y/politie], to: [om/irc] }
    cites:
      - { answers: [bewijsverzoek], number: one }

purposes:
  - { purpose: voorkomen-en-bestrijden-terrorisme, bases: [europol-art19], kinds: [bijdrage] }
  - { purpose: voorkomen-en-bestrijden-terrorisme, bases: [wpg-art16], from: [origin] }
  - { purpose: voorkomen-en-bestrijden-terrorisme, bases: [wpg-art16], to: [origin] }
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [europol-art19, dir2023-977]
    kinds: [verzoek, antwoord]
    to: [europol/siena]
  - { purpose: voorkomen-en-bestrijden-terrorisme, bases: [europol-art19, dir2023-977], from: [europol/siena] }
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [wpg-art17a]
    kinds: [melding-tweede-nationaliteit, verzoek, antwoord]
    to: [interpol/ncb, land-y/politie]
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [wpg-art17a]
    kinds: [verzoek, antwoord]
    from: [interpol/ncb, land-y/politie]
  - { purpose: strafvordering, bases: [sv-5-4], kinds: [bewijsverzoek, bewijsoverdracht] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

onward:
  permits:
    # H0 inside the purpose; else with the consent of who provided it.
    - from: [gate]
      to: [gate, origin]
      purpose: same
      when: { original.details.handling: H0 }
      consent: not-needed
    - { from: [gate, origin], to: [gate, origin], purpose: any, bases: [wpg-art16], consent: needed }

"""#
        ),
        (
            path: "exchanges/kamerstukken.yaml",
            text: #"""
# Papers of parliament: what the chamber asks, and the letters that answer it, without a word from any case.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: kamerstukken
title: Kamerstukken

bases:
  grondwet-art68: Grondwet art. 68, informing parliament (C)

members:
  minister:
    - { mailbox: nctv/beleid, basis: grondwet-art68 }
    - { mailbox: bz/ct, basis: grondwet-art68 }
    - { mailbox: ind/rwn, basis: grondwet-art68 }
  chamber:
    - { mailbox: tweede-kamer/griffie, basis: grondwet-art68 }

auditors: [ap/toezicht]
auditContents: granted

signingAge: 24 hours

every:
  release: 2
  case: forbidden

kinds:
  # Answered within three weeks.
  verzoek:
    permits:
      - { from: [chamber], to: [minister] }
    fields:
      respondBy: { within: 21 days }
  motie-of-toezegging:
    permits:
      - { from: [chamber], to: [minister] }
  rappel:
    permits:
      - { from: [chamber], to: [minister] }
    cites:
      - { follows: [verzoek, motie-of-toezegging], number: optional }

  # Of its own accord, or in answer; annexes are documents, onBehalfOf names who signs with it, and notBefore lets it be
  # offered at one moment.
  kamerbrief:
    permits:
      - { from: [minister], to: [chamber] }
    cites:
      - { answers: [verzoek, motie-of-toezegging, rappel], number: optional }

purposes:
  - { purpose: informeren-parlement, bases: [grondwet-art68] }

ceilings:
  - { to: [any], level: ongerubriceerd }

"""#
        ),
        (
            path: "exchanges/kinderen-terugkeer.yaml",
            text: #"""
# Children who return from a conflict area: protected by council, court and institution, apart from police.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: kinderen-terugkeer
title: Terugkeer van kinderen

bases:
  bw1-255: BW 1:255, supervision order (C)
  bw1-257: BW 1:257, provisional supervision order (C)
  jeugdwet-art7-3-11: Jeugdwet art. 7.3.11, information to the child protection council (V)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  reporter:
    - { mailbox: bz/consulair, basis: avg-art6-1e }
    - { mailbox: kmar/grens, basis: avg-art6-1e }
    - { mailbox: politie/cter, basis: avg-art6-1e }
  # Reports by ambtsbericht, in that exchange.
  service:
    - { mailbox: aivd/ct }
  council:
    - { mailbox: rvdk/landelijk, basis: bw1-255 }
  court:
    - { mailbox: rechtspraak/kinderrechter, basis: bw1-255 }
  institution:
    - { mailbox: jbwest/terugkeer, basis: avg-art6-1e }
  screening:
    - { mailbox: lat/screening, basis: jeugdwet-art7-3-11 }
  # For the plan.
  municipality:
    - { mailbox: gemeente-den-haag/casus, basis: avg-art6-1e }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # Until the child is grown up, at the latest; what the law adds to that is to be verified (V).
  - { term: 18 years, then: vernietigen }

every:
  case: required
  details:
    minor: { type: boolean, allowed: ["true"], required: [any] }

kinds:
  # There is no case before it.
  melding:
    permits:
      - { from: [reporter], to: [council] }
    case: none

  verzoek-maatregel:
    permits:
      - { from: [council], to: [court] }

  beschikking:
    permits:
      - { from: [court], to: [council, institution] }

  # On the order of the court.
  overdracht:
    permits:
      - { from: [council], to: [institution] }
    cites:
      - { received: [beschikking] }

  # Trauma, attachment, ideology; an observation of three months.
  screening:
    permits:
      - { from: [screening], to: [council, institution] }
    fields:
      reviewBy: { required: [any], within: 3 months }

  behandelplan:
    permits:
      - { from: [institution], to: [council, municipality] }

# Nothing from here for opsporing-en-vervolging or onderkennen-nationale-veiligheid, forwards included.
purposes:
  - { purpose: bescherming-van-het-kind, bases: [avg-art6-1e], from: [reporter, institution] }
  - { purpose: bescherming-van-het-kind, bases: [bw1-255, bw1-257], from: [council, court] }
  - { purpose: bescherming-van-het-kind, bases: [jeugdwet-art7-3-11], from: [screening] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/laov.yaml",
            text: #"""
# The local table on return: departure of an alien, and nothing else.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: laov
title: Lokaal afstemmingsoverleg vertrek

bases:
  vw2000-art107: Vw 2000 art. 107, aliens administration (C)
  vw2000-art59: Vw 2000 art. 59, detention (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  chair:
    - { mailbox: dtv/nv, basis: vw2000-art107 }
  partner:
    - { mailbox: ind/nv, basis: vw2000-art107 }
    - { mailbox: politie/avim, basis: vw2000-art107 }
  # Only while the person is detained: its seat in the case has a last day.
  detention:
    - { mailbox: dji/mar, basis: avg-art6-1e }
  # Only when expulsion is near.
  expulsion:
    - { mailbox: kmar/vertrek, basis: vw2000-art107 }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: vernietigen }

every:
  case: required
  permits:
    - { from: [members], to: [members] }
  details:
    detained: { type: boolean }
    expulsionPlanned: { type: boolean }
  fields:
    reviewBy: { within: 3 months }
  # Besides the seats: who says that a stage is over cannot share with those of that stage.
  forbids:
    - when:
        any: [{ from: [detention] }, { someTo: [detention] }]
        details.detained: { present: true, is: "false" }
      reason: case.membership-lapsed
    - when:
        any: [{ from: [expulsion] }, { someTo: [expulsion] }]
        details.expulsionPlanned: { present: true, is: "false" }
      reason: case.membership-lapsed

kinds:
  casusstuk: {}
  afspraak: {}
  vertrekplanning: {}
  vertrokken: {}

# Not for public order, national security, resocialisation or care.
purposes:
  - { purpose: vertrek, bases: [vw2000-art107, vw2000-art59], from: [chair] }
  - { purpose: vertrek, bases: [vw2000-art107], from: [partner, expulsion] }
  - { purpose: vertrek, bases: [avg-art6-1e], from: [detention] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/lijst-uitreizigers.yaml",
            text: #"""
# The list of persons who left to join a terrorist group: monthly, whole, versioned, to subscribers set beforehand.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: lijst-uitreizigers
title: Lijst uitreizigers

bases:
  wpg-art10: Wpg art. 10, themes (C)
  wpg-art16: Wpg art. 16, provision to authorities (C)
  wpg-art17a: Wpg art. 17a, transfer abroad (C)
  europol-art19: Regulation (EU) 2016/794 art. 19, the provider sets purpose and restrictions (C)

members:
  keeper:
    - { mailbox: politie/cter, basis: wpg-art10 }
  subscriber:
    - { mailbox: aivd/ct, basis: wpg-art16 }
    - { mailbox: kmar/ct, basis: wpg-art16 }
    - { mailbox: om/lovj, basis: wpg-art16 }
    - { mailbox: nctv/analyse, basis: wpg-art16 }
  europol:
    - { mailbox: europol/siena, basis: europol-art19 }
  abroad:
    - { mailbox: interpol/ncb, basis: wpg-art17a }
    - { mailbox: land-y/politie, basis: wpg-art17a }
  # Enters alerts into SIS and EIS.
  entry:
    - { mailbox: politie/sirene, basis: wpg-art10 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # Monthly, so that the last two versions are there.
  - { term: 1 month, from: replacement, then: vernietigen }

every:
  release: 2

kinds:
  lijst:
    permits:
      - { from: [keeper], to: [subscriber, europol, abroad] }
    subjects: any
    list: subscribed
    limits: { liftedBy: [afvoering] }
    details:
      list: { required: [any] }
      peildatum: { type: date, latest: today, required: [any] }
      period: { type: choice, of: [maand] }
      humanRights: { required: [region:other] }
      handling: {}
    fields:
      reviewBy: { required: [any], within: 3 months }
      respondBy: { within: 5 working days }
    forbids:
      - why: nothing goes onward; who is abroad reads so in the code
        when: { someTo: [europol, abroad], details.handling: { present: true } }
        unless: { details.handling: H2 }
        reason: field.value

  mutatie:
    permits:
      - { from: [keeper], to: [entry] }
    limits: { liftedBy: [afvoering] }
    fields:
      reviewBy: { required: [any], within: 3 months }

  ontvangstbevestiging:
    permits:
      - { from: [subscriber, europol, abroad, entry], to: [keeper] }
    cites:
      - { answers: [lijst, mutatie] }

  # A person is removed; all who ever got that entry hear it at once.
  afvoering:
    permits:
      - { from: [keeper], to: [subscriber, europol, abroad, entry] }
    reaches: told
    details:
      humanRights: { required: [region:other] }
    cites:
      - { sent: [lijst, mutatie], lapsed: allowed }

purposes:
  - { purpose: onderkennen-uitreizigers, bases: [wpg-art10, wpg-art16], to: [subscriber, entry] }
  - { purpose: onderkennen-uitreizigers, bases: [europol-art19], to: [europol] }
  - { purpose: onderkennen-uitreizigers, bases: [wpg-art17a], to: [abroad] }
  - { purpose: onderkennen-uitreizigers, bases: [wpg-art10, wpg-art16], from: [subscriber, entry] }
  - { purpose: onderkennen-uitreizigers, bases: [europol-art19], from: [europol] }
  - { purpose: onderkennen-uitreizigers, bases: [wpg-art17a], from: [abroad] }
  # One removal reaches those here and those abroad, on one basis.
  - purpose: onderkennen-uitreizigers
    bases: [wpg-art10, wpg-art16, wpg-art17a, europol-art19]
    kinds: [afvoering]

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/nederlanderschap.yaml",
            text: #"""
# Withdrawal of Dutch nationality: on a judgment or an ambtsbericht, told to registers, undone to all who had it.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: nederlanderschap
title: Intrekking van het Nederlanderschap

bases:
  rwn-art14-2: RWN art. 14(2), loss after a final conviction (C)
  rwn-art14-4: RWN art. 14(4), loss in the interest of national security (C)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)

members:
  decider:
    - { mailbox: ind/rwn, basis: rwn-art14-4 }
  source:
    - { mailbox: om/parket, basis: wjsg-art39f }
  # Their reports come through ambtsberichten.
  service:
    - { mailbox: aivd/ct }
    - { mailbox: mivd/ct }
  court:
    - { mailbox: rechtspraak/strafkamer, basis: wjsg-art39f }
  told:
    - { mailbox: rvig/rps, basis: rwn-art14-4 }
    - { mailbox: gemeente-den-haag/burgerzaken, basis: rwn-art14-4 }
    - { mailbox: kmar/vertrek, basis: rwn-art14-4 }
    - { mailbox: dtv/nv, basis: rwn-art14-4 }
    - { mailbox: politie/sirene, basis: rwn-art14-4 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 20 years, then: overbrengen }

every:
  release: 2

kinds:
  # The conviction, from the prosecution service or the court itself.
  vonnis:
    permits:
      - { from: [source, court], to: [decider] }
    release: 1

  voornemen:
    permits:
      - { from: [decider], to: [told] }

  intrekkingsbesluit:
    permits:
      - { from: [decider], to: [told] }
    cites:
      - { received: [vonnis], when: { legalBasis: rwn-art14-2 }, otherwise: basis.not-allowed }
      - received: [ambtsberichten/ambtsbericht]
        when: { legalBasis: rwn-art14-4 }
        otherwise: basis.not-allowed

  # Objection, appeal, final, annulled, withdrawn.
  stand:
    permits:
      - { from: [decider], to: [told] }
    details:
      stand: { type: choice, of: [bezwaar, beroep, onherroepelijk, vernietigd, ingetrokken], required: [any] }
      # Told in five working days.
      since: { type: date, earliest: 5 working days ago, latest: today }
    cites:
      - { sent: [intrekkingsbesluit] }

  # An annulment reaches everyone who had the decision.
  herstel:
    permits:
      - { from: [decider], to: [told] }
    reaches: told
    cites:
      - { sent: [intrekkingsbesluit], number: optional, lapsed: allowed }

purposes:
  - { purpose: intrekking-nederlanderschap, bases: [wjsg-art39f], kinds: [vonnis] }
  - purpose: intrekking-nederlanderschap
    bases: [rwn-art14-2, rwn-art14-4]
    kinds: [voornemen, intrekkingsbesluit, stand, herstel]

ceilings:
  - { to: [told], level: ongerubriceerd }
  - { to: [decider], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/notice-and-action.yaml",
            text: #"""
# Voluntary removal: the police refer to the own terms of a host, who is free to refuse.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: notice-and-action
title: Notice and action

bases:
  politiewet-art3: Politiewet 2012 art. 3, the police task (C)
  europol-art19: Regulation (EU) 2016/794 art. 19, the provider sets purpose and restrictions (C)

members:
  referrer:
    - { mailbox: politie/iru, basis: politiewet-art3 }
  judge:
    - { mailbox: om/parket, basis: politiewet-art3 }
  host:
    - { mailbox: hosting-a/abuse, basis: politiewet-art3 }
  fellow:
    - { mailbox: europol/iru, basis: europol-art19 }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 2 years, then: vernietigen }

kinds:
  # No data of an investigation and no identity of a user: what is not declared here is refused.
  verzoek-tot-verwijdering:
    permits:
      - { from: [referrer], to: [host] }
    details:
      offenceMaximumYears: { type: integer, minimum: 4, required: [any], otherwise: offence.below-threshold }
      termsOfUse: { type: text, required: [any] }
      novelCase: { type: boolean }
    fields:
      respondBy: { within: 24 hours }
    cites:
      - { known: [afstemming], when: { details.novelCase: { present: true, is: true } } }

  antwoord:
    permits:
      - { from: [host], to: [referrer] }
    details:
      outcome: { type: choice, of: [verwijderd, geweigerd] }
      reason: { type: text }
    cites:
      - { answers: [verzoek-tot-verwijdering] }
  bezwaar:
    permits:
      - { from: [host], to: [referrer] }
    cites:
      - { answers: [verzoek-tot-verwijdering], number: optional }

  afstemming:
    permits:
      - { from: [referrer], to: [judge] }
      - { from: [judge], to: [referrer] }
  doorverwijzing:
    permits:
      - { from: [referrer], to: [fellow] }
      - { from: [fellow], to: [referrer] }
    details:
      handling: {}

purposes:
  - purpose: verwijdering-strafbare-inhoud
    bases: [politiewet-art3]
    kinds: [verzoek-tot-verwijdering, antwoord, bezwaar, afstemming]
  - { purpose: verwijdering-strafbare-inhoud, bases: [europol-art19], kinds: [doorverwijzing] }

ceilings:
  - { to: [host], level: ongerubriceerd }
  - { to: [referrer, judge, fellow], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/partnerdiensten.yaml",
            text: #"""
# With services abroad: after a weighing note, through the gates only, and never onward without the originator.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: partnerdiensten
title: Partnerdiensten

bases:
  wiv2017-art88: Wiv 2017 art. 88, cooperation with foreign services after a weighing note (C)
  wiv2017-art89: Wiv 2017 art. 89, provision to foreign services (C)

members:
  # Only these send abroad.
  gate:
    - { mailbox: aivd/liaison, basis: wiv2017-art88 }
    - { mailbox: mivd/ct, basis: wiv2017-art88 }
  inside:
    - { mailbox: aivd/ct, basis: wiv2017-art88 }
  foreign:
    - { mailbox: dienst-x/ct, basis: wiv2017-art88 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 20 years, then: overbrengen }

every:
  permits:
    - { from: [gate], to: [foreign] }
    - { from: [foreign], to: [gate] }
    - { from: [inside], to: [aivd/liaison] }
    - { from: [aivd/liaison], to: [inside] }
  # The third-party rule.
  markings: { required: [originator-control] }
  details:
    # From a weighing note that is valid.
    humanRights: { required: [region:other] }
    unevaluated: { type: boolean }
  release:
    - { persons: 2, when: { details.unevaluated: { present: true, is: "true" } } }

kinds:
  inlichtingenbericht: {}
  verzoek: {}
  antwoord:
    cites:
      - { answers: [verzoek] }

purposes:
  - { purpose: nationale-veiligheid, bases: [wiv2017-art88, wiv2017-art89] }

ceilings:
  - { to: [any], level: stg-geheim }

# Only with consent, nationally too.
onward:
  permits:
    - { from: [members], to: [any], purpose: any, consent: needed }
  forbids:
    # Never into a criminal file,
    - { purposes: [opsporing-en-vervolging, strafvordering, aanhouding] }
    # nor a case table,
    - { purposes: [persoonsgerichte-aanpak, veilige-detentie-en-re-integratie, vertrek] }
    - { to: [gemeente-den-haag/casus, gemeente-rotterdam/casus, dji/mar] }
    # nor to a private party,
    - { to: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }
    - { to: [kennisinstelling-a/osint, mma/meldingen] }
    # nor abroad: what goes there is a message with an assessment of its own.
    - { to: [region:eu, region:other] }

"""#
        ),
        (
            path: "exchanges/pi-nl.yaml",
            text: #"""
# Passenger data: competent authorities demand, the unit provides what is strictly necessary, or refuses.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: pi-nl
title: Pi-NL passenger data

bases:
  pnrwet-vordering: PNR-wet, demand by a competent authority of its art. 9 (V, number)
  pnrwet-vergelijking: PNR-wet, comparison with databases (V, number)
  pnrwet-piu: PNR-wet, exchange between units and Europol (V, number)
  pnr-art8: Directive (EU) 2016/681 art. 8, transfer by carriers (C)
  pnrwet-fg: PNR-wet, data-protection officer (V)

members:
  unit:
    - { mailbox: pinl/verstrekking, basis: pnrwet-vergelijking }
  competent:
    - { mailbox: politie/cter, basis: pnrwet-vordering }
    - { mailbox: kmar/tcb, basis: pnrwet-vordering }
    - { mailbox: om/parket, basis: pnrwet-vordering }
    - { mailbox: fiod/tf, basis: pnrwet-vordering }
  carrier:
    - { mailbox: luchtvaart-a/pnr, basis: pnr-art8 }
  foreign-unit:
    - { mailbox: piu-de/verstrekking, basis: pnrwet-piu }
    - { mailbox: europol/siena, basis: pnrwet-piu }
  officer:
    - { mailbox: pinl/fg, basis: pnrwet-fg }
  ministry:
    - { mailbox: nctv/beleid, basis: pnrwet-fg }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, then: vernietigen }

every:
  fields:
    subject: { forbidden: [any] }

kinds:
  aanlevering:
    permits:
      - { from: [carrier], to: [unit] }
    subjects: any

  vordering:
    permits:
      - { from: [competent], to: [unit] }
    details:
      requested: { type: set, of: [naam, vlucht, betaling, bagage, reisgezelschap, contact], required: [any] }
      urgency: { type: choice, of: [gewoon, spoed] }
    fields:
      respondBy:
        # Who wants more time says that it is no matter of urgency.
        - { within: 4 hours, when: { not: { details.urgency: gewoon } } }
        - { within: 5 working days }

  # Answers one demand, gives no more than it asked, and goes only to who demanded.
  verstrekking:
    permits:
      - { from: [unit], to: [competent], addressees: 1 }
    details:
      provided: { type: set, of: [naam, vlucht, betaling, bagage, reisgezelschap, contact], required: [any] }
      necessity: { type: text, required: [any] }
      dataDate: { type: date, latest: today, required: [any] }
      depersonalised: { type: boolean, required: [any] }
    cites:
      - answers: [vordering]
        number: one
        where: { details.provided: { subsetOf: cited.details.requested } }
        otherwise: reply.exceeds-request
      - { received: [vrijgavebesluit], number: optional }
    forbids:
      - why: data older than six months is depersonalised, unless its release was decided
        when: { details.dataDate: { latest: 6 months ago } }
        unless: { any: [{ details.depersonalised: true }, { cites: [vrijgavebesluit] }] }
        reason: field.value

  # A positive match, looked at by a person.
  matchmelding:
    permits:
      - { from: [unit], to: [competent], addressees: 1 }
    details:
      humanReviewed: { type: boolean, allowed: ["true"], required: [any] }

  weigering:
    permits:
      - { from: [unit], to: [competent], addressees: 1 }
    details:
      ground: { type: choice, of: [niet-bevoegd, niet-noodzakelijk, onvolledig, buiten-doel], required: [any] }
    cites:
      - { answers: [vordering], number: one }

  # Full data after six months.
  vrijgaveverzoek:
    permits:
      - { from: [unit], to: [om/parket] }
  vrijgavebesluit:
    permits:
      - { from: [om/parket], to: [unit] }
    release: 2
    cites:
      - { answers: [vrijgaveverzoek], number: one }

  uitwisselverzoek:
    permits:
      - { from: [unit], to: [foreign-unit], addressees: 1 }
      - { from: [foreign-unit], to: [unit] }
  uitwisseling:
    permits:
      - { from: [unit], to: [foreign-unit], addressees: 1 }
      - { from: [foreign-unit], to: [unit] }
    details:
      necessity: { type: text, required: [any] }
    cites:
      - { answers: [uitwisselverzoek], number: one }

  jaarverslag:
    permits:
      - { from: [officer], to: [ministry] }
    subjects: 0

purposes:
  - { purpose: terroristisch-misdrijf, bases: [pnr-art8], kinds: [aanlevering] }
  - { purpose: ernstige-criminaliteit, bases: [pnr-art8], kinds: [aanlevering] }
  - purpose: terroristisch-misdrijf
    bases: [pnrwet-vordering]
    kinds: [vordering, verstrekking, weigering, vrijgaveverzoek, vrijgavebesluit]
  - purpose: ernstige-criminaliteit
    bases: [pnrwet-vordering]
    kinds: [vordering, verstrekking, weigering, vrijgaveverzoek, vrijgavebesluit]
  - { purpose: terroristisch-misdrijf, bases: [pnrwet-vergelijking], kinds: [matchmelding] }
  - { purpose: ernstige-criminaliteit, bases: [pnrwet-vergelijking], kinds: [matchmelding] }
  - { purpose: terroristisch-misdrijf, bases: [pnrwet-piu], kinds: [uitwisselverzoek, uitwisseling] }
  - { purpose: ernstige-criminaliteit, bases: [pnrwet-piu], kinds: [uitwisselverzoek, uitwisseling] }
  - { purpose: verantwoording, bases: [pnrwet-fg], kinds: [jaarverslag] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

onward:
  permits:
    # Only to who works the same case, for the same purpose.
    - from: [competent]
      to: [competent]
      kinds: [verstrekking, matchmelding]
      purpose: same
      bases: [pnrwet-vordering, pnrwet-vergelijking]
      case: same
      consent: not-needed

"""#
        ),
        (
            path: "exchanges/precursoren.yaml",
            text: #"""
# Precursors of explosives: traders report suspicious transactions and losses, the contact point passes them on, and the
# inspectorate says whether a permit is valid.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: precursoren
title: Precursoren voor explosieven

bases:
  eu2019-1148-art9: Regulation (EU) 2019/1148 art. 9, suspicious transactions within 24 hours (C)

members:
  reporter:
    - { mailbox: marktdeelnemer-a/meldingen, basis: eu2019-1148-art9 }
  contact-point:
    - { mailbox: fiod/mvtc, basis: eu2019-1148-art9 }
  supervisor:
    - { mailbox: ilt/precursoren, basis: eu2019-1148-art9 }
  follower:
    - { mailbox: politie/cter, basis: eu2019-1148-art9 }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 3 years, then: vernietigen }

kinds:
  # Within 24 hours of the discovery, which no header tells; a late report is taken as well.
  verdachte-transactie:
    permits:
      - { from: [reporter], to: [contact-point] }
  vermissing:
    permits:
      - { from: [reporter], to: [contact-point] }

  doormelding:
    permits:
      - { from: [contact-point], to: [follower] }
    cites:
      - { received: [verdachte-transactie, vermissing] }

  # The question, and the answer: valid or not, without the reason.
  vergunningsverificatie:
    permits:
      - { from: [reporter], to: [supervisor] }
      - { from: [supervisor], to: [reporter] }
    details:
      valid: { type: boolean }
    cites:
      - { answers: [vergunningsverificatie], number: one, when: { from: [supervisor] } }

  voorlichting:
    permits:
      - { from: [contact-point, supervisor], to: [reporter] }
    subjects: 0

purposes:
  - { purpose: voorkomen-misbruik-precursoren, bases: [eu2019-1148-art9] }

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }
  - { from: [reporter], to: [any], level: ongerubriceerd }
  - { to: [reporter], level: ongerubriceerd }

"""#
        ),
        (
            path: "exchanges/reisdocumenten.yaml",
            text: #"""
# Refusal and lapse of travel documents: the minister asks, the register tells, everyone told hears when it is lifted.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: reisdocumenten
title: Reisdocumenten

bases:
  paspoortwet-art23: Paspoortwet art. 23, refusal or lapse (C)
  paspoortwet-art25: Paspoortwet art. 25, the register of alerts (C)
  paspoortwet-art23b: Paspoortwet art. 23b, travel ban (C)
  twbmt-art3: Twbmt art. 3, travel ban (C)

members:
  # For the minister.
  requester:
    - { mailbox: nctv/maatregelen, basis: paspoortwet-art23 }
  register:
    - { mailbox: rvig/rps, basis: paspoortwet-art25 }
  issuer:
    - { mailbox: gemeente-den-haag/burgerzaken, basis: paspoortwet-art25 }
    - { mailbox: gemeente-rotterdam/burgerzaken, basis: paspoortwet-art25 }
    - { mailbox: bz/consulair, basis: paspoortwet-art25 }
  # The border, and the desk for SIS and for the Interpol database of stolen and lost documents.
  control:
    - { mailbox: kmar/grens, basis: paspoortwet-art25 }
    - { mailbox: politie/sirene, basis: paspoortwet-art25 }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 5 years, from: lifting, then: vernietigen }

every:
  details:
    necessity: { type: text }
    # An issuer learns that and on which article, not why.
    justification: { type: text, forbidden: [issuer] }

kinds:
  signalering:
    permits:
      - { from: [requester], to: [register] }
    release: 2
    limits: { liftedBy: [opheffing] }
    fields:
      # 2 years (V)
      reviewBy: { required: [any], within: 2 years }
      # By then the notices are out.
      respondBy: { within: 24 hours }

  # It carries the day of the alert, for an issuer sees the notice only.
  kennisgeving:
    permits:
      - { from: [register], to: [issuer, control] }
    limits: { liftedBy: [opheffing] }
    details:
      humanRights: {}
    fields:
      reviewBy: { required: [any], within: 2 years }
    cites:
      - received: [signalering, verlenging]
        where: { reviewBy: { sameAs: cited.reviewBy } }
        otherwise: term.too-long

  verlenging:
    permits:
      - { from: [requester], to: [register] }
      - { from: [register], to: [issuer, control] }
    limits: { liftedBy: [opheffing] }
    reaches: told
    details:
      humanRights: {}
    fields:
      reviewBy: { required: [any], within: 2 years }
    cites:
      - { sent: [signalering, kennisgeving, verlenging] }
      - received: [verlenging]
        when: { from: [register] }
        where: { reviewBy: { sameAs: cited.reviewBy } }
        otherwise: term.too-long

  # The minister lifts, and the register tells everyone who was told.
  opheffing:
    permits:
      - { from: [requester], to: [register] }
      - { from: [register], to: [issuer, control] }
    reaches: told
    details:
      humanRights: {}
    fields:
      respondBy: { within: 24 hours }
    cites:
      - { sent: [signalering, kennisgeving, verlenging], lapsed: allowed }
      - { received: [opheffing], when: { from: [register] } }

  controletreffer:
    permits:
      - { from: [control], to: [requester] }
    cites:
      - { received: [kennisgeving, verlenging], number: optional }

  besluit:
    permits:
      - { from: [issuer], to: [requester] }
    details:
      besluit: { type: choice, of: [geweigerd, vervallen, vervangende-identiteitskaart] }
    cites:
      - { received: [signalering, kennisgeving, verlenging] }

purposes:
  - { purpose: weigering-of-vervallenverklaring, bases: [paspoortwet-art23, paspoortwet-art25] }
  - { purpose: uitreisverbod-ondersteunen, bases: [paspoortwet-art23b, twbmt-art3] }

ceilings:
  - { to: [issuer], level: ongerubriceerd }
  - { to: [requester, register, control], level: departementaal-vertrouwelijk }

onward:
  permits:
    # Into the database of Interpol, by its desk and with an assessment; SIS is an exchange of its own.
    - from: [politie/sirene]
      to: [interpol/ncb]
      kinds: [kennisgeving, verlenging, opheffing]
      purpose: same
      when:
        original.details.humanRights.assessment: positief
        original.details.humanRights.validUntil: { earliest: today }
      consent: not-needed

"""#
        ),
        (
            path: "exchanges/sanctielijst.yaml",
            text: #"""
# The national sanctions list: three ministers agree, the public part goes to who must freeze, the grounds to nobody.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: sanctielijst
title: Nationale sanctielijst terrorisme

bases:
  sanctiewet-art2: Sanctiewet 1977 art. 2 (C)
  sr2007ii-art2: Sanctieregeling terrorisme 2007-II art. 2 (C)
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)

members:
  lister:
    - { mailbox: bz/sancties, basis: sanctiewet-art2 }
  agreeing:
    - { mailbox: fin/sancties, basis: sanctiewet-art2 }
    - { mailbox: nctv/maatregelen, basis: sanctiewet-art2 }
  proposer:
    - { mailbox: aivd/ct, basis: wiv2017-art62 }
    - { mailbox: om/lovj, basis: wjsg-art39f }
  executor:
    - { mailbox: bank-a/meldingen, basis: sanctiewet-art2 }
    - { mailbox: bank-b/tf, basis: sanctiewet-art2 }
    - { mailbox: dnb/integriteit, basis: sanctiewet-art2 }
    - { mailbox: belastingdienst/toeslagen, basis: sanctiewet-art2 }
    - { mailbox: uwv/handhaving, basis: sanctiewet-art2 }
    - { mailbox: svb/handhaving, basis: sanctiewet-art2 }
    - { mailbox: duo/handhaving, basis: sanctiewet-art2 }
    - { mailbox: gemeente-den-haag/burgerzaken, basis: sanctiewet-art2 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # From when the person is off the list.
  - { term: 10 years, from: lifting, then: overbrengen }

every:
  release: 2

kinds:
  # The grounds: between ministers, and never to who executes.
  voordracht:
    permits:
      - { from: [proposer], to: [lister] }
  instemming:
    permits:
      - { from: [agreeing], to: [lister] }

  # Identity and article; it cites the consent of both other ministers, and nothing that tells the ground.
  plaatsing:
    permits:
      - { from: [lister], to: [executor] }
    limits: { liftedBy: [afvoering] }
    fields:
      reviewBy: { required: [any], within: 1 year }
      respondBy: { within: 1 working day }
    cites:
      - { received: [instemming], fromEach: [fin/sancties, nctv/maatregelen], otherwise: consent.required }
  afvoering:
    permits:
      - { from: [lister], to: [executor] }
    reaches: told
    cites:
      - { sent: [plaatsing], lapsed: allowed }

  bevriezingsmelding:
    permits:
      - { from: [executor], to: [lister, fin/sancties] }
    cites:
      - { received: [plaatsing] }

  ontheffingsverzoek:
    permits:
      - { from: [executor], to: [fin/sancties] }
  ontheffing:
    permits:
      - { from: [fin/sancties], to: [executor], addressees: 1 }
    cites:
      - { answers: [ontheffingsverzoek] }

purposes:
  - { purpose: bevriezing-tegoeden, bases: [wiv2017-art62], from: [aivd/ct] }
  - { purpose: bevriezing-tegoeden, bases: [wjsg-art39f], from: [om/lovj] }
  - purpose: bevriezing-tegoeden
    bases: [sanctiewet-art2, sr2007ii-art2]
    kinds: [instemming, plaatsing, afvoering, bevriezingsmelding, ontheffingsverzoek, ontheffing]

ceilings:
  - { kinds: [voordracht, instemming], to: [any], level: stg-confidentieel }
  - kinds: [plaatsing, afvoering, bevriezingsmelding, ontheffingsverzoek, ontheffing]
    to: [any]
    level: ongerubriceerd

onward:
  permits:
    # The public part is free in this country; abroad has gates of its own.
    - { from: [executor], to: [region:nl], kinds: [plaatsing], purpose: any, consent: not-needed }
  forbids:
    # Private parties have it from the minister, not from each other.
    - { when: { from: [kind:bank] }, to: [kind:bank, kind:host, kind:carrier, kind:operator] }

"""#
        ),
        (
            path: "exchanges/sis-signaleringen.yaml",
            text: #"""
# Alerts in the Schengen Information System: owners enter them through the bureau, finders answer to the bureau.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: sis-signaleringen
title: SIS-signaleringen

bases:
  sis-1862-art26: Regulation (EU) 2018/1862 art. 26, arrest (C)
  owl: Overleveringswet, European arrest warrant (C)
  sis-1862-art36: Regulation (EU) 2018/1862 art. 36, discreet, inquiry and specific checks (C)
  sis-1861-art24: Regulation (EU) 2018/1861 art. 24, refusal of entry (C)

members:
  bureau:
    - { mailbox: politie/sirene, basis: sis-1862-art26 }
  # Owners of alerts, by what they ask.
  arrest:
    - { mailbox: om/parket, basis: sis-1862-art26 }
  checks:
    - { mailbox: politie/cter, basis: sis-1862-art36 }
    - { mailbox: aivd/ct, basis: sis-1862-art36 }
  refusal:
    - { mailbox: ind/nv, basis: sis-1861-art24 }
    - { mailbox: bz/visa, basis: sis-1861-art24 }
  finder:
    - { mailbox: kmar/grens, basis: sis-1862-art26 }
    - { mailbox: politie/avim, basis: sis-1862-art26 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # On expiry.
  - { term: 1 day, from: lifting, then: vernietigen }

every:
  release:
    - { persons: 2, when: { purpose: weigering-toegang } }
  details:
    terrorismRelated: { type: boolean }
    # A finder sees action and identity, not the ground.
    justification: { type: text, forbidden: [finder] }

kinds:
  # From its owner to the bureau, and from there to who may find the person.
  signalering:
    permits:
      - { from: [arrest, checks, refusal], to: [bureau] }
      - { from: [bureau], to: [finder] }
    limits: { liftedBy: [verwijdering] }
    fields:
      # 1, 3 and 5 years (V)
      reviewBy:
        - { within: 1 year, when: { purpose: onopvallende-of-gerichte-controle } }
        - { within: 3 years, when: { purpose: weigering-toegang } }
        - { required: [any], within: 5 years }
    cites:
      - received: [signalering, verlenging]
        when: { from: [bureau] }
        where: { reviewBy: { sameAs: cited.reviewBy } }
        otherwise: term.too-long
  aanhoudingsbevel:
    permits:
      - { from: [arrest], to: [bureau] }
    limits: { liftedBy: [verwijdering] }
    fields:
      reviewBy: { required: [any], within: 5 years }

  verlenging:
    permits:
      - { from: [arrest, checks, refusal], to: [bureau] }
      - { from: [bureau], to: [finder] }
    limits: { liftedBy: [verwijdering] }
    reaches: told
    fields:
      reviewBy:
        - { within: 1 year, when: { purpose: onopvallende-of-gerichte-controle } }
        - { within: 3 years, when: { purpose: weigering-toegang } }
        - { required: [any], within: 5 years }
    cites:
      - { sent: [signalering, aanhoudingsbevel, verlenging] }
      - received: [verlenging]
        when: { from: [bureau] }
        where: { reviewBy: { sameAs: cited.reviewBy } }
        otherwise: term.too-long
  # The owner takes it back; on expiry the bureau does.
  verwijdering:
    permits:
      - { from: [arrest, checks, refusal], to: [bureau] }
      - { from: [bureau], to: [finder] }
    reaches: told
    cites:
      - { sent: [signalering, aanhoudingsbevel, verlenging], lapsed: allowed }
      - { received: [verwijdering], number: optional }

  # To the bureau, and from there to the owner of the alert that it is about.
  treffer:
    permits:
      - { from: [finder], to: [bureau] }
      - { from: [bureau], to: [arrest, checks, refusal], addressees: 1 }
    fields:
      respondBy: { within: 12 hours }
    cites:
      - { received: [signalering, verlenging], when: { from: [finder] } }
      - { answers: [signalering, aanhoudingsbevel, verlenging], when: { from: [bureau] } }
      - { received: [treffer], when: { from: [bureau] } }
  aanvullende-informatie:
    permits:
      - { from: [arrest, checks, refusal, finder], to: [bureau] }
      - { from: [bureau], to: [arrest, checks, refusal, finder], addressees: 1 }
    cites:
      - { known: [signalering, aanhoudingsbevel, verlenging] }
      - { known: [treffer, aanvullende-informatie], number: optional }

purposes:
  - purpose: aanhouding
    bases: [sis-1862-art26, owl]
    from: [arrest, bureau, finder]
    to: [arrest, bureau, finder]
  - purpose: onopvallende-of-gerichte-controle
    bases: [sis-1862-art36]
    from: [checks, bureau, finder]
    to: [checks, bureau, finder]
  - purpose: weigering-toegang
    bases: [sis-1861-art24]
    from: [refusal, bureau, finder]
    to: [refusal, bureau, finder]

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/tf-taskforce.yaml",
            text: #"""
# The TF Taskforce: investigators name a subject to the banks that signed for its case; a bank answers the sender alone.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: tf-taskforce
title: TF Taskforce

bases:
  # A basis of its own: wgs-fec opens nothing here.
  tftf-convenant: covenant of the TF Taskforce (V)
  wpg-art20: Wpg art. 20, partnership provision to third parties (C)
  wjsg-art39f: Wjsg art. 39f, criminal-justice data to third parties (C)

members:
  investigator:
    - { mailbox: politie/cter, basis: wpg-art20 }
    - { mailbox: om/fp, basis: wjsg-art39f }
    - { mailbox: fiod/tf, basis: wpg-art20 }
  unit:
    - { mailbox: fiu/tf, basis: tftf-convenant }
  secretariat:
    - { mailbox: fec/tftf, basis: tftf-convenant }
  bank:
    - { mailbox: bank-a/tf, basis: tftf-convenant }
    - { mailbox: bank-b/tf, basis: tftf-convenant }

auditors: [ap/toezicht]
auditContents: withheld

signingAge: 24 hours
retention:
  # What the public parties keep follows their own files.
  - { party: [bank], term: 1 year, then: vernietigen }

every:
  release: 2
  fields:
    # Banks delete within a year, and the sender says when.
    retainUntil: { required: [any], within: 1 year, when: { someTo: [bank] } }

kinds:
  # One subject, to the banks at the table of its case; it stays out of their customers' files and goes no further, so
  # that the subject is not told.
  subjectbericht:
    permits:
      - { from: [investigator], to: [bank] }
    case: required
    markings: { required: [niet-in-klantdossier] }
    fields:
      respondBy: { within: 10 working days }

  # Whether the bank reported to the FIU. The report itself goes through fiu-meldingen.
  terugmelding:
    permits:
      - { from: [bank], to: [investigator], addressees: 1 }
    details:
      reported: { type: boolean }
    cites:
      - { answers: [subjectbericht], number: one }

  # How it is done, without persons. A bank never writes to a bank.
  fenomeen:
    permits:
      - { from: [investigator, unit, secretariat], to: [investigator, unit, secretariat, bank] }
      - { from: [bank], to: [secretariat] }
    subjects: 0

purposes:
  - { purpose: tegengaan-terrorismefinanciering, bases: [tftf-convenant] }
  - purpose: tegengaan-terrorismefinanciering
    bases: [wpg-art20]
    kinds: [subjectbericht, fenomeen]
    from: [politie/cter, fiod/tf]
  - purpose: tegengaan-terrorismefinanciering
    bases: [wjsg-art39f]
    kinds: [subjectbericht, fenomeen]
    from: [om/fp]

ceilings:
  - { to: [any], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/toezicht.yaml",
            text: #"""
# Oversight: each overseer asks in its own field, and is shown what it asks; originator control does not stop it.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: toezicht
title: Toezicht

bases:
  wiv2017-toezicht: Wiv 2017, powers of the oversight committee (CTIVD) (V)
  avg-art6-1c: AVG art. 6(1)(c), legal duty (C)
  pnrwet-fg: PNR-wet, data-protection officer (V)

members:
  # The services only.
  overseer-of-services:
    - { mailbox: ctivd/onderzoek, basis: wiv2017-toezicht }
  service:
    - { mailbox: aivd/ct, basis: wiv2017-toezicht }
    - { mailbox: mivd/ct, basis: wiv2017-toezicht }
  # All others.
  overseer:
    - { mailbox: ap/toezicht, basis: avg-art6-1c }
  overseen:
    - { mailbox: politie/cter, basis: avg-art6-1c }
    - { mailbox: kmar/ct, basis: avg-art6-1c }
    - { mailbox: om/parket, basis: avg-art6-1c }
    - { mailbox: ind/nv, basis: avg-art6-1c }
    - { mailbox: coa/meldpunt, basis: avg-art6-1c }
    - { mailbox: dtv/nv, basis: avg-art6-1c }
    - { mailbox: pinl/verstrekking, basis: pnrwet-fg }
    - { mailbox: gemeente-den-haag/casus, basis: avg-art6-1c }
    - { mailbox: gemeente-rotterdam/casus, basis: avg-art6-1c }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 20 years, then: overbrengen }

kinds:
  inzageverzoek:
    permits:
      - { from: [overseer-of-services], to: [service] }
      - { from: [overseer], to: [overseen] }

  # To the overseer of its field; what it cites is a question of that overseer.
  inzage:
    permits:
      - { from: [service], to: [overseer-of-services] }
      - { from: [overseen], to: [overseer] }
    cites:
      - { answers: [inzageverzoek], number: optional }

  rapport:
    permits:
      - { from: [overseer-of-services], to: [service] }
      - { from: [overseer], to: [overseen] }

purposes:
  - { purpose: toezicht, bases: [wiv2017-toezicht], from: [overseer-of-services, service] }
  - { purpose: toezicht, bases: [avg-art6-1c], from: [overseer, overseen] }
  - { purpose: toezicht, bases: [pnrwet-fg], from: [pinl/verstrekking] }

# Not "any" beside the exception: the lowest counts.
ceilings:
  - { to: [overseer-of-services, service], level: stg-zeer-geheim }
  - { to: [overseer, overseen], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/toi-bevelen.yaml",
            text: #"""
# Removal orders under the regulation on terrorist content online: one hour, and only by the authority.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: toi-bevelen
title: Bevelen onder de TOI-verordening

bases:
  tco-art3: Regulation (EU) 2021/784 art. 3, removal order (C)
  tco-art4: Regulation (EU) 2021/784 art. 4, cross-border orders (C)
  tco-art14: Regulation (EU) 2021/784 art. 14, cooperation (C)

members:
  authority:
    - { mailbox: atkm/bevelen, basis: tco-art3 }
  host:
    - { mailbox: hosting-a/abuse, basis: tco-art3 }
  told:
    - { mailbox: politie/iru, basis: tco-art14 }
    - { mailbox: om/parket, basis: tco-art14 }
    - { mailbox: aivd/ct, basis: tco-art14 }
    - { mailbox: europol/iru, basis: tco-art14 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # What was removed is kept for six months, and what was said about it.
  - { party: [host], term: 6 months, then: vernietigen }
  - { term: 5 years, then: overbrengen }

kinds:
  # 12 hours before the first order to a host (V); which order is the first, the authority knows.
  voorafgaande-informatie:
    permits:
      - { from: [authority], to: [host] }
  verwijderingsbevel:
    permits:
      - { from: [authority], to: [host] }
    fields:
      respondBy: { required: [any], within: 1 hour }
    cites:
      - { follows: [voorafgaande-informatie], number: optional }
  uitvoeringsmelding:
    permits:
      - { from: [host], to: [authority] }
    cites:
      - { answers: [verwijderingsbevel] }

  # Whether removal harms an investigation.
  afstemming:
    permits:
      - { from: [authority], to: [told] }
      - { from: [told], to: [authority] }

  # A host that learns of a threat to life reports it.
  dreiging-voor-leven:
    permits:
      - { from: [host], to: [politie/iru] }

  # The orders of other states come through Europol; the host hears whether one stands.
  grensoverschrijdende-toets:
    permits:
      - { from: [authority], to: [host, europol/iru] }

purposes:
  - purpose: uitvoering-toi-verordening
    bases: [tco-art3]
    kinds: [voorafgaande-informatie, verwijderingsbevel, uitvoeringsmelding]
  - { purpose: uitvoering-toi-verordening, bases: [tco-art4], kinds: [grensoverschrijdende-toets] }
  - { purpose: uitvoering-toi-verordening, bases: [tco-art14], kinds: [afstemming, dreiging-voor-leven] }

ceilings:
  - { to: [host], level: ongerubriceerd }
  - { to: [authority, told], level: departementaal-vertrouwelijk }

"""#
        ),
        (
            path: "exchanges/versterkingsgelden.yaml",
            text: #"""
# Grants to municipalities: applied for before 1 October, granted before 1 December, accounted for; no personal data.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: versterkingsgelden
title: Versterkingsgelden

bases:
  awb-4-2: Awb title 4.2, grants (C)

members:
  # And the other municipalities, once they have a mailbox for grants.
  applicant:
    - { mailbox: gemeente-den-haag/subsidie, basis: awb-4-2 }
  decider:
    - { mailbox: nctv/beleid, basis: awb-4-2 }
  adviser:
    - { mailbox: szw/ess, basis: awb-4-2 }

auditors: [ap/toezicht]
auditContents: granted

signingAge: 24 hours
retention:
  - { term: 10 years, then: vernietigen }

every:
  subjects: 0
  case: forbidden

kinds:
  # To who decides; to the adviser as well, who can only advise on what it received.
  aanvraag:
    permits:
      - { from: [applicant], to: [decider, adviser], when: { someTo: [decider] } }
    forbids:
      - { why: closed on 1 October, when: { asOf: { earliest: 10-01 } }, reason: term.lapsed }
      - why: it is decided before 1 December
        when: { respondBy: { present: true } }
        unless: { respondBy: { latest: 11-30 } }
        reason: term.too-long

  advies:
    permits:
      - { from: [adviser], to: [decider] }
    cites:
      - { received: [aanvraag], number: one }

  # On an application of the same year.
  toekenning:
    permits:
      - { from: [decider], to: [applicant], addressees: 1 }
    release: 2
    cites:
      - { answers: [aanvraag], number: one, where: { cited.date: { earliest: 01-01 } } }
    forbids:
      - { why: granted before 1 December, when: { asOf: { earliest: 12-01 } }, reason: term.lapsed }

  verantwoording:
    permits:
      - { from: [applicant], to: [decider] }
    cites:
      - { answers: [toekenning], number: optional }

purposes:
  - { purpose: subsidieverlening, bases: [awb-4-2] }

ceilings:
  - { to: [any], level: ongerubriceerd }

"""#
        ),
        (
            path: "exchanges/voortgangsrapportage.yaml",
            text: #"""
# Progress reports to parliament: partners count, the coordinator collects, and no count tells of a person.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: voortgangsrapportage
title: Voortgangsrapportage

bases:
  grondwet-art68: Grondwet art. 68, informing parliament (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)

members:
  collector:
    - { mailbox: nctv/beleid, basis: grondwet-art68 }
  contributor:
    - { mailbox: politie/cter, basis: avg-art6-1e }
    - { mailbox: om/parket, basis: avg-art6-1e }
    - { mailbox: ind/rwn, basis: avg-art6-1e }
    - { mailbox: dtv/nv, basis: avg-art6-1e }
    - { mailbox: dji/mar, basis: avg-art6-1e }
    - { mailbox: rvdk/landelijk, basis: avg-art6-1e }
    - { mailbox: bz/sancties, basis: avg-art6-1e }
    - { mailbox: rvig/rps, basis: avg-art6-1e }
    - { mailbox: pinl/verstrekking, basis: avg-art6-1e }
    - { mailbox: fin/sancties, basis: avg-art6-1e }
    - { mailbox: reclassering/ter, basis: avg-art6-1e }
    - { mailbox: aivd/ct, basis: avg-art6-1e }
  reader:
    - { mailbox: tweede-kamer/griffie, basis: grondwet-art68 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  - { term: 20 years, then: overbrengen }

every:
  subjects: 0
  details:
    peildatum: { type: date, required: [any] }
    period: { type: text, required: [any] }

kinds:
  uitvraag:
    permits:
      - { from: [collector], to: [contributor] }
    fields:
      respondBy: { within: 15 working days }

  aantallen:
    permits:
      - { from: [contributor], to: [collector] }
    details:
      counts: { required: [any] }
      rounding: { type: integer, minimum: 5, maximum: 5 }
      harmsInvestigation: { type: boolean }
    cites:
      - { answers: [uitvraag], number: optional }
    forbids:
      - why: fewer than five is suppressed
        when: { details.counts: { present: true } }
        unless: { any: [{ details.counts.smallest: { atLeast: 5 } }, { details.counts.suppressed: true }] }
        reason: counts.disclosing

  # What would harm an investigation is told to the collector, and never published.
  rapportage:
    permits:
      - { from: [collector], to: [reader] }
    release: 2
    details:
      counts: { required: [any] }
      rounding: { type: integer, minimum: 5, maximum: 5 }
      harmsInvestigation: { type: boolean, allowed: ["false"], otherwise: counts.disclosing }
    forbids:
      - why: fewer than five is suppressed
        when: { details.counts: { present: true } }
        unless: { any: [{ details.counts.smallest: { atLeast: 5 } }, { details.counts.suppressed: true }] }
        reason: counts.disclosing

purposes:
  - { purpose: verantwoording-aan-parlement, bases: [grondwet-art68, avg-art6-1e], kinds: [uitvraag] }
  - { purpose: verantwoording-aan-parlement, bases: [avg-art6-1e], kinds: [aantallen] }
  - { purpose: verantwoording-aan-parlement, bases: [grondwet-art68], kinds: [rapportage] }

ceilings:
  - { kinds: [uitvraag, aantallen], to: [any], level: departementaal-vertrouwelijk }
  - { kinds: [rapportage], to: [any], level: ongerubriceerd }

"""#
        ),
        (
            path: "exchanges/vreemdelingenketen.yaml",
            text: #"""
# The aliens chain: who sees a sign of danger reports it to one hub, which alone reaches police and services.
#
# An EXAMPLE. Every legal reference is an illustration and not legal advice: an organisation has its own lawyers check
# its own exchange. (C): commonly cited so. (V): to be verified before anyone relies on it.

exchange: vreemdelingenketen
title: Vreemdelingenketen

bases:
  vw2000-art107: Vw 2000 art. 107, aliens administration (C)
  avg-art6-1e: AVG art. 6(1)(e), public task (C)
  wiv2017-art94: Wiv 2017 art. 94, reports of officials to the services (V, number)
  wiv2017-art39: Wiv 2017 art. 39, consulting others who hold data (V)
  wpg-art16: Wpg art. 16, provision to authorities (C)
  wiv2017-art62: Wiv 2017 art. 62, provision in the proper performance of the task (V, number)

members:
  finder:
    - { mailbox: coa/meldpunt, basis: avg-art6-1e }
    - { mailbox: dtv/nv, basis: avg-art6-1e }
    - { mailbox: politie/avim, basis: vw2000-art107 }
    - { mailbox: ind/screening, basis: vw2000-art107 }
    - { mailbox: dji/meldpunt, basis: avg-art6-1e }
    - { mailbox: gemeente-den-haag/burgerzaken, basis: avg-art6-1e }
  hub:
    - { mailbox: ind/nv, basis: vw2000-art107 }
  # Both follow what the hub passes on.
  police:
    - { mailbox: politie/cter, basis: wpg-art16 }
    - { mailbox: kmar/ct, basis: wpg-art16 }
  service:
    - { mailbox: aivd/ct, basis: wiv2017-art39 }
    - { mailbox: mivd/ct, basis: wiv2017-art39 }

auditors: [ctivd/onderzoek]
auditContents: withheld

signingAge: 24 hours
retention:
  # What was taken up lives on in the doormelding.
  - { kinds: [signaal], term: 1 year, then: vernietigen }
  - { term: 5 years, then: vernietigen }

kinds:
  # Never past the hub.
  signaal:
    permits:
      - { from: [finder], to: [hub] }
    details:
      origin: { type: choice, of: [aangifte-asielrelaas, anders] }
      urgency: { type: choice, of: [gewoon, spoed] }
    fields:
      # When it must have been passed on; who allows more than a day says that it is not urgent.
      respondBy:
        - { within: 24 hours, when: { not: { details.urgency: gewoon } } }
        - { within: 2 working days }

  doormelding:
    permits:
      - { from: [hub], to: [police, service] }
    details:
      origin: { type: choice, of: [aangifte-asielrelaas, anders] }
      urgency: { type: choice, of: [gewoon, spoed] }
    cites:
      - { received: [signaal] }

  naslagverzoek:
    permits:
      - { from: [hub], to: [police, service] }
      - { from: [police, service], to: [hub] }
    fields:
      respondBy: { within: 10 working days }

  # To who asked.
  naslagantwoord:
    permits:
      - { from: [hub], to: [police, service], addressees: 1 }
      - { from: [police, service], to: [hub] }
    cites:
      - { answers: [naslagverzoek] }

  # What became of it, and no content.
  terugmelding:
    permits:
      - { from: [police, service], to: [hub] }
      - { from: [hub], to: [finder], addressees: 1 }
    details:
      status: { type: choice, of: [opgenomen, niet-opgenomen, ontvangen, in-behandeling], required: [any] }
    fields:
      subject: { forbidden: [any] }
      documents: { forbidden: [any] }
    cites:
      - { answers: [signaal, doormelding] }
    forbids:
      - when: { from: [police, service] }
        unless: { details.status: [opgenomen, niet-opgenomen] }
        reason: field.value
      - why: a finder hears that it arrived, or that someone looks into it, and no more
        when: { someTo: [finder] }
        unless: { details.status: [ontvangen, in-behandeling] }
        reason: field.value

purposes:
  - { purpose: onderkennen-nationale-veiligheid, bases: [vw2000-art107, avg-art6-1e], from: [finder, hub] }
  - { purpose: onderkennen-nationale-veiligheid, bases: [wiv2017-art94, wiv2017-art39], to: [service] }
  - { purpose: onderkennen-nationale-veiligheid, bases: [wpg-art16], from: [police] }
  - { purpose: onderkennen-nationale-veiligheid, bases: [wiv2017-art62], from: [service] }

ceilings:
  - { from: [finder, hub, police], level: departementaal-vertrouwelijk }
  # What the services answer.
  - { to: [any], level: stg-confidentieel }

# The hub decides: it passes on what does not come from an asylum account, and consents to the rest.
onward:
  permits:
    - from: [hub]
      to: [police, service]
      kinds: [signaal]
      purpose: same
      when: { original.details.origin: anders }
      consent: not-needed
    - { from: [police, service], to: [any], kinds: [doormelding], purpose: any, consent: needed }
  forbids:
    - { to: [kind:bank, kind:host, kind:carrier, kind:operator], why: never to a private party }
    - { to: [region:eu, region:other], why: abroad only through the gates }

"""#
        ),
        (
            path: "invariants.yaml",
            text: #"""
# What no rule of any exchange may ever allow: an EXAMPLE, and not legal advice.
#
# "zegel policy prove" goes through everything that could be asked and shows the smallest request that breaks one of these. A passage is
# a message on its way to its addressees, or a forward of one; from, to, purpose and basis are those of the passage, and kind, level,
# markings, details and terms those of the message. An invariant names exchanges and kinds so that none holds by being about nothing.

invariants:
  # Intelligence.
  - invariant: intelligence-stays-inside
    why: Nothing of intelligence reaches a private party, a case table or a criminal file, by whatever path.
    kinds: [inlichtingenberichten]
    never:
      any:
        - { someTo: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }
        - { someTo: [kennisinstelling-a/osint, mma/meldingen] }
        - { someTo: [gemeente-den-haag/casus, gemeente-rotterdam/casus, zvh-haaglanden/procesregie, dji/mar] }
        - { purpose: [opsporing-en-vervolging, strafvordering, aanhouding, persoonsgerichte-aanpak] }
  - invariant: originator-consents
    why: Nobody passes on what is under originator control without the originator's consent to that very passage.
    passages: [forward]
    when: { markings: { has: [originator-control] } }
    always: { consent: given }
  - invariant: intelligence-is-marked
    why: Intelligence is under originator control and never evidence.
    kinds: [inlichtingenberichten/inlichtingenbericht]
    always: { markings: { has: [originator-control, geen-bewijs] } }
  - invariant: nothing-from-services-to-private
    why: Banks, hosts, carriers and market operators receive nothing from a service, neither straight nor passed on.
    never: { originator: [kind:service], someTo: [kind:bank, kind:host, kind:carrier, kind:operator] }
  - invariant: services-pass-nothing-to-private
    why: Nor does a service pass on to them what another sent.
    never: { from: [kind:service], someTo: [kind:bank, kind:host, kind:carrier, kind:operator] }
  - invariant: nothing-between-private
    why: Banks, hosts, carriers and market operators receive nothing from each other.
    never:
      from: [kind:bank, kind:host, kind:carrier, kind:operator]
      someTo: [kind:bank, kind:host, kind:carrier, kind:operator]

  # Levels.
  - invariant: cleared
    why: Nothing reaches a mailbox above its clearance.
    always: { cleared: "true" }
  - invariant: cleared-for-departementaal-vertrouwelijk
    why: These mailboxes receive nothing above departementaal-vertrouwelijk, whatever stands in organisations.yaml.
    when:
      someTo:
        - om/parket
        - om/fp
        - om/irc
        - ind/rwn
        - bz/consulair
        - rvdk/landelijk
        - politie/sirene
        - kmar/grens
        - kmar/tcb
        - rvig/rps
        - reclassering/ter
        - dji/mar
        - gemeente-den-haag/casus
        - gemeente-rotterdam/casus
        - zvh-haaglanden/procesregie
        - pinl/verstrekking
        - europol/siena
        - interpol/ncb
        - land-y/politie
    always: { classification: { atMost: departementaal-vertrouwelijk } }
  - invariant: cleared-for-what-is-open
    why: These mailboxes receive nothing but what is open, whatever stands in organisations.yaml.
    when:
      someTo:
        - nctv/portaal
        - gemeente-den-haag/burgerzaken
        - gemeente-rotterdam/burgerzaken
        - tweede-kamer/griffie
        - szw/ess
        - hosting-a/abuse
        - zorgaanbieder-a/casus
        - lse/advies
        - mma/meldingen
        - luchtvaart-a/pnr
        - kennisinstelling-a/osint
    always: { classification: ongerubriceerd }
  - invariant: ceiling-ambtsberichten
    why: An ambtsbericht is at most stg-confidentieel.
    kinds: [ambtsberichten]
    always: { classification: { atMost: stg-confidentieel } }
  - invariant: ceiling-open-file
    why: What goes to the prosecution service as an ambtsbericht ends in an open file.
    kinds: [ambtsberichten]
    passages: [message]
    when: { someTo: [om/lovj] }
    always: { classification: { atMost: departementaal-vertrouwelijk } }
  - invariant: ceiling-inlichtingenberichten
    why: Intelligence to partners is at most stg-geheim.
    kinds: [inlichtingenberichten]
    always: { classification: { atMost: stg-geheim } }
  - invariant: ceiling-casusoverleg-pi-nl-internationaal-nederlanderschap
    why: What passes here is at most departementaal-vertrouwelijk.
    kinds: [casusoverleg, pi-nl, internationaal, nederlanderschap]
    always: { classification: { atMost: departementaal-vertrouwelijk } }
  - invariant: ceiling-registers
    why: Registers and executors learn of a lost nationality what is open.
    kinds: [nederlanderschap]
    when: { someTo: [rvig/rps, gemeente-den-haag/burgerzaken, kmar/vertrek, dtv/nv, politie/sirene] }
    always: { classification: ongerubriceerd }
  - invariant: ceiling-informatieportaal
    why: The library holds nothing that is not open.
    kinds: [informatieportaal]
    always: { classification: ongerubriceerd }

  # Purposes.
  - invariant: care-stays-care
    why: Context from care serves neither prosecution nor the services.
    when: { markings: { has: [zorg-context] } }
    never: { purpose: [opsporing-en-vervolging, strafvordering] }
  - invariant: advice-stays-advice
    why: What the national support point sends serves neither prosecution nor the services.
    when: { originator: [lse/advies] }
    never: { purpose: [opsporing-en-vervolging, strafvordering] }
  - invariant: care-stays-at-the-table
    why: Context from care is passed on to nobody.
    kinds: [casusoverleg/contextinformatie]
    passages: [forward]
    never: { someTo: [any] }
  - invariant: case-table-is-closed
    why: Nothing from a case table serves prosecution.
    kinds: [casusoverleg]
    never: { purpose: [opsporing-en-vervolging, strafvordering] }
  - invariant: case-table-acts-inside
    why: Nobody passes on what lies on a case table.
    kinds: [casusoverleg]
    passages: [forward]
    never: { someTo: [any] }

  # Abroad.
  - invariant: gates-abroad
    why: Police abroad is reached through politie/sirene and om/irc only.
    when: { someTo: [interpol/ncb, land-y/politie, iiim/bewijs] }
    # The list and its removals go straight, under a valid assessment: see human-rights.
    unless: { exchange: lijst-uitreizigers, kind: [lijst, afvoering] }
    always: { from: [politie/sirene, om/irc] }
  - invariant: human-rights
    why: Whatever leaves the European Union has a positive assessment of human rights that is still valid.
    when: { someTo: [region:other] }
    always: { details.humanRights.assessment: positief, details.humanRights.validUntil: { earliest: today } }
  - invariant: released-by-two-abroad
    why: Whatever is sent outside the European Union was released by two persons.
    kinds: [internationaal]
    passages: [message]
    when: { someTo: [region:other] }
    always: { release: { atLeast: 2 } }

  # Persons.
  - invariant: released-by-two
    why: What binds a person, or exposes a service, was released by two different persons.
    kinds:
      - ambtsberichten
      - casusoverleg/maatregelvoorstel
      - pi-nl/vrijgavebesluit
      - nederlanderschap/voornemen
      - nederlanderschap/intrekkingsbesluit
      - nederlanderschap/stand
      - nederlanderschap/herstel
    passages: [message]
    always: { release: { atLeast: 2 } }
  - invariant: one-matter
    why: A message is about one person or organisation.
    kinds: [ambtsberichten, inlichtingenberichten, casusoverleg, pi-nl/vordering, pi-nl/verstrekking]
    passages: [message]
    always: { details.subjects: 1 }
  - invariant: no-source
    why: An ambtsbericht never names its source.
    kinds: [ambtsberichten]
    never: { details.sourceIncluded: true }
  - invariant: intelligence-is-reviewed
    why: Intelligence is reviewed within a year.
    kinds: [inlichtingenberichten/inlichtingenbericht]
    passages: [message]
    always: { reviewBy: { earliest: today, latest: in 1 year } }
  - invariant: lifting-reaches-all
    why: What lifts a limit on a person reaches everyone who was told of that limit.
    kinds: [nederlanderschap/herstel]
    passages: [message]
    always: { told: all }
  - invariant: provision-answers-one-demand
    why: Passenger data answer exactly one demand of the authority that they go to.
    kinds: [pi-nl/verstrekking]
    passages: [message]
    always: { answers: [pi-nl/vordering] }
  - invariant: necessity-is-stated
    why: Passenger data are provided only where necessity is stated.
    kinds: [pi-nl/verstrekking]
    passages: [message]
    always: { details.necessity: { present: true } }

"""#
        ),
        (
            path: "organisations.yaml",
            text: #"""
# The organisations that exchange messages: an EXAMPLE with test numbers, and not legal advice.
#
# Each has its number (OIN), its mailboxes with the highest level that each may receive, and the scopes that a token
# of it may carry. A scope is no permit: every request is decided by the rules under exchanges/.

organisations:
  - oin: 00000099000000001000
    short: aivd
    name: Algemene Inlichtingen- en Veiligheidsdienst
    kind: service
    region: nl
    mailboxes:
      aivd/ct: stg-zeer-geheim
      aivd/cti: stg-geheim
      aivd/liaison: stg-zeer-geheim
    scopes: [messages.*, log.read]
  - oin: 00000099000000002000
    short: om
    name: Openbaar Ministerie
    kind: prosecution
    region: nl
    mailboxes:
      om/lovj: stg-geheim
      om/parket: departementaal-vertrouwelijk
      om/fp: departementaal-vertrouwelijk
      om/irc: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000003000
    short: mivd
    name: Militaire Inlichtingen- en Veiligheidsdienst
    kind: service
    region: nl
    mailboxes:
      mivd/ct: stg-zeer-geheim
    scopes: [messages.*, log.read]
  - oin: 00000099000000004000
    short: ind
    name: Immigratie- en Naturalisatiedienst
    kind: other
    region: nl
    mailboxes:
      ind/nv: stg-confidentieel
      ind/rwn: departementaal-vertrouwelijk
      ind/screening: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000005000
    short: bz
    name: Ministerie van Buitenlandse Zaken
    kind: ministry
    region: nl
    mailboxes:
      bz/ct: stg-geheim
      bz/consulair: departementaal-vertrouwelijk
      bz/sancties: stg-confidentieel
      bz/visa: departementaal-vertrouwelijk
      bz/post: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000006000
    short: rvdk
    name: Raad voor de Kinderbescherming
    kind: other
    region: nl
    mailboxes:
      rvdk/landelijk: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000007000
    short: politie
    name: Nationale Politie
    kind: police
    region: nl
    mailboxes:
      politie/cter: stg-confidentieel
      politie/sirene: departementaal-vertrouwelijk
      politie/iru: departementaal-vertrouwelijk
      politie/avim: departementaal-vertrouwelijk
      politie/nsgbo: stg-confidentieel
      politie/bb: stg-confidentieel
    scopes: [messages.*, log.read]
  - oin: 00000099000000008000
    short: kmar
    name: Koninklijke Marechaussee
    kind: police
    region: nl
    mailboxes:
      kmar/ct: stg-confidentieel
      kmar/grens: departementaal-vertrouwelijk
      kmar/vertrek: departementaal-vertrouwelijk
      kmar/tcb: departementaal-vertrouwelijk
      kmar/lo: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000009000
    short: fiod
    name: Fiscale inlichtingen- en opsporingsdienst
    kind: police
    region: nl
    mailboxes:
      fiod/tf: stg-confidentieel
      fiod/mvtc: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000010000
    short: fiu
    name: FIU-Nederland
    kind: other
    region: nl
    mailboxes:
      fiu/tf: stg-confidentieel
      fiu/meldingen: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000011000
    short: nctv
    name: Nationaal Coördinator Terrorismebestrijding en Veiligheid
    kind: ministry
    region: nl
    mailboxes:
      nctv/analyse: stg-geheim
      nctv/maatregelen: stg-confidentieel
      nctv/beleid: departementaal-vertrouwelijk
      nctv/portaal: ongerubriceerd
      nctv/crisis: stg-confidentieel
      nctv/bb: stg-confidentieel
    scopes: [messages.*, log.read, policy.read]
  - oin: 00000099000000012000
    short: belastingdienst
    name: Belastingdienst
    kind: other
    region: nl
    mailboxes:
      belastingdienst/ct: stg-confidentieel
      belastingdienst/toeslagen: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000013000
    short: nla
    name: Nederlandse Arbeidsinspectie
    kind: other
    region: nl
    mailboxes:
      nla/ct: stg-confidentieel
    scopes: [messages.*, log.read]
  - oin: 00000099000000014000
    short: coa
    name: Centraal Orgaan opvang asielzoekers
    kind: other
    region: nl
    mailboxes:
      coa/meldpunt: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000015000
    short: dtv
    name: Dienst Terugkeer en Vertrek
    kind: other
    region: nl
    mailboxes:
      dtv/nv: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000016000
    short: pinl
    name: Passagiersinformatie-eenheid Nederland
    kind: other
    region: nl
    mailboxes:
      pinl/verstrekking: departementaal-vertrouwelijk
      pinl/fg: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000017000
    short: reclassering
    name: Reclassering Nederland
    kind: other
    region: nl
    mailboxes:
      reclassering/ter: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000018000
    short: dji
    name: Dienst Justitiële Inrichtingen
    kind: other
    region: nl
    mailboxes:
      dji/mar: departementaal-vertrouwelijk
      dji/ta: departementaal-vertrouwelijk
      dji/meldpunt: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000019000
    short: gemeente-den-haag
    name: Gemeente Den Haag
    kind: municipality
    region: nl
    mailboxes:
      gemeente-den-haag/casus: departementaal-vertrouwelijk
      gemeente-den-haag/burgerzaken: ongerubriceerd
      gemeente-den-haag/subsidie: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000020000
    short: fec
    name: Financieel Expertise Centrum
    kind: other
    region: nl
    mailboxes:
      fec/tf: stg-confidentieel
      fec/tftf: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000021000
    short: bank-a
    name: Bank A
    kind: bank
    region: nl
    mailboxes:
      bank-a/tf: departementaal-vertrouwelijk
      bank-a/meldingen: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000022000
    short: rvig
    name: Rijksdienst voor Identiteitsgegevens
    kind: other
    region: nl
    mailboxes:
      rvig/rps: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000023000
    short: fin
    name: Ministerie van Financiën
    kind: ministry
    region: nl
    mailboxes:
      fin/sancties: stg-confidentieel
    scopes: [messages.*, log.read]
  - oin: 00000099000000024000
    short: tweede-kamer
    name: Tweede Kamer der Staten-Generaal
    kind: other
    region: nl
    mailboxes:
      tweede-kamer/griffie: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000025000
    short: szw
    name: Ministerie van Sociale Zaken en Werkgelegenheid
    kind: ministry
    region: nl
    mailboxes:
      szw/ess: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000026000
    short: uwv
    name: Uitvoeringsinstituut Werknemersverzekeringen
    kind: other
    region: nl
    mailboxes:
      uwv/handhaving: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000027000
    short: svb
    name: Sociale Verzekeringsbank
    kind: other
    region: nl
    mailboxes:
      svb/handhaving: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000028000
    short: duo
    name: Dienst Uitvoering Onderwijs
    kind: other
    region: nl
    mailboxes:
      duo/handhaving: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000029000
    short: atkm
    name: Autoriteit Terroristische Content en Kinderpornografisch Materiaal
    kind: other
    region: nl
    mailboxes:
      atkm/bevelen: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000030000
    short: hosting-a
    name: Hosting A
    kind: host
    region: nl
    mailboxes:
      hosting-a/abuse: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000031000
    short: europol
    name: Europol
    kind: partner
    region: eu
    mailboxes:
      europol/siena: departementaal-vertrouwelijk
      europol/iru: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000032000
    short: interpol
    name: Interpol
    kind: partner
    region: other
    mailboxes:
      interpol/ncb: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000033000
    short: dienst-x
    name: Dienst X
    kind: partner
    region: other
    mailboxes:
      dienst-x/ct: stg-geheim
    scopes: [messages.*, log.read]
  - oin: 00000099000000034000
    short: land-y
    name: Land Y
    kind: partner
    region: other
    mailboxes:
      land-y/politie: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000035000
    short: zorgaanbieder-a
    name: Zorgaanbieder A
    kind: care
    region: nl
    mailboxes:
      zorgaanbieder-a/casus: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000036000
    short: zvh-haaglanden
    name: Zorg- en Veiligheidshuis Haaglanden
    kind: care
    region: nl
    mailboxes:
      zvh-haaglanden/procesregie: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000037000
    short: lse
    name: Landelijk Steunpunt Extremisme
    kind: other
    region: nl
    mailboxes:
      lse/advies: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000038000
    short: mma
    name: Meld Misdaad Anoniem
    kind: other
    region: nl
    mailboxes:
      mma/meldingen: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000039000
    short: jbwest
    name: Jeugdbescherming West
    kind: care
    region: nl
    mailboxes:
      jbwest/terugkeer: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000040000
    short: lat
    name: Landelijk Adviesteam Terugkeer Minderjarigen
    kind: other
    region: nl
    mailboxes:
      lat/screening: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000041000
    short: rechtspraak
    name: De Rechtspraak
    kind: court
    region: nl
    mailboxes:
      rechtspraak/kinderrechter: departementaal-vertrouwelijk
      rechtspraak/strafkamer: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000042000
    short: dnb
    name: De Nederlandsche Bank
    kind: other
    region: nl
    mailboxes:
      dnb/integriteit: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000043000
    short: luchtvaart-a
    name: Luchtvaart A
    kind: carrier
    region: nl
    mailboxes:
      luchtvaart-a/pnr: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000044000
    short: piu-de
    name: Passagiersinformatie-eenheid Duitsland
    kind: partner
    region: eu
    mailboxes:
      piu-de/verstrekking: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000045000
    short: ilt
    name: Inspectie Leefomgeving en Transport
    kind: other
    region: nl
    mailboxes:
      ilt/precursoren: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000046000
    short: marktdeelnemer-a
    name: Marktdeelnemer A
    kind: operator
    region: nl
    mailboxes:
      marktdeelnemer-a/meldingen: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000047000
    short: veiligheidsregio-hgl
    name: Veiligheidsregio Haaglanden
    kind: other
    region: nl
    mailboxes:
      veiligheidsregio-hgl/crisis: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000048000
    short: ctivd
    name: Commissie van Toezicht op de Inlichtingen- en Veiligheidsdiensten
    kind: oversight
    region: nl
    mailboxes:
      ctivd/onderzoek: stg-zeer-geheim
    scopes: [messages.*, log.read, audit.read]
  - oin: 00000099000000049000
    short: ap
    name: Autoriteit Persoonsgegevens
    kind: oversight
    region: nl
    mailboxes:
      ap/toezicht: departementaal-vertrouwelijk
    scopes: [messages.*, log.read, audit.read]
  - oin: 00000099000000050000
    short: douane
    name: Douane
    kind: other
    region: nl
    mailboxes:
      douane/trip: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000051000
    short: iiim
    name: International, Impartial and Independent Mechanism
    kind: partner
    region: other
    mailboxes:
      iiim/bewijs: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000052000
    short: gemeente-rotterdam
    name: Gemeente Rotterdam
    kind: municipality
    region: nl
    mailboxes:
      gemeente-rotterdam/casus: departementaal-vertrouwelijk
      gemeente-rotterdam/burgerzaken: ongerubriceerd
    scopes: [messages.*, log.read]
  - oin: 00000099000000053000
    short: bank-b
    name: Bank B
    kind: bank
    region: nl
    mailboxes:
      bank-b/tf: departementaal-vertrouwelijk
    scopes: [messages.*, log.read]
  - oin: 00000099000000054000
    short: kennisinstelling-a
    name: Kennisinstelling A
    kind: other
    region: nl
    mailboxes:
      kennisinstelling-a/osint: ongerubriceerd
    scopes: [messages.*, log.read]

"""#
        ),
        (
            path: "tests/ambtsberichten.yaml",
            text: #"""
# Table tests of ambtsberichten. What a row leaves out is as the kind asks. Rows 1 to 10 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: ambtsberichten
asOf: 2026-11-20T12:00:00Z

defaults:
  ambtsbericht:
    details.subjects: 1
    details.evaluation: { source: A, information: 1 }
    details.underlyingSeen: 2026-11-18
  aanvulling:
    details.subjects: 1
    details.evaluation: { source: A, information: 1 }
    details.underlyingSeen: 2026-11-18
  intrekking:
    details.subjects: 1
  verzoek:
    details.subjects: 1

rows:
  - row: 1
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: allow

  - row: 2
    why: the mailbox is cleared for DV
    from: mivd/ct
    to: [ind/rwn]
    kind: ambtsbericht
    purpose: nederlanderschap
    basis: wiv2017-art62
    class: SC
    outcome: deny classification.above-clearance

  - row: 3
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed

  - row: 4
    why: only the designated member receives
    from: aivd/ct
    to: [om/parket]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: O
    outcome: deny route.not-allowed

  - row: 5
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: SC
    outcome: deny classification.above-ceiling

  - row: 6
    from: aivd/ct
    to: [rvdk/landelijk]
    kind: ambtsbericht
    purpose: bescherming-van-het-kind
    basis: wiv2017-art62
    class: DV
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present

  - row: 7
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one

  - row: 8
    why: the original is not withdrawn
    from: om/lovj
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV }
    outcome: allow

  - row: 9
    why: no consent of aivd
    from: om/lovj
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV }
    outcome: deny consent.required

  - row: 10
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: ambtsbericht
    purpose: bestuurlijke-maatregel
    basis: wiv2017-art62
    class: DV
    release: 1
    outcome: deny release.required

  # Released by two.
  - row: 11
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: ambtsbericht
    purpose: bestuurlijke-maatregel
    basis: wiv2017-art62
    class: DV
    release: 2
    outcome: allow

  # Every receiver with what it receives for.
  - row: 12
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 13
    from: mivd/ct
    to: [ind/rwn]
    kind: ambtsbericht
    purpose: nederlanderschap
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 14
    from: mivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: reisdocument
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 15
    from: aivd/ct
    to: [rvdk/landelijk]
    kind: ambtsbericht
    purpose: bescherming-van-het-kind
    basis: wiv2017-art62
    class: DV
    set: { details.sourceIncluded: "false" }
    outcome: allow
  - row: 16
    from: aivd/ct
    to: [gemeente-den-haag/casus]
    kind: ambtsbericht
    purpose: persoonsgerichte-aanpak
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 17
    why: a purpose of another receiver
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny purpose.not-allowed
  - row: 18
    why: one receiver at a time
    from: aivd/ct
    to: [ind/nv, bz/ct]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 19
    why: above what others than the prosecution service get
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: reisdocument
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-ceiling
  - row: 20
    why: receivers do not report
    from: om/lovj
    to: [aivd/ct]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny kind.not-allowed
  - row: 21
    why: the infobox is housed with the service but is not it
    from: aivd/cti
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny exchange.not-member
  - row: 22
    from: aivd/ct
    to: [politie/cter]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny exchange.not-member

  # What the header must and may not say.
  - row: 23
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    unset: [details.underlyingSeen]
    outcome: deny field.required
  - row: 24
    why: nobody else sees the underlying papers
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: reisdocument
    basis: wiv2017-art62
    class: DV
    unset: [details.underlyingSeen]
    outcome: allow
  - row: 25
    why: papers cannot have been seen tomorrow
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    set: { details.underlyingSeen: 2026-11-21 }
    outcome: deny field.value
  - row: 26
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    unset: [details.evaluation]
    outcome: deny field.required
  - row: 27
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { details.evaluation: { source: Z, information: 1 } }
    outcome: deny field.value
  - row: 28
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { details.colour: red }
    outcome: deny field.forbidden
  - row: 29
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    unset: [details.subjects]
    outcome: deny field.required
  - row: 30
    why: a marking that nobody declared
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { markings: [geheimzinnig] }
    outcome: deny marking.forbidden
  - row: 31
    why: a purpose that nobody has
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: reclame
    basis: wiv2017-art66
    class: DV
    outcome: deny purpose.not-allowed
  - row: 32
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    exchange: bestaat-niet
    outcome: deny exchange.not-member
  - row: 33
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    set: { reviewBy: 2026-11-19 }
    outcome: deny term.lapsed
  - row: 34
    why: the OIN is not that of the mailbox
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    set: { from: { oin: 00000099000000003000, mailbox: aivd/ct } }
    outcome: deny mailbox.unknown

  # Questions, further reports and withdrawals.
  - row: 35
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 36
    why: a basis of the service does not serve a receiver
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed
  - row: 37
    why: it may cite the report that it is about
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    cites: { kind: ambtsbericht }
    outcome: allow
  - row: 38
    why: the day is one off
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    cites: { kind: ambtsbericht, date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 39
    why: it was sent to ind/nv
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    cites: { kind: ambtsbericht, to: [ind/nv] }
    outcome: deny reply.unmatched
  - row: 40
    why: a supplement supplements something
    from: aivd/ct
    to: [om/lovj]
    kind: aanvulling
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 41
    from: aivd/ct
    to: [om/lovj]
    kind: aanvulling
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: allow
  - row: 42
    why: the report went to another receiver
    from: aivd/ct
    to: [bz/ct]
    kind: aanvulling
    purpose: reisdocument
    basis: wiv2017-art62
    class: DV
    cites: { to: [ind/nv] }
    outcome: deny reply.unmatched
  - row: 43
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 44
    why: the report was of the other service
    from: mivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: { from: aivd/ct }
    outcome: deny reply.unmatched
  - row: 45
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: verzoek
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: SC
    outcome: allow
  - row: 46
    from: ind/nv
    to: [mivd/ct]
    kind: verzoek
    purpose: verblijfsrecht
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: deny release.required

  # Onward.
  - row: 47
    from: om/lovj
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    original:
      { kind: ambtsbericht, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV, withdrawn: "yes" }
    outcome: deny onward.withdrawn
  - row: 48
    why: the originator's marking asks for consent
    from: om/lovj
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: DV
      markings: [originator-control]
    outcome: deny consent.required
  - row: 49
    from: om/lovj
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: opsporing-en-vervolging }]
    outcome: allow
  - row: 50
    why: consent was for another purpose
    from: om/lovj
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: persoonsgerichte-aanpak }]
    outcome: deny consent.required
  - row: 51
    why: who never had it cannot pass it on
    from: ind/nv
    to: [om/parket]
    kind: forward
    purpose: verblijfsrecht
    basis: avg-art6-1e
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, to: [om/lovj], purpose: opsporing-en-vervolging, class: DV }
    outcome: deny onward.forbidden
  - row: 52
    why: the original is above the clearance of who would get it
    from: ind/nv
    to: [ind/rwn]
    kind: forward
    purpose: verblijfsrecht
    basis: avg-art6-1e
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: verblijfsrecht
      class: SC
      consents: [{ mailbox: ind/rwn, purpose: verblijfsrecht }]
    outcome: deny classification.above-clearance

  # Looking.
  - row: 53
    action: read
    asker: om/lovj
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: allow
  - row: 54
    action: read
    asker: ind/nv
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny route.not-allowed
  - row: 55
    action: audit
    asker: ctivd/onderzoek
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: allow
  - row: 56
    why: the services are not its field
    action: audit
    asker: ap/toezicht
    from: aivd/ct
    to: [om/lovj]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny exchange.not-member

  # Every receiver for every purpose of its own, and for none of another's.
  - row: 57
    from: aivd/ct
    to: [ind/rwn]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 58
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: nederlanderschap
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 59
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: ambtsbericht
    purpose: reisdocument
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 60
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: bestuurlijke-maatregel
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 61
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny purpose.not-allowed
  - row: 62
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 63
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: nederlanderschap
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 64
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: reisdocument
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 65
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: bestuurlijke-maatregel
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 66
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: bescherming-van-het-kind
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 67
    from: aivd/ct
    to: [rvdk/landelijk]
    kind: ambtsbericht
    purpose: persoonsgerichte-aanpak
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 68
    from: aivd/ct
    to: [ind/rwn]
    kind: ambtsbericht
    purpose: verblijfsrecht
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed
  - row: 69
    from: aivd/ct
    to: [ind/nv]
    kind: ambtsbericht
    purpose: nederlanderschap
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed
  - row: 70
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: ambtsbericht
    purpose: reisdocument
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed
  - row: 71
    from: aivd/ct
    to: [bz/ct]
    kind: ambtsbericht
    purpose: bestuurlijke-maatregel
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed
  - row: 72
    from: aivd/ct
    to: [rvdk/landelijk]
    kind: ambtsbericht
    purpose: bescherming-van-het-kind
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed
  - row: 73
    from: aivd/ct
    to: [gemeente-den-haag/casus]
    kind: ambtsbericht
    purpose: persoonsgerichte-aanpak
    basis: wiv2017-art66
    class: DV
    outcome: deny basis.not-allowed

  # Every receiver asks, for what it receives for.
  - row: 74
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 75
    from: bz/ct
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 76
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: verblijfsrecht
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 77
    from: ind/rwn
    to: [aivd/ct]
    kind: verzoek
    purpose: verblijfsrecht
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 78
    from: bz/ct
    to: [aivd/ct]
    kind: verzoek
    purpose: verblijfsrecht
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 79
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 80
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: nederlanderschap
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 81
    from: ind/rwn
    to: [aivd/ct]
    kind: verzoek
    purpose: nederlanderschap
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 82
    from: bz/ct
    to: [aivd/ct]
    kind: verzoek
    purpose: nederlanderschap
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 83
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: nederlanderschap
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 84
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: verzoek
    purpose: reisdocument
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 85
    from: bz/ct
    to: [aivd/ct]
    kind: verzoek
    purpose: reisdocument
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 86
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: reisdocument
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 87
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: verzoek
    purpose: reisdocument
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 88
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: verzoek
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 89
    from: bz/ct
    to: [aivd/ct]
    kind: verzoek
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 90
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 91
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: verzoek
    purpose: bestuurlijke-maatregel
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 92
    from: rvdk/landelijk
    to: [aivd/ct]
    kind: verzoek
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 93
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 94
    from: rvdk/landelijk
    to: [aivd/ct]
    kind: verzoek
    purpose: bescherming-van-het-kind
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 95
    from: gemeente-den-haag/casus
    to: [aivd/ct]
    kind: verzoek
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 96
    from: ind/nv
    to: [aivd/ct]
    kind: verzoek
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 97
    from: gemeente-den-haag/casus
    to: [aivd/ct]
    kind: verzoek
    purpose: persoonsgerichte-aanpak
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 98
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-27 }
    outcome: allow
  - row: 99
    why: five working days after a Friday
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-28 }
    outcome: deny term.too-long
  - row: 100
    from: om/lovj
    to: [aivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present
  - row: 101
    from: om/lovj
    to: [aivd/ct, mivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 102
    from: om/lovj
    to: [ind/nv]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 103
    from: aivd/ct
    to: [mivd/ct]
    kind: verzoek
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 104
    from: aivd/ct
    to: [mivd/ct]
    kind: ambtsbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    outcome: deny route.not-allowed

  # Supplements and withdrawals go where the report went.
  - row: 105
    from: mivd/ct
    to: [om/lovj]
    kind: aanvulling
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    unset: [details.underlyingSeen]
    outcome: deny field.required
  - row: 106
    from: mivd/ct
    to: [om/lovj]
    kind: aanvulling
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    set: { details.underlyingSeen: 2026-11-21 }
    outcome: deny field.value
  - row: 107
    from: aivd/ct
    to: [ind/nv]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    unset: [details.evaluation]
    outcome: deny field.required
  - row: 108
    from: aivd/ct
    to: [ind/nv]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present
  - row: 109
    from: aivd/ct
    to: [ind/nv]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { details.sourceIncluded: "false" }
    release: 2
    keep: { ind/nv: 20 years overbrengen }
    outcome: allow
  - row: 110
    from: aivd/ct
    to: [ind/nv]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    release: 1
    outcome: deny release.required
  - row: 111
    from: aivd/ct
    to: [ind/nv, bz/ct]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 112
    from: aivd/ct
    to: [mivd/ct]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 113
    from: ind/nv
    to: [bz/ct]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 114
    from: aivd/ct
    to: [ind/nv]
    kind: aanvulling
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 115
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: { kind: ambtsbericht }
    outcome: allow
  - row: 116
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: { kind: aanvulling }
    outcome: allow
  - row: 117
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    release: 1
    outcome: deny release.required
  - row: 118
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present
  - row: 119
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 120
    why: the report went to another receiver
    from: aivd/ct
    to: [bz/ct]
    kind: intrekking
    purpose: reisdocument
    basis: wiv2017-art62
    class: DV
    cites: { kind: ambtsbericht, to: [ind/nv] }
    outcome: deny reply.unmatched
  - row: 121
    why: a question is not withdrawn by who got it
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: { kind: verzoek, from: ind/nv, to: [aivd/ct] }
    outcome: deny reply.unmatched
  - row: 122
    from: aivd/ct
    to: [ind/nv]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 123
    from: aivd/ct
    to: [ind/nv, bz/ct]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 124
    from: aivd/ct
    to: [mivd/ct]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 125
    from: ind/nv
    to: [bz/ct]
    kind: intrekking
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed

  # Onward: to the parquet for the same purpose, else with consent, and never to private parties or abroad.
  - row: 126
    why: who has the report hears of its withdrawal
    from: om/lovj
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    original: { kind: intrekking, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV }
    outcome: allow
  - row: 127
    why: another purpose
    from: om/lovj
    to: [om/parket]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: wiv2017-art66
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV }
    outcome: deny consent.required
  - row: 128
    why: another basis
    from: om/lovj
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV }
    outcome: deny consent.required
  - row: 129
    from: ind/nv
    to: [om/parket]
    kind: forward
    purpose: verblijfsrecht
    basis: wiv2017-art66
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, purpose: verblijfsrecht, class: DV }
    outcome: deny consent.required
  - row: 130
    from: om/lovj
    to: [om/fp]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art66
    class: DV
    original: { kind: ambtsbericht, from: aivd/ct, purpose: opsporing-en-vervolging, class: DV }
    outcome: deny consent.required
  - row: 131
    from: om/parket
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      to: [om/lovj]
      forwardedTo: [om/parket]
      purpose: opsporing-en-vervolging
      class: DV
    outcome: deny consent.required
  - row: 132
    why: consent for this purpose
    from: ind/nv
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: verblijfsrecht
      class: DV
      consents: [{ mailbox: politie/cter, purpose: opsporing-en-vervolging }]
    outcome: allow
  - row: 133
    why: a question is for who got it
    from: mivd/ct
    to: [politie/cter]
    kind: forward
    purpose: verblijfsrecht
    basis: wiv2017-art62
    class: DV
    original:
      kind: verzoek
      from: ind/nv
      purpose: verblijfsrecht
      class: DV
      consents: [{ mailbox: politie/cter, purpose: verblijfsrecht }]
    outcome: deny onward.forbidden
  - row: 134
    from: om/lovj
    to: [bank-a/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: DV
      consents: [{ mailbox: bank-a/tf, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 135
    from: om/lovj
    to: [hosting-a/abuse]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: O
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: O
      consents: [{ mailbox: hosting-a/abuse, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 136
    from: om/lovj
    to: [luchtvaart-a/pnr]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: O
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: O
      consents: [{ mailbox: luchtvaart-a/pnr, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 137
    from: om/lovj
    to: [marktdeelnemer-a/meldingen]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: O
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: O
      consents: [{ mailbox: marktdeelnemer-a/meldingen, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 138
    from: om/lovj
    to: [europol/siena]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: DV
      consents: [{ mailbox: europol/siena, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 139
    from: om/lovj
    to: [land-y/politie]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: ambtsbericht
      from: aivd/ct
      purpose: opsporing-en-vervolging
      class: DV
      consents: [{ mailbox: land-y/politie, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/anonieme-meldingen.yaml",
            text: #"""
# Table tests of anonieme-meldingen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: anonieme-meldingen
asOf: 2026-11-20T12:00:00Z

defaults:
  tip:
    details.sourceIncluded: "false"

rows:
  - row: 1
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.evaluation: { source: X, information: 4 } }
    outcome: allow
  - row: 2
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present
  - row: 3
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.evaluation: { source: B, information: 2 } }
    mends: [details.evaluation]
    outcome: deny source.present
  - row: 4
    from: mma/meldingen
    to: [gemeente-den-haag/casus]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    outcome: deny exchange.not-member
  - row: 5
    from: politie/cter
    to: [mma/meldingen]
    kind: verzoek
    purpose: signaleren
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 6
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    outcome: allow
  - row: 7
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    unset: [details.sourceIncluded]
    outcome: deny field.required
  - row: 8
    from: mma/meldingen
    to: [politie/cter, fiod/tf]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed

  # A tip, to one receiver, with nothing that leads to who told.
  - row: 9
    why: who told is unknown, and so is how good the source is
    from: mma/meldingen
    to: [fiod/tf]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: allow
  - row: 10
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.evaluation: { source: A, information: 1 } }
    mends: [details.evaluation]
    outcome: deny source.present
  - row: 11
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.evaluation: { source: C, information: 3 } }
    mends: [details.evaluation]
    outcome: deny source.present
  - row: 12
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.sourceIncluded: nee }
    outcome: deny field.value
  - row: 13
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { subject: over de buurman }
    outcome: deny field.forbidden
  - row: 14
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { notBefore: 2026-11-21, respondBy: 2027-01-19 }
    outcome: allow
  - row: 15
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { notBefore: 2026-11-21T09:30:00Z }
    outcome: deny field.value
  - row: 16
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-12-21T09:30:00Z }
    outcome: deny field.value
  - row: 17
    why: sixty days
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2027-01-20 }
    outcome: deny term.too-long
  - row: 18
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 19
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 20
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 21
    why: the police's basis does not serve the line
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: politiewet-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 22
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 23
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    keep: { mma/meldingen: 30 days vernietigen, politie/cter: 2 years vernietigen, fiod/tf: 2 years vernietigen }
    outcome: allow
  - row: 24
    from: politie/cter
    to: [fiod/tf]
    kind: tip
    purpose: signaleren
    basis: politiewet-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 25
    from: fiod/tf
    to: [mma/meldingen]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    outcome: deny kind.not-allowed
  - row: 26
    from: mma/meldingen
    to: [mma/meldingen]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 27
    from: mma/meldingen
    to: [aivd/ct]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    outcome: deny exchange.not-member

  # Whether it was of use, to the line; nobody may ask who told.
  - row: 28
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    cites: { kind: tip, from: mma/meldingen, to: [politie/cter] }
    outcome: allow
  - row: 29
    from: fiod/tf
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    release: 1
    set: { details.used: "true", details.sourceIncluded: "false", notBefore: 2026-11-21, respondBy: 2026-12-21 }
    outcome: allow
  - row: 30
    from: fiod/tf
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    set: { details.used: "false", details.evaluation: { source: X, information: 3 } }
    outcome: allow
  - row: 31
    from: fiod/tf
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    set: { details.used: misschien }
    outcome: deny field.value
  - row: 32
    why: the task of the police is not that of the FIOD
    from: fiod/tf
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    outcome: deny basis.not-allowed
  - row: 33
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    outcome: deny basis.not-allowed
  - row: 34
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: opsporing-en-vervolging
    basis: politiewet-art3
    class: O
    outcome: deny purpose.not-allowed
  - row: 35
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present
  - row: 36
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { details.evaluation: { source: B, information: 2 } }
    mends: [details.evaluation]
    outcome: deny source.present
  - row: 37
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { subject: uw beller }
    outcome: deny field.forbidden
  - row: 38
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { notBefore: 2026-11-21T09:30:00Z }
    outcome: deny field.value
  - row: 39
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { respondBy: 2026-12-21T09:30:00Z }
    outcome: deny field.value
  - row: 40
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 41
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 42
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: DV
    outcome: deny classification.above-clearance
  - row: 43
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: SC
    outcome: deny classification.above-ceiling
  - row: 44
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 45
    why: the tip went to the FIOD
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    cites: { to: [fiod/tf] }
    outcome: deny reply.unmatched
  - row: 46
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    cites: { date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 47
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    cites: [{ kind: tip }, { kind: tip }]
    outcome: deny reply.unmatched
  - row: 48
    from: politie/cter
    to: [mma/meldingen]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    cites: { kind: terugkoppeling, from: mma/meldingen }
    outcome: deny reply.unmatched
  - row: 49
    from: politie/cter
    to: [fiod/tf]
    kind: terugkoppeling
    purpose: signaleren
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 50
    from: mma/meldingen
    to: [politie/cter]
    kind: terugkoppeling
    purpose: signaleren
    basis: avg-art6-1e
    class: O
    outcome: deny kind.not-allowed

  # A receiver uses it as its own information: the tip itself stays.
  - row: 51
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: politiewet-art3
    class: DV
    original: { kind: tip, from: mma/meldingen, purpose: signaleren, class: DV }
    outcome: deny onward.forbidden
  - row: 52
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: signaleren
    basis: politiewet-art3
    class: DV
    original: { kind: tip, from: mma/meldingen, purpose: signaleren, class: DV }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 53
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 54
    from: mma/meldingen
    to: [politie/cter]
    kind: tip
    purpose: signaleren
    basis: avg-art6-1e
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/bestuurlijke-maatregelen.yaml",
            text: #"""
# Table tests of bestuurlijke-maatregelen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: bestuurlijke-maatregelen
asOf: 2026-11-20T12:00:00Z

defaults:
  maatregel:
    details.measure: meldplicht
    reviewBy: 2027-04-01
  verlenging:
    reviewBy: 2027-04-01

rows:
  - row: 1
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 2
    from: nctv/maatregelen
    to: [rvig/rps, kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 3
    why: not theirs to execute
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 4
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { reviewBy: 2027-11-20 }
    outcome: deny term.too-long
  - row: 5
    why: a mayor does not impose it
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 6
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 7
    why: a lapsed measure is imposed anew
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, set: { reviewBy: 2026-11-01 } }
    outcome: deny term.lapsed
  - row: 8
    why: a reporting duty on the travel-ban article
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: deny basis.not-allowed

  - row: 9
    from: nctv/maatregelen
    to: [gemeente-den-haag/casus, reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: gebiedsverbod }
    outcome: allow
  - row: 10
    from: nctv/maatregelen
    to: [gemeente-den-haag/casus, reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: contactverbod }
    outcome: allow
  - row: 11
    from: nctv/maatregelen
    to: [politie/cter, reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    keep: { politie/cter: 10 years overbrengen }
    outcome: allow
  - row: 12
    why: the border and the register execute a travel ban
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny route.not-allowed
  - row: 13
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 14
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny basis.not-allowed
  - row: 15
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny basis.not-allowed
  - row: 16
    from: nctv/maatregelen
    to: [reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: deny basis.not-allowed
  - row: 17
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: gebiedsverbod }
    outcome: deny basis.not-allowed
  - row: 18
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: gebiedsverbod }
    outcome: deny route.not-allowed
  - row: 19
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: contactverbod }
    outcome: deny basis.not-allowed
  - row: 20
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: contactverbod }
    outcome: deny route.not-allowed
  - row: 21
    why: one of them does not execute it
    from: nctv/maatregelen
    to: [politie/cter, kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 22
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    unset: [details.measure]
    outcome: deny route.not-allowed
  - row: 23
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: huisarrest }
    outcome: deny route.not-allowed
  - row: 24
    why: the last day of six months
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { reviewBy: 2027-05-20 }
    outcome: allow
  - row: 25
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { reviewBy: 2027-05-21 }
    outcome: deny term.too-long
  - row: 26
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 27
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 1
    outcome: deny release.required
  - row: 28
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 2
    outcome: allow
  - row: 29
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: SC
    outcome: deny classification.above-ceiling
  - row: 30
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: opsporing-en-vervolging
    basis: twbmt-art2
    class: DV
    outcome: deny purpose.not-allowed
  - row: 31
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 32
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 33
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny route.not-allowed
  - row: 34
    from: nctv/maatregelen
    to: [gemeente-rotterdam/casus]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 35
    from: nctv/maatregelen
    to: [gemeente-rotterdam/casus]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny route.not-allowed
  - row: 36
    from: nctv/maatregelen
    to: [gemeente-den-haag/subsidie]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: O
    outcome: deny route.not-allowed
  - row: 37
    from: nctv/maatregelen
    to: [gemeente-den-haag/subsidie]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: O
    set: { details.measure: uitreisverbod }
    outcome: deny route.not-allowed
  - row: 38
    from: politie/cter
    to: [reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 39
    from: aivd/ct
    to: [reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 40
    from: rvig/rps
    to: [reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 41
    from: gemeente-den-haag/subsidie
    to: [reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 42
    from: gemeente-rotterdam/casus
    to: [reclassering/ter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 43
    from: aivd/ct
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny kind.not-allowed
  - row: 44
    from: gemeente-rotterdam/casus
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny kind.not-allowed
  - row: 45
    from: reclassering/ter
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny kind.not-allowed
  - row: 46
    from: gemeente-den-haag/subsidie
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny kind.not-allowed
  - row: 47
    from: rvig/rps
    to: [kmar/grens]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: deny kind.not-allowed

  # Proposals.
  - row: 48
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 49
    from: gemeente-rotterdam/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 50
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 51
    why: what it rests on goes along
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: nothing
    outcome: allow
  - row: 52
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 53
    why: a travel ban on the other article
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: uitreisverbod }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 54
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: meldplicht }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 55
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: gebiedsverbod }
    outcome: allow
  - row: 56
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: contactverbod }
    outcome: allow
  - row: 57
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: meldplicht }
    outcome: allow
  - row: 58
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: allow
  - row: 59
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: deny basis.not-allowed
  - row: 60
    why: by ambtsbericht
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 61
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 62
    why: the minister has no such ambtsbericht
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: ambtsberichten/ambtsbericht, to: [om/lovj] }
    outcome: deny reply.unmatched
  - row: 63
    why: another's
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: ambtsberichten/ambtsbericht, from: mivd/ct, to: [aivd/ct, nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 64
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregelvoorstel, from: aivd/ct, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 65
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 1
    outcome: deny release.required
  - row: 66
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: SC
    outcome: deny classification.above-ceiling
  - row: 67
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 68
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 69
    from: reclassering/ter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 70
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 71
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 72
    from: politie/cter
    to: [reclassering/ter]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 73
    from: politie/cter
    to: [kmar/grens]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 74
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 75
    from: politie/cter
    to: [aivd/ct]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 76
    from: politie/cter
    to: [gemeente-rotterdam/casus]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 77
    from: politie/cter
    to: [gemeente-den-haag/subsidie]
    kind: maatregelvoorstel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: O
    outcome: deny route.not-allowed

  # What the minister sends about a measure.
  - row: 78
    from: nctv/maatregelen
    to: [politie/cter, gemeente-den-haag/casus, reclassering/ter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 79
    from: nctv/maatregelen
    to: [kmar/grens, rvig/rps]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    release: 2
    outcome: allow
  - row: 80
    from: nctv/maatregelen
    to: [kmar/grens, rvig/rps]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 81
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: meldplicht }
    outcome: allow
  - row: 82
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: uitreisverbod }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 83
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: meldplicht }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 84
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: deny basis.not-allowed
  - row: 85
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: verlenging, from: nctv/maatregelen, to: [politie/cter] }
    outcome: allow
  - row: 86
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 87
    why: one of them does not execute that measure
    from: nctv/maatregelen
    to: [politie/cter, reclassering/ter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 88
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, from: politie/cter, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 89
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: opheffing, from: nctv/maatregelen, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 90
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 1
    outcome: deny release.required
  - row: 91
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: SC
    outcome: deny classification.above-ceiling
  - row: 92
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 93
    from: politie/cter
    to: [reclassering/ter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 94
    from: kmar/grens
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 95
    from: aivd/ct
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 96
    from: gemeente-den-haag/subsidie
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 97
    from: gemeente-rotterdam/casus
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 98
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 99
    from: nctv/maatregelen
    to: [gemeente-rotterdam/casus]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 100
    from: nctv/maatregelen
    to: [gemeente-den-haag/subsidie]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: O
    outcome: deny route.not-allowed
  - row: 101
    from: nctv/maatregelen
    to: [politie/cter, gemeente-den-haag/casus, reclassering/ter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 102
    from: nctv/maatregelen
    to: [kmar/grens, rvig/rps]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    release: 2
    outcome: allow
  - row: 103
    from: nctv/maatregelen
    to: [kmar/grens, rvig/rps]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 104
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: meldplicht }
    outcome: allow
  - row: 105
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: uitreisverbod }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 106
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: meldplicht }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 107
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: deny basis.not-allowed
  - row: 108
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: verlenging, from: nctv/maatregelen, to: [politie/cter] }
    outcome: allow
  - row: 109
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 110
    why: one of them does not execute that measure
    from: nctv/maatregelen
    to: [politie/cter, reclassering/ter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 111
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, from: politie/cter, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 112
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: opheffing, from: nctv/maatregelen, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 113
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 1
    outcome: deny release.required
  - row: 114
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: SC
    outcome: deny classification.above-ceiling
  - row: 115
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 116
    from: politie/cter
    to: [reclassering/ter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 117
    from: kmar/grens
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 118
    from: aivd/ct
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 119
    from: gemeente-den-haag/subsidie
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 120
    from: gemeente-rotterdam/casus
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 121
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 122
    from: nctv/maatregelen
    to: [gemeente-rotterdam/casus]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 123
    from: nctv/maatregelen
    to: [gemeente-den-haag/subsidie]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: O
    outcome: deny route.not-allowed
  - row: 124
    from: nctv/maatregelen
    to: [politie/cter, gemeente-den-haag/casus, reclassering/ter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 125
    from: nctv/maatregelen
    to: [kmar/grens, rvig/rps]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    release: 2
    outcome: allow
  - row: 126
    from: nctv/maatregelen
    to: [kmar/grens, rvig/rps]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 127
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: meldplicht }
    outcome: allow
  - row: 128
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: uitreisverbod }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 129
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: meldplicht }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 130
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: deny basis.not-allowed
  - row: 131
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: verlenging, from: nctv/maatregelen, to: [politie/cter] }
    outcome: allow
  - row: 132
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 133
    why: one of them does not execute that measure
    from: nctv/maatregelen
    to: [politie/cter, reclassering/ter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 134
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, from: politie/cter, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 135
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: opheffing, from: nctv/maatregelen, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 136
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 1
    outcome: deny release.required
  - row: 137
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: SC
    outcome: deny classification.above-ceiling
  - row: 138
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 139
    from: politie/cter
    to: [reclassering/ter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 140
    from: kmar/grens
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 141
    from: aivd/ct
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 142
    from: gemeente-den-haag/subsidie
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 143
    from: gemeente-rotterdam/casus
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 144
    from: nctv/maatregelen
    to: [aivd/ct]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 145
    from: nctv/maatregelen
    to: [gemeente-rotterdam/casus]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 146
    from: nctv/maatregelen
    to: [gemeente-den-haag/subsidie]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: O
    outcome: deny route.not-allowed
  - row: 147
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { reviewBy: 2027-05-20 }
    outcome: allow
  - row: 148
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { reviewBy: 2027-05-21 }
    outcome: deny term.too-long
  - row: 149
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 150
    why: its last day
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 151
    from: nctv/maatregelen
    to: [politie/cter]
    kind: verlenging
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: verlenging, from: nctv/maatregelen, to: [politie/cter], set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 152
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 153
    why: a court may judge of what has lapsed
    from: nctv/maatregelen
    to: [politie/cter]
    kind: rechterlijke-uitspraak
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 154
    from: nctv/maatregelen
    to: [politie/cter, reclassering/ter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    told: [politie/cter, reclassering/ter]
    outcome: allow
  - row: 155
    why: one who has the measure is left out
    from: nctv/maatregelen
    to: [politie/cter]
    kind: opheffing
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    told: [politie/cter, reclassering/ter]
    outcome: deny field.value

  # Breaches.
  - row: 156
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: allow
  - row: 157
    from: reclassering/ter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 2
    outcome: allow
  - row: 158
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: allow
  - row: 159
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: uitreisverbod }
    outcome: allow
  - row: 160
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: contactverbod }
    outcome: allow
  - row: 161
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.measure: uitreisverbod }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 162
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    set: { details.measure: meldplicht }
    mends: [details.measure]
    outcome: deny basis.not-allowed
  - row: 163
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: deny basis.not-allowed
  - row: 164
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: verlenging }
    outcome: allow
  - row: 165
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 166
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, from: politie/cter, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 167
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, from: aivd/ct, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 168
    why: it does not execute that measure
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, to: [reclassering/ter] }
    outcome: deny reply.unmatched
  - row: 169
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: opheffing }
    outcome: deny reply.unmatched
  - row: 170
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 171
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    cites: { kind: maatregel, set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 172
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    release: 1
    outcome: deny release.required
  - row: 173
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: SC
    outcome: deny classification.above-ceiling
  - row: 174
    from: politie/cter
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 175
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 176
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 177
    from: gemeente-rotterdam/casus
    to: [nctv/maatregelen]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 178
    from: nctv/maatregelen
    to: [politie/cter]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny kind.not-allowed
  - row: 179
    from: politie/cter
    to: [reclassering/ter]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 180
    from: politie/cter
    to: [rvig/rps]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 181
    from: politie/cter
    to: [aivd/ct]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 182
    from: politie/cter
    to: [gemeente-rotterdam/casus]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny route.not-allowed
  - row: 183
    from: politie/cter
    to: [gemeente-den-haag/subsidie]
    kind: nalevingsmelding
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: O
    outcome: deny route.not-allowed

  # Permits and grants.
  - row: 184
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: DV
    outcome: allow
  - row: 185
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    release: 2
    outcome: allow
  - row: 186
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    release: 1
    outcome: deny release.required
  - row: 187
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: SC
    outcome: deny classification.above-ceiling
  - row: 188
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    outcome: deny basis.not-allowed
  - row: 189
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 190
    from: gemeente-den-haag/subsidie
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 191
    from: gemeente-rotterdam/casus
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny kind.not-allowed
  - row: 192
    from: aivd/ct
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny kind.not-allowed
  - row: 193
    from: reclassering/ter
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny kind.not-allowed
  - row: 194
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny kind.not-allowed
  - row: 195
    from: nctv/maatregelen
    to: [politie/cter]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny kind.not-allowed
  - row: 196
    from: gemeente-den-haag/subsidie
    to: [politie/cter]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny route.not-allowed
  - row: 197
    from: gemeente-den-haag/subsidie
    to: [rvig/rps]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny route.not-allowed
  - row: 198
    from: gemeente-den-haag/subsidie
    to: [reclassering/ter]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny route.not-allowed
  - row: 199
    from: gemeente-den-haag/subsidie
    to: [aivd/ct]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny route.not-allowed
  - row: 200
    from: gemeente-den-haag/subsidie
    to: [gemeente-rotterdam/casus]
    kind: weigering-of-intrekking
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art6
    class: O
    outcome: deny route.not-allowed

  # Not passed on.
  - row: 201
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    original: { kind: maatregel, from: nctv/maatregelen, purpose: bescherming-nationale-veiligheid, class: DV }
    outcome: deny onward.forbidden
  - row: 202
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    original: { kind: maatregel, from: nctv/maatregelen, purpose: bescherming-nationale-veiligheid, class: DV }
    outcome: deny onward.forbidden
  - row: 203
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 204
    from: nctv/maatregelen
    to: [politie/cter]
    kind: maatregel
    purpose: bescherming-nationale-veiligheid
    basis: twbmt-art2
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/bewaken-en-beveiligen.yaml",
            text: #"""
# Table tests of bewaken-en-beveiligen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: bewaken-en-beveiligen
asOf: 2026-11-20T12:00:00Z

defaults:
  dreigingsinschatting:
    reviewBy: 2027-01-15
  beveiligingsopdracht:
    reviewBy: 2027-01-15

rows:
  - row: 1
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2027-01-15 }
    outcome: allow
  - row: 2
    from: nctv/bb
    to: [kmar/ct, politie/bb]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    set: { reviewBy: 2027-01-15 }
    outcome: allow
  - row: 3
    why: past the coordinator
    from: aivd/ct
    to: [politie/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 4
    from: nctv/bb
    to: [gemeente-den-haag/casus]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    outcome: deny classification.above-clearance
  - row: 5
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    set: { reviewBy: 2027-11-01 }
    outcome: deny term.too-long
  - row: 6
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-ceiling
  - row: 7
    from: nctv/bb
    to: [bank-a/tf]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: O
    outcome: deny exchange.not-member
  - row: 8
    from: politie/bb
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: opsporing-en-vervolging
    basis: politiewet-art3
    class: SC
    outcome: deny purpose.not-allowed

  # Everyone in its part.
  - row: 9
    from: mivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    keep: { nctv/bb: 10 years vernietigen }
    outcome: allow
  - row: 10
    from: politie/bb
    to: [nctv/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: SC
    release: 1
    outcome: allow
  - row: 11
    from: politie/bb
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: SC
    outcome: allow
  - row: 12
    from: nctv/bb
    to: [om/parket, gemeente-den-haag/casus]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: DV
    outcome: allow
  - row: 13
    from: om/parket
    to: [nctv/bb]
    kind: overdracht-gezag
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: DV
    outcome: allow
  - row: 14
    from: gemeente-den-haag/casus
    to: [nctv/bb]
    kind: overdracht-gezag
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: DV
    outcome: allow
  - row: 15
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: SC
    outcome: deny basis.not-allowed
  - row: 16
    from: politie/bb
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    outcome: deny basis.not-allowed
  - row: 17
    from: om/parket
    to: [nctv/bb]
    kind: overdracht-gezag
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: DV
    outcome: deny basis.not-allowed
  - row: 18
    from: nctv/bb
    to: [om/parket]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 19
    from: nctv/bb
    to: [kmar/ct]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    outcome: deny kind.not-allowed
  - row: 20
    why: who guards is no source
    from: kmar/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: SC
    outcome: deny kind.not-allowed
  - row: 21
    from: aivd/ct
    to: [kmar/ct]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 22
    from: nctv/bb
    to: [nctv/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    outcome: deny kind.not-allowed
  - row: 23
    from: politie/bb
    to: [om/parket]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 24
    why: the guards get the measure
    from: nctv/bb
    to: [kmar/ct]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 25
    from: aivd/ct
    to: [politie/bb]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    outcome: deny kind.not-allowed
  - row: 26
    from: nctv/bb
    to: [om/parket]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 27
    from: nctv/bb
    to: [aivd/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 28
    from: politie/bb
    to: [nctv/bb]
    kind: overdracht-gezag
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: DV
    outcome: deny kind.not-allowed
  - row: 29
    from: om/parket
    to: [gemeente-den-haag/casus]
    kind: overdracht-gezag
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: DV
    outcome: deny route.not-allowed

  # What they say, and by when.
  - row: 30
    why: no address in a header
    from: nctv/bb
    to: [om/parket]
    kind: advies
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: DV
    set: { subject: Lange Voorhout }
    outcome: deny field.forbidden
  - row: 31
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { details.urgency: spoed, respondBy: 2026-11-20T13:00:00Z }
    outcome: allow
  - row: 32
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { details.urgency: spoed, respondBy: 2026-11-20T13:00:01Z }
    outcome: deny term.too-long
  - row: 33
    why: without urgency it is urgent
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { respondBy: 2026-11-23 }
    outcome: deny term.too-long
  - row: 34
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { details.urgency: gewoon, respondBy: 2026-11-23, reviewBy: 2027-02-20 }
    outcome: allow
  - row: 35
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinformatie
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 36
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    unset: [reviewBy]
    outcome: deny term.required
  - row: 37
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2027-02-20 }
    outcome: allow
  - row: 38
    from: aivd/ct
    to: [nctv/bb]
    kind: dreigingsinschatting
    purpose: beveiliging-personen-en-objecten
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 39
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    unset: [reviewBy]
    outcome: deny term.required
  - row: 40
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    set: { reviewBy: 2027-02-20 }
    outcome: allow
  - row: 41
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 42
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    set: { details.sourceIncluded: "true" }
    outcome: deny source.present
  - row: 43
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    set: { details.sourceIncluded: "false" }
    outcome: allow
  - row: 44
    why: it would name the source
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    cites: { kind: dreigingsinschatting, from: aivd/ct }
    outcome: deny reply.unmatched
  - row: 45
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    cites: { kind: advies, from: nctv/bb, to: [om/parket] }
    outcome: allow
  - row: 46
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    cites: { kind: overdracht-gezag, from: om/parket }
    outcome: allow
  - row: 47
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    cites: { kind: beveiligingsopdracht, from: nctv/bb, to: [kmar/ct] }
    outcome: allow
  - row: 48
    from: nctv/bb
    to: [kmar/ct]
    kind: beveiligingsopdracht
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    cites: nothing
    outcome: allow

  # Onward: nothing.
  - row: 49
    from: kmar/ct
    to: [politie/bb]
    kind: forward
    purpose: beveiliging-personen-en-objecten
    basis: politiewet-art3
    class: SC
    original: { kind: beveiligingsopdracht, from: nctv/bb, purpose: beveiliging-personen-en-objecten, class: SC }
    outcome: deny onward.forbidden
  - row: 50
    from: nctv/bb
    to: [kmar/ct]
    kind: forward
    purpose: beveiliging-personen-en-objecten
    basis: wctnv
    class: SC
    original:
      kind: dreigingsinformatie
      from: aivd/ct
      purpose: beveiliging-personen-en-objecten
      class: SC
      consents: [{ mailbox: kmar/ct, purpose: beveiliging-personen-en-objecten }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/brp-en-uitkeringen.yaml",
            text: #"""
# Table tests of brp-en-uitkeringen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: brp-en-uitkeringen
asOf: 2026-11-20T12:00:00Z

defaults:
  vertrekmelding:
    details.registeredAt: gemeente-den-haag

rows:
  - row: 1
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: allow
  - row: 2
    why: registered at The Hague
    from: politie/cter
    to: [gemeente-rotterdam/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny route.not-allowed
  - row: 3
    from: aivd/cti
    to: [uwv/handhaving, duo/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: allow
  - row: 4
    why: the ground goes along
    from: aivd/cti
    to: [svb/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: SC
    outcome: deny classification.above-ceiling
  - row: 5
    from: gemeente-den-haag/burgerzaken
    to: [bank-a/meldingen]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny exchange.not-member
  - row: 6
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: allow
  - row: 7
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: opsporing-en-vervolging
    basis: wetbrp-art2-34
    class: O
    outcome: deny purpose.not-allowed
  - row: 8
    from: duo/handhaving
    to: [svb/handhaving]
    kind: forward
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    original: { kind: beeindigingsmelding, from: aivd/cti, purpose: beeindiging-uitkering, class: O }
    outcome: deny onward.forbidden

  # Doubt about a residence.
  - row: 9
    from: politie/cter
    to: [gemeente-rotterdam/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: allow
  - row: 10
    from: aivd/cti
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    keep: { gemeente-den-haag/burgerzaken: 2 years vernietigen }
    outcome: allow
  - row: 11
    from: aivd/cti
    to: [gemeente-rotterdam/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: allow
  - row: 12
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: deny route.not-allowed
  - row: 13
    why: to one municipality only
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken, gemeente-rotterdam/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny route.not-allowed
  - row: 14
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    unset: [details.registeredAt]
    outcome: deny route.not-allowed
  - row: 15
    why: not its name
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: den-haag }
    outcome: deny route.not-allowed
  - row: 16
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: DV
    outcome: deny classification.above-ceiling
  - row: 17
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny basis.not-allowed
  - row: 18
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: suwi-art64
    class: O
    outcome: deny basis.not-allowed
  - row: 19
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: avg-art6-1c
    class: O
    outcome: deny basis.not-allowed
  - row: 20
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny purpose.not-allowed
  - row: 21
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 22
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.departedSince: 2026-11-20 }
    release: 1
    outcome: allow
  - row: 23
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.departedSince: 2026-11-21 }
    outcome: deny field.value
  - row: 24
    why: since when, not why
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.justification: uitreis }
    outcome: deny field.forbidden
  - row: 25
    why: four weeks
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { respondBy: 2026-12-18 }
    outcome: allow
  - row: 26
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { respondBy: 2026-12-19 }
    outcome: deny term.too-long
  - row: 27
    from: politie/cter
    to: [uwv/handhaving]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny route.not-allowed
  - row: 28
    from: politie/cter
    to: [uwv/handhaving]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: deny route.not-allowed
  - row: 29
    from: politie/cter
    to: [aivd/cti]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny route.not-allowed
  - row: 30
    from: politie/cter
    to: [aivd/cti]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: deny route.not-allowed
  - row: 31
    from: gemeente-den-haag/burgerzaken
    to: [gemeente-rotterdam/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: deny kind.not-allowed
  - row: 32
    from: uwv/handhaving
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny kind.not-allowed
  - row: 33
    from: gemeente-rotterdam/burgerzaken
    to: [gemeente-den-haag/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny kind.not-allowed
  - row: 34
    from: uwv/handhaving
    to: [gemeente-rotterdam/burgerzaken]
    kind: vertrekmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.registeredAt: gemeente-rotterdam }
    outcome: deny kind.not-allowed

  # Emigration, entered by the municipality.
  - row: 35
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: allow
  - row: 36
    from: gemeente-rotterdam/burgerzaken
    to: [aivd/cti]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    release: 1
    outcome: allow
  - row: 37
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    set: { details.departedSince: 2026-11-20 }
    outcome: allow
  - row: 38
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    set: { details.departedSince: 2026-11-21 }
    outcome: deny field.value
  - row: 39
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: DV
    outcome: deny classification.above-ceiling
  - row: 40
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny basis.not-allowed
  - row: 41
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: suwi-art64
    class: O
    outcome: deny basis.not-allowed
  - row: 42
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: avg-art6-1c
    class: O
    outcome: deny basis.not-allowed
  - row: 43
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny purpose.not-allowed
  - row: 44
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 45
    why: to who reported it
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter, aivd/cti]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny route.not-allowed
  - row: 46
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 47
    why: another reported it
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    cites: { kind: vertrekmelding, from: aivd/cti }
    outcome: deny reply.unmatched
  - row: 48
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    cites: { kind: vertrekmelding, from: politie/cter, to: [gemeente-rotterdam/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 49
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    cites: { kind: herstel }
    outcome: deny reply.unmatched
  - row: 50
    from: gemeente-den-haag/burgerzaken
    to: [gemeente-rotterdam/burgerzaken]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny route.not-allowed
  - row: 51
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny route.not-allowed
  - row: 52
    from: politie/cter
    to: [aivd/cti]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny kind.not-allowed
  - row: 53
    from: uwv/handhaving
    to: [aivd/cti]
    kind: uitschrijving
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny kind.not-allowed

  # Benefits.
  - row: 54
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: allow
  - row: 55
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    outcome: allow
  - row: 56
    from: gemeente-den-haag/burgerzaken
    to: [svb/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: allow
  - row: 57
    from: svb/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    outcome: allow
  - row: 58
    from: gemeente-den-haag/burgerzaken
    to: [duo/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: allow
  - row: 59
    from: duo/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    outcome: allow
  - row: 60
    from: gemeente-den-haag/burgerzaken
    to: [belastingdienst/toeslagen]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: allow
  - row: 61
    from: belastingdienst/toeslagen
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    outcome: allow
  - row: 62
    from: gemeente-rotterdam/burgerzaken
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    release: 1
    outcome: allow
  - row: 63
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    outcome: allow
  - row: 64
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: DV
    outcome: deny classification.above-ceiling
  - row: 65
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: wetbrp-art2-34
    class: O
    outcome: deny basis.not-allowed
  - row: 66
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: wetbrp-art2-34
    class: O
    outcome: deny basis.not-allowed
  - row: 67
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: wetbrp-art2-22
    class: O
    outcome: deny basis.not-allowed
  - row: 68
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: wetbrp-art2-22
    class: O
    outcome: deny basis.not-allowed
  - row: 69
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny purpose.not-allowed
  - row: 70
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    set: { details.departedSince: 2026-11-20 }
    outcome: allow
  - row: 71
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    set: { details.departedSince: 2026-11-21 }
    outcome: deny field.value
  - row: 72
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 73
    why: five working days
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    set: { respondBy: 2026-11-27 }
    outcome: allow
  - row: 74
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    set: { respondBy: 2026-11-28 }
    outcome: deny term.too-long
  - row: 75
    from: politie/cter
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny kind.not-allowed
  - row: 76
    from: uwv/handhaving
    to: [svb/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny kind.not-allowed
  - row: 77
    from: aivd/cti
    to: [gemeente-den-haag/burgerzaken]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 78
    from: aivd/cti
    to: [politie/cter]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 79
    why: on a message of a municipality
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, from: gemeente-rotterdam/burgerzaken }
    outcome: allow
  - row: 80
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    release: 1
    outcome: allow
  - row: 81
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: DV
    outcome: deny classification.above-ceiling
  - row: 82
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 83
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, to: [svb/handhaving] }
    outcome: deny reply.unmatched
  - row: 84
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, from: uwv/handhaving, to: [aivd/cti] }
    outcome: deny reply.unmatched
  - row: 85
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 86
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: herstel }
    outcome: deny reply.unmatched
  - row: 87
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 88
    from: uwv/handhaving
    to: [aivd/cti]
    kind: beeindiging
    purpose: bijhouding-brp
    basis: suwi-art64
    class: O
    outcome: deny purpose.not-allowed
  - row: 89
    from: uwv/handhaving
    to: [politie/cter]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 90
    from: uwv/handhaving
    to: [svb/handhaving]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 91
    from: uwv/handhaving
    to: [gemeente-den-haag/burgerzaken]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 92
    from: politie/cter
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny kind.not-allowed
  - row: 93
    from: gemeente-den-haag/burgerzaken
    to: [aivd/cti]
    kind: beeindiging
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny kind.not-allowed

  # Back, or it was wrong.
  - row: 94
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    release: 1
    outcome: allow
  - row: 95
    from: aivd/cti
    to: [gemeente-rotterdam/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: allow
  - row: 96
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter, aivd/cti]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    cites: { kind: uitschrijving, from: gemeente-den-haag/burgerzaken, to: [politie/cter, aivd/cti] }
    outcome: allow
  - row: 97
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving, svb/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, from: gemeente-den-haag/burgerzaken, to: [uwv/handhaving, svb/handhaving] }
    outcome: allow
  - row: 98
    from: aivd/cti
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: avg-art6-1c
    class: O
    outcome: allow
  - row: 99
    why: one who stopped paying is left out
    from: aivd/cti
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    told: [uwv/handhaving, duo/handhaving]
    outcome: deny field.value
  - row: 100
    from: aivd/cti
    to: [uwv/handhaving, duo/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    told: [uwv/handhaving, duo/handhaving]
    outcome: allow
  - row: 101
    from: aivd/cti
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, from: aivd/cti, to: [uwv/handhaving] }
    outcome: allow
  - row: 102
    why: one of them was never told
    from: aivd/cti
    to: [uwv/handhaving, svb/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    cites: { kind: beeindigingsmelding, from: aivd/cti, to: [uwv/handhaving] }
    outcome: deny reply.unmatched
  - row: 103
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    cites: { kind: vertrekmelding, from: politie/cter, to: [gemeente-den-haag/burgerzaken] }
    outcome: allow
  - row: 104
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    cites: { kind: uitschrijving, from: gemeente-den-haag/burgerzaken, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 105
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    cites: { kind: herstel, from: politie/cter, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 106
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 107
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 108
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: DV
    outcome: deny classification.above-ceiling
  - row: 109
    from: aivd/cti
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: DV
    outcome: deny classification.above-ceiling
  - row: 110
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny basis.not-allowed
  - row: 111
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: suwi-art64
    class: O
    outcome: deny basis.not-allowed
  - row: 112
    from: politie/cter
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: avg-art6-1c
    class: O
    outcome: deny basis.not-allowed
  - row: 113
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny basis.not-allowed
  - row: 114
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: herstel
    purpose: bijhouding-brp
    basis: suwi-art64
    class: O
    outcome: deny basis.not-allowed
  - row: 115
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: herstel
    purpose: bijhouding-brp
    basis: avg-art6-1c
    class: O
    outcome: deny basis.not-allowed
  - row: 116
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: wetbrp-art2-34
    class: O
    outcome: deny basis.not-allowed
  - row: 117
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: wetbrp-art2-22
    class: O
    outcome: deny basis.not-allowed
  - row: 118
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny purpose.not-allowed
  - row: 119
    from: gemeente-den-haag/burgerzaken
    to: [uwv/handhaving, politie/cter]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny purpose.not-allowed
  - row: 120
    from: aivd/cti
    to: [politie/cter]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 121
    from: gemeente-den-haag/burgerzaken
    to: [politie/cter]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny purpose.not-allowed
  - row: 122
    from: politie/cter
    to: [uwv/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny route.not-allowed
  - row: 123
    from: politie/cter
    to: [aivd/cti]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-34
    class: O
    outcome: deny route.not-allowed
  - row: 124
    from: gemeente-den-haag/burgerzaken
    to: [gemeente-rotterdam/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny route.not-allowed
  - row: 125
    from: uwv/handhaving
    to: [svb/handhaving]
    kind: herstel
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    outcome: deny kind.not-allowed
  - row: 126
    from: uwv/handhaving
    to: [gemeente-den-haag/burgerzaken]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny kind.not-allowed
  - row: 127
    from: uwv/handhaving
    to: [politie/cter]
    kind: herstel
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    outcome: deny kind.not-allowed

  # Not passed on.
  - row: 128
    from: politie/cter
    to: [kmar/ct]
    kind: forward
    purpose: bijhouding-brp
    basis: wetbrp-art2-22
    class: O
    original: { kind: uitschrijving, from: gemeente-den-haag/burgerzaken, purpose: bijhouding-brp, class: O }
    outcome: deny onward.forbidden
  - row: 129
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 130
    from: aivd/cti
    to: [uwv/handhaving]
    kind: beeindigingsmelding
    purpose: beeindiging-uitkering
    basis: suwi-art64
    class: O
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/casusoverleg.yaml",
            text: #"""
# Table tests of casusoverleg. What a row leaves out is as the kind asks. Rows 1 to 9 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: casusoverleg
asOf: 2026-11-20T12:00:00Z

defaults:
  contextinformatie:
    details.contextFrom: zorg
  plan-van-aanpak:
    reviewBy: 2027-05-20

rows:
  - row: 1
    from: politie/cter
    to: [gemeente-den-haag/casus, om/parket]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    case: DH-17
    outcome: allow
  - row: 2
    why: not invited to DH-17
    from: politie/cter
    to: [gemeente-den-haag/casus, belastingdienst/ct]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    case: { id: DH-17, without: [belastingdienst/ct] }
    outcome: deny case.not-member
  - row: 3
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    case: DH-17
    outcome: allow
  - row: 4
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus, om/parket]
    kind: contextinformatie
    purpose: opsporing-en-vervolging
    basis: bw7-457
    class: O
    case: DH-17
    outcome: deny purpose.not-allowed
  - row: 5
    from: om/parket
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    original:
      { kind: contextinformatie, from: zorgaanbieder-a/casus, purpose: persoonsgerichte-aanpak, class: DV, case: DH-17 }
    outcome: deny onward.forbidden
  - row: 6
    from: reclassering/ter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    case: { until: { reclassering/ter: 2026-10-31 } }
    outcome: deny case.membership-lapsed
  - row: 7
    why: Rotterdam is not at the table of DH-17
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: verslag
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    case: { id: DH-17, without: [gemeente-rotterdam/casus] }
    outcome: deny case.not-member
  - row: 8
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    case: { closed: 2026-09-01 }
    outcome: deny case.closed
  - row: 9
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    case: { id: DH-17, without: [nctv/maatregelen] }
    release: 2
    outcome: allow

  - row: 10
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: deny release.required
  - row: 11
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    case: none
    outcome: deny case.required
  - row: 12
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 13
    why: who is invited is not at the table yet
    from: gemeente-den-haag/casus
    to: [belastingdienst/ct]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    case: { without: [belastingdienst/ct] }
    outcome: allow
  - row: 14
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    set: { markings: [] }
    outcome: deny marking.required
  - row: 15
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: plan-van-aanpak
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    set: { reviewBy: 2027-05-21 }
    outcome: deny term.too-long
  - row: 16
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: plan-van-aanpak
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    keep: { politie/cter: 5 years vernietigen from closing }
    outcome: allow

  # Everyone at the table, on each of its bases.
  - row: 17
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: pga-wet
    class: DV
    outcome: allow
  - row: 18
    from: om/parket
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    outcome: allow
  - row: 19
    from: om/parket
    to: [gemeente-rotterdam/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: pga-wet
    class: DV
    outcome: allow
  - row: 20
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus, reclassering/ter, dji/mar, zvh-haaglanden/procesregie]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 21
    from: reclassering/ter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: pga-wet
    class: DV
    outcome: allow
  - row: 22
    from: dji/mar
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 23
    from: zvh-haaglanden/procesregie
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 24
    from: lse/advies
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: allow
  - row: 25
    from: gemeente-den-haag/casus
    to: [lse/advies, szw/ess, rvdk/landelijk]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: allow
  - row: 26
    from: gemeente-rotterdam/casus
    to: [politie/cter]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: pga-wet
    class: DV
    outcome: allow
  - row: 27
    from: belastingdienst/ct
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 28
    from: zorgaanbieder-a/casus
    to: [politie/cter, belastingdienst/ct]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: pga-wet
    class: O
    outcome: allow
  - row: 29
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: om/parket
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: om/parket
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 33
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: DV
    outcome: deny basis.not-allowed
  - row: 34
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: deny basis.not-allowed
  - row: 35
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: pga-wet
    class: DV
    outcome: allow
  - row: 36
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 37
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 38
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: bestuurlijke-maatregel
    basis: pga-wet
    class: DV
    outcome: deny purpose.not-allowed
  - row: 39
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: opsporing-en-vervolging
    basis: wpg-art20
    class: DV
    outcome: deny purpose.not-allowed
  - row: 40
    from: politie/cter
    to: [belastingdienst/ct]
    kind: casusstuk
    purpose: belastingheffing
    basis: wpg-art20
    class: DV
    outcome: deny purpose.not-allowed
  - row: 41
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: vreemdelingrechtelijke-maatregel
    basis: wpg-art20
    class: DV
    outcome: deny purpose.not-allowed
  - row: 42
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: SC
    outcome: deny classification.above-ceiling
  - row: 43
    why: names stay out of headers
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    set: { subject: de broer van }
    outcome: deny field.forbidden

  # Who sends what to whom.
  - row: 44
    from: om/parket
    to: [gemeente-rotterdam/casus]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    case: none
    set: { reviewBy: 2027-05-20 }
    release: 1
    outcome: allow
  - row: 45
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 46
    from: om/parket
    to: [gemeente-rotterdam/casus]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    set: { reviewBy: 2027-05-21 }
    outcome: deny term.too-long
  - row: 47
    from: om/parket
    to: [gemeente-den-haag/casus, gemeente-rotterdam/casus]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    outcome: deny route.not-allowed
  - row: 48
    from: om/parket
    to: [politie/cter]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: wjsg-art39f
    class: DV
    outcome: deny route.not-allowed
  - row: 49
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: aanmelding
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 50
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 51
    from: gemeente-den-haag/casus
    to: [zorgaanbieder-a/casus]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    case: { without: [zorgaanbieder-a/casus] }
    outcome: allow
  - row: 52
    why: to a case of its own
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    case: { without: [gemeente-den-haag/casus] }
    outcome: deny case.not-member
  - row: 53
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    case: none
    outcome: deny case.required
  - row: 54
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 55
    from: politie/cter
    to: [om/parket]
    kind: uitnodiging
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: deny kind.not-allowed
  - row: 56
    why: care sends context only
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    outcome: deny kind.not-allowed
  - row: 57
    from: gemeente-den-haag/casus
    to: [zorgaanbieder-a/casus]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 58
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: verslag
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    outcome: deny kind.not-allowed
  - row: 59
    from: gemeente-den-haag/casus
    to: [zorgaanbieder-a/casus]
    kind: verslag
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 60
    from: gemeente-den-haag/casus
    to: [politie/cter, belastingdienst/ct]
    kind: verslag
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 61
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: verslag
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 62
    from: belastingdienst/ct
    to: [gemeente-den-haag/casus]
    kind: verslag
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 63
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: deny kind.not-allowed
  - row: 64
    from: zorgaanbieder-a/casus
    to: [nctv/maatregelen]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    outcome: deny route.not-allowed
  - row: 65
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    unset: [details.contextFrom]
    outcome: deny field.required
  - row: 66
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    set: { details.contextFrom: buren }
    outcome: deny field.value
  - row: 67
    from: zorgaanbieder-a/casus
    to: [gemeente-den-haag/casus]
    kind: contextinformatie
    purpose: persoonsgerichte-aanpak
    basis: bw7-457
    class: O
    case: none
    outcome: deny case.required
  - row: 68
    from: gemeente-den-haag/casus
    to: [zorgaanbieder-a/casus, szw/ess]
    kind: plan-van-aanpak
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: allow
  - row: 69
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: plan-van-aanpak
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 70
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: plan-van-aanpak
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 71
    from: politie/cter
    to: [om/parket]
    kind: plan-van-aanpak
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: deny kind.not-allowed
  - row: 72
    from: gemeente-den-haag/casus
    to: [politie/cter]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 73
    from: politie/cter
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: pga-wet
    class: DV
    outcome: deny kind.not-allowed
  - row: 74
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    case: none
    outcome: deny case.required
  - row: 75
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: maatregelvoorstel
    purpose: bestuurlijke-maatregel
    basis: avg-art6-1e
    class: DV
    case: { without: [gemeente-den-haag/casus] }
    outcome: deny case.not-member
  - row: 76
    why: the minister gets proposals only
    from: gemeente-den-haag/casus
    to: [nctv/maatregelen]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 77
    from: gemeente-den-haag/casus
    to: [politie/cter, zorgaanbieder-a/casus, szw/ess]
    kind: afsluiting
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: O
    outcome: allow
  - row: 78
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: afsluiting
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 79
    from: politie/cter
    to: [om/parket]
    kind: afsluiting
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    outcome: deny kind.not-allowed

  # Onward: nothing.
  - row: 80
    from: politie/cter
    to: [reclassering/ter]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: wpg-art20
    class: DV
    original:
      { kind: casusstuk, from: gemeente-den-haag/casus, purpose: persoonsgerichte-aanpak, class: DV, case: DH-17 }
    outcome: deny onward.forbidden
  - row: 81
    from: dji/mar
    to: [dtv/nv]
    kind: forward
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    original:
      { kind: casusstuk, from: gemeente-den-haag/casus, purpose: persoonsgerichte-aanpak, class: DV, case: DH-17 }
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/consulair.yaml",
            text: #"""
# Table tests of consulair. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: consulair
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 2
    from: bz/consulair
    to: [om/lovj, aivd/ct]
    kind: melding
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 3
    why: past the ministry
    from: bz/post
    to: [om/lovj]
    kind: postbericht
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 4
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 5
    from: bz/consulair
    to: [land-y/politie]
    kind: melding
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    outcome: deny exchange.not-member
  - row: 6
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 7
    from: aivd/ct
    to: [bz/post]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 8
    why: a family, one message per person
    from: bz/consulair
    to: [rvdk/landelijk]
    kind: melding
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    set: { details.subjects: 3 }
    outcome: deny subjects.more-than-one

  # From a post.
  - row: 9
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    release: 1
    keep: { bz/consulair: 5 years overbrengen }
    outcome: allow
  - row: 10
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 11
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 12
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 13
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 14
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 15
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: terugkeer-voorbereiden
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 16
    why: within a day
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 17
    why: at the desk, unless it says that it is not
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 18
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: aan-de-balie, respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 19
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: gewoon, respondBy: 2026-12-20 }
    outcome: allow
  - row: 20
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: aan-de-balie }
    outcome: allow
  - row: 21
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: later }
    mends: [details.urgency]
    outcome: deny field.value
  - row: 22
    from: bz/post
    to: [politie/cter]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 23
    from: bz/post
    to: [aivd/ct]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 24
    from: om/lovj
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 25
    from: politie/cter
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 26
    from: aivd/ct
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 27
    from: bz/consulair
    to: [bz/post]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed

  # To the partners who must act.
  - row: 28
    from: bz/consulair
    to: [om/lovj]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 29
    from: bz/consulair
    to: [rvdk/landelijk]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 30
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 31
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 32
    from: bz/consulair
    to: [kmar/grens]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 33
    from: bz/consulair
    to: [aivd/ct]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 34
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: allow
  - row: 35
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 36
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 37
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 38
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 39
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: terugkeer-voorbereiden
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 40
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 41
    why: within a day
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 42
    why: at the desk, unless it says that it is not
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 43
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: aan-de-balie, respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 44
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: gewoon, respondBy: 2026-12-20 }
    outcome: allow
  - row: 45
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: aan-de-balie }
    outcome: allow
  - row: 46
    from: bz/consulair
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: later }
    mends: [details.urgency]
    outcome: deny field.value
  - row: 47
    from: bz/consulair
    to: [bz/post]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 48
    from: bz/post
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 49
    from: om/lovj
    to: [rvdk/landelijk]
    kind: melding
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 50
    from: politie/cter
    to: [kmar/grens]
    kind: melding
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 51
    from: aivd/ct
    to: [politie/cter]
    kind: melding
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed

  # What partners answer.
  - row: 52
    from: om/lovj
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 53
    from: om/lovj
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 54
    from: rvdk/landelijk
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 55
    from: rvdk/landelijk
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 56
    from: nctv/maatregelen
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 57
    from: nctv/maatregelen
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 58
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 59
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 60
    from: kmar/grens
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 61
    from: kmar/grens
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 62
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 63
    from: om/lovj
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 64
    from: om/lovj
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 65
    from: om/lovj
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 66
    from: om/lovj
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 67
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 68
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 69
    from: aivd/ct
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 70
    from: aivd/ct
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wiv2017-art62
    class: DV
    release: 1
    outcome: allow
  - row: 71
    from: aivd/ct
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 72
    from: aivd/ct
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 73
    from: aivd/ct
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 74
    from: aivd/ct
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 75
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 76
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 77
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 78
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    cites: { kind: melding, to: [kmar/grens] }
    outcome: deny reply.unmatched
  - row: 79
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    cites: { kind: melding, date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 80
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    cites: { kind: melding, from: politie/cter, to: [bz/consulair] }
    outcome: deny reply.unmatched
  - row: 81
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    cites: { kind: melding, from: bz/post }
    outcome: deny reply.unmatched
  - row: 82
    from: politie/cter
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    cites: { kind: postbericht, from: bz/consulair, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 83
    from: om/lovj
    to: [rvdk/landelijk]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 84
    from: om/lovj
    to: [politie/cter]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 85
    from: om/lovj
    to: [aivd/ct]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 86
    from: politie/cter
    to: [bz/post]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 87
    from: politie/cter
    to: [aivd/ct]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 88
    from: bz/post
    to: [bz/consulair]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 89
    from: bz/consulair
    to: [bz/post]
    kind: risico-inschatting
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed

  # The decision goes back to the post.
  - row: 90
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 91
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: terugkeer-voorbereiden
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: allow
  - row: 92
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    cites: nothing
    outcome: allow
  - row: 93
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    cites: { kind: postbericht }
    outcome: allow
  - row: 94
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    cites: { kind: postbericht, from: bz/consulair, to: [bz/post] }
    outcome: deny reply.unmatched
  - row: 95
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    cites: { kind: postbericht, from: om/lovj, to: [bz/consulair] }
    outcome: deny reply.unmatched
  - row: 96
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    cites: { kind: melding, from: bz/consulair, to: [bz/post] }
    outcome: deny reply.unmatched
  - row: 97
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 98
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 99
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 100
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 101
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: terugkeer-voorbereiden
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 102
    from: bz/consulair
    to: [bz/post]
    kind: besluit-bijstand
    purpose: terugkeer-voorbereiden
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 103
    from: bz/consulair
    to: [om/lovj]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 104
    from: bz/consulair
    to: [politie/cter]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 105
    from: bz/consulair
    to: [aivd/ct]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 106
    from: bz/post
    to: [bz/consulair]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 107
    from: om/lovj
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 108
    from: politie/cter
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 109
    from: aivd/ct
    to: [bz/post]
    kind: besluit-bijstand
    purpose: consulaire-bijstand
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed

  # Not passed on.
  - row: 110
    from: bz/post
    to: [om/lovj]
    kind: forward
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    original: { kind: besluit-bijstand, from: bz/consulair, purpose: consulaire-bijstand, class: DV }
    outcome: deny onward.forbidden
  - row: 111
    why: it tells by a message of its own
    from: bz/consulair
    to: [om/lovj]
    kind: forward
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    original: { kind: postbericht, from: bz/post, purpose: consulaire-bijstand, class: DV }
    outcome: deny onward.forbidden
  - row: 112
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 113
    from: bz/post
    to: [bz/consulair]
    kind: postbericht
    purpose: consulaire-bijstand
    basis: avg-art6-1e
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/crisis-en-dreigingsbeeld.yaml",
            text: #"""
# Table tests of crisis-en-dreigingsbeeld. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: crisis-en-dreigingsbeeld
asOf: 2026-11-20T12:00:00Z

defaults:
  dtn:
    notBefore: 2026-12-08T13:00:00Z

rows:
  - row: 1
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SG
    set: { details.subjects: 0 }
    outcome: allow
  - row: 2
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    release: 2
    set: { details.subjects: 0 }
    outcome: allow
  - row: 3
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny route.not-allowed
  - row: 4
    from: nctv/crisis
    to: [veiligheidsregio-hgl/crisis, politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { respondBy: 2026-11-20T12:15:00Z }
    outcome: allow
  - row: 5
    from: nctv/crisis
    to: [veiligheidsregio-hgl/crisis]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: SC
    outcome: deny classification.above-ceiling
  - row: 6
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    unset: [notBefore]
    outcome: deny field.required
  - row: 7
    from: politie/cter
    to: [nctv/analyse]
    kind: bijdrage
    purpose: crisisbeheersing
    basis: wpg-art16
    class: SC
    outcome: deny purpose.not-allowed
  - row: 8
    from: nctv/analyse
    to: [bank-a/tf]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny exchange.not-member

  # Contributions, each on the basis of its own organisation.
  - row: 9
    from: mivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SG
    release: 1
    keep: { nctv/analyse: 20 years overbrengen }
    outcome: allow
  - row: 10
    from: aivd/ct
    to: [nctv/crisis]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 11
    from: politie/cter
    to: [nctv/analyse, nctv/crisis]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wctnv
    class: SC
    outcome: allow
  - row: 12
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SZG
    outcome: deny classification.above-ceiling
  - row: 13
    from: aivd/ct
    to: [nctv/crisis]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-clearance
  - row: 14
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wctnv
    class: SG
    outcome: deny basis.not-allowed
  - row: 15
    from: mivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wctnv
    class: SG
    outcome: deny basis.not-allowed
  - row: 16
    from: politie/cter
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SC
    outcome: deny basis.not-allowed
  - row: 17
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wvr
    class: SG
    outcome: deny basis.not-allowed
  - row: 18
    from: politie/cter
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wvr
    class: SC
    outcome: deny basis.not-allowed
  - row: 19
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: crisisbeheersing
    basis: wiv2017-art62
    class: SG
    outcome: deny purpose.not-allowed
  - row: 20
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SG
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 21
    from: aivd/ct
    to: [politie/cter]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 22
    from: aivd/ct
    to: [om/lovj]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 23
    from: aivd/ct
    to: [tweede-kamer/griffie]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: O
    outcome: deny route.not-allowed
  - row: 24
    from: aivd/ct
    to: [nctv/beleid]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: DV
    outcome: deny exchange.not-member
  - row: 25
    from: politie/nsgbo
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wctnv
    class: SC
    outcome: deny kind.not-allowed
  - row: 26
    from: nctv/analyse
    to: [nctv/crisis]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wctnv
    class: SC
    outcome: deny kind.not-allowed
  - row: 27
    from: tweede-kamer/griffie
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed

  # The draft goes back to who contributed.
  - row: 28
    from: nctv/analyse
    to: [aivd/ct, mivd/ct, politie/cter]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: DV
    release: 1
    outcome: allow
  - row: 29
    from: nctv/crisis
    to: [politie/cter]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: allow
  - row: 30
    from: nctv/analyse
    to: [aivd/ct]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: SC
    outcome: deny classification.above-ceiling
  - row: 31
    from: nctv/analyse
    to: [aivd/ct]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: O
    outcome: deny basis.not-allowed
  - row: 32
    from: nctv/analyse
    to: [aivd/ct]
    kind: concept-dtn
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny purpose.not-allowed
  - row: 33
    from: nctv/analyse
    to: [aivd/ct]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 34
    from: nctv/analyse
    to: [om/lovj]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny route.not-allowed
  - row: 35
    from: nctv/analyse
    to: [nctv/crisis]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny route.not-allowed
  - row: 36
    from: aivd/ct
    to: [mivd/ct]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed
  - row: 37
    from: politie/nsgbo
    to: [politie/cter]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed
  - row: 38
    from: tweede-kamer/griffie
    to: [politie/cter]
    kind: concept-dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed

  # The assessment is public, and everyone has it at the same moment.
  - row: 39
    from: nctv/analyse
    to: [nctv/crisis, aivd/ct, mivd/ct, politie/cter, politie/nsgbo, kmar/ct, bz/ct, om/lovj]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: allow
  - row: 40
    from: nctv/crisis
    to: [veiligheidsregio-hgl/crisis, gemeente-den-haag/casus, tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: allow
  - row: 41
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    release: 1
    outcome: deny release.required
  - row: 42
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 43
    from: nctv/analyse
    to: [politie/cter]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: DV
    outcome: deny classification.above-ceiling
  - row: 44
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wvr
    class: O
    outcome: deny basis.not-allowed
  - row: 45
    from: nctv/analyse
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny purpose.not-allowed
  - row: 46
    from: nctv/analyse
    to: [bank-a/tf]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny exchange.not-member
  - row: 47
    from: aivd/ct
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: O
    outcome: deny kind.not-allowed
  - row: 48
    from: politie/nsgbo
    to: [tweede-kamer/griffie]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed
  - row: 49
    from: tweede-kamer/griffie
    to: [nctv/analyse]
    kind: dtn
    purpose: dreigingsduiding
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed

  # An alarm, acknowledged within a quarter of an hour.
  - row: 50
    from: nctv/crisis
    to: [politie/nsgbo, kmar/ct, bz/ct, veiligheidsregio-hgl/crisis, gemeente-den-haag/casus, om/lovj]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wvr
    class: DV
    release: 1
    outcome: allow
  - row: 51
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { respondBy: 2026-11-20T12:15:01Z }
    outcome: deny term.too-long
  - row: 52
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: SC
    outcome: deny classification.above-ceiling
  - row: 53
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 54
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: alarmering
    purpose: dreigingsduiding
    basis: wctnv
    class: DV
    outcome: deny purpose.not-allowed
  - row: 55
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 56
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 57
    from: nctv/crisis
    to: [politie/cter]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 58
    from: nctv/crisis
    to: [nctv/analyse]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 59
    from: nctv/crisis
    to: [tweede-kamer/griffie]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny route.not-allowed
  - row: 60
    why: the crisis desk alarms
    from: nctv/analyse
    to: [politie/nsgbo]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 61
    from: politie/nsgbo
    to: [kmar/ct]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 62
    from: aivd/ct
    to: [kmar/ct]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 63
    from: tweede-kamer/griffie
    to: [kmar/ct]
    kind: alarmering
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed

  # The picture while it lasts, and its end.
  - row: 64
    from: nctv/crisis
    to: [politie/nsgbo, kmar/ct, bz/ct, veiligheidsregio-hgl/crisis, gemeente-den-haag/casus, om/lovj]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    release: 1
    outcome: allow
  - row: 65
    from: nctv/crisis
    to: [gemeente-den-haag/casus]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wvr
    class: DV
    outcome: allow
  - row: 66
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 67
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 68
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: situatiebeeld
    purpose: dreigingsduiding
    basis: wctnv
    class: DV
    outcome: deny purpose.not-allowed
  - row: 69
    from: nctv/crisis
    to: [politie/cter]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 70
    from: nctv/crisis
    to: [nctv/analyse]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 71
    from: nctv/crisis
    to: [tweede-kamer/griffie]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny route.not-allowed
  - row: 72
    from: nctv/analyse
    to: [politie/nsgbo]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 73
    from: politie/nsgbo
    to: [kmar/ct]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 74
    from: aivd/ct
    to: [kmar/ct]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 75
    from: tweede-kamer/griffie
    to: [kmar/ct]
    kind: situatiebeeld
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed
  - row: 76
    from: nctv/crisis
    to: [politie/nsgbo, kmar/ct, bz/ct, veiligheidsregio-hgl/crisis, gemeente-den-haag/casus, om/lovj]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    release: 1
    outcome: allow
  - row: 77
    from: nctv/crisis
    to: [veiligheidsregio-hgl/crisis]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wvr
    class: O
    outcome: allow
  - row: 78
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: SC
    outcome: deny classification.above-ceiling
  - row: 79
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 80
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 81
    from: nctv/crisis
    to: [politie/nsgbo]
    kind: afschaling
    purpose: dreigingsduiding
    basis: wctnv
    class: DV
    outcome: deny purpose.not-allowed
  - row: 82
    from: nctv/crisis
    to: [politie/cter]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 83
    from: nctv/crisis
    to: [nctv/analyse]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny route.not-allowed
  - row: 84
    from: nctv/crisis
    to: [tweede-kamer/griffie]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny route.not-allowed
  - row: 85
    from: nctv/analyse
    to: [politie/nsgbo]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 86
    from: politie/nsgbo
    to: [kmar/ct]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 87
    from: aivd/ct
    to: [kmar/ct]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed
  - row: 88
    from: tweede-kamer/griffie
    to: [kmar/ct]
    kind: afschaling
    purpose: crisisbeheersing
    basis: wctnv
    class: O
    outcome: deny kind.not-allowed

  # Nothing is passed on.
  - row: 89
    from: nctv/analyse
    to: [nctv/crisis]
    kind: forward
    purpose: dreigingsduiding
    basis: wctnv
    class: SC
    original: { kind: bijdrage, from: aivd/ct, purpose: dreigingsduiding, class: SC }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 90
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SG
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 91
    from: aivd/ct
    to: [nctv/analyse]
    kind: bijdrage
    purpose: dreigingsduiding
    basis: wiv2017-art62
    class: SG
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/ct-infobox.yaml",
            text: #"""
# Table tests of ct-infobox. What a row leaves out is as the kind asks. Rows 1 to 9 are those of the specification, the
# others were added by hand so that each rule has a row that fails without it.

exchange: ct-infobox
asOf: 2026-11-20T12:00:00Z

defaults:
  aanmelding:
    reviewBy: 2027-05-20

rows:
  - row: 1
    from: politie/cter
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    outcome: allow
  - row: 2
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    release: 2
    outcome: allow
  - row: 3
    why: partner to partner
    from: politie/cter
    to: [fiod/tf]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    outcome: deny route.not-allowed
  - row: 4
    from: bank-a/tf
    to: [aivd/cti]
    kind: verzoek
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: tftf-convenant
    class: O
    outcome: deny exchange.not-member
  - row: 5
    why: the basis of another
    from: fiu/tf
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    outcome: deny basis.not-allowed
  - row: 6
    from: aivd/cti
    to: [kmar/ct]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-clearance
  - row: 7
    why: the advice was to ind/nv
    from: kmar/ct
    to: [aivd/cti]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    cites: { to: [ind/nv] }
    outcome: deny reply.unmatched
  - row: 8
    from: ind/nv
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art39
    class: DV
    case: none
    outcome: deny case.required
  - row: 9
    why: it took no measure on this subject
    from: aivd/cti
    to: [belastingdienst/ct]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    case: { measuresBy: [politie/cter] }
    outcome: deny case.not-member

  # Every partner on its basis.
  - row: 10
    from: aivd/ct
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: SG
    keep: { aivd/cti: 5 years vernietigen from closing }
    outcome: allow
  - row: 11
    from: mivd/ct
    to: [aivd/cti]
    kind: maatregelbericht
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 12
    from: kmar/ct
    to: [aivd/cti]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    outcome: allow
  - row: 13
    from: fiod/tf
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art94
    class: SC
    outcome: allow
  - row: 14
    from: belastingdienst/ct
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art94
    class: SC
    outcome: allow
  - row: 15
    from: fiu/tf
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wwft-art13
    class: SC
    outcome: allow
  - row: 16
    from: ind/nv
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: avg-art6-1e
    class: SC
    outcome: allow
  - row: 17
    from: nla/ct
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art39
    class: SC
    outcome: allow
  - row: 18
    from: nctv/analyse
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: avg-art6-1e
    class: SG
    outcome: allow
  - row: 19
    from: om/lovj
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wjsg-art39f
    class: SG
    release: 1
    outcome: allow
  - row: 20
    from: aivd/ct
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wjsg-art39f
    class: SC
    outcome: deny basis.not-allowed
  - row: 21
    from: politie/cter
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wwft-art13
    class: SC
    outcome: deny basis.not-allowed
  - row: 22
    from: fiod/tf
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    outcome: deny basis.not-allowed
  - row: 23
    from: fiod/tf
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: avg-art6-1e
    class: SC
    outcome: deny basis.not-allowed
  - row: 24
    from: ind/nv
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art94
    class: SC
    outcome: deny basis.not-allowed
  - row: 25
    from: om/lovj
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: SC
    outcome: deny basis.not-allowed
  - row: 26
    why: only the box advises
    from: politie/cter
    to: [aivd/cti]
    kind: inbreng
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    outcome: deny purpose.not-allowed
  - row: 27
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: SC
    outcome: deny purpose.not-allowed
  - row: 28
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art39
    class: SC
    outcome: deny basis.not-allowed
  - row: 29
    from: politie/cter
    to: [aivd/cti]
    kind: inbreng
    purpose: opsporing-en-vervolging
    basis: wpg-art24
    class: SC
    outcome: deny purpose.not-allowed

  # Who sends what to whom.
  - row: 30
    from: politie/cter
    to: [ind/nv]
    kind: aanmelding
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 31
    from: politie/cter
    to: [ind/nv]
    kind: maatregelbericht
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 32
    from: politie/cter
    to: [ind/nv]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 33
    from: aivd/cti
    to: [politie/cter]
    kind: aanmelding
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 34
    why: what one brought in is shown to nobody else
    from: aivd/cti
    to: [politie/cter]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 35
    from: aivd/cti
    to: [politie/cter]
    kind: maatregelbericht
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 36
    from: aivd/cti
    to: [politie/cter]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 37
    from: politie/cter
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wpg-art24
    class: DV
    outcome: deny kind.not-allowed
  - row: 38
    from: politie/cter
    to: [ind/nv]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wpg-art24
    class: DV
    outcome: deny kind.not-allowed
  - row: 39
    from: aivd/cti
    to: [aivd/cti]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 40
    from: aivd/cti
    to: [aivd/cti]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 41
    from: aivd/cti
    to: [om/parket]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: O
    outcome: deny exchange.not-member
  - row: 42
    why: the two that can act
    from: aivd/cti
    to: [politie/cter, fiod/tf]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 43
    why: two at most
    from: aivd/cti
    to: [politie/cter, fiod/tf, ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 44
    from: aivd/ct
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wiv2017-art62
    class: SZG
    outcome: deny classification.above-ceiling
  - row: 45
    from: politie/cter
    to: [aivd/cti]
    kind: inbreng
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one

  # Inclusion, and its review.
  - row: 46
    why: there is no case yet
    from: politie/cter
    to: [aivd/cti]
    kind: aanmelding
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    case: none
    set: { reviewBy: 2027-11-20 }
    outcome: allow
  - row: 47
    from: politie/cter
    to: [aivd/cti]
    kind: aanmelding
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    set: { reviewBy: 2027-11-21 }
    outcome: deny term.too-long
  - row: 48
    from: politie/cter
    to: [aivd/cti]
    kind: aanmelding
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: SC
    unset: [reviewBy]
    outcome: deny term.required

  # Advice and what comes of it.
  - row: 49
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    cites: nothing
    outcome: allow
  - row: 50
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    release: 1
    outcome: deny release.required
  - row: 51
    why: it is no evidence
    from: aivd/cti
    to: [om/lovj]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    outcome: deny marking.required
  - row: 52
    from: aivd/cti
    to: [om/lovj]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    set: { markings: [geen-bewijs] }
    outcome: allow
  - row: 53
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    set: { respondBy: 2026-12-20 }
    outcome: allow
  - row: 54
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    set: { respondBy: 2026-12-21 }
    outcome: deny term.too-long
  - row: 55
    why: what another brought in is not named
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    cites: { kind: inbreng, from: politie/cter, to: [aivd/cti] }
    outcome: deny reply.unmatched
  - row: 56
    why: earlier advice to the same
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    cites: { kind: advies }
    outcome: allow
  - row: 57
    why: earlier advice to another
    from: aivd/cti
    to: [ind/nv]
    kind: advies
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    cites: { kind: advies, to: [fiod/tf] }
    outcome: deny reply.unmatched
  - row: 58
    from: kmar/ct
    to: [aivd/cti]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 59
    why: the box did not give this advice
    from: kmar/ct
    to: [aivd/cti]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    cites: { from: mivd/ct }
    outcome: deny reply.unmatched
  - row: 60
    why: what it brought in itself is no advice
    from: kmar/ct
    to: [aivd/cti]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    cites: { kind: inbreng, from: kmar/ct, to: [aivd/cti] }
    outcome: deny reply.unmatched
  - row: 61
    from: kmar/ct
    to: [aivd/cti]
    kind: terugkoppeling
    purpose: bijeenbrengen-ter-bestrijding-van-terrorisme
    basis: wpg-art24
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # The overview of measures.
  - row: 62
    from: aivd/cti
    to: [politie/cter, belastingdienst/ct]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    cites: { kind: maatregelbericht, from: politie/cter }
    outcome: allow
  - row: 63
    why: it left the case to others
    from: aivd/cti
    to: [politie/cter]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    case: { without: [politie/cter] }
    outcome: deny case.not-member
  - row: 64
    from: aivd/cti
    to: [politie/cter]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    cites: nothing
    outcome: allow
  - row: 65
    from: aivd/cti
    to: [politie/cter]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    case: none
    outcome: deny case.required
  - row: 66
    from: aivd/cti
    to: [politie/cter]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    cites: { kind: inbreng, from: fiod/tf }
    outcome: deny reply.unmatched
  - row: 67
    why: a message that the box did not get
    from: aivd/cti
    to: [politie/cter]
    kind: overzicht
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: DV
    cites: { kind: maatregelbericht, from: aivd/cti, to: [politie/cter] }
    outcome: deny reply.unmatched

  # Onward: nothing; who wants more asks who brought it in.
  - row: 68
    from: ind/nv
    to: [politie/cter]
    kind: forward
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    original: { kind: advies, from: aivd/cti, purpose: adviseren-over-optreden, class: SC, case: INFOBOX-1 }
    outcome: deny onward.forbidden
  - row: 69
    why: whoever consents
    from: ind/nv
    to: [politie/cter]
    kind: forward
    purpose: adviseren-over-optreden
    basis: wiv2017-art62
    class: SC
    original:
      kind: advies
      from: aivd/cti
      purpose: adviseren-over-optreden
      class: SC
      case: INFOBOX-1
      consents: [{ mailbox: politie/cter, purpose: adviseren-over-optreden }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/detentie-mar.yaml",
            text: #"""
# Table tests of detentie-mar. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: detentie-mar
asOf: 2026-11-20T12:00:00Z

defaults:
  risicotaxatie:
    reviewBy: 2027-05-20
  ideologische-duiding:
    details.contestable: "true"
  overdracht:
    details.returnTo: gemeente-den-haag
  einde-detentie:
    details.releaseDate: 2027-06-01

rows:
  - row: 1
    from: dji/meldpunt
    to: [dji/mar]
    kind: melding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: allow
  - row: 2
    from: dji/mar
    to: [gemeente-den-haag/casus, reclassering/ter]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.returnTo: gemeente-den-haag }
    outcome: allow
  - row: 3
    from: dji/mar
    to: [gemeente-rotterdam/casus]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.returnTo: gemeente-den-haag }
    outcome: deny route.not-allowed
  - row: 4
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 5
    from: dji/mar
    to: [politie/cter]
    kind: ideologische-duiding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    unset: [details.contestable]
    outcome: deny field.required
  - row: 6
    from: dji/mar
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: pbw
    class: DV
    outcome: deny exchange.not-member
  - row: 7
    from: dji/mar
    to: [om/parket]
    kind: casusstuk
    purpose: opsporing-en-vervolging
    basis: pbw
    class: DV
    outcome: deny purpose.not-allowed
  - row: 8
    why: the case of another detainee
    from: reclassering/ter
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    case: { id: MAR-2, without: [reclassering/ter] }
    outcome: deny case.not-member

  # Those at the table, each on its basis.
  - row: 9
    from: dji/ta
    to: [dji/mar]
    kind: melding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: allow
  - row: 10
    from: dji/mar
    to:
      - reclassering/ter
      - om/parket
      - politie/cter
      - gemeente-den-haag/casus
      - gemeente-rotterdam/casus
      - zvh-haaglanden/procesregie
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    keep: { politie/cter: 5 years vernietigen }
    outcome: allow
  - row: 11
    from: dji/mar
    to: [lse/advies]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: O
    outcome: allow
  - row: 12
    from: reclassering/ter
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    release: 1
    outcome: allow
  - row: 13
    from: om/parket
    to: [dji/mar, politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    outcome: allow
  - row: 14
    from: politie/cter
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 15
    from: gemeente-den-haag/casus
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 16
    from: gemeente-rotterdam/casus
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 17
    from: zvh-haaglanden/procesregie
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 18
    from: lse/advies
    to: [dji/mar, reclassering/ter]
    kind: ideologische-duiding
    purpose: veilige-detentie-en-re-integratie
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 19
    from: dji/mar
    to: [politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 20
    from: politie/cter
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny basis.not-allowed
  - row: 21
    from: politie/cter
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    outcome: deny basis.not-allowed
  - row: 22
    from: om/parket
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 23
    from: om/parket
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 24
    from: lse/advies
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    outcome: deny basis.not-allowed
  - row: 25
    from: dji/mar
    to: [politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: SC
    outcome: deny classification.above-ceiling
  - row: 26
    from: dji/mar
    to: [lse/advies]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny classification.above-clearance
  - row: 27
    from: dji/mar
    to: [politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    case: none
    outcome: deny case.required
  - row: 28
    from: dji/meldpunt
    to: [dji/mar]
    kind: melding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    case: none
    outcome: deny case.required
  - row: 29
    from: dji/mar
    to: [politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    case: { until: { politie/cter: 2026-11-19 } }
    outcome: deny case.membership-lapsed
  - row: 30
    why: the last day
    from: dji/mar
    to: [politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    case: { until: { politie/cter: 2026-11-20 } }
    outcome: allow
  - row: 31
    from: dji/mar
    to: [politie/cter]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    case: { closed: 2026-09-01 }
    outcome: deny case.closed

  # Who sends what to whom.
  - row: 32
    from: dji/meldpunt
    to: [politie/cter]
    kind: melding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny route.not-allowed
  - row: 33
    from: dji/mar
    to: [dji/mar]
    kind: melding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny kind.not-allowed
  - row: 34
    why: a source reports, and sits at no table
    from: dji/meldpunt
    to: [dji/mar]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny kind.not-allowed
  - row: 35
    from: dji/mar
    to: [dji/ta]
    kind: casusstuk
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny route.not-allowed
  - row: 36
    from: dji/meldpunt
    to: [dji/mar]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny kind.not-allowed
  - row: 37
    from: dji/mar
    to: [dji/ta]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny route.not-allowed
  - row: 38
    from: reclassering/ter
    to: [dji/mar, politie/cter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    outcome: allow
  - row: 39
    from: dji/mar
    to: [politie/cter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: allow
  - row: 40
    from: dji/meldpunt
    to: [dji/mar]
    kind: ideologische-duiding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny kind.not-allowed
  - row: 41
    from: dji/mar
    to: [dji/ta]
    kind: ideologische-duiding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny route.not-allowed
  - row: 42
    from: dji/mar
    to: [politie/cter]
    kind: ideologische-duiding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: allow
  - row: 43
    from: reclassering/ter
    to: [gemeente-den-haag/casus]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    outcome: deny kind.not-allowed
  - row: 44
    from: reclassering/ter
    to: [gemeente-rotterdam/casus]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    set: { details.returnTo: gemeente-rotterdam }
    outcome: deny kind.not-allowed
  - row: 45
    from: reclassering/ter
    to: [politie/cter]
    kind: einde-detentie
    purpose: veilige-detentie-en-re-integratie
    basis: wjsg-art51c
    class: DV
    outcome: deny kind.not-allowed
  - row: 46
    from: dji/mar
    to: [dji/ta]
    kind: einde-detentie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny route.not-allowed

  # What they say.
  - row: 47
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { reviewBy: 2027-11-20 }
    outcome: allow
  - row: 48
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { reviewBy: 2027-11-21 }
    outcome: deny term.too-long
  - row: 49
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.taxatie: { versie: VERA-2R, datum: 2026-11-20, functie: gedragsdeskundige } }
    outcome: allow
  - row: 50
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.taxatie: { datum: 2026-11-01, functie: gedragsdeskundige } }
    mends: [details.taxatie]
    outcome: deny field.value
  - row: 51
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.taxatie: { versie: VERA-2R, functie: gedragsdeskundige } }
    mends: [details.taxatie]
    outcome: deny field.value
  - row: 52
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.taxatie: { versie: VERA-2R, datum: 2026-11-01 } }
    mends: [details.taxatie]
    outcome: deny field.value
  - row: 53
    from: dji/mar
    to: [reclassering/ter]
    kind: risicotaxatie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.taxatie: { versie: VERA-2R, datum: 2026-11-21, functie: gedragsdeskundige } }
    mends: [details.taxatie]
    outcome: deny field.value
  - row: 54
    from: dji/mar
    to: [politie/cter]
    kind: ideologische-duiding
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.contestable: "false" }
    outcome: deny field.value
  - row: 55
    from: dji/mar
    to: [gemeente-rotterdam/casus, reclassering/ter]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.returnTo: gemeente-rotterdam }
    outcome: allow
  - row: 56
    from: dji/mar
    to: [gemeente-den-haag/casus]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.returnTo: gemeente-rotterdam }
    outcome: deny route.not-allowed
  - row: 57
    from: dji/mar
    to: [politie/cter]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    outcome: deny route.not-allowed
  - row: 58
    from: dji/mar
    to: [politie/cter]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.returnTo: gemeente-rotterdam }
    outcome: deny route.not-allowed
  - row: 59
    why: where the detainee returns to is not said
    from: dji/mar
    to: [gemeente-den-haag/casus]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    unset: [details.returnTo]
    outcome: deny route.not-allowed
  - row: 60
    from: dji/mar
    to: [gemeente-rotterdam/casus]
    kind: overdracht
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    unset: [details.returnTo]
    outcome: deny route.not-allowed
  - row: 61
    from: dji/mar
    to: [gemeente-den-haag/casus, politie/cter]
    kind: einde-detentie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.releaseDate: 2027-02-20 }
    outcome: allow
  - row: 62
    why: three months ahead
    from: dji/mar
    to: [gemeente-den-haag/casus]
    kind: einde-detentie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    set: { details.releaseDate: 2027-02-19 }
    outcome: deny field.value
  - row: 63
    from: dji/mar
    to: [gemeente-den-haag/casus]
    kind: einde-detentie
    purpose: veilige-detentie-en-re-integratie
    basis: pbw
    class: DV
    unset: [details.releaseDate]
    outcome: deny field.required

  # Onward: to the case table of the municipality only by a hand-over.
  - row: 64
    from: dji/mar
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    original:
      { kind: casusstuk, from: politie/cter, purpose: veilige-detentie-en-re-integratie, class: DV, case: MAR-1 }
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/fec-tf.yaml",
            text: #"""
# Table tests of fec-tf. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification, the
# others were added by hand so that each rule has a row that fails without it.

exchange: fec-tf
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    set: { details.programme: tf }
    outcome: allow
  - row: 2
    from: fec/tf
    to: [om/fp, fiod/tf]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    release: 2
    outcome: allow
  - row: 3
    from: fec/tf
    to: [bank-a/tf]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny exchange.not-member
  - row: 4
    why: past the unit
    from: fiod/tf
    to: [dnb/integriteit]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny route.not-allowed
  - row: 5
    from: belastingdienst/ct
    to: [fec/tf]
    kind: inbreng
    purpose: belastingheffing
    basis: wgs-fec
    class: DV
    outcome: deny purpose.not-allowed
  - row: 6
    why: it came for the other programme
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    set: { details.programme: bf }
    cites: { set: { purpose: terrorismefinanciering-in-kaart-brengen, details.programme: tf } }
    outcome: deny field.value
  - row: 7
    from: politie/cter
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wpg-art20
    class: DV
    case: none
    outcome: deny case.required
  - row: 8
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    release: 1
    outcome: deny release.required

  # Every partner gives, for either purpose, on its basis.
  - row: 9
    from: om/fp
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wjsg-art39f
    class: DV
    outcome: allow
  - row: 10
    from: politie/cter
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wpg-art20
    class: SC
    keep: { fec/tf: 5 years vernietigen }
    outcome: allow
  - row: 11
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    release: 1
    outcome: allow
  - row: 12
    from: belastingdienst/ct
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    set: { details.programme: bf }
    outcome: allow
  - row: 13
    from: dnb/integriteit
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: allow
  - row: 14
    from: aivd/ct
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 15
    from: aivd/ct
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 16
    from: om/fp
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wjsg-art39f
    class: DV
    outcome: allow
  - row: 17
    from: politie/cter
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wpg-art20
    class: SC
    outcome: allow
  - row: 18
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wwft-art13
    class: SC
    outcome: allow
  - row: 19
    why: the basis of the police
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 20
    why: the basis of the FIU
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 21
    why: the basis of the prosecution service
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 22
    why: the basis of a service
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 23
    why: the service is no partner of the FEC
    from: aivd/ct
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny basis.not-allowed
  - row: 24
    from: politie/cter
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 25
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 26
    from: om/fp
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 27
    from: aivd/ct
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 28
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 29
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: aivd/ct
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny basis.not-allowed
  - row: 33
    from: politie/cter
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 34
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 35
    from: om/fp
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 36
    from: aivd/ct
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 37
    from: politie/cter
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wpg-art20
    class: SG
    outcome: deny classification.above-ceiling

  # What came for one purpose is not used for the other.
  - row: 38
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    set: { details.programme: bf }
    mends: [details.programme]
    outcome: deny field.value
  - row: 39
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    set: { details.programme: tf }
    mends: [details.programme]
    outcome: deny field.value
  - row: 40
    from: fiu/tf
    to: [fec/tf]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wwft-art13
    class: DV
    set: { details.programme: xy }
    mends: [details.programme]
    outcome: deny field.value
  - row: 41
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    set: { details.programme: bf }
    cites: { set: { purpose: buitenlandse-financiering-in-kaart-brengen, details.programme: bf } }
    outcome: allow
  - row: 42
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: inbreng, from: om/fp, set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    mends: [inReplyTo]
    outcome: deny field.value
  - row: 43
    why: of no programme, from what has one
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { set: { purpose: buitenlandse-financiering-in-kaart-brengen, details.programme: bf } }
    outcome: deny field.value
  - row: 44
    why: of one programme, from what names none
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    set: { details.programme: bf }
    cites: { set: { purpose: buitenlandse-financiering-in-kaart-brengen } }
    outcome: allow
  - row: 45
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    set: { details.programme: bf }
    cites:
      kind: inbreng
      from: fiod/tf
      set: { purpose: buitenlandse-financiering-in-kaart-brengen, details.programme: bf }
    outcome: allow
  - row: 46
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    set: { details.programme: bf }
    cites: { kind: netwerkbeeld, set: { purpose: buitenlandse-financiering-in-kaart-brengen, details.programme: bf } }
    outcome: allow
  - row: 47
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: netwerkbeeld, set: { purpose: buitenlandse-financiering-in-kaart-brengen, details.programme: bf } }
    outcome: deny field.value
  - row: 48
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: inbreng, from: fiod/tf, set: { purpose: buitenlandse-financiering-in-kaart-brengen } }
    outcome: allow
  - row: 49
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites:
      { kind: netwerkbeeld, from: fec/tf, to: [om/fp], set: { purpose: buitenlandse-financiering-in-kaart-brengen } }
    outcome: allow
  - row: 50
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites:
      kind: terugkoppeling
      from: om/fp
      to: [fec/tf]
      set: { purpose: buitenlandse-financiering-in-kaart-brengen }
    outcome: allow
  - row: 51
    from: fec/tf
    to: [om/fp]
    kind: interventiestrategie
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites:
      kind: interventiestrategie
      from: fec/tf
      to: [fiod/tf]
      set: { purpose: buitenlandse-financiering-in-kaart-brengen }
    outcome: allow
  - row: 52
    from: fiod/tf
    to: [fec/tf]
    kind: inbreng
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites:
      kind: interventiestrategie
      from: fec/tf
      to: [fiod/tf]
      set: { purpose: terrorismefinanciering-in-kaart-brengen }
    mends: [inReplyTo]
    outcome: deny field.value
  - row: 53
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: interventiestrategie, set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: deny field.value
  - row: 54
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: buitenlandse-financiering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: interventiestrategie, set: { purpose: buitenlandse-financiering-in-kaart-brengen } }
    outcome: allow

  # The picture, and what is done with it.
  - row: 55
    from: fec/tf
    to: [om/fp, politie/cter, fiod/tf, fiu/tf, belastingdienst/ct, dnb/integriteit]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: allow
  - row: 56
    why: fiod did not contribute to this network
    from: fec/tf
    to: [om/fp, fiod/tf]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    case: { without: [fiod/tf] }
    cites: { set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: deny case.not-member
  - row: 57
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 58
    why: fiod contributed, om did not
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { from: fiod/tf, set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: deny reply.unmatched
  - row: 59
    why: the service gives only
    from: fec/tf
    to: [aivd/ct]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny route.not-allowed
  - row: 60
    from: om/fp
    to: [fec/tf]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny kind.not-allowed
  - row: 61
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 62
    from: fec/tf
    to: [om/fp]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { set: { purpose: terrorismefinanciering-in-kaart-brengen, reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 63
    from: fec/tf
    to: [politie/cter]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    cites: { set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    set: { respondBy: 2027-01-19 }
    outcome: allow
  - row: 64
    from: fec/tf
    to: [politie/cter]
    kind: netwerkbeeld
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    cites: { set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    set: { respondBy: 2027-01-20 }
    outcome: deny term.too-long
  - row: 65
    from: fec/tf
    to: [politie/cter]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    set: { respondBy: 2027-01-19, reviewBy: 2027-05-20 }
    outcome: allow
  - row: 66
    from: fec/tf
    to: [politie/cter]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    set: { respondBy: 2027-01-20 }
    outcome: deny term.too-long
  - row: 67
    from: fec/tf
    to: [politie/cter]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: SC
    set: { reviewBy: 2027-05-21 }
    outcome: deny term.too-long
  - row: 68
    from: fec/tf
    to: [aivd/ct]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny route.not-allowed
  - row: 69
    from: om/fp
    to: [fec/tf]
    kind: interventiestrategie
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny kind.not-allowed
  - row: 70
    from: fec/tf
    to: [om/fp]
    kind: inbreng
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny kind.not-allowed
  - row: 71
    from: fec/tf
    to: [om/fp]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny kind.not-allowed
  - row: 72
    from: aivd/ct
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 73
    from: om/fp
    to: [fiod/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    outcome: deny route.not-allowed
  - row: 74
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: netwerkbeeld, set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: allow
  - row: 75
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 76
    why: it was for fiod
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: netwerkbeeld, to: [fiod/tf], set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: deny reply.unmatched
  - row: 77
    why: the unit did not draw this picture
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: netwerkbeeld, from: fiod/tf, set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: deny reply.unmatched
  - row: 78
    why: its own
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites:
      { kind: netwerkbeeld, from: om/fp, to: [fec/tf], set: { purpose: terrorismefinanciering-in-kaart-brengen } }
    outcome: deny reply.unmatched
  - row: 79
    from: om/fp
    to: [fec/tf]
    kind: terugkoppeling
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    cites: { kind: netwerkbeeld, set: { purpose: terrorismefinanciering-in-kaart-brengen, reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # Onward: nothing, and never to a private party.
  - row: 80
    from: om/fp
    to: [fiod/tf]
    kind: forward
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    original:
      { kind: netwerkbeeld, from: fec/tf, purpose: terrorismefinanciering-in-kaart-brengen, class: DV, case: FEC-1 }
    outcome: deny onward.forbidden
  - row: 81
    from: om/fp
    to: [bank-a/tf]
    kind: forward
    purpose: terrorismefinanciering-in-kaart-brengen
    basis: wgs-fec
    class: DV
    original:
      kind: netwerkbeeld
      from: fec/tf
      purpose: terrorismefinanciering-in-kaart-brengen
      class: DV
      case: FEC-1
      consents: [{ mailbox: bank-a/tf, purpose: terrorismefinanciering-in-kaart-brengen }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/fiu-meldingen.yaml",
            text: #"""
# Table tests of fiu-meldingen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: fiu-meldingen
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: allow
  - row: 2
    from: fiu/tf
    to: [fiod/tf, om/fp]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: allow
  - row: 3
    from: bank-a/meldingen
    to: [fiod/tf]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny route.not-allowed
  - row: 4
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny route.not-allowed
  - row: 5
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 6
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    set: { respondBy: 2026-11-25 }
    outcome: allow
  - row: 7
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 8
    from: politie/cter
    to: [bank-a/meldingen]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: O
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: O
    outcome: deny onward.forbidden

  # The report: one matter, from who must report to the unit.
  - row: 9
    from: bank-a/meldingen
    to: [fiu/tf]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: DV
    keep: { bank-a/meldingen: 5 years vernietigen, fiu/tf: 5 years vernietigen }
    outcome: allow
  - row: 10
    from: bank-a/meldingen
    to: [fiu/tf]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 11
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny basis.not-allowed
  - row: 12
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: opsporing-en-vervolging
    basis: wwft-art16
    class: O
    outcome: deny purpose.not-allowed
  - row: 13
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 14
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 15
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    release: 1
    outcome: allow
  - row: 16
    from: fiu/meldingen
    to: [fiu/tf]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny kind.not-allowed
  - row: 17
    from: politie/cter
    to: [fiu/tf]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny kind.not-allowed
  - row: 18
    from: bank-b/tf
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny exchange.not-member
  - row: 19
    from: bank-a/tf
    to: [fiu/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny exchange.not-member
  - row: 20
    from: bank-a/meldingen
    to: [bank-a/meldingen]
    kind: melding-ongebruikelijk
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny route.not-allowed

  # What is declared suspicious goes to the receivers, and to nobody abroad.
  - row: 21
    from: fiu/meldingen
    to: [politie/cter, fiod/tf, om/fp, aivd/ct]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    release: 1
    outcome: allow
  - row: 22
    from: fiu/tf
    to: [politie/cter, fiod/tf]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: SC
    outcome: deny classification.above-ceiling
  - row: 23
    from: fiu/tf
    to: [land-y/politie]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny exchange.not-member
  - row: 24
    from: fiu/tf
    to: [politie/cter]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 25
    from: fiu/tf
    to: [politie/cter]
    kind: verdachtverklaring
    purpose: opsporing-en-vervolging
    basis: wwft-art13
    class: DV
    outcome: deny purpose.not-allowed
  - row: 26
    from: fiu/tf
    to: [politie/cter]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 27
    from: fiu/tf
    to: [politie/cter]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 28
    from: fiu/tf
    to: [fiu/meldingen]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny route.not-allowed
  - row: 29
    from: bank-a/meldingen
    to: [politie/cter]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny kind.not-allowed
  - row: 30
    from: politie/cter
    to: [fiod/tf]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny kind.not-allowed

  # The unit asks on, and is answered.
  - row: 31
    why: five working days after a Friday
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    release: 1
    set: { respondBy: 2026-11-27 }
    outcome: allow
  - row: 32
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    set: { respondBy: 2026-11-28 }
    outcome: deny term.too-long
  - row: 33
    why: it may name the report that it is about
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: melding-ongebruikelijk, from: bank-a/meldingen }
    outcome: allow
  - row: 34
    why: a citation would tell that the report was declared suspicious
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: verdachtverklaring, from: fiu/tf, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 35
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: antwoord, from: bank-a/meldingen }
    outcome: deny reply.unmatched
  - row: 36
    why: another's report
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: melding-ongebruikelijk, from: bank-b/tf }
    outcome: deny reply.unmatched
  - row: 37
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: nothing
    outcome: allow
  - row: 38
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites:
      - { kind: melding-ongebruikelijk, from: bank-a/meldingen }
      - { kind: melding-ongebruikelijk, from: bank-a/meldingen }
    outcome: allow
  - row: 39
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny classification.above-clearance
  - row: 40
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny basis.not-allowed
  - row: 41
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 42
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 43
    from: fiu/tf
    to: [politie/cter]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny route.not-allowed
  - row: 44
    from: fiu/tf
    to: [fiu/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny route.not-allowed
  - row: 45
    from: politie/cter
    to: [bank-a/meldingen]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny kind.not-allowed
  - row: 46
    why: the reporter asks for nothing
    from: bank-a/meldingen
    to: [fiu/tf]
    kind: verzoek-om-gegevens
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny kind.not-allowed
  - row: 47
    from: bank-a/meldingen
    to: [fiu/tf]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: DV
    release: 1
    outcome: allow
  - row: 48
    from: bank-a/meldingen
    to: [fiu/tf]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    cites: { kind: verzoek-om-gegevens, from: fiu/tf, to: [bank-a/meldingen] }
    outcome: allow
  - row: 49
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: allow
  - row: 50
    why: the other mailbox of the unit asked
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    cites: { from: fiu/tf }
    outcome: deny reply.unmatched
  - row: 51
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    cites: { date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 52
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    cites: [{ kind: verzoek-om-gegevens }, { kind: verzoek-om-gegevens }]
    outcome: deny reply.unmatched
  - row: 53
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    cites: { kind: trendbericht, from: fiu/meldingen }
    outcome: deny reply.unmatched
  - row: 54
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny basis.not-allowed
  - row: 55
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 56
    from: bank-a/meldingen
    to: [fiu/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 57
    from: bank-a/meldingen
    to: [politie/cter]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny route.not-allowed
  - row: 58
    from: bank-a/meldingen
    to: [bank-a/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny route.not-allowed
  - row: 59
    why: the reporter never learns what became of its report
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny kind.not-allowed
  - row: 60
    from: politie/cter
    to: [fiu/tf]
    kind: antwoord
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny kind.not-allowed

  # Trends tell of no person and of no report.
  - row: 61
    from: fiu/tf
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    release: 1
    outcome: allow
  - row: 62
    why: the one before it
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: trendbericht, from: fiu/meldingen, to: [bank-a/meldingen] }
    outcome: allow
  - row: 63
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: melding-ongebruikelijk, from: bank-a/meldingen }
    outcome: deny reply.unmatched
  - row: 64
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: verdachtverklaring, from: fiu/meldingen, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 65
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: verzoek-om-gegevens, from: fiu/meldingen, to: [bank-a/meldingen] }
    outcome: deny reply.unmatched
  - row: 66
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    cites: { kind: antwoord, from: bank-a/meldingen }
    outcome: deny reply.unmatched
  - row: 67
    from: fiu/meldingen
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art16
    class: O
    outcome: deny basis.not-allowed
  - row: 68
    from: fiu/meldingen
    to: [politie/cter]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny route.not-allowed
  - row: 69
    from: fiu/meldingen
    to: [fiu/tf]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny route.not-allowed
  - row: 70
    from: politie/cter
    to: [bank-a/meldingen]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny kind.not-allowed
  - row: 71
    from: bank-a/meldingen
    to: [fiu/tf]
    kind: trendbericht
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: O
    outcome: deny kind.not-allowed

  # Receivers pass on inside their task.
  - row: 72
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: allow
  - row: 73
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: allow
  - row: 74
    from: fiod/tf
    to: [om/fp]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: allow
  - row: 75
    from: om/fp
    to: [om/parket]
    kind: forward
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: allow
  - row: 76
    from: om/fp
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: allow
  - row: 77
    from: aivd/ct
    to: [mivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art86
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: allow
  - row: 78
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 79
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 80
    from: om/fp
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 81
    from: om/fp
    to: [politie/cter]
    kind: forward
    purpose: belastingheffing
    basis: wjsg-art39f
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 82
    from: aivd/ct
    to: [mivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wwft-art13
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 83
    from: aivd/ct
    to: [mivd/ct]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art86
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 84
    from: politie/cter
    to: [belastingdienst/ct]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 85
    from: politie/cter
    to: [fiu/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 86
    from: politie/cter
    to: [aivd/ct]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 87
    from: politie/cter
    to: [mivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art86
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 88
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wwft-art13
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 89
    from: om/fp
    to: [aivd/ct]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 90
    from: om/fp
    to: [fiu/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 91
    from: om/fp
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wwft-art13
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 92
    from: aivd/ct
    to: [fiu/tf]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art86
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 93
    from: politie/cter
    to: [land-y/politie]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 94
    from: om/fp
    to: [bank-a/meldingen]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: O
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: O
    outcome: deny onward.forbidden
  - row: 95
    from: aivd/ct
    to: [bank-a/meldingen]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art86
    class: O
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: O
    outcome: deny onward.forbidden
  - row: 96
    from: aivd/ct
    to: [politie/cter]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art86
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 97
    why: what is not declared suspicious stays with the unit
    from: fiu/tf
    to: [politie/cter]
    kind: forward
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    original:
      kind: melding-ongebruikelijk
      from: bank-a/meldingen
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 98
    why: nor does a report that went astray go on
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: melding-ongebruikelijk
      from: bank-a/meldingen
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 99
    from: om/fp
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    original:
      kind: melding-ongebruikelijk
      from: bank-a/meldingen
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 100
    from: aivd/ct
    to: [mivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art86
    class: DV
    original:
      kind: melding-ongebruikelijk
      from: bank-a/meldingen
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
    outcome: deny onward.forbidden
  - row: 101
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    original:
      kind: verdachtverklaring
      from: fiu/tf
      purpose: voorkomen-witwassen-en-terrorismefinanciering
      class: DV
      withdrawn: "yes"
    outcome: deny onward.withdrawn

  # Who oversees it.
  - row: 102
    from: fiu/tf
    to: [aivd/ct]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 103
    from: fiu/tf
    to: [aivd/ct]
    kind: verdachtverklaring
    purpose: voorkomen-witwassen-en-terrorismefinanciering
    basis: wwft-art13
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/hit-no-hit.yaml",
            text: #"""
# Table tests of hit-no-hit. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification, the
# others were added by hand so that each rule has a row that fails without it.

exchange: hit-no-hit
asOf: 2026-11-20T12:00:00Z

defaults:
  vraag:
    details.justification: lopend onderzoek
  uitkomst:
    details.hit: "true"
  vervolgverzoek:
    details.justification: lopend onderzoek

rows:
  - row: 1
    from: fiod/tf
    to: [fiu/tf]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 2
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: allow
  - row: 3
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { documents: 1 }
    outcome: deny field.forbidden
  - row: 4
    from: fiod/tf
    to: [fiu/tf]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    unset: [details.justification]
    outcome: deny field.required
  - row: 5
    from: kmar/ct
    to: [ind/nv]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { details.subjects: 40 }
    outcome: deny subjects.more-than-one
  - row: 6
    from: bank-a/tf
    to: [fiu/tf]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny exchange.not-member
  - row: 7
    from: politie/cter
    to: [ind/nv]
    kind: vraag
    purpose: algemene-nieuwsgierigheid
    basis: wpg-art16
    class: DV
    outcome: deny purpose.not-allowed
  - row: 8
    from: piu-de/verstrekking
    to: [pinl/verstrekking]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow

  # Each asks for its own task and on its own basis.
  - row: 9
    from: politie/cter
    to: [kmar/ct, fiod/tf, fiu/tf, ind/nv, aivd/cti, europol/siena]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    release: 1
    outcome: allow
  - row: 10
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art20
    class: O
    outcome: allow
  - row: 11
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: O
    outcome: allow
  - row: 12
    from: kmar/ct
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 13
    from: fiod/tf
    to: [politie/cter]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 14
    from: fiu/tf
    to: [politie/cter]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: allow
  - row: 15
    from: ind/nv
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 16
    from: aivd/cti
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 17
    from: europol/siena
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 18
    from: europol/siena
    to: [fiu/tf]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 19
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 20
    why: no task of the unit
    from: fiu/tf
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wwft-art13
    class: DV
    outcome: deny purpose.not-allowed
  - row: 21
    from: fiu/tf
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: wwft-art13
    class: DV
    outcome: deny purpose.not-allowed
  - row: 22
    from: ind/nv
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: vw2000-art107
    class: DV
    outcome: deny purpose.not-allowed
  - row: 23
    from: ind/nv
    to: [politie/cter]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: vw2000-art107
    class: DV
    outcome: deny purpose.not-allowed
  - row: 24
    from: aivd/cti
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 25
    from: aivd/cti
    to: [politie/cter]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 26
    from: europol/siena
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: europol-art19
    class: DV
    outcome: deny purpose.not-allowed
  - row: 27
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: pnrwet-piu
    class: DV
    outcome: deny purpose.not-allowed
  - row: 28
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: pnrwet-piu
    class: DV
    outcome: deny purpose.not-allowed
  # A basis of one organisation does not serve another.
  - row: 29
    from: politie/cter
    to: [ind/nv]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: politie/cter
    to: [ind/nv]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: politie/cter
    to: [ind/nv]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: fiu/tf
    to: [politie/cter]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 33
    from: ind/nv
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 34
    from: ind/nv
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 35
    from: aivd/cti
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 36
    from: aivd/cti
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 37
    from: europol/siena
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 38
    from: europol/siena
    to: [politie/cter]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 39
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed

  # The units of passenger data ask each other and nobody else.
  - row: 40
    from: pinl/verstrekking
    to: [politie/cter]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 41
    from: pinl/verstrekking
    to: [europol/siena]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 42
    from: pinl/verstrekking
    to: [aivd/cti]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 43
    from: pinl/verstrekking
    to: [ind/nv]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 44
    from: pinl/verstrekking
    to: [fiu/tf]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 45
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 46
    from: europol/siena
    to: [piu-de/verstrekking]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 47
    from: fiu/tf
    to: [pinl/verstrekking]
    kind: vraag
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny route.not-allowed
  - row: 48
    from: ind/nv
    to: [pinl/verstrekking]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 49
    from: aivd/cti
    to: [pinl/verstrekking]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 50
    from: pinl/verstrekking
    to: [piu-de/verstrekking, europol/siena]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 51
    why: the box takes part, the service does not
    from: aivd/ct
    to: [politie/cter]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny exchange.not-member
  - row: 52
    from: pinl/fg
    to: [piu-de/verstrekking]
    kind: vraag
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny exchange.not-member

  # The question: level, one person, no open text in the header, a day, a hundred a day.
  - row: 53
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 54
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 55
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 56
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { details.justification: "" }
    outcome: deny field.value
  - row: 57
    why: the question is blinded
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { subject: over een persoon }
    outcome: deny field.forbidden
  - row: 58
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 59
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 60
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    queriesToday: 99
    outcome: allow
  - row: 61
    from: politie/cter
    to: [kmar/ct]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    queriesToday: 100
    outcome: deny route.not-allowed

  # The outcome: one bit, to who asked, for the purpose of the question and on the basis of who is asked.
  - row: 62
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: { kind: vraag, from: fiod/tf, to: [fiu/tf] }
    outcome: allow
  - row: 63
    from: politie/cter
    to: [fiu/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art16
    class: DV
    release: 1
    set: { details.hit: "false" }
    outcome: allow
  - row: 64
    from: kmar/ct
    to: [ind/nv]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 65
    from: fiod/tf
    to: [europol/siena]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    keep: { europol/siena: 30 days vernietigen }
    outcome: allow
  - row: 66
    from: fiu/tf
    to: [politie/cter]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wwft-art13
    class: DV
    outcome: allow
  - row: 67
    from: fiu/tf
    to: [politie/cter]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wwft-art13
    class: DV
    outcome: allow
  - row: 68
    from: ind/nv
    to: [kmar/ct]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 69
    from: ind/nv
    to: [kmar/ct]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 70
    from: ind/nv
    to: [kmar/ct]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 71
    from: aivd/cti
    to: [politie/cter]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 72
    from: aivd/cti
    to: [politie/cter]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 73
    from: aivd/cti
    to: [politie/cter]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 74
    from: europol/siena
    to: [politie/cter]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 75
    from: europol/siena
    to: [politie/cter]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 76
    from: europol/siena
    to: [politie/cter]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 77
    from: piu-de/verstrekking
    to: [pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 78
    from: politie/cter
    to: [aivd/cti]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 79
    from: fiu/tf
    to: [politie/cter]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 80
    from: fiu/tf
    to: [politie/cter]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 81
    from: ind/nv
    to: [kmar/ct]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 82
    from: ind/nv
    to: [kmar/ct]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 83
    from: aivd/cti
    to: [politie/cter]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 84
    from: aivd/cti
    to: [politie/cter]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 85
    from: europol/siena
    to: [politie/cter]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 86
    from: politie/cter
    to: [fiu/tf]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 87
    from: politie/cter
    to: [fiu/tf]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 88
    from: politie/cter
    to: [fiu/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 89
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitkomst
    purpose: onderkennen-nationale-veiligheid
    basis: pnrwet-piu
    class: DV
    outcome: deny purpose.not-allowed
  - row: 90
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    unset: [details.hit]
    outcome: deny field.required
  - row: 91
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { details.hit: misschien }
    outcome: deny field.value
  - row: 92
    why: hit or no hit, and nothing more
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { details.justification: bekende }
    outcome: deny field.forbidden
  - row: 93
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { subject: bekende }
    outcome: deny field.forbidden
  - row: 94
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 95
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 96
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: SC
    outcome: deny classification.above-ceiling
  - row: 97
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 98
    why: the police asked
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: { from: politie/cter }
    outcome: deny reply.unmatched
  - row: 99
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: { date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 100
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: { kind: vervolgverzoek, from: fiod/tf }
    outcome: deny reply.unmatched
  - row: 101
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: [{ kind: vraag }, { kind: vraag }]
    outcome: deny reply.unmatched
  - row: 102
    from: fiu/tf
    to: [fiod/tf, politie/cter]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny route.not-allowed
  - row: 103
    from: politie/cter
    to: [pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 104
    from: europol/siena
    to: [pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 105
    from: fiu/tf
    to: [pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wwft-art13
    class: DV
    outcome: deny route.not-allowed
  - row: 106
    from: pinl/verstrekking
    to: [piu-de/verstrekking, pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 107
    from: politie/cter
    to: [fiu/tf]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 108
    from: politie/cter
    to: [fiu/tf]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wwft-art13
    class: DV
    outcome: deny basis.not-allowed
  - row: 109
    why: an outcome is no question
    from: fiu/tf
    to: [fiod/tf]
    kind: uitkomst
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    cites: { kind: uitkomst, from: fiod/tf }
    outcome: deny reply.unmatched
  - row: 110
    from: aivd/cti
    to: [pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 111
    from: ind/nv
    to: [pinl/verstrekking]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 112
    from: pinl/verstrekking
    to: [politie/cter]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 113
    from: pinl/verstrekking
    to: [europol/siena]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 114
    from: pinl/verstrekking
    to: [aivd/cti]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 115
    from: pinl/verstrekking
    to: [ind/nv]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 116
    from: pinl/verstrekking
    to: [fiu/tf]
    kind: uitkomst
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed

  # Only after a hit is the content asked for, of who had it.
  - row: 117
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    cites: { kind: uitkomst, from: fiu/tf, to: [politie/cter] }
    outcome: allow
  - row: 118
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    release: 1
    cites: { set: { details.hit: "true" } }
    outcome: allow
  - row: 119
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    cites: { set: { details.hit: "false" } }
    outcome: deny reply.unmatched
  - row: 120
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 121
    why: the other one had the hit
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    cites: { from: ind/nv }
    outcome: deny reply.unmatched
  - row: 122
    why: a question is no hit
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    cites: { kind: vraag, from: fiu/tf }
    outcome: deny reply.unmatched
  - row: 123
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    cites: [{ kind: uitkomst }, { kind: uitkomst }]
    outcome: deny reply.unmatched
  - row: 124
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    unset: [details.justification]
    outcome: deny field.required
  - row: 125
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    set: { subject: bekende }
    outcome: deny field.forbidden
  - row: 126
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: SC
    outcome: deny classification.above-ceiling
  - row: 127
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 128
    from: politie/cter
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 129
    from: kmar/ct
    to: [ind/nv]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 130
    from: ind/nv
    to: [kmar/ct]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 131
    from: aivd/cti
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: allow
  - row: 132
    from: politie/cter
    to: [aivd/cti]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 133
    from: fiu/tf
    to: [fiod/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: allow
  - row: 134
    from: europol/siena
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 135
    from: politie/cter
    to: [europol/siena]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 136
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 137
    from: fiu/tf
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wwft-art13
    class: DV
    outcome: deny purpose.not-allowed
  - row: 138
    from: fiu/tf
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: wwft-art13
    class: DV
    outcome: deny purpose.not-allowed
  - row: 139
    from: ind/nv
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: vw2000-art107
    class: DV
    outcome: deny purpose.not-allowed
  - row: 140
    from: ind/nv
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: vw2000-art107
    class: DV
    outcome: deny purpose.not-allowed
  - row: 141
    from: aivd/cti
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 142
    from: aivd/cti
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed
  - row: 143
    from: europol/siena
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: europol-art19
    class: DV
    outcome: deny purpose.not-allowed
  - row: 144
    from: politie/cter
    to: [fiu/tf, fiod/tf]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: deny route.not-allowed
  - row: 145
    from: pinl/verstrekking
    to: [politie/cter]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 146
    from: pinl/verstrekking
    to: [europol/siena]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 147
    from: pinl/verstrekking
    to: [aivd/cti]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 148
    from: pinl/verstrekking
    to: [ind/nv]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 149
    from: pinl/verstrekking
    to: [fiu/tf]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 150
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 151
    from: fiu/tf
    to: [pinl/verstrekking]
    kind: vervolgverzoek
    purpose: tegengaan-terrorismefinanciering
    basis: wwft-art13
    class: DV
    outcome: deny route.not-allowed
  - row: 152
    from: pinl/verstrekking
    to: [piu-de/verstrekking, pinl/verstrekking]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 153
    from: europol/siena
    to: [pinl/verstrekking]
    kind: vervolgverzoek
    purpose: terroristisch-misdrijf
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 154
    from: aivd/cti
    to: [pinl/verstrekking]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 155
    from: ind/nv
    to: [pinl/verstrekking]
    kind: vervolgverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed

  # Nothing is passed on.
  - row: 156
    from: fiod/tf
    to: [politie/cter]
    kind: forward
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    original: { kind: uitkomst, from: fiu/tf, purpose: tegengaan-terrorismefinanciering, class: DV }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 157
    from: politie/cter
    to: [aivd/cti]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 158
    from: politie/cter
    to: [aivd/cti]
    kind: vraag
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/informatieportaal.yaml",
            text: #"""
# Table tests of informatieportaal. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: informatieportaal
asOf: 2026-11-20T12:00:00Z

defaults:
  publicatie:
    details.list: { name: handreiking, version: 2 }
  vervanging:
    details.list: { name: handreiking, version: 3 }
  osint-bericht:
    details.tlp: CLEAR

rows:
  - row: 1
    from: nctv/portaal
    to: [gemeente-den-haag/casus, dji/mar]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: allow
  - row: 2
    from: nctv/portaal
    to: [bank-a/tf]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny exchange.not-member
  - row: 3
    from: nctv/portaal
    to: [gemeente-den-haag/casus]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 4
    from: szw/ess
    to: [coa/meldpunt]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: DV
    outcome: deny classification.above-ceiling
  - row: 5
    from: gemeente-den-haag/casus
    to: [dji/mar]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny kind.not-allowed
  - row: 6
    from: kennisinstelling-a/osint
    to: [nctv/portaal]
    kind: osint-bericht
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { details.tlp: AMBER+STRICT }
    outcome: allow
  - row: 7
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: AMBER+STRICT }
    outcome: deny onward.forbidden
  - row: 8
    from: nctv/portaal
    to: [gemeente-den-haag/casus]
    kind: vervanging
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { details.list.version: 4 }
    list: { name: handreiking, last: 2 }
    outcome: deny list.version-gap

  # The traffic light, colour by colour.
  - row: 9
    from: gemeente-den-haag/casus
    to: [gemeente-den-haag/burgerzaken]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: AMBER+STRICT }
    outcome: allow
  - row: 10
    from: gemeente-den-haag/casus
    to: [gemeente-den-haag/burgerzaken]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: RED }
    outcome: deny onward.forbidden
  - row: 11
    why: the community is the exchange
    from: gemeente-den-haag/casus
    to: [gemeente-rotterdam/casus]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: GREEN }
    outcome: allow
  - row: 12
    why: their own municipality's registry is no member
    from: gemeente-den-haag/casus
    to: [gemeente-den-haag/burgerzaken]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: GREEN }
    outcome: deny onward.forbidden
  - row: 13
    from: nctv/portaal
    to: [gemeente-den-haag/casus]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    unset: [details.list]
    outcome: deny field.required
  - row: 14
    from: nctv/portaal
    to: [gemeente-den-haag/casus]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 15
    from: nctv/portaal
    to: [gemeente-den-haag/casus]
    kind: osint-bericht
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    unset: [details.tlp]
    outcome: deny field.required

  # Editors and readers.
  - row: 16
    from: szw/ess
    to: [nctv/portaal, lse/advies, gemeente-rotterdam/casus, politie/cter, om/parket]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    keep: { om/parket: 10 years overbrengen }
    outcome: allow
  - row: 17
    from: lse/advies
    to: [rvdk/landelijk, reclassering/ter, zvh-haaglanden/procesregie, coa/meldpunt, ind/nv, dtv/nv]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { reviewBy: 2028-11-20 }
    outcome: allow
  - row: 18
    from: nctv/portaal
    to: [dji/mar]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { reviewBy: 2028-11-21 }
    outcome: deny term.too-long
  - row: 19
    from: nctv/portaal
    to: [dji/mar]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    list: { name: handreiking, last: 4 }
    outcome: deny list.version-gap
  - row: 20
    why: it shares in open sources only
    from: nctv/portaal
    to: [kennisinstelling-a/osint]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 21
    from: lse/advies
    to: [dji/mar, szw/ess]
    kind: vervanging
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { reviewBy: 2028-11-20 }
    outcome: allow
  - row: 22
    from: nctv/portaal
    to: [dji/mar]
    kind: vervanging
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { reviewBy: 2028-11-21 }
    outcome: deny term.too-long
  - row: 23
    from: nctv/portaal
    to: [dji/mar]
    kind: vervanging
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    unset: [details.list]
    outcome: deny field.required
  - row: 24
    from: nctv/portaal
    to: [kennisinstelling-a/osint]
    kind: vervanging
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 25
    from: dji/mar
    to: [nctv/portaal]
    kind: vervanging
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny kind.not-allowed
  - row: 26
    from: nctv/portaal
    to: [dji/mar, szw/ess]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    cites: { kind: publicatie }
    outcome: allow
  - row: 27
    why: what is past its review can be withdrawn
    from: nctv/portaal
    to: [dji/mar, szw/ess]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    cites: { kind: vervanging, set: { reviewBy: 2026-11-19 } }
    outcome: allow
  - row: 28
    from: nctv/portaal
    to: [dji/mar]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 29
    why: another editor published it
    from: nctv/portaal
    to: [dji/mar]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    cites: { kind: publicatie, from: szw/ess, to: [nctv/portaal] }
    outcome: deny reply.unmatched
  - row: 30
    why: dji did not get it
    from: nctv/portaal
    to: [dji/mar]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    cites: { kind: publicatie, to: [ind/nv] }
    outcome: deny reply.unmatched
  - row: 31
    from: nctv/portaal
    to: [kennisinstelling-a/osint]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 32
    from: dji/mar
    to: [nctv/portaal]
    kind: intrekking
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny kind.not-allowed
  - row: 33
    from: dji/mar
    to: [nctv/portaal]
    kind: vraag
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    release: 1
    outcome: allow
  - row: 34
    from: nctv/portaal
    to: [szw/ess]
    kind: vraag
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny kind.not-allowed
  - row: 35
    from: dji/mar
    to: [ind/nv]
    kind: vraag
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 36
    from: dji/mar
    to: [nctv/portaal, ind/nv]
    kind: osint-bericht
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { details.tlp: GREEN }
    outcome: allow
  - row: 37
    from: nctv/portaal
    to: [dji/mar]
    kind: osint-bericht
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { details.tlp: RED }
    outcome: allow
  - row: 38
    from: nctv/portaal
    to: [kennisinstelling-a/osint]
    kind: osint-bericht
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 39
    from: nctv/portaal
    to: [dji/mar]
    kind: osint-bericht
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    set: { details.tlp: PURPLE }
    outcome: deny field.value
  - row: 40
    from: nctv/portaal
    to: [dji/mar]
    kind: publicatie
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: O
    outcome: deny purpose.not-allowed
  - row: 41
    from: nctv/portaal
    to: [dji/mar]
    kind: publicatie
    purpose: deskundigheidsbevordering
    basis: wctnv
    class: O
    outcome: deny basis.not-allowed

  # Onward: free inside government, for the same purpose.
  - row: 42
    from: gemeente-den-haag/casus
    to:
      - aivd/ct
      - politie/sirene
      - om/irc
      - bz/visa
      - gemeente-rotterdam/burgerzaken
      - rechtspraak/strafkamer
      - ap/toezicht
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original: { kind: publicatie, from: nctv/portaal, purpose: deskundigheidsbevordering, class: O }
    outcome: allow
  - row: 43
    why: inside its own organisation
    from: ind/nv
    to: [ind/screening]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original: { kind: vervanging, from: nctv/portaal, purpose: deskundigheidsbevordering, class: O }
    outcome: allow
  - row: 44
    from: nctv/portaal
    to: [szw/ess, coa/meldpunt]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original: { kind: osint-bericht, from: kennisinstelling-a/osint, purpose: deskundigheidsbevordering, class: O }
    outcome: allow
  - row: 45
    from: nctv/portaal
    to: [lse/advies]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original: { kind: osint-bericht, from: kennisinstelling-a/osint, purpose: deskundigheidsbevordering, class: O }
    outcome: allow
  - row: 46
    from: gemeente-den-haag/casus
    to: [bank-a/tf]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original: { kind: publicatie, from: nctv/portaal, purpose: deskundigheidsbevordering, class: O }
    outcome: deny onward.forbidden
  - row: 47
    from: gemeente-den-haag/casus
    to: [dji/mar]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: avg-art6-1e
    class: O
    original: { kind: publicatie, from: nctv/portaal, purpose: deskundigheidsbevordering, class: O }
    outcome: deny onward.forbidden
  - row: 48
    why: a question is for who got it
    from: nctv/portaal
    to: [szw/ess]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original: { kind: vraag, from: dji/mar, purpose: deskundigheidsbevordering, class: O }
    outcome: deny onward.forbidden
  - row: 49
    from: kennisinstelling-a/osint
    to: [nctv/portaal]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: nctv/portaal
      to: [dji/mar]
      forwardedTo: [kennisinstelling-a/osint]
      purpose: deskundigheidsbevordering
      class: O
    outcome: deny onward.forbidden
  - row: 50
    from: gemeente-den-haag/casus
    to: [politie/sirene]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: CLEAR }
    outcome: allow
  - row: 51
    why: outside the community
    from: gemeente-den-haag/casus
    to: [politie/sirene]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: GREEN }
    outcome: deny onward.forbidden
  - row: 52
    from: gemeente-den-haag/casus
    to: [dji/mar]
    kind: forward
    purpose: deskundigheidsbevordering
    basis: avg-art6-1e
    class: O
    original:
      kind: osint-bericht
      from: kennisinstelling-a/osint
      purpose: deskundigheidsbevordering
      class: O
      set: { details.tlp: AMBER }
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/inlichtingenberichten.yaml",
            text: #"""
# Table tests of inlichtingenberichten. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: inlichtingenberichten
asOf: 2026-11-20T12:00:00Z

defaults:
  inlichtingenbericht:
    details.subjects: 1
    markings: [originator-control, geen-bewijs]
    reviewBy: 2027-05-20
  afnemersreactie:
    details.subjects: 1

rows:
  - row: 1
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SG
    outcome: allow

  - row: 2
    from: aivd/ct
    to: [politie/cter]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-clearance

  - row: 3
    from: mivd/ct
    to: [om/lovj]
    kind: inlichtingenbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art62
    class: SC
    outcome: deny purpose.not-allowed

  - row: 4
    from: aivd/ct
    to: [kmar/ct]
    kind: inlichtingenbericht
    purpose: waarnemen-van-de-taak
    basis: wiv2017-art62
    class: SC
    set: { markings: [originator-control] }
    outcome: deny marking.required

  - row: 5
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    outcome: allow

  - row: 6
    why: never into a case table
    from: nctv/analyse
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      markings: [originator-control, geen-bewijs]
    outcome: deny onward.forbidden

  - row: 7
    from: aivd/ct
    to: [bank-a/tf]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: O
    outcome: deny exchange.not-member

  - row: 8
    why: receivers do not originate
    from: nctv/analyse
    to: [mivd/ct]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    outcome: deny kind.not-allowed

  - row: 9
    from: mivd/ct
    to: [nctv/analyse, bz/ct, politie/cter, kmar/ct, ind/nv, om/lovj]
    kind: inlichtingenbericht
    purpose: waarnemen-van-de-taak
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 10
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SZG
    outcome: deny classification.above-ceiling
  - row: 11
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: SC
    outcome: deny basis.not-allowed
  - row: 12
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    set: { markings: [geen-bewijs] }
    outcome: deny marking.required
  - row: 13
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    unset: [reviewBy]
    outcome: deny term.required
  - row: 14
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2027-11-20 }
    outcome: allow
  - row: 15
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2027-11-21 }
    outcome: deny term.too-long
  - row: 16
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    set: { reviewBy: 2026-11-19 }
    outcome: deny term.lapsed
  - row: 17
    why: one matter per message
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    set: { details.subjects: 3 }
    outcome: deny subjects.more-than-one
  - row: 18
    why: one person is enough
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    release: 1
    outcome: allow
  - row: 19
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 20
    why: the bericht was for bz/ct
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    cites: { to: [bz/ct] }
    outcome: deny reply.unmatched
  - row: 21
    why: a receiver writes to who sent, not to another receiver
    from: nctv/analyse
    to: [bz/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 22
    why: the parquet is no member, though the national prosecutor is
    from: aivd/ct
    to: [om/parket]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: O
    outcome: deny exchange.not-member

  # Onward: consent for whom it may help, never for others.
  - row: 23
    from: nctv/analyse
    to: [bz/ct]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      { kind: inlichtingenbericht, from: aivd/ct, purpose: informeren-over-dreiging, class: DV, markings: [] }
    outcome: deny consent.required
  - row: 24
    from: nctv/analyse
    to: [bz/ct]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      markings: [originator-control, geen-bewijs]
      consents: [{ mailbox: bz/ct, purpose: informeren-over-dreiging }]
    outcome: allow
  - row: 25
    why: a criminal file, whoever consents
    from: nctv/analyse
    to: [om/lovj]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: om/lovj, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 26
    why: a private party, whoever consents
    from: nctv/analyse
    to: [bank-a/tf]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: bank-a/tf, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 27
    why: a case table by its mailbox, whatever the purpose
    from: nctv/analyse
    to: [gemeente-rotterdam/casus]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: gemeente-rotterdam/casus, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 28
    why: its review is overdue
    from: nctv/analyse
    to: [bz/ct]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      set: { reviewBy: 2026-11-19 }
      consents: [{ mailbox: bz/ct, purpose: informeren-over-dreiging }]
    outcome: deny term.lapsed
  - row: 29
    why: a mark that stops every forward
    from: nctv/analyse
    to: [bz/ct]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      markings: [zorg-context]
      consents: [{ mailbox: bz/ct, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden

  # Purposes, bases and routes.
  - row: 30
    from: aivd/ct
    to: [nctv/analyse]
    kind: inlichtingenbericht
    purpose: waarnemen-van-de-taak
    basis: avg-art6-1e
    class: SC
    outcome: deny basis.not-allowed
  - row: 31
    why: a basis of the service does not serve a receiver
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: waarnemen-van-de-taak
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 33
    from: bz/ct
    to: [mivd/ct]
    kind: afnemersreactie
    purpose: waarnemen-van-de-taak
    basis: avg-art6-1e
    class: SG
    release: 1
    outcome: allow
  - row: 34
    from: aivd/ct
    to: [mivd/ct]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 35
    from: mivd/ct
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 36
    why: its own message
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    cites: { from: nctv/analyse, to: [aivd/ct] }
    outcome: deny reply.unmatched
  - row: 37
    why: the other service sent it
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    cites: { from: mivd/ct }
    outcome: deny reply.unmatched
  - row: 38
    from: nctv/analyse
    to: [aivd/ct]
    kind: afnemersreactie
    purpose: informeren-over-dreiging
    basis: avg-art6-1e
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # Retention differs by who keeps it.
  - row: 39
    from: aivd/ct
    to: [politie/cter]
    kind: inlichtingenbericht
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    keep: { aivd/ct: 20 years overbrengen, politie/cter: 5 years vernietigen }
    outcome: allow

  # Onward: consent for whom it may help.
  - row: 40
    why: consent for this purpose
    from: nctv/analyse
    to: [bz/ct]
    kind: forward
    purpose: waarnemen-van-de-taak
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: bz/ct, purpose: waarnemen-van-de-taak }]
    outcome: allow
  - row: 41
    why: what a receiver said of it goes no further
    from: aivd/ct
    to: [bz/ct]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: DV
    original:
      kind: afnemersreactie
      from: nctv/analyse
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: bz/ct, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 42
    why: only a receiver forwards
    from: mivd/ct
    to: [bz/ct]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      to: [nctv/analyse]
      forwardedTo: [mivd/ct]
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: bz/ct, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 43
    from: nctv/analyse
    to: [politie/cter]
    kind: forward
    purpose: strafvordering
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: strafvordering }]
    outcome: deny onward.forbidden
  - row: 44
    from: nctv/analyse
    to: [politie/cter]
    kind: forward
    purpose: aanhouding
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: aanhouding }]
    outcome: deny onward.forbidden
  - row: 45
    from: nctv/analyse
    to: [politie/cter]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: persoonsgerichte-aanpak }]
    outcome: deny onward.forbidden
  - row: 46
    from: nctv/analyse
    to: [politie/cter]
    kind: forward
    purpose: veilige-detentie-en-re-integratie
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: veilige-detentie-en-re-integratie }]
    outcome: deny onward.forbidden
  - row: 47
    from: nctv/analyse
    to: [politie/cter]
    kind: forward
    purpose: vertrek
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: politie/cter, purpose: vertrek }]
    outcome: deny onward.forbidden
  - row: 48
    from: nctv/analyse
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: gemeente-den-haag/casus, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 49
    from: nctv/analyse
    to: [dji/mar]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: dji/mar, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 50
    from: nctv/analyse
    to: [zvh-haaglanden/procesregie]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: zvh-haaglanden/procesregie, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 51
    from: nctv/analyse
    to: [hosting-a/abuse]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: O
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: O
      consents: [{ mailbox: hosting-a/abuse, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 52
    from: nctv/analyse
    to: [luchtvaart-a/pnr]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: O
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: O
      consents: [{ mailbox: luchtvaart-a/pnr, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 53
    from: nctv/analyse
    to: [marktdeelnemer-a/meldingen]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: O
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: O
      consents: [{ mailbox: marktdeelnemer-a/meldingen, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 54
    from: nctv/analyse
    to: [zorgaanbieder-a/casus]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: O
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: O
      consents: [{ mailbox: zorgaanbieder-a/casus, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 55
    from: nctv/analyse
    to: [kennisinstelling-a/osint]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: O
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: O
      consents: [{ mailbox: kennisinstelling-a/osint, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 56
    from: nctv/analyse
    to: [mma/meldingen]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: O
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: O
      consents: [{ mailbox: mma/meldingen, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 57
    from: nctv/analyse
    to: [europol/siena]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: europol/siena, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden
  - row: 58
    from: nctv/analyse
    to: [land-y/politie]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wctnv
    class: DV
    original:
      kind: inlichtingenbericht
      from: aivd/ct
      purpose: informeren-over-dreiging
      class: DV
      consents: [{ mailbox: land-y/politie, purpose: informeren-over-dreiging }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/internationaal.yaml",
            text: #"""
# Table tests of internationaal. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: internationaal
asOf: 2026-11-20T12:00:00Z

defaults:
  melding-tweede-nationaliteit:
    details.evaluation: { source: A, information: 1 }
    details.handling: H2
    details.humanRights: { assessment: positief, validUntil: 2027-01-31 }
  verzoek:
    details.evaluation: { source: A, information: 1 }
    details.handling: H0
  antwoord:
    details.evaluation: { source: B, information: 2 }
    details.handling: H1
  bijdrage:
    details.evaluation: { source: A, information: 1 }
    details.handling: H0
  bewijsverzoek:
    details.evaluation: { source: A, information: 1 }
    details.handling: H0
    details.humanRights: { assessment: positief, validUntil: 2027-01-31 }

rows:
  - row: 1
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    release: 2
    outcome: allow
  - row: 2
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights.assessment: negatief }
    outcome: deny human-rights.negative
  - row: 3
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights.validUntil: 2026-11-19 }
    outcome: deny human-rights.lapsed
  - row: 4
    from: politie/sirene
    to: [europol/siena]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    unset: [details.handling]
    outcome: deny field.required
  - row: 5
    why: past the gate
    from: politie/cter
    to: [interpol/ncb]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny route.not-allowed
  - row: 6
    from: europol/siena
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 7
    from: politie/sirene
    to: [om/parket]
    kind: forward
    purpose: strafvordering
    basis: wpg-art16
    class: DV
    original: { kind: antwoord, from: europol/siena, purpose: voorkomen-en-bestrijden-terrorisme, class: DV }
    outcome: deny consent.required
  - row: 8
    from: om/irc
    to: [iiim/bewijs]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    release: 2
    outcome: allow

  - row: 9
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    release: 1
    outcome: deny release.required
  - row: 10
    why: the last day of the assessment
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights.validUntil: 2026-11-20 }
    outcome: allow
  - row: 11
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    unset: [details.humanRights]
    outcome: deny field.required
  - row: 12
    why: one person is enough inside the Union
    from: politie/sirene
    to: [europol/siena]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    release: 1
    outcome: allow
  - row: 13
    why: H1 inside its purpose still needs consent
    from: politie/sirene
    to: [politie/cter]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original: { kind: antwoord, from: europol/siena, purpose: voorkomen-en-bestrijden-terrorisme, class: DV }
    outcome: deny consent.required
  - row: 14
    from: politie/sirene
    to: [politie/cter]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
    outcome: allow
  - row: 15
    from: politie/sirene
    to: [om/parket]
    kind: forward
    purpose: strafvordering
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      consents: [{ mailbox: om/parket, purpose: strafvordering }]
    outcome: allow

  # Through the gates only.
  - row: 16
    from: om/irc
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    keep: { land-y/politie: 5 years vernietigen }
    outcome: allow
  - row: 17
    from: politie/cter
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny kind.not-allowed
  - row: 18
    from: politie/sirene
    to: [interpol/ncb]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny route.not-allowed
  - row: 19
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 20
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny purpose.not-allowed
  - row: 21
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: SC
    outcome: deny classification.above-ceiling
  - row: 22
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    unset: [details.evaluation]
    outcome: deny field.required
  - row: 23
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    unset: [details.handling]
    outcome: deny field.required
  - row: 24
    from: politie/sirene
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.handling: H9 }
    outcome: deny field.value
  - row: 25
    from: aivd/ct
    to: [land-y/politie]
    kind: melding-tweede-nationaliteit
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny exchange.not-member
  - row: 26
    from: om/irc
    to: [europol/siena]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 27
    from: politie/sirene
    to: [interpol/ncb]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 28
    from: politie/cter
    to: [europol/siena]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny kind.not-allowed
  - row: 29
    from: politie/sirene
    to: [europol/siena]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: dir2023-977
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: politie/sirene
    to: [europol/siena]
    kind: bijdrage
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    unset: [details.evaluation]
    outcome: deny field.required

  # Questions, from the origin to the gate, abroad, and back.
  - row: 31
    from: politie/cter
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    unset: [details.handling, details.evaluation]
    release: 1
    outcome: allow
  - row: 32
    from: om/parket
    to: [om/irc]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 33
    from: politie/sirene
    to: [om/parket]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 34
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 35
    from: om/irc
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: dir2023-977
    class: DV
    outcome: allow
  - row: 36
    from: politie/sirene
    to: [interpol/ncb]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    release: 2
    outcome: allow
  - row: 37
    from: politie/sirene
    to: [interpol/ncb]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    release: 1
    outcome: deny release.required
  - row: 38
    why: outside the Union an assessment is asked
    from: politie/sirene
    to: [interpol/ncb]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny field.required
  - row: 39
    from: europol/siena
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: dir2023-977
    class: DV
    outcome: allow
  - row: 40
    from: interpol/ncb
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: allow
  - row: 41
    from: land-y/politie
    to: [om/irc]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: allow
  - row: 42
    from: politie/cter
    to: [politie/sirene, om/irc]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 43
    from: politie/sirene
    to: [europol/siena, politie/cter]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 44
    from: europol/siena
    to: [politie/sirene, om/irc]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 45
    from: politie/cter
    to: [om/parket]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 46
    from: politie/sirene
    to: [om/irc]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 47
    why: past the gate
    from: europol/siena
    to: [politie/cter]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 48
    from: europol/siena
    to: [land-y/politie]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 49
    from: politie/sirene
    to: [iiim/bewijs]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny route.not-allowed
  - row: 50
    from: iiim/bewijs
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny kind.not-allowed
  - row: 51
    from: iiim/bewijs
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny kind.not-allowed
  - row: 52
    from: iiim/bewijs
    to: [politie/cter]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 53
    from: politie/cter
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 54
    from: politie/sirene
    to: [politie/cter]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 55
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 56
    from: europol/siena
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 57
    from: politie/sirene
    to: [interpol/ncb]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: dir2023-977
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: deny basis.not-allowed
  - row: 58
    from: politie/sirene
    to: [land-y/politie]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: deny basis.not-allowed
  - row: 59
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 60
    from: land-y/politie
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: dir2023-977
    class: DV
    outcome: deny basis.not-allowed
  - row: 61
    from: interpol/ncb
    to: [politie/sirene]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 62
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { respondBy: 2026-11-20T20:00:00Z }
    outcome: allow
  - row: 63
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { respondBy: 2026-11-20T20:00:01Z }
    outcome: deny term.too-long
  - row: 64
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { details.urgency: spoed, respondBy: 2026-11-20T20:00:01Z }
    outcome: deny term.too-long
  - row: 65
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { details.urgency: drie-dagen, respondBy: 2026-11-23 }
    outcome: allow
  - row: 66
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { details.urgency: drie-dagen, respondBy: 2026-11-24 }
    outcome: deny term.too-long
  - row: 67
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { details.urgency: zeven-dagen, respondBy: 2026-11-27 }
    outcome: allow
  - row: 68
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    set: { details.urgency: zeven-dagen, respondBy: 2026-11-28 }
    outcome: deny term.too-long

  # Answers, the same way.
  - row: 69
    from: politie/cter
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 70
    from: politie/sirene
    to: [politie/cter]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 71
    from: politie/sirene
    to: [europol/siena]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: dir2023-977
    class: DV
    outcome: allow
  - row: 72
    from: politie/sirene
    to: [interpol/ncb]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 73
    from: interpol/ncb
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: allow
  - row: 74
    from: land-y/politie
    to: [om/irc]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: allow
  - row: 75
    from: politie/sirene
    to: [land-y/politie]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: negatief, validUntil: 2027-01-31 } }
    outcome: deny human-rights.negative
  - row: 76
    from: politie/cter
    to: [politie/sirene, om/irc]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 77
    from: politie/sirene
    to: [europol/siena, politie/cter]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 78
    from: europol/siena
    to: [politie/sirene, om/irc]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 79
    from: politie/cter
    to: [om/parket]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 80
    from: politie/cter
    to: [europol/siena]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 81
    from: politie/sirene
    to: [om/irc]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 82
    from: europol/siena
    to: [politie/cter]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 83
    from: europol/siena
    to: [land-y/politie]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 84
    from: iiim/bewijs
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny kind.not-allowed
  - row: 85
    from: iiim/bewijs
    to: [europol/siena]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    outcome: deny kind.not-allowed
  - row: 86
    from: iiim/bewijs
    to: [politie/cter]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 87
    from: europol/siena
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 88
    why: om/irc asked
    from: europol/siena
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    cites: { from: om/irc }
    outcome: deny reply.unmatched
  - row: 89
    why: its own question
    from: europol/siena
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    cites: { from: europol/siena, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 90
    why: two at once
    from: europol/siena
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    cites: [{ kind: verzoek }, { kind: verzoek }]
    outcome: deny reply.unmatched
  - row: 91
    from: europol/siena
    to: [politie/sirene]
    kind: antwoord
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: europol-art19
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # Evidence, between om/irc and the mechanism or the state.
  - row: 92
    from: om/irc
    to: [land-y/politie]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: allow
  - row: 93
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: allow
  - row: 94
    from: land-y/politie
    to: [om/irc]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: allow
  - row: 95
    from: om/irc
    to: [iiim/bewijs, land-y/politie]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny route.not-allowed
  - row: 96
    from: om/irc
    to: [europol/siena]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny route.not-allowed
  - row: 97
    from: iiim/bewijs
    to: [land-y/politie]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny route.not-allowed
  - row: 98
    from: politie/sirene
    to: [iiim/bewijs]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny kind.not-allowed
  - row: 99
    from: politie/sirene
    to: [om/irc]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny kind.not-allowed
  - row: 100
    from: om/irc
    to: [iiim/bewijs]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 101
    from: om/irc
    to: [iiim/bewijs]
    kind: bewijsverzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: sv-5-4
    class: DV
    outcome: deny purpose.not-allowed
  - row: 102
    from: om/irc
    to: [land-y/politie]
    kind: bewijsverzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny purpose.not-allowed
  - row: 103
    from: land-y/politie
    to: [om/irc]
    kind: bewijsverzoek
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art17a
    class: DV
    outcome: deny purpose.not-allowed
  - row: 104
    from: om/irc
    to: [iiim/bewijs]
    kind: bewijsverzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    release: 1
    outcome: deny release.required
  - row: 105
    from: om/irc
    to: [iiim/bewijs]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    set:
      details.evaluation: { source: A, information: 1 }
      details.handling: H1
      details.humanRights: { assessment: positief, validUntil: 2027-01-31 }
    outcome: allow
  - row: 106
    from: om/irc
    to: [land-y/politie]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    set:
      details.evaluation: { source: A, information: 1 }
      details.handling: H1
      details.humanRights: { assessment: positief, validUntil: 2027-01-31 }
    outcome: allow
  - row: 107
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: allow
  - row: 108
    from: land-y/politie
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: allow
  - row: 109
    from: om/irc
    to: [iiim/bewijs, land-y/politie]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny route.not-allowed
  - row: 110
    from: om/irc
    to: [europol/siena]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny route.not-allowed
  - row: 111
    from: iiim/bewijs
    to: [land-y/politie]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny route.not-allowed
  - row: 112
    from: politie/sirene
    to: [iiim/bewijs]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny kind.not-allowed
  - row: 113
    from: politie/sirene
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny kind.not-allowed
  - row: 114
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 115
    why: its own question
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    cites: { from: iiim/bewijs, to: [om/irc] }
    outcome: deny reply.unmatched
  - row: 116
    why: om/irc did not ask
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    cites: { from: land-y/politie }
    outcome: deny reply.unmatched
  - row: 117
    why: two at once
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    cites: [{ kind: bewijsverzoek }, { kind: bewijsverzoek }]
    outcome: deny reply.unmatched
  - row: 118
    from: iiim/bewijs
    to: [om/irc]
    kind: bewijsoverdracht
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 119
    from: politie/sirene
    to: [europol/siena]
    kind: verzoek
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    outcome: deny purpose.not-allowed

  # Onward: H0 inside the purpose, else with consent, and only nationally.
  - row: 120
    from: politie/sirene
    to: [om/irc]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
    outcome: allow
  - row: 121
    why: another purpose
    from: politie/sirene
    to: [om/parket]
    kind: forward
    purpose: strafvordering
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
    outcome: deny consent.required
  - row: 122
    from: politie/sirene
    to: [om/parket]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: sv-5-4
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
    outcome: allow
  - row: 123
    why: only a gate passes on freely
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      to: [politie/sirene]
      forwardedTo: [politie/cter]
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
    outcome: deny consent.required
  - row: 124
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: politie/sirene
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      consents: [{ mailbox: om/parket, purpose: voorkomen-en-bestrijden-terrorisme }]
    outcome: allow
  - row: 125
    from: politie/cter
    to: [politie/sirene]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: om/irc
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      consents: [{ mailbox: politie/sirene, purpose: voorkomen-en-bestrijden-terrorisme }]
    outcome: allow
  - row: 126
    why: with consent, on the basis of the Wpg
    from: politie/sirene
    to: [om/parket]
    kind: forward
    purpose: strafvordering
    basis: sv-5-4
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      consents: [{ mailbox: om/parket, purpose: strafvordering }]
    outcome: deny onward.forbidden
  - row: 127
    why: H2 goes no further without the provider
    from: politie/sirene
    to: [om/parket]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H2 }
    outcome: deny consent.required
  - row: 128
    why: abroad goes a message with an assessment
    from: politie/sirene
    to: [land-y/politie]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
      consents: [{ mailbox: land-y/politie, purpose: voorkomen-en-bestrijden-terrorisme }]
    outcome: deny onward.forbidden
  - row: 129
    from: politie/sirene
    to: [aivd/ct]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: europol/siena
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
      consents: [{ mailbox: aivd/ct, purpose: voorkomen-en-bestrijden-terrorisme }]
    outcome: deny onward.forbidden
  - row: 130
    from: europol/siena
    to: [politie/cter]
    kind: forward
    purpose: voorkomen-en-bestrijden-terrorisme
    basis: wpg-art16
    class: DV
    original:
      kind: antwoord
      from: politie/sirene
      purpose: voorkomen-en-bestrijden-terrorisme
      class: DV
      set: { details.handling: H0 }
      consents: [{ mailbox: politie/cter, purpose: voorkomen-en-bestrijden-terrorisme }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/kamerstukken.yaml",
            text: #"""
# Table tests of kamerstukken. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: kamerstukken
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { respondBy: 2026-12-01 }
    outcome: allow
  - row: 2
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    release: 2
    cites: { kind: verzoek }
    outcome: allow
  - row: 3
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: verzoek, omit: date }
    outcome: deny reply.unmatched
  - row: 4
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny classification.above-ceiling
  - row: 5
    from: aivd/ct
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny exchange.not-member
  - row: 6
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 7
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    release: 1
    outcome: deny release.required
  - row: 8
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed

  # A letter: of its own accord or in answer, with annexes, co-signed, offered at one moment.
  - row: 9
    why: of its own accord
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: nothing
    outcome: allow
  - row: 10
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { documents: 3, onBehalfOf: bz, notBefore: 2026-11-24T14:00:00Z }
    outcome: allow
  - row: 11
    from: bz/ct
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: motie-of-toezegging }
    outcome: allow
  - row: 12
    from: ind/rwn
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: [{ kind: verzoek }, { kind: rappel }]
    outcome: allow
  - row: 13
    from: ind/rwn
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: verzoek, from: tweede-kamer/griffie, to: [ind/rwn] }
    outcome: allow
  - row: 14
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: verzoek, date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 15
    why: asked of another minister
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: verzoek, to: [bz/ct] }
    outcome: deny reply.unmatched
  - row: 16
    why: a letter is no question
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: kamerbrief, from: nctv/beleid, to: [tweede-kamer/griffie] }
    outcome: deny reply.unmatched
  - row: 17
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: avg-art6-1e
    class: O
    outcome: deny basis.not-allowed
  - row: 18
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: persoonsgerichte-aanpak
    basis: grondwet-art68
    class: O
    outcome: deny purpose.not-allowed
  - row: 19
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 20
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 21
    from: nctv/beleid
    to: [bz/ct]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 22
    from: nctv/beleid
    to: [tweede-kamer/griffie, bz/ct]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 23
    from: nctv/maatregelen
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny exchange.not-member

  # What the chamber asks, of one minister or of several, and without a case.
  - row: 24
    why: three weeks
    from: tweede-kamer/griffie
    to: [nctv/beleid, bz/ct, ind/rwn]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    release: 2
    set: { respondBy: 2026-12-11 }
    outcome: allow
  - row: 25
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { respondBy: 2026-12-12 }
    outcome: deny term.too-long
  - row: 26
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    release: 1
    outcome: deny release.required
  - row: 27
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 28
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny classification.above-ceiling
  - row: 29
    from: tweede-kamer/griffie
    to: [tweede-kamer/griffie]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 30
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 31
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 32
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed
  - row: 33
    from: nctv/beleid
    to: [bz/ct]
    kind: verzoek
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed
  - row: 34
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: allow
  - row: 35
    from: tweede-kamer/griffie
    to: [nctv/beleid, bz/ct]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: allow
  - row: 36
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny classification.above-ceiling
  - row: 37
    from: tweede-kamer/griffie
    to: [tweede-kamer/griffie]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 38
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    release: 1
    outcome: deny release.required
  - row: 39
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 40
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 41
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 42
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: motie-of-toezegging
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed
  - row: 43
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: nothing
    outcome: allow
  - row: 44
    from: tweede-kamer/griffie
    to: [bz/ct, ind/rwn]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: allow
  - row: 45
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites:
      - { kind: verzoek, from: tweede-kamer/griffie, to: [bz/ct] }
      - { kind: motie-of-toezegging, from: tweede-kamer/griffie, to: [bz/ct] }
    outcome: allow
  - row: 46
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: verzoek, from: tweede-kamer/griffie, to: [bz/ct] }
    outcome: allow
  - row: 47
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: motie-of-toezegging, from: tweede-kamer/griffie, to: [bz/ct] }
    outcome: allow
  - row: 48
    why: what was asked of another
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: verzoek, from: tweede-kamer/griffie, to: [ind/rwn] }
    outcome: deny reply.unmatched
  - row: 49
    why: what was answered
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    cites: { kind: kamerbrief, from: bz/ct }
    outcome: deny reply.unmatched
  - row: 50
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    release: 1
    outcome: deny release.required
  - row: 51
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 52
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny classification.above-ceiling
  - row: 53
    from: tweede-kamer/griffie
    to: [tweede-kamer/griffie]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 54
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 55
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 56
    from: bz/ct
    to: [tweede-kamer/griffie]
    kind: rappel
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed

  # Nothing is passed on.
  - row: 57
    from: tweede-kamer/griffie
    to: [bz/ct]
    kind: forward
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    original: { kind: kamerbrief, from: nctv/beleid, purpose: informeren-parlement, class: O }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 58
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 59
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: kamerbrief
    purpose: informeren-parlement
    basis: grondwet-art68
    class: O
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/kinderen-terugkeer.yaml",
            text: #"""
# Table tests of kinderen-terugkeer. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: kinderen-terugkeer
asOf: 2026-11-20T12:00:00Z

defaults:
  melding:
    details.minor: "true"
  verzoek-maatregel:
    details.minor: "true"
  beschikking:
    details.minor: "true"
  overdracht:
    details.minor: "true"
  screening:
    details.minor: "true"
    reviewBy: 2027-02-01
  behandelplan:
    details.minor: "true"

rows:
  - row: 1
    from: bz/consulair
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    case: none
    outcome: allow
  - row: 2
    from: rvdk/landelijk
    to: [rechtspraak/kinderrechter]
    kind: verzoek-maatregel
    purpose: bescherming-van-het-kind
    basis: bw1-257
    class: DV
    outcome: allow
  - row: 3
    from: lat/screening
    to: [rvdk/landelijk, jbwest/terugkeer]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    set: { reviewBy: 2027-02-01 }
    outcome: allow
  - row: 4
    from: lat/screening
    to: [politie/cter]
    kind: screening
    purpose: opsporing-en-vervolging
    basis: jeugdwet-art7-3-11
    class: DV
    outcome: deny route.not-allowed
  - row: 5
    from: rvdk/landelijk
    to: [aivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art39
    class: DV
    original: { kind: screening, from: lat/screening, purpose: bescherming-van-het-kind, class: DV, case: KIND-1 }
    outcome: deny onward.forbidden
  - row: 6
    from: kmar/grens
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    set: { details.minor: "false" }
    outcome: deny field.value
  - row: 7
    from: rvdk/landelijk
    to: [jbwest/terugkeer]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    cites: { kind: beschikking, from: rechtspraak/kinderrechter }
    outcome: allow
  - row: 8
    from: jbwest/terugkeer
    to: [gemeente-den-haag/casus]
    kind: behandelplan
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    case: none
    outcome: deny case.required

  # Everyone in its part.
  - row: 9
    from: kmar/grens
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: allow
  - row: 10
    from: politie/cter
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    keep: { rvdk/landelijk: 18 years vernietigen }
    outcome: allow
  - row: 11
    why: it reports by ambtsbericht
    from: aivd/ct
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 12
    from: rechtspraak/kinderrechter
    to: [rvdk/landelijk, jbwest/terugkeer]
    kind: beschikking
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: allow
  - row: 13
    from: jbwest/terugkeer
    to: [rvdk/landelijk, gemeente-den-haag/casus]
    kind: behandelplan
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 14
    from: bz/consulair
    to: [jbwest/terugkeer]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 15
    from: rvdk/landelijk
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny kind.not-allowed
  - row: 16
    from: jbwest/terugkeer
    to: [rechtspraak/kinderrechter]
    kind: verzoek-maatregel
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 17
    from: rvdk/landelijk
    to: [politie/cter]
    kind: verzoek-maatregel
    purpose: bescherming-van-het-kind
    basis: bw1-257
    class: DV
    outcome: deny route.not-allowed
  - row: 18
    from: rvdk/landelijk
    to: [jbwest/terugkeer]
    kind: beschikking
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny kind.not-allowed
  - row: 19
    from: rechtspraak/kinderrechter
    to: [gemeente-den-haag/casus]
    kind: beschikking
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny route.not-allowed
  - row: 20
    from: rechtspraak/kinderrechter
    to: [jbwest/terugkeer]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny kind.not-allowed
  - row: 21
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny route.not-allowed
  - row: 22
    from: jbwest/terugkeer
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 23
    from: lat/screening
    to: [gemeente-den-haag/casus]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    outcome: deny route.not-allowed
  - row: 24
    from: rvdk/landelijk
    to: [gemeente-den-haag/casus]
    kind: behandelplan
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny kind.not-allowed
  - row: 25
    from: jbwest/terugkeer
    to: [politie/cter]
    kind: behandelplan
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 26
    from: bz/consulair
    to: [dtv/nv]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny exchange.not-member
  - row: 27
    from: kmar/grens
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    outcome: deny basis.not-allowed
  - row: 28
    from: rvdk/landelijk
    to: [rechtspraak/kinderrechter]
    kind: verzoek-maatregel
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 29
    from: rvdk/landelijk
    to: [rechtspraak/kinderrechter]
    kind: verzoek-maatregel
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: onderkennen-nationale-veiligheid
    basis: jeugdwet-art7-3-11
    class: DV
    outcome: deny purpose.not-allowed
  - row: 33
    from: jbwest/terugkeer
    to: [rvdk/landelijk]
    kind: behandelplan
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 34
    from: rvdk/landelijk
    to: [rechtspraak/kinderrechter]
    kind: verzoek-maatregel
    purpose: bescherming-van-het-kind
    basis: bw1-257
    class: DV
    case: none
    outcome: deny case.required
  - row: 35
    why: another child
    from: lat/screening
    to: [rvdk/landelijk, jbwest/terugkeer]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    case: { without: [jbwest/terugkeer] }
    outcome: deny case.not-member

  # What they say, and build on.
  - row: 36
    from: kmar/grens
    to: [rvdk/landelijk]
    kind: melding
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    unset: [details.minor]
    outcome: deny field.required
  - row: 37
    why: grown up
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    set: { details.minor: "false" }
    outcome: deny field.value
  - row: 38
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    set: { reviewBy: 2027-02-20 }
    outcome: allow
  - row: 39
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 40
    from: lat/screening
    to: [rvdk/landelijk]
    kind: screening
    purpose: bescherming-van-het-kind
    basis: jeugdwet-art7-3-11
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 41
    from: rvdk/landelijk
    to: [jbwest/terugkeer]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 42
    why: no order of the court
    from: rvdk/landelijk
    to: [jbwest/terugkeer]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    cites: { kind: melding, from: kmar/grens }
    outcome: deny reply.unmatched
  - row: 43
    why: its own paper
    from: rvdk/landelijk
    to: [jbwest/terugkeer]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    cites: { kind: beschikking, from: rvdk/landelijk, to: [jbwest/terugkeer] }
    outcome: deny reply.unmatched
  - row: 44
    from: rvdk/landelijk
    to: [jbwest/terugkeer]
    kind: overdracht
    purpose: bescherming-van-het-kind
    basis: bw1-255
    class: DV
    cites: { kind: beschikking, from: rechtspraak/kinderrechter, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # Onward: nothing.
  - row: 45
    from: rvdk/landelijk
    to: [politie/cter]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: jeugdwet-art7-3-11
    class: DV
    original:
      kind: screening
      from: lat/screening
      purpose: bescherming-van-het-kind
      class: DV
      case: KIND-1
      consents: [{ mailbox: politie/cter, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 46
    from: jbwest/terugkeer
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: bescherming-van-het-kind
    basis: avg-art6-1e
    class: DV
    original: { kind: screening, from: lat/screening, purpose: bescherming-van-het-kind, class: DV, case: KIND-1 }
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/laov.yaml",
            text: #"""
# Table tests of laov. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification, the others
# were added by hand so that each rule has a row that fails without it.

exchange: laov
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: dtv/nv
    to: [ind/nv, politie/avim]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 2
    from: dji/mar
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    set: { details.detained: "true" }
    outcome: allow
  - row: 3
    from: dji/mar
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    set: { details.detained: "false" }
    case: { until: { dji/mar: 2026-09-30 } }
    outcome: deny case.membership-lapsed
  - row: 4
    from: dtv/nv
    to: [kmar/vertrek]
    kind: vertrekplanning
    purpose: vertrek
    basis: vw2000-art59
    class: DV
    set: { details.expulsionPlanned: "true" }
    outcome: allow
  - row: 5
    from: dtv/nv
    to: [politie/cter]
    kind: casusstuk
    purpose: bescherming-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny exchange.not-member
  - row: 6
    from: ind/nv
    to: [dtv/nv]
    kind: casusstuk
    purpose: bescherming-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny purpose.not-allowed
  - row: 7
    from: dtv/nv
    to: [gemeente-den-haag/casus]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    outcome: deny exchange.not-member
  - row: 8
    from: reclassering/ter
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    outcome: deny exchange.not-member

  # Those at the table, each on its basis.
  - row: 9
    from: dtv/nv
    to: [ind/nv, politie/avim, dji/mar, kmar/vertrek]
    kind: afspraak
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    keep: { ind/nv: 5 years vernietigen }
    outcome: allow
  - row: 10
    from: ind/nv
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    release: 1
    outcome: allow
  - row: 11
    from: politie/avim
    to: [dtv/nv, ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 12
    from: kmar/vertrek
    to: [dtv/nv]
    kind: vertrokken
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 13
    from: dji/mar
    to: [dtv/nv]
    kind: afspraak
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 14
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 15
    from: ind/nv
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art59
    class: DV
    outcome: deny basis.not-allowed
  - row: 16
    from: kmar/vertrek
    to: [dtv/nv]
    kind: vertrokken
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 17
    from: dji/mar
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 18
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: SC
    outcome: deny classification.above-ceiling
  - row: 19
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: persoonsgerichte-aanpak
    basis: vw2000-art107
    class: DV
    outcome: deny purpose.not-allowed
  - row: 20
    from: dtv/nv
    to: [ind/nv]
    kind: opvang
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    outcome: deny kind.not-allowed
  - row: 21
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    case: none
    outcome: deny case.required
  - row: 22
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    case: { without: [ind/nv] }
    outcome: deny case.not-member
  - row: 23
    from: dtv/nv
    to: [ind/nv]
    kind: vertrokken
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    case: { closed: 2026-09-01 }
    outcome: deny case.closed

  # Only while the person is detained, and only when expulsion is near.
  - row: 24
    why: the seat ended with the detention
    from: dji/mar
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    case: { until: { dji/mar: 2026-09-30 } }
    outcome: deny case.membership-lapsed
  - row: 25
    from: dji/mar
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    set: { details.detained: "false" }
    mends: [details.detained]
    outcome: deny case.membership-lapsed
  - row: 26
    from: dtv/nv
    to: [dji/mar]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { details.detained: "false" }
    mends: [details.detained]
    outcome: deny case.membership-lapsed
  - row: 27
    why: others go on without a detention
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { details.detained: "false", details.expulsionPlanned: "false" }
    outcome: allow
  - row: 28
    why: no expulsion, but detained
    from: dtv/nv
    to: [dji/mar]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { details.detained: "true", details.expulsionPlanned: "false" }
    outcome: allow
  - row: 29
    from: dtv/nv
    to: [kmar/vertrek]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { details.detained: "false", details.expulsionPlanned: "true" }
    outcome: allow
  - row: 30
    from: dtv/nv
    to: [kmar/vertrek]
    kind: vertrekplanning
    purpose: vertrek
    basis: vw2000-art59
    class: DV
    set: { details.expulsionPlanned: "false" }
    mends: [details.expulsionPlanned]
    outcome: deny case.membership-lapsed
  - row: 31
    from: kmar/vertrek
    to: [dtv/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { details.expulsionPlanned: "false" }
    mends: [details.expulsionPlanned]
    outcome: deny case.membership-lapsed
  - row: 32
    why: the seat has ended
    from: dtv/nv
    to: [kmar/vertrek]
    kind: vertrekplanning
    purpose: vertrek
    basis: vw2000-art59
    class: DV
    case: { until: { kmar/vertrek: 2026-11-19 } }
    outcome: deny case.membership-lapsed

  # Review, and onward.
  - row: 33
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { reviewBy: 2027-02-20 }
    outcome: allow
  - row: 34
    from: dtv/nv
    to: [ind/nv]
    kind: casusstuk
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 35
    from: ind/nv
    to: [politie/avim]
    kind: forward
    purpose: vertrek
    basis: vw2000-art107
    class: DV
    original: { kind: casusstuk, from: dtv/nv, purpose: vertrek, class: DV, case: LAOV-1 }
    outcome: deny onward.forbidden
  - row: 36
    from: ind/nv
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: avg-art6-1e
    class: DV
    original: { kind: casusstuk, from: dtv/nv, purpose: vertrek, class: DV, case: LAOV-1 }
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/lijst-uitreizigers.yaml",
            text: #"""
# Table tests of lijst-uitreizigers. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: lijst-uitreizigers
asOf: 2026-11-20T12:00:00Z

defaults:
  lijst:
    details.list: { name: uitreizigers, version: 12 }
    details.peildatum: 2026-11-15
    reviewBy: 2027-01-20
  mutatie:
    reviewBy: 2027-01-20

rows:
  - row: 1
    from: politie/cter
    to: [aivd/ct, kmar/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    list: { name: uitreizigers, last: 11 }
    outcome: allow
  - row: 2
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.list.version: 14 }
    list: { name: uitreizigers, last: 12 }
    outcome: deny list.version-gap
  - row: 3
    from: politie/cter
    to: [gemeente-den-haag/casus]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny exchange.not-member
  - row: 4
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2026-06-30 } }
    outcome: deny human-rights.lapsed
  - row: 5
    from: politie/cter
    to: [europol/siena]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    set: { details.handling: H2 }
    outcome: allow
  - row: 6
    from: politie/cter
    to: [kmar/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    unset: [details.peildatum]
    outcome: deny field.required
  - row: 7
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: allow
  - row: 8
    from: kmar/ct
    to: [douane/trip]
    kind: forward
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    original: { kind: lijst, from: politie/cter, purpose: onderkennen-uitreizigers, class: DV }
    outcome: deny onward.forbidden

  - row: 9
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: allow
  - row: 10
    from: politie/cter
    to: [kmar/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: allow
  - row: 11
    from: politie/cter
    to: [om/lovj]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: allow
  - row: 12
    from: politie/cter
    to: [nctv/analyse]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: allow
  - row: 13
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    release: 2
    set: { details.subjects: 40, details.period: maand }
    keep: { aivd/ct: 1 month vernietigen from replacement }
    outcome: allow
  - row: 14
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.period: jaar }
    outcome: deny field.value
  - row: 15
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    release: 1
    outcome: deny release.required
  - row: 16
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 17
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    list: { name: uitreizigers, last: 11, subscribers: [kmar/ct] }
    outcome: deny list.not-subscriber
  - row: 18
    from: politie/cter
    to: [aivd/ct, kmar/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    list: { name: uitreizigers, last: 11, subscribers: [kmar/ct, aivd/ct] }
    outcome: allow
  - row: 19
    why: the same version again
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    list: { name: uitreizigers, last: 12 }
    outcome: deny list.version-gap
  - row: 20
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    list: { name: terugkeerders, last: 11 }
    outcome: deny list.version-gap
  - row: 21
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    unset: [details.list]
    outcome: deny field.required
  - row: 22
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.peildatum: 2026-11-20 }
    outcome: allow
  - row: 23
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.peildatum: 2026-11-21 }
    outcome: deny field.value
  - row: 24
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { reviewBy: 2027-02-20 }
    outcome: allow
  - row: 25
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 26
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 27
    why: five working days
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { respondBy: 2026-11-27 }
    outcome: allow
  - row: 28
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { respondBy: 2026-11-28 }
    outcome: deny term.too-long
  - row: 29
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: opsporing-en-vervolging
    basis: wpg-art16
    class: DV
    outcome: deny purpose.not-allowed
  - row: 32
    why: it has the mutations
    from: politie/cter
    to: [politie/sirene]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 33
    from: politie/sirene
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 34
    from: aivd/ct
    to: [kmar/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 35
    from: europol/siena
    to: [interpol/ncb]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny kind.not-allowed
  - row: 36
    from: interpol/ncb
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny kind.not-allowed

  # Abroad.
  - row: 37
    from: politie/cter
    to: [europol/siena]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: allow
  - row: 38
    why: nothing goes onward
    from: politie/cter
    to: [europol/siena]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    set: { details.handling: H0 }
    mends: [details.handling]
    outcome: deny field.value
  - row: 39
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.handling: H1, details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    mends: [details.handling]
    outcome: deny field.value
  - row: 40
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.handling: H2, details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 41
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.handling: H0 }
    outcome: allow
  - row: 42
    from: politie/cter
    to: [interpol/ncb, land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 43
    from: politie/cter
    to: [interpol/ncb]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny field.required
  - row: 44
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny field.required
  - row: 45
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: negatief, validUntil: 2027-01-31 } }
    outcome: deny human-rights.negative
  - row: 46
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: allow
  - row: 47
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2026-11-19 } }
    outcome: deny human-rights.lapsed
  - row: 48
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: deny basis.not-allowed
  - row: 49
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: deny basis.not-allowed
  - row: 50
    from: politie/cter
    to: [land-y/politie]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: deny basis.not-allowed
  - row: 51
    from: politie/cter
    to: [europol/siena]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny basis.not-allowed
  - row: 52
    from: politie/cter
    to: [europol/siena]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 53
    from: politie/cter
    to: [europol/siena]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 54
    why: abroad on one basis, here on another
    from: politie/cter
    to: [land-y/politie, aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: deny basis.not-allowed

  # Mutations.
  - row: 55
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    release: 2
    outcome: allow
  - row: 56
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    release: 1
    outcome: deny release.required
  - row: 57
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: SC
    outcome: deny classification.above-ceiling
  - row: 58
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 59
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 60
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 61
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    set: { reviewBy: 2027-02-20 }
    outcome: allow
  - row: 62
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    set: { reviewBy: 2027-02-21 }
    outcome: deny term.too-long
  - row: 63
    from: politie/cter
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 64
    from: politie/cter
    to: [aivd/ct]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny route.not-allowed
  - row: 65
    from: politie/cter
    to: [europol/siena]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 66
    from: politie/cter
    to: [land-y/politie]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny route.not-allowed
  - row: 67
    from: aivd/ct
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny kind.not-allowed
  - row: 68
    from: europol/siena
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny kind.not-allowed
  - row: 69
    from: land-y/politie
    to: [politie/sirene]
    kind: mutatie
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny kind.not-allowed

  # Receipts.
  - row: 70
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 71
    from: kmar/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: allow
  - row: 72
    from: om/lovj
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 73
    from: nctv/analyse
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 74
    from: politie/sirene
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: mutatie }
    outcome: allow
  - row: 75
    from: politie/sirene
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    cites: { kind: mutatie }
    outcome: allow
  - row: 76
    from: europol/siena
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    release: 2
    outcome: allow
  - row: 77
    from: interpol/ncb
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: allow
  - row: 78
    from: land-y/politie
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: allow
  - row: 79
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    release: 1
    outcome: deny release.required
  - row: 80
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 81
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 82
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 83
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, from: aivd/ct, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 84
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, from: kmar/ct, to: [aivd/ct] }
    outcome: deny reply.unmatched
  - row: 85
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: afvoering }
    outcome: deny reply.unmatched
  - row: 86
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 87
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 88
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 89
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 90
    from: aivd/ct
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 91
    from: europol/siena
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny basis.not-allowed
  - row: 92
    from: europol/siena
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 93
    from: europol/siena
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny basis.not-allowed
  - row: 94
    from: land-y/politie
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    outcome: deny basis.not-allowed
  - row: 95
    from: land-y/politie
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 96
    from: land-y/politie
    to: [politie/cter]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 97
    from: politie/cter
    to: [aivd/ct]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 98
    from: aivd/ct
    to: [kmar/ct]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 99
    from: aivd/ct
    to: [politie/sirene]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 100
    from: europol/siena
    to: [interpol/ncb]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    outcome: deny route.not-allowed
  - row: 101
    from: interpol/ncb
    to: [europol/siena]
    kind: ontvangstbevestiging
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny route.not-allowed

  # Removal, to all who ever got that entry.
  - row: 102
    from: politie/cter
    to: [aivd/ct, europol/siena, land-y/politie, politie/sirene]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 103
    from: politie/cter
    to: [aivd/ct, europol/siena, land-y/politie, politie/sirene]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 104
    from: politie/cter
    to: [aivd/ct, europol/siena, land-y/politie, politie/sirene]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 105
    from: politie/cter
    to: [aivd/ct, europol/siena, land-y/politie, politie/sirene]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: europol-art19
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2027-01-31 } }
    outcome: allow
  - row: 106
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    release: 2
    told: [aivd/ct]
    outcome: allow
  - row: 107
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    told: [aivd/ct, politie/sirene]
    outcome: deny field.value
  - row: 108
    from: politie/cter
    to: [aivd/ct, politie/sirene]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    told: [aivd/ct, politie/sirene]
    outcome: allow
  - row: 109
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    release: 1
    outcome: deny release.required
  - row: 110
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 111
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 112
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 113
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 114
    from: politie/cter
    to: [politie/sirene]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    cites: { kind: mutatie, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 115
    why: each had another version of the list
    from: politie/cter
    to: [aivd/ct, kmar/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art10
    class: DV
    cites: { kind: lijst, from: politie/cter, to: [aivd/ct] }
    outcome: allow
  - row: 116
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: lijst, from: aivd/ct, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 117
    from: politie/cter
    to: [aivd/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    cites: { kind: afvoering, from: politie/cter, to: [aivd/ct] }
    outcome: deny reply.unmatched
  - row: 118
    from: politie/cter
    to: [land-y/politie]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    outcome: deny field.required
  - row: 119
    from: politie/cter
    to: [land-y/politie]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art17a
    class: DV
    set: { details.humanRights: { assessment: positief, validUntil: 2026-11-19 } }
    outcome: deny human-rights.lapsed
  - row: 120
    from: aivd/ct
    to: [kmar/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 121
    from: europol/siena
    to: [kmar/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 122
    from: land-y/politie
    to: [kmar/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed
  - row: 123
    from: politie/sirene
    to: [kmar/ct]
    kind: afvoering
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed

  # Not passed on.
  - row: 124
    from: kmar/ct
    to: [politie/sirene]
    kind: forward
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    original:
      kind: lijst
      from: politie/cter
      purpose: onderkennen-uitreizigers
      class: DV
      set: { details.handling: H2 }
    outcome: deny onward.forbidden
  - row: 125
    from: europol/siena
    to: [interpol/ncb]
    kind: forward
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    original:
      kind: lijst
      from: politie/cter
      purpose: onderkennen-uitreizigers
      class: DV
      set: { details.handling: H2 }
    outcome: deny onward.forbidden
  - row: 126
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 127
    from: politie/cter
    to: [aivd/ct]
    kind: lijst
    purpose: onderkennen-uitreizigers
    basis: wpg-art16
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/nederlanderschap.yaml",
            text: #"""
# Table tests of nederlanderschap. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: nederlanderschap
asOf: 2026-11-20T12:00:00Z

defaults:
  stand:
    details.stand: bezwaar

rows:
  - row: 1
    from: ind/rwn
    to: [rvig/rps, gemeente-den-haag/burgerzaken]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    release: 2
    outcome: allow
  - row: 2
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 3
    why: on an article that asks for an ambtsbericht
    from: ind/rwn
    to: [dtv/nv]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { kind: vonnis }
    outcome: deny basis.not-allowed
  - row: 4
    from: ind/rwn
    to: [gemeente-den-haag/burgerzaken]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: SC
    outcome: deny classification.above-ceiling
  - row: 5
    why: all earlier addressees
    from: ind/rwn
    to: [rvig/rps, dtv/nv]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    told: [rvig/rps, dtv/nv]
    outcome: allow
  - row: 6
    why: dtv/nv had the decision and is left out
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    told: [rvig/rps, dtv/nv]
    outcome: deny field.value
  - row: 7
    from: om/parket
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: DV
    outcome: allow
  - row: 8
    from: gemeente-den-haag/casus
    to: [ind/rwn]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: DV
    outcome: deny exchange.not-member

  - row: 9
    why: an ambtsbericht is what this article asks for
    from: ind/rwn
    to: [dtv/nv]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    outcome: allow
  - row: 10
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    keep: { rvig/rps: 20 years overbrengen }
    outcome: allow

  # Judgments.
  - row: 11
    from: rechtspraak/strafkamer
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: DV
    release: 1
    outcome: allow
  - row: 12
    from: ind/rwn
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: DV
    outcome: deny kind.not-allowed
  - row: 13
    from: om/parket
    to: [rvig/rps]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: O
    outcome: deny route.not-allowed
  - row: 14
    from: om/parket
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: DV
    outcome: deny basis.not-allowed
  - row: 15
    from: om/parket
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: SC
    outcome: deny classification.above-ceiling
  - row: 16
    from: om/parket
    to: [ind/rwn, kmar/vertrek]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: O
    outcome: deny route.not-allowed
  - row: 17
    why: its report comes through another exchange
    from: aivd/ct
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: DV
    outcome: deny kind.not-allowed
  - row: 18
    from: mivd/ct
    to: [ind/rwn]
    kind: vonnis
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: DV
    outcome: deny kind.not-allowed
  - row: 19
    from: om/parket
    to: [ind/rwn]
    kind: vonnis
    purpose: opsporing-en-vervolging
    basis: wjsg-art39f
    class: DV
    outcome: deny purpose.not-allowed

  # The decision, and who is told.
  - row: 20
    from: ind/rwn
    to: [rvig/rps, gemeente-den-haag/burgerzaken, kmar/vertrek, dtv/nv, politie/sirene]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    release: 2
    outcome: allow
  - row: 21
    from: ind/rwn
    to: [rvig/rps]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    release: 1
    outcome: deny release.required
  - row: 22
    from: ind/rwn
    to: [rvig/rps]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: wjsg-art39f
    class: O
    outcome: deny basis.not-allowed
  - row: 23
    from: ind/rwn
    to: [rvig/rps]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 24
    from: ind/rwn
    to: [om/parket]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    outcome: deny route.not-allowed
  - row: 25
    from: om/parket
    to: [rvig/rps]
    kind: voornemen
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    outcome: deny kind.not-allowed
  - row: 26
    from: ind/rwn
    to: [om/parket]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    outcome: deny route.not-allowed
  - row: 27
    from: om/parket
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    outcome: deny kind.not-allowed
  - row: 28
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    release: 1
    outcome: deny release.required
  - row: 29
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: vonnis, from: rechtspraak/strafkamer }
    outcome: allow
  - row: 30
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { kind: ambtsberichten/ambtsbericht, from: mivd/ct }
    outcome: allow
  - row: 31
    why: this article asks for a judgment
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: ambtsberichten/ambtsbericht }
    outcome: deny basis.not-allowed
  - row: 32
    why: a report to another
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { kind: ambtsberichten/ambtsbericht, to: [ind/nv] }
    outcome: deny basis.not-allowed
  - row: 33
    why: no judgment of its own
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: vonnis, from: ind/rwn, to: [rvig/rps] }
    outcome: deny basis.not-allowed
  - row: 34
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { kind: ambtsberichten/ambtsbericht, from: ind/rwn, to: [rvig/rps] }
    outcome: deny basis.not-allowed
  - row: 35
    from: ind/rwn
    to: [rvig/rps]
    kind: intrekkingsbesluit
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: vonnis, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # Where it stands.
  - row: 36
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    set: { details.stand: beroep, details.since: 2026-11-13 }
    release: 2
    outcome: allow
  - row: 37
    why: told in five working days
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    set: { details.since: 2026-11-12 }
    mends: [details.since]
    outcome: deny field.value
  - row: 38
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    set: { details.since: 2026-11-21 }
    mends: [details.since]
    outcome: deny field.value
  - row: 39
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    set: { details.since: 2026-11-20 }
    outcome: allow
  - row: 40
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    set: { details.stand: onherroepelijk }
    outcome: allow
  - row: 41
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    set: { details.stand: vernietigd }
    outcome: allow
  - row: 42
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    set: { details.stand: ingetrokken }
    outcome: allow
  - row: 43
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    set: { details.stand: onbekend }
    outcome: deny field.value
  - row: 44
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    unset: [details.stand]
    outcome: deny field.required
  - row: 45
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    release: 1
    outcome: deny release.required
  - row: 46
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 47
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 48
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { kind: voornemen }
    outcome: deny reply.unmatched
  - row: 49
    why: it decided no such thing
    from: ind/rwn
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    cites: { from: om/parket, to: [ind/rwn] }
    outcome: deny reply.unmatched
  - row: 50
    from: ind/rwn
    to: [om/parket]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    outcome: deny route.not-allowed
  - row: 51
    from: om/parket
    to: [rvig/rps]
    kind: stand
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    outcome: deny kind.not-allowed

  # Undone, to everyone who had it.
  - row: 52
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    release: 2
    told: [rvig/rps]
    outcome: allow
  - row: 53
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    release: 1
    outcome: deny release.required
  - row: 54
    why: it may say which, also one past its review
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: intrekkingsbesluit, set: { reviewBy: 2026-11-19 } }
    outcome: allow
  - row: 55
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: nothing
    outcome: allow
  - row: 56
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: vonnis, from: om/parket, to: [ind/rwn] }
    outcome: deny reply.unmatched
  - row: 57
    why: it decided no such thing
    from: ind/rwn
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-2
    class: O
    cites: { kind: intrekkingsbesluit, from: om/parket, to: [ind/rwn] }
    outcome: deny reply.unmatched
  - row: 58
    from: ind/rwn
    to: [om/parket]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    outcome: deny route.not-allowed
  - row: 59
    from: om/parket
    to: [rvig/rps]
    kind: herstel
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    outcome: deny kind.not-allowed
  - row: 60
    from: dtv/nv
    to: [kmar/vertrek]
    kind: forward
    purpose: intrekking-nederlanderschap
    basis: rwn-art14-4
    class: O
    original: { kind: intrekkingsbesluit, from: ind/rwn, purpose: intrekking-nederlanderschap, class: O }
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/notice-and-action.yaml",
            text: #"""
# Table tests of notice-and-action. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: notice-and-action
asOf: 2026-11-20T12:00:00Z

defaults:
  verzoek-tot-verwijdering:
    details.offenceMaximumYears: 5
    details.termsOfUse: artikel 4

rows:
  - row: 1
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.offenceMaximumYears: 5 }
    outcome: allow
  - row: 2
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.offenceMaximumYears: 2 }
    outcome: deny offence.below-threshold
  - row: 3
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    unset: [details.termsOfUse]
    outcome: deny field.required
  - row: 4
    from: nctv/analyse
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: wctnv
    class: O
    outcome: deny exchange.not-member
  - row: 5
    why: an order is not a request
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: tco-art3
    class: O
    outcome: deny basis.not-allowed
  - row: 6
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: allow
  - row: 7
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    outcome: deny classification.above-ceiling
  - row: 8
    from: politie/iru
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    set: { details.handling: H0 }
    outcome: allow

  - row: 9
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.offenceMaximumYears: 4 }
    release: 1
    keep: { hosting-a/abuse: 2 years vernietigen }
    outcome: allow
  - row: 10
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.offenceMaximumYears: 3 }
    outcome: deny offence.below-threshold
  - row: 11
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    unset: [details.offenceMaximumYears]
    outcome: deny field.required
  - row: 12
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.offenceMaximumYears: vier }
    outcome: deny field.value
  - row: 13
    why: no identity of a user
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.userName: iemand }
    outcome: deny field.forbidden
  - row: 14
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: nothing
    set: { details.novelCase: true }
    mends: [details.novelCase]
    outcome: deny reply.required
  - row: 15
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.novelCase: true }
    outcome: allow
  - row: 16
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: nothing
    set: { details.novelCase: false }
    outcome: allow
  - row: 17
    why: its own question
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: afstemming, from: politie/iru, to: [om/parket] }
    set: { details.novelCase: true }
    outcome: allow
  - row: 18
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: antwoord, from: hosting-a/abuse, to: [politie/iru] }
    set: { details.novelCase: true }
    mends: [details.novelCase]
    outcome: deny reply.unmatched
  - row: 19
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 20
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 21
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 22
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny basis.not-allowed
  - row: 23
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: opsporing-en-vervolging
    basis: politiewet-art3
    class: O
    outcome: deny purpose.not-allowed
  - row: 24
    from: politie/iru
    to: [om/parket]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 25
    from: politie/iru
    to: [europol/iru]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 26
    from: om/parket
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 27
    from: europol/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 28
    from: hosting-a/abuse
    to: [politie/iru]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed

  # What the host says.
  - row: 29
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    set: { details.outcome: verwijderd, details.reason: eigen voorwaarden }
    outcome: allow
  - row: 30
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    set: { details.outcome: geweigerd, details.reason: eigen voorwaarden }
    outcome: allow
  - row: 31
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.outcome: misschien }
    outcome: deny field.value
  - row: 32
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    release: 1
    outcome: allow
  - row: 33
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: SC
    outcome: deny classification.above-ceiling
  - row: 34
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny basis.not-allowed
  - row: 35
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 36
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: verzoek-tot-verwijdering, date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 37
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: verzoek-tot-verwijdering, from: hosting-a/abuse, to: [politie/iru] }
    outcome: deny reply.unmatched
  - row: 38
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: verzoek-tot-verwijdering, from: europol/iru }
    outcome: deny reply.unmatched
  - row: 39
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: bezwaar, from: politie/iru, to: [hosting-a/abuse] }
    outcome: deny reply.unmatched
  - row: 40
    from: hosting-a/abuse
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 41
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    cites: { kind: verzoek-tot-verwijdering }
    outcome: allow
  - row: 42
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: nothing
    release: 1
    outcome: allow
  - row: 43
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: SC
    outcome: deny classification.above-ceiling
  - row: 44
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny basis.not-allowed
  - row: 45
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: verzoek-tot-verwijdering, from: hosting-a/abuse, to: [politie/iru] }
    outcome: deny reply.unmatched
  - row: 46
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: verzoek-tot-verwijdering, from: europol/iru }
    outcome: deny reply.unmatched
  - row: 47
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    cites: { kind: antwoord, from: hosting-a/abuse, to: [politie/iru] }
    outcome: deny reply.unmatched
  - row: 48
    from: hosting-a/abuse
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 49
    from: hosting-a/abuse
    to: [om/parket]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 50
    from: hosting-a/abuse
    to: [europol/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 51
    from: om/parket
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 52
    from: europol/iru
    to: [politie/iru]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 53
    from: politie/iru
    to: [hosting-a/abuse]
    kind: antwoord
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 54
    from: hosting-a/abuse
    to: [om/parket]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 55
    from: hosting-a/abuse
    to: [europol/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 56
    from: om/parket
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 57
    from: europol/iru
    to: [politie/iru]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 58
    from: politie/iru
    to: [hosting-a/abuse]
    kind: bezwaar
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed

  # With the prosecution service, and with Europol.
  - row: 59
    from: politie/iru
    to: [om/parket]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    release: 1
    outcome: allow
  - row: 60
    from: politie/iru
    to: [om/parket]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: SC
    outcome: deny classification.above-ceiling
  - row: 61
    from: politie/iru
    to: [om/parket]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 62
    from: politie/iru
    to: [om/parket]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 63
    from: om/parket
    to: [politie/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    release: 1
    outcome: allow
  - row: 64
    from: om/parket
    to: [politie/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: SC
    outcome: deny classification.above-ceiling
  - row: 65
    from: om/parket
    to: [politie/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    outcome: deny basis.not-allowed
  - row: 66
    from: om/parket
    to: [politie/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 67
    from: politie/iru
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    release: 1
    outcome: allow
  - row: 68
    from: politie/iru
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: SC
    outcome: deny classification.above-ceiling
  - row: 69
    from: politie/iru
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 70
    from: politie/iru
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 71
    from: europol/iru
    to: [politie/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    release: 1
    outcome: allow
  - row: 72
    from: europol/iru
    to: [politie/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: SC
    outcome: deny classification.above-ceiling
  - row: 73
    from: europol/iru
    to: [politie/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 74
    from: europol/iru
    to: [politie/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 75
    from: politie/iru
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: DV
    set: { details.handling: H9 }
    mends: [details.handling]
    outcome: deny field.value
  - row: 76
    from: politie/iru
    to: [hosting-a/abuse]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 77
    from: om/parket
    to: [hosting-a/abuse]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 78
    from: politie/iru
    to: [europol/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 79
    from: om/parket
    to: [europol/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny route.not-allowed
  - row: 80
    from: hosting-a/abuse
    to: [politie/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 81
    from: hosting-a/abuse
    to: [om/parket]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 82
    from: europol/iru
    to: [politie/iru]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 83
    from: europol/iru
    to: [om/parket]
    kind: afstemming
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 84
    from: politie/iru
    to: [hosting-a/abuse]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny route.not-allowed
  - row: 85
    from: europol/iru
    to: [hosting-a/abuse]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny route.not-allowed
  - row: 86
    from: politie/iru
    to: [om/parket]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny route.not-allowed
  - row: 87
    from: europol/iru
    to: [om/parket]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny route.not-allowed
  - row: 88
    from: hosting-a/abuse
    to: [politie/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny kind.not-allowed
  - row: 89
    from: hosting-a/abuse
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny kind.not-allowed
  - row: 90
    from: om/parket
    to: [politie/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny kind.not-allowed
  - row: 91
    from: om/parket
    to: [europol/iru]
    kind: doorverwijzing
    purpose: verwijdering-strafbare-inhoud
    basis: europol-art19
    class: O
    outcome: deny kind.not-allowed

  # Not passed on.
  - row: 92
    from: politie/iru
    to: [politie/cter]
    kind: forward
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    original: { kind: antwoord, from: hosting-a/abuse, purpose: verwijdering-strafbare-inhoud, class: O }
    outcome: deny onward.forbidden
  - row: 93
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 94
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verzoek-tot-verwijdering
    purpose: verwijdering-strafbare-inhoud
    basis: politiewet-art3
    class: O
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/partnerdiensten.yaml",
            text: #"""
# Table tests of partnerdiensten. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: partnerdiensten
asOf: 2026-11-20T12:00:00Z

defaults:
  inlichtingenbericht:
    details.humanRights: { assessment: positief, validUntil: 2027-03-01 }
  verzoek:
    details.humanRights: { assessment: positief, validUntil: 2027-03-01 }
  antwoord:
    details.humanRights: { assessment: positief, validUntil: 2027-03-01 }

rows:
  - row: 1
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    outcome: allow
  - row: 2
    why: past the liaison
    from: aivd/ct
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    outcome: deny route.not-allowed
  - row: 3
    why: the weighing note has lapsed
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.humanRights.validUntil: 2026-11-19 }
    outcome: deny human-rights.lapsed
  - row: 4
    from: aivd/liaison
    to: [om/lovj]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    original: { kind: inlichtingenbericht, from: dienst-x/ct, purpose: nationale-veiligheid, class: SC }
    outcome: deny consent.required
  - row: 5
    from: dienst-x/ct
    to: [aivd/liaison]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    unset: [details.humanRights]
    outcome: allow
  - row: 6
    from: mivd/ct
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.unevaluated: "true" }
    release: 1
    mends: [details.unevaluated]
    outcome: deny release.required
  - row: 7
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SZG
    outcome: deny classification.above-ceiling
  - row: 8
    from: politie/cter
    to: [dienst-x/ct]
    kind: verzoek
    purpose: nationale-veiligheid
    basis: wpg-art17a
    class: DV
    outcome: deny exchange.not-member

  # Through the gates, both ways.
  - row: 9
    from: mivd/ct
    to: [dienst-x/ct]
    kind: verzoek
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    keep: { dienst-x/ct: 20 years overbrengen }
    outcome: allow
  - row: 10
    from: mivd/ct
    to: [dienst-x/ct]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    outcome: allow
  - row: 11
    from: dienst-x/ct
    to: [mivd/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    unset: [details.humanRights]
    outcome: allow
  - row: 12
    why: past the liaison
    from: dienst-x/ct
    to: [aivd/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    outcome: deny route.not-allowed
  - row: 13
    from: aivd/ct
    to: [aivd/liaison]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    unset: [details.humanRights]
    outcome: allow
  - row: 14
    from: aivd/liaison
    to: [aivd/ct]
    kind: verzoek
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    unset: [details.humanRights]
    outcome: allow
  - row: 15
    why: between the two services goes another way
    from: aivd/ct
    to: [mivd/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    outcome: deny route.not-allowed
  - row: 16
    from: mivd/ct
    to: [aivd/liaison]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    outcome: deny route.not-allowed
  - row: 17
    from: mivd/ct
    to: [aivd/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    outcome: deny route.not-allowed
  - row: 18
    from: aivd/liaison
    to: [mivd/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art88
    class: SG
    outcome: deny route.not-allowed
  - row: 19
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: SG
    outcome: deny basis.not-allowed
  - row: 20
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art89
    class: SG
    outcome: deny purpose.not-allowed
  - row: 21
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: rapport
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    outcome: deny kind.not-allowed

  # What every message has.
  - row: 22
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { markings: [] }
    outcome: deny marking.required
  - row: 23
    why: inside, too
    from: aivd/ct
    to: [aivd/liaison]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { markings: [geen-bewijs] }
    outcome: deny marking.required
  - row: 24
    why: the last day of the weighing note
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.humanRights.validUntil: 2026-11-20 }
    outcome: allow
  - row: 25
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.humanRights.assessment: negatief }
    outcome: deny human-rights.negative
  - row: 26
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    unset: [details.humanRights]
    outcome: deny field.required
  - row: 27
    from: aivd/liaison
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 28
    from: mivd/ct
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.unevaluated: "true" }
    release: 2
    outcome: allow
  - row: 29
    why: evaluated
    from: mivd/ct
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    set: { details.unevaluated: "false", details.evaluation: { source: B, information: 2 } }
    release: 1
    outcome: allow
  - row: 30
    from: mivd/ct
    to: [dienst-x/ct]
    kind: inlichtingenbericht
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    release: 1
    outcome: allow
  - row: 31
    from: dienst-x/ct
    to: [aivd/liaison]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    cites: nothing
    outcome: deny reply.required
  - row: 32
    why: mivd asked
    from: dienst-x/ct
    to: [aivd/liaison]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    cites: { from: mivd/ct }
    outcome: deny reply.unmatched
  - row: 33
    why: its own question
    from: dienst-x/ct
    to: [aivd/liaison]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    cites: { from: dienst-x/ct, to: [aivd/liaison] }
    outcome: deny reply.unmatched
  - row: 34
    why: it is no question
    from: dienst-x/ct
    to: [aivd/liaison]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    cites: { kind: inlichtingenbericht, from: aivd/liaison }
    outcome: deny reply.unmatched
  - row: 35
    from: dienst-x/ct
    to: [aivd/liaison]
    kind: antwoord
    purpose: nationale-veiligheid
    basis: wiv2017-art89
    class: SG
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # Onward: with the originator's consent, nationally too; some never.
  - row: 36
    from: aivd/liaison
    to: [om/lovj]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: SC
      consents: [{ mailbox: om/lovj, purpose: nationale-veiligheid }]
    outcome: allow
  - row: 37
    why: it consented to this purpose
    from: aivd/liaison
    to: [nctv/analyse]
    kind: forward
    purpose: informeren-over-dreiging
    basis: wiv2017-art62
    class: SC
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: SC
      consents: [{ mailbox: nctv/analyse, purpose: informeren-over-dreiging }]
    outcome: allow
  - row: 38
    why: inside the service, too
    from: aivd/liaison
    to: [aivd/ct]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    original: { kind: inlichtingenbericht, from: dienst-x/ct, purpose: nationale-veiligheid, class: SC, markings: [] }
    outcome: deny consent.required
  - row: 39
    from: aivd/liaison
    to: [om/lovj]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art62
    class: SC
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: SC
      consents: [{ mailbox: om/lovj, purpose: opsporing-en-vervolging }]
    outcome: deny onward.forbidden
  - row: 40
    from: aivd/liaison
    to: [om/irc]
    kind: forward
    purpose: strafvordering
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: om/irc, purpose: strafvordering }]
    outcome: deny onward.forbidden
  - row: 41
    from: aivd/liaison
    to: [politie/cter]
    kind: forward
    purpose: aanhouding
    basis: wiv2017-art62
    class: SC
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: SC
      consents: [{ mailbox: politie/cter, purpose: aanhouding }]
    outcome: deny onward.forbidden
  - row: 42
    from: aivd/liaison
    to: [politie/cter]
    kind: forward
    purpose: persoonsgerichte-aanpak
    basis: wiv2017-art62
    class: SC
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: SC
      consents: [{ mailbox: politie/cter, purpose: persoonsgerichte-aanpak }]
    outcome: deny onward.forbidden
  - row: 43
    from: aivd/liaison
    to: [politie/cter]
    kind: forward
    purpose: veilige-detentie-en-re-integratie
    basis: wiv2017-art62
    class: SC
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: SC
      consents: [{ mailbox: politie/cter, purpose: veilige-detentie-en-re-integratie }]
    outcome: deny onward.forbidden
  - row: 44
    from: aivd/liaison
    to: [dtv/nv]
    kind: forward
    purpose: vertrek
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: dtv/nv, purpose: vertrek }]
    outcome: deny onward.forbidden
  - row: 45
    from: aivd/liaison
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: gemeente-den-haag/casus, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 46
    from: aivd/liaison
    to: [gemeente-rotterdam/casus]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: gemeente-rotterdam/casus, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 47
    from: aivd/liaison
    to: [zvh-haaglanden/procesregie]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: zvh-haaglanden/procesregie, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 48
    from: aivd/liaison
    to: [dji/mar]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: dji/mar, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 49
    from: aivd/liaison
    to: [bank-a/tf]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: bank-a/tf, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 50
    from: aivd/liaison
    to: [hosting-a/abuse]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: O
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: O
      consents: [{ mailbox: hosting-a/abuse, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 51
    from: aivd/liaison
    to: [luchtvaart-a/pnr]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: O
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: O
      consents: [{ mailbox: luchtvaart-a/pnr, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 52
    from: aivd/liaison
    to: [marktdeelnemer-a/meldingen]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: O
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: O
      consents: [{ mailbox: marktdeelnemer-a/meldingen, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 53
    from: aivd/liaison
    to: [zorgaanbieder-a/casus]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: O
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: O
      consents: [{ mailbox: zorgaanbieder-a/casus, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 54
    from: aivd/liaison
    to: [kennisinstelling-a/osint]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: O
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: O
      consents: [{ mailbox: kennisinstelling-a/osint, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 55
    from: aivd/liaison
    to: [mma/meldingen]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: O
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: O
      consents: [{ mailbox: mma/meldingen, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 56
    from: aivd/liaison
    to: [europol/siena]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: europol/siena, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 57
    from: aivd/liaison
    to: [land-y/politie]
    kind: forward
    purpose: nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: inlichtingenbericht
      from: dienst-x/ct
      purpose: nationale-veiligheid
      class: DV
      consents: [{ mailbox: land-y/politie, purpose: nationale-veiligheid }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/pi-nl.yaml",
            text: #"""
# Table tests of pi-nl. What a row leaves out is as the kind asks. Rows 1 to 9 are those of the specification, the
# others were added by hand so that each rule has a row that fails without it.

exchange: pi-nl
asOf: 2026-11-20T12:00:00Z

defaults:
  vordering:
    details.requested: [naam, vlucht]
  verstrekking:
    details.provided: [naam, vlucht]
    details.necessity: strikt noodzakelijk voor de identificatie
    details.dataDate: 2026-11-01
    details.depersonalised: "false"
  matchmelding:
    details.humanReviewed: "true"
  weigering:
    details.ground: niet-noodzakelijk
  uitwisseling:
    details.necessity: strikt noodzakelijk

rows:
  - row: 1
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.requested: [naam, vlucht] }
    outcome: allow
  - row: 2
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.provided: [naam, vlucht, betaling] }
    cites: { set: { details.requested: [naam, vlucht] } }
    outcome: deny reply.exceeds-request
  - row: 3
    why: answers politie's vordering
    from: pinl/verstrekking
    to: [kmar/tcb]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { from: politie/cter }
    outcome: deny reply.unmatched
  - row: 4
    from: aivd/ct
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: wiv2017-art39
    class: DV
    outcome: deny exchange.not-member
  - row: 5
    from: kmar/tcb
    to: [pinl/verstrekking]
    kind: vordering
    purpose: vreemdelingentoezicht
    basis: pnrwet-vordering
    class: DV
    outcome: deny purpose.not-allowed
  - row: 6
    from: pinl/verstrekking
    to: [politie/cter]
    kind: matchmelding
    purpose: terroristisch-misdrijf
    basis: pnrwet-vergelijking
    class: DV
    set: { details.humanReviewed: "false" }
    outcome: deny field.value
  - row: 7
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-03-20, details.depersonalised: "false" }
    outcome: deny field.value
  - row: 8
    from: pinl/fg
    to: [nctv/beleid]
    kind: jaarverslag
    purpose: verantwoording
    basis: pnrwet-fg
    class: O
    outcome: allow
  - row: 9
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow

  # The same provision with a decision to release, or depersonalised.
  - row: 10
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-03-20, details.depersonalised: "false" }
    cites: [{ kind: vordering }, { kind: vrijgavebesluit }]
    outcome: allow
  - row: 11
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-03-20, details.depersonalised: "true" }
    keep: { om/parket: 5 years vernietigen }
    outcome: allow
  - row: 12
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-05-21, details.depersonalised: "false" }
    outcome: allow
  - row: 13
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 14
    why: one demand, not two
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    cites: [{ kind: vordering }, { kind: vordering }]
    outcome: deny reply.exceeds-request
  - row: 15
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.urgency: spoed, respondBy: 2026-11-20T16:00:01Z }
    outcome: deny term.too-long
  - row: 16
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.urgency: spoed, respondBy: 2026-11-20T16:00:00Z }
    outcome: allow
  - row: 17
    why: five working days after a Friday
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.urgency: gewoon, respondBy: 2026-11-27 }
    outcome: allow
  - row: 18
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.urgency: gewoon, respondBy: 2026-11-28 }
    outcome: deny term.too-long
  - row: 19
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    case: { id: PNR-1 }
    original: { kind: verstrekking, from: pinl/verstrekking, purpose: terroristisch-misdrijf, class: DV, case: PNR-1 }
    outcome: allow
  - row: 20
    why: om/parket does not work this case
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    case: { id: PNR-1, without: [om/parket] }
    original: { kind: verstrekking, from: pinl/verstrekking, purpose: terroristisch-misdrijf, class: DV, case: PNR-1 }
    outcome: deny onward.forbidden
  - row: 21
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    release: 1
    outcome: deny release.required
  - row: 22
    why: without urgency it is urgent
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { respondBy: 2026-11-27 }
    outcome: deny term.too-long

  # Carriers deliver.
  - row: 23
    from: luchtvaart-a/pnr
    to: [pinl/verstrekking]
    kind: aanlevering
    purpose: terroristisch-misdrijf
    basis: pnr-art8
    class: O
    set: { details.subjects: 180 }
    outcome: allow
  - row: 24
    from: luchtvaart-a/pnr
    to: [pinl/verstrekking]
    kind: aanlevering
    purpose: ernstige-criminaliteit
    basis: pnr-art8
    class: DV
    keep: { pinl/verstrekking: 5 years vernietigen }
    outcome: allow
  - row: 25
    from: luchtvaart-a/pnr
    to: [pinl/verstrekking]
    kind: aanlevering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: O
    outcome: deny basis.not-allowed
  - row: 26
    from: luchtvaart-a/pnr
    to: [pinl/verstrekking]
    kind: aanlevering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: O
    outcome: deny basis.not-allowed
  - row: 27
    from: luchtvaart-a/pnr
    to: [politie/cter]
    kind: aanlevering
    purpose: terroristisch-misdrijf
    basis: pnr-art8
    class: O
    outcome: deny route.not-allowed
  - row: 28
    from: pinl/verstrekking
    to: [pinl/verstrekking]
    kind: aanlevering
    purpose: terroristisch-misdrijf
    basis: pnr-art8
    class: O
    outcome: deny kind.not-allowed
  - row: 29
    why: no name in a header
    from: luchtvaart-a/pnr
    to: [pinl/verstrekking]
    kind: aanlevering
    purpose: terroristisch-misdrijf
    basis: pnr-art8
    class: O
    set: { subject: vlucht 123 }
    outcome: deny field.forbidden
  - row: 30
    from: luchtvaart-a/pnr
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnr-art8
    class: O
    outcome: deny kind.not-allowed

  # Competent authorities demand.
  - row: 31
    from: kmar/tcb
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: allow
  - row: 32
    from: om/parket
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    release: 1
    outcome: allow
  - row: 33
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.requested: [betaling, bagage, reisgezelschap, contact] }
    outcome: allow
  - row: 34
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny basis.not-allowed
  - row: 35
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: terroristisch-misdrijf
    basis: pnr-art8
    class: DV
    outcome: deny basis.not-allowed
  - row: 36
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnr-art8
    class: DV
    outcome: deny basis.not-allowed
  - row: 37
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: SC
    outcome: deny classification.above-ceiling
  - row: 38
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    unset: [details.requested]
    outcome: deny field.required
  - row: 39
    from: fiod/tf
    to: [pinl/verstrekking]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.requested: [geloof] }
    outcome: deny field.value
  - row: 40
    from: pinl/verstrekking
    to: [politie/cter]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: deny kind.not-allowed
  - row: 41
    from: fiod/tf
    to: [om/parket]
    kind: vordering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 42
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vordering
    purpose: belastingheffing
    basis: pnrwet-vordering
    class: DV
    outcome: deny purpose.not-allowed

  # The unit provides to who demanded, what is strictly necessary.
  - row: 43
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-11-20 }
    outcome: allow
  - row: 44
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.provided: [betaling, bagage, reisgezelschap, contact] }
    cites: { set: { details.requested: [betaling, bagage, reisgezelschap, contact] } }
    outcome: allow
  - row: 45
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny basis.not-allowed
  - row: 46
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny basis.not-allowed
  - row: 47
    from: pinl/verstrekking
    to: [europol/siena]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 48
    from: kmar/tcb
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny kind.not-allowed
  - row: 49
    why: to who demanded
    from: pinl/verstrekking
    to: [politie/cter, kmar/tcb]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 50
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    unset: [details.necessity]
    outcome: deny field.required
  - row: 51
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.necessity: "" }
    outcome: deny field.value
  - row: 52
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-11-21 }
    outcome: deny field.value
  - row: 53
    why: six months, to the day
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-05-20 }
    outcome: deny field.value
  - row: 54
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    unset: [details.dataDate]
    outcome: deny field.required
  - row: 55
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    unset: [details.depersonalised]
    outcome: deny field.required
  - row: 56
    why: what is provided is not said
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    unset: [details.provided]
    outcome: deny reply.exceeds-request
  - row: 57
    why: its own demand
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { from: pinl/verstrekking, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 58
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 59
    why: a match is no demand
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { kind: matchmelding, from: pinl/verstrekking, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 60
    why: a request for release is no release
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-03-20 }
    cites: [{ kind: vordering }, { kind: vrijgaveverzoek, from: pinl/verstrekking, to: [om/parket] }]
    outcome: deny reply.unmatched
  - row: 61
    why: a release of its own
    from: pinl/verstrekking
    to: [om/parket]
    kind: verstrekking
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.dataDate: 2026-03-20 }
    cites: [{ kind: vordering }, { kind: vrijgavebesluit, from: pinl/verstrekking, to: [om/parket] }]
    outcome: deny reply.unmatched
  - row: 62
    from: pinl/verstrekking
    to: [politie/cter]
    kind: matchmelding
    purpose: terroristisch-misdrijf
    basis: pnrwet-vergelijking
    class: DV
    outcome: allow
  - row: 63
    from: pinl/verstrekking
    to: [kmar/tcb]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    outcome: allow
  - row: 64
    from: pinl/verstrekking
    to: [kmar/tcb]
    kind: matchmelding
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny basis.not-allowed
  - row: 65
    from: pinl/verstrekking
    to: [kmar/tcb]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: deny basis.not-allowed
  - row: 66
    from: pinl/verstrekking
    to: [kmar/tcb]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    unset: [details.humanReviewed]
    outcome: deny field.required
  - row: 67
    from: pinl/verstrekking
    to: [kmar/tcb, politie/cter]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny route.not-allowed
  - row: 68
    from: pinl/verstrekking
    to: [europol/siena]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny route.not-allowed
  - row: 69
    from: kmar/tcb
    to: [politie/cter]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny kind.not-allowed
  - row: 70
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.ground: niet-bevoegd }
    outcome: allow
  - row: 71
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    set: { details.ground: onvolledig }
    outcome: allow
  - row: 72
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.ground: buiten-doel }
    outcome: allow
  - row: 73
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    unset: [details.ground]
    outcome: deny field.required
  - row: 74
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    set: { details.ground: geen-tijd }
    outcome: deny field.value
  - row: 75
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 76
    why: kmar demanded
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { from: kmar/tcb }
    outcome: deny reply.unmatched
  - row: 77
    why: one demand, not two
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: [{ kind: vordering }, { kind: vordering }]
    outcome: deny reply.unmatched
  - row: 78
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { from: pinl/verstrekking, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 79
    from: pinl/verstrekking
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 80
    from: pinl/verstrekking
    to: [politie/cter, kmar/tcb]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 81
    from: pinl/verstrekking
    to: [europol/siena]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 82
    from: kmar/tcb
    to: [politie/cter]
    kind: weigering
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny kind.not-allowed

  # Full data after six months: the prosecution service decides.
  - row: 83
    from: pinl/verstrekking
    to: [om/parket]
    kind: vrijgaveverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: allow
  - row: 84
    from: pinl/verstrekking
    to: [om/parket]
    kind: vrijgaveverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: allow
  - row: 85
    from: pinl/verstrekking
    to: [politie/cter]
    kind: vrijgaveverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 86
    from: politie/cter
    to: [om/parket]
    kind: vrijgaveverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: deny kind.not-allowed
  - row: 87
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    release: 2
    outcome: allow
  - row: 88
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: allow
  - row: 89
    from: om/parket
    to: [politie/cter]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny route.not-allowed
  - row: 90
    from: politie/cter
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny kind.not-allowed
  - row: 91
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 92
    why: it asked itself
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { from: om/parket, to: [pinl/verstrekking] }
    outcome: deny reply.unmatched
  - row: 93
    why: the unit did not ask
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { from: politie/cter }
    outcome: deny reply.unmatched
  - row: 94
    why: two at once
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: [{ kind: vrijgaveverzoek }, { kind: vrijgaveverzoek }]
    outcome: deny reply.unmatched
  - row: 95
    from: om/parket
    to: [pinl/verstrekking]
    kind: vrijgavebesluit
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # With other units and Europol.
  - row: 96
    from: pinl/verstrekking
    to: [europol/siena]
    kind: uitwisselverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 97
    from: piu-de/verstrekking
    to: [pinl/verstrekking]
    kind: uitwisselverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 98
    from: pinl/verstrekking
    to: [piu-de/verstrekking, europol/siena]
    kind: uitwisselverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 99
    from: piu-de/verstrekking
    to: [europol/siena]
    kind: uitwisselverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 100
    from: pinl/verstrekking
    to: [politie/cter]
    kind: uitwisselverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 101
    from: politie/cter
    to: [pinl/verstrekking]
    kind: uitwisselverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny kind.not-allowed
  - row: 102
    why: past the unit
    from: politie/cter
    to: [piu-de/verstrekking]
    kind: uitwisselverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny kind.not-allowed
  - row: 103
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisselverzoek
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    outcome: deny basis.not-allowed
  - row: 104
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisselverzoek
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    outcome: deny basis.not-allowed
  - row: 105
    from: europol/siena
    to: [pinl/verstrekking]
    kind: uitwisseling
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 106
    from: piu-de/verstrekking
    to: [pinl/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 107
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: allow
  - row: 108
    from: pinl/verstrekking
    to: [piu-de/verstrekking, europol/siena]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 109
    from: piu-de/verstrekking
    to: [europol/siena]
    kind: uitwisseling
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 110
    from: pinl/verstrekking
    to: [politie/cter]
    kind: uitwisseling
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny route.not-allowed
  - row: 111
    from: politie/cter
    to: [pinl/verstrekking]
    kind: uitwisseling
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny kind.not-allowed
  - row: 112
    from: politie/cter
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny kind.not-allowed
  - row: 113
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    unset: [details.necessity]
    outcome: deny field.required
  - row: 114
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 115
    why: Europol asked
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    cites: { from: europol/siena }
    outcome: deny reply.unmatched
  - row: 116
    why: its own question
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    cites: { from: pinl/verstrekking, to: [piu-de/verstrekking] }
    outcome: deny reply.unmatched
  - row: 117
    why: two at once
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    cites: [{ kind: uitwisselverzoek }, { kind: uitwisselverzoek }]
    outcome: deny reply.unmatched
  - row: 118
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed

  # The officer accounts for it.
  - row: 119
    from: pinl/fg
    to: [nctv/beleid]
    kind: jaarverslag
    purpose: verantwoording
    basis: pnrwet-vordering
    class: O
    outcome: deny basis.not-allowed
  - row: 120
    from: pinl/fg
    to: [politie/cter]
    kind: jaarverslag
    purpose: verantwoording
    basis: pnrwet-fg
    class: O
    outcome: deny route.not-allowed
  - row: 121
    from: pinl/verstrekking
    to: [nctv/beleid]
    kind: jaarverslag
    purpose: verantwoording
    basis: pnrwet-fg
    class: O
    outcome: deny kind.not-allowed
  - row: 122
    why: it is about no person
    from: pinl/fg
    to: [nctv/beleid]
    kind: jaarverslag
    purpose: verantwoording
    basis: pnrwet-fg
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 123
    from: pinl/fg
    to: [nctv/beleid]
    kind: jaarverslag
    purpose: terroristisch-misdrijf
    basis: pnrwet-fg
    class: O
    outcome: deny purpose.not-allowed
  - row: 124
    from: pinl/verstrekking
    to: [politie/cter]
    kind: matchmelding
    purpose: verantwoording
    basis: pnrwet-fg
    class: O
    outcome: deny purpose.not-allowed
  - row: 125
    from: pinl/verstrekking
    to: [politie/cter]
    kind: matchmelding
    purpose: ernstige-criminaliteit
    basis: pnrwet-piu
    class: DV
    outcome: deny basis.not-allowed
  - row: 126
    from: pinl/verstrekking
    to: [piu-de/verstrekking]
    kind: uitwisseling
    purpose: terroristisch-misdrijf
    basis: pnrwet-vergelijking
    class: DV
    outcome: deny basis.not-allowed
  - row: 127
    from: pinl/verstrekking
    to: [politie/cter]
    kind: verstrekking
    purpose: terroristisch-misdrijf
    basis: pnrwet-piu
    class: DV
    outcome: deny basis.not-allowed

  # Onward: to who works the same case, for the same purpose.
  - row: 128
    from: politie/cter
    to: [kmar/tcb]
    kind: forward
    purpose: ernstige-criminaliteit
    basis: pnrwet-vergelijking
    class: DV
    case: { id: PNR-1 }
    original: { kind: matchmelding, from: pinl/verstrekking, purpose: ernstige-criminaliteit, class: DV, case: PNR-1 }
    outcome: allow
  - row: 129
    why: another purpose
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: ernstige-criminaliteit
    basis: pnrwet-vordering
    class: DV
    case: { id: PNR-1 }
    original: { kind: verstrekking, from: pinl/verstrekking, purpose: terroristisch-misdrijf, class: DV, case: PNR-1 }
    outcome: deny onward.forbidden
  - row: 130
    why: another basis
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: terroristisch-misdrijf
    basis: wpg-art16
    class: DV
    case: { id: PNR-1 }
    original: { kind: verstrekking, from: pinl/verstrekking, purpose: terroristisch-misdrijf, class: DV, case: PNR-1 }
    outcome: deny onward.forbidden
  - row: 131
    why: abroad only through the unit
    from: politie/cter
    to: [europol/siena]
    kind: forward
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    case: { id: PNR-1 }
    original: { kind: verstrekking, from: pinl/verstrekking, purpose: terroristisch-misdrijf, class: DV, case: PNR-1 }
    outcome: deny onward.forbidden
  - row: 132
    why: a refusal is for who demanded
    from: politie/cter
    to: [om/parket]
    kind: forward
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    case: { id: PNR-1 }
    original: { kind: weigering, from: pinl/verstrekking, purpose: terroristisch-misdrijf, class: DV, case: PNR-1 }
    outcome: deny onward.forbidden
  - row: 133
    from: pinl/verstrekking
    to: [politie/cter]
    kind: forward
    purpose: terroristisch-misdrijf
    basis: pnrwet-vordering
    class: DV
    case: { id: PNR-1 }
    original:
      kind: verstrekking
      from: pinl/verstrekking
      to: [kmar/tcb]
      forwardedTo: [pinl/verstrekking]
      purpose: terroristisch-misdrijf
      class: DV
      case: PNR-1
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/precursoren.yaml",
            text: #"""
# Table tests of precursoren. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: precursoren
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: allow
  - row: 2
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: { kind: verdachte-transactie }
    outcome: allow
  - row: 3
    from: marktdeelnemer-a/meldingen
    to: [politie/cter]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 4
    from: fiod/mvtc
    to: [marktdeelnemer-a/meldingen]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 5
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: { kind: vergunningsverificatie }
    outcome: allow
  - row: 6
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny classification.above-ceiling
  - row: 7
    from: fiod/mvtc
    to: [aivd/ct]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny exchange.not-member
  - row: 8
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: marktonderzoek
    basis: eu2019-1148-art9
    class: O
    outcome: deny purpose.not-allowed

  # Reports, to the contact point alone, and open.
  - row: 9
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    release: 1
    keep: { fiod/mvtc: 3 years vernietigen, marktdeelnemer-a/meldingen: 3 years vernietigen }
    outcome: allow
  - row: 10
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny classification.above-ceiling
  - row: 11
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: avg-art6-1e
    class: O
    outcome: deny basis.not-allowed
  - row: 12
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 13
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 14
    from: marktdeelnemer-a/meldingen
    to: [ilt/precursoren]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 15
    from: marktdeelnemer-a/meldingen
    to: [marktdeelnemer-a/meldingen]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 16
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc, ilt/precursoren]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 17
    from: fiod/mvtc
    to: [politie/cter]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 18
    from: ilt/precursoren
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 19
    from: politie/cter
    to: [fiod/mvtc]
    kind: verdachte-transactie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 20
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    release: 1
    outcome: allow
  - row: 21
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny classification.above-ceiling
  - row: 22
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 23
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 24
    from: marktdeelnemer-a/meldingen
    to: [politie/cter]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 25
    from: marktdeelnemer-a/meldingen
    to: [ilt/precursoren]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 26
    from: marktdeelnemer-a/meldingen
    to: [marktdeelnemer-a/meldingen]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 27
    from: fiod/mvtc
    to: [politie/cter]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 28
    from: ilt/precursoren
    to: [fiod/mvtc]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 29
    from: politie/cter
    to: [fiod/mvtc]
    kind: vermissing
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed

  # What the contact point passes on names the report.
  - row: 30
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: { kind: verdachte-transactie, from: marktdeelnemer-a/meldingen, to: [fiod/mvtc] }
    outcome: allow
  - row: 31
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    release: 1
    cites: { kind: vermissing }
    outcome: allow
  - row: 32
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: [{ kind: verdachte-transactie }, { kind: vermissing }]
    outcome: allow
  - row: 33
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: SC
    outcome: deny classification.above-ceiling
  - row: 34
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 35
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: { kind: verdachte-transactie, date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 36
    why: not its report
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: { kind: verdachte-transactie, to: [ilt/precursoren] }
    outcome: deny reply.unmatched
  - row: 37
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: { kind: voorlichting, from: fiod/mvtc, to: [marktdeelnemer-a/meldingen] }
    outcome: deny reply.unmatched
  - row: 38
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    cites: { kind: vergunningsverificatie, from: ilt/precursoren }
    outcome: deny reply.unmatched
  - row: 39
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: avg-art6-1e
    class: DV
    outcome: deny basis.not-allowed
  - row: 40
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 41
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 42
    from: fiod/mvtc
    to: [ilt/precursoren]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny route.not-allowed
  - row: 43
    from: fiod/mvtc
    to: [fiod/mvtc]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 44
    from: marktdeelnemer-a/meldingen
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 45
    from: ilt/precursoren
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny kind.not-allowed
  - row: 46
    from: politie/cter
    to: [fiod/mvtc]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny kind.not-allowed

  # Is this permit valid: yes or no.
  - row: 47
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: { kind: vergunningsverificatie, from: marktdeelnemer-a/meldingen, to: [ilt/precursoren] }
    outcome: allow
  - row: 48
    why: a question answers nothing
    from: marktdeelnemer-a/meldingen
    to: [ilt/precursoren]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: nothing
    outcome: allow
  - row: 49
    from: marktdeelnemer-a/meldingen
    to: [ilt/precursoren]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    release: 1
    outcome: allow
  - row: 50
    from: marktdeelnemer-a/meldingen
    to: [ilt/precursoren]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny classification.above-ceiling
  - row: 51
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.valid: "false" }
    outcome: allow
  - row: 52
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.valid: misschien }
    outcome: deny field.value
  - row: 53
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 54
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: { kind: vergunningsverificatie, date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 55
    why: its own answer is no question
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: { kind: vergunningsverificatie, from: ilt/precursoren, to: [marktdeelnemer-a/meldingen] }
    outcome: deny reply.unmatched
  - row: 56
    why: asked of another
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: { kind: vergunningsverificatie, to: [fiod/mvtc] }
    outcome: deny reply.unmatched
  - row: 57
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: { kind: voorlichting, from: marktdeelnemer-a/meldingen }
    outcome: deny reply.unmatched
  - row: 58
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    cites: [{ kind: vergunningsverificatie }, { kind: vergunningsverificatie }]
    outcome: deny reply.unmatched
  - row: 59
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 60
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 61
    from: ilt/precursoren
    to: [politie/cter]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny route.not-allowed
  - row: 62
    from: ilt/precursoren
    to: [fiod/mvtc]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny route.not-allowed
  - row: 63
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 64
    from: marktdeelnemer-a/meldingen
    to: [politie/cter]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 65
    from: marktdeelnemer-a/meldingen
    to: [marktdeelnemer-a/meldingen]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 66
    from: ilt/precursoren
    to: [ilt/precursoren]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 67
    from: fiod/mvtc
    to: [ilt/precursoren]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 68
    from: politie/cter
    to: [ilt/precursoren]
    kind: vergunningsverificatie
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed

  # What to look out for, without persons.
  - row: 69
    from: fiod/mvtc
    to: [marktdeelnemer-a/meldingen]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    release: 1
    outcome: allow
  - row: 70
    from: ilt/precursoren
    to: [marktdeelnemer-a/meldingen]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: allow
  - row: 71
    from: fiod/mvtc
    to: [marktdeelnemer-a/meldingen]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    outcome: deny classification.above-ceiling
  - row: 72
    from: fiod/mvtc
    to: [marktdeelnemer-a/meldingen]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 73
    from: fiod/mvtc
    to: [politie/cter]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 74
    from: fiod/mvtc
    to: [ilt/precursoren]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 75
    from: ilt/precursoren
    to: [fiod/mvtc]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny route.not-allowed
  - row: 76
    from: marktdeelnemer-a/meldingen
    to: [fiod/mvtc]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed
  - row: 77
    from: politie/cter
    to: [marktdeelnemer-a/meldingen]
    kind: voorlichting
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    outcome: deny kind.not-allowed

  # Nothing is passed on.
  - row: 78
    from: fiod/mvtc
    to: [politie/cter]
    kind: forward
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: O
    original:
      kind: verdachte-transactie
      from: marktdeelnemer-a/meldingen
      purpose: voorkomen-misbruik-precursoren
      class: O
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 79
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 80
    from: fiod/mvtc
    to: [politie/cter]
    kind: doormelding
    purpose: voorkomen-misbruik-precursoren
    basis: eu2019-1148-art9
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/reisdocumenten.yaml",
            text: #"""
# Table tests of reisdocumenten. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: reisdocumenten
asOf: 2026-11-20T12:00:00Z

defaults:
  signalering:
    reviewBy: 2027-05-20
  kennisgeving:
    reviewBy: 2027-05-20
  verlenging:
    reviewBy: 2028-05-20

rows:
  - row: 1
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    release: 2
    outcome: allow
  - row: 2
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 3
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { reviewBy: 2031-01-01 }
    outcome: deny term.too-long
  - row: 4
    why: the day of the alert, which the notice carries, has passed
    from: gemeente-den-haag/burgerzaken
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    cites: { kind: kennisgeving, set: { reviewBy: 2026-10-01 } }
    outcome: deny term.lapsed
  - row: 5
    from: rvig/rps
    to: [gemeente-rotterdam/burgerzaken, kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: allow
  - row: 6
    from: politie/cter
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: politiewet-art3
    class: DV
    outcome: deny exchange.not-member
  - row: 7
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: allow
  - row: 8
    why: the reasons go along
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny classification.above-ceiling

  - row: 9
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    release: 1
    outcome: deny release.required
  - row: 10
    why: the last day of two years
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    set: { reviewBy: 2028-11-20, details.necessity: opnieuw gewogen, details.justification: reden }
    keep: { rvig/rps: 5 years vernietigen from lifting }
    outcome: allow
  - row: 11
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { reviewBy: 2028-11-21 }
    outcome: deny term.too-long
  - row: 12
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23b
    class: DV
    outcome: deny basis.not-allowed
  - row: 13
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: twbmt-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 14
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: uitreisverbod-ondersteunen
    basis: paspoortwet-art23b
    class: DV
    outcome: allow
  - row: 15
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: uitreisverbod-ondersteunen
    basis: twbmt-art3
    class: DV
    outcome: allow
  - row: 16
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: uitreisverbod-ondersteunen
    basis: paspoortwet-art23
    class: DV
    outcome: deny basis.not-allowed
  - row: 17
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: uitreisverbod-ondersteunen
    basis: paspoortwet-art25
    class: DV
    outcome: deny basis.not-allowed
  - row: 18
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: opsporing-en-vervolging
    basis: paspoortwet-art23
    class: DV
    outcome: deny purpose.not-allowed
  - row: 19
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: SC
    outcome: deny classification.above-ceiling
  - row: 20
    why: the register tells within a day
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 21
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 22
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 23
    why: past the register
    from: nctv/maatregelen
    to: [gemeente-den-haag/burgerzaken]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    outcome: deny route.not-allowed
  - row: 24
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny route.not-allowed
  - row: 25
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed
  - row: 26
    from: gemeente-den-haag/burgerzaken
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed
  - row: 27
    from: kmar/grens
    to: [rvig/rps]
    kind: signalering
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed

  # The notice.
  - row: 28
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: allow
  - row: 29
    from: rvig/rps
    to: [gemeente-rotterdam/burgerzaken]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: allow
  - row: 30
    from: rvig/rps
    to: [bz/consulair]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: allow
  - row: 31
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: allow
  - row: 32
    from: rvig/rps
    to: [politie/sirene]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: allow
  - row: 33
    why: it could receive more, but is an issuer here
    from: rvig/rps
    to: [bz/consulair]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny classification.above-ceiling
  - row: 34
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: SC
    outcome: deny classification.above-ceiling
  - row: 35
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny route.not-allowed
  - row: 36
    from: nctv/maatregelen
    to: [gemeente-den-haag/burgerzaken]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    outcome: deny kind.not-allowed
  - row: 37
    from: kmar/grens
    to: [politie/sirene]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny kind.not-allowed
  - row: 38
    from: gemeente-den-haag/burgerzaken
    to: [gemeente-rotterdam/burgerzaken]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed
  - row: 39
    why: rests on no alert
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 40
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: signalering, set: { reviewBy: 2026-11-19 } }
    set: { reviewBy: 2026-11-19 }
    outcome: deny term.lapsed
  - row: 41
    why: its last day
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: signalering, set: { reviewBy: 2026-11-20 } }
    set: { reviewBy: 2026-11-20 }
    outcome: allow
  - row: 42
    why: the notice outlives the alert
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: signalering, set: { reviewBy: 2027-05-19 } }
    outcome: deny term.too-long
  - row: 43
    why: the alert has lapsed, whatever the notice says
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: signalering, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.too-long
  - row: 44
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: signalering, withdrawn: "yes" }
    outcome: deny reply.unmatched
  - row: 45
    why: a wrong date is no match
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: signalering, date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 46
    why: on a renewal
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
    set: { reviewBy: 2028-05-20 }
    outcome: allow
  - row: 47
    why: its own renewal is no ground of its own
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: verlenging, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    set: { reviewBy: 2028-05-20 }
    outcome: deny reply.unmatched
  - row: 48
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps], set: { reviewBy: 2027-05-20 } }
    outcome: deny reply.unmatched
  - row: 49
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    unset: [reviewBy]
    outcome: deny term.required
  - row: 50
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { reviewBy: 2028-11-20 }
    cites: { kind: signalering, set: { reviewBy: 2028-11-20 } }
    outcome: allow
  - row: 51
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { reviewBy: 2028-11-21 }
    cites: { kind: signalering, set: { reviewBy: 2028-11-21 } }
    outcome: deny term.too-long
  - row: 52
    why: an issuer learns that and on which article, not why
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { details.justification: reden }
    outcome: deny field.forbidden
  - row: 53
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { details.justification: reden }
    outcome: allow
  - row: 54
    from: rvig/rps
    to: [politie/sirene]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { details.humanRights: { assessment: negatief, validUntil: 2027-01-31 } }
    outcome: deny human-rights.negative
  - row: 55
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    release: 1
    outcome: allow
  - row: 56
    from: rvig/rps
    to: [kmar/grens]
    kind: kennisgeving
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one

  # Renewal, by the minister and then by the register.
  - row: 57
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    release: 1
    outcome: allow
  - row: 58
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: allow
  - row: 59
    why: of a renewal
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: allow
  - row: 60
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 61
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: signalering, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 62
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: signalering, set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 63
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: signalering, from: rvig/rps, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 64
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 65
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 66
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { reviewBy: 2028-11-20 }
    outcome: allow
  - row: 67
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { reviewBy: 2028-11-21 }
    outcome: deny term.too-long
  - row: 68
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: SC
    outcome: deny classification.above-ceiling
  - row: 69
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 70
    why: past the register
    from: nctv/maatregelen
    to: [kmar/grens]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny route.not-allowed
  - row: 71
    from: nctv/maatregelen
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    outcome: deny route.not-allowed
  - row: 72
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken, politie/sirene]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken, politie/sirene] }
    outcome: allow
  - row: 73
    why: the border was told, too
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    told: [gemeente-den-haag/burgerzaken, kmar/grens]
    outcome: deny field.value
  - row: 74
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken, kmar/grens]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    told: [gemeente-den-haag/burgerzaken, kmar/grens]
    outcome: allow
  - row: 75
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    set: { details.justification: reden }
    outcome: deny field.forbidden
  - row: 76
    why: the minister renewed nothing
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny term.too-long
  - row: 77
    why: nobody had been told
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 78
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 79
    why: longer than the minister renewed
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    set: { reviewBy: 2028-05-21 }
    outcome: deny term.too-long
  - row: 80
    why: the notice had lapsed
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken], set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 81
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    set: { reviewBy: 2026-11-19 }
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps], set: { reviewBy: 2026-11-19 } }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny term.lapsed
  - row: 82
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: opheffing, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 83
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps], set: { reviewBy: 2028-05-20 } }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 84
    why: a second renewal
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: verlenging, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: allow
  - row: 85
    why: its own renewal, again
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny term.too-long
  - row: 86
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny route.not-allowed
  - row: 87
    from: kmar/grens
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny kind.not-allowed
  - row: 88
    from: gemeente-den-haag/burgerzaken
    to: [rvig/rps]
    kind: verlenging
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed

  # Lifting, by the minister and then by the register, to everyone who was told.
  - row: 89
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    release: 1
    outcome: allow
  - row: 90
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 91
    why: what lapsed is lifted, too
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: signalering, set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 92
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: allow
  - row: 93
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: signalering, from: rvig/rps, to: [nctv/maatregelen] }
    outcome: deny reply.unmatched
  - row: 94
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 95
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 96
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 97
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 98
    from: nctv/maatregelen
    to: [politie/sirene]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny route.not-allowed
  - row: 99
    from: nctv/maatregelen
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    outcome: deny route.not-allowed
  - row: 100
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken, kmar/grens]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    told: [gemeente-den-haag/burgerzaken, kmar/grens]
    outcome: allow
  - row: 101
    why: the border is left out
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    told: [gemeente-den-haag/burgerzaken, kmar/grens]
    outcome: deny field.value
  - row: 102
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken], set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 103
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: verlenging, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: allow
  - row: 104
    why: the minister lifted nothing
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 105
    why: nobody had been told
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 106
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 107
    why: its own earlier lifting is not the minister's
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: rvig/rps, to: [kmar/grens] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 108
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: besluit, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 109
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny reply.unmatched
  - row: 110
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: kennisgeving, from: rvig/rps, to: [gemeente-den-haag/burgerzaken] }
    outcome: deny classification.above-ceiling
  - row: 111
    why: what it received is not what it told
    from: rvig/rps
    to: [gemeente-den-haag/burgerzaken]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    cites:
      - { kind: opheffing, from: nctv/maatregelen, to: [rvig/rps] }
      - { kind: verlenging, from: nctv/maatregelen, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 112
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny route.not-allowed
  - row: 113
    from: politie/sirene
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny kind.not-allowed
  - row: 114
    from: gemeente-den-haag/burgerzaken
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed

  # Found at a control.
  - row: 115
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: uitreisverbod-ondersteunen
    basis: twbmt-art3
    class: DV
    cites: nothing
    release: 1
    outcome: allow
  - row: 116
    from: politie/sirene
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites: { kind: kennisgeving, from: rvig/rps, to: [politie/sirene] }
    outcome: allow
  - row: 117
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites: nothing
    outcome: allow
  - row: 118
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites: { kind: verlenging, from: rvig/rps, to: [kmar/grens] }
    outcome: allow
  - row: 119
    why: a control need not cite, but not what has lapsed
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites: { kind: kennisgeving, from: rvig/rps, to: [kmar/grens], set: { reviewBy: 2026-11-19 } }
    mends: [inReplyTo]
    outcome: deny term.lapsed
  - row: 120
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites: { kind: opheffing, from: rvig/rps, to: [kmar/grens] }
    outcome: deny reply.unmatched
  - row: 121
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    cites: { kind: kennisgeving, from: kmar/grens, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 122
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: SC
    outcome: deny classification.above-ceiling
  - row: 123
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 124
    from: kmar/grens
    to: [rvig/rps]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny route.not-allowed
  - row: 125
    from: kmar/grens
    to: [politie/sirene]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    outcome: deny route.not-allowed
  - row: 126
    from: kmar/grens
    to: [gemeente-den-haag/burgerzaken]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny route.not-allowed
  - row: 127
    from: gemeente-den-haag/burgerzaken
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed
  - row: 128
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed
  - row: 129
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: controletreffer
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: O
    outcome: deny kind.not-allowed

  # The decision of an issuer.
  - row: 130
    from: gemeente-den-haag/burgerzaken
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    release: 1
    outcome: allow
  - row: 131
    from: gemeente-rotterdam/burgerzaken
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    outcome: allow
  - row: 132
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.besluit: geweigerd }
    outcome: allow
  - row: 133
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.besluit: vervallen }
    outcome: allow
  - row: 134
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.besluit: vervangende-identiteitskaart }
    outcome: allow
  - row: 135
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.besluit: verleend }
    outcome: deny field.value
  - row: 136
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 137
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: kennisgeving, set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 138
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: verlenging, from: rvig/rps, to: [bz/consulair] }
    outcome: allow
  - row: 139
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: kennisgeving, from: bz/consulair, to: [rvig/rps] }
    outcome: deny reply.unmatched
  - row: 140
    why: the alert itself, where an issuer has it
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: signalering, from: rvig/rps, to: [bz/consulair] }
    outcome: allow
  - row: 141
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    cites: { kind: opheffing, from: rvig/rps, to: [bz/consulair] }
    outcome: deny reply.unmatched
  - row: 142
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: SC
    outcome: deny classification.above-ceiling
  - row: 143
    from: bz/consulair
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 144
    from: bz/consulair
    to: [rvig/rps]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny route.not-allowed
  - row: 145
    from: bz/consulair
    to: [kmar/grens]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny route.not-allowed
  - row: 146
    from: bz/consulair
    to: [gemeente-den-haag/burgerzaken]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: O
    outcome: deny route.not-allowed
  - row: 147
    from: kmar/grens
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny kind.not-allowed
  - row: 148
    from: rvig/rps
    to: [nctv/maatregelen]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny kind.not-allowed
  - row: 149
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: besluit
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    outcome: deny kind.not-allowed

  # Onward: into the database of stolen and lost documents, by the desk for it.
  - row: 150
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: allow
  - row: 151
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: verlenging
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: allow
  - row: 152
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: opheffing
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: allow
  - row: 153
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: negatief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 154
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-19 } }
    outcome: deny onward.forbidden
  - row: 155
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original: { kind: kennisgeving, from: rvig/rps, purpose: weigering-of-vervallenverklaring, class: DV }
    outcome: deny onward.forbidden
  - row: 156
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 157
    from: kmar/grens
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 158
    from: rvig/rps
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: nctv/maatregelen
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 159
    from: gemeente-den-haag/burgerzaken
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 160
    from: nctv/maatregelen
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 161
    from: politie/sirene
    to: [bz/consulair]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 162
    from: politie/sirene
    to: [land-y/politie]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 163
    from: politie/sirene
    to: [kmar/grens]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 164
    from: politie/sirene
    to: [gemeente-den-haag/burgerzaken]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny classification.above-clearance
  - row: 165
    from: politie/sirene
    to: [rvig/rps]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 166
    from: politie/sirene
    to: [nctv/maatregelen]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original:
      kind: kennisgeving
      from: rvig/rps
      purpose: weigering-of-vervallenverklaring
      class: DV
      set: { details.humanRights: { assessment: positief, validUntil: 2026-11-20 } }
    outcome: deny onward.forbidden
  - row: 167
    from: bz/consulair
    to: [gemeente-den-haag/casus]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original: { kind: kennisgeving, from: rvig/rps, purpose: weigering-of-vervallenverklaring, class: DV }
    outcome: deny onward.forbidden
  - row: 168
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original: { kind: signalering, from: rvig/rps, purpose: weigering-of-vervallenverklaring, class: DV }
    outcome: deny onward.forbidden
  - row: 169
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original: { kind: controletreffer, from: rvig/rps, purpose: weigering-of-vervallenverklaring, class: DV }
    outcome: deny onward.forbidden
  - row: 170
    from: politie/sirene
    to: [interpol/ncb]
    kind: forward
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art25
    class: DV
    original: { kind: besluit, from: rvig/rps, purpose: weigering-of-vervallenverklaring, class: DV }
    outcome: deny onward.forbidden
  - row: 171
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 172
    from: nctv/maatregelen
    to: [rvig/rps]
    kind: opheffing
    purpose: weigering-of-vervallenverklaring
    basis: paspoortwet-art23
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/sanctielijst.yaml",
            text: #"""
# Table tests of sanctielijst. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: sanctielijst
asOf: 2026-11-20T12:00:00Z

defaults:
  plaatsing:
    reviewBy: 2027-05-20

rows:
  - row: 1
    from: bz/sancties
    to: [bank-a/meldingen, dnb/integriteit]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: [{ kind: instemming, from: fin/sancties }, { kind: instemming, from: nctv/maatregelen }]
    outcome: allow
  - row: 2
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: { kind: instemming, from: fin/sancties }
    outcome: deny consent.required
  - row: 3
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 4
    why: a lister does not originate it
    from: bz/sancties
    to: [bank-b/tf]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 5
    from: bank-a/meldingen
    to: [bz/sancties, fin/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: allow
  - row: 6
    from: bz/sancties
    to: [duo/handhaving]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 7
    from: bz/sancties
    to: [uwv/handhaving]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    unset: [reviewBy]
    outcome: deny term.required
  - row: 8
    why: bank to bank
    from: bank-a/meldingen
    to: [bank-b/tf]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed

  # Proposals and consent.
  - row: 9
    from: om/lovj
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wjsg-art39f
    class: SC
    release: 2
    outcome: allow
  - row: 10
    from: om/lovj
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wjsg-art39f
    class: SC
    release: 1
    outcome: deny release.required
  - row: 11
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-ceiling
  - row: 12
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wjsg-art39f
    class: SC
    outcome: deny basis.not-allowed
  - row: 13
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    outcome: deny basis.not-allowed
  - row: 14
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: SC
    outcome: deny basis.not-allowed
  - row: 15
    from: om/lovj
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SC
    outcome: deny basis.not-allowed
  - row: 16
    from: om/lovj
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    outcome: deny basis.not-allowed
  - row: 17
    from: om/lovj
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: SC
    outcome: deny basis.not-allowed
  - row: 18
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: opsporing-en-vervolging
    basis: wiv2017-art62
    class: SC
    outcome: deny purpose.not-allowed
  - row: 19
    from: aivd/ct
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SC
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 20
    from: aivd/ct
    to: [fin/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 21
    from: aivd/ct
    to: [om/lovj]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SC
    outcome: deny route.not-allowed
  - row: 22
    why: its papers never reach who executes
    from: aivd/ct
    to: [dnb/integriteit]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: O
    outcome: deny route.not-allowed
  - row: 23
    from: fin/sancties
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    outcome: deny kind.not-allowed
  - row: 24
    from: dnb/integriteit
    to: [bz/sancties]
    kind: voordracht
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 25
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    release: 2
    outcome: allow
  - row: 26
    from: nctv/maatregelen
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: SC
    outcome: allow
  - row: 27
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SG
    outcome: deny classification.above-ceiling
  - row: 28
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: SC
    outcome: deny basis.not-allowed
  - row: 29
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: wjsg-art39f
    class: SC
    outcome: deny basis.not-allowed
  - row: 30
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    release: 1
    outcome: deny release.required
  - row: 31
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 32
    from: aivd/ct
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 33
    from: dnb/integriteit
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 34
    from: bz/sancties
    to: [fin/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 35
    from: fin/sancties
    to: [nctv/maatregelen]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 36
    from: fin/sancties
    to: [aivd/ct]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 37
    from: fin/sancties
    to: [dnb/integriteit]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed

  # Listing.
  - row: 38
    from: bz/sancties
    to:
      - bank-a/meldingen
      - bank-b/tf
      - dnb/integriteit
      - belastingdienst/toeslagen
      - uwv/handhaving
      - svb/handhaving
      - duo/handhaving
      - gemeente-den-haag/burgerzaken
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 2
    keep: { bank-a/meldingen: 10 years overbrengen from lifting }
    outcome: allow
  - row: 39
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 40
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 41
    from: bz/sancties
    to: [dnb/integriteit]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 42
    from: bz/sancties
    to: [belastingdienst/toeslagen]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 43
    from: bz/sancties
    to: [uwv/handhaving]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 44
    from: bz/sancties
    to: [svb/handhaving]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 45
    from: bz/sancties
    to: [duo/handhaving]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 46
    from: bz/sancties
    to: [gemeente-den-haag/burgerzaken]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 47
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: instemming, from: nctv/maatregelen }
    outcome: deny consent.required
  - row: 48
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 49
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: [{ kind: instemming, from: fin/sancties }, { kind: instemming, from: aivd/ct }]
    outcome: deny reply.unmatched
  - row: 50
    why: it does not lead to the grounds
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites:
      - { kind: instemming, from: fin/sancties }
      - { kind: instemming, from: nctv/maatregelen }
      - { kind: voordracht, from: aivd/ct, to: [bz/sancties] }
    outcome: deny reply.unmatched
  - row: 51
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites:
      - { kind: instemming, from: fin/sancties, withdrawn: "yes" }
      - { kind: instemming, from: nctv/maatregelen }
    outcome: deny reply.unmatched
  - row: 52
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites:
      - { kind: instemming, from: fin/sancties, to: [aivd/ct] }
      - { kind: instemming, from: nctv/maatregelen }
    outcome: deny reply.unmatched
  - row: 53
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { reviewBy: 2027-11-20 }
    outcome: allow
  - row: 54
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { reviewBy: 2027-11-21 }
    outcome: deny term.too-long
  - row: 55
    why: one working day
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { respondBy: 2026-11-23 }
    outcome: allow
  - row: 56
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { respondBy: 2026-11-24 }
    outcome: deny term.too-long
  - row: 57
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 1
    outcome: deny release.required
  - row: 58
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: O
    outcome: deny basis.not-allowed
  - row: 59
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: wjsg-art39f
    class: O
    outcome: deny basis.not-allowed
  - row: 60
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 61
    why: never the ground
    from: bz/sancties
    to: [bank-b/tf]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { details.justification: de grond }
    outcome: deny field.forbidden
  - row: 62
    from: bz/sancties
    to: [aivd/ct]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 63
    from: bz/sancties
    to: [fin/sancties]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 64
    from: fin/sancties
    to: [dnb/integriteit]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 65
    from: aivd/ct
    to: [dnb/integriteit]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 66
    from: bank-a/meldingen
    to: [dnb/integriteit]
    kind: plaatsing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed

  # Delisting.
  - row: 67
    from: bz/sancties
    to: [bank-a/meldingen, svb/handhaving]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 2
    outcome: allow
  - row: 68
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: { kind: plaatsing, set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 69
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    told: [bank-a/meldingen, bank-b/tf]
    outcome: deny field.value
  - row: 70
    from: bz/sancties
    to: [bank-a/meldingen, bank-b/tf]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    told: [bank-a/meldingen, bank-b/tf]
    outcome: allow
  - row: 71
    why: each had a message of its own
    from: bz/sancties
    to: [bank-a/meldingen, bank-b/tf]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: { kind: plaatsing, from: bz/sancties, to: [bank-a/meldingen] }
    outcome: allow
  - row: 72
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 73
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: { kind: plaatsing, from: bank-a/meldingen, to: [bz/sancties] }
    outcome: deny reply.unmatched
  - row: 74
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    cites: { kind: afvoering, from: bz/sancties, to: [bank-a/meldingen] }
    outcome: deny reply.unmatched
  - row: 75
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    release: 1
    outcome: deny release.required
  - row: 76
    from: bz/sancties
    to: [duo/handhaving]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 77
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: O
    outcome: deny basis.not-allowed
  - row: 78
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 79
    from: bz/sancties
    to: [aivd/ct]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 80
    from: bz/sancties
    to: [fin/sancties]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 81
    from: fin/sancties
    to: [dnb/integriteit]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 82
    from: aivd/ct
    to: [dnb/integriteit]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 83
    from: bank-a/meldingen
    to: [dnb/integriteit]
    kind: afvoering
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed

  # What was frozen.
  - row: 84
    from: bank-a/meldingen
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 85
    from: bank-b/tf
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 86
    from: dnb/integriteit
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 87
    from: belastingdienst/toeslagen
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 88
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 89
    from: svb/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 90
    from: duo/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 91
    from: gemeente-den-haag/burgerzaken
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 92
    from: uwv/handhaving
    to: [fin/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 2
    outcome: allow
  - row: 93
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 1
    outcome: deny release.required
  - row: 94
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 95
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: O
    outcome: deny basis.not-allowed
  - row: 96
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 97
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: plaatsing, to: [bank-a/meldingen] }
    outcome: deny reply.unmatched
  - row: 98
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: plaatsing, from: uwv/handhaving, to: [bz/sancties] }
    outcome: deny reply.unmatched
  - row: 99
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: afvoering }
    outcome: deny reply.unmatched
  - row: 100
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: plaatsing, set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 101
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: plaatsing, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 102
    why: to the other minister alone
    from: uwv/handhaving
    to: [fin/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: plaatsing, from: bz/sancties }
    outcome: allow
  - row: 103
    from: uwv/handhaving
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 104
    from: uwv/handhaving
    to: [nctv/maatregelen]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 105
    from: uwv/handhaving
    to: [aivd/ct]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 106
    from: nctv/maatregelen
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 107
    from: aivd/ct
    to: [bz/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 108
    from: bz/sancties
    to: [fin/sancties]
    kind: bevriezingsmelding
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed

  # Exemptions.
  - row: 109
    from: bank-a/meldingen
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 2
    outcome: allow
  - row: 110
    from: bank-a/meldingen
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 111
    from: bank-a/meldingen
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 1
    outcome: deny release.required
  - row: 112
    from: bank-b/tf
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 113
    from: bank-a/meldingen
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: wjsg-art39f
    class: O
    outcome: deny basis.not-allowed
  - row: 114
    from: bank-a/meldingen
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 115
    from: bank-a/meldingen
    to: [bz/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 116
    from: bank-a/meldingen
    to: [nctv/maatregelen]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 117
    from: bank-a/meldingen
    to: [aivd/ct]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 118
    from: bank-a/meldingen
    to: [bank-b/tf]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 119
    from: bz/sancties
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 120
    from: nctv/maatregelen
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 121
    from: aivd/ct
    to: [fin/sancties]
    kind: ontheffingsverzoek
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 122
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 2
    outcome: allow
  - row: 123
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    outcome: allow
  - row: 124
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    release: 1
    outcome: deny release.required
  - row: 125
    from: fin/sancties
    to: [bank-b/tf]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 126
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: wiv2017-art62
    class: O
    outcome: deny basis.not-allowed
  - row: 127
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 128
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 129
    why: another asked
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: ontheffingsverzoek, from: bank-b/tf, to: [fin/sancties] }
    outcome: deny reply.unmatched
  - row: 130
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    cites: { kind: bevriezingsmelding, from: bank-a/meldingen, to: [fin/sancties] }
    outcome: deny reply.unmatched
  - row: 131
    why: to who asked only
    from: fin/sancties
    to: [bank-a/meldingen, bank-b/tf]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 132
    from: fin/sancties
    to: [bz/sancties]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 133
    from: fin/sancties
    to: [aivd/ct]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 134
    from: fin/sancties
    to: [nctv/maatregelen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny route.not-allowed
  - row: 135
    from: bz/sancties
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 136
    from: nctv/maatregelen
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 137
    from: aivd/ct
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed
  - row: 138
    from: bank-b/tf
    to: [bank-a/meldingen]
    kind: ontheffing
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: O
    outcome: deny kind.not-allowed

  # Onward: what is public is free, but private parties do not have it from each other.
  - row: 139
    from: uwv/handhaving
    to: [gemeente-rotterdam/burgerzaken]
    kind: forward
    purpose: bijhouding-brp
    basis: sanctiewet-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: allow
  - row: 140
    from: dnb/integriteit
    to: [bank-a/meldingen]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: allow
  - row: 141
    from: bank-a/meldingen
    to: [dnb/integriteit]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: allow
  - row: 142
    from: bank-a/meldingen
    to: [bank-b/tf]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 143
    from: bank-a/meldingen
    to: [hosting-a/abuse]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 144
    from: bank-a/meldingen
    to: [luchtvaart-a/pnr]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 145
    from: bank-a/meldingen
    to: [marktdeelnemer-a/meldingen]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 146
    why: the register of a public body
    from: uwv/handhaving
    to: [bank-b/tf]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: allow
  - row: 147
    from: uwv/handhaving
    to: [europol/siena]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 148
    from: uwv/handhaving
    to: [land-y/politie]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 149
    from: uwv/handhaving
    to: [svb/handhaving]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: afvoering, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 150
    from: bz/sancties
    to: [fin/sancties]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: voordracht, from: aivd/ct, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 151
    from: bz/sancties
    to: [dnb/integriteit]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: voordracht, from: aivd/ct, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 152
    from: bank-a/meldingen
    to: [nctv/maatregelen]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: plaatsing, from: bz/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: allow
  - row: 153
    from: bank-a/meldingen
    to: [dnb/integriteit]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original: { kind: ontheffing, from: fin/sancties, purpose: bevriezing-tegoeden, class: O }
    outcome: deny onward.forbidden
  - row: 154
    why: a service gives nothing to a bank
    from: aivd/ct
    to: [bank-a/meldingen]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original:
      kind: plaatsing
      from: bz/sancties
      to: [uwv/handhaving]
      purpose: bevriezing-tegoeden
      class: O
      forwardedTo: [aivd/ct]
    outcome: deny onward.forbidden
  - row: 155
    from: fin/sancties
    to: [bank-a/meldingen]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original:
      kind: plaatsing
      from: bz/sancties
      to: [uwv/handhaving]
      purpose: bevriezing-tegoeden
      class: O
      forwardedTo: [fin/sancties]
    outcome: deny onward.forbidden
  - row: 156
    from: uwv/handhaving
    to: [svb/handhaving]
    kind: forward
    purpose: bevriezing-tegoeden
    basis: sr2007ii-art2
    class: O
    original:
      kind: plaatsing
      from: bz/sancties
      purpose: bevriezing-tegoeden
      class: O
      set: { reviewBy: 2026-11-19 }
    outcome: deny term.lapsed
  - row: 157
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: SC
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 158
    from: fin/sancties
    to: [bz/sancties]
    kind: instemming
    purpose: bevriezing-tegoeden
    basis: sanctiewet-art2
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/sis-signaleringen.yaml",
            text: #"""
# Table tests of sis-signaleringen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: sis-signaleringen
asOf: 2026-11-20T12:00:00Z

defaults:
  signalering:
    reviewBy: 2027-06-01
  aanhoudingsbevel:
    reviewBy: 2029-01-01
  verlenging:
    reviewBy: 2027-10-01

rows:
  - row: 1
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 2
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 3
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { reviewBy: 2028-06-01 }
    outcome: deny term.too-long
  - row: 4
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 5
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    set: { reviewBy: 2030-01-01 }
    outcome: allow
  - row: 6
    why: past the bureau
    from: kmar/grens
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 7
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene], set: { reviewBy: 2026-11-01 } }
    outcome: deny term.lapsed
  - row: 8
    from: bz/visa
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 1
    outcome: deny release.required

  # Alerts of owners.
  - row: 9
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: allow
  - row: 10
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: owl
    class: DV
    outcome: allow
  - row: 11
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 12
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny purpose.not-allowed
  - row: 13
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 14
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 15
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny purpose.not-allowed
  - row: 16
    from: aivd/ct
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 17
    from: aivd/ct
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 18
    from: aivd/ct
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny purpose.not-allowed
  - row: 19
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 20
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 21
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 22
    from: bz/visa
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 23
    from: bz/visa
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 24
    from: bz/visa
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 25
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art36
    class: DV
    outcome: deny basis.not-allowed
  - row: 26
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1861-art24
    class: DV
    outcome: deny basis.not-allowed
  - row: 27
    from: aivd/ct
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art26
    class: DV
    outcome: deny basis.not-allowed
  - row: 28
    from: aivd/ct
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: owl
    class: DV
    outcome: deny basis.not-allowed
  - row: 29
    from: aivd/ct
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1861-art24
    class: DV
    outcome: deny basis.not-allowed
  - row: 30
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1862-art26
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: owl
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1862-art36
    class: DV
    outcome: deny basis.not-allowed
  - row: 33
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 2
    keep: { politie/sirene: 1 day vernietigen from lifting }
    outcome: allow
  - row: 34
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    release: 1
    outcome: allow
  - row: 35
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    release: 1
    outcome: allow
  - row: 36
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: SC
    outcome: deny classification.above-ceiling
  - row: 37
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 38
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.terrorismRelated: true, details.justification: reden }
    outcome: allow
  - row: 39
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.terrorismRelated: ja }
    outcome: deny field.value
  - row: 40
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: allow
  - row: 41
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 42
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { reviewBy: 2027-11-20 }
    outcome: allow
  - row: 43
    from: politie/cter
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { reviewBy: 2027-11-21 }
    outcome: deny term.too-long
  - row: 44
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    set: { reviewBy: 2029-11-20 }
    outcome: allow
  - row: 45
    from: ind/nv
    to: [politie/sirene]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    set: { reviewBy: 2029-11-21 }
    outcome: deny term.too-long
  - row: 46
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    set: { reviewBy: 2031-11-20 }
    outcome: allow
  - row: 47
    from: om/parket
    to: [politie/sirene]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    set: { reviewBy: 2031-11-21 }
    outcome: deny term.too-long
  - row: 48
    from: om/parket
    to: [kmar/grens]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 49
    from: om/parket
    to: [kmar/grens]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 50
    from: om/parket
    to: [kmar/grens]
    kind: verwijdering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 51
    from: ind/nv
    to: [kmar/grens]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 52
    from: ind/nv
    to: [kmar/grens]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 53
    from: ind/nv
    to: [kmar/grens]
    kind: verwijdering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 54
    why: past the bureau
    from: politie/cter
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 55
    from: politie/cter
    to: [om/parket]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 56
    from: politie/cter
    to: [ind/nv]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 57
    from: om/parket
    to: [politie/cter]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 58
    from: kmar/grens
    to: [politie/sirene]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 59
    from: kmar/grens
    to: [politie/avim]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed

  # From the bureau to who may find the person.
  - row: 60
    from: politie/sirene
    to: [kmar/grens, politie/avim]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 61
    from: politie/sirene
    to: [politie/avim]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: allow
  - row: 62
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 63
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: aanhouding
    basis: owl
    class: DV
    outcome: allow
  - row: 64
    why: no owner asked
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 65
    why: only its own
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [politie/avim] }
    outcome: deny reply.unmatched
  - row: 66
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: aanhoudingsbevel, from: om/parket, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 67
    why: longer than its owner asked
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, set: { reviewBy: 2027-05-31 } }
    outcome: deny term.too-long
  - row: 68
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verlenging, from: politie/cter, to: [politie/sirene] }
    set: { reviewBy: 2027-10-01 }
    outcome: allow
  - row: 69
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, set: { reviewBy: 2026-11-19 } }
    set: { reviewBy: 2026-11-19 }
    outcome: deny term.lapsed
  - row: 70
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, set: { reviewBy: 2026-11-20 } }
    set: { reviewBy: 2026-11-20 }
    outcome: allow
  - row: 71
    why: a finder sees action and identity, not the ground
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.justification: reden }
    outcome: deny field.forbidden
  - row: 72
    from: politie/sirene
    to: [kmar/grens]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.terrorismRelated: true }
    outcome: allow
  - row: 73
    from: politie/sirene
    to: [politie/cter]
    kind: signalering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 74
    from: politie/sirene
    to: [om/parket]
    kind: signalering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 75
    from: politie/sirene
    to: [ind/nv]
    kind: signalering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed

  # The warrant.
  - row: 76
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    release: 1
    outcome: allow
  - row: 77
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    set: { reviewBy: 2031-11-20 }
    outcome: allow
  - row: 78
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    set: { reviewBy: 2031-11-21 }
    outcome: deny term.too-long
  - row: 79
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 80
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: SC
    outcome: deny classification.above-ceiling
  - row: 81
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 82
    from: om/parket
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 83
    from: om/parket
    to: [kmar/grens]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    outcome: deny route.not-allowed
  - row: 84
    from: om/parket
    to: [politie/cter]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    outcome: deny route.not-allowed
  - row: 85
    from: om/parket
    to: [ind/nv]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    outcome: deny route.not-allowed
  - row: 86
    from: politie/cter
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 87
    from: ind/nv
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny kind.not-allowed
  - row: 88
    from: kmar/grens
    to: [politie/sirene]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny kind.not-allowed
  - row: 89
    from: politie/sirene
    to: [om/parket]
    kind: aanhoudingsbevel
    purpose: aanhouding
    basis: owl
    class: DV
    outcome: deny kind.not-allowed

  # Renewal.
  - row: 90
    from: om/parket
    to: [politie/sirene]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: allow
  - row: 91
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 92
    from: aivd/ct
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 93
    from: ind/nv
    to: [politie/sirene]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 94
    from: bz/visa
    to: [politie/sirene]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 95
    from: ind/nv
    to: [politie/sirene]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 1
    outcome: deny release.required
  - row: 96
    from: om/parket
    to: [politie/sirene]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    release: 1
    outcome: allow
  - row: 97
    from: om/parket
    to: [politie/sirene]
    kind: verlenging
    purpose: aanhouding
    basis: owl
    class: DV
    cites: { kind: aanhoudingsbevel, from: om/parket, to: [politie/sirene] }
    outcome: allow
  - row: 98
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verlenging, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 99
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 100
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 101
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 102
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: treffer, from: politie/cter, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 103
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene], set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 104
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene], set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 105
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    told: [politie/sirene, politie/avim]
    outcome: deny field.value
  - row: 106
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: SC
    outcome: deny classification.above-ceiling
  - row: 107
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 108
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    unset: [reviewBy]
    outcome: deny term.required
  - row: 109
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { reviewBy: 2027-11-20 }
    outcome: allow
  - row: 110
    from: politie/cter
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { reviewBy: 2027-11-21 }
    outcome: deny term.too-long
  - row: 111
    from: ind/nv
    to: [politie/sirene]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    set: { reviewBy: 2029-11-20 }
    outcome: allow
  - row: 112
    from: ind/nv
    to: [politie/sirene]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    set: { reviewBy: 2029-11-21 }
    outcome: deny term.too-long
  - row: 113
    from: om/parket
    to: [politie/sirene]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    set: { reviewBy: 2031-11-20 }
    outcome: allow
  - row: 114
    from: om/parket
    to: [politie/sirene]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    set: { reviewBy: 2031-11-21 }
    outcome: deny term.too-long
  - row: 115
    from: politie/cter
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 116
    from: politie/cter
    to: [om/parket]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 117
    from: politie/cter
    to: [ind/nv]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 118
    from: om/parket
    to: [politie/cter]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 119
    from: kmar/grens
    to: [politie/sirene]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 120
    from: kmar/grens
    to: [politie/avim]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 121
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 122
    from: politie/sirene
    to: [kmar/grens, politie/avim]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    told: [kmar/grens, politie/avim]
    outcome: allow
  - row: 123
    why: the other finder has the alert, too
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    told: [kmar/grens, politie/avim]
    outcome: deny field.value
  - row: 124
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: verlenging, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 125
    why: its owner renewed nothing
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/sirene, to: [kmar/grens] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: deny term.too-long
  - row: 126
    why: nobody had it
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verlenging, from: politie/cter, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 127
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 128
    why: longer than its owner renewed
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    set: { reviewBy: 2027-10-02 }
    outcome: deny term.too-long
  - row: 129
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens], set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 130
    from: politie/sirene
    to: [kmar/grens]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verlenging, from: politie/cter, to: [politie/sirene] }
      - { kind: aanhoudingsbevel, from: om/parket, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 131
    from: politie/sirene
    to: [politie/cter]
    kind: verlenging
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 132
    from: politie/sirene
    to: [om/parket]
    kind: verlenging
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 133
    from: politie/sirene
    to: [ind/nv]
    kind: verlenging
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed

  # Removal.
  - row: 134
    from: om/parket
    to: [politie/sirene]
    kind: verwijdering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: allow
  - row: 135
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 136
    from: aivd/ct
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: allow
  - row: 137
    from: ind/nv
    to: [politie/sirene]
    kind: verwijdering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 138
    from: bz/visa
    to: [politie/sirene]
    kind: verwijdering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: allow
  - row: 139
    from: bz/visa
    to: [politie/sirene]
    kind: verwijdering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 1
    outcome: deny release.required
  - row: 140
    from: om/parket
    to: [politie/sirene]
    kind: verwijdering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    release: 1
    outcome: allow
  - row: 141
    from: om/parket
    to: [politie/sirene]
    kind: verwijdering
    purpose: aanhouding
    basis: owl
    class: DV
    cites: { kind: signalering, from: om/parket, to: [politie/sirene], set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 142
    from: om/parket
    to: [politie/sirene]
    kind: verwijdering
    purpose: aanhouding
    basis: owl
    class: DV
    cites: { kind: aanhoudingsbevel, from: om/parket, to: [politie/sirene], set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 143
    from: om/parket
    to: [politie/sirene]
    kind: verwijdering
    purpose: aanhouding
    basis: owl
    class: DV
    cites: { kind: verlenging, from: om/parket, to: [politie/sirene], set: { reviewBy: 2026-10-01 } }
    outcome: allow
  - row: 144
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 145
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 146
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: treffer, from: politie/cter, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 147
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: SC
    outcome: deny classification.above-ceiling
  - row: 148
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 149
    why: on expiry the bureau does it by itself
    from: politie/sirene
    to: [kmar/grens, politie/avim]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    told: [kmar/grens, politie/avim]
    outcome: allow
  - row: 150
    from: politie/sirene
    to: [kmar/grens, politie/avim]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    told: [kmar/grens, politie/avim]
    cites: { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 151
    from: politie/sirene
    to: [kmar/grens]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    told: [kmar/grens, politie/avim]
    outcome: deny field.value
  - row: 152
    from: politie/sirene
    to: [kmar/grens]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verwijdering, from: politie/cter, to: [politie/sirene] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 153
    from: politie/sirene
    to: [kmar/grens]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: verwijdering, from: politie/sirene, to: [politie/avim] }
      - { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: deny reply.unmatched
  - row: 154
    why: nobody had it
    from: politie/sirene
    to: [kmar/grens]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verwijdering, from: politie/cter, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 155
    from: politie/cter
    to: [kmar/grens]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 156
    from: politie/cter
    to: [om/parket]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 157
    from: politie/cter
    to: [ind/nv]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 158
    from: om/parket
    to: [politie/cter]
    kind: verwijdering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 159
    from: kmar/grens
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 160
    from: kmar/grens
    to: [politie/avim]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 161
    from: politie/sirene
    to: [politie/cter]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 162
    from: politie/sirene
    to: [om/parket]
    kind: verwijdering
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 163
    from: politie/sirene
    to: [ind/nv]
    kind: verwijdering
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed

  # Hits: to the bureau, and from there to the owner of the alert.
  - row: 164
    from: politie/avim
    to: [politie/sirene]
    kind: treffer
    purpose: aanhouding
    basis: owl
    class: DV
    release: 1
    outcome: allow
  - row: 165
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 2
    outcome: allow
  - row: 166
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 1
    outcome: deny release.required
  - row: 167
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verlenging, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 168
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [kmar/grens], set: { reviewBy: 2026-11-20 } }
    outcome: allow
  - row: 169
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [kmar/grens], set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 170
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 171
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [politie/avim] }
    outcome: deny reply.unmatched
  - row: 172
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: kmar/grens, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 173
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verwijdering, from: politie/sirene, to: [kmar/grens] }
    outcome: deny reply.unmatched
  - row: 174
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [kmar/grens] }
    outcome: allow
  - row: 175
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { respondBy: 2026-11-21T00:00:00Z }
    outcome: allow
  - row: 176
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { respondBy: 2026-11-21T00:00:01Z }
    outcome: deny term.too-long
  - row: 177
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: SC
    outcome: deny classification.above-ceiling
  - row: 178
    from: kmar/grens
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 179
    from: politie/sirene
    to: [om/parket]
    kind: treffer
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    cites:
      - { kind: signalering, from: om/parket, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 180
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/cter, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 181
    from: politie/sirene
    to: [aivd/ct]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: aivd/ct, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 182
    from: politie/sirene
    to: [ind/nv]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    cites:
      - { kind: signalering, from: ind/nv, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 183
    from: politie/sirene
    to: [bz/visa]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    cites:
      - { kind: signalering, from: bz/visa, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 184
    from: politie/sirene
    to: [om/parket]
    kind: treffer
    purpose: aanhouding
    basis: owl
    class: DV
    cites:
      - { kind: aanhoudingsbevel, from: om/parket, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 185
    from: politie/sirene
    to: [om/parket]
    kind: treffer
    purpose: aanhouding
    basis: owl
    class: DV
    cites:
      - { kind: verlenging, from: om/parket, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 186
    why: the alert of another owner
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: aivd/ct, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 187
    why: nobody was found
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 188
    why: on no alert
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 189
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/cter, to: [politie/sirene] }
      - { kind: treffer, from: politie/sirene, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 190
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/sirene, to: [politie/cter] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 191
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 192
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/cter, to: [politie/sirene], set: { reviewBy: 2026-11-19 } }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: deny term.lapsed
  - row: 193
    why: to one owner
    from: politie/sirene
    to: [politie/cter, aivd/ct]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 194
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 195
    from: politie/sirene
    to: [om/parket]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 196
    from: politie/sirene
    to: [ind/nv]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 197
    from: politie/sirene
    to: [politie/cter]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny purpose.not-allowed
  - row: 198
    from: politie/sirene
    to: [om/parket]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny purpose.not-allowed
  - row: 199
    from: politie/sirene
    to: [ind/nv]
    kind: treffer
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 200
    from: kmar/grens
    to: [politie/avim]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 201
    from: kmar/grens
    to: [om/parket]
    kind: treffer
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 202
    from: kmar/grens
    to: [ind/nv]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 203
    from: politie/sirene
    to: [kmar/grens]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 204
    from: politie/cter
    to: [politie/sirene]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 205
    from: om/parket
    to: [politie/sirene]
    kind: treffer
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny kind.not-allowed
  - row: 206
    from: ind/nv
    to: [politie/sirene]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny kind.not-allowed
  - row: 207
    from: politie/cter
    to: [aivd/ct]
    kind: treffer
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny kind.not-allowed
  - row: 208
    from: ind/nv
    to: [bz/visa]
    kind: treffer
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny kind.not-allowed
  - row: 209
    from: om/parket
    to: [ind/nv]
    kind: treffer
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny kind.not-allowed

  # Further information.
  - row: 210
    from: om/parket
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    cites: { kind: signalering, from: om/parket, to: [politie/sirene] }
    outcome: allow
  - row: 211
    from: politie/cter
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 212
    from: aivd/ct
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: aivd/ct, to: [politie/sirene] }
    outcome: allow
  - row: 213
    from: ind/nv
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    cites: { kind: signalering, from: ind/nv, to: [politie/sirene] }
    outcome: allow
  - row: 214
    from: bz/visa
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    cites: { kind: signalering, from: bz/visa, to: [politie/sirene] }
    outcome: allow
  - row: 215
    from: politie/sirene
    to: [om/parket]
    kind: aanvullende-informatie
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    cites: { kind: signalering, from: om/parket, to: [politie/sirene] }
    outcome: allow
  - row: 216
    from: politie/sirene
    to: [politie/cter]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 217
    from: politie/sirene
    to: [aivd/ct]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: aivd/ct, to: [politie/sirene] }
    outcome: allow
  - row: 218
    from: politie/sirene
    to: [ind/nv]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    cites: { kind: signalering, from: ind/nv, to: [politie/sirene] }
    outcome: allow
  - row: 219
    from: politie/sirene
    to: [bz/visa]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    cites: { kind: signalering, from: bz/visa, to: [politie/sirene] }
    outcome: allow
  - row: 220
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 221
    from: kmar/grens
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 222
    from: politie/avim
    to: [politie/sirene]
    kind: aanvullende-informatie
    purpose: aanhouding
    basis: owl
    class: DV
    release: 1
    outcome: allow
  - row: 223
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    release: 1
    outcome: deny release.required
  - row: 224
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: signalering, from: politie/sirene, to: [kmar/grens] }
    outcome: allow
  - row: 225
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verlenging, from: politie/cter, to: [politie/sirene] }
    outcome: allow
  - row: 226
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    cites: { kind: aanhoudingsbevel, from: om/parket, to: [politie/sirene] }
    outcome: allow
  - row: 227
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/cter, to: [politie/sirene] }
      - { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 228
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/cter, to: [politie/sirene] }
      - { kind: aanvullende-informatie, from: kmar/grens, to: [politie/sirene] }
    outcome: allow
  - row: 229
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites:
      - { kind: signalering, from: politie/cter, to: [politie/sirene] }
      - { kind: treffer, from: politie/sirene, to: [politie/cter] }
    outcome: allow
  - row: 230
    why: on no alert
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: treffer, from: kmar/grens, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 231
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: { kind: verwijdering, from: politie/cter, to: [politie/sirene] }
    outcome: deny reply.unmatched
  - row: 232
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 233
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.justification: reden }
    outcome: deny field.forbidden
  - row: 234
    from: politie/sirene
    to: [politie/cter]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.justification: reden }
    outcome: allow
  - row: 235
    why: to one at a time
    from: politie/sirene
    to: [kmar/grens, politie/avim]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 236
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: SC
    outcome: deny classification.above-ceiling
  - row: 237
    from: politie/sirene
    to: [kmar/grens]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 238
    from: politie/sirene
    to: [politie/cter]
    kind: aanvullende-informatie
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny purpose.not-allowed
  - row: 239
    from: politie/sirene
    to: [om/parket]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny purpose.not-allowed
  - row: 240
    from: politie/sirene
    to: [ind/nv]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny purpose.not-allowed
  - row: 241
    from: politie/cter
    to: [aivd/ct]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 242
    from: om/parket
    to: [politie/cter]
    kind: aanvullende-informatie
    purpose: aanhouding
    basis: sis-1862-art26
    class: DV
    outcome: deny route.not-allowed
  - row: 243
    from: ind/nv
    to: [bz/visa]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed
  - row: 244
    from: kmar/grens
    to: [politie/avim]
    kind: aanvullende-informatie
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    outcome: deny route.not-allowed
  - row: 245
    from: ind/nv
    to: [om/parket]
    kind: aanvullende-informatie
    purpose: weigering-toegang
    basis: sis-1861-art24
    class: DV
    outcome: deny route.not-allowed

  # Not passed on.
  - row: 246
    from: politie/sirene
    to: [kmar/grens]
    kind: forward
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    original: { kind: signalering, from: politie/cter, purpose: onopvallende-of-gerichte-controle, class: DV }
    outcome: deny onward.forbidden
  - row: 247
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 248
    from: politie/cter
    to: [politie/sirene]
    kind: verwijdering
    purpose: onopvallende-of-gerichte-controle
    basis: sis-1862-art36
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/tf-taskforce.yaml",
            text: #"""
# Table tests of tf-taskforce. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification,
# the others were added by hand so that each rule has a row that fails without it.

exchange: tf-taskforce
asOf: 2026-11-20T12:00:00Z

defaults:
  subjectbericht:
    retainUntil: 2027-10-01

rows:
  - row: 1
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    release: 2
    outcome: allow
  - row: 2
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wgs-fec
    class: DV
    outcome: deny basis.not-allowed
  - row: 3
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: SC
    outcome: deny classification.above-ceiling
  - row: 4
    from: bank-a/tf
    to: [fec/tftf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 5
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: allow
  - row: 6
    from: aivd/ct
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wiv2017-art62
    class: O
    outcome: deny exchange.not-member
  - row: 7
    from: om/fp
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    unset: [retainUntil]
    outcome: deny field.required
  - row: 8
    from: bank-a/tf
    to: [bank-b/tf]
    kind: forward
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    original: { kind: subjectbericht, from: politie/cter, purpose: tegengaan-terrorismefinanciering, class: DV }
    outcome: deny onward.forbidden

  # Who names a subject, and on which basis.
  - row: 9
    from: politie/cter
    to: [bank-a/tf, bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 10
    from: fiod/tf
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 11
    from: fiod/tf
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: allow
  - row: 12
    from: om/fp
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    outcome: allow
  - row: 13
    from: om/fp
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: allow
  - row: 14
    why: the police's basis does not serve the prosecution service
    from: om/fp
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 15
    from: politie/cter
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 16
    from: fiod/tf
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 17
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: opsporing-en-vervolging
    basis: wpg-art20
    class: DV
    outcome: deny purpose.not-allowed
  - row: 18
    from: fiu/tf
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny kind.not-allowed
  - row: 19
    from: fec/tftf
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny kind.not-allowed
  - row: 20
    from: bank-a/tf
    to: [politie/cter]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny kind.not-allowed
  - row: 21
    from: politie/cter
    to: [fiod/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed
  - row: 22
    from: politie/cter
    to: [bank-a/tf, fiu/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed
  - row: 23
    from: politie/cter
    to: [fec/tftf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed

  # Only the banks that signed for this subject's case.
  - row: 24
    from: politie/cter
    to: [bank-a/tf, bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    case: { id: TF-4, without: [bank-b/tf] }
    outcome: deny case.not-member
  - row: 25
    why: nor does who is not at its table write about it
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    case: { id: TF-4, without: [politie/cter] }
    outcome: deny case.not-member
  - row: 26
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    case: none
    outcome: deny case.required
  - row: 27
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    case: { id: TF-4, until: { bank-a/tf: 2026-11-19 } }
    outcome: deny case.membership-lapsed
  - row: 28
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    case: { id: TF-4, until: { bank-a/tf: 2026-11-20 } }
    outcome: allow
  - row: 29
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    case: { id: TF-4, closed: 2026-11-20 }
    outcome: deny case.closed

  # One subject, marked, released by two, answered and deleted in time.
  - row: 30
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 31
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { details.subjects: 0 }
    outcome: deny field.value
  - row: 32
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { markings: [] }
    outcome: deny marking.required
  - row: 33
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    release: 1
    outcome: deny release.required
  - row: 34
    why: ten working days after a Friday
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { respondBy: 2026-12-04 }
    outcome: allow
  - row: 35
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { respondBy: 2026-12-05 }
    outcome: deny term.too-long
  - row: 36
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { retainUntil: 2027-11-20 }
    keep: { bank-a/tf: 1 year vernietigen }
    outcome: allow
  - row: 37
    from: politie/cter
    to: [bank-b/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { retainUntil: 2027-11-21 }
    keep: { bank-b/tf: 1 year vernietigen }
    outcome: deny term.too-long

  # The bank answers the sender alone.
  - row: 38
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: { kind: subjectbericht, from: politie/cter, to: [bank-a/tf] }
    outcome: allow
  - row: 39
    from: bank-b/tf
    to: [fiod/tf]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    release: 2
    set: { details.reported: true }
    outcome: allow
  - row: 40
    from: bank-b/tf
    to: [om/fp]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    set: { details.reported: false }
    outcome: allow
  - row: 41
    from: bank-b/tf
    to: [om/fp]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    set: { details.reported: misschien }
    outcome: deny field.value
  - row: 42
    from: bank-b/tf
    to: [om/fp]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    release: 1
    outcome: deny release.required
  - row: 43
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 44
    why: the police named the subject
    from: bank-a/tf
    to: [om/fp]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: { from: politie/cter }
    outcome: deny reply.unmatched
  - row: 45
    why: kenmerk and date match together
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: { date: 2026-11-03 }
    outcome: deny reply.unmatched
  - row: 46
    why: the subject was named to the other bank
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: { to: [bank-b/tf] }
    outcome: deny reply.unmatched
  - row: 47
    why: this one names no subject
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: { kind: fenomeen, from: politie/cter }
    outcome: deny reply.unmatched
  - row: 48
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    cites: [{ kind: subjectbericht }, { kind: subjectbericht }]
    outcome: deny reply.unmatched
  - row: 49
    from: bank-a/tf
    to: [politie/cter, om/fp]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed
  - row: 50
    from: bank-a/tf
    to: [bank-b/tf]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed
  - row: 51
    why: a report to the FIU goes through fiu-meldingen
    from: bank-a/tf
    to: [fiu/tf]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed
  - row: 52
    from: bank-a/tf
    to: [fec/tftf]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny route.not-allowed
  - row: 53
    from: politie/cter
    to: [fiod/tf]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: deny kind.not-allowed
  - row: 54
    from: fiu/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny kind.not-allowed
  - row: 55
    from: fec/tftf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: deny kind.not-allowed
  - row: 56
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 57
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 58
    from: bank-a/tf
    to: [politie/cter]
    kind: terugmelding
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: SC
    outcome: deny classification.above-ceiling

  # How it is done: to all, without persons, and never from bank to bank.
  - row: 59
    from: fiu/tf
    to: [politie/cter, om/fp, fiod/tf, fec/tftf, bank-a/tf, bank-b/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    release: 2
    set: { retainUntil: 2027-10-01 }
    outcome: allow
  - row: 60
    from: fec/tftf
    to: [fiu/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    outcome: allow
  - row: 61
    from: politie/cter
    to: [fiu/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 62
    from: fiod/tf
    to: [fiu/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: allow
  - row: 63
    from: om/fp
    to: [fiu/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    outcome: allow
  - row: 64
    from: fiu/tf
    to: [politie/cter]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: wpg-art20
    class: DV
    outcome: deny basis.not-allowed
  - row: 65
    from: fiu/tf
    to: [politie/cter]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: wjsg-art39f
    class: DV
    outcome: deny basis.not-allowed
  - row: 66
    from: fiu/tf
    to: [politie/cter]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: SC
    outcome: deny classification.above-ceiling
  - row: 67
    from: fiu/tf
    to: [politie/cter]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    release: 1
    outcome: deny release.required
  - row: 68
    from: fiu/tf
    to: [bank-a/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    outcome: deny field.required
  - row: 69
    why: how long the police keep it follows their own files
    from: fiu/tf
    to: [politie/cter]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    set: { retainUntil: 2029-01-01 }
    outcome: allow
  - row: 70
    from: bank-b/tf
    to: [fec/tftf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    outcome: allow
  - row: 71
    from: bank-a/tf
    to: [bank-b/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    outcome: deny route.not-allowed
  - row: 72
    from: bank-a/tf
    to: [politie/cter]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    outcome: deny route.not-allowed
  - row: 73
    from: bank-a/tf
    to: [fiu/tf]
    kind: fenomeen
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    outcome: deny route.not-allowed

  # Nothing is passed on, also not inside the bank, nor by who named the subject.
  - row: 74
    from: bank-a/tf
    to: [bank-a/meldingen]
    kind: forward
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: O
    original: { kind: subjectbericht, from: politie/cter, purpose: tegengaan-terrorismefinanciering, class: O }
    outcome: deny onward.forbidden
  - row: 75
    from: politie/cter
    to: [fiod/tf]
    kind: forward
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    original: { kind: terugmelding, from: bank-a/tf, purpose: tegengaan-terrorismefinanciering, class: DV }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 76
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 77
    why: no service takes part
    from: politie/cter
    to: [bank-a/tf]
    kind: subjectbericht
    purpose: tegengaan-terrorismefinanciering
    basis: tftf-convenant
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/toezicht.yaml",
            text: #"""
# Table tests of toezicht. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the specification, the
# others were added by hand so that each rule has a row that fails without it.

exchange: toezicht
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: ctivd/onderzoek
    to: [aivd/ct]
    kind: inzageverzoek
    purpose: toezicht
    basis: wiv2017-toezicht
    class: O
    outcome: allow
  - row: 2
    why: originator control of a foreign service does not stop it
    from: aivd/ct
    to: [ctivd/onderzoek]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: SZG
    set: { markings: [originator-control] }
    outcome: allow
  - row: 3
    why: not its field
    from: politie/cter
    to: [ctivd/onderzoek]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny route.not-allowed
  - row: 4
    from: aivd/ct
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny route.not-allowed
  - row: 5
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    cites: { kind: inzageverzoek }
    outcome: allow
  - row: 6
    why: overseers ask, and do not show
    from: ap/toezicht
    to: [politie/cter]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny kind.not-allowed
  - row: 7
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: SC
    outcome: deny classification.above-ceiling
  - row: 8
    from: ctivd/onderzoek
    to: [nctv/analyse]
    kind: forward
    purpose: dreigingsduiding
    basis: wctnv
    class: SG
    original: { kind: inzage, from: aivd/ct, purpose: toezicht, class: SG }
    outcome: deny onward.forbidden

  # Each in its field.
  - row: 9
    from: ctivd/onderzoek
    to: [aivd/ct, mivd/ct]
    kind: inzageverzoek
    purpose: toezicht
    basis: wiv2017-toezicht
    class: SZG
    outcome: allow
  - row: 10
    from: mivd/ct
    to: [ctivd/onderzoek]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: SZG
    keep: { ctivd/onderzoek: 20 years overbrengen }
    outcome: allow
  - row: 11
    from: ctivd/onderzoek
    to: [mivd/ct]
    kind: rapport
    purpose: toezicht
    basis: wiv2017-toezicht
    class: SZG
    outcome: allow
  - row: 12
    from: ap/toezicht
    to: [politie/cter, kmar/ct, om/parket, ind/nv, coa/meldpunt, dtv/nv]
    kind: inzageverzoek
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 13
    from: ap/toezicht
    to: [pinl/verstrekking, gemeente-den-haag/casus, gemeente-rotterdam/casus]
    kind: rapport
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 14
    from: kmar/ct
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 15
    from: om/parket
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 16
    from: ind/nv
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 17
    from: coa/meldpunt
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 18
    from: dtv/nv
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 19
    from: pinl/verstrekking
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: pnrwet-fg
    class: DV
    outcome: allow
  - row: 20
    from: gemeente-den-haag/casus
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 21
    from: gemeente-rotterdam/casus
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: allow
  - row: 22
    from: pinl/verstrekking
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    release: 1
    outcome: allow
  - row: 23
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: pnrwet-fg
    class: DV
    outcome: deny basis.not-allowed
  - row: 24
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny basis.not-allowed
  - row: 25
    from: aivd/ct
    to: [ctivd/onderzoek]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny basis.not-allowed
  - row: 26
    from: pinl/verstrekking
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny basis.not-allowed
  - row: 27
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: opsporing-en-vervolging
    basis: avg-art6-1c
    class: DV
    outcome: deny purpose.not-allowed
  - row: 28
    from: ctivd/onderzoek
    to: [politie/cter]
    kind: inzageverzoek
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny route.not-allowed
  - row: 29
    from: ctivd/onderzoek
    to: [politie/cter]
    kind: rapport
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny route.not-allowed
  - row: 30
    from: ap/toezicht
    to: [aivd/ct]
    kind: inzageverzoek
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny route.not-allowed
  - row: 31
    from: ap/toezicht
    to: [aivd/ct]
    kind: rapport
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny route.not-allowed
  - row: 32
    from: politie/cter
    to: [kmar/ct]
    kind: inzageverzoek
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny kind.not-allowed
  - row: 33
    from: politie/cter
    to: [aivd/ct]
    kind: inzageverzoek
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny kind.not-allowed
  - row: 34
    from: politie/cter
    to: [kmar/ct]
    kind: rapport
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny kind.not-allowed
  - row: 35
    from: politie/cter
    to: [ctivd/onderzoek]
    kind: rapport
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny kind.not-allowed
  - row: 36
    from: ctivd/onderzoek
    to: [aivd/ct]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny kind.not-allowed
  - row: 37
    from: politie/cter
    to: [kmar/ct]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    outcome: deny route.not-allowed
  - row: 38
    from: aivd/ct
    to: [mivd/ct]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny route.not-allowed
  - row: 39
    from: nctv/analyse
    to: [ctivd/onderzoek]
    kind: inzage
    purpose: toezicht
    basis: wiv2017-toezicht
    class: DV
    outcome: deny exchange.not-member
  - row: 40
    from: ap/toezicht
    to: [politie/cter]
    kind: inzageverzoek
    purpose: toezicht
    basis: avg-art6-1c
    class: SC
    outcome: deny classification.above-ceiling

  # What an inzage cites.
  - row: 41
    why: it may show what nobody asked for
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    cites: nothing
    outcome: allow
  - row: 42
    why: kmar was asked
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    cites: { kind: inzageverzoek, to: [kmar/ct] }
    outcome: deny reply.unmatched
  - row: 43
    why: it is no question
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    cites: { kind: rapport, from: ap/toezicht, to: [politie/cter] }
    outcome: deny reply.unmatched
  - row: 44
    why: another asked
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    cites: { kind: inzageverzoek, from: ctivd/onderzoek }
    outcome: deny reply.unmatched
  - row: 45
    why: its own
    from: politie/cter
    to: [ap/toezicht]
    kind: inzage
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    cites: { kind: inzageverzoek, from: politie/cter, to: [ap/toezicht] }
    outcome: deny reply.unmatched

  # Onward: nothing.
  - row: 46
    from: ap/toezicht
    to: [om/parket]
    kind: forward
    purpose: toezicht
    basis: avg-art6-1c
    class: DV
    original:
      kind: inzage
      from: politie/cter
      purpose: toezicht
      class: DV
      consents: [{ mailbox: om/parket, purpose: toezicht }]
    outcome: deny onward.forbidden

"""#
        ),
        (
            path: "tests/toi-bevelen.yaml",
            text: #"""
# Table tests of toi-bevelen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: toi-bevelen
asOf: 2026-11-20T12:00:00Z

defaults:
  verwijderingsbevel:
    respondBy: 2026-11-20T13:00:00Z

rows:
  - row: 1
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: allow
  - row: 2
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    unset: [respondBy]
    outcome: deny term.required
  - row: 3
    from: politie/iru
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 4
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: allow
  - row: 5
    from: atkm/bevelen
    to: [aivd/ct, politie/iru]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 6
    from: aivd/ct
    to: [hosting-a/abuse]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: wiv2017-art62
    class: O
    outcome: deny route.not-allowed
  - row: 7
    from: hosting-a/abuse
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: allow
  - row: 8
    why: the purpose of the voluntary channel
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: verwijdering-strafbare-inhoud
    basis: tco-art3
    class: O
    outcome: deny purpose.not-allowed

  # Orders.
  - row: 9
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    set: { respondBy: 2026-11-20T12:45:00Z }
    release: 1
    keep: { atkm/bevelen: 5 years overbrengen, hosting-a/abuse: 6 months vernietigen }
    outcome: allow
  - row: 10
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    set: { respondBy: 2026-11-20T13:00:01Z }
    outcome: deny term.too-long
  - row: 11
    why: the end of the day is later
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    set: { respondBy: 2026-11-20 }
    outcome: deny term.too-long
  - row: 12
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: DV
    outcome: deny classification.above-ceiling
  - row: 13
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny basis.not-allowed
  - row: 14
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny basis.not-allowed
  - row: 15
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 16
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: voorafgaande-informatie }
    outcome: allow
  - row: 17
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: voorafgaande-informatie, from: hosting-a/abuse, to: [atkm/bevelen] }
    outcome: deny reply.unmatched
  - row: 18
    why: told to another
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: voorafgaande-informatie, from: atkm/bevelen, to: [politie/iru] }
    outcome: deny reply.unmatched
  - row: 19
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: uitvoeringsmelding, from: atkm/bevelen, to: [hosting-a/abuse] }
    outcome: deny reply.unmatched
  - row: 20
    from: atkm/bevelen
    to: [politie/iru]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny route.not-allowed
  - row: 21
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 22
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    release: 1
    outcome: allow
  - row: 23
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: DV
    outcome: deny classification.above-ceiling
  - row: 24
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny basis.not-allowed
  - row: 25
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny basis.not-allowed
  - row: 26
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 27
    from: atkm/bevelen
    to: [politie/iru]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny route.not-allowed
  - row: 28
    from: politie/iru
    to: [hosting-a/abuse]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 29
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: voorafgaande-informatie
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny kind.not-allowed

  # What the host reports.
  - row: 30
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: DV
    release: 1
    outcome: allow
  - row: 31
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: SC
    outcome: deny classification.above-ceiling
  - row: 32
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny basis.not-allowed
  - row: 33
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny basis.not-allowed
  - row: 34
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 35
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 36
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: verwijderingsbevel, from: hosting-a/abuse, to: [atkm/bevelen] }
    outcome: deny reply.unmatched
  - row: 37
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: verwijderingsbevel, from: politie/iru }
    outcome: deny reply.unmatched
  - row: 38
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    cites: { kind: voorafgaande-informatie }
    outcome: deny reply.unmatched
  - row: 39
    from: hosting-a/abuse
    to: [politie/iru]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny route.not-allowed
  - row: 40
    from: politie/iru
    to: [atkm/bevelen]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 41
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: uitvoeringsmelding
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny kind.not-allowed
  - row: 42
    from: hosting-a/abuse
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    release: 1
    outcome: allow
  - row: 43
    from: hosting-a/abuse
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: SC
    outcome: deny classification.above-ceiling
  - row: 44
    from: hosting-a/abuse
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny basis.not-allowed
  - row: 45
    from: hosting-a/abuse
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny basis.not-allowed
  - row: 46
    from: hosting-a/abuse
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 47
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny route.not-allowed
  - row: 48
    from: hosting-a/abuse
    to: [om/parket]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny route.not-allowed
  - row: 49
    from: atkm/bevelen
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny kind.not-allowed
  - row: 50
    from: om/parket
    to: [politie/iru]
    kind: dreiging-voor-leven
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny kind.not-allowed

  # Whether removal harms an investigation.
  - row: 51
    from: atkm/bevelen
    to: [politie/iru]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 52
    from: politie/iru
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 53
    from: atkm/bevelen
    to: [om/parket]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 54
    from: om/parket
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 55
    from: atkm/bevelen
    to: [aivd/ct]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 56
    from: aivd/ct
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 57
    from: atkm/bevelen
    to: [europol/iru]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 58
    from: europol/iru
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: allow
  - row: 59
    from: atkm/bevelen
    to: [aivd/ct]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    release: 1
    outcome: allow
  - row: 60
    from: atkm/bevelen
    to: [aivd/ct]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: SC
    outcome: deny classification.above-ceiling
  - row: 61
    from: atkm/bevelen
    to: [aivd/ct]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 62
    from: atkm/bevelen
    to: [aivd/ct]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: DV
    outcome: deny basis.not-allowed
  - row: 63
    from: atkm/bevelen
    to: [aivd/ct]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 64
    from: aivd/ct
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    release: 1
    outcome: allow
  - row: 65
    from: aivd/ct
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: SC
    outcome: deny classification.above-ceiling
  - row: 66
    from: aivd/ct
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: DV
    outcome: deny basis.not-allowed
  - row: 67
    from: aivd/ct
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: DV
    outcome: deny basis.not-allowed
  - row: 68
    from: aivd/ct
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 69
    why: a host hears nothing of an investigation
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny route.not-allowed
  - row: 70
    from: aivd/ct
    to: [politie/iru]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    outcome: deny route.not-allowed
  - row: 71
    from: hosting-a/abuse
    to: [atkm/bevelen]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny kind.not-allowed
  - row: 72
    from: hosting-a/abuse
    to: [om/parket]
    kind: afstemming
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny kind.not-allowed

  # Orders of other states.
  - row: 73
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    release: 1
    outcome: allow
  - row: 74
    from: atkm/bevelen
    to: [europol/iru]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: DV
    outcome: allow
  - row: 75
    from: atkm/bevelen
    to: [europol/iru, hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: allow
  - row: 76
    from: atkm/bevelen
    to: [europol/iru]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: SC
    outcome: deny classification.above-ceiling
  - row: 77
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: DV
    outcome: deny classification.above-ceiling
  - row: 78
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    outcome: deny basis.not-allowed
  - row: 79
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: O
    outcome: deny basis.not-allowed
  - row: 80
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    set: { details.subjects: 2 }
    outcome: deny subjects.more-than-one
  - row: 81
    from: atkm/bevelen
    to: [politie/iru]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny route.not-allowed
  - row: 82
    from: europol/iru
    to: [hosting-a/abuse]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny kind.not-allowed
  - row: 83
    from: hosting-a/abuse
    to: [europol/iru]
    kind: grensoverschrijdende-toets
    purpose: uitvoering-toi-verordening
    basis: tco-art4
    class: O
    outcome: deny kind.not-allowed

  # Not passed on.
  - row: 84
    from: politie/iru
    to: [om/parket]
    kind: forward
    purpose: uitvoering-toi-verordening
    basis: tco-art14
    class: DV
    original: { kind: afstemming, from: atkm/bevelen, purpose: uitvoering-toi-verordening, class: DV }
    outcome: deny onward.forbidden
  - row: 85
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 86
    from: atkm/bevelen
    to: [hosting-a/abuse]
    kind: verwijderingsbevel
    purpose: uitvoering-toi-verordening
    basis: tco-art3
    class: O
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/versterkingsgelden.yaml",
            text: #"""
# Table tests of versterkingsgelden. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: versterkingsgelden
asOf: 2026-11-20T12:00:00Z

rows:
  - row: 1
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-30T12:00:00Z
    outcome: allow
  - row: 2
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-10-02T12:00:00Z
    outcome: deny term.lapsed
  - row: 3
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    release: 2
    cites: { kind: aanvraag }
    outcome: allow
  - row: 4
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 5
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag }
    outcome: allow
  - row: 6
    from: szw/ess
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny kind.not-allowed
  - row: 7
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 8
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: persoonsgerichte-aanpak
    basis: awb-4-2
    class: O
    outcome: deny purpose.not-allowed

  # Applied for before 1 October, by the clock of the Netherlands.
  - row: 9
    why: a second before midnight
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-30T21:59:59Z
    outcome: allow
  - row: 10
    why: midnight
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-30T22:00:00Z
    outcome: deny term.lapsed
  - row: 11
    why: the adviser advises on what it received
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid, szw/ess]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    release: 1
    keep: { nctv/beleid: 10 years vernietigen }
    outcome: allow
  - row: 12
    from: gemeente-den-haag/subsidie
    to: [szw/ess]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny route.not-allowed
  - row: 13
    from: gemeente-den-haag/subsidie
    to: [gemeente-den-haag/subsidie, nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny route.not-allowed
  - row: 14
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    set: { respondBy: 2026-11-30 }
    outcome: allow
  - row: 15
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    set: { respondBy: 2026-12-01 }
    mends: [respondBy]
    outcome: deny term.too-long
  - row: 16
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    case: DH-17
    outcome: deny field.forbidden
  - row: 17
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 18
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: DV
    asOf: 2026-09-15T12:00:00Z
    outcome: deny classification.above-ceiling
  - row: 19
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: avg-art6-1e
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny basis.not-allowed
  - row: 20
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: aanvraag
    purpose: persoonsgerichte-aanpak
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny purpose.not-allowed
  - row: 21
    from: gemeente-den-haag/casus
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny exchange.not-member
  - row: 22
    from: nctv/beleid
    to: [szw/ess]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny kind.not-allowed
  - row: 23
    from: szw/ess
    to: [nctv/beleid]
    kind: aanvraag
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-09-15T12:00:00Z
    outcome: deny kind.not-allowed

  # Advice on one application.
  - row: 24
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag, from: gemeente-den-haag/subsidie, to: [nctv/beleid, szw/ess] }
    outcome: allow
  - row: 25
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    release: 1
    outcome: allow
  - row: 26
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 27
    why: an application that it never had
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag, to: [nctv/beleid] }
    outcome: deny reply.unmatched
  - row: 28
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: [{ kind: aanvraag }, { kind: aanvraag }]
    outcome: deny reply.unmatched
  - row: 29
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: toekenning, from: nctv/beleid }
    outcome: deny reply.unmatched
  - row: 30
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: verantwoording, from: gemeente-den-haag/subsidie }
    outcome: deny reply.unmatched
  - row: 31
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 32
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 33
    from: szw/ess
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 34
    from: szw/ess
    to: [gemeente-den-haag/subsidie]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 35
    from: szw/ess
    to: [szw/ess]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 36
    from: nctv/beleid
    to: [szw/ess]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny kind.not-allowed
  - row: 37
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: advies
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny kind.not-allowed

  # Granted before 1 December of the year of the application, by two persons.
  - row: 38
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag, from: gemeente-den-haag/subsidie, to: [nctv/beleid] }
    outcome: allow
  - row: 39
    why: a second before midnight
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-11-30T22:59:59Z
    outcome: allow
  - row: 40
    why: midnight
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2026-11-30T23:00:00Z
    outcome: deny term.lapsed
  - row: 41
    why: last year's application
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    asOf: 2027-01-10T12:00:00Z
    outcome: deny reply.unmatched
  - row: 42
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    release: 1
    outcome: deny release.required
  - row: 43
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: nothing
    outcome: deny reply.required
  - row: 44
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag, date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 45
    why: the advice is no application
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: advies, from: szw/ess }
    outcome: deny reply.unmatched
  - row: 46
    why: sent by another
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag, from: szw/ess }
    outcome: deny reply.unmatched
  - row: 47
    why: the account of another grant is no application
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: verantwoording, from: gemeente-den-haag/subsidie }
    outcome: deny reply.unmatched
  - row: 48
    why: one application, not two
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: [{ kind: aanvraag }, { kind: aanvraag }]
    outcome: deny reply.unmatched
  - row: 49
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 50
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 51
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: DV
    outcome: deny classification.above-ceiling
  - row: 52
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: avg-art6-1e
    class: O
    outcome: deny basis.not-allowed
  - row: 53
    from: nctv/beleid
    to: [szw/ess]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 54
    from: nctv/beleid
    to: [nctv/beleid]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 55
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie, szw/ess]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 56
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny kind.not-allowed

  # Accounted for.
  - row: 57
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites:
      - { kind: toekenning, from: nctv/beleid, to: [gemeente-den-haag/subsidie] }
      - { kind: toekenning, from: nctv/beleid, to: [gemeente-den-haag/subsidie] }
    outcome: allow
  - row: 58
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: nothing
    outcome: allow
  - row: 59
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    release: 1
    outcome: allow
  - row: 60
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: toekenning }
    outcome: allow
  - row: 61
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: advies, from: nctv/beleid }
    outcome: deny reply.unmatched
  - row: 62
    why: its own application is no grant
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: aanvraag, from: gemeente-den-haag/subsidie, to: [nctv/beleid] }
    outcome: deny reply.unmatched
  - row: 63
    why: a grant of another
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    cites: { kind: toekenning, to: [szw/ess] }
    outcome: deny reply.unmatched
  - row: 64
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    case: DH-17
    outcome: deny field.forbidden
  - row: 65
    from: gemeente-den-haag/subsidie
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 66
    from: gemeente-den-haag/subsidie
    to: [szw/ess]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 67
    from: gemeente-den-haag/subsidie
    to: [gemeente-den-haag/subsidie]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny route.not-allowed
  - row: 68
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny kind.not-allowed
  - row: 69
    from: szw/ess
    to: [nctv/beleid]
    kind: verantwoording
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    outcome: deny kind.not-allowed

  # Nothing is passed on.
  - row: 70
    from: nctv/beleid
    to: [szw/ess]
    kind: forward
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    original: { kind: aanvraag, from: gemeente-den-haag/subsidie, purpose: subsidieverlening, class: O }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 71
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    action: audit
    asker: ap/toezicht
    outcome: allow
  - row: 72
    from: nctv/beleid
    to: [gemeente-den-haag/subsidie]
    kind: toekenning
    purpose: subsidieverlening
    basis: awb-4-2
    class: O
    action: audit
    asker: ctivd/onderzoek
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/voortgangsrapportage.yaml",
            text: #"""
# Table tests of voortgangsrapportage. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: voortgangsrapportage
asOf: 2026-11-20T12:00:00Z

defaults:
  uitvraag:
    details.peildatum: 2026-10-25
    details.period: tweede halfjaar 2026
  aantallen:
    details.peildatum: 2026-10-25
    details.period: tweede halfjaar 2026
    details.counts: { smallest: 7 }
  rapportage:
    details.peildatum: 2026-10-25
    details.period: tweede halfjaar 2026
    details.counts: { smallest: 7 }

rows:
  - row: 1
    from: ind/rwn
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 2
    from: rvig/rps
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    unset: [details.peildatum]
    outcome: deny field.required
  - row: 3
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set: { details.counts: { smallest: 2, suppressed: "false" } }
    outcome: deny counts.disclosing
  - row: 4
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    release: 2
    set: { details.counts: { smallest: 2, suppressed: "true" } }
    outcome: allow
  - row: 5
    from: om/parket
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.harmsInvestigation: "true" }
    outcome: allow
  - row: 6
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set: { details.harmsInvestigation: "true" }
    outcome: deny counts.disclosing
  - row: 7
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny classification.above-ceiling
  - row: 8
    from: dji/mar
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.subjects: 3 }
    outcome: deny subjects.more-than-one

  # The collector asks everyone, on either basis.
  - row: 9
    from: nctv/beleid
    to: [politie/cter, om/parket, ind/rwn, dtv/nv, dji/mar, rvdk/landelijk]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    release: 1
    outcome: allow
  - row: 10
    from: nctv/beleid
    to: [bz/sancties, rvig/rps, pinl/verstrekking, fin/sancties, reclassering/ter, aivd/ct]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 11
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 12
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: onderkennen-nationale-veiligheid
    basis: grondwet-art68
    class: DV
    outcome: deny purpose.not-allowed
  - row: 13
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: SC
    outcome: deny classification.above-ceiling
  - row: 14
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 15
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    unset: [details.peildatum]
    outcome: deny field.required
  - row: 16
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    unset: [details.period]
    outcome: deny field.required
  - row: 17
    why: fifteen working days after a Friday
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    set: { respondBy: 2026-12-11 }
    outcome: allow
  - row: 18
    from: nctv/beleid
    to: [politie/cter]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    set: { respondBy: 2026-12-12 }
    outcome: deny term.too-long
  - row: 19
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 20
    from: politie/cter
    to: [nctv/beleid]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 21
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed
  - row: 22
    from: nctv/beleid
    to: [mivd/ct]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny exchange.not-member
  - row: 23
    from: nctv/beleid
    to: [nctv/beleid]
    kind: uitvraag
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed

  # Contributors count, each for itself and to the collector alone.
  - row: 24
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    cites: nothing
    outcome: allow
  - row: 25
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    cites:
      - { kind: uitvraag, from: nctv/beleid, to: [politie/cter] }
      - { kind: uitvraag, from: nctv/beleid, to: [politie/cter] }
    outcome: allow
  - row: 26
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    cites: { kind: uitvraag }
    keep: { politie/cter: 20 years overbrengen }
    outcome: allow
  - row: 27
    from: aivd/ct
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: O
    release: 1
    outcome: allow
  - row: 28
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    cites: { kind: uitvraag, date: 2026-11-01 }
    outcome: deny reply.unmatched
  - row: 29
    why: it was asked of another
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    cites: { kind: uitvraag, to: [om/parket] }
    outcome: deny reply.unmatched
  - row: 30
    why: the others' numbers are no question
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    cites: { kind: aantallen, from: nctv/beleid }
    outcome: deny reply.unmatched
  - row: 31
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 33
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 34
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.counts: { smallest: 5 }, details.rounding: 5 }
    outcome: allow
  - row: 35
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.counts: { smallest: 4 } }
    outcome: deny counts.disclosing
  - row: 36
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.counts: { smallest: 4, suppressed: "false" } }
    outcome: deny counts.disclosing
  - row: 37
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.counts: { smallest: 0, suppressed: "true" } }
    outcome: allow
  - row: 38
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    unset: [details.counts]
    outcome: deny field.required
  - row: 39
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    unset: [details.period]
    outcome: deny field.required
  - row: 40
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.peildatum: vandaag }
    outcome: deny field.value
  - row: 41
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.rounding: 4 }
    outcome: deny field.value
  - row: 42
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.rounding: 6 }
    outcome: deny field.value
  - row: 43
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.harmsInvestigation: "false" }
    outcome: allow
  - row: 44
    from: politie/cter
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    set: { details.harmsInvestigation: misschien }
    outcome: deny field.value
  - row: 45
    from: politie/cter
    to: [tweede-kamer/griffie]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: O
    outcome: deny route.not-allowed
  - row: 46
    from: politie/cter
    to: [om/parket]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 47
    from: nctv/beleid
    to: [politie/cter]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 48
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed

  # What parliament reads tells of nobody, and harms no investigation.
  - row: 49
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set:
      details.counts: { smallest: 5, suppressed: "false" }
      details.rounding: 5
      details.harmsInvestigation: "false"
    outcome: allow
  - row: 50
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set: { details.counts: { smallest: 4 } }
    outcome: deny counts.disclosing
  - row: 51
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    unset: [details.counts]
    outcome: deny field.required
  - row: 52
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    unset: [details.peildatum]
    outcome: deny field.required
  - row: 53
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    unset: [details.period]
    outcome: deny field.required
  - row: 54
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set: { details.rounding: 4 }
    outcome: deny field.value
  - row: 55
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set: { details.rounding: 6 }
    outcome: deny field.value
  - row: 56
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    release: 1
    outcome: deny release.required
  - row: 57
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    set: { details.subjects: 1 }
    outcome: deny subjects.more-than-one
  - row: 58
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: O
    outcome: deny basis.not-allowed
  - row: 59
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: onderkennen-nationale-veiligheid
    basis: grondwet-art68
    class: O
    outcome: deny purpose.not-allowed
  - row: 60
    from: nctv/beleid
    to: [politie/cter]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 61
    from: nctv/beleid
    to: [nctv/beleid]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 62
    from: nctv/beleid
    to: [politie/cter, tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny route.not-allowed
  - row: 63
    from: politie/cter
    to: [tweede-kamer/griffie]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed
  - row: 64
    from: tweede-kamer/griffie
    to: [nctv/beleid]
    kind: rapportage
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    outcome: deny kind.not-allowed

  # Nothing is passed on.
  - row: 65
    from: nctv/beleid
    to: [tweede-kamer/griffie]
    kind: forward
    purpose: verantwoording-aan-parlement
    basis: grondwet-art68
    class: O
    original: { kind: aantallen, from: om/parket, purpose: verantwoording-aan-parlement, class: O }
    outcome: deny onward.forbidden

  # Who oversees it.
  - row: 66
    from: aivd/ct
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    action: audit
    asker: ctivd/onderzoek
    outcome: allow
  - row: 67
    from: aivd/ct
    to: [nctv/beleid]
    kind: aantallen
    purpose: verantwoording-aan-parlement
    basis: avg-art6-1e
    class: DV
    action: audit
    asker: ap/toezicht
    outcome: deny exchange.not-member

"""#
        ),
        (
            path: "tests/vreemdelingenketen.yaml",
            text: #"""
# Table tests of vreemdelingenketen. What a row leaves out is as the kind asks. Rows 1 to 8 are those of the
# specification, the others were added by hand so that each rule has a row that fails without it.

exchange: vreemdelingenketen
asOf: 2026-11-20T12:00:00Z

defaults:
  terugmelding:
    details.status: opgenomen

rows:
  - row: 1
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 2
    from: ind/nv
    to: [aivd/ct, kmar/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal, from: coa/meldpunt }
    outcome: allow
  - row: 3
    why: past the hub
    from: coa/meldpunt
    to: [aivd/ct]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: deny route.not-allowed
  - row: 4
    from: ind/nv
    to: [gemeente-den-haag/casus]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny exchange.not-member
  - row: 5
    why: the purpose of another exchange
    from: dtv/nv
    to: [ind/nv]
    kind: signaal
    purpose: vertrek
    basis: avg-art6-1e
    class: DV
    outcome: deny purpose.not-allowed
  - row: 6
    from: aivd/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 7
    why: only the hub answers finders
    from: aivd/ct
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny route.not-allowed
  - row: 8
    why: the right kenmerk, the date one day off
    from: kmar/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { date: 2026-11-03 }
    outcome: deny reply.unmatched

  # Every finder reports, to the hub only.
  - row: 9
    from: dtv/nv
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    keep: { ind/nv: 1 year vernietigen }
    outcome: allow
  - row: 10
    from: politie/avim
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 11
    from: ind/screening
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 12
    from: dji/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    release: 1
    outcome: allow
  - row: 13
    from: gemeente-den-haag/burgerzaken
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: O
    outcome: allow
  - row: 14
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: SC
    outcome: deny classification.above-ceiling
  - row: 15
    why: towards the services only
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art94
    class: DV
    outcome: deny basis.not-allowed
  - row: 16
    why: the basis of the police
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 17
    why: the basis of the services
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 18
    from: aivd/ct
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny kind.not-allowed
  - row: 19
    from: ind/nv
    to: [aivd/ct]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny kind.not-allowed
  - row: 20
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.origin: aangifte-asielrelaas }
    outcome: allow
  - row: 21
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.origin: buurman }
    outcome: deny field.value
  - row: 22
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: spoed, respondBy: 2026-11-21T12:00:00Z }
    outcome: allow
  - row: 23
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: spoed, respondBy: 2026-11-21T12:00:01Z }
    outcome: deny term.too-long
  - row: 24
    why: two working days after a Friday
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: gewoon, respondBy: 2026-11-24 }
    outcome: allow
  - row: 25
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.urgency: gewoon, respondBy: 2026-11-25 }
    outcome: deny term.too-long
  - row: 26
    why: without urgency it is urgent
    from: coa/meldpunt
    to: [ind/nv]
    kind: signaal
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { respondBy: 2026-11-24 }
    outcome: deny term.too-long

  # The hub passes on.
  - row: 27
    from: ind/nv
    to: [politie/cter, mivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    set: { details.origin: aangifte-asielrelaas, details.urgency: spoed }
    keep: { politie/cter: 5 years vernietigen }
    outcome: allow
  - row: 28
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art94
    class: DV
    outcome: allow
  - row: 29
    from: ind/nv
    to: [aivd/ct, mivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art39
    class: DV
    set: { details.origin: anders, details.urgency: gewoon }
    outcome: allow
  - row: 30
    why: the police is no service
    from: ind/nv
    to: [aivd/ct, kmar/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art39
    class: DV
    outcome: deny basis.not-allowed
  - row: 31
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 32
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: SC
    outcome: deny classification.above-ceiling
  - row: 33
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 34
    why: it is no signaal
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: naslagverzoek, from: kmar/ct }
    outcome: deny reply.unmatched
  - row: 35
    why: it was not the hub that got it
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal, from: ind/nv, to: [aivd/ct] }
    outcome: deny reply.unmatched
  - row: 36
    from: ind/nv
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal, from: coa/meldpunt, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 37
    from: ind/nv
    to: [coa/meldpunt]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 38
    from: coa/meldpunt
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 39
    why: between followers nothing goes
    from: kmar/ct
    to: [aivd/ct]
    kind: doormelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny kind.not-allowed

  # Questions both ways, and their answers.
  - row: 40
    from: ind/nv
    to: [politie/cter, mivd/ct]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 41
    from: mivd/ct
    to: [ind/nv]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 42
    from: politie/cter
    to: [ind/nv]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { respondBy: 2026-12-04 }
    outcome: allow
  - row: 43
    from: politie/cter
    to: [ind/nv]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { respondBy: 2026-12-05 }
    outcome: deny term.too-long
  - row: 44
    from: ind/nv
    to: [coa/meldpunt]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 45
    why: past the hub
    from: kmar/ct
    to: [aivd/ct]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 46
    from: coa/meldpunt
    to: [ind/nv]
    kind: naslagverzoek
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 47
    from: ind/nv
    to: [aivd/ct]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: allow
  - row: 48
    from: ind/nv
    to: [kmar/ct]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: allow
  - row: 49
    why: to who asked
    from: ind/nv
    to: [aivd/ct, kmar/ct]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 50
    from: ind/nv
    to: [coa/meldpunt]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 51
    from: coa/meldpunt
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 52
    from: kmar/ct
    to: [aivd/ct]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny route.not-allowed
  - row: 53
    from: kmar/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 54
    from: politie/cter
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 55
    from: politie/cter
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: SC
    outcome: deny classification.above-ceiling
  - row: 56
    from: politie/cter
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    outcome: deny basis.not-allowed
  - row: 57
    from: kmar/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 58
    why: aivd asked
    from: ind/nv
    to: [kmar/ct]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { from: aivd/ct }
    outcome: deny reply.unmatched
  - row: 59
    why: its own question
    from: ind/nv
    to: [kmar/ct]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { from: ind/nv, to: [kmar/ct] }
    outcome: deny reply.unmatched
  - row: 60
    why: it is no question
    from: kmar/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { kind: doormelding, from: ind/nv }
    outcome: deny reply.unmatched
  - row: 61
    from: kmar/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 62
    from: kmar/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny basis.not-allowed
  - row: 63
    from: mivd/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    outcome: allow
  - row: 64
    from: aivd/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: SG
    outcome: deny classification.above-ceiling
  - row: 65
    from: aivd/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: deny basis.not-allowed
  - row: 66
    from: aivd/ct
    to: [ind/nv]
    kind: naslagantwoord
    purpose: vertrek
    basis: wiv2017-art62
    class: DV
    outcome: deny purpose.not-allowed

  # What became of it.
  - row: 67
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    outcome: allow
  - row: 68
    from: mivd/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: SC
    set: { details.status: niet-opgenomen }
    outcome: allow
  - row: 69
    why: whether it was taken up is asked
    from: aivd/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    set: { details.status: ontvangen }
    outcome: deny field.value
  - row: 70
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    set: { details.status: in-behandeling }
    outcome: deny field.value
  - row: 71
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    set: { details.status: ontvangen }
    outcome: allow
  - row: 72
    from: ind/nv
    to: [gemeente-den-haag/burgerzaken]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: O
    cites: { kind: signaal }
    set: { details.status: in-behandeling }
    outcome: allow
  - row: 73
    why: more than a finder hears
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    set: { details.status: opgenomen }
    outcome: deny field.value
  - row: 74
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    set: { details.status: niet-opgenomen }
    outcome: deny field.value
  - row: 75
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    unset: [details.status]
    outcome: deny field.required
  - row: 76
    why: no content
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    set: { details.status: ontvangen, documents: 1 }
    outcome: deny field.forbidden
  - row: 77
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    set: { details.status: ontvangen, subject: melding van gisteren }
    outcome: deny field.forbidden
  - row: 78
    why: the signaal of another finder
    from: ind/nv
    to: [coa/meldpunt]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal, from: dtv/nv }
    set: { details.status: ontvangen }
    outcome: deny reply.unmatched
  - row: 79
    why: to who reported
    from: ind/nv
    to: [coa/meldpunt, dtv/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    cites: { kind: signaal }
    set: { details.status: ontvangen }
    outcome: deny route.not-allowed
  - row: 80
    from: ind/nv
    to: [kmar/ct]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    outcome: deny route.not-allowed
  - row: 81
    from: coa/meldpunt
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    outcome: deny kind.not-allowed
  - row: 82
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: nothing
    outcome: deny reply.required
  - row: 83
    why: aivd had it, kmar had not
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { kind: doormelding, to: [aivd/ct] }
    outcome: deny reply.unmatched
  - row: 84
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { kind: doormelding, set: { reviewBy: 2026-11-19 } }
    outcome: deny term.lapsed
  - row: 85
    why: a question has an answer
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { kind: naslagverzoek }
    outcome: deny reply.unmatched
  - row: 86
    why: its own
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { kind: doormelding, from: kmar/ct, to: [ind/nv] }
    outcome: deny reply.unmatched
  - row: 87
    why: not from the hub
    from: kmar/ct
    to: [ind/nv]
    kind: terugmelding
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    cites: { kind: doormelding, from: aivd/ct }
    outcome: deny reply.unmatched

  # Onward: the hub decides.
  - row: 88
    from: ind/nv
    to: [aivd/ct, kmar/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    original:
      kind: signaal
      from: coa/meldpunt
      purpose: onderkennen-nationale-veiligheid
      class: DV
      set: { details.origin: anders }
    outcome: allow
  - row: 89
    why: an asylum account goes as a doormelding, which is a decision
    from: ind/nv
    to: [aivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    original:
      kind: signaal
      from: coa/meldpunt
      purpose: onderkennen-nationale-veiligheid
      class: DV
      set: { details.origin: aangifte-asielrelaas }
    outcome: deny onward.forbidden
  - row: 90
    why: nothing is said of its origin
    from: ind/nv
    to: [aivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    original: { kind: signaal, from: coa/meldpunt, purpose: onderkennen-nationale-veiligheid, class: DV }
    outcome: deny onward.forbidden
  - row: 91
    from: ind/nv
    to: [dtv/nv]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: DV
    original:
      kind: signaal
      from: coa/meldpunt
      purpose: onderkennen-nationale-veiligheid
      class: DV
      set: { details.origin: anders }
    outcome: deny onward.forbidden
  - row: 92
    from: ind/nv
    to: [kmar/ct]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: vw2000-art107
    class: DV
    original:
      kind: signaal
      from: coa/meldpunt
      purpose: onderkennen-nationale-veiligheid
      class: DV
      set: { details.origin: anders }
    outcome: deny onward.forbidden
  - row: 93
    why: the hub passed it on to kmar only
    from: kmar/ct
    to: [politie/cter]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: signaal
      from: coa/meldpunt
      to: [ind/nv]
      forwardedTo: [kmar/ct]
      purpose: onderkennen-nationale-veiligheid
      class: DV
      set: { details.origin: anders }
    outcome: deny onward.forbidden
  - row: 94
    why: the answer of a service
    from: ind/nv
    to: [kmar/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: vw2000-art107
    class: SC
    original: { kind: naslagantwoord, from: aivd/ct, purpose: onderkennen-nationale-veiligheid, class: SC }
    outcome: deny onward.forbidden
  - row: 95
    from: aivd/ct
    to: [mivd/ct]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wiv2017-art62
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      set: { details.origin: aangifte-asielrelaas }
    outcome: deny consent.required
  - row: 96
    why: the hub decided so
    from: aivd/ct
    to: [om/lovj]
    kind: forward
    purpose: opsporing-en-vervolging
    basis: wiv2017-art62
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: om/lovj, purpose: opsporing-en-vervolging }]
    outcome: allow
  - row: 97
    why: it consented to another purpose
    from: kmar/ct
    to: [om/lovj]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: om/lovj, purpose: opsporing-en-vervolging }]
    outcome: deny consent.required
  - row: 98
    from: kmar/ct
    to: [politie/cter]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original: { kind: doormelding, from: ind/nv, purpose: onderkennen-nationale-veiligheid, class: DV }
    outcome: deny consent.required
  - row: 99
    why: an answer is for who asked
    from: kmar/ct
    to: [politie/cter]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: naslagantwoord
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: politie/cter, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 100
    from: coa/meldpunt
    to: [dtv/nv]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: avg-art6-1e
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: dtv/nv, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 101
    from: kmar/ct
    to: [bank-a/tf]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: bank-a/tf, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 102
    from: kmar/ct
    to: [hosting-a/abuse]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: O
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: O
      consents: [{ mailbox: hosting-a/abuse, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 103
    from: kmar/ct
    to: [luchtvaart-a/pnr]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: O
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: O
      consents: [{ mailbox: luchtvaart-a/pnr, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 104
    from: kmar/ct
    to: [marktdeelnemer-a/meldingen]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: O
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: O
      consents: [{ mailbox: marktdeelnemer-a/meldingen, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 105
    from: kmar/ct
    to: [europol/siena]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: europol/siena, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden
  - row: 106
    from: kmar/ct
    to: [land-y/politie]
    kind: forward
    purpose: onderkennen-nationale-veiligheid
    basis: wpg-art16
    class: DV
    original:
      kind: doormelding
      from: ind/nv
      purpose: onderkennen-nationale-veiligheid
      class: DV
      consents: [{ mailbox: land-y/politie, purpose: onderkennen-nationale-veiligheid }]
    outcome: deny onward.forbidden

"""#
        ),
    ]
}
