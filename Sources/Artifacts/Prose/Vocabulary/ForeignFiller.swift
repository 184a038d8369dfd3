// SPDX-License-Identifier: Apache-2.0

internal import Texts

/// Tells filler in languages that the other tables have no columns for.
///
/// Whoever reads no Czech counts seven words in `Tato část bude dopsána v další verzi dokumentu` and no content.
/// The table holds what such sentences are made of: the small words, and those for texts, their parts, their
/// lack, and when and by whom they are to be written. A text of hardly anything else says nothing, in whatever
/// order its words stand; a word of such a kind alone decides nothing.
enum ForeignFiller {
  /// The most different words of a text that is looked at so closely.
  static let longest = 26

  /// Whether words that the other tables do not know are hardly any but these.
  static func fills(_ words: [String]) -> Bool {
    guard words.count > 1 else { return false }
    let others = words.count { !roots.matches($0[...]) }
    return words.count - others > 1 && others <= max(1, words.count / 5)
  }

  private static let roots = WordRoots(
    en: "",
    de: "",
    fr: "",
    es: "",
    pt: "",
    it: "",
    nl: "",
    pl: "",
    sv: "",
    ja: "",
    zh: "",
    others: west + slavic + baltic + southEast
  )

  /// Danish and Norwegian, Icelandic, Finnish, Estonian, Hungarian, Irish, Maltese, Catalan.
  private static let west = """
    der den det de dette denne disse en et er var bliver blir vil skal kan har af av til fra på om hos med som \
    afsnit* avsnitt* del delen teksten tekst* udfyld* fylles ut ud utfyll* beskriv* tilføj* legges lagt udarbejd* \
    utarbeid* senere snart endnu foreløpig* foreløbig* ingen intet ikke noget noen oplysning* opplysning* \
    information* informasjon* tilgængelig* tilgjengelig* foreligger finnes findes afvent* avvent* afklar* \
    avklar* ansvarlig* juridisk* afdeling* avdeling* interne intern politik* retningslinj* virksomhed* \
    firmaet* selskab* relevant* systemet næste neste version* versjon* dokument* udkast* utkast* \
    þessi þetta hluti verður fyllt* útfyllt* síðar engar upplýsingar liggja fyrir \
    tämä tämän tähän nämä ole olla on ei eikä vielä tällä hetkellä osio osiota osion kohta kohdan kohtaan täydenn* \
    täyttää täytetään lisätään kirjoit* laaditaan myöhemmin pian tietoja tietoa tiedot saatavilla saatavissa \
    katso ks ohje ohjeet sisäi* yrityksen yhtiön vastuuhenk* vastaava lakios* osasto* sovell* koske järjestelm* \
    asiakir* seuraav* versio* luonnos* avoin odottaa \
    see selle seda siin jaotis* osa täiend* täidetakse lisatakse kirjutatakse hiljem varsti hetkel praegu veel \
    teave teabe* info puudub puuduvad saadaval vaata vt ettevõtte sisekord* vastutav isik õigusosakon* järgmis* \
    ez ezt ezek ezen az erre ebben arra itt ott és is egy nem nincs nincsenek még már részt rész részben \
    fejezet* szakasz* bekezdés* szöveg* később* hamarosan egészít* kiegészít* kitölt* megír* kidolgoz* készül* \
    kerül lesz lesznek jelenleg egyelőre rendelkezés* információ* adat áll állnak alatt után lásd ld belső \
    szabályzat* vállalat* cég felelős személy* fogja fogják jogi osztály* osztállyal egyeztet* való mit mi \
    hozzáfűz* ponthoz pont vonatkoz* rendszer* releváns* következő verzió* dokumentum* tervezet* függő* \
    líonfar isteach chuid seo níos déanaí níl eolas fáil faoi láthair féach polasaí \
    din dan it taqsima timtela aktar tard ebda informazzjoni disponibbli għadha mhux ara politika interna \
    aquest aquesta aquests secció apartat es està completarà emplenarà redactarà endavant aviat moment hi ha \
    cap informació disponible vegeu política interna empresa responsable departament jurídic\u{20}
    """

  /// Czech, Slovak, Slovenian, Croatian, Serbian, Bulgarian, Russian, Ukrainian.
  private static let slavic = """
    bude budou budú bol bola bolo byl byla bylo být je jsou sú není nie jsme to tato toto tento této tohoto \
    táto tejto tohto ve na po pro pre při pri od do se sa ke ku za zde tu tady jako ako zatím zatiaľ dosud \
    doposud dopl* dopln* doplň* doplní dopis* dopsán* dopíše vypln* vyplň* vyplní napiš* napíš* sepsán* zprac* \
    rozprac* příprav* príprav* připrav* priprav* část* časť* sekc* kapitol* oddíl* oddiel* odstav* odsek* bod \
    bodu bodě text* verz* další* ďalš* dokument* příšt* později neskôr brzy čoskoro následně dodate* informac* \
    informác* dispozic* dispozíc* žádn* žiadn* nic nič nemáme nemám co čo dodat dodať viz pozri vid intern* \
    směrnic* smernic* předpis* predpis* společnost* spoločnost* firm* relevant* systém* odpovědn* zodpovedn* \
    osob* poradě porade poradě právn* oddělen* oddelen* schvál* schválen* čeká čaká neurčen* nestanov* stanov* \
    stejn* rovnak* předchoz* predchádz* výše vyššie přílo* prílo* uveden* popsán* popísan* konzult* dokonč* \
    ta to ti se bo bodo ni niso še trenutno zaenkrat nobenih nobene voljo informacij* podatkov del delu razdel* \
    poglav* besedil* dopoln* izpoln* pozneje kasneje kmalu naknadno glej interni pravilnik* podjetj* odgovor* \
    pravn* oddel* osnutk* naslednj* različic* \
    ovaj ova ovo ovog će biti bit nema nije su trenutačno odjelj* odjeljak dio poglavlj* tekst* dopunjen* \
    dopun* popun* ispun* napis* kasnije uskoro naknadno dostupn* vidi internu politik* pravilnik* društv* tvrtk* \
    odjel* sljedeć* verzij* nacrt* \
    този тази това тези ще бъде бъдат се към момента няма налична налични информация информации раздел част \
    текст* попълн* допълн* описан* изготв* по късно скоро виж вътрешн* политика правила дружеств* фирмата \
    отговорн* лице правен правния отдел следващ* версия документ* неприлож* \
    этот эта это эти данный данная будет будут был была нет не ещё пока в настоящее время раздел* часть \
    пункт* текст* заполнен* дополнен* добавлен* описан* подготов* разработ* позже позднее скоро ответственн* \
    лицом лицо информация информации информацию данных отсутств* доступн* имеется см смотри смотрите внутренн* \
    политик* компани* организац* юридическ* отдел* следующ* верси* документ* согласов* применим* системы \
    цей ця це ці буде будуть було немає не ще поки наразі розділ* частин* текст* заповнен* доповнен* додано \
    описано пізніше згодом скоро відповідальн* особ* інформаці* відсутн* доступн* див дивіться внутрішн* \
    політик* компанії юридичн* відділ* наступн* версі* документ*\u{20}
    """

  /// Lithuanian, Latvian.
  private static let baltic = """
    šis ši šio šią bus būti yra nėra dar šiuo metu skyrius skyriaus skyrių dalis dalį tekstas papild* užpild* \
    parengt* aprašyt* vėliau netrukus informacij* turim* žr žiūrėk* vidaus vidinė įmonės bendrovės politik* \
    atsaking* asmuo asmens teisės skyrių kita kitoje versij* dokument* netaikom* \
    šī šo šajā tiks būs ir nav vēl pašlaik patlaban sadaļa sadaļu sadaļā daļa teksts papildin* aizpild* \
    sagatavo* apraksti* vēlāk drīzumā informācij* pieejam* skat skatīt iekšēj* uzņēmuma politik* atbildīg* \
    persona juridisk* nodaļ* nākam* versij* dokument*\u{20}
    """

  /// Romanian, Greek, Turkish, Vietnamese, Indonesian, Arabic, Hebrew, Hindi, Korean.
  private static let southEast = """
    această acest aceste acestei va vor fi fost este sunt nu să se la de din pe pentru cu în și momentan deocamdată \
    încă secțiun* capitol* parte text* complet* completat* adăug* redact* elabor* descri* ulterior curând urmeaz* \
    informații informati* disponibil* exist* vedea vezi politic* intern* compani* firm* responsabil* persoan* \
    departament* juridic* aprob* așteptar* relevant* aplic* următo* versiun* document* \
    η ο το τα οι αυτή αυτό αυτός την της του των τον στο στην με και για από θα δεν έχει έχουν είναι υπάρχει υπάρχουν \
    προς παρόν ακόμη ενότητα ενότητας τμήμα μέρος κείμενο συμπληρωθ* προστεθ* περιγραφ* συνταχθ* αργότερα σύντομα \
    διαθέσιμ* πληροφορί* βλέπε βλ εσωτερικ* πολιτικ* εταιρεία* εταιρείας υπεύθυν* πρόσωπο νομικ* επόμεν* έκδοση* \
    έγγραφ* εκκρεμ* \
    bu şu bir ve ile için olarak henüz şimdilik şu anda bölüm* kısım* metin* daha sonra ileride yakında doldur* \
    eklenecek* tamamlan* yazılacak* hazırlan* bilgi* bulunma* mevcut değil* yok şirket* iç politika* bakınız bkz \
    sorumlu* kişi* hukuk departman* sürüm* belge* geçerli uygulan* \
    này phần sẽ được bổ sung sau chưa có thông tin xem chính sách nội bộ công ty \
    bagian ini akan dilengkapi diisi kemudian nanti belum ada informasi lihat kebijakan internal perusahaan \
    هذا هذه سيتم سيتمّ استكمال القسم الجزء لاحقا لا لم بعد حاليا تتوفر توجد معلومات انظر سياسة الشركة الداخلية \
    المسؤول إضافة تحديد كتابة النص القانونية الإدارة \
    חלק זה זו יושלם בהמשך ימולא אין עדיין כרגע מידע זמין ראה מדיניות החברה הפנימית המחלקה \
    यह इस भाग खंड बाद में भरा जाएगा जायेगा कोई अभी जानकारी उपलब्ध नहीं देखें कंपनी की के का नीति आंतरिक है हैं \
    이 부분* 부분은 나중* 추후* 작성* 예정* 현재* 정보* 없습* 내부* 규정* 참조* 회사* 담당자* 부서* 보완* 추가*
    """
}
