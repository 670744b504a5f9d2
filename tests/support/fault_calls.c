#define _GNU_SOURCE
#include "support/fault_calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int armedKinds;
static atomic_int seen;
static int firstCall;
static int callCount;
static int failure;
static char pathPart[256];

void simiaoArmFault(int kinds, const char *part, int first, int count, int error)
{
    atomic_store(&armedKinds, 0);
    atomic_store(&seen, 0);
    firstCall = first;
    callCount = count;
    failure = error;
    snprintf(pathPart, sizeof pathPart, "%s", part);
    atomic_store(&armedKinds, kinds);
}

void simiaoDisarmFault(void)
{
    atomic_store(&armedKinds, 0);
}

int simiaoFaultCalls(void)
{
    return atomic_load(&seen);
}

static int isOurs(int file)
{
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = '\0';
    return strstr(path, pathPart) != NULL;
}

static int fails(int kind, int file)
{
    if ((atomic_load(&armedKinds) & kind) == 0 || !isOurs(file))
        return 0;
    const int call = atomic_fetch_add(&seen, 1) + 1;
    if (call < firstCall || call - firstCall >= callCount)
        return 0;
    errno = failure;
    return 1;
}

ssize_t write(int file, const void *bytes, size_t size)
{
    static ssize_t (*real)(int, const void *, size_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "write");
    return fails(FaultOfWrite, file) ? -1 : real(file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t place)
{
    static ssize_t (*real)(int, const void *, size_t, off64_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "pwrite64");
    return fails(FaultOfWrite, file) ? -1 : real(file, bytes, size, place);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place)
{
    static ssize_t (*real)(int, const void *, size_t, off_t);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "pwrite");
    return fails(FaultOfWrite, file) ? -1 : real(file, bytes, size, place);
}

int fsync(int file)
{
    static int (*real)(int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "fsync");
    return fails(FaultOfSync, file) ? -1 : real(file);
}

int fdatasync(int file)
{
    static int (*real)(int);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "fdatasync");
    return fails(FaultOfSync, file) ? -1 : real(file);
}
