// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import ZegelCore

/// What `openapi.json` says of uploads that can be resumed.
extension Route {
    /// Every way in which a call about an upload can end well.
    var uploaded: [Success] {
        let (offset, complete, limits) = (Self.offsetField, Self.completeField, Self.limitField)
        return switch self {
        case .beginUpload:
            [
                Success(
                    status: 201,
                    description:
                        "It is begun, or all of it came with this request: then the receipt, as `POST /v1/messages` has it.",
                    type: nil,
                    fields: [("location", "The path of the upload, or of the message."), complete]
                ),
                Success(
                    description: "All of it came with this request, and was accepted before: the receipt.",
                    schema: OpenAPI.reference("receipt"),
                    example: OpenAPI.Example.receipt,
                    fields: [("location", "The path of the message."), complete]
                ),
            ]
        case .uploadOffset:
            [
                Success(
                    status: 204,
                    description: "Where it stands.",
                    type: nil,
                    fields: [offset, complete, ("upload-length", "Bytes of the container."), limits]
                )
            ]
        case .appendUpload:
            self.submittedParts + [
                Success(status: 204, description: "It is durable.", type: nil, fields: [offset, complete, limits])
            ]
        default: [Success(status: 204, description: "It is forgotten.", type: nil)]
        }
    }

    private var submittedParts: [Success] {
        self.submitted.map { success in
            var success = success
            success.fields.append(Self.completeField)
            return success
        }
    }

    /// Parameters of a call about an upload, by their names.
    static func uploadFields(_ names: [String]) -> [JSONValue] {
        let all: [String: (JSONValue, String)] = [
            "upload-complete": ("?0", "`?1` where the container ends with this request, else `?0`."),
            "upload-length": (20_971_520, "Bytes of the whole container."),
            "upload-offset": (0, "Where the first byte of this request belongs."),
            "upload-draft-interop-version": (
                .integer(Int64(UploadFields.interopVersion)),
                "Who says this version may be told of progress by 104."
            ),
        ]
        return names.compactMap { name in
            all[name].map { example, description in
                let isNumber = example.integer != nil
                return Self.parameter(
                    name,
                    in: "header",
                    example,
                    description,
                    ["type": isNumber ? "integer" : "string"]
                )
            }
        }
    }

    private static let offsetField = ("upload-offset", "Bytes that are durable.")
    private static let completeField = ("upload-complete", "`?1` where all of it has come, else `?0`.")
    private static let limitField = (
        "upload-limit",
        "What an upload may be, how many bytes a request brings at least, and for how many seconds it is kept if none comes."
    )
}
