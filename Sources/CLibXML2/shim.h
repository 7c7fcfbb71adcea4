#ifndef VIGIE_CLIBXML2_H
#define VIGIE_CLIBXML2_H

/* Debian's libxml2 is built with ICU, whose headers clash with the ICU inside Swift's Foundation. Only the layout of
 * xmlCharEncodingHandler depends on them, which nothing here touches. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

/* xmlFree is a mutable global function pointer, which Swift 6 will not touch. */
static inline void vigie_xml_free(void *pointer) { xmlFree(pointer); }

#endif
