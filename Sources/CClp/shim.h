#ifndef BYDELSPROFIL_CLP_SHIM_H
#define BYDELSPROFIL_CLP_SHIM_H

// Found both with pkg-config's include path and without.
#if __has_include("Clp_C_Interface.h")
#include "Clp_C_Interface.h"
#else
#include "coin/Clp_C_Interface.h"
#endif

#endif
