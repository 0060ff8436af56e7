// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

// A disk that fails: fsync and fdatasync of the whole process, SQLite's among them.

#ifndef ZEGEL_FAULTY_SYNC_H
#define ZEGEL_FAULTY_SYNC_H

/// From now on every sync fails with EIO.
void faulty_sync_begin(void);

#endif
