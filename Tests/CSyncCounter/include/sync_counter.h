// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// An SQLite VFS over the default one that keeps a trace of every write and sync, and fails one when told to.

#ifndef ZEGEL_SYNC_COUNTER_H
#define ZEGEL_SYNC_COUNTER_H

#include <stdint.h>

/// What happened.
enum {
    SYNC_COUNTER_WRITE = 0,
    SYNC_COUNTER_SYNC = 1,
    /// A mark that the test set itself.
    SYNC_COUNTER_MARK = 2,
};

/// Which file it happened to.
enum {
    SYNC_COUNTER_MAIN = 0,
    SYNC_COUNTER_WAL = 1,
    SYNC_COUNTER_JOURNAL = 2,
    SYNC_COUNTER_OTHER = 3,
};

/// One line of the trace; `mark` is what the test gave with a mark.
struct sync_counter_event {
    int32_t what;
    int32_t file;
    int64_t mark;
};

typedef struct sync_counter sync_counter;

/// Registers a VFS under a name of its own; NULL where that is not possible.
sync_counter *sync_counter_create(const char *name);

/// Unregisters it; no database may be open on it any more.
void sync_counter_destroy(sync_counter *counter);

/// Adds a mark to the trace.
void sync_counter_mark(sync_counter *counter, int64_t mark);

/// Copies the trace from a place on, as far as there is room; returns how many events there are in all.
int64_t sync_counter_trace(sync_counter *counter, int64_t from, struct sync_counter_event *events, int64_t room);

/// Makes the nth write or sync of such a file from now on (1 is the next) fail with an extended result code, once;
/// nth 0 makes none fail. A failing write changes nothing and a failing sync syncs nothing, unless it is done all the same.
void sync_counter_fail(
    sync_counter *counter, int32_t what, int32_t file, int64_t nth, int32_t code, int32_t is_done
);

/// Whether the failure that was asked for has come.
int32_t sync_counter_has_failed(sync_counter *counter);

#endif
