// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Foundation
import ZegelCore

/// A thousand numbers of one pair of mailboxes, each on a line of one length: number, message, container, time.
struct NumberFile {
    private static let lineSize = 132
    private static let perFile: Int64 = 1_000

    private let sender: MailboxName
    private let folder: String
    private let path: String
    private var known: [Int64: NumberedArrival] = [:]
    private var isChanged = false

    /// The numbers that are known, lowest first.
    var numbers: [Int64] { self.known.keys.sorted() }

    /// The arrivals that are known, in the order of their numbers.
    var arrivals: [NumberedArrival] { self.numbers.compactMap { self.known[$0] } }

    /// Reads a file; one that is not there holds nothing yet.
    ///
    /// - Throws: `configuration.invalid` where it holds anything else than such lines.
    init(of sender: MailboxName, _ place: Int64, in folder: String) throws(Problem) {
        self.sender = sender
        self.folder = folder
        self.path = "\(folder)/\(place)"
        guard FileManager.default.fileExists(atPath: self.path) else { return }
        let bytes: [UInt8]
        do { bytes = try FilePieces.whole(self.path) } catch {
            throw Problem(.configuration, "\(self.path) cannot be read.")
        }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard let arrival = NumberedArrival(line, from: sender), Self.place(of: arrival.number) == place,
                self.known.updateValue(arrival, forKey: arrival.number) == nil
            else { throw Problem(.configuration, "\(self.path) does not hold the numbers of \(sender).") }
        }
    }

    /// Adds an arrival, or says what it contradicts.
    mutating func add(_ arrival: NumberedArrival) -> NumberFinding? {
        if let known = self.known[arrival.number] {
            return known.message == arrival.message && known.container == arrival.container
                ? nil : .twice(arrival, known: known)
        }
        if let known = self.known.values.first(where: { $0.message == arrival.message }) {
            return .twice(arrival, known: known)
        }
        self.known[arrival.number] = arrival
        self.isChanged = true
        return nil
    }

    /// Writes it where something was added, whole or not at all.
    func write() throws(Problem) {
        guard self.isChanged else { return }
        try KeptFile.makeFolder(self.folder)
        try KeptFile.write(self.arrivals.flatMap { Array($0.line.utf8) }, to: self.path)
    }

    /// The place of the file with a number.
    static func place(of number: Int64) -> Int64 { (number - 1) / self.perFile }

    /// The numbers that a file is for.
    static func span(of place: Int64) -> ClosedRange<Int64> {
        (place * self.perFile + 1)...((place + 1) * self.perFile)
    }

    /// Whether a file has all its numbers, by its size.
    static func isFull(_ place: Int64, in folder: String) -> Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(place)")[.size] as? Int
        return size == self.lineSize * Int(self.perFile)
    }
}

extension NumberedArrival {
    /// As a file has it.
    fileprivate var line: String {
        "\(Self.padded(self.number)) \(self.message) \(self.container) \(Self.padded(self.availableAt.milliseconds))\n"
    }

    /// Reads a line without its end.
    fileprivate init?(_ line: some StringProtocol, from sender: MailboxName) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 4, let number = Int64(parts[0]), number > 0, let message = MessageID(parts[1]),
            let container = ContentDigest(hexadecimal: parts[2]), let moment = Int64(parts[3])
        else { return nil }
        self.init(
            sender: sender,
            number: number,
            message: message,
            container: container,
            availableAt: Instant(milliseconds: moment)
        )
        guard self.line == "\(line)\n" else { return nil }
    }

    private static func padded(_ number: Int64) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, 16 - text.count)) + text
    }
}
