#ifndef BYDELSPROFIL_LIBCRYPTO_SHIM_H
#define BYDELSPROFIL_LIBCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/sha.h>

#endif
