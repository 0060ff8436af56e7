// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a server did to the files of its home, in that order.
struct DiskJournal {
    enum Change {
        case opened(String, isEmptied: Bool)
        case closed
        case wrote([UInt8], at: Int)
        case truncated(to: Int)
        /// All that stands before a place in the journal is durable.
        case synced(from: Int)
        case renamed(String, to: String)
        case removed(String)
        case madeFolder(String)
    }

    struct Record {
        /// Where it stands in the journal.
        let place: Int
        /// The file that it is about, where that is open.
        let descriptor: Int32
        let change: Change
    }

    let records: [Record]

    /// Reads a journal; what was broken off at its end was not done, or nobody was told that it was.
    init(_ file: String) throws {
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: file)))
        var records: [Record] = []
        var place = 0
        // As `disk_journal_head` has it.
        while place + 24 <= bytes.count {
            func number(_ range: Range<Int>) -> Int {
                bytes[place + range.lowerBound..<place + range.upperBound].reversed().reduce(0) { $0 << 8 | Int($1) }
            }
            let middle = place + 24 + number(16..<20)
            let end = middle + number(20..<24)
            guard end <= bytes.count else { break }
            guard
                let change = Self.change(number(0..<4), number(8..<16), bytes[place + 24..<middle], bytes[middle..<end])
            else { throw Missing(what: "A record of kind \(number(0..<4)).") }
            let descriptor = Int32(truncatingIfNeeded: number(4..<8))
            records.append(Record(place: place, descriptor: descriptor, change: change))
            place = end
        }
        self.records = records
    }

    private static func change(
        _ kind: Int,
        _ number: Int,
        _ first: ArraySlice<UInt8>,
        _ second: ArraySlice<UInt8>
    ) -> Change? {
        let path = String(decoding: first, as: UTF8.self)
        return switch UInt8(truncatingIfNeeded: kind) {
        case UInt8(ascii: "o"): .opened(path, isEmptied: number != 0)
        case UInt8(ascii: "c"): .closed
        case UInt8(ascii: "w"): .wrote(Array(first), at: number)
        case UInt8(ascii: "t"): .truncated(to: number)
        case UInt8(ascii: "s"): .synced(from: number)
        case UInt8(ascii: "r"): .renamed(path, to: String(decoding: second, as: UTF8.self))
        case UInt8(ascii: "u"), UInt8(ascii: "d"): .removed(path)
        case UInt8(ascii: "m"): .madeFolder(path)
        default: nil
        }
    }
}
