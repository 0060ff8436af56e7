// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

extension DossierVerifier {
    /// How many tasks may be done, for each that runs, while one before them is not.
    private static let ahead = 8

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
        // Several to a task, where there are many: to hand over each by itself would move the work from core to core.
        let size = max(1, min(16, files.count / (8 * max(1, atOnce))))
        let parts = stride(from: 0, to: files.count, by: size).map { files[$0..<min($0 + size, files.count)] }
        await withTaskGroup(of: (place: Int, reports: [VerificationReport]).self) { group in
            var (begun, ended, told) = (0, 0, 0)
            var waiting: [Int: [VerificationReport]] = [:]
            while told < parts.count {
                while begun < parts.count, begun - ended < max(1, atOnce), begun - told < Self.ahead * max(1, atOnce) {
                    let (place, part) = (begun, parts[begun])
                    group.addTask { (place, await self.verify(part)) }
                    begun += 1
                }
                guard let done = await group.next() else { return }
                ended += 1
                waiting[done.place] = done.reports
                while let reports = waiting.removeValue(forKey: told) {
                    for report in reports { tell(report) }
                    told += 1
                }
            }
        }
    }

    private func verify(_ files: ArraySlice<String>) async -> [VerificationReport] {
        var reports: [VerificationReport] = []
        for file in files { reports.append(await self.verify(file: file)) }
        return reports
    }
}
