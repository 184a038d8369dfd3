// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// Hooks that stock git runs: what is good goes through, what is bad does not.
@Suite(.enabled(if: Git.isInstalled, "git is not installed"))
struct HookTests {
  /// Runs a script in a work tree of an example, beside a bare repository `../server.git`.
  ///
  /// - Parameters:
  ///   - hook: The hook of the server and its options, or nil for none.
  ///   - script: Commands; `drop` makes a commit that lacks the model card.
  ///   - environment: Variables besides those of the test.
  /// - Returns: The exit status and all that was printed.
  /// - Throws: When the folder cannot be made.
  static func run(
    server hook: String? = nil,
    _ script: String,
    environment: [String: String] = [:]
  ) throws -> (status: Int32, text: String) {
    let folder = try TemporaryDirectory()
    for path in try ExampleFiles.of("ticket-router").keys {
      try folder.write(try ExampleFiles.text(path, of: "ticket-router"), to: "clone/" + path)
    }
    if let hook {
      try folder.write(
        "#!/bin/sh\nexec modelgate hook \(hook) --as-of 2026-11-21 \"$@\"\n",
        to: "server.git/hooks/" + String(hook.prefix { $0 != " " })
      )
    }
    let start = """
      set -e
      git init -q --bare -b main ../server.git; chmod -R +x ../server.git
      git init -q -b main; mkdir -p .git/hooks; git remote add origin ../server.git
      git add -A; git commit -q -m Start
      drop() { git rm -q MODEL_CARD.md && git commit -q --no-verify -m Drop; }
      server() { git -C ../server.git "$@"; }

      """
    return try Shell.run(start + script, in: folder.path + "/clone", environment: environment)
  }

  @Test func `a server accepts what passes and refuses what does not`() throws {
    let good = try Self.run(
      server: "pre-receive",
      "git push -q origin main; server log --oneline main"
    )
    #expect(good.status == 0)
    #expect(good.text.contains("modelgate: refs/heads/main: pass"))
    let bad = try Self.run(
      server: "pre-receive",
      "git push -q origin main; drop; ! git push -q origin main; server ls-tree --name-only main"
    )
    #expect(bad.status == 0)
    #expect(bad.text.contains("modelgate: refs/heads/main: fail"))
    #expect(bad.text.contains("\nMODEL_CARD.md\n"))
  }

  @Test func `of two references the bad one keeps both out, and update keeps out itself`() throws {
    let script = """
      git branch good; drop; git branch bad; git push -q origin good bad || echo refused
      server for-each-ref --format='there: %(refname)'
      """
    let all = try Self.run(server: "pre-receive", script)
    #expect(all.text.contains("modelgate: refs/heads/bad: fail"))
    #expect(all.text.contains("refused"))
    #expect(!all.text.contains("there:"))
    let single = try Self.run(server: "update", script)
    #expect(single.text.contains("there: refs/heads/good"))
    #expect(!single.text.contains("there: refs/heads/bad"))
  }

  @Test func `tags are judged by their commits, and deletions are let through`() throws {
    let outcome = try Self.run(
      server: "pre-receive",
      """
      git push -q origin main; git tag -a -m One v1; git push -q origin v1
      drop; git tag -a -m Two v2; git push -q origin v2 && exit 1
      git branch other main~1; git push -q origin other; git push -q origin :other :v1
      server for-each-ref --format='there: %(refname)'
      """
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("modelgate: refs/tags/v2: fail"))
    #expect(outcome.text.contains("modelgate: refs/heads/other: not judged, it is deleted"))
    #expect(outcome.text.hasSuffix("there: refs/heads/main\n"))
  }

  @Test func `no push weakens the policy that it is judged by`() throws {
    let weaken = "printf 'version: 1\\nfail_on: never\\n' >modelgate.yml; git add -A; drop"
    let same = try Self.run(
      server: "pre-receive",
      "git push -q origin main; \(weaken); ! git push -q origin main"
    )
    #expect(same.status == 0)
    let new = try Self.run(
      server: "pre-receive",
      "git push -q origin main; git checkout -q -b new; \(weaken); ! git push -q origin new"
    )
    #expect(new.status == 0)
    let elsewhere = try Self.run(
      server: "pre-receive",
      "git push -q origin main:old; \(weaken); ! git push -q origin main"
    )
    #expect(elsewhere.status == 0)
    #expect(
      elsewhere.text.replacing("remote:", with: "").onOneLine
        .contains("HEAD of the repository names no branch that exists")
    )
  }

  @Test func `a server judges the references that it names`() throws {
    let outcome = try Self.run(
      server: "pre-receive --refs refs/heads/main --refs 'refs/tags/v*'",
      "git push -q origin main; drop; git push -q origin main:wip; ! git push -q origin main; "
        + "git tag v1; ! git push -q origin v1"
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("modelgate: refs/heads/wip: not judged, no --refs names it"))
  }

  @Test func `before a push every reference is judged`() throws {
    let outcome = try Self.run(
      """
      modelgate hook install pre-push; git push -q origin main
      git branch good; drop; git push -q origin good main && exit 1
      git tag -a -m One v1; git push -q origin v1 && exit 1
      git push -q origin main~1:refs/heads/other; git push -q origin :other
      server for-each-ref --format='there: %(refname)'
      """
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("modelgate: refs/tags/v1: fail"))
    #expect(outcome.text.hasSuffix("there: refs/heads/main\n"))
  }

  @Test func `what git does not tell is warned about and never nothing`() throws {
    let outcome = try Self.run(
      """
      modelgate hook pre-push origin ../server.git </dev/null
      drop; modelgate hook pre-push </dev/null && exit 1
      PRE_COMMIT_TO_REF=$(git rev-parse HEAD~1) PRE_COMMIT_REMOTE_BRANCH=refs/heads/x \
      modelgate hook pre-push </dev/null
      PRE_COMMIT_TO_REF=$(git rev-parse HEAD) modelgate hook pre-push </dev/null && exit 1
      echo nonsense | modelgate hook pre-push && exit 1
      modelgate hook pre-receive </dev/null && exit 1
      exit 0
      """
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("HEAD is judged, other references are not seen"))
    #expect(outcome.text.contains("use_stdin: true"))
    #expect(outcome.text.contains("modelgate: refs/heads/x: pass"))
  }

  @Test(arguments: [
    "git rm -q MODEL_CARD.md; git commit -q -m Bad",
    "rm MODEL_CARD.md; git commit -q -a -m Bad",
    "rm MODEL_CARD.md; git commit -q -m Bad MODEL_CARD.md",
    "rm MODEL_CARD.md; git commit -q -m Bad --include MODEL_CARD.md",
    "git worktree add -q ../linked; cd ../linked; rm MODEL_CARD.md; git commit -q -a -m Bad",
  ])
  func `before a commit the index of that commit is judged`(script: String) throws {
    let outcome = try Self.run(
      """
      modelgate hook install; git commit -q --allow-empty -m Good
      \(script) && exit 1
      test $(git log --format=%s -1) = Good
      """
    )
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("modelgate: the index: pass"))
    #expect(outcome.text.contains("modelgate: the index: fail"))
  }

  @Test func `a commit of one path is not judged by what is staged beside it`() throws {
    let outcome = try Self.run(
      """
      modelgate hook install; git rm -q --cached MODEL_CARD.md
      printf more >>NOTES.txt; git add NOTES.txt; git commit -q -m Notes NOTES.txt
      """
    )
    #expect(outcome.status == 0)
  }

  @Test func `a hook is installed where git looks for it`() throws {
    let outcome = try Self.run(
      """
      git config core.hooksPath .hooks; modelgate hook install pre-push; test -x .hooks/pre-push
      git config core.hooksPath '~/elsewhere'; modelgate hook install update
      test -x $HOME/elsewhere/update; git config --unset core.hooksPath
      git worktree add -q ../linked; cd ../linked; modelgate hook install pre-commit
      test -x ../clone/.git/hooks/pre-commit
      """,
      environment: ["HOME": FileManager.default.temporaryDirectory.path + "/modelgate-hooks"]
    )
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func `a hook that exists is never replaced`() throws {
    let outcome = try Self.run(
      """
      echo mine >.git/hooks/pre-push; modelgate hook install pre-push && exit 1
      test "$(cat .git/hooks/pre-push)" = mine
      ln -s /nowhere/at/all .git/hooks/update; modelgate hook install update && exit 1
      modelgate hook install; modelgate hook install
      """
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("modelgate hook pre-push \"$@\" || exit"))
    #expect(outcome.text.hasSuffix("pre-commit is in place\n"))
  }

  @Test(arguments: [
    (".husky/_/h", "add this line to .husky/pre-push"), ("lefthook.yml", "use_stdin: true"),
    (".pre-commit-config.yaml", "stages: [pre-push]"),
  ])
  func `programs that keep hooks are told what to add`(file: String, text: String) throws {
    let outcome = try Self.run(
      "mkdir -p $(dirname \(file)); touch \(file); modelgate hook install pre-push; "
        + "test ! -e .git/hooks/pre-push"
    )
    #expect(outcome.status == 0)
    #expect(outcome.text.contains(text))
  }
}
