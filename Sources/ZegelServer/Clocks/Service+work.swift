// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

import Logging
import ServiceLifecycle

extension Service {
    /// Does the same work at once and then again and again, until the server stops; what goes wrong is told and tried the next time.
    func work(
        every pause: Duration,
        _ logger: Logger,
        orSaying complaint: Logger.Message,
        _ once: @escaping @Sendable () async throws -> Void
    ) async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await once() } catch { logger.error(complaint, metadata: ["reason": .string("\(error)")]) }
                guard (try? await Task.sleep(for: pause)) != nil else { return }
            }
        }
    }
}
