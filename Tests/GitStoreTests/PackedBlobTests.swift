// SPDX-License-Identifier: Apache-2.0

import Digests
import GateModel
import GitStore
import TestSupport
import Testing

@Suite struct PackedBlobTests {
  private static let weights = Array("weights ".utf8) + (0..<200_000).map { UInt8($0 * 7 & 0xFF) }
  private static let id = GitHash.id(of: .blob, weights)

  /// A repository whose one file has an id, and the packs that are put into it or a folder beside it.
  private static func fixture(
    naming id: ObjectID,
    _ packs: [(pack: [UInt8], index: [UInt8])],
    in folder: String = ".git/objects"
  ) throws -> FixtureRepository {
    let fixture = try FixtureRepository()
    let tree = try fixture.rawTree([("100644", "w.bin", id.hex)])
    try fixture.commit(tree: tree, parents: [])
    for (number, files) in packs.enumerated() {
      try fixture.directory.write(files.pack, to: "\(folder)/pack/pack-\(number).pack")
      try fixture.directory.write(files.index, to: "\(folder)/pack/pack-\(number).idx")
    }
    return fixture
  }

  private static func digest(in fixture: FixtureRepository) throws -> Result<ContentDigest, Problem>
  {
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    let entry = snapshot.entries[0]
    do throws(Problem) {
      return .success(try snapshot.sha256(of: entry))
    } catch {
      return .failure(error)
    }
  }

  private static func digest(
    of id: ObjectID = id,
    _ packs: FixturePack...
  ) throws -> Result<ContentDigest, Problem> {
    try digest(in: fixture(naming: id, packs.map { ($0.pack, $0.index) }))
  }

  private static func problem(_ result: Result<ContentDigest, Problem>) -> Problem? {
    guard case .failure(let problem) = result else { return nil }
    return problem
  }

  private static func pack(_ fill: (inout FixturePack) -> Void) -> FixturePack {
    var pack = FixturePack()
    fill(&pack)
    return pack
  }

  @Test func `weights of any size are hashed where they are whole in a pack`() throws {
    let count = (513 << 20) / 2_064
    let size = Zlib.byteCount(eightfoldMatches: count)
    var (content, object) = (ContentHasher(), GitHasher(.blob, byteCount: size))
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    var rest = size
    while rest > 0 {
      content.append(zeros.prefix(rest))
      object.append(zeros.prefix(rest))
      rest -= min(rest, zeros.count)
    }
    let id = object.id
    let pack = Self.pack {
      $0.add(id, type: 3, size: size, zlib: Zlib.zeros(eightfoldMatches: count))
    }
    #expect(try Self.digest(of: id, pack) == .success(content.digest))
  }

  @Test func `weights are found in any pack, and in those of another repository`() throws {
    let own = Self.pack { $0.add(Self.weights) }
    let other = Self.pack { pack in for byte in 0..<200 { pack.add([UInt8(byte)]) } }
    let digest = ContentDigest(sha256Of: Self.weights)
    #expect(try Self.digest(own, other) == .success(digest))
    #expect(try Self.digest(other, own) == .success(digest))
    #expect(
      try Self.digest(
        Self.pack { pack in
          for byte in 0..<200 { pack.add([UInt8(byte)]) }
          pack.add(Self.weights)
        }
      ) == .success(digest)
    )
    let borrowing = try Self.fixture(naming: Self.id, [(own.pack, own.index)], in: "store")
    try borrowing.directory.write("# kept apart\n../../store\n", to: ".git/objects/info/alternates")
    #expect(try Self.digest(in: borrowing) == .success(digest))
  }

  @Test func `a change to another object is loaded up to a bound, which is named beyond it`() throws
  {
    let base = [UInt8](repeating: 1, count: 65_536)
    let small = base + base
    // Both sizes, and the whole base twice (gitformat-pack(5), "Deltified representation").
    let delta: [UInt8] = [0x80, 0x80, 4, 0x80, 0x80, 8, 0x80, 0x80]
    #expect(
      try Self.digest(
        of: GitHash.id(of: .blob, small),
        Self.pack {
          $0.add(base)
          $0.addDelta(GitHash.id(of: .blob, small), of: GitHash.id(of: .blob, base), delta)
        }
      ) == .success(ContentDigest(sha256Of: small))
    )
    let large: [UInt8] = [0x80, 0x80, 4, 0x80, 0x80, 0x80, 0x80, 4, 0x80]
    let problem = Self.problem(
      try Self.digest(
        Self.pack {
          $0.add(base)
          $0.addDelta(Self.id, of: GitHash.id(of: .blob, base), large)
        }
      )
    )
    #expect(
      problem?.message == "it is in a pack as a change to another object (a delta), and of its"
        + " 1073741824 bytes at most 536870912 are loaded"
    )
    #expect(problem?.help.contains("core.bigFileThreshold") == true)
  }

  @Test(arguments: [
    "wrong id", "too long", "too short", "a bomb", "another kind", "no stream",
    "a place beyond the end", "a place beyond any number", "a place in its middle",
  ])
  func `weights that are not what the pack says are no weights`(what: String) throws {
    let (size, zlib) = (Self.weights.count, Zlib.stored(Self.weights))
    let result = try Self.digest(
      Self.pack { pack in
        switch what {
        case "wrong id": pack.add(Self.id, type: 3, size: 1, zlib: Zlib.stored([1]))
        case "too long": pack.add(Self.id, type: 3, size: size - 1, zlib: zlib)
        case "too short": pack.add(Self.id, type: 3, size: size + 1, zlib: zlib)
        case "a bomb":
          pack.add(Self.id, type: 3, size: size, zlib: Zlib.zeros(eightfoldMatches: 100_000))
        case "another kind": pack.add(Self.id, type: 2, size: size, zlib: zlib)
        case "no stream": pack.add(Self.id, type: 3, size: size, zlib: Self.weights)
        default: pack.add(Self.weights)
        }
        switch what {
        case "a place beyond the end": pack.move(Self.id, to: 1 << 30)
        case "a place beyond any number": pack.move(Self.id, to: .max)
        case "a place in its middle": pack.move(Self.id, to: 1_000)
        default: break
        }
      }
    )
    let problem = Self.problem(result)
    #expect(problem?.path == "w.bin")
    #expect(problem?.message.isEmpty == false && problem?.help.isEmpty == false)
  }

  @Test func `a loose object that holds something else is no weights`() throws {
    let fixture = try FixtureRepository()
    try fixture.commit(["w.bin": "weights"])
    let id = try Repository(at: fixture.path).snapshot(of: "HEAD").entries[0].id.hex
    try fixture.replaceObject(id, by: fixture.blob("other weights"))
    #expect(Self.problem(try Self.digest(in: fixture)) != nil)
  }

  @Test func `damage to a pack or its index gives the right digest or an error`() throws {
    let whole = Self.pack { pack in
      for byte in 0..<20 { pack.add([UInt8(byte)]) }
      pack.add(Array(Self.weights.prefix(300)))
    }
    let id = GitHash.id(of: .blob, Array(Self.weights.prefix(300)))
    let digest = ContentDigest(sha256Of: Array(Self.weights.prefix(300)))
    forAll(
      count: 120,
      { generator in
        var (pack, index) = (whole.pack, whole.index)
        let place = generator.number(in: 0...99)
        for _ in 0..<generator.number(in: 1...4) {
          let byte = UInt8(generator.number(in: 0...255))
          if place < 40 {
            pack[generator.number(in: 0...pack.count - 1)] = byte
          } else {
            index[generator.number(in: 0...index.count - 1)] = byte
          }
        }
        if place % 10 == 0 { pack = Array(pack.prefix(generator.number(in: 0...pack.count))) }
        if place % 10 == 1 { index = Array(index.prefix(generator.number(in: 0...index.count))) }
        return (pack: pack, index: index)
      },
      holds: { files in
        switch try Self.digest(in: Self.fixture(naming: id, [files])) {
        case .success(let found): found == digest
        case .failure(let problem): !problem.message.isEmpty && !problem.help.isEmpty
        }
      }
    )
  }

  @Test func `many files are hashed at once to what each is alone`() async throws {
    let fixture = try FixtureRepository()
    let large = String(repeating: "weights", count: 20_000)
    try fixture.commit(["a": .text(large), "b": .text(large), "c": .text(large + "c"), "d": "d"])
    let snapshot = try Repository(at: fixture.path).snapshot(of: "HEAD")
    await snapshot.hashAhead(snapshot.entries, width: 2)
    for entry in snapshot.entries {
      #expect(try snapshot.sha256(of: entry) == ContentDigest(sha256Of: snapshot.bytes(of: entry)))
    }
  }
}
