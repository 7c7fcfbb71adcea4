#ifndef VIGIE_CQPDF_H
#define VIGIE_CQPDF_H

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

#endif
