// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

#include "faulty_sync.h"

#include <errno.h>
#include <stdatomic.h>
#include <sys/syscall.h>

static atomic_bool is_failing;

void faulty_sync_begin(void) { atomic_store(&is_failing, 1); }

static int sync_by(long call, int descriptor) {
    if (atomic_load(&is_failing)) {
        errno = EIO;
        return -1;
    }
    return disk_journal_sync(call, descriptor);
}

// They stand in the place of those of the C library, for this program and for the libraries that it loads.

int fsync(int descriptor) { return sync_by(SYS_fsync, descriptor); }

int fdatasync(int descriptor) { return sync_by(SYS_fdatasync, descriptor); }
