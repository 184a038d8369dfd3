// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@Suite struct OutputPlaceTests {
  private static let check = "modelgate check --quiet --as-of 2026-11-21"

  /// The status and the texts of a script in the folder of an example; `$OUT` is an empty folder.
  private static func run(_ script: String) throws -> (status: Int32, text: String, files: [String])
  {
    let example = try Example("ticket-router")
    let folder = try TemporaryDirectory()
    let outcome = try Shell.run(script, in: example.path, environment: ["OUT": folder.path])
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return (outcome.status, outcome.text.onOneLine, files)
  }

  @Test func `devices and pipes are written through and stay what they are`() throws {
    let device = try Self.run("\(Self.check) --output json=/dev/null && test -c /dev/null")
    #expect(device.status == 0)
    let full = try Self.run(
      "\(Self.check) --output json=/dev/full; s=$?; test -c /dev/full; exit $s"
    )
    #expect(full.status == 2)
    #expect(full.text.contains("writing '/dev/full' failed: No space left on device"))
    let pipe = try Self.run(
      "mkfifo $OUT/f; cat $OUT/f >$OUT/read & \(Self.check) --output json=$OUT/f; s=$?; wait; "
        + "grep -c '\"verdict\":\"pass\"' $OUT/read; exit $s"
    )
    #expect(pipe.status == 0)
    #expect(pipe.text == "1")
    #expect(pipe.files == ["f", "read"])
    let own = try Self.run(
      "\(Self.check) --output json=/dev/stdout | { head -c 1; cat >/dev/null; }"
    )
    #expect(own.text == "{")
  }

  @Test func `a pipe without a reader is refused at once`() throws {
    let outcome = try Self.run("mkfifo $OUT/f; \(Self.check) --output json=$OUT/f")
    #expect(outcome.status == 2)
    #expect(outcome.text.contains("nobody reads from it"))
  }

  @Test func `links are followed and stay links`() throws {
    let outcome = try Self.run(
      """
      mkdir $OUT/d; ln -s d/target $OUT/link; ln -s $OUT/link $OUT/second; ln -s loop $OUT/loop
      \(Self.check) --output json=$OUT/second && test -L $OUT/link && test -f $OUT/d/target || exit 9
      \(Self.check) --output json=$OUT/loop
      """
    )
    #expect(outcome.status == 2)
    #expect(outcome.text.contains("the symbolic links lead in circles"))
  }

  @Test func `a file that is replaced keeps its mode, and nothing else is left`() throws {
    let outcome = try Self.run(
      "echo old >$OUT/r; chmod 640 $OUT/r; \(Self.check) --output json=$OUT/r; stat -c %a $OUT/r"
    )
    #expect(outcome.text == "640")
    #expect(outcome.files == ["r"])
  }

  @Test(arguments: [
    ".git/r.json", ".git/new/r.json", "x/../.git/config", "MODEL_CARD.md", "./ai-system.yml",
    "$OUT/hard", "$OUT/soft", "$OUT/folder/config",
  ])
  func `the repository and what is judged are never replaced`(path: String) throws {
    let outcome = try Self.run(
      """
      mkdir x; ln MODEL_CARD.md $OUT/hard; ln -s $PWD/MODEL_CARD.md $OUT/soft
      ln -s $PWD/.git $OUT/folder
      before=$(find . -type f | sort | xargs sha256sum)
      \(Self.check) --output json=\(path); s=$?
      test "$before" = "$(find . -type f | sort | xargs sha256sum)" && exit $s
      """
    )
    #expect(outcome.status == 2)
    #expect(
      outcome.text.contains("this file is judged itself")
        || outcome.text.contains("it lies inside the git repository itself")
    )
  }

  @Test func `two outputs cannot share a file`() throws {
    let outcome = try Self.run("\(Self.check) --output json=$OUT/r --output junit=$OUT/r")
    #expect(outcome.status == 2)
    #expect(outcome.files.isEmpty)
  }

  @Test(arguments: [">/dev/full", ">&-", "| true"], ["check", "--help", "list rules"])
  func `a standard output that takes nothing is no success`(
    redirection: String,
    command: String
  ) throws {
    // A shell tells only of the last program in a pipe, so the first one tells of itself.
    let outcome = try Self.run(
      "{ sleep 0.5; modelgate \(command); echo $? >$OUT/status; } \(redirection); cat $OUT/status"
    )
    #expect(outcome.text.hasSuffix("2"))
  }

  @Test(arguments: [("TERM", 143), ("INT", 130), ("HUP", 129)])
  func `a signal leaves nothing half-written and ends with its number`(
    signal: String,
    status: Int32
  ) throws {
    // More than a pipe holds keeps the program writing until the signal comes.
    let outcome = try Self.run(
      """
      mkfifo $OUT/f; sleep 60 <$OUT/f & reader=$!
      env --default-signal=INT,HUP,TERM \(Self.check) --output junit=$OUT/r.xml --output json=$OUT/f --output json=$OUT/f \
      --output json=$OUT/f & program=$!
      while ! ls $OUT/r.xml.*.part >/dev/null 2>&1; do sleep 0.05; done; sleep 0.3
      kill -\(signal) $program; wait $program; s=$?
      kill $reader; exit $s
      """
    )
    #expect(outcome.status == status)
    #expect(outcome.files == ["f"])
  }

  @Test func `a path that leads nowhere has one status`() throws {
    for arguments in ["--repo /nowhere", "--path nowhere", "--repo /nowhere --path x"] {
      let outcome = try Self.run("modelgate check \(arguments)")
      #expect(outcome.status == 2, "\(arguments)")
    }
  }
}
