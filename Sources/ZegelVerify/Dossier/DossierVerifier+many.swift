// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension DossierVerifier {
    /// How many reports may wait, for each file that is read at a time, until one before them is done.
    private static let ahead = 32

    /// Verifies many files, some at a time, and hands over each report in the order of the files.
    ///
    /// A file takes memory while it is read, and its report until those before it are handed over; no more are begun before that.
    ///
    /// - Parameters:
    ///   - files: The paths.
    ///   - atOnce: How many are read at a time.
    ///   - tell: Takes the reports, one after the other.
    package func verify(
        files: [String],
        atOnce: Int,
        tell: (VerificationReport) -> Void
    ) async {
        await withTaskGroup(of: (place: Int, report: VerificationReport).self) { group in
            var (begun, ended, told) = (0, 0, 0)
            var waiting: [Int: VerificationReport] = [:]
            while told < files.count {
                while begun < files.count, begun - ended < max(1, atOnce), begun - told < Self.ahead * max(1, atOnce) {
                    let (place, file) = (begun, files[begun])
                    group.addTask { (place, await self.verify(file: file)) }
                    begun += 1
                }
                guard let done = await group.next() else { return }
                ended += 1
                waiting[done.place] = done.report
                while let report = waiting.removeValue(forKey: told) {
                    tell(report)
                    told += 1
                }
            }
        }
    }
}
