// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Sentences that only say whose matter something is: `The customer is responsible`, `Liegt in der Verantwortung
/// des Kunden`.
///
/// Who is to do something is asked elsewhere. As the answer to what is done it leads away from it.
enum PartyDuty {
  /// Whether a short sentence has nothing but somebody and that it is up to them.
  static func areAll(of words: [BareWord]) -> Bool {
    guard words.count <= longest else { return false }
    let texts = words.map { $0.text[...] }
    guard duties.occurs(in: texts), parties.occurs(in: texts) else { return false }
    var sieve = WordSieve()
    sieve.take(words.filter { $0.script != .ideographs })
    guard sieve.content.allSatisfy({ duties.matches($0[...]) || parties.matches($0[...]) }) else {
      return false
    }
    return words.allSatisfy { $0.script != .ideographs || written.leftover(in: $0.text) < 2 }
  }

  private static let longest = 12
  private static let written = IdeographPhrases(
    duties.written + parties.written + FunctionWords.phrases.bare.written
      + HollowWords.phrases.bare.written
  )

  private static let parties = WordRoots(
    en: """
      customer* client* deployer* operator* provider* vendor* supplier* user* manufacturer* contractor* \
      processor* controller* importer* distributor* partner* party parties them they
      """,
    de: """
      kund* auftraggeber* auftragnehmer* betreiber* anbieter* hersteller* lieferant* nutzer* anwender* \
      verantwortliche* dienstleister* partner* dritte* auftragsverarbeiter*
      """,
    fr: """
      client* déployeur* exploitant* fournisseur* utilisateur* fabricant* prestataire* tiers \
      partenaire*
      """,
    es: "cliente* operador* proveedor* usuari* fabricante* contratista* tercero* socio*",
    pt: """
      cliente* operador* fornecedor* utilizador* usuári* fabricante* contratante* terceiro* \
      parceiro*
      """,
    it: """
      cliente clienti committente operatore operatori fornitor* utent* fabbricant* terzi \
      partner
      """,
    nl: """
      klant* opdrachtgever* exploitant* aanbieder* leverancier* gebruiker* fabrikant* derde* \
      verwerker*
      """,
    pl: """
      klient* operator* dostawc* użytkownik* producent* wykonawc* zleceniodawc* trzeci* \
      partner*
      """,
    sv: "kund* beställare* operatör* leverantör* användare* tillverkare* partner* tredje",
    ja: "顧客 お客様 利用者 提供者 供給元 業者 ベンダー",
    zh: "客户 用户 供应商 提供者 运营者 制造商"
  )

  private static let duties = WordRoots(
    en: """
      responsib* liab* accountab* obligat* obliged duty duties matter task* job charge handle* deal* dealt \
      care ensure* owns owned up business concern*
      """,
    de: """
      verantwort* verantwortung* zuständig* haft* pflicht* obliegt obliegen sache aufgabe* kümmer* sorgt sorge \
      liegt übernimmt übernehmen
      """,
    fr: "responsab* incombe* obligation* devoir charge* revient appartient occupe* relève tâche",
    es: """
      responsab* incumbe* obligación obligaciones deber corresponde* cargo encarga* tarea \
      compete
      """,
    pt: "responsab* incumbe* obrigaç* dever cabe compete cargo encarrega* tarefa",
    it: "responsab* spetta spettano compete obblig* dovere carico compito occupa cura",
    nl: "verantwoordelij* aansprakelij* verplicht* plicht taak zorgt ligt rekening",
    pl: "odpowiad* odpowiedzialn* obowiąz* należy zadani* zajmuj* leży",
    sv: "ansvar* skyldig* åligger uppgift* ligger sköter tar",
    ja: "責任 義務 担当 負う",
    zh: "负责 责任 义务 承担"
  )
}
