#ifndef VIGIE_CLINUX_H
#define VIGIE_CLINUX_H

/* What the Glibc module of Swift does not carry: signalfd, renameat2, and the flags of variadic open(2). */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE (1 << 0)
#endif

static inline int vigie_openat(int directory, const char *path, int flags, unsigned int mode) {
    return openat(directory, path, flags, mode);
}

static inline int vigie_rename_noreplace(int from, const char *old, int to, const char *new_) {
    return (int)syscall(SYS_renameat2, from, old, to, new_, RENAME_NOREPLACE);
}

#endif
