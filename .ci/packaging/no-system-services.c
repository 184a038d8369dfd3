// SPDX-License-Identifier: Apache-2.0

// What a static program must not take from glibc, and what this one answers instead.
//
// Names of users and hosts, and conversions between encodings, come from libraries that glibc loads
// while a program runs, also into a static one, where they fit only the very same glibc. Messages go
// to syslog over a socket. This program needs none of it: a folder of the user is taken from HOME, an
// owner is a number, hosts are never looked up, all text is UTF-8, and messages go to standard error.
// Without them the program holds no function that makes a socket, which .ci/no-connection checks.

#include <errno.h>
#include <grp.h>
#include <iconv.h>
#include <netdb.h>
#include <pwd.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <syslog.h>

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

// The state of the resolver of each thread, which pthread_create() prepares; the object of libc that
// defines it would bring the resolver.
extern _Thread_local void *__libc_resp;
_Thread_local void *__libc_resp;

// Only libdispatch calls these, before it ends the process.
void openlog(const char *name, int options, int facility) {
  (void)name;
  (void)options;
  (void)facility;
}

void closelog(void) {}

void syslog(int priority, const char *format, ...) {
  (void)priority;
  (void)format;
}

void vsyslog(int priority, const char *format, va_list values) {
  (void)priority;
  (void)format;
  (void)values;
}

// Of libstdc++, for streams of wide characters, of which there are none.
iconv_t iconv_open(const char *to, const char *from) {
  (void)to;
  (void)from;
  errno = EINVAL;
  return (iconv_t)-1;
}

size_t iconv(iconv_t conversion, char **input, size_t *input_left, char **output,
             size_t *output_left) {
  (void)conversion;
  (void)input;
  (void)input_left;
  (void)output;
  (void)output_left;
  errno = EBADF;
  return (size_t)-1;
}

int iconv_close(iconv_t conversion) {
  (void)conversion;
  return 0;
}

// The Swift runtime looks for prespecialized metadata in a library, which is not there.
void *dlopen(const char *path, int mode) {
  (void)path;
  (void)mode;
  return NULL;
}

// The names of all characters take half a megabyte, and only regular expressions of Swift with `\N{…}`
// ask for them; the program has none, and .ci/check-forbidden refuses to ask for a name.
size_t _swift_stdlib_getScalarName(uint32_t scalar, unsigned char *buffer, size_t capacity) {
  (void)scalar;
  (void)buffer;
  (void)capacity;
  return 0;
}
