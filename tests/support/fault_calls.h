#pragma once

/* Calls of the C library that a test makes fail: this program's own definitions come before those of the library, for every library
 * it loads. Nothing fails until a test asks for it. */

#ifdef __cplusplus
extern "C" {
#endif

enum FaultKind {
    FaultOfWrite = 1, /* write, pwrite, pwrite64 */
    FaultOfSync = 2   /* fsync, fdatasync */
};

/* From the `first`-th matching call on, `count` calls fail with `error`. A call matches when its kind is among `kinds` and the path
 * of its file holds `part`. */
void simiaoArmFault(int kinds, const char *part, int first, int count, int error);
void simiaoDisarmFault(void);
/* Matching calls since it was armed, those that failed included. */
int simiaoFaultCalls(void);

#ifdef __cplusplus
}
#endif
