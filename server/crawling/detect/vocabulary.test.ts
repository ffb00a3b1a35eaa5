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
