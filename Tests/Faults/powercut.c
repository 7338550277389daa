/* Records, in order, what a program writes to the files of one folder, and makes its synchronisation free.
 *
 * Preloaded. FAULTS_FOLDER names part of the files' paths, FAULTS_TRACE the file that the record goes to. A record is:
 * kind (1 byte), length of the path (int32), offset (int64), length of the data (int64), path, data. Kinds: W write,
 * A acknowledgement (a write to a file whose name contains "ack"), S synchronise, T truncate, U unlink. The shared-memory
 * file of SQLite is left out: it is never read after a power cut.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DESCRIPTORS = 4096 };

static int trace = -1;
static const char *folder;
static char *paths[DESCRIPTORS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_open)(const char *, int, ...);
static int (*real_truncate)(int, off64_t);
static int (*real_unlink)(const char *);
static int (*real_close)(int);

__attribute__((constructor)) static void start(void) {
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_truncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_close = dlsym(RTLD_NEXT, "close");
    folder = getenv("FAULTS_FOLDER");
    const char *path = getenv("FAULTS_TRACE");
    if (path) trace = real_open(path, O_CREAT | O_WRONLY | O_APPEND, 0600);
}

static const char *watched(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS ? paths[descriptor] : NULL;
}

static void record(char kind, const char *path, int64_t offset, const void *data, int64_t length) {
    if (trace < 0) return;
    int32_t characters = strlen(path);
    char header[21];
    header[0] = kind;
    memcpy(header + 1, &characters, 4);
    memcpy(header + 5, &offset, 8);
    memcpy(header + 13, &length, 8);
    real_write(trace, header, sizeof header);
    real_write(trace, path, characters);
    if (length > 0) real_write(trace, data, length);
}

static int opened(int descriptor, const char *path) {
    if (descriptor >= 0 && descriptor < DESCRIPTORS && folder && strstr(path, folder) && !strstr(path, "-shm"))
        paths[descriptor] = strdup(path);
    return descriptor;
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened(real_open(path, flags, mode), path);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    int mode = va_arg(rest, int);
    va_end(rest);
    return opened(real_open(path, flags, mode), path);
}

/* A change and its record are one step, so that the trace has the order in which the files changed. */
ssize_t pwrite64(int descriptor, const void *data, size_t length, off64_t offset) {
    const char *path = watched(descriptor);
    if (!path) return real_pwrite(descriptor, data, length, offset);
    pthread_mutex_lock(&lock);
    ssize_t written = real_pwrite(descriptor, data, length, offset);
    if (written > 0) record('W', path, offset, data, written);
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) {
    return pwrite64(descriptor, data, length, offset);
}

ssize_t write(int descriptor, const void *data, size_t length) {
    const char *path = watched(descriptor);
    if (!path) return real_write(descriptor, data, length);
    pthread_mutex_lock(&lock);
    ssize_t written = real_write(descriptor, data, length);
    if (written > 0) record(strstr(path, "ack") ? 'A' : 'W', path, -1, data, written);
    pthread_mutex_unlock(&lock);
    return written;
}

static int synchronise(int descriptor) {
    const char *path = watched(descriptor);
    if (path) {
        pthread_mutex_lock(&lock);
        record('S', path, 0, NULL, 0);
        pthread_mutex_unlock(&lock);
    }
    return 0;
}

int fsync(int descriptor) { return synchronise(descriptor); }
int fdatasync(int descriptor) { return synchronise(descriptor); }

int ftruncate64(int descriptor, off64_t length) {
    const char *path = watched(descriptor);
    if (!path) return real_truncate(descriptor, length);
    pthread_mutex_lock(&lock);
    int result = real_truncate(descriptor, length);
    if (result == 0) record('T', path, length, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

int unlink(const char *path) {
    pthread_mutex_lock(&lock);
    int result = real_unlink(path);
    if (result == 0 && folder && strstr(path, folder)) record('U', path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return result;
}

int close(int descriptor) {
    if (watched(descriptor)) {
        pthread_mutex_lock(&lock);
        free(paths[descriptor]);
        paths[descriptor] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return real_close(descriptor);
}
