// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

/// `modelgate hook KIND`: the program as a hook of git.
struct HookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook",
    abstract: "Be a hook of git: judge what is about to be committed or pushed.",
    discussion: """
      A hook that ends with another status than 0 makes git refuse.

      EXAMPLES
        modelgate hook install pre-push       put it where git looks for it
        modelgate hook pre-receive --refs refs/heads/main
                                              in hooks/pre-receive of a server

      EXIT STATUS
        0 pass   1 fail   2 usage, policy or rule pack error   3 undecided
      """,
    subcommands: [
      PreCommitHook.self, PrePushHook.self, PreReceiveHook.self, UpdateHook.self,
      InstallHook.self,
    ]
  )
}
