// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A header that names other addressees than the bytes that were signed.
//
// error: cannot assign to property: 'to' is a 'let' constant

import ZegelCore

#if FORGED
func header(_ other: MessageHeader) -> MessageHeader {
    var header = other
    header.to = []
    return header
}
#else
func header(_ bytes: [UInt8]) throws -> MessageHeader { try MessageHeader(parsing: bytes) }
#endif
