// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// Numbers as ZIP writes them: least significant byte first.
///
/// Readers take what they need from structures whose length was checked before.
extension [UInt8] {
    func uint16(at index: Int) -> UInt16 {
        UInt16(self[index]) | UInt16(self[index + 1]) << 8
    }

    func uint32(at index: Int) -> UInt32 {
        UInt32(self.uint16(at: index)) | UInt32(self.uint16(at: index + 2)) << 16
    }

    mutating func append(uint16 value: UInt16) {
        self.append(UInt8(truncatingIfNeeded: value))
        self.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func append(uint32 value: UInt32) {
        self.append(uint16: UInt16(truncatingIfNeeded: value))
        self.append(uint16: UInt16(truncatingIfNeeded: value >> 16))
    }
}
