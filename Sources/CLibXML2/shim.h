#ifndef BYDELSPROFIL_LIBXML2_SHIM_H
#define BYDELSPROFIL_LIBXML2_SHIM_H

// libxml2's headers would bring in the system's ICU, whose types clash with those of Foundation's own ICU. Only the
// encoding handlers' layout depends on it, and nothing here touches them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#endif
