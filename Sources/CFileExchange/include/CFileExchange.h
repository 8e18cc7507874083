#ifndef BYDELSPROFIL_FILE_EXCHANGE_H
#define BYDELSPROFIL_FILE_EXCHANGE_H

/// Lets two paths change places in one step, so that nobody ever sees one of them missing (renameat2, Linux 3.15).
/// Returns 0, or -1 with errno set; EINVAL or ENOSYS where the file system cannot.
int bydelsprofil_exchange(const char *first, const char *second);

#endif
