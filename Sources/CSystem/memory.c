#include <limits.h>
#include <malloc.h>

#include "CSystem.h"

void bydelsprofil_keep_freed_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the largest that is taken
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    mallopt(M_TOP_PAD, 16 << 20);
}
