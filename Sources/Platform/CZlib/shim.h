#include <zlib.h>

/* deflateInit2 is a macro, which Swift does not see. 15 + 16: the largest window, with a gzip header (zlib.h). */
static inline int entente_gzip_begin(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}
