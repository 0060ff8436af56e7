// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file

/// The worked example of `policies/`, as `zegel init` writes it; a test compares the two.
package enum EmbeddedPolicies {
    /// Path, relative to the folder of the policies, and text; sorted by path.
    package static let files: [(path: String, text: String)] = [
        (
            path: "classifications.yaml",
            text: #"""
# Levels in rising order, and markings: what restricts joins by union, what releases by intersection. Examples, not legal advice.
levels: [ongerubriceerd, departementaal-vertrouwelijk, stg-confidentieel, stg-geheim, stg-zeer-geheim]
markings:
  originator-control: restricts
  geen-bewijs: restricts
  zorg-context: restricts

"""#
        ),
        (
            path: "exchanges/ambtsberichten.yaml",
            text: #"""
# Official reports of the services to those who act on them openly. An example, not legal advice.
exchange: ambtsberichten
members:
  provider: [aivd/ct, mivd/ct]
  receiver: [om/lovj, ind/nv, ind/rwn, bz/ct, rvdk/landelijk, nctv/maatregelen, gemeente-den-haag/casus]
  by-forward: [om/parket]
auditors: [ctivd/onderzoek]
kinds:
  ambtsbericht:
    from: provider
    to: receiver
    addressees: one
    release: 2
    details:
      subjects: integer
      underlyingSeen: date
      evaluation: group
      sourceIncluded: boolean
    required: [evaluation]
    uses:
      - purpose: opsporing-en-vervolging
        basis: wiv2017-art66
        to: [om/lovj]
        ceiling: departementaal-vertrouwelijk
        required: [underlyingSeen]
      - purpose: verblijfsrecht
        basis: wiv2017-art62
        to: [ind/nv, ind/rwn]
        ceiling: stg-confidentieel
      - purpose: nederlanderschap
        basis: wiv2017-art62
        to: [ind/nv, ind/rwn]
        ceiling: stg-confidentieel
      - purpose: reisdocument
        basis: wiv2017-art62
        to: [nctv/maatregelen, bz/ct]
        ceiling: stg-confidentieel
      - purpose: bestuurlijke-maatregel
        basis: wiv2017-art62
        to: [nctv/maatregelen, bz/ct]
        ceiling: stg-confidentieel
      - purpose: bescherming-van-het-kind
        basis: wiv2017-art62
        to: [rvdk/landelijk]
        ceiling: stg-confidentieel
      - purpose: persoonsgerichte-aanpak
        basis: wiv2017-art62
        to: [gemeente-den-haag/casus]
        ceiling: stg-confidentieel
  verzoek:
    from: receiver
    to: provider
    details:
      subjects: integer
      evaluation: group
    uses:
      - purpose: opsporing-en-vervolging
        basis: avg-art6-1e
        from: [om/lovj]
        ceiling: stg-confidentieel
      - purpose: verblijfsrecht
        basis: avg-art6-1e
        from: [ind/nv, ind/rwn]
        ceiling: stg-confidentieel
      - purpose: nederlanderschap
        basis: avg-art6-1e
        from: [ind/nv, ind/rwn]
        ceiling: stg-confidentieel
      - purpose: reisdocument
        basis: avg-art6-1e
        from: [nctv/maatregelen, bz/ct]
        ceiling: stg-confidentieel
      - purpose: bestuurlijke-maatregel
        basis: avg-art6-1e
        from: [nctv/maatregelen, bz/ct]
        ceiling: stg-confidentieel
      - purpose: bescherming-van-het-kind
        basis: avg-art6-1e
        from: [rvdk/landelijk]
        ceiling: stg-confidentieel
      - purpose: persoonsgerichte-aanpak
        basis: avg-art6-1e
        from: [gemeente-den-haag/casus]
        ceiling: stg-confidentieel

"""#
        ),
        (
            path: "exchanges/inlichtingenberichten.yaml",
            text: #"""
# Intelligence for analysts and operational partners; never evidence. An example, not legal advice.
exchange: inlichtingenberichten
members:
  provider: [aivd/ct, mivd/ct]
  receiver: [nctv/analyse, bz/ct, politie/cter, kmar/ct, ind/nv, om/lovj]
auditors: [ctivd/onderzoek]
kinds:
  inlichtingenbericht:
    from: provider
    to: receiver
    details:
      subjects: integer
      evaluation: group
    markings: [originator-control, geen-bewijs]
    review: 365
    uses:
      - purpose: informeren-over-dreiging
        basis: wiv2017-art62
        ceiling: stg-geheim
      - purpose: waarnemen-van-de-taak
        basis: wiv2017-art62
        ceiling: stg-geheim
  afnemersreactie:
    from: receiver
    to: provider
    answers: inlichtingenbericht
    details:
      subjects: integer
      evaluation: group
    uses:
      - purpose: informeren-over-dreiging
        basis: avg-art6-1e
        ceiling: stg-geheim
      - purpose: waarnemen-van-de-taak
        basis: avg-art6-1e
        ceiling: stg-geheim

"""#
        ),
        (
            path: "organisations.yaml",
            text: #"""
# Organisations of the trial: examples with test OINs, not legal advice.
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
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
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
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000003000
    short: mivd
    name: Militaire Inlichtingen- en Veiligheidsdienst
    kind: service
    region: nl
    mailboxes:
      mivd/ct: stg-zeer-geheim
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000004000
    short: ind
    name: Immigratie- en Naturalisatiedienst
    kind: other
    region: nl
    mailboxes:
      ind/nv: stg-confidentieel
      ind/rwn: departementaal-vertrouwelijk
      ind/screening: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
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
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000006000
    short: rvdk
    name: Raad voor de Kinderbescherming
    kind: other
    region: nl
    mailboxes:
      rvdk/landelijk: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
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
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
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
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000009000
    short: fiod
    name: FIOD
    kind: police
    region: nl
    mailboxes:
      fiod/tf: stg-confidentieel
      fiod/mvtc: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000010000
    short: fiu
    name: FIU-Nederland
    kind: other
    region: nl
    mailboxes:
      fiu/tf: stg-confidentieel
      fiu/meldingen: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
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
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read, policy.read]
  - oin: 00000099000000012000
    short: belastingdienst
    name: Belastingdienst
    kind: other
    region: nl
    mailboxes:
      belastingdienst/ct: stg-confidentieel
      belastingdienst/toeslagen: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000013000
    short: nla
    name: Nederlandse Arbeidsinspectie
    kind: other
    region: nl
    mailboxes:
      nla/ct: stg-confidentieel
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000014000
    short: coa
    name: Centraal Orgaan opvang asielzoekers
    kind: other
    region: nl
    mailboxes:
      coa/meldpunt: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000015000
    short: dtv
    name: Dienst Terugkeer en Vertrek
    kind: other
    region: nl
    mailboxes:
      dtv/nv: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000016000
    short: pinl
    name: Passagiersinformatie-eenheid Nederland
    kind: other
    region: nl
    mailboxes:
      pinl/verstrekking: departementaal-vertrouwelijk
      pinl/fg: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000017000
    short: reclassering
    name: Reclassering Nederland
    kind: other
    region: nl
    mailboxes:
      reclassering/ter: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000018000
    short: dji
    name: Dienst Justitiële Inrichtingen
    kind: other
    region: nl
    mailboxes:
      dji/mar: departementaal-vertrouwelijk
      dji/ta: departementaal-vertrouwelijk
      dji/meldpunt: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000019000
    short: gemeente-den-haag
    name: Gemeente Den Haag
    kind: municipality
    region: nl
    mailboxes:
      gemeente-den-haag/casus: departementaal-vertrouwelijk
      gemeente-den-haag/burgerzaken: ongerubriceerd
      gemeente-den-haag/subsidie: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000020000
    short: fec
    name: Financieel Expertise Centrum
    kind: other
    region: nl
    mailboxes:
      fec/tf: stg-confidentieel
      fec/tftf: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000021000
    short: bank-a
    name: Bank A
    kind: bank
    region: nl
    mailboxes:
      bank-a/tf: departementaal-vertrouwelijk
      bank-a/meldingen: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000022000
    short: rvig
    name: Rijksdienst voor Identiteitsgegevens
    kind: other
    region: nl
    mailboxes:
      rvig/rps: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000023000
    short: fin
    name: Ministerie van Financiën
    kind: ministry
    region: nl
    mailboxes:
      fin/sancties: stg-confidentieel
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000024000
    short: tweede-kamer
    name: Tweede Kamer der Staten-Generaal
    kind: other
    region: nl
    mailboxes:
      tweede-kamer/griffie: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000025000
    short: szw
    name: Ministerie van Sociale Zaken en Werkgelegenheid
    kind: ministry
    region: nl
    mailboxes:
      szw/ess: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000026000
    short: uwv
    name: Uitvoeringsinstituut Werknemersverzekeringen
    kind: other
    region: nl
    mailboxes:
      uwv/handhaving: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000027000
    short: svb
    name: Sociale Verzekeringsbank
    kind: other
    region: nl
    mailboxes:
      svb/handhaving: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000028000
    short: duo
    name: Dienst Uitvoering Onderwijs
    kind: other
    region: nl
    mailboxes:
      duo/handhaving: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000029000
    short: atkm
    name: Autoriteit Terroristische Content en Kinderpornografisch Materiaal
    kind: other
    region: nl
    mailboxes:
      atkm/bevelen: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000030000
    short: hosting-a
    name: Hosting A
    kind: host
    region: nl
    mailboxes:
      hosting-a/abuse: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000031000
    short: europol
    name: Europol
    kind: partner
    region: eu
    mailboxes:
      europol/siena: departementaal-vertrouwelijk
      europol/iru: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000032000
    short: interpol
    name: Interpol
    kind: partner
    region: other
    mailboxes:
      interpol/ncb: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000033000
    short: dienst-x
    name: Dienst X
    kind: service
    region: other
    mailboxes:
      dienst-x/ct: stg-geheim
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000034000
    short: land-y
    name: Land Y
    kind: partner
    region: other
    mailboxes:
      land-y/politie: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000035000
    short: zorgaanbieder-a
    name: Zorgaanbieder A
    kind: care
    region: nl
    mailboxes:
      zorgaanbieder-a/casus: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000036000
    short: zvh-haaglanden
    name: Zorg- en Veiligheidshuis Haaglanden
    kind: care
    region: nl
    mailboxes:
      zvh-haaglanden/procesregie: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000037000
    short: lse
    name: Landelijk Steunpunt Extremisme
    kind: other
    region: nl
    mailboxes:
      lse/advies: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000038000
    short: mma
    name: Meld Misdaad Anoniem
    kind: other
    region: nl
    mailboxes:
      mma/meldingen: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000039000
    short: jbwest
    name: Jeugdbescherming West
    kind: care
    region: nl
    mailboxes:
      jbwest/terugkeer: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000040000
    short: lat
    name: Landelijk Adviesteam Terugkeer Minderjarigen
    kind: other
    region: nl
    mailboxes:
      lat/screening: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000041000
    short: rechtspraak
    name: De Rechtspraak
    kind: court
    region: nl
    mailboxes:
      rechtspraak/kinderrechter: departementaal-vertrouwelijk
      rechtspraak/strafkamer: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000042000
    short: dnb
    name: De Nederlandsche Bank
    kind: other
    region: nl
    mailboxes:
      dnb/integriteit: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000043000
    short: luchtvaart-a
    name: Luchtvaart A
    kind: carrier
    region: nl
    mailboxes:
      luchtvaart-a/pnr: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000044000
    short: piu-de
    name: Passagiersinformatie-eenheid Duitsland
    kind: partner
    region: eu
    mailboxes:
      piu-de/verstrekking: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000045000
    short: ilt
    name: Inspectie Leefomgeving en Transport
    kind: other
    region: nl
    mailboxes:
      ilt/precursoren: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000046000
    short: marktdeelnemer-a
    name: Marktdeelnemer A
    kind: operator
    region: nl
    mailboxes:
      marktdeelnemer-a/meldingen: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000047000
    short: veiligheidsregio-hgl
    name: Veiligheidsregio Haaglanden
    kind: other
    region: nl
    mailboxes:
      veiligheidsregio-hgl/crisis: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000048000
    short: ctivd
    name: Commissie van Toezicht op de Inlichtingen- en Veiligheidsdiensten
    kind: oversight
    region: nl
    mailboxes:
      ctivd/onderzoek: stg-zeer-geheim
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read, audit.read]
  - oin: 00000099000000049000
    short: ap
    name: Autoriteit Persoonsgegevens
    kind: oversight
    region: nl
    mailboxes:
      ap/toezicht: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read, audit.read]
  - oin: 00000099000000050000
    short: douane
    name: Douane
    kind: police
    region: nl
    mailboxes:
      douane/trip: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000051000
    short: iiim
    name: International, Impartial and Independent Mechanism
    kind: partner
    region: other
    mailboxes:
      iiim/bewijs: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000052000
    short: gemeente-rotterdam
    name: Gemeente Rotterdam
    kind: municipality
    region: nl
    mailboxes:
      gemeente-rotterdam/casus: departementaal-vertrouwelijk
      gemeente-rotterdam/burgerzaken: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000053000
    short: bank-b
    name: Bank B
    kind: bank
    region: nl
    mailboxes:
      bank-b/tf: departementaal-vertrouwelijk
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]
  - oin: 00000099000000054000
    short: kennisinstelling-a
    name: Kennisinstelling A
    kind: other
    region: nl
    mailboxes:
      kennisinstelling-a/osint: ongerubriceerd
    scopes: [messages.send, messages.read, messages.acknowledge, messages.release, messages.forward, messages.withdraw, messages.relay, log.read]

"""#
        ),
    ]
}
