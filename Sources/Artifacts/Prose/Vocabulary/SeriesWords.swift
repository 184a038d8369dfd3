// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Words that everybody knows in a row: numbers, days of the week, months, names of letters, colours.
///
/// A sentence that has nothing else was recited and not written.
enum SeriesWords {
  /// Whether some words are nothing but such words.
  static func areAll(of words: [BareWord]) -> Bool {
    let said = words.lazy.filter { $0.script != .digits && !WordSieve.joins($0.text) }.map(\.text)
    let count = said.count { table.contains($0) }
    return count >= fewest && count == said.count
  }

  private static let fewest = 3
  private static let table: WordIndex = {
    var table = WordIndex()
    Phrases.forEachPart(of: words, separator: ASCII.space) { table.insertWords(of: $0) }
    return table
  }()

  private static let words = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand \
    first second third fourth fifth sixth seventh eighth ninth tenth monday tuesday wednesday thursday \
    friday saturday sunday january february march april may june july august september october \
    november december alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron \
    pi rho sigma tau upsilon phi chi psi omega alfa bravo charlie echo foxtrot golf hotel india juliett \
    juliet kilo lima mike oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu \
    red orange yellow green blue indigo violet purple white black pink brown \
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn montag dienstag \
    mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli oktober \
    dezember un deux trois quatre cinq sept huit neuf dix onze douze lundi mardi mercredi jeudi \
    vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre \
    décembre uno dos tres cuatro cinco seis siete ocho nueve diez doce lunes martes miércoles jueves \
    viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre \
    noviembre diciembre due tre quattro cinque sei sette otto nove dieci undici dodici lunedì martedì \
    mercoledì giovedì venerdì sabato domenica gennaio febbraio aprile maggio giugno luglio settembre \
    ottobre dicembre een twee drie vier vijf zes zeven negen tien twaalf maandag dinsdag woensdag \
    donderdag vrijdag zaterdag zondag dois três quatro segunda terça quarta quinta sexta jeden dwa trzy \
    cztery pięć sześć siedem osiem dziewięć dziesięć poniedziałek wtorek środa czwartek piątek sobota \
    niedziela ett två fyra fem sex sju åtta nio tio måndag tisdag onsdag torsdag fredag lördag söndag
    """
}
