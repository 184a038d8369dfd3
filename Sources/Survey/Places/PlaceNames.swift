// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// The codes of places with their English names.
enum PlaceNames {
  /// The countries of ISO 3166-1, by their alpha-2 codes, as of 2026.
  static let countries = table(
    "AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda"
      + "|AI Anguilla|AL Albania|AM Armenia|AO Angola|AQ Antarctica|AR Argentina"
      + "|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Aland Islands|AZ Azerbaijan"
      + "|BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso"
      + "|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|BL Saint Barthelemy|BM Bermuda"
      + "|BN Brunei|BO Bolivia|BQ Bonaire|BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island"
      + "|BW Botswana|BY Belarus|BZ Belize|CA Canada|CC Cocos Islands"
      + "|CD Democratic Republic of the Congo|CF Central African Republic|CG Congo"
      + "|CH Switzerland|CI Ivory Coast|CK Cook Islands|CL Chile|CM Cameroon|CN China"
      + "|CO Colombia|CR Costa Rica|CU Cuba|CV Cabo Verde|CW Curacao|CX Christmas Island"
      + "|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|DM Dominica"
      + "|DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara"
      + "|ER Eritrea|ES Spain|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands"
      + "|FM Micronesia|FO Faroe Islands|FR France|GA Gabon|GB United Kingdom|GD Grenada"
      + "|GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland"
      + "|GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GS South Georgia"
      + "|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong|HM Heard Island"
      + "|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel"
      + "|IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran"
      + "|IS Iceland|IT Italy|JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya"
      + "|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis"
      + "|KP North Korea|KR South Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos"
      + "|LB Lebanon|LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho"
      + "|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova"
      + "|ME Montenegro|MF Saint Martin|MG Madagascar|MH Marshall Islands"
      + "|MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia|MO Macao"
      + "|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta"
      + "|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia"
      + "|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|NI Nicaragua"
      + "|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman"
      + "|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines"
      + "|PK Pakistan|PL Poland|PM Saint Pierre and Miquelon|PN Pitcairn|PR Puerto Rico"
      + "|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RE Reunion|RO Romania"
      + "|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles"
      + "|SD Sudan|SE Sweden|SG Singapore|SH Saint Helena|SI Slovenia|SJ Svalbard"
      + "|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname"
      + "|SS South Sudan|ST Sao Tome and Principe|SV El Salvador|SX Sint Maarten|SY Syria"
      + "|SZ Eswatini|TC Turks and Caicos Islands|TD Chad|TF French Southern Territories"
      + "|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|TM Turkmenistan"
      + "|TN Tunisia|TO Tonga|TR Turkey|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan"
      + "|TZ Tanzania|UA Ukraine|UG Uganda|UM Minor Outlying Islands|US United States"
      + "|UY Uruguay|UZ Uzbekistan|VA Vatican|VC Saint Vincent and the Grenadines"
      + "|VE Venezuela|VG British Virgin Islands|VI Virgin Islands|VN Vietnam|VU Vanuatu"
      + "|WF Wallis and Futuna|WS Samoa|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia"
      + "|ZW Zimbabwe"
  )

  /// The states and territories of the United States, by the second part of their ISO 3166-2 codes.
  static let states = table(
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado"
      + "|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois"
      + "|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland"
      + "|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana"
      + "|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York"
      + "|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania"
      + "|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah"
      + "|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming"
      + "|DC District of Columbia|PR Puerto Rico|GU Guam|VI Virgin Islands"
      + "|AS American Samoa|MP Northern Mariana Islands"
  )

  /// Other names that people write, in lower case, with the code that is meant.
  static let others: [String: String] = [
    "america": "US", "belgique": "EU-BE", "belgie": "EU-BE", "brd": "EU-DE", "britain": "GB",
    "czech republic": "EU-CZ", "danmark": "EU-DK", "deutschland": "EU-DE", "england": "GB",
    "espana": "EU-ES", "españa": "EU-ES", "europa": "EU", "europe": "EU",
    "european economic area": "EEA", "european union": "EU", "everywhere": "global", "ewr": "EEA",
    "great britain": "GB", "holland": "EU-NL", "international": "global", "italia": "EU-IT",
    "nederland": "EU-NL", "new york city": "US-NY-NYC", "norge": "NO", "ny": "US-NY",
    "nyc": "US-NY-NYC", "osterreich": "EU-AT", "österreich": "EU-AT", "polska": "EU-PL",
    "schweiz": "CH", "scotland": "GB", "suisse": "CH", "sverige": "EU-SE",
    "the netherlands": "EU-NL",
    "uae": "AE", "ue": "EU", "union": "EU", "united states of america": "US", "usa": "US",
    "wales": "GB", "weltweit": "global", "world": "global", "worldwide": "global", "*": "global",
    "all": "global", "deu": "EU-DE", "fra": "EU-FR", "esp": "EU-ES", "ita": "EU-IT", "gbr": "GB",
  ]

  private static func table(_ text: String) -> [String: String] {
    text.parts { $0 == UInt8(ascii: "|") }.reduce(into: [:]) { names, row in
      names[String(row.prefix(2))] = String(row.dropFirst(3))
    }
  }
}
