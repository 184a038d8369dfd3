// SPDX-License-Identifier: Apache-2.0

import Digests
import Testing

/// Signatures that `ssh-keygen -Y sign -n git` made over "a release", as git keeps them.
@Suite("Signatures of OpenSSH") struct SSHSignatureTests {
  private static let message = Array("a release\n".utf8)

  private static let ed25519 = (
    key: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPOYihnZjjdsrg5EEsiaeQDGBiMgML/wJrKbnP6Y/zrf",
    text: """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg85iKGdmON2yuDkQSyJp5AMYGIy
    Awv/Amspuc/pj/Ot8AAAADZ2l0AAAAAAAAAAZzaGE1MTIAAABTAAAAC3NzaC1lZDI1NTE5
    AAAAQItXQmBYxv+E9MBSqYmWhAUYgPzxvTbt+FzDfuhddvY80BiNQKadnTqCd+ehUbRSA9
    0HBEAph760KzYSzV5QrAQ=
    -----END SSH SIGNATURE-----
    """
  )

  private static let ecdsa = (
    key: """
    ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBF3\
    L0zJYQNMgI5XhV6KpK+3FolW6RY5QJIt2RVKVVKr1ep2VZVqOYMLJYpzey2Oop4sh9fLYrQEsPhuxFVdj/PE=
    """,
    text: """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAGgAAAATZWNkc2Etc2hhMi1uaXN0cDI1NgAAAAhuaXN0cDI1NgAAAE
    EEXcvTMlhA0yAjleFXoqkr7cWiVbpFjlAki3ZFUpVUqvV6nZVlWo5gwslinN7LY6iniyH1
    8titASw+G7EVV2P88QAAAANnaXQAAAAAAAAABnNoYTUxMgAAAGMAAAATZWNkc2Etc2hhMi
    1uaXN0cDI1NgAAAEgAAAAgLdSKUiqjlS7Tyj2RJ3Jy9qqr7np6Z3bSA78XMkS74ekAAAAg
    awJfjSx1nH+K8E1VjWRhfb+rVZOetjG8B+g61fOH8Tc=
    -----END SSH SIGNATURE-----
    """
  )

  /// A key of another kind than are verified here.
  private static let rsa = """
    -----BEGIN SSH SIGNATURE-----
    U1NIU0lHAAAAAQAAAZcAAAAHc3NoLXJzYQAAAAMBAAEAAAGBAKzhHrMKrGFAaLlRyy5CO+
    ej75/lU6lkPOsCPLvO0sNtCAx9X5Y6ZyqJEkNbBTt++rQHGWLZcjk2PpBRrVjKTKJtDTyE
    IGEtSSlpZQyaMFgAp4kLEyqDAcY+mHh29EIONyykuBYbMjqcbGv3kXUQDmGDYLcCsvlDwO
    qbITHIKuAtcLSnR9gA6SRz+V8C0rwy4+nzJgpbuwyYprtiUyaN98l9/ziq/SE5Mn8X5Y7J
    8x4EyBs2wFJ6vfsa+OeSNOMSxq9ACOnHX7oodm/qVBrqCvpWbFpEUTKTMvILrWGIxyC/1d
    /oUZ6XWsVK4Ob6qQz1ZeZWQ9MWgMnyxreKkGrOjMY8UwJxcGjnQGzV7wUAes4z/5GnAemZ
    QmqlZUj9G0L4rupa23/CLn4T9gmr+xTVOAFhKOT1INLcni8ACjYQqRgRYV4gCliE7h0rBM
    u/oWskXXVlVwqK7VKCBVwj3rS6T4PyUc4cERJFRqlwSI6zRxKWbBbDapt8h5uBzM8FKGx9
    LQAAAANnaXQAAAAAAAAABnNoYTUxMgAAAZQAAAAMcnNhLXNoYTItNTEyAAABgJFjWwHDJj
    lUk17n6f9ZOzKzNRAARkq426ctiwAlMq94m2gcgWZVWJg5tHw9iZj+271V1cqQfDDdSn+s
    IjTb/Z0cp9kxSZH0tRYnirBZVkK5vVxxQt8xx7blb3V+BLm/r/YBHMnP57Bn9ne1kWwbb6
    OY5FLExvLVhZS1d4wFBEdwchYpfemz6gmsHlhocZ3Q4vmuPe3MAPvjADEIckaZKWpswrFJ
    ZnG5+aLpXl5t7kzY5ndoNFunW1mnh44rp2nfsSDHwseD26SVvJa/moT8ezjoiemSFuTowG
    puyTqVhDgltISoxNI8mvcc15h6FsASTqHpsPbEQp8UJHsBz5DCuzM8jDs5khviMT6DqtH7
    uKsnRSb9Rra8KpLn9y1rZ/9n3p0VzjSSicNmWT/BI+8M3E0is59d0K9k+Wi9TVPOWt3oYz
    MhH0o3bT24d0sy7RfN+WqKbjRNCqgASsxeF4BLfO8gvbpd19Xx0VDweK9hihORRI9dwbIJ
    RNHhBeLM9bJRHw==
    -----END SSH SIGNATURE-----
    """

  @Test func `a genuine signature holds for its message and purpose alone`() throws {
    for (key, text) in [Self.ed25519, Self.ecdsa] {
      let signature = try #require(SSHSignature(armored: text))
      #expect(signature.key == (try PublicKey(text: key)))
      #expect(signature.isValid(for: Self.message, as: "git"))
      #expect(!signature.isValid(for: Self.message, as: "file"))
      #expect(!signature.isValid(for: Self.message + [10], as: "git"))
    }
  }

  @Test func `a key of another kind is not read`() {
    #expect(SSHSignature(armored: Self.rsa) == nil)
  }

  @Test func `a signature that is cut or has a letter changed is refused`() {
    for (_, text) in [Self.ed25519, Self.ecdsa] {
      let letters = Array(text)
      let body = letters.indices.filter {
        letters[$0].isLetter && $0 > 40 && $0 < letters.count - 40
      }
      for index in body {
        var changed = letters
        changed[index] = changed[index] == "A" ? "B" : "A"
        let signature = SSHSignature(armored: String(changed))
        #expect(signature?.isValid(for: Self.message, as: "git") != true)
      }
      for length in stride(from: 0, to: letters.count - 20, by: 7) {
        #expect(SSHSignature(armored: String(letters.prefix(length))) == nil)
      }
    }
  }
}
