// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

#include "sync_counter.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct sync_counter {
    sqlite3_vfs vfs;
    sqlite3_vfs *base;
    pthread_mutex_t lock;
    struct sync_counter_event *events;
    int64_t count;
    int64_t room;
    // The failure asked for: how many such calls are still let through before it, 0 where there is none.
    int32_t fail_what;
    int32_t fail_file;
    int64_t fail_in;
    int32_t fail_code;
    // Whether that call is made all the same.
    int32_t fail_done;
    int32_t has_failed;
};

// A file of ours stands before the file of the default VFS, in the room that SQLite reserves for both.
struct counted_file {
    sqlite3_file head;
    struct sync_counter *counter;
    int32_t kind;
};

static sqlite3_file *base_of(sqlite3_file *file) {
    return (sqlite3_file *)((struct counted_file *)file + 1);
}

static void add(struct sync_counter *counter, struct sync_counter_event event) {
    if (counter->count == counter->room) {
        int64_t room = counter->room ? counter->room * 2 : 1024;
        struct sync_counter_event *events = realloc(counter->events, (size_t)room * sizeof *events);
        if (!events) abort();
        counter->events = events;
        counter->room = room;
    }
    counter->events[counter->count++] = event;
}

// The code with which this call must fail, or SQLITE_OK, and whether it is made; what succeeds is noted by `succeeded`.
static int must_fail(struct sync_counter *counter, int32_t what, int32_t file, int *is_done) {
    int code = SQLITE_OK;
    pthread_mutex_lock(&counter->lock);
    if (counter->fail_in > 0 && counter->fail_what == what && counter->fail_file == file) {
        if (--counter->fail_in == 0) {
            counter->has_failed = 1;
            code = counter->fail_code;
            *is_done = counter->fail_done;
        }
    }
    pthread_mutex_unlock(&counter->lock);
    return code;
}

static int succeeded(struct sync_counter *counter, int32_t what, int32_t file, int result) {
    if (result == SQLITE_OK) {
        pthread_mutex_lock(&counter->lock);
        add(counter, (struct sync_counter_event){what, file, 0});
        pthread_mutex_unlock(&counter->lock);
    }
    return result;
}

// MARK: - The two calls that are watched

static int counted_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    struct counted_file *own = (struct counted_file *)file;
    int is_done = 0;
    int code = must_fail(own->counter, SYNC_COUNTER_WRITE, own->kind, &is_done);
    if (code && !is_done) return code;
    sqlite3_file *base = base_of(file);
    int result = base->pMethods->xWrite(base, bytes, count, offset);
    if (code) return code;
    return succeeded(own->counter, SYNC_COUNTER_WRITE, own->kind, result);
}

static int counted_sync(sqlite3_file *file, int flags) {
    struct counted_file *own = (struct counted_file *)file;
    int is_done = 0;
    int code = must_fail(own->counter, SYNC_COUNTER_SYNC, own->kind, &is_done);
    if (code && !is_done) return code;
    sqlite3_file *base = base_of(file);
    int result = base->pMethods->xSync(base, flags);
    if (code) return code;
    return succeeded(own->counter, SYNC_COUNTER_SYNC, own->kind, result);
}

// MARK: - The calls that are handed on

#define BASE sqlite3_file *base = base_of(file)

static int pass_close(sqlite3_file *file) { BASE; return base->pMethods->xClose(base); }
static int pass_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    BASE; return base->pMethods->xRead(base, bytes, count, offset);
}
static int pass_truncate(sqlite3_file *file, sqlite3_int64 size) {
    BASE; return base->pMethods->xTruncate(base, size);
}
static int pass_size(sqlite3_file *file, sqlite3_int64 *size) { BASE; return base->pMethods->xFileSize(base, size); }
static int pass_lock(sqlite3_file *file, int level) { BASE; return base->pMethods->xLock(base, level); }
static int pass_unlock(sqlite3_file *file, int level) { BASE; return base->pMethods->xUnlock(base, level); }
static int pass_reserved(sqlite3_file *file, int *is) { BASE; return base->pMethods->xCheckReservedLock(base, is); }
static int pass_control(sqlite3_file *file, int op, void *argument) {
    BASE; return base->pMethods->xFileControl(base, op, argument);
}
static int pass_sector(sqlite3_file *file) { BASE; return base->pMethods->xSectorSize(base); }
static int pass_device(sqlite3_file *file) { BASE; return base->pMethods->xDeviceCharacteristics(base); }
static int pass_map(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    BASE; return base->pMethods->xShmMap(base, page, size, extend, memory);
}
static int pass_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    BASE; return base->pMethods->xShmLock(base, offset, count, flags);
}
static void pass_barrier(sqlite3_file *file) { BASE; base->pMethods->xShmBarrier(base); }
static int pass_unmap(sqlite3_file *file, int remove) { BASE; return base->pMethods->xShmUnmap(base, remove); }

// Version 2 has shared memory, which WAL needs; version 3 would add memory mapping, which writes past us.
static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = pass_close,
    .xRead = pass_read,
    .xWrite = counted_write,
    .xTruncate = pass_truncate,
    .xSync = counted_sync,
    .xFileSize = pass_size,
    .xLock = pass_lock,
    .xUnlock = pass_unlock,
    .xCheckReservedLock = pass_reserved,
    .xFileControl = pass_control,
    .xSectorSize = pass_sector,
    .xDeviceCharacteristics = pass_device,
    .xShmMap = pass_map,
    .xShmLock = pass_shared_lock,
    .xShmBarrier = pass_barrier,
    .xShmUnmap = pass_unmap,
};

static int32_t kind_of(int flags) {
    if (flags & SQLITE_OPEN_MAIN_DB) return SYNC_COUNTER_MAIN;
    if (flags & SQLITE_OPEN_WAL) return SYNC_COUNTER_WAL;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) return SYNC_COUNTER_JOURNAL;
    return SYNC_COUNTER_OTHER;
}

static int counted_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out) {
    struct sync_counter *counter = vfs->pAppData;
    struct counted_file *own = (struct counted_file *)file;
    sqlite3_file *base = base_of(file);
    own->head.pMethods = NULL;
    own->counter = counter;
    own->kind = kind_of(flags);
    base->pMethods = NULL;
    int result = counter->base->xOpen(counter->base, name, base, flags, out);
    // A file whose methods are set is closed by SQLite even where opening failed.
    if (base->pMethods) own->head.pMethods = &methods;
    return result;
}

// MARK: - What a test calls

sync_counter *sync_counter_create(const char *name) {
    sqlite3_vfs *base = sqlite3_vfs_find(NULL);
    struct sync_counter *counter = base ? calloc(1, sizeof *counter) : NULL;
    if (!counter) return NULL;
    // Everything but opening is the default one's own: those calls do not look at the VFS that they are given.
    counter->base = base;
    counter->vfs = *base;
    counter->vfs.pNext = NULL;
    counter->vfs.zName = strdup(name);
    counter->vfs.pAppData = counter;
    counter->vfs.szOsFile = (int)sizeof(struct counted_file) + base->szOsFile;
    counter->vfs.xOpen = counted_open;
    pthread_mutex_init(&counter->lock, NULL);
    if (!counter->vfs.zName || sqlite3_vfs_register(&counter->vfs, 0) != SQLITE_OK) {
        free((char *)counter->vfs.zName);
        free(counter);
        return NULL;
    }
    return counter;
}

void sync_counter_destroy(sync_counter *counter) {
    sqlite3_vfs_unregister(&counter->vfs);
    pthread_mutex_destroy(&counter->lock);
    free((char *)counter->vfs.zName);
    free(counter->events);
    free(counter);
}

void sync_counter_mark(sync_counter *counter, int64_t mark) {
    pthread_mutex_lock(&counter->lock);
    add(counter, (struct sync_counter_event){SYNC_COUNTER_MARK, SYNC_COUNTER_OTHER, mark});
    pthread_mutex_unlock(&counter->lock);
}

int64_t sync_counter_trace(sync_counter *counter, int64_t from, struct sync_counter_event *events, int64_t room) {
    pthread_mutex_lock(&counter->lock);
    int64_t count = counter->count;
    for (int64_t place = 0; place < room && from + place < count; place++) events[place] = counter->events[from + place];
    pthread_mutex_unlock(&counter->lock);
    return count;
}

void sync_counter_fail(
    sync_counter *counter, int32_t what, int32_t file, int64_t nth, int32_t code, int32_t is_done
) {
    pthread_mutex_lock(&counter->lock);
    counter->fail_what = what;
    counter->fail_file = file;
    counter->fail_in = nth;
    counter->fail_code = code;
    counter->fail_done = is_done;
    counter->has_failed = 0;
    pthread_mutex_unlock(&counter->lock);
}

int32_t sync_counter_has_failed(sync_counter *counter) {
    pthread_mutex_lock(&counter->lock);
    int32_t result = counter->has_failed;
    pthread_mutex_unlock(&counter->lock);
    return result;
}
