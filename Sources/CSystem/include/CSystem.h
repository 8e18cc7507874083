#ifndef BYDELSPROFIL_SYSTEM_H
#define BYDELSPROFIL_SYSTEM_H

/// Lets two paths change places in one step, so that nobody ever sees one of them missing (renameat2, Linux 3.15).
/// Returns 0, or -1 with errno set; EINVAL or ENOSYS where the file system cannot.
int bydelsprofil_exchange(const char *first, const char *second);

/// Lets the C library keep freed memory instead of giving it back to the system and asking for it again (mallopt).
/// A build makes and drops thousands of pieces of a hundred kilobytes, each of which would be mapped and unmapped.
void bydelsprofil_keep_freed_memory(void);

#endif
