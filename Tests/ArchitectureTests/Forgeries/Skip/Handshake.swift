// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A certificate that somebody sent is not one that a connection proved to hold the key of.
//
// error: cannot convert value of type 'Certificate' to expected argument type 'PresentedChain'

import X509
import ZegelIdentity
import ZegelTransport

#if FORGED
func identify(_ certificate: Certificate, _ authenticator: ConnectionAuthenticator) async -> ConnectionIdentity? {
    await authenticator.admit(certificate)
}
#else
func identify(_ chain: PresentedChain, _ authenticator: ConnectionAuthenticator) async -> ConnectionIdentity? {
    await authenticator.admit(chain)
}
#endif
