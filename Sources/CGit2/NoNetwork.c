// SPDX-License-Identifier: Apache-2.0

// This program opens no connection. libgit2 can: over HTTP, SSH and its own protocol. What the rest
// of the library asks of those parts is defined here, in the few names that .ci/network-seam finds
// in libgit2.a, so that a static link takes none of them and needs no TLS, SSH or Kerberos code.
// Without them no object of the program calls connect() on behalf of git, which nm shows.

#include <stdbool.h>
#include <stddef.h>

#include <git2.h>
#include <git2/sys/transport.h>

static int no_connection(void) {
  git_error_set_str(GIT_ERROR_NET, "this program opens no connection");
  return -1;
}

int git_smart_subtransport_http(git_smart_subtransport **out, git_transport *owner, void *param) {
  (void)owner;
  (void)param;
  *out = NULL;
  return no_connection();
}

int git_smart_subtransport_git(git_smart_subtransport **out, git_transport *owner, void *param) {
  (void)owner;
  (void)param;
  *out = NULL;
  return no_connection();
}

int git_smart_subtransport_ssh(git_smart_subtransport **out, git_transport *owner, void *param) {
  (void)owner;
  (void)param;
  *out = NULL;
  return no_connection();
}

int git_transport_smart(git_transport **out, git_remote *owner, void *payload) {
  (void)owner;
  (void)payload;
  *out = NULL;
  return no_connection();
}

// Settings and beginnings of those parts, which git_libgit2_init() and git_libgit2_opts() touch.
extern bool git_http__expect_continue;
extern bool git_smart__ofs_delta_enabled;
bool git_http__expect_continue = false;
bool git_smart__ofs_delta_enabled = false;

int git_transport_ssh_global_init(void);
int git_mbedtls_stream_global_init(void);
int git_mbedtls__set_cert_location(const char *file, const char *folder);

int git_transport_ssh_global_init(void) { return 0; }

int git_mbedtls_stream_global_init(void) { return 0; }

int git_mbedtls__set_cert_location(const char *file, const char *folder) {
  (void)file;
  (void)folder;
  return no_connection();
}

// The parser of addresses that remotes and FETCH_HEAD name; no address of a network is valid here.
int http_parser_parse_url(const char *text, size_t length, int is_connect, void *parts);

int http_parser_parse_url(const char *text, size_t length, int is_connect, void *parts) {
  (void)text;
  (void)length;
  (void)is_connect;
  (void)parts;
  return 1;
}

// A dynamic link takes the library whole. git_libgit2_init() then reads the certificates of all
// authorities that the system trusts, which is most of what it costs. The linker prefers this
// definition to the one in libmbedx509: no certificate is read, and without certificates no TLS
// connection could be made either.
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain;
  (void)path;
  return 0;
}
