// SPDX-License-Identifier: Apache-2.0

import GateModel

/// Functions on moments and durations.
enum Times {
  static let functions: [StandardFunction] =
    [
      StandardFunction(
        "timestamp",
        "the moment that an RFC 3339 text or Unix seconds name",
        "timestamp('2026-01-31T00:00:00Z')",
        [.string, .int, .timestamp].map { .free([$0], .timestamp, timestamp) }
      ),
      StandardFunction(
        "duration",
        "the length of time that a text such as '36h' names",
        "duration('1h30m')",
        [.string, .duration].map { .free([$0], .duration, duration) }
      ),
    ] + parts.map(accessor)

  private static func timestamp(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    let value = arguments[0]
    let moment: Moment? =
      switch value.kind {
      case .timestamp: value.rawMoment
      case .int: Moment(unixSeconds: value.rawInt)
      default: TimeText.moment(Array(call.memory.text(value)))
      }
    guard let moment else {
      throw EvaluationError(
        value.has(.int) ? .overflow : .invalidArgument,
        "\(call.memory.briefText(value)) is no moment in range of the years 1 to 9999"
      )
    }
    return .timestamp(moment).located(at: value.node)
  }

  private static func duration(
    _ arguments: [Value],
    _ call: inout FunctionCall
  ) throws(EvaluationError) -> Value {
    guard arguments[0].has(.string) else { return arguments[0] }
    guard let nanos = TimeText.duration(Array(call.memory.text(arguments[0]))) else {
      throw FunctionCall.invalid(
        "\(call.memory.briefText(arguments[0])) is no duration in range of 64 bits of nanoseconds"
      )
    }
    return .duration(nanoseconds: nanos)
  }
}

extension Times {
  /// A moment as a clock in some zone shows it.
  private struct Clock {
    var date: CalendarDate
    var second: Int64
    var nanoseconds: Int64

    var dayOfYear: Int {
      (CalendarDate(year: date.year, month: 1, day: 1)?.days(until: date)) ?? 0
    }

    /// 1970-01-01 was a Thursday; Sunday is 0.
    var weekday: Int { (date.daysSinceEpoch % 7 + 11) % 7 }
  }

  private struct Part {
    var name: String
    var summary: String
    var example: String
    var ofClock: @Sendable (Clock) -> Int64
    var ofDuration: (@Sendable (Int64) -> Int64)?
  }

  private static let moment = "timestamp('2026-01-31T10:20:30Z')"

  private static let parts: [Part] = [
    Part(name: "getFullYear", summary: "the year", example: "\(moment).getFullYear() == 2026") {
      Int64($0.date.year)
    },
    Part(name: "getMonth", summary: "the month, from 0", example: "\(moment).getMonth() == 0") {
      Int64($0.date.month - 1)
    },
    Part(
      name: "getDate",
      summary: "the day of the month, from 1",
      example: "\(moment).getDate() == 31"
    ) { Int64($0.date.day) },
    Part(
      name: "getDayOfMonth",
      summary: "the day of the month, from 0",
      example: "\(moment).getDayOfMonth() == 30"
    ) { Int64($0.date.day - 1) },
    Part(
      name: "getDayOfWeek",
      summary: "the day of the week, from 0 for Sunday",
      example: "\(moment).getDayOfWeek() == 6"
    ) { Int64($0.weekday) },
    Part(
      name: "getDayOfYear",
      summary: "the day of the year, from 0",
      example: "\(moment).getDayOfYear() == 30"
    ) { Int64($0.dayOfYear) },
    Part(
      name: "getHours",
      summary: "the hour of the day, or the whole hours of a duration",
      example: "\(moment).getHours() == 10",
      ofClock: { $0.second / 3_600 },
      ofDuration: { $0 / 3_600_000_000_000 }
    ),
    Part(
      name: "getMinutes",
      summary: "the minute of the hour, or the whole minutes of a duration",
      example: "\(moment).getMinutes() == 20",
      ofClock: { $0.second / 60 % 60 },
      ofDuration: { $0 / 60_000_000_000 }
    ),
    Part(
      name: "getSeconds",
      summary: "the second of the minute, or the whole seconds of a duration",
      example: "\(moment).getSeconds() == 30",
      ofClock: { $0.second % 60 },
      ofDuration: { $0 / 1_000_000_000 }
    ),
    Part(
      name: "getMilliseconds",
      summary: "the milliseconds after the second",
      example: "duration('1.5s').getMilliseconds() == 500",
      ofClock: { $0.nanoseconds / 1_000_000 },
      ofDuration: { $0 % 1_000_000_000 / 1_000_000 }
    ),
  ]

  private static func accessor(_ part: Part) -> StandardFunction {
    let ofClock = part.ofClock
    let ofMoment: FunctionDeclaration.Body = { arguments, call throws(EvaluationError) in
      .int(ofClock(try clock(arguments, call)))
    }
    var overloads: [Overload] = [
      .member([.timestamp], .int, ofMoment), .member([.timestamp, .string], .int, ofMoment),
    ]
    if let ofDuration = part.ofDuration {
      overloads.append(
        .member([.duration], .int) { arguments, _ throws(EvaluationError) in
          .int(ofDuration(arguments[0].rawInt))
        }
      )
    }
    return StandardFunction(part.name, part.summary, part.example, overloads)
  }

  private static func clock(
    _ arguments: [Value],
    _ call: FunctionCall
  ) throws(EvaluationError) -> Clock {
    let moment = arguments[0].rawMoment
    var seconds = moment.unixSeconds
    if arguments.count > 1 { seconds += try offset(arguments[1], at: seconds, call) }
    guard let date = CalendarDate(unixSeconds: seconds) else {
      throw EvaluationError(.overflow, "the moment leaves the years 1 to 9999 in its time zone")
    }
    return Clock(
      date: date,
      second: seconds - date.unixSeconds,
      nanoseconds: Int64(moment.nanoseconds)
    )
  }

  private static func offset(
    _ zone: Value,
    at seconds: Int64,
    _ call: FunctionCall
  ) throws(EvaluationError) -> Int64 {
    let name = call.string(zone) ?? ""
    if name == "UTC" || name == "Z" { return 0 }
    if let offset = TimeText.zoneOffset(Array(name.utf8)[...], needsSign: false) { return offset }
    guard let bytes = call.zones.bytes(name), let rules = ZoneRules(bytes) else {
      throw FunctionCall.invalid("unknown time zone '\(name)'; write an offset such as +01:00")
    }
    return rules.offset(at: seconds)
  }
}
