// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ASiC
import CAdES
import ZegelCore
import ZegelTrust

extension ContainerDeviation {
    private static func text(_ what: String, _ code: String, _ old: String, _ new: String) -> ContainerDeviation {
        Self(what, code) { draft, _ in draft.changeManifest = { $0.replacing(old, with: new, maxReplacements: 1) } }
    }

    static let manifest: [ContainerDeviation] = [
        Self.text("a document type", "manifest.doctype", "<asic:ASiCManifest", "<!DOCTYPE x>\n<asic:ASiCManifest"),
        Self.text("a comment", "manifest.comment", "<asic:DataObject", "<!-- x --><asic:DataObject"),
        Self.text("CDATA", "manifest.cdata", "<ds:DigestValue>", "<ds:DigestValue><![CDATA[x]]>"),
        Self.text(
            "a processing instruction",
            "manifest.processing-instruction",
            "<asic:DataObject",
            "<?x y?><asic:DataObject"
        ),
        Self.text("a character reference", "manifest.character-reference", "message.json", "message&#46;json"),
        Self.text("SHA-512", "manifest.digest-algorithm", "xmlenc#sha256", "xmlenc#sha512"),
        Self("a reference twice", "manifest.duplicate-uri") { draft, _ in
            draft.changeReferences = { $0 + [$0[2]] }
        },
        Self.text("another namespace", "manifest.namespace", "v1.2.1#", "v1.1.1#"),
        Self("a manifest in Latin-1", "manifest.encoding") { draft, _ in
            draft.changeManifestBytes = { bytes in bytes.map { $0 == UInt8(ascii: "j") ? 0xE9 : $0 } }
        },
        Self("a manifest that is too large", "manifest.too-large") { draft, _ in
            draft.changeManifestBytes = { $0 + [UInt8](repeating: 0x20, count: 1_048_577) }
        },
        Self("an empty manifest", "manifest.truncated") { draft, _ in draft.changeManifestBytes = { _ in [] } },
    ]

    static let signature: [ContainerDeviation] = [
        Self("a signature that is no DER", "cms.not-der") { draft, _ in draft.changeSignature = { _ in [1, 2, 3] } },
        Self("an empty signature", "cms.truncated") { draft, _ in draft.changeSignature = { _ in [] } },
        Self("half a signature", "cms.truncated") { draft, _ in
            draft.changeSignature = { Array($0.prefix($0.count / 2)) }
        },
        Self("bytes behind the signature", "cms.trailing-bytes") { draft, _ in draft.changeSignature = { $0 + [0] } },
        Self("a signature that is too large", "cms.too-large") { draft, _ in
            draft.changeSignature = { $0 + [UInt8](repeating: 0, count: 65_536) }
        },
        Self("a signature with the content inside", "cms.content-present") { draft, _ in draft.isAttached = true },
        Self("a signature over another manifest", "cms.message-digest-mismatch") { draft, pki in
            let other = try pki.aivd.seal.cades.sign(detached: [1], at: draft.signingTime)
            draft.changeSignature = { _ in other }
        },
        Self("a signature value that was turned over", "cms.signature-invalid") { draft, _ in
            draft.changeSignature = { $0.dropLast() + [($0.last ?? 0) ^ 1] }
        },
    ]

    static let sender: [ContainerDeviation] = [
        Self("a signature of another organisation", "signature.other-organisation") { draft, pki in
            draft.signer = pki.om.seal.cades
        },
        Self("a signature by the key of a TLS certificate", "certificate.key-usage") { draft, pki in
            draft.signer = pki.aivd.client.cades
        },
        Self("a signature by a releaser", "certificate.profile") { draft, pki in
            draft.signer = pki.aivd.release.cades
        },
        Self("a signature by a certificate of a stranger", "certificate.untrusted") { draft, pki in
            draft.signer = pki.stranger.cades
        },
        Self("a certificate that has expired", "certificate.expired") { draft, pki in
            draft.signer = try pki.issue(.seal, pki.aivd.oin) { request in
                request.notAfter = TestPKI.now.advanced(bySeconds: -1)
            }.cades
        },
        Self("a certificate that is not valid yet", "certificate.not-yet-valid") { draft, pki in
            draft.signer = try pki.issue(.seal, pki.aivd.oin) { request in
                request.notBefore = TestPKI.now.advanced(bySeconds: 60)
            }.cades
        },
        Self("a signing-time in the future", "signature.time-future") { draft, _ in draft.signingTime += 301 },
        Self("a signing-time of the day before yesterday", "signature.time-old") { draft, _ in
            draft.signingTime -= 86_401
        },
    ]

    private static func bytes(
        _ what: String,
        _ code: String,
        _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
    ) -> ContainerDeviation {
        Self(what, code) { draft, _ in draft.changeContainer = change }
    }

    static let zip: [ContainerDeviation] = [
        Self.bytes("an empty file", "container.empty") { _ in [] },
        Self.bytes("another kind of file", "container.not-zip") { _ in Array("%PDF-1.7\n".utf8) },
        Self.bytes("half a container", "container.truncated") { Array($0.prefix($0.count / 2)) },
        Self.bytes("an end record that is cut off", "container.truncated") { Array($0.dropLast()) },
        Self.bytes("a byte behind the end", "container.trailing-bytes") { $0 + [0] },
        Self.bytes("a byte before the start", "container.not-zip") { [0] + $0 },
        Self.bytes("a comment behind the end record", "container.archive-comment") { $0.dropLast(2) + [1, 0, 0x20] },
        Self.bytes("a wrong CRC", "container.crc-mismatch") { bytes in
            var bytes = bytes
            let content = Array("bijlage\n".utf8)
            if let place = bytes.indices.first(where: { bytes[$0...].starts(with: content) }) { bytes[place] ^= 1 }
            return bytes
        },
    ]
}
