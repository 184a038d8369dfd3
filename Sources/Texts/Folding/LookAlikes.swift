// SPDX-License-Identifier: Apache-2.0

/// What letters look like, or are but for a mark above or below them.
///
/// The look-alikes are those of Unicode Technical Standard 39 (`confusables.txt`) whose counterpart is
/// one letter of ASCII, for the scripts that fonts usually have; small Cyrillic letters whose capital
/// looks Latin are added. Both serve comparisons alone: nobody is shown the result.
enum LookAlikes {
  /// Latin letters with marks, by the letter without; capital letters are asked in lower case.
  static let marked: [(bare: String, letters: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ḃḅḇɓƀ"), ("c", "çćĉċčḉƈȼ"),
    ("d", "ďđḋḍḏḑḓðɖɗ"), ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệǝə"), ("f", "ḟƒ"), ("g", "ĝğġģǥǧǵḡɠ"),
    ("h", "ĥħȟḣḥḧḩḫẖ"), ("i", "ìíîïĩīĭįıǐȉȋḭḯỉịɨ"), ("j", "ĵǰɉ"), ("k", "ķǩḱḳḵƙ"),
    ("l", "ĺļľłḷḹḻḽƚ"), ("m", "ḿṁṃ"), ("n", "ñńņňŋǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("oe", "œ"), ("p", "ṕṗƥ"), ("r", "ŕŗřȑȓṙṛṝṟɍ"), ("s", "śŝşšșṡṣṥṧṩſ"), ("ss", "ßẞ"),
    ("t", "ţťŧțṫṭṯṱẗƭ"), ("th", "þ"), ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹƴ"), ("z", "źżžẑẓẕƶ"),
  ]

  /// Letters of other scripts and shapes, by the small Latin letter that they are taken for.
  static let others: [(bare: String, letters: String)] = [
    ("a", "ɑαаΑАᎪᗅꓮᴀ"), ("b", "ƄЬВвΒᏴᗷꓐᏏʙ"), ("c", "сϲСϹᏟⲤꓚᴄⲥ"), ("d", "ԁᏧᎠᗞꓓᴅ"),
    ("e", "еҽεЕΕᎬⴹꓰᴇ"),
    ("f", "ϜᖴꓝꜰϝՔ"), ("g", "ɡցԌԍᏀᏳꓖɢ"), ("h", "һհᏂНнΗᎻᕼⲎꓧʜ"), ("i", "ɩɪιіӏІΙӀᎥꓲⲒ"),
    ("j", "ϳјЈͿᎫᒍꓙᴊ"), ("k", "КкΚκᏦⲔꓗᴋ"), ("l", "ǀᏞᒪⳐꓡʟ"), ("m", "МмΜᎷᗰⲘꓟᴍ"), ("n", "ոռΝⲚꓠɴη"),
    ("o", "οоօОΟՕⲞⲟⵔꓳᴏσ"), ("p", "ρрРΡᏢᑭⲢⲣꓑᴘ"), ("q", "ԛգզԚⵕ"), ("r", "гᴦⲅᎡᏒꓣʀ"),
    ("s", "ѕꜱЅՏᏚꓢ"), ("t", "тТΤτᎢⲦꓔᴛ"), ("u", "ʋυսՍᑌꓴᴜ"), ("v", "νѵᴠѴᏙᐯꓦ"), ("w", "ɯѡԝԜᎳꓪᴡω"),
    ("x", "хχХΧᕁⲬꓫ"), ("y", "уүγʏУΥҮᎩⲨꓬ"), ("z", "ᴢᏃΖꓜ"),
  ]
}
