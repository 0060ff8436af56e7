// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Certificates that were read before, by their exact bytes.
///
/// Signatures of one organisation bring the same certificates along. Nothing is judged here: equal bytes are read as equal certificates.
enum CertificateCache {
    private static let capacity = 256
    /// Larger ones are read each time, so that what is kept stays below 1 MiB.
    private static let maximumSize = 4_096
    private static let kept = Mutex<[CertificateBytes: PresentedCertificate]>([:])

    static func certificate(
        _ der: [UInt8],
        reading: () throws(CAdESError) -> PresentedCertificate
    ) throws(CAdESError)
        -> PresentedCertificate
    {
        let key = CertificateBytes(der)
        if let known = self.kept.withLock({ $0[key] }) { return known }
        let certificate = try reading()
        if der.count <= self.maximumSize {
            self.kept.withLock { kept in
                if kept.count >= self.capacity { kept.removeAll() }
                kept[key] = certificate
            }
        }
        return certificate
    }
}
