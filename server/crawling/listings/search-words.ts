/** What the button of a search says first, in lower case. */
const searchWords =
  /^(?:start |run |new |begin )?(?:search|find|filter|browse|query)(?!\p{L})|^(?:show|view|list|display)(?: (?:all|me|the))?(?: (?:results?|matches|list|tenders|notices|contracts|bids|opportunities|jobs|entries))?$|^apply (?:the )?filters?$|^(?:suchen?|suche starten|jetzt suchen|finden|filtern|anzeigen|ergebnisse anzeigen|recherchieren|rechercher?|recherche|chercher|trouver|afficher|filtrer|lancer la recherche|consulter|buscar|búsqueda|consultar|mostrar|filtrar|pesquisar|procurar|pesquisa|cerca|ricerca|trova|mostra|filtra|zoek|zoeken|zoekopdracht|vinden|tonen|filteren|szukaj|wyszukaj|pokaż|filtruj|sök|søg|søk|finn|vis|visa|hae|etsi|näytä|hledat|vyhledat|hľadať|vyhľadať|keresés|caută|căutare|ara|αναζήτηση|найти|искать|поиск|показать|пошук|знайти|търсене|pretraži|traži|išči|otsi|meklēt|ieškoti)(?!\p{L})|\p{L}{2,30}(?: \p{L}{2,30})? (?:suchen|anzeigen|finden|filtern|zoeken|tonen|søk|sök)$|^(?:検索|搜索|搜尋|查询|查詢|검색|بحث)/iu;

/** A button that says nothing of its own, which may send a search when the form says that it is one. */
const neutralWords = /^(?:go|ok|submit|submit query|apply|absenden|los|valider|envoyer|ir|vai|>|»|›|→|🔍)?$/iu;

/** What a form is for that changes something, or that tells the site who asks. */
const otherPurposes =
  /save|alert|subscri|sign.?(?:up|in|on|out)|log.?(?:in|on|out|off)|regist(?:er|rat|ri)|e-?mail|notif|newsletter|export|download|reset|clear|delete|remove|upload|\bcart|basket|\bbuy\b|purchase|checkout|\border\b|\bbook\b|payment|donat|\bsend\b|contact|feedback|comment|reply|\bvote|poll\b|unsub|password|speicher|abonn|anmeld|einlogg|registrier|senden(?!\w)|zurücksetz|lösch|bestell|kaufen|merken|enregistrer|inscri|connexion|connecter|réinitialiser|effacer|supprimer|acheter|télécharger|commander|guardar|suscrib|iniciar sesi|borrar|limpiar|eliminar|comprar|descargar|salva|iscriv|accedi|invia(?!\w)|cancella|acquista|scarica|opslaan|aanmeld|verwijder|zapisz|zaloguj|usuń|spara|logga|(?:submit|place|make|upload) (?:a |an |your )?(?:bid|offer|tender|quote|proposal|response|application)/iu;

/** Names by which a form or the part around it calls itself a search. */
const searchNames =
  /(?:^|[^a-z])(?:search|find(?:er)?|filters?|query|such(?:e|en|formular|maske)|recherche|buscador|busqueda|búsqueda|ricerca|zoek(?:en|formulier)?|szukaj|wyszukiwarka|pesquisa|sok|sök|sog|hledani|advanced-?search)(?:[^a-z]|$)/iu;

/** Fields that ask who somebody is, or that prove that they are no machine. */
const personalNames =
  /pass(?:word|wd|phrase)?(?:$|[^a-z])|pwd|e-?mail|phone|mobile|captcha|user.?name|login|message|comment|iban|credit|card.?n|cvc|street|post.?code.?of|first.?name|last.?name|surname|vorname|nachname|pr[ée]nom|apellido/iu;

/** How what is found is shown, not what is found. */
const showingNames =
  /(?:^|[^a-z])(?:sort|order|dir|direction|per.?page|page.?size|rows|limit|view|display|lang|language|locale|sprache|langue|idioma|lingua|currency|theme)(?:[^a-z]|$)/iu;

/** An option that leaves nothing out, by what it says. */
const allWords =
  /^[-–—.*\s]{0,9}(?:all|any|every|everything|no preference|please (?:select|choose)|select|choose|alle[sr]?|beliebig|bitte wählen|auswählen|tou(?:s|te|tes)|tout|n'importe|choisi|sélectionne|tod[oa]s?|cualquier|qualquer|seleccion|selecione|tutt[ieo]|qualsiasi|seleziona|alles|elke|kies|wszystk|dowoln|wybierz|alla|alle|kaikki|všechn|vše|všetk|összes|toate|hepsi|όλ|все|всі|всички|svi|sve|vsi|kõik|visi|すべて|全部|所有|전체|الكل)/iu;

export const saysSearch = (text: string): boolean => text.length <= 60 && searchWords.test(text);
export const saysNothing = (text: string): boolean => neutralWords.test(text);
export const isForOther = (text: string): boolean => otherPurposes.test(text);
export const isNamedSearch = (names: string): boolean => searchNames.test(spaced(names));
export const isPersonal = (names: string): boolean => personalNames.test(spaced(names));
export const isShowing = (names: string): boolean => showingNames.test(spaced(names));
export const saysAll = (text: string): boolean => /^[-–—.*\s]{0,20}$/u.test(text) || allWords.test(text);

/** `searchForm` and `ctl00$main$txtFilter` are several words each. */
function spaced(names: string): string {
  return names.slice(0, 600).replace(/(?<=[a-z])(?=[A-Z])/g, " ");
}
