#ifndef VIGIE_CZIP_H
#define VIGIE_CZIP_H

#include <zip.h>

#endif
