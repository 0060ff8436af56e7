// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE

#include "faulty_sync.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// A change and its record are one step, so that the records stand in the order of the changes. A sync is not: what another
// thread writes while it runs is not promised by it.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int journal = -1;
static uint64_t length;
static char folder[4096];
static atomic_uchar is_watched[65536];

int disk_journal_begin(const char *file, const char *path) {
    int descriptor = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0 || strlen(path) >= sizeof folder) return 0;
    strcpy(folder, path);
    atomic_store(&journal, descriptor);
    return 1;
}

// What of a path stands behind the folder: nothing for itself, NULL where it is elsewhere.
static const char *below(const char *path) {
    size_t size = strlen(folder);
    if (atomic_load(&journal) < 0 || !path || strncmp(path, folder, size)) return NULL;
    if (!path[size]) return path + size;
    return path[size] == '/' ? path + size + 1 : NULL;
}

static int is_open(int descriptor) {
    return descriptor >= 0 && descriptor < (int)sizeof is_watched && atomic_load(&is_watched[descriptor]);
}

static void record(char kind, int descriptor, uint64_t number, const void *first, size_t size, const char *second) {
    uint32_t rest = second ? (uint32_t)strlen(second) : 0;
    struct disk_journal_head head = {(uint32_t)kind, descriptor, number, (uint32_t)size, rest};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)first, size}, {(void *)second, rest}};
    ssize_t whole = (ssize_t)(sizeof head + size + rest);
    // A journal that lacks something would have the test say what is not so.
    if (syscall(SYS_writev, atomic_load(&journal), parts, 3) != whole) abort();
    length += (uint64_t)whole;
}

static void record_path(char kind, int descriptor, uint64_t number, const char *path, const char *other) {
    record(kind, descriptor, number, below(path), strlen(below(path)), other ? below(other) : NULL);
}

static int open_by(int base, const char *path, int flags, mode_t mode) {
    if (!below(path)) return (int)syscall(SYS_openat, base, path, flags, mode);
    pthread_mutex_lock(&lock);
    int descriptor = (int)syscall(SYS_openat, base, path, flags, mode);
    if (descriptor >= (int)sizeof is_watched) abort();
    if (descriptor >= 0) {
        record_path('o', descriptor, flags & O_TRUNC ? 1 : 0, path, NULL);
        atomic_store(&is_watched[descriptor], 1);
    }
    pthread_mutex_unlock(&lock);
    return descriptor;
}

static ssize_t write_by(int descriptor, const void *bytes, size_t size, off_t offset) {
    if (!is_open(descriptor)) {
        return offset < 0 ? syscall(SYS_write, descriptor, bytes, size)
                          : syscall(SYS_pwrite64, descriptor, bytes, size, offset);
    }
    pthread_mutex_lock(&lock);
    ssize_t written = offset < 0 ? syscall(SYS_write, descriptor, bytes, size)
                                 : syscall(SYS_pwrite64, descriptor, bytes, size, offset);
    if (written > 0) {
        off_t start = offset < 0 ? lseek(descriptor, 0, SEEK_CUR) - written : offset;
        record('w', descriptor, (uint64_t)start, bytes, (size_t)written, NULL);
    }
    pthread_mutex_unlock(&lock);
    return written;
}

static int truncate_by(int descriptor, off_t size) {
    if (!is_open(descriptor)) return (int)syscall(SYS_ftruncate, descriptor, size);
    pthread_mutex_lock(&lock);
    int outcome = (int)syscall(SYS_ftruncate, descriptor, size);
    if (outcome == 0) record('t', descriptor, (uint64_t)size, NULL, 0, NULL);
    pthread_mutex_unlock(&lock);
    return outcome;
}

// A change of names: a folder that is made, or what is removed.
static int change_name(char kind, const char *path, long call, int number) {
    if (!below(path)) return (int)syscall(call, AT_FDCWD, path, number);
    pthread_mutex_lock(&lock);
    int outcome = (int)syscall(call, AT_FDCWD, path, number);
    if (outcome == 0) record_path(kind, -1, 0, path, NULL);
    pthread_mutex_unlock(&lock);
    return outcome;
}

int disk_journal_sync(long call, int descriptor) {
    if (!is_open(descriptor)) return (int)syscall(call, descriptor);
    pthread_mutex_lock(&lock);
    uint64_t begun = length;
    pthread_mutex_unlock(&lock);
    int outcome = (int)syscall(call, descriptor);
    pthread_mutex_lock(&lock);
    if (outcome == 0) record('s', descriptor, begun, NULL, 0, NULL);
    pthread_mutex_unlock(&lock);
    return outcome;
}

// They stand in the place of those of the C library, for this program and for the libraries that it loads.

#define MODE(flags, mode)                  \
    mode_t mode = 0;                       \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest;                      \
        va_start(rest, flags);             \
        mode = va_arg(rest, mode_t);       \
        va_end(rest);                      \
    }

int open(const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_by(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_by(AT_FDCWD, path, flags, mode);
}

int openat(int base, const char *path, int flags, ...) {
    MODE(flags, mode)
    return open_by(base, path, flags, mode);
}

int close(int descriptor) {
    if (!is_open(descriptor)) return (int)syscall(SYS_close, descriptor);
    pthread_mutex_lock(&lock);
    atomic_store(&is_watched[descriptor], 0);
    record('c', descriptor, 0, NULL, 0, NULL);
    int outcome = (int)syscall(SYS_close, descriptor);
    pthread_mutex_unlock(&lock);
    return outcome;
}

ssize_t write(int descriptor, const void *bytes, size_t size) { return write_by(descriptor, bytes, size, -1); }

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset) {
    return write_by(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off_t offset) {
    return write_by(descriptor, bytes, size, offset);
}

int ftruncate(int descriptor, off_t size) { return truncate_by(descriptor, size); }

int ftruncate64(int descriptor, off_t size) { return truncate_by(descriptor, size); }

int unlink(const char *path) { return change_name('u', path, SYS_unlinkat, 0); }

int rmdir(const char *path) { return change_name('d', path, SYS_unlinkat, AT_REMOVEDIR); }

int mkdir(const char *path, mode_t mode) { return change_name('m', path, SYS_mkdirat, (int)mode); }

int rename(const char *path, const char *other) {
    if (!below(path) || !below(other)) return (int)syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, other);
    pthread_mutex_lock(&lock);
    int outcome = (int)syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, other);
    if (outcome == 0) record_path('r', -1, 0, path, other);
    pthread_mutex_unlock(&lock);
    return outcome;
}
