// SPDX-License-Identifier: Apache-2.0
// The part of RE2 that the rule language needs, as C.

#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; safe to match from several threads at once.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a UTF-8 pattern with at most `max_memory` bytes for the program; NULL when it is
/// invalid or too large, with the reason (cut to fit) written to `reason`.
cre2_pattern *cre2_compile(const char *pattern, size_t length, long max_memory,
                           char *reason, size_t reason_size);

/// Whether the pattern matches anywhere in the text.
bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length);

/// Frees a compiled pattern.
void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif

#endif
