// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// Values of a stage with one field changed; they can be read by all.
//
// error: cannot assign to property: 'organisation' is a 'let' constant
// error: cannot assign to property: 'scopes' is a 'let' constant
// error: cannot assign to property: 'profile' is a 'let' constant
// error: cannot assign to property: 'digest' is a 'let' constant
// error: cannot assign to property: 'withDocuments' is a 'let' constant
// error: cannot assign to property: 'state' is a 'let' constant
// error: cannot assign to property: 'releases' is a 'let' constant

import ZegelCore
import ZegelIdentity
import ZegelPolicy
import ZegelSeal
import ZegelStore
import ZegelTrust
import ZegelVerify

#if FORGED
func change(_ identity: inout ConnectionIdentity, to other: Organisation) { identity.organisation = other }
func change(_ peer: inout AuthenticatedPeer, to scopes: Set<Scope>) { peer.scopes = scopes }
func change(_ certificate: inout TrustedCertificate) { certificate.profile = .release }
func change(_ container: inout VerifiedContainer, to digest: ContentDigest) { container.digest = digest }
func change(_ grant: inout ReadGrant) { grant.withDocuments = true }
func change(_ message: inout SealedMessage) { message.state = .accepted }
func change(_ message: inout StoredMessage) { message.releases = 1 }
#else
func read(_ identity: ConnectionIdentity) -> Organisation { identity.organisation }
func read(_ peer: AuthenticatedPeer) -> Set<Scope> { peer.scopes }
func read(_ certificate: TrustedCertificate) -> CertificateProfile { certificate.profile }
func read(_ container: VerifiedContainer) -> ContentDigest { container.digest }
func read(_ grant: ReadGrant) -> Bool { grant.withDocuments }
func read(_ message: SealedMessage) -> MessageState { message.state }
func read(_ message: StoredMessage) -> Int { message.releases }
#endif
