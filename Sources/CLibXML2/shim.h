#ifndef VIGIE_CLIBXML2_H
#define VIGIE_CLIBXML2_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

/* xmlFree is a mutable global function pointer, which Swift 6 will not touch. */
static inline void vigie_xml_free(void *pointer) { xmlFree(pointer); }

#endif
