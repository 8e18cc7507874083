#ifndef BYDELSPROFIL_MESSAGE_DIGEST_SHIM_H
#define BYDELSPROFIL_MESSAGE_DIGEST_SHIM_H

#include <sys/types.h>
#include <sha2.h>

#endif
