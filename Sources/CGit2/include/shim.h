// SPDX-License-Identifier: Apache-2.0

#ifndef CGIT2_SHIM_H
#define CGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/commit.h>
#include <git2/sys/repository.h>

// Swift cannot call a C function with variable arguments, so each option that is needed has a name.

/// Sets where libgit2 looks for configuration of one level (`git_config_level_t`).
static inline int cgit2_set_search_path(int level, const char *path) {
  return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, path);
}

/// Turns libgit2's own check of the repository's owner on or off.
static inline int cgit2_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

/// Names the repository extensions that may be present besides those that libgit2 knows.
static inline int cgit2_set_extensions(const char **names, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, count);
}

/// Sets how many bytes of parsed objects libgit2 may keep.
static inline int cgit2_set_cache_size(ssize_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

/// Sets how many bytes of packs are mapped at once, and how many in one piece.
static inline int cgit2_set_mapped_bytes(size_t all, size_t window) {
  int status = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
  return status < 0 ? status : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, all);
}

#endif
