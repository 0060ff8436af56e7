// Zegel
// Licensed under the Apache License, Version 2.0
// SPDX-License-Identifier: Apache-2.0

#ifndef ZEGEL_CZLIB_SHIM_H
#define ZEGEL_CZLIB_SHIM_H

#include <zlib.h>

#endif
