// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

package import NIOCore
package import ZegelCore
import ZegelIdentity
package import ZegelStore

/// Begins, looks at and cancels an upload that can be resumed; what comes into it is with ``ReceiveUpload``.
package struct ManageUpload: Sendable {
    private let call: ExchangeCall

    /// Prepares to.
    package init(_ call: ExchangeCall) { self.call = call }

    /// Begins an upload of a container.
    ///
    /// - Parameter size: Bytes of the container.
    /// - Returns: A future that fails with `upload.length`, `request.too-large`, `upload.too-many` or `server.storage-low`.
    package func begin(size: Int) -> EventLoopFuture<StoredUpload> {
        let (context, eventLoop) = (self.call.context, self.call.eventLoop)
        let limits = context.limits
        guard size > 0 else {
            return eventLoop.makeFailedFuture(Problem(.uploadLength, "Say in upload-length how long the container is."))
        }
        let most = StoredUpload.most(limits)
        guard size <= most else {
            return eventLoop.makeFailedFuture(Problem(.contentTooLarge, "An upload may have \(most) bytes."))
        }
        // Once in its parts, and once as the message that they become.
        do throws(Problem) { try context.store.room.check(for: 2 * size) } catch {
            return eventLoop.makeFailedFuture(error)
        }
        let (owner, now) = (self.call.peer.uploadOwner, context.clock())
        return context.write(on: eventLoop) { transaction in
            try transaction.beginUpload(
                of: owner,
                size: size,
                most: (limits.uploadsPerOrganisation, limits.uploadBytesPerOrganisation),
                at: now,
                keptFor: UploadTerm(limits)
            )
        }
    }

    /// Where an upload stands, once whoever works on it has left.
    package func look(_ id: MessageID) -> EventLoopFuture<StoredUpload> {
        self.inTurn(id) { self.call.eventLoop.makeSucceededFuture($0) }
    }

    /// Forgets an upload; a message that it became stays.
    package func cancel(_ id: MessageID) -> EventLoopFuture<Void> {
        let (context, eventLoop) = (self.call.context, self.call.eventLoop)
        return self.inTurn(id) { context.end($0, on: eventLoop) }
    }

    private func inTurn<Value: Sendable>(
        _ id: MessageID,
        _ work: @escaping @Sendable (StoredUpload) -> EventLoopFuture<Value>
    ) -> EventLoopFuture<Value> {
        let (context, eventLoop) = (self.call.context, self.call.eventLoop)
        // Who has no part in it makes nobody leave.
        return self.find(id).flatMap { _ in
            let (turn, may) = context.uploads.ask(for: id, on: eventLoop) {}
            return may.flatMap { self.find(id) }.flatMap(work).always { _ in turn.end() }
        }
    }

    /// An upload of the caller's own.
    func find(_ id: MessageID) -> EventLoopFuture<StoredUpload> {
        let (context, owner) = (self.call.context, self.call.peer.uploadOwner)
        return context.store.read(on: self.call.eventLoop) { view in
            guard let upload = try view.upload(id, of: owner, at: context.clock()) else { throw Problem(.notFound) }
            return upload
        }
    }
}

extension AuthenticatedPeer {
    fileprivate var uploadOwner: UploadOwner { UploadOwner(oin: self.oin, certificate: self.connection.certificate) }
}

extension ExchangeContext {
    /// Forgets an upload and removes its files.
    func end(_ upload: StoredUpload, on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
        let store = self.store
        return self.write(on: eventLoop) { try $0.end(upload) }.flatMap { files in
            store.perform(on: eventLoop) { store.remove(parts: files) }
        }
    }

    /// Has the committer write something, and waits until it is durable.
    func write<Value: Sendable>(
        on eventLoop: any EventLoop,
        _ work: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) -> EventLoopFuture<Value> {
        let promise = eventLoop.makePromise(of: Value.self)
        self.store.committer.commit(work, answering: promise)
        return promise.futureResult
    }
}
