// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

extension TrustSource {
    /// Holds a list that came from elsewhere to what is at hand.
    ///
    /// It is signed by an authority under an anchor, made by now, and no older than any that this authority has here: who plays back an
    /// older list takes back a revocation.
    ///
    /// - Returns: Whether it is newer than all of them.
    /// - Throws: ``TrustError`` with `revocation.issuer`, `revocation.signature`, `revocation.not-yet-valid` or `revocation.older`.
    package func isNewer(_ list: RevocationList, at moment: Instant) throws(TrustError) -> Bool {
        guard list.thisUpdate <= moment.advanced(bySeconds: RevocationCheck.skew) else {
            throw TrustError(.listNotYetValid)
        }
        let authority = try self.authority(of: list)
        let others = self.listsByIssuer[authority] ?? []
        guard others.allSatisfy({ $0.thisUpdate <= list.thisUpdate && $0.hasNumber(upTo: list.number) }) else {
            throw TrustError(.listOlder)
        }
        return others.allSatisfy { $0.thisUpdate < list.thisUpdate || $0.number != list.number }
    }
}

extension TrustSource {
    /// Of each authority the list that counts now, by the name of the authority.
    package var newestLists: [(issuer: DistinguishedName, list: RevocationList)] {
        self.listsByIssuer.compactMap { issuer, lists in
            lists.max {
                ($0.thisUpdate, $0.number ?? SerialNumber(0)) < ($1.thisUpdate, $1.number ?? SerialNumber(0))
            }.map { (issuer.name, $0) }
        }
    }
}

extension RevocationList {
    /// Whether its number is no higher; where one of them has none, only their times tell.
    fileprivate func hasNumber(upTo other: SerialNumber?) -> Bool {
        guard let number = self.number, let other else { return true }
        return number <= other
    }
}
