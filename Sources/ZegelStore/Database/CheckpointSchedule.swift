// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

/// When the log of the database (WAL) is moved into its file, and whether commits wait for it.
///
/// Up to SQLite 3.51.2 a checkpoint may lose pages where it begins after another one has moved all, beside a commit that begins the log anew
/// (sqlite.org/wal.html#walresetbug). None begins so here: there is one at a time, and before it comes a commit that began after the end of the one before. What that
/// commit wrote is not moved; until it is, which is the last that a checkpoint does, no commit can begin the log anew.
struct CheckpointSchedule {
    /// How a checkpoint is made.
    enum Way {
        /// By a thread of its own, beside commits.
        case beside
        /// By the connection that commits, which commits nothing meanwhile.
        case between
    }

    /// Pages that came into the log since the last time: so many that it is worth it.
    var enough = 1_000
    /// Pages in the log, 64 MiB: so many that it shall begin anew.
    ///
    /// It can where all is moved before the next commit, which waits for that.
    var long = 16_384
    /// Pages that are left then, at most: as many as come while the disk takes a few thousand, so that nobody waits for long.
    var few = 4_000
    /// Pages in the log, 256 MiB: so many that commits wait, however many are left.
    var most = 65_536

    /// Pages in the log after the last commit.
    private var pages = 0
    /// Pages in the log when the last checkpoint began.
    private var begun = 0
    /// Pages in the log when the last one began that commits waited for.
    private var awaited = 0
    /// Whether one is made beside commits, or is about to be.
    private var isMoving = false
    /// Whether none was when the last batch began.
    private var wasIdle = false
    /// Whether the log has what came after the end of every checkpoint: else none may begin beside commits.
    private(set) var isFresh = false

    init() {}

    /// A batch of commits begins.
    mutating func batchBegins() { self.wasIdle = !self.isMoving }

    /// A commit was made, and so many pages are in the log.
    mutating func committed(pages: Int) {
        // The log began anew.
        if pages < self.begun { (self.begun, self.awaited) = (0, 0) }
        self.pages = pages
        if self.wasIdle { self.isFresh = true }
    }

    /// The batch has ended; says whether a checkpoint begins, and how.
    mutating func batchEnded() -> Way? {
        guard !self.isMoving, self.isFresh else { return nil }
        let left = self.pages - self.begun
        // Who reads may keep the log from beginning anew: then that is tried again when as much has come again.
        let isBetween =
            self.pages - self.awaited >= self.enough
            && (self.pages >= self.most || self.pages >= self.long && left < self.few)
        guard isBetween || left >= self.enough else { return nil }
        self.begun = self.pages
        if isBetween { self.awaited = self.pages } else { self.isMoving = true }
        return isBetween ? .between : .beside
    }

    /// The checkpoint beside commits has ended, or came to nothing.
    mutating func moved() { (self.isMoving, self.isFresh) = (false, false) }

    /// The connection that commits has made a checkpoint, whatever came of it; called before it commits again.
    mutating func emptied() { self.isFresh = false }
}
