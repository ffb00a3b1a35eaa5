import { createWordGrammar } from "./word-grammar";

const prefix =
  "(?:ab|an|auf|aus|bei|bereit|dar|durch|ein|entgegen|fest|fort|frei|heraus|her|hin|hinzu|los|mit|nach|nieder|offen|sicher|teil|über|um|unter|vor|weg|weiter|wieder|zurück|zusammen|zu)";
/** "zu liefern", "einzureichen". */
const toInfinitive = `(?:zu \\p{Ll}+(?:en|ern|eln|n)|${prefix}zu\\p{Ll}+n)(?!\\p{L})`;
/** Up to the end of the sentence; the point of "3. März" ends none. */
const inside = "(?:[^.;]|(?<=\\d)\\.){1,400}?";
const nominative =
  "(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]in|[Ee]ine|[Jj]eder|[Jj]ede|[Jj]edes|[Aa]lle|[Ss]ämtliche|[Ss]ein|[Ss]eine|[Ii]hre|[Bb]eide)";
const notObject =
  "(?<!\\b(?:dem|den|des|einem|einen|eines|beim|vom|zum|zur|durch|für|von|mit|bei|gegenüber|an|auf|durch den|an den|an die|für die|durch die|bei der|von der|mit der|gegenüber der) )";

export const german = createWordGrammar({
  parties: [
    {
      party: "buyer",
      subject: new RegExp(
        `${notObject}\\b(?:der (?:öffentliche )?Auftraggeber(?!s)|die (?:Auftraggeberin|Vergabestelle|Behörde|Stadt|Gemeinde|Kommune|Verwaltung|Zentrale Beschaffungsstelle)|das (?:Land|Ministerium|Amt))\\b`,
        "giu",
      ),
    },
    {
      party: "bidder",
      subject: new RegExp(
        `${notObject}\\b(?:${nominative} )?(?:Bieter(?:in|innen|gemeinschaft|gemeinschaften)?|Bewerber(?:in|innen)?|Bewerbergemeinschaften|Unternehmen|Teilnehmer)\\b`,
        "gu",
      ),
    },
    {
      party: "contractor",
      subject: new RegExp(
        `${notObject}\\b(?:${nominative} )?(?:Auftragnehmer(?:in)?|AN|Dienstleister|Lieferant(?:en)?|Nachunternehmer|Unterauftragnehmer|Zuschlagsempfänger|Vertragspartner)\\b`,
        "gu",
      ),
    },
    {
      party: "people",
      subject: new RegExp(
        `${notObject}\\b(?:${nominative} )?(?:eingesetzten? )?(?:Mitarbeiter(?:innen|in)?|Personal|Fachkräfte|Beschäftigten|Projektleiter(?:in)?|Projektleitung|Ansprechpartner)\\b`,
        "gu",
      ),
    },
    {
      party: "bid",
      subject: new RegExp(
        `${notObject}\\b(?:${nominative} )?(?:Angebote?|Teilnahmeanträge?|Teilnahmeantrag|Unterlagen|Nachweise?|Referenzen|Eigenerklärung(?:en)?|Erklärung(?:en)?|Preise|Preisblatt|Formblätter|Formblatt|Bieterfragen|Fragen|Nebenangebote)\\b`,
        "gu",
      ),
    },
    { party: "third", subject: /\b(?:die Bürger(?:innen)?|der Gesetzgeber|die Nutzer(?:innen)?|Dritte)\b/giu },
  ],
  must: new RegExp(
    `\\b(?:muss|müssen|darf (?:[^.,;]{0,80} )?(?:nicht|kein\\p{L}*|nur|ausschließlich)|dürfen (?:[^.,;]{0,80} )?(?:nicht|keine?\\p{L}*|nur|ausschließlich)|verpflichtet(?: sich)?|haftet|haften|(?:ist|sind|wird|werden) (?:[^.;]{0,60} )?(?:zwingend|erforderlich|vorgeschrieben|obligatorisch|gefordert|verlangt|vorausgesetzt)|(?:hat|haben)(?= ${inside}${toInfinitive})|(?:ist|sind)(?= (?:${inside} )?${toInfinitive}))`,
    "iu",
  ),
  may: /\b(?:soll|sollen|sollte|sollten|kann|können|darf|dürfen|(?:ist|sind|wäre) (?:\p{L}+ )?(?:erwünscht|wünschenswert|zulässig)|wird empfohlen)\b/iu,
  indicative:
    /^(?:Der|Die) \p{L}+(?: \p{L}+)? (?!(?:ist|hat|wird|kann|erhält|bekommt|darf|war|sieht|findet|gilt)(?!\p{L}))\p{Ll}+t\b/u,
  indicativeInside:
    /^(?!Wenn|Falls|Sofern|Soweit|Ob |Dass|Weil|Wer )\p{Lu}[^,.;:]{2,90} (?!(?:ist|hat|kann|wird|erhält|darf|soll|sollte|könnte|würde|hatte|war)(?!\p{L}))\p{Ll}+(?:t|en) (?:der|die|jeder) (?:Auftragnehmer\w*|Bieter\w*|Anbieter\w*|Dienstleister\w*|Lieferant\w*|Bewerber\w*)(?!\p{L})/u,
  state:
    /(?<!\p{L})(?:wird|werden|ist|sind)(?!\p{L})[^.;:]{0,140}(?<!\p{L})(?:gespeichert|bereitgestellt|geliefert|erbracht|durchgeführt|dokumentiert|übergeben|gehostet|verschlüsselt|gesichert|protokolliert|installiert|geschult|gewartet|archiviert|gelöscht|eingehalten|gewährleistet|sichergestellt)(?!\p{L})/iu,
  byUs: /(?<!\p{L})(?:durch den|vom|von dem|seitens des) (?:Auftragnehmers?|Bieters?|Anbieters?|Dienstleisters?)(?!\p{L})/iu,
  received:
    /\b(?:erhält|erhalten|bekommt|wird|werden) (?:[^.;]{0,120} )?(?:informiert|benachrichtigt|eingeladen|unterrichtet|mitgeteilt|vergütet|beauftragt|ausgewählt|bewertet|aufgefordert|zur Verfügung gestellt)\b|\b(?:erhält|erhalten|bekommt|bekommen)\b/iu,
  relieved:
    /\b(?:nicht|kein\p{L}*) (?:verpflichtet|erforderlich|notwendig|gefordert)|\b(?:muss|müssen) nicht\b|\bbraucht nicht\b/iu,
  exclusion:
    /\b(?:ausgeschlossen|nicht (?:berücksichtigt|gewertet|zugelassen|geöffnet|akzeptiert)|unberücksichtigt|zurückgewiesen|führ(?:t|en) zum Ausschluss|Ausschluss (?:des Angebots|vom Verfahren|von der Wertung))\b/iu,
  exclusionSubject:
    /\b(?:Angebot\p{L}*|Bieter\p{L}*|Bewerber\p{L}*|Teilnahmeantr\p{L}+|Unterlagen|verspätet\p{L}*|Nebenangebote|Nichtvorlage|fehlend\p{L}*)/iu,
  order: /^(?:Bitte\b(?! beachten)|(?!Beachten|Wenden|Finden|Sehen)[A-ZÄÖÜ]\p{Ll}+n Sie\b)/u,
  byBuyer: /\b(?:durch|vom|von) (?:den|die|der)? ?(?:Auftraggeber\p{L}*|Vergabestelle|Behörde)\b/iu,
  definition: /\b(?:im Sinne (?:dieses|dieser|des|der)|bezeichnet|bedeutet|wird definiert|versteht man)\b/iu,
  buyersAct:
    /\b(?:wird|werden) (?:[^.;]{0,120} )?(?:bewertet|gewertet|geprüft|veröffentlicht|bekannt ?gegeben|beantwortet|erteilt|geöffnet|benachrichtigt)\b|\b(?:ist|sind) [^.;]{0,80}(?:zu erwarten|zu verstehen|zu rechnen|zu entnehmen|zu sehen|zu finden)\b/iu,
  bidMatter: /\b(?:Angebot\p{L}*|Bieter\p{L}*|Teilnahmeantr\p{L}+|einzureichen|Vergabeplattform|Angebotsfrist)\b/iu,
  closedList:
    /(?:wie (?:z\. ?B\.|etwa|beispielsweise|zum Beispiel)|insbesondere|beispielsweise|entweder|(?:eines|eine|einer) der folgenden(?: \p{L}+){0,3}|Zuschlagskriterien(?: sind)?|bewertet(?: werden)?)\s*:$/iu,
  listHead:
    /\b(?:Anforderungen|Mindestanforderungen|Leistungen|Unterlagen|Nachweise|Aufgaben|Pflichten|Leistungsumfang|Erklärungen)\b[^:]{0,60}:$/iu,
  wishedList: /\b(?:wünschenswert|erwünscht|optional|von Vorteil)\b/iu,
  completion: "Folgendes vorzulegen",
  skill:
    /^(?:(?:mindestens )?\p{L}*\d+\+? Jahre|(?:nachgewiesene |mehrjährige |fundierte |gute |sehr gute )?(?:\p{L}+)?(?:erfahrung(?:en)?|kenntnisse)\b|Fähigkeit zu)/iu,
  words: {
    duty: "word of duty with our side or a thing as its subject",
    leave: "word of leave or wish",
    excludes: "says what excludes a bid",
    order: "asks politely",
  },
});
