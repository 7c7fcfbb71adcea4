#ifndef VIGIE_CLINUX_H
#define VIGIE_CLINUX_H

/* What the Glibc module of Swift does not carry: signalfd, renameat2, and the flags of variadic open(2). */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <malloc.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
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

/* `flock` is a struct and a function; this names the function. */
static inline int vigie_flock(int descriptor, int operation) {
    return flock(descriptor, operation);
}

/* SFD_CLOEXEC and SFD_NONBLOCK come from an anonymous enum, which Swift imports with another integer type. */
static inline int vigie_signalfd(const sigset_t *set) {
    return signalfd(-1, set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* prctl(2) is variadic. The caller is killed when its parent ends. */
static inline int vigie_die_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/* Whether somebody has the file open to write: a read lease is refused then. It is given back at once; who opens the file
   meanwhile waits for that, and the holder is sent SIGIO. A file of another user tells nothing, nor do some file systems;
   NFS and SMB also refuse where the server grants no delegation or oplock, so that their answer says nothing. */
static inline int vigie_has_writer(int descriptor) {
    struct statfs system;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return 0;
    }
    if (errno != EAGAIN || fstatfs(descriptor, &system) != 0) return 0;
    switch ((unsigned int)system.f_type) {
    case NFS_SUPER_MAGIC:
    case SMB_SUPER_MAGIC:
    case CIFS_SUPER_MAGIC:
    case SMB2_SUPER_MAGIC:
        return 0;
    default:
        return 1;
    }
}

static inline char **vigie_environment(void) {
    return environ;
}

static inline int vigie_inotify(void) {
    return inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
}

#endif
