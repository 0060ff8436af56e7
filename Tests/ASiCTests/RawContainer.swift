// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

@testable import ASiC

/// A container in parts, every number of which a test can change before it is written.
struct RawContainer {
    /// The fields that a local header and a directory record have in common.
    struct Fields {
        var version: UInt16 = 20
        var flags: UInt16 = 0
        var method: UInt16 = 0
        var time: UInt16 = 0x6000
        var date: UInt16 = 0x5D74
        var crc: UInt32 = 0
        var compressedSize: UInt32 = 0
        var size: UInt32 = 0
        var name: [UInt8] = []
        var extra: [UInt8] = []

        var bytes: [UInt8] {
            var bytes: [UInt8] = []
            for value in [self.version, self.flags, self.method, self.time, self.date] { bytes.append(uint16: value) }
            for value in [self.crc, self.compressedSize, self.size] { bytes.append(uint32: value) }
            bytes.append(uint16: UInt16(self.name.count))
            bytes.append(uint16: UInt16(self.extra.count))
            return bytes
        }
    }

    struct Entry {
        var local = Fields()
        var data: [UInt8] = []
        var descriptor: [UInt8] = []
        var central = Fields()
        var madeBy: UInt16 = 0x0314
        var comment: [UInt8] = []
        var disk: UInt16 = 0
        var internalAttributes: UInt16 = 0
        var externalAttributes: UInt32 = 0o100600 << 16
        var offset: UInt32?

        /// Sets one field in both places.
        mutating func both<Value>(_ path: WritableKeyPath<Fields, Value>, _ value: Value) {
            self.local[keyPath: path] = value
            self.central[keyPath: path] = value
        }

        mutating func rename(_ name: String) {
            self.both(\.name, Array(name.utf8))
        }
    }

    var prefix: [UInt8] = []
    var entries: [Entry] = []
    var between: [UInt8] = []
    /// Which entries the directory lists, in which order.
    var listed: [Int]?
    var disk: UInt16 = 0
    var count: UInt16?
    var directorySize: UInt32?
    var directoryOffset: UInt32?
    var comment: [UInt8] = []
    var suffix: [UInt8] = []
    /// What stands between the last directory record and the end record.
    var directoryTail: [UInt8] = []
    /// How many bytes are cut off at the end, and how many are kept in front.
    var cut = 0
    var keep: Int?
    /// What the reader is to put up with.
    var limits = ContainerLimits()

    /// The whole container.
    var bytes: [UInt8] {
        var bytes = self.prefix
        var offsets: [UInt32] = []
        for entry in self.entries {
            offsets.append(UInt32(bytes.count))
            bytes += [0x50, 0x4B, 3, 4] + entry.local.bytes + entry.local.name + entry.local.extra
            bytes += entry.data + entry.descriptor
        }
        bytes += self.between
        let start = bytes.count
        let listed = self.listed ?? Array(self.entries.indices)
        for index in listed {
            let entry = self.entries[index]
            bytes += [0x50, 0x4B, 1, 2]
            bytes.append(uint16: entry.madeBy)
            bytes += entry.central.bytes
            bytes.append(uint16: UInt16(entry.comment.count))
            bytes.append(uint16: entry.disk)
            bytes.append(uint16: entry.internalAttributes)
            bytes.append(uint32: entry.externalAttributes)
            bytes.append(uint32: entry.offset ?? offsets[index])
            bytes += entry.central.name + entry.central.extra + entry.comment
        }
        let size = UInt32(bytes.count - start)
        bytes += self.directoryTail
        bytes += [0x50, 0x4B, 5, 6]
        bytes.append(uint16: self.disk)
        bytes.append(uint16: self.disk)
        bytes.append(uint16: self.count ?? UInt16(listed.count))
        bytes.append(uint16: self.count ?? UInt16(listed.count))
        bytes.append(uint32: self.directorySize ?? size)
        bytes.append(uint32: self.directoryOffset ?? UInt32(start))
        bytes.append(uint16: UInt16(self.comment.count))
        bytes += self.comment + self.suffix
        return Array(bytes.dropLast(self.cut).prefix(self.keep ?? .max))
    }

    static var nothing: RawContainer {
        var container = RawContainer()
        container.keep = 0
        return container
    }

    /// `mimetype`, a stored entry, a deflated one with its sizes in front and one with a descriptor behind.
    static var valid: RawContainer {
        var container = RawContainer()
        container.add("mimetype", Array(ContainerWriter.mediaType.utf8))
        container.add("message.json", Array("{}".utf8))
        container.addDeflated("documents/a.txt", Array("bericht".utf8))
        container.addDeflated("documents/b.txt", Array("bijlage".utf8), descriptor: true)
        return container
    }

    /// An entry `mimetype` that is deflated.
    var deflatedMimetype: Entry {
        var container = RawContainer()
        container.addDeflated("mimetype", Array(ContainerWriter.mediaType.utf8))
        return container.entries[0]
    }

    mutating func replaceMimetype(_ content: String) {
        var container = RawContainer()
        container.add("mimetype", Array(content.utf8))
        self.entries[0] = container.entries[0]
    }

    /// Adds a deflated entry of `1 + 258 * repeats` letters: 64,501 bytes stay below the unrated size.
    mutating func addLetters(_ repeats: Int) {
        let (content, data) = Deflate.letters(repeats: repeats)
        self.addDeflated("letters", content, data: data)
    }

    mutating func add(_ name: String, _ content: [UInt8]) {
        var entry = Entry(data: content)
        entry.rename(name)
        entry.both(\.crc, ContainerWriter.crc32(content))
        entry.both(\.size, UInt32(content.count))
        entry.both(\.compressedSize, UInt32(content.count))
        self.entries.append(entry)
    }

    mutating func addDeflated(_ name: String, _ content: [UInt8], data: [UInt8]? = nil, descriptor: Bool = false) {
        self.add(name, content)
        let last = self.entries.count - 1
        self.entries[last].data = data ?? Deflate.stored(content)
        self.entries[last].both(\.method, 8)
        self.entries[last].both(\.compressedSize, UInt32(self.entries[last].data.count))
        if descriptor { self.entries[last].moveSizesBehind() }
    }
}

extension RawContainer.Entry {
    /// Makes an entry as Java writes it: zeros in front, a descriptor behind.
    mutating func moveSizesBehind() {
        self.both(\.flags, self.local.flags | 8)
        self.local.crc = 0
        self.local.size = 0
        self.local.compressedSize = 0
        self.descriptor = [0x50, 0x4B, 7, 8]
        for value in [self.central.crc, self.central.compressedSize, self.central.size] {
            self.descriptor.append(uint32: value)
        }
    }
}

/// Two kinds of deflate streams that need no compressor.
enum Deflate {
    /// One block without compression.
    static func stored(_ content: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [1]
        bytes.append(uint16: UInt16(content.count))
        bytes.append(uint16: ~UInt16(content.count))
        return bytes + content
    }

    /// `1 + 258 * repeats` letters "a" in one block with fixed codes, 13 bits for each 258 of them.
    static func letters(repeats: Int) -> (content: [UInt8], data: [UInt8]) {
        var bytes: [UInt8] = []
        var filled = 8
        func put(_ bits: [UInt8]) {
            for bit in bits {
                if filled == 8 {
                    bytes.append(0)
                    filled = 0
                }
                bytes[bytes.count - 1] |= bit << UInt8(filled)
                filled += 1
            }
        }
        put([1, 1, 0])  // last block, fixed codes
        put([1, 0, 0, 1, 0, 0, 0, 1])  // literal 97
        for _ in 0..<repeats { put([1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]) }  // length 258, distance 1
        put([0, 0, 0, 0, 0, 0, 0])  // end of block
        return ([UInt8](repeating: 97, count: 1 + 258 * repeats), bytes)
    }
}
