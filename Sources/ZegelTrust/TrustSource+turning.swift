// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import X509
package import ZegelCore

extension TrustSource {
    /// The moments, in order, from which a judgement by what is at hand may come out otherwise than before.
    ///
    /// Between two of them certificates, lists and answers say the same. Only the entries of lists are left out, which are too many:
    /// whoever relies on this looks up ``revocations(of:)`` as well.
    ///
    /// - Parameters:
    ///   - certificates: What was presented.
    ///   - grace: Seconds after nextUpdate for which a list still counts.
    package func turningPoints(with certificates: [Certificate], grace: Int64) -> [Instant] {
        let answers = self.statuses.values.joined()
        let delegates = answers.compactMap(\.delegate)
        let validities = (self.anchors + self.intermediates + certificates + delegates).flatMap { [$0.begin, $0.end] }
        let listed = self.lists.flatMap { [$0.thisUpdate, $0.nextUpdate.advanced(bySeconds: grace)] }
        let answered = answers.flatMap { [$0.thisUpdate, $0.producedAt, $0.nextUpdate] }
        let moments = validities + listed + answered + delegates.flatMap { self.revocations(of: $0) }
        // A moment may count up to the last millisecond of it or of its second.
        let points = moments.flatMap { moment in
            [0, 1, 1_000].map { Instant(milliseconds: moment.milliseconds + $0) }
        }
        return Set(points).sorted()
    }
}
