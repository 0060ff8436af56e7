// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore
import ZegelVerify

extension RelayConnection {
    /// Bytes of the largest answer about a day: a thousand passages, and as much again.
    private static let largest = 524_288

    /// What the server signs for as passed on a day.
    ///
    /// - Returns: The record and the signature; nothing of them was verified.
    /// - Throws: ``ClientError``.
    package func day(_ day: CalendarDate) async throws(ClientError) -> (record: [UInt8], signature: [UInt8]) {
        let answer = try await self.ask("day=\(day)")
        guard let record = answer["record"]?.string.flatMap({ Base64.decode($0) }),
            let signature = answer["signature"]?.string.flatMap({ Base64.decode($0) })
        else { throw .malformed("Its answer about a day has another form.") }
        return (record, signature)
    }

    /// What passed on a day, one by one.
    ///
    /// - Parameter place: Behind which to begin.
    /// - Returns: A page, and where the next begins; nothing of it was verified.
    /// - Throws: ``ClientError``.
    package func passages(
        on day: CalendarDate,
        after place: RelayPassage.Place
    ) async throws(ClientError) -> (passages: [RelayPassage], next: RelayPassage.Place?) {
        let answer = try await self.ask("day=\(day)&after=\(place)")
        guard let list = answer["passages"]?.array, list.count <= Limits().page else {
            throw .malformed("Its list has another form.")
        }
        let passages = list.compactMap { RelayPassage($0) }
        let next = answer["next"]?.string.flatMap { RelayPassage.Place($0) }
        guard passages.count == list.count, next != nil || answer["next"] == .null else {
            throw .malformed("Its list has another form.")
        }
        return (passages, next)
    }

    private func ask(_ query: String) async throws(ClientError) -> JSONValue {
        try await self.calls.answer(.get("/v1/relay/reconciliation?\(query)", .relay), atMost: Self.largest).json
    }
}
