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
# messages comes together, one that releases by intersection. "forward" says what a marking does to passing on.

levels: [ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim, stg-zeer-geheim]

markings:
  originator-control: { effect: restricts, forward: consent }
  geen-bewijs: { effect: restricts }
  zorg-context: { effect: restricts, forward: never }
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

purposes:
  - purpose: opsporing-en-vervolging
    bases: [wiv2017-art66]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [om/lovj]
  - purpose: verblijfsrecht
    bases: [wiv2017-art62]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [ind/nv, ind/rwn]
  - purpose: nederlanderschap
    bases: [wiv2017-art62]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [ind/nv, ind/rwn]
  - purpose: reisdocument
    bases: [wiv2017-art62]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [nctv/maatregelen, bz/ct]
  - purpose: bestuurlijke-maatregel
    bases: [wiv2017-art62]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [nctv/maatregelen, bz/ct]
  - purpose: bescherming-van-het-kind
    bases: [wiv2017-art62]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [rvdk/landelijk]
  - purpose: persoonsgerichte-aanpak
    bases: [wiv2017-art62]
    kinds: [ambtsbericht, aanvulling, intrekking]
    from: [provider]
    to: [gemeente-den-haag/casus]
  - { purpose: opsporing-en-vervolging, bases: [avg-art6-1e], kinds: [verzoek], from: [om/lovj], to: [provider] }
  - { purpose: verblijfsrecht, bases: [avg-art6-1e], kinds: [verzoek], from: [ind/nv, ind/rwn], to: [provider] }
  - { purpose: nederlanderschap, bases: [avg-art6-1e], kinds: [verzoek], from: [ind/nv, ind/rwn], to: [provider] }
  - { purpose: reisdocument, bases: [avg-art6-1e], kinds: [verzoek], from: [nctv/maatregelen, bz/ct], to: [provider] }
  - purpose: bestuurlijke-maatregel
    bases: [avg-art6-1e]
    kinds: [verzoek]
    from: [nctv/maatregelen, bz/ct]
    to: [provider]
  - { purpose: bescherming-van-het-kind, bases: [avg-art6-1e], kinds: [verzoek], from: [rvdk/landelijk], to: [provider] }
  - purpose: persoonsgerichte-aanpak
    bases: [avg-art6-1e]
    kinds: [verzoek]
    from: [gemeente-den-haag/casus]
    to: [provider]

ceilings:
  # What goes to the prosecution service ends in an open file.
  - { to: [om/lovj], level: departementaal-vertrouwelijk }
  - { to: [any], level: stg-confidentieel }

onward:
  permits:
    - from: [om/lovj]
      to: [om/parket]
      kinds: [ambtsbericht, aanvulling]
      purpose: same
      bases: [wiv2017-art66]
      consent: not-needed
    - { from: [receiver], to: [any], kinds: [ambtsbericht, aanvulling], purpose: any, consent: needed }

"""#
        ),
        (
            path: "exchanges/casusoverleg.yaml",
            text: #"""
# The case table of a municipality: partners work on one person at a time, and only the table of the case sees its papers.
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
  - { purpose: bestuurlijke-maatregel, bases: [pga-wet, avg-art6-1e], kinds: [maatregelvoorstel], from: [chair] }
  - purpose: persoonsgerichte-aanpak
    bases: [pga-wet, wpg-art20]
    kinds: [aanmelding, casusstuk, verslag]
    from: [politie/cter]
  - purpose: persoonsgerichte-aanpak
    bases: [pga-wet, wjsg-art39f]
    kinds: [aanmelding, casusstuk, verslag]
    from: [om/parket]
  - purpose: persoonsgerichte-aanpak
    bases: [pga-wet, avg-art6-1e]
    kinds: [aanmelding, casusstuk, verslag]
    from: [rvdk/landelijk, reclassering/ter, dji/mar, zvh-haaglanden/procesregie, lse/advies, chair, guest]
  - purpose: persoonsgerichte-aanpak
    bases: [pga-wet, avg-art6-1e]
    kinds: [uitnodiging, plan-van-aanpak, afsluiting]
    from: [chair]
  - { purpose: persoonsgerichte-aanpak, bases: [pga-wet, bw7-457], kinds: [contextinformatie], from: [care] }

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
      - { from: [editor, reader, outside], to: [editor, reader] }
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
      to: [editor, reader, own-organisation]
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
    release: 1
    markings: { required: [originator-control, geen-bewijs] }
    fields:
      reviewBy: { required: [any], within: 1 year }

  # Whether it was of use.
  afnemersreactie:
    permits:
      - { from: [receiver], to: [provider] }
    release: 1
    cites:
      - { answers: [inlichtingenbericht] }

purposes:
  - purpose: informeren-over-dreiging
    bases: [wiv2017-art62]
    kinds: [inlichtingenbericht]
    from: [provider]
    to: [receiver]
  - purpose: waarnemen-van-de-taak
    bases: [wiv2017-art62]
    kinds: [inlichtingenbericht]
    from: [provider]
    to: [receiver]
  - purpose: informeren-over-dreiging
    bases: [avg-art6-1e]
    kinds: [afnemersreactie]
    from: [receiver]
    to: [provider]
  - purpose: waarnemen-van-de-taak
    bases: [avg-art6-1e]
    kinds: [afnemersreactie]
    from: [receiver]
    to: [provider]

ceilings:
  - { to: [any], level: stg-geheim }

onward:
  permits:
    - { from: [receiver], to: [any], kinds: [inlichtingenbericht], purpose: any, consent: needed }
  forbids:
    # Never into a criminal file,
    - { purposes: [opsporing-en-vervolging, strafvordering, aanhouding] }
    # nor a case table,
    - { purposes: [persoonsgerichte-aanpak, veilige-detentie-en-re-integratie, vertrek] }
    - { to: [gemeente-den-haag/casus, gemeente-rotterdam/casus, zvh-haaglanden/procesregie, dji/mar] }
    # nor to a private party.
    - { to: [kind:bank, kind:host, kind:carrier, kind:operator, kind:care] }
    - { to: [kennisinstelling-a/osint, mma/meldingen] }

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
      - { from: [politie/sirene], to: [land-y/politie], addressees: 1 }

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
      - { from: [gate], to: [europol/siena], addressees: 1 }

  bewijsverzoek:
    permits:
      - { from: [om/irc], to: [evidence, land-y/politie], addressees: 1 }
      - { from: [evidence, land-y/politie], to: [om/irc], addressees: 1 }
  bewijsoverdracht:
    permits:
      - { from: [om/irc], to: [evidence, land-y/politie], addressees: 1 }
      - { from: [evidence, land-y/politie], to: [om/irc], addressees: 1 }
    cites:
      - { answers: [bewijsverzoek], number: one }

purposes:
  - { purpose: voorkomen-en-bestrijden-terrorisme, bases: [wpg-art17a], kinds: [melding-tweede-nationaliteit] }
  - { purpose: voorkomen-en-bestrijden-terrorisme, bases: [europol-art19], kinds: [bijdrage] }
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [wpg-art16]
    kinds: [verzoek, antwoord]
    from: [origin]
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [wpg-art16]
    kinds: [verzoek, antwoord]
    to: [origin]
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [europol-art19, dir2023-977]
    kinds: [verzoek, antwoord]
    to: [europol/siena]
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [europol-art19, dir2023-977]
    kinds: [verzoek, antwoord]
    from: [europol/siena]
  - purpose: voorkomen-en-bestrijden-terrorisme
    bases: [wpg-art17a]
    kinds: [verzoek, antwoord]
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
            path: "exchanges/nederlanderschap.yaml",
            text: #"""
# Withdrawal of Dutch nationality: on a final judgment or an ambtsbericht, told to registers, undone to everyone who had it.
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
      - { from: [source, court], to: [decider], addressees: 1 }
    release: 1

  voornemen:
    permits:
      - { from: [decider], to: [told] }

  intrekkingsbesluit:
    permits:
      - { from: [decider], to: [told] }
    limits: { liftedBy: [herstel] }
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
  - { party: [any], term: 5 years, then: vernietigen }

every:
  fields:
    subject: { forbidden: [any] }

kinds:
  aanlevering:
    permits:
      - { from: [carrier], to: [unit], addressees: 1 }
    subjects: any

  vordering:
    permits:
      - { from: [competent], to: [unit], addressees: 1 }
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
      - { from: [unit], to: [om/parket], addressees: 1 }
  vrijgavebesluit:
    permits:
      - { from: [om/parket], to: [unit], addressees: 1 }
    release: 2
    cites:
      - { answers: [vrijgaveverzoek], number: one }

  uitwisselverzoek:
    permits:
      - { from: [unit], to: [foreign-unit], addressees: 1 }
      - { from: [foreign-unit], to: [unit], addressees: 1 }
  uitwisseling:
    permits:
      - { from: [unit], to: [foreign-unit], addressees: 1 }
      - { from: [foreign-unit], to: [unit], addressees: 1 }
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

"""#
        ),
    ]
}
