import { expect, test } from "vitest";
import { countWords, hasWords } from "./vocabulary";

test("words are found with and without accents, in compounds where a language makes them, and not inside other words", () => {
  expect(hasWords("Öffentliche Bauausschreibungen", "notices")).toBe(true);
  expect(hasWords("Avis de marché", "notices")).toBe(true);
  expect(hasWords("Licitações", "notices")).toBe(true);
  expect(hasWords("Appel d’offres ouvert", "notices")).toBe(true);
  expect(hasWords("the littlest bandits", "notices")).toBe(false);
  expect(hasWords("Bindefrist", "deadlines")).toBe(true);
  expect(hasWords("high pressure personnel", "news")).toBe(false);
});

test("periods stand right behind an amount", () => {
  expect(countWords("$9/mo, 29 €/Monat, 5 € par mois", "periods")).toBe(3);
  expect(countWords("see docs/modules and /manual", "periods")).toBe(0);
});

test.each([
  ["Aankondigingen", "Sluit op 3 maart 2027"],
  ["Udbud og indkøb", "Tilbudsfrist: 3. marts 2027"],
  ["Kunngjøringer", "Tilbudsfrist 3. mars 2027"],
  ["Avoimet tarjouspyynnöt", "Määräaika 3.3.2027"],
  ["Veřejné zakázky", "Lhůta pro podání nabídek 3. 3. 2027"],
  ["Avvisi di gara", "Entro il 3 marzo 2027"],
])("%s and its days are told in the language of the place", (notices, deadlines) => {
  expect([hasWords(notices, "notices"), hasWords(deadlines, "deadlines")]).toEqual([true, true]);
});
