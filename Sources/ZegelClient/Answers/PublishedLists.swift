// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import ZegelCore

/// The lists that a mailbox publishes, and those that it has from others.
package struct PublishedLists: Hashable, Sendable {
    /// A version of a list.
    package struct Version: Hashable, Sendable {
        /// The message that it is.
        package let id: MessageID
        /// The number of the version.
        package let version: Int64
        /// Its reference.
        package let kenmerk: Kenmerk
        /// Its date.
        package let date: CalendarDate
        /// When the server had it.
        package let receivedAt: Instant
        /// Where it stands.
        package let standing: ListStanding
        /// The period that it is for, where it says so.
        package let period: String?
        /// The day as of which it is, where it says so.
        package let asOf: String?
        /// Where it stands for each addressee that this mailbox may know of.
        package let deliveries: [SeenMessage.Delivery]
    }

    /// A list with its versions, the last first.
    package struct List: Hashable, Sendable {
        /// Its name.
        package let name: String
        /// The exchange.
        package let exchange: String
        /// Who publishes it.
        package let publisher: MailboxName
        /// The versions.
        package let versions: [Version]

        /// The version in force.
        package var inForce: Version? { self.versions.first { $0.standing == .inForce } }

        /// The versions between the first and the last that are not there.
        package var missing: [ClosedRange<Int64>] {
            let numbers = self.versions.map(\.version).sorted()
            return zip(numbers, numbers.dropFirst()).compactMap { lower, upper in
                upper > lower + 1 ? (lower + 1)...(upper - 1) : nil
            }
        }
    }

    /// Those that the mailbox publishes.
    package let published: [List]
    /// Those that it has.
    package let received: [List]
    /// The answer.
    package let json: JSONValue

    init?(_ json: JSONValue) {
        guard let published = json["published"]?.array.flatMap(Self.lists),
            let received = json["received"]?.array.flatMap(Self.lists)
        else { return nil }
        self.published = published
        self.received = received
        self.json = json
    }

    private struct Key: Hashable {
        let name: String
        let exchange: String
        let publisher: MailboxName
    }

    private static func lists(_ all: [JSONValue]) -> [List]? {
        var versions: [Key: [Version]] = [:]
        var order: [Key] = []
        for json in all {
            guard let list = json["list"].flatMap({ ListVersion($0) }), let exchange = json["exchange"]?.label,
                let publisher = json["publisher"]?.string.flatMap({ MailboxName($0) }),
                let version = Version(json, list.version)
            else { return nil }
            let key = Key(name: list.name, exchange: exchange, publisher: publisher)
            if versions[key] == nil { order.append(key) }
            versions[key, default: []].append(version)
        }
        return order.map { key in
            let all = (versions[key] ?? []).sorted { $0.version > $1.version }
            return List(name: key.name, exchange: key.exchange, publisher: key.publisher, versions: all)
        }
    }
}

extension PublishedLists.Version {
    fileprivate init?(_ json: JSONValue, _ version: Int64) {
        guard let id = json["id"]?.string.flatMap({ MessageID($0) }),
            let kenmerk = json["kenmerk"]?.string.flatMap({ Kenmerk($0) }),
            let date = json["date"]?.string.flatMap({ CalendarDate($0) }),
            let receivedAt = json["receivedAt"]?.string.flatMap({ Instant($0) }),
            let standing = json["standing"]?.string.flatMap({ ListStanding(rawValue: $0) }),
            let deliveries = json["deliveries"]?.array?.map({ SeenMessage.Delivery($0) }), !deliveries.contains(nil)
        else { return nil }
        self.init(
            id: id,
            version: version,
            kenmerk: kenmerk,
            date: date,
            receivedAt: receivedAt,
            standing: standing,
            period: json["period"]?.label,
            asOf: json["asOf"]?.label,
            deliveries: deliveries.compactMap { $0 }
        )
    }
}
