// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOHPACK
import Synchronization

/// The requests of a plan, given out one by one to the connections of all event loops, and what came of them.
final class LoadWork: Sendable {
    /// A request that is ready to be sent.
    struct Request {
        let head: HPACKHeaders
        let container: MessagePack.Container?
        let status: Int
    }

    let plan: LoadPlan
    let pack: MessagePack?
    private let authorization: String?
    /// Requests that were given out, of those that may be.
    private let given = Atomic(0)
    private let containers = Atomic(0)
    private let allowed = Atomic(0)
    private let left = Atomic(0)
    private let rest: Mutex<EventLoopPromise<Void>?> = Mutex(nil)

    init(_ plan: LoadPlan, token: String?) throws {
        self.plan = plan
        self.pack = try plan.pack.map { try MessagePack(path: $0) }
        self.authorization = token.map { "Bearer \($0)" }
    }

    /// Lets so many more requests be made; the promise ends when the last of them was answered.
    func allow(_ count: Int, promise: EventLoopPromise<Void>) {
        guard count > 0 else { return promise.succeed() }
        self.rest.withLock { $0 = promise }
        self.left.add(count, ordering: .relaxed)
        self.allowed.add(count, ordering: .releasing)
    }

    /// The next request; `nil` where none may begin yet.
    func next() throws -> Request? {
        var index = self.given.load(ordering: .relaxed)
        repeat {
            guard index < self.allowed.load(ordering: .acquiring) else { return nil }
            let (isMine, now) = self.given.weakCompareExchange(expected: index, desired: index + 1, ordering: .relaxed)
            if isMine { break }
            index = now
        } while true
        let step = self.plan.steps[index % self.plan.steps.count]
        let path = step.paths[index / self.plan.steps.count % step.paths.count]
        guard let type = step.type else {
            return Request(head: self.head(step.method, path), container: nil, status: step.status)
        }
        let number = self.plan.first + self.containers.add(1, ordering: .relaxed).oldValue
        guard let pack = self.pack, number < pack.count else { throw NoPack(path: "container \(number)") }
        let container = try pack.container(number)
        let name = step.isNamed ? MessagePack.name(self.plan.pack ?? "", number) : ""
        var head = self.head(step.method, path + name)
        head.add(name: "content-type", value: type)
        head.add(name: "content-length", value: "\(container.size)")
        return Request(head: head, container: container, status: step.status)
    }

    /// A request was answered, or will never be.
    func done() {
        guard self.left.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 else { return }
        self.rest.withLock { $0.take() }?.succeed()
    }

    /// Nothing more will come of it.
    func fail(_ error: any Error) { self.rest.withLock { $0.take() }?.fail(error) }

    private func head(_ method: String, _ path: String) -> HPACKHeaders {
        var head = HPACKHeaders()
        head.reserveCapacity(7)
        head.add(name: ":method", value: method)
        head.add(name: ":scheme", value: "https")
        head.add(name: ":authority", value: "localhost")
        // Each path comes once: in the table it would push out what comes again.
        head.add(name: ":path", value: path, indexing: .nonIndexable)
        if let authorization = self.authorization { head.add(name: "authorization", value: authorization) }
        return head
    }
}
