#ifndef BYDELSPROFIL_LIBCRYPTO_SHIM_H
#define BYDELSPROFIL_LIBCRYPTO_SHIM_H

#include <openssl/sha.h>

#endif
