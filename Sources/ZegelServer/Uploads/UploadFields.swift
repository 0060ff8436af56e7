// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import ZegelCore
import ZegelStore

/// The fields of uploads that can be resumed (draft-ietf-httpbis-resumable-upload-10 §4.1).
///
/// A field of another form counts as absent, as the draft says; what a call needs and does not have is then refused.
struct UploadFields {
    /// The version of the draft that is spoken (its appendix on draft versions).
    static let interopVersion = 8

    /// Where the first byte of the request belongs.
    let offset: Int?
    /// Whether the container ends with the request.
    let isComplete: Bool?
    /// Bytes of the whole container.
    let length: Int?
    /// Whether the client understands interim answers about uploads.
    let takesInterim: Bool

    /// Reads them.
    init(_ fields: HTTPFields) {
        self.offset = Self.number(fields[.uploadOffset])
        self.length = Self.number(fields[.uploadLength])
        self.isComplete = ["?1": true, "?0": false][fields[.uploadComplete] ?? ""]
        self.takesInterim = Self.number(fields[.uploadDraft]) == Self.interopVersion
    }

    /// An integer of a structured field (RFC 9651 §3.3.1), not negative.
    private static func number(_ text: String?) -> Int? {
        guard let text, (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// What an answer says of an upload.
    static func state(of upload: StoredUpload) -> HTTPFields {
        [.uploadOffset: "\(upload.offset)", .uploadComplete: upload.isComplete ? "?1" : "?0"]
    }

    /// What an upload may be, what a request brings to it at least, and for how long it is still kept where nothing more comes.
    static func limits(of upload: StoredUpload, _ limits: Limits, at moment: Instant) -> String {
        let left = max(0, (upload.expiresAt.milliseconds - moment.milliseconds) / 1_000)
        let least = StoredUpload.leastAppend(of: upload.size, limits)
        return "max-size=\(StoredUpload.most(limits)), min-size=1, min-append-size=\(least), max-age=\(left)"
    }
}
