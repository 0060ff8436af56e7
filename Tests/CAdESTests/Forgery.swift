// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import SwiftASN1

@testable import CAdES

/// A good signature that a test takes apart and puts together again.
struct Forgery {
    let identity: TestIdentity
    var tree: DERTree
    /// The bytes to hand in, where they are not those of the tree.
    var bytes: [UInt8]?
    /// The content to verify against.
    var content = testContent
    /// Whether the verifier expects the content inside.
    var expectsAttached: Bool
    var limits = CAdESLimits()

    init(_ identity: TestIdentity, attached: Bool, intermediates: [TestAuthority] = [.main]) throws {
        self.identity = identity
        self.expectsAttached = attached
        let signer = try CAdESSigner(
            certificate: identity.certificate,
            intermediates: intermediates.map(\.certificate),
            key: identity.key
        )
        let der =
            try attached
            ? signer.sign(attached: testContent, at: testTime) : signer.sign(detached: testContent, at: testTime)
        self.tree = try DERTree(parsing: der)
    }

    var signedData: DERTree {
        get { self.tree.children[1].children[0] }
        set { self.tree.children[1].children[0] = newValue }
    }

    var encapsulated: DERTree {
        get { self.signedData.children[2] }
        set { self.signedData.children[2] = newValue }
    }

    var certificates: DERTree {
        get { self.signedData.children[3] }
        set { self.signedData.children[3] = newValue }
    }

    var signers: DERTree {
        get { self.signedData.children[4] }
        set { self.signedData.children[4] = newValue }
    }

    /// version, sid, digestAlgorithm, signedAttrs, signatureAlgorithm, signature.
    var signer: DERTree {
        get { self.signers.children[0] }
        set { self.signers.children[0] = newValue }
    }

    /// The signed attributes, in the order of ``Attribute``.
    var attributes: DERTree {
        get { self.signer.children[3] }
        set { self.signer.children[3] = newValue }
    }

    /// The value of the signature.
    var value: [UInt8] {
        get { self.signer.children[5].bytes }
        set { self.signer.children[5].bytes = newValue }
    }

    /// Where the attributes stand that a signer writes.
    enum Attribute: Int, CaseIterable {
        case contentType
        case signingTime
        case messageDigest
        case signingCertificate
    }

    /// The value of an attribute.
    subscript(_ attribute: Attribute) -> DERTree {
        get { self.attributes.children[attribute.rawValue].children[1].children[0] }
        set { self.attributes.children[attribute.rawValue].children[1].children[0] = newValue }
    }

    /// Changes the attributes, and signs them again in the right order, as a signer who means it would.
    mutating func resign(sorted: Bool = true, _ change: (inout DERTree) throws -> Void = { _ in }) throws {
        try change(&self.attributes)
        if sorted { self.attributes.sortChildren() }
        var signed = self.attributes
        signed.tag = 0x31
        self.value = try self.identity.key.sign(signed.encoded)
    }

    /// Gives an attribute another value, and signs again.
    mutating func resign(_ attribute: Attribute, _ change: (inout DERTree) throws -> Void) throws {
        try change(&self[attribute])
        try self.resign()
    }

    /// Puts other certificates into the signature.
    mutating func present(_ certificates: [DERTree]) {
        self.certificates.children = certificates
        self.certificates.sortChildren()
    }

    /// Reads and verifies what was forged.
    func verify() throws -> VerifiedSignature {
        let signature = try CAdESSignature(parsing: self.bytes ?? self.tree.encoded, limits: self.limits)
        return try self.expectsAttached ? signature.verifyAttached() : signature.verify(detached: self.content)
    }
}

/// A forged signature with the code that it is refused with, and its good twin.
struct Attack: Sendable {
    let name: String
    let code: CAdESError.Code
    var algorithm = Algorithm.p256
    var attached = false
    let forge: @Sendable (inout Forgery) throws -> Void
    /// What is nearest to the attack and yet right; the untouched signature where nothing else is said.
    var twin: @Sendable (inout Forgery) throws -> Void = { _ in }

    init(
        _ name: String,
        _ code: CAdESError.Code,
        algorithm: Algorithm = .p256,
        attached: Bool = false,
        twin: @escaping @Sendable (inout Forgery) throws -> Void = { _ in },
        forge: @escaping @Sendable (inout Forgery) throws -> Void
    ) {
        self.name = name
        self.code = code
        self.algorithm = algorithm
        self.attached = attached
        self.twin = twin
        self.forge = forge
    }
}
