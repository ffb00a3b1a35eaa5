import { describe, expect, it } from "vitest";
import { isAmountText, isCodeText, isDateText } from "./value-kinds";

describe("dates", () => {
  it.each([
    "2031-05-03",
    "03.05.2031",
    "3/5/31",
    "3 May 2031",
    "May 3, 2031",
    "3. Mai 2031, 12:00 Uhr",
    "3 décembre 2031",
    "3 de mayo de 2031",
    "3 maggio 2031",
    "3 mei 2031",
    "3 maja 2031",
    "2 days ago",
    "vor 3 Tagen",
    "il y a 2 jours",
    "hace 3 días",
    "3 giorni fa",
    "2031年5月3日",
    "yesterday",
    "noch 4 Tage",
  ])("%s is one", (text) => {
    expect(isDateText(text)).toBe(true);
  });
  it.each([
    "Maintenance of lifts",
    "Version 12.4",
    "5 people",
    "£3,400,000",
    "Lot 3 Marina",
    "Decking and fences",
    "WPC-2031-1040",
  ])("%s is none", (text) => {
    expect(isDateText(text)).toBe(false);
  });
});

describe("amounts", () => {
  it.each(["£410,000", "1.200.000 €", "410 000 €", "EUR 5,000", "CHF 12'000", "$49 / month", "200 kr"])(
    "%s is one",
    (text) => {
      expect(isAmountText(text)).toBe(true);
    },
  );
  it.each(["410,000", "5 people", "European roads", "3 May 2031"])("%s is none", (text) => {
    expect(isAmountText(text)).toBe(false);
  });
});

describe("codes", () => {
  it.each(["WPC-2031-1040", "17", "2031/S 44-12", "A1"])("%s is one", (text) => expect(isCodeText(text)).toBe(true));
  it.each(["Roof repair", "Lot 3: Marina works"])("%s is none", (text) => expect(isCodeText(text)).toBe(false));
});
