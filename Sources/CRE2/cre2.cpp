// SPDX-License-Identifier: Apache-2.0

#include "include/cre2.h"

#include <re2/re2.h>

#include <cstring>
#include <memory>
#include <new>

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(re2::StringPiece text, const re2::RE2::Options &options)
      : expression(text, options) {}
};

namespace {
void explain(const char *text, char *reason, size_t size) {
  if (size == 0) return;
  std::strncpy(reason, text, size - 1);
  reason[size - 1] = '\0';
}
}  // namespace

// No exception crosses into Swift: the only one RE2 lets out is bad_alloc.
cre2_pattern *cre2_compile(const char *pattern, size_t length, long max_memory,
                           char *reason, size_t reason_size) {
  try {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(max_memory);
    auto compiled =
        std::make_unique<cre2_pattern>(re2::StringPiece(pattern, length), options);
    if (compiled->expression.ok()) return compiled.release();
    explain(compiled->expression.error().c_str(), reason, reason_size);
  } catch (const std::bad_alloc &) {
    explain("out of memory", reason, reason_size);
  }
  return nullptr;
}

bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
  return re2::RE2::PartialMatch(re2::StringPiece(text, length), pattern->expression);
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }
