// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import Metrics
import NIOCore
import NIOPosix
import ServiceLifecycle
import ZegelExchange

/// Forgets uploads whose time is over, at the start and from then on.
struct UploadService: NamedService {
    private static let every = Duration.seconds(60)

    private let context: ExchangeContext
    private let logger: Logger

    init(_ context: ExchangeContext, logger: Logger) {
        self.context = context
        self.logger = logger
    }

    /// Forgets until the server stops.
    func run() async throws {
        await self.work(every: Self.every, self.logger, orSaying: "uploads could not expire", self.expire)
    }

    /// Forgets all whose time is over by now.
    func expire() async throws {
        let expire = ExpireUploads(self.context, on: MultiThreadedEventLoopGroup.singleton.any())
        let count = try await expire().get()
        if count > 0 { Counter(label: "zegel_uploads_expired_total").increment(by: count) }
    }
}
