import { describe, expect, test } from "vitest";
import { quotes, shred } from "./testing/shred";

const page = (body: string) =>
  `# Leistungsbeschreibung\n\nDie Stadt sucht einen Partner für den Betrieb der Fähre.\n\n${body}\n`;
const found = (sentence: string) => shred(page(sentence)).filter(({ quote }) => quote === sentence);

describe("German tenders", () => {
  test.each([
    ["Der Auftragnehmer muss die Fähre täglich reinigen.", "contractor"],
    ["Der Auftragnehmer hat dem Auftraggeber jeden Vorfall unverzüglich zu melden.", "contractor"],
    ["Der Bieter hat mindestens zwei Referenzen vorzulegen.", "bidder"],
    ["Die Angebote sind bis zum 3. März 2031 elektronisch einzureichen.", "bidder"],
    ["Mit dem Angebot ist eine Eigenerklärung vorzulegen.", "bidder"],
    ["Das eingesetzte Personal muss die deutsche Sprache beherrschen.", "contractor"],
    ["Der Auftragnehmer darf die Daten nicht an Dritte weitergeben.", "contractor"],
    ["Nachunternehmer dürfen nur mit Zustimmung des Auftraggebers eingesetzt werden.", "contractor"],
    ["Der Auftragnehmer verpflichtet sich zur Verschwiegenheit.", "contractor"],
    ["Der Auftragnehmer stellt einen festen Ansprechpartner zur Verfügung.", "contractor"],
    ["Bei Störungen stellt der Auftragnehmer eine zweite Fähre bereit.", "contractor"],
    ["Die Fahrpläne werden durch den Auftragnehmer ausgehängt.", "contractor"],
    ["Verspätet eingegangene Angebote werden ausgeschlossen.", "bidder"],
    ["Bitte reichen Sie das Preisblatt als Datei ein.", "bidder"],
  ])("binds: %s", (sentence, obliged) => {
    expect(found(sentence)).toMatchObject([{ isMandatory: true, obliged }]);
  });

  test.each(["Die Fähre soll auch nachts verkehren.", "Der Bieter kann Nebenangebote einreichen."])(
    "does not bind: %s",
    (sentence) => {
      expect(found(sentence)).toMatchObject([{ isMandatory: false }]);
    },
  );

  test.each([
    "Der Auftraggeber stellt dem Auftragnehmer Strom und Wasser zur Verfügung.",
    "Der Auftraggeber hat die Rechnung innerhalb von 30 Tagen zu bezahlen.",
    "Die Vergabestelle muss alle Bieter informieren.",
    "Die Angebote werden nach dem Preis bewertet.",
    "Der Auftragnehmer erhält eine monatliche Vergütung.",
    "Der Auftragnehmer ist nicht verpflichtet, eigene Boote zu stellen.",
    "Störung im Sinne dieses Vertrages ist jeder Ausfall, der gemeldet werden muss.",
  ])("is none of ours: %s", (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  test("items under an obliging lead-in are requirements", () => {
    const items = quotes(
      page("Folgende Unterlagen sind mit dem Angebot einzureichen:\n\n- Preisblatt\n- Handelsregisterauszug"),
    );
    expect(items).toEqual(expect.arrayContaining(["Preisblatt", "Handelsregisterauszug"]));
  });
});
