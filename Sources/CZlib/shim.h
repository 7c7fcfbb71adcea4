#ifndef VIGIE_CZLIB_H
#define VIGIE_CZLIB_H

#include <zlib.h>

/* inflateInit is a macro over the structure's size, which Swift does not import. */
static inline int vigie_inflate_init(z_stream *stream) { return inflateInit(stream); }

#endif
