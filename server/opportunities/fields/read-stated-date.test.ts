import { describe, expect, test } from "vitest";
import { readStatedDate, type StatedDateOptions } from "./read-stated-date";

type Row = [
  text: string,
  date: string | null,
  time: string | null,
  zone: string | null,
  at: string | null,
  flags: string,
  options?: StatedDateOptions,
];

const ny = "America/New_York";
const london = "Europe/London";
const paris = "Europe/Paris";
const berlin = "Europe/Berlin";
const at = (utc: string) => `${utc}:00.000Z`;

const english: Row[] = [
  ["Tenders close on 12 June 2031 at 14:00 UTC", "2031-06-12", "14:00", "UTC", at("2031-06-12T14:00"), ""],
  [
    "Return by March 9, 2032, 3:30 p.m. EDT",
    "2032-03-09",
    "15:30",
    "-04:00",
    at("2032-03-09T19:30"),
    "zone_differs_from_season",
  ],
  ["Return by March 22, 2032, 3:30 p.m. EDT", "2032-03-22", "15:30", "-04:00", at("2032-03-22T19:30"), ""],
  [
    "Bids due July 7th, 2031 at 2pm EST",
    "2031-07-07",
    "14:00",
    "-05:00",
    at("2031-07-07T19:00"),
    "zone_differs_from_season",
  ],
  ["Bids due July 7th, 2031 at 2pm ET", "2031-07-07", "14:00", ny, at("2031-07-07T18:00"), ""],
  ["Bids due July 7th, 2031 at 2pm Eastern", "2031-07-07", "14:00", ny, at("2031-07-07T18:00"), ""],
  ["Bids due January 7, 2031 at 2 PM (PT)", "2031-01-07", "14:00", "America/Los_Angeles", at("2031-01-07T22:00"), ""],
  [
    "Bids due January 7, 2031 at 2 PM Mountain Standard Time",
    "2031-01-07",
    "14:00",
    "-07:00",
    at("2031-01-07T21:00"),
    "",
  ],
  ["12:00PM EST, Tuesday, February 4, 2031", "2031-02-04", "12:00", "-05:00", at("2031-02-04T17:00"), ""],
  ["by 12pm Central Time on February 4, 2031", "2031-02-04", "12:00", "America/Chicago", at("2031-02-04T18:00"), ""],
  ["by 12am UTC on February 4, 2031", "2031-02-04", "00:00", "UTC", at("2031-02-04T00:00"), ""],
  ["Due at noon, eastern, on 15 May 2031", "2031-05-15", "12:00", ny, at("2031-05-15T16:00"), ""],
  ["15 May 2031 at twelve noon BST", "2031-05-15", "12:00", "+01:00", at("2031-05-15T11:00"), ""],
  ["15 May 2031, 12 noon (UK time)", "2031-05-15", "12:00", london, at("2031-05-15T11:00"), ""],
  ["15th May 2031 12:00 noon, London time", "2031-05-15", "12:00", london, at("2031-05-15T11:00"), ""],
  ["midday on 15 May 2031", "2031-05-15", "12:00", null, null, "no_zone"],
  [
    "midnight on 15 May 2031 GMT",
    "2031-05-15",
    "23:59",
    "UTC",
    at("2031-05-15T23:59"),
    "time_assumed zone_differs_from_season",
  ],
  ["Close of business, 3 March 2031 (GMT)", "2031-03-03", "17:00", "UTC", at("2031-03-03T17:00"), "time_assumed"],
  ["COB March 3, 2031 ET", "2031-03-03", "17:00", ny, at("2031-03-03T22:00"), "time_assumed"],
  ["by the end of the working day on 3 March 2031", "2031-03-03", "17:00", null, null, "time_assumed no_zone"],
  [
    "5:00 p.m., local time (Nairobi), 3 March 2031",
    "2031-03-03",
    "17:00",
    "Africa/Nairobi",
    at("2031-03-03T14:00"),
    "",
  ],
  ["5:00 p.m. local time, 3 March 2031", "2031-03-03", "17:00", null, null, "no_zone"],
  [
    "5:00 p.m. local time, 3 March 2031",
    "2031-03-03",
    "17:00",
    "Europe/Dublin",
    at("2031-03-03T17:00"),
    "",
    { context: { country: "IE" } },
  ],
  ["Closing: Monday 3 March 2031, 1700 hours GMT", "2031-03-03", "17:00", "UTC", at("2031-03-03T17:00"), ""],
  ["Closing: Tuesday 3 March 2031, 17:00 GMT", null, "17:00", "UTC", null, "impossible"],
  [
    "3 March 2031 (Monday) 17.00 hrs IST",
    "2031-03-03",
    "17:00",
    "+05:30",
    at("2031-03-03T11:30"),
    "",
    { context: { country: "IN" } },
  ],
  ["3 March 2031 17:00 IST", "2031-03-03", "17:00", null, null, "no_zone"],
  [
    "3 March 2031 17:00 IST",
    "2031-03-03",
    "17:00",
    "+01:00",
    at("2031-03-03T16:00"),
    "zone_differs_from_season",
    { context: { country: "IE" } },
  ],
  ["3 March 2031 17:00 (UTC+2)", "2031-03-03", "17:00", "+02:00", at("2031-03-03T15:00"), ""],
  ["3 March 2031 17:00 GMT+05:30", "2031-03-03", "17:00", "+05:30", at("2031-03-03T11:30"), ""],
  ["3 March 2031 17:00 UTC−03:00", "2031-03-03", "17:00", "-03:00", at("2031-03-03T20:00"), ""],
  ["3 March 2031 at 17:00 Brussels time", "2031-03-03", "17:00", "Europe/Brussels", at("2031-03-03T16:00"), ""],
  ["3 March 2031 at 17:00 Washington, DC time", "2031-03-03", "17:00", ny, at("2031-03-03T22:00"), ""],
  ["3 March 2031, 17:00 Central European Time", "2031-03-03", "17:00", "+01:00", at("2031-03-03T16:00"), ""],
  ["3 July 2031, 17:00 CET", "2031-07-03", "17:00", "+01:00", at("2031-07-03T16:00"), "zone_differs_from_season"],
  ["3 July 2031, 17:00 CEST", "2031-07-03", "17:00", "+02:00", at("2031-07-03T15:00"), ""],
  ["3 July 2031, 17:00 AEST", "2031-07-03", "17:00", "+10:00", at("2031-07-03T07:00"), ""],
  ["3 July 2031, 5pm EST", "2031-07-03", "17:00", "+10:00", at("2031-07-03T07:00"), "", { context: { country: "AU" } }],
  ["3 July 2031 10:00 Australia/Perth", "2031-07-03", "10:00", "Australia/Perth", at("2031-07-03T02:00"), ""],
  ["the 21st day of April, 2031, at 10 a.m. PDT", "2031-04-21", "10:00", "-07:00", at("2031-04-21T17:00"), ""],
  ["the twenty-first of April 2031", "2031-04-21", null, null, null, "no_time"],
  ["21-Apr-2031 10:00", "2031-04-21", "10:00", null, null, "no_zone"],
  ["21-APR-31 10:00 UTC", "2031-04-21", "10:00", "UTC", at("2031-04-21T10:00"), ""],
  ["Apr. 21, '31", "2031-04-21", null, null, null, "no_time"],
  [
    "April 21\n2031, no later than\n10:00 AM (CST)",
    "2031-04-21",
    "10:00",
    "-06:00",
    at("2031-04-21T16:00"),
    "zone_differs_from_season",
  ],
  ["April 21 - 23, 2031", "2031-04-23", null, null, null, "no_time"],
  ["21–23 April 2031", "2031-04-23", null, null, null, "no_time"],
  ["Visit on 21 April 2031 from 10:00 to 12:00 CEST", "2031-04-21", "10:00", "+02:00", at("2031-04-21T08:00"), ""],
  ["21 April 2031 at 24:00 UTC", "2031-04-21", "24:00", "UTC", at("2031-04-22T00:00"), ""],
  ["21 April 2031, 23:59:59 UTC", "2031-04-21", "23:59", "UTC", at("2031-04-21T23:59"), ""],
  ["2031-04-21", "2031-04-21", null, null, null, "no_time"],
  ["2031/04/21 16:30 JST", "2031-04-21", "16:30", "+09:00", at("2031-04-21T07:30"), ""],
  ["2031-04-21T16:30:00Z", "2031-04-21", "16:30", "UTC", at("2031-04-21T16:30"), ""],
  ["2031-04-21T16:30:00-05:00", "2031-04-21", "16:30", "-05:00", at("2031-04-21T21:30"), ""],
  ["2031-04-21T16:30:00.000+0200", "2031-04-21", "16:30", "+02:00", at("2031-04-21T14:30"), ""],
  ["2031-04-21 4.30pm (Irish time)", "2031-04-21", "16:30", "Europe/Dublin", at("2031-04-21T15:30"), ""],
  ["Quotes by 17:00 pm on 21 April 2031", "2031-04-21", "17:00", null, null, "no_zone"],
  ["21 April 2031. Offices open at 09:00.", "2031-04-21", null, null, null, "no_time"],
];

const numeric: Row[] = [
  ["Deadline 21/04/2031 16:00 GMT", "2031-04-21", "16:00", "UTC", at("2031-04-21T16:00"), "zone_differs_from_season"],
  ["Deadline 04/21/2031 4:00 PM EDT", "2031-04-21", "16:00", "-04:00", at("2031-04-21T20:00"), ""],
  ["Deadline 04/05/2031 16:00", null, "16:00", null, null, "order_unclear"],
  ["Deadline 04/05/2031 16:00", "2031-05-04", "16:00", null, null, "no_zone", { order: "day_first" }],
  ["Deadline 04/05/2031 16:00", "2031-04-05", "16:00", null, null, "no_zone", { order: "month_first" }],
  ["Deadline 04/05/2031 16:00", "2031-05-04", "16:00", null, null, "no_zone", { context: { country: "GB" } }],
  ["Deadline 04/05/2031 16:00", "2031-04-05", "16:00", null, null, "no_zone", { context: { country: "US" } }],
  ["Deadline 04/05/2031 16:00", null, "16:00", null, null, "order_unclear", { context: { country: "CA" } }],
  ["Sunday 04/05/2031", "2031-05-04", null, null, null, "no_time"],
  ["Saturday, 04/05/2031", "2031-04-05", null, null, null, "no_time"],
  ["05/05/2031", "2031-05-05", null, null, null, "no_time"],
  ["Closing 4/21/31 2:00 PM ET", "2031-04-21", "14:00", ny, at("2031-04-21T18:00"), ""],
  ["Closing 21/4/31", "2031-04-21", null, null, null, "no_time"],
  ["Closing 21.04.31", "2031-04-21", null, null, null, "no_time"],
  ["Closing 04.05.2031", "2031-05-04", null, null, null, "no_time"],
  ["31/02/2031 12:00", null, "12:00", null, null, "impossible"],
  ["31.04.2031", null, null, null, null, "impossible"],
  ["30 February 2031", null, null, null, null, "impossible"],
  ["29 February 2031 at 10:00", null, "10:00", null, null, "impossible"],
  ["29 February 2032 at 10:00", "2032-02-29", "10:00", null, null, "no_zone"],
  ["13/14/2031", null, null, null, null, "impossible"],
];

const german: Row[] = [
  ["Ablauf der Angebotsfrist: 14. März 2031, 12:00 Uhr", "2031-03-14", "12:00", null, null, "no_zone"],
  ["Schlusstermin 14.03.2031, 15.30 Uhr MEZ", "2031-03-14", "15:30", "+01:00", at("2031-03-14T14:30"), ""],
  ["Schlusstermin 14.07.2031, 15 Uhr (MESZ)", "2031-07-14", "15:00", "+02:00", at("2031-07-14T13:00"), ""],
  ["14.07.2031 um 10.00 Uhr MEZ", "2031-07-14", "10:00", "+01:00", at("2031-07-14T09:00"), "zone_differs_from_season"],
  ["Montag, den 14. Juli 2031, 10 Uhr 30", "2031-07-14", "10:30", null, null, "no_zone"],
  ["Dienstag, den 14. Juli 2031", null, null, null, null, "impossible"],
  [
    "14. Juli 2031, 12 Uhr Ortszeit",
    "2031-07-14",
    "12:00",
    berlin,
    at("2031-07-14T10:00"),
    "",
    { context: { country: "DE" } },
  ],
  ["14. Juli 2031, 12:00 Uhr Ortszeit (Wien)", "2031-07-14", "12:00", "Europe/Vienna", at("2031-07-14T10:00"), ""],
  ["bis 3. Jänner 2031, 12 Uhr mittags", "2031-01-03", "12:00", null, null, "no_zone"],
  ["bis Mitternacht am 3. Februar 2031", "2031-02-03", "23:59", null, null, "time_assumed no_zone"],
  ["bis Dienstschluss am 3.2.2031", "2031-02-03", "17:00", null, null, "time_assumed no_zone"],
  ["9. Okt. 2031, 11:00 Uhr", "2031-10-09", "11:00", null, null, "no_zone"],
  [
    "Frist: 26.10.2031 02:30 Uhr, Ortszeit Berlin",
    "2031-10-26",
    "02:30",
    berlin,
    at("2031-10-26T00:30"),
    "ambiguous_local_time",
  ],
  [
    "30.03.2031 02:30 Uhr deutscher Zeit",
    "2031-03-30",
    "02:30",
    berlin,
    at("2031-03-30T00:30"),
    "nonexistent_local_time",
  ],
  ["Termin wird noch bekannt gegeben", null, null, null, null, "blank"],
  ["TT.MM.JJJJ, 12:00 Uhr", null, "12:00", null, null, "blank"],
];

const french: Row[] = [
  ["Date limite : 17 août 2031 à 16h00 (heure de Paris)", "2031-08-17", "16:00", paris, at("2031-08-17T14:00"), ""],
  ["le lundi 3 mars 2031 à 12 h 00", "2031-03-03", "12:00", null, null, "no_zone"],
  ["le mardi 3 mars 2031 à 12 h 00", null, "12:00", null, null, "impossible"],
  ["avant le 1er février 2031, 17h", "2031-02-01", "17:00", null, null, "no_zone"],
  [
    "au plus tard le 5 décembre 2031 à midi, heure locale",
    "2031-12-05",
    "12:00",
    "Europe/Brussels",
    at("2031-12-05T11:00"),
    "",
    { context: { country: "BE" } },
  ],
  [
    "05/12/2031 à 10h30 heure française",
    "2031-12-05",
    "10:30",
    paris,
    at("2031-12-05T09:30"),
    "",
    { order: "day_first" },
  ],
  ["le 5 juil. 2031 à 9h15", "2031-07-05", "09:15", null, null, "no_zone"],
  ["minuit le 30 juin 2031", "2031-06-30", "23:59", null, null, "time_assumed no_zone"],
  ["date à préciser", null, null, null, null, "blank"],
  ["jj/mm/aaaa", null, null, null, null, "blank"],
];

const others: Row[] = [
  [
    "Fecha límite: 3 de marzo de 2031 a las 14:00 (hora peninsular)",
    "2031-03-03",
    "14:00",
    "Europe/Madrid",
    at("2031-03-03T13:00"),
    "",
  ],
  ["lunes 3 de marzo del 2031, 14:00 horas", "2031-03-03", "14:00", null, null, "no_zone"],
  [
    "hasta las 12:00 horas del día 28 de enero de 2031, hora local",
    "2031-01-28",
    "12:00",
    "Europe/Madrid",
    at("2031-01-28T11:00"),
    "",
    { context: { country: "ES" } },
  ],
  ["fecha por determinar", null, null, null, null, "blank"],
  ["entro le ore 12:00 del 15 settembre 2031", "2031-09-15", "12:00", null, null, "no_zone"],
  ["entro le ore 12.00 del 15/09/2031", "2031-09-15", "12:00", null, null, "no_zone"],
  ["15 gennaio 2031, mezzogiorno", "2031-01-15", "12:00", null, null, "no_zone"],
  ["uiterlijk 7 mei 2031 om 14.00 uur", "2031-05-07", "14:00", null, null, "no_zone"],
  ["woensdag 7 mei 2031, 14:00 uur", "2031-05-07", "14:00", null, null, "no_zone"],
  ["do 12 marca 2031 r. do godziny 10:00", "2031-03-12", "10:00", null, null, "no_zone"],
  ["12 września 2031, godz. 10.30", "2031-09-12", "10:30", null, null, "no_zone"],
  ["até 20 de outubro de 2031 às 18h00", "2031-10-20", "18:00", null, null, "no_zone"],
];

const season: Row[] = [
  ["March 9, 2031 at 2:30 AM ET", "2031-03-09", "02:30", ny, at("2031-03-09T06:30"), "nonexistent_local_time"],
  ["November 2, 2031 at 1:30 AM ET", "2031-11-02", "01:30", ny, at("2031-11-02T05:30"), "ambiguous_local_time"],
  ["November 2, 2031 at 1:30 AM EST", "2031-11-02", "01:30", "-05:00", at("2031-11-02T06:30"), ""],
  ["March 8, 2031 at 5:00 PM ET", "2031-03-08", "17:00", ny, at("2031-03-08T22:00"), ""],
  ["March 9, 2031 at 5:00 PM ET", "2031-03-09", "17:00", ny, at("2031-03-09T21:00"), ""],
  ["30 March 2031 01:30 UK time", "2031-03-30", "01:30", london, at("2031-03-30T00:30"), "nonexistent_local_time"],
  ["14 January 2031 12:00 BST", "2031-01-14", "12:00", "+01:00", at("2031-01-14T11:00"), "zone_differs_from_season"],
];

const blank: Row[] = [
  ["XXXX X, 2031 at 1 PM (PT)", null, "13:00", "America/Los_Angeles", null, "blank"],
  ["XX/XX/2031 5:00 PM", null, "17:00", null, null, "blank"],
  ["January XX, 2031 at noon", null, "12:00", null, null, "blank"],
  ["__ May 2031", null, null, null, null, "blank"],
  ["___/___/2031", null, null, null, null, "blank"],
  ["Closing date: TBD", null, null, null, null, "blank"],
  ["Closing date: to be confirmed", null, null, null, null, "blank"],
  ["Closing date: [insert date]", null, null, null, null, "blank"],
  ["[date] at 5pm", null, "17:00", null, null, "blank"],
  ["DD/MM/YYYY", null, null, null, null, "blank"],
  ["14 March at 12:00", null, "12:00", null, null, "blank"],
];

const read = { reference: new Date("2031-03-10T10:00:00Z") };
const relative: Row[] = [
  ["in 5 days", "2031-03-15", null, null, null, "no_time relative", read],
  ["Ends today 17:00", "2031-03-10", "17:00", null, null, "no_zone relative", read],
  [
    "Ends today 17:00",
    "2031-03-10",
    "17:00",
    london,
    at("2031-03-10T17:00"),
    "no_zone relative",
    { ...read, context: { zone: london } },
  ],
  ["Closes tomorrow at noon (UK time)", "2031-03-11", "12:00", london, at("2031-03-11T12:00"), "relative", read],
  ["closes in 3 hours", "2031-03-10", "13:00", "UTC", at("2031-03-10T13:00"), "relative", read],
  ["2 weeks left", "2031-03-24", null, null, null, "no_time relative", read],
  ["noch 3 Tage", "2031-03-13", null, null, null, "no_time relative", read],
  ["heute, 16:00 Uhr", "2031-03-10", "16:00", null, null, "no_zone relative", read],
  ["dans 4 jours", "2031-03-14", null, null, null, "no_time relative", read],
  ["demain à 12h00", "2031-03-11", "12:00", null, null, "no_zone relative", read],
  ["Friday 5pm", "2031-03-14", "17:00", null, null, "no_zone relative", read],
  ["14 March at 12:00 GMT", "2031-03-14", "12:00", "UTC", at("2031-03-14T12:00"), "relative", read],
  ["Ends 3 March", "2032-03-03", null, null, null, "no_time relative", read],
  ["Posted 3 March", "2031-03-03", null, null, null, "no_time relative", { ...read, kind: "issued" }],
  ["posted 2 days ago", "2031-03-08", null, null, null, "no_time relative", { ...read, kind: "issued" }],
  ["3 March 2031", "2031-03-03", null, null, null, "no_time past", { now: read.reference }],
  ["10 March 2031, 09:59 UTC", "2031-03-10", "09:59", "UTC", at("2031-03-10T09:59"), "past", { now: read.reference }],
  ["10 March 2031", "2031-03-10", null, null, null, "no_time", { now: read.reference }],
];

const tables = { english, numeric, german, french, others, season, blank, relative };

describe.each(Object.entries(tables))("dates as stated: %s", (_name, rows) => {
  test.each(rows)("%s", (text, localDate, localTime, zone, instant, flags, options) => {
    const read = readStatedDate(text, options);
    expect(read).not.toBeNull();
    expect({ ...read, flags: [...(read?.flags ?? [])].sort().join(" ") }).toMatchObject({
      localDate,
      localTime,
      zone,
      at: instant,
      flags: flags.split(" ").sort().join(" "),
      quote: text.trim(),
    });
  });
});

test("the table holds enough statements to mean something", () => {
  expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(120);
});

test.each([
  "See section 3.1.16 and FAR 52.217-8",
  "You may 1) ask or 2) visit",
  "Call 202-555-0134 for 24/7 help at 99.95%",
  "Award within 30 days",
  "(APR 1984)",
  "ISO 27001:2022",
  "version 10.2.14",
  "",
])("finds no date in: %s", (text) => {
  expect(readStatedDate(text)).toBeNull();
});

test("a date with a time zone of another season says both instants", () => {
  const read = readStatedDate("August 4, 2031, 5:00 PM EST");
  expect(read?.note).toContain("2031-08-04 22:00 UTC");
  expect(read?.note).toContain("2031-08-04 21:00 UTC");
});
