// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A disk that fails, and one that tells what is done to it: the calls of the whole process, SQLite's among them.

#ifndef ZEGEL_FAULTY_SYNC_H
#define ZEGEL_FAULTY_SYNC_H

#include <stdint.h>

/// From now on every sync fails with EIO.
void faulty_sync_begin(void);

/// From now on what is done below a folder is written into a file, call by call, so that a test can tell what a power cut would have
/// left; whether that can be written.
int disk_journal_begin(const char *file, const char *folder);

/// What stands before each record in the journal; the bytes of both parts follow it. Numbers are as the machine has them.
struct disk_journal_head {
    /// `o`pen, `c`lose, `w`rite, `t`runcate, `s`ync, `r`ename, `u`nlink, `m`ake or `d`rop a folder.
    uint32_t kind;
    /// The file that it was done to, where it was open.
    int32_t descriptor;
    /// Open: whether the file was emptied. Write: the offset. Truncate: the size. Sync: how long the journal was when it began.
    uint64_t number;
    /// Bytes of the path, or of what was written.
    uint32_t first;
    /// Bytes of the other path.
    uint32_t second;
};

/// Syncs by the call of that number, and records it once it has returned.
int disk_journal_sync(long call, int descriptor);

#endif
