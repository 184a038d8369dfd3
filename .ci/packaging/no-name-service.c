// SPDX-License-Identifier: Apache-2.0

// Names of users and hosts come from libraries that glibc loads while a program runs, also into a
// static one, where they fit only the very same glibc. This program needs none: a folder of the user
// is taken from HOME, an owner is a number, and hosts are never looked up.

#include <errno.h>
#include <grp.h>
#include <netdb.h>
#include <pwd.h>
#include <stddef.h>

struct passwd *getpwuid(uid_t id) {
  (void)id;
  errno = ENOENT;
  return NULL;
}

struct passwd *getpwnam(const char *name) {
  (void)name;
  errno = ENOENT;
  return NULL;
}

int getpwuid_r(uid_t id, struct passwd *entry, char *buffer, size_t size, struct passwd **result) {
  (void)id;
  (void)entry;
  (void)buffer;
  (void)size;
  *result = NULL;
  return 0;
}

int getpwnam_r(const char *name, struct passwd *entry, char *buffer, size_t size,
               struct passwd **result) {
  (void)name;
  (void)entry;
  (void)buffer;
  (void)size;
  *result = NULL;
  return 0;
}

int getgrgid_r(gid_t id, struct group *entry, char *buffer, size_t size, struct group **result) {
  (void)id;
  (void)entry;
  (void)buffer;
  (void)size;
  *result = NULL;
  return 0;
}

int getgrnam_r(const char *name, struct group *entry, char *buffer, size_t size,
               struct group **result) {
  (void)name;
  (void)entry;
  (void)buffer;
  (void)size;
  *result = NULL;
  return 0;
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
                struct addrinfo **result) {
  (void)node;
  (void)service;
  (void)hints;
  *result = NULL;
  return EAI_FAIL;
}

void freeaddrinfo(struct addrinfo *list) { (void)list; }
