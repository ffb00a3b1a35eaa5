import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";

const url = "https://acme.example/terms";
const page = (line: string) => ({
  url,
  html: `<title>Terms</title><main><h1>Terms</h1>${line}<p>Whoever moors in the harbour pays the fee that stands on the board at the gate.</p>
    <p>Boats that leave before noon pay half of it, and boats of fishers pay nothing.</p></main>`,
});
const verdict = (before: string, after: string) => compareCaptures(page(before), page(after)).verdict;

test("how long ago a page was edited is no change, however it is said", () => {
  expect(verdict("<p>Updated in the last hour</p>", "<p>Updated today</p>")).toBe("none");
  expect(verdict("<p>Posted 29 days ago</p>", "<p>Posted 30+ days ago</p>")).toBe("none");
  expect(verdict("<h2>Posted</h2><p>: today</p>", "<h2>Posted</h2><p>: yesterday</p>")).toBe("none");
  expect(verdict("<p>12 people looked at this job</p>", "<p>31 people looked at this job</p>")).toBe("none");
  expect(verdict("<p>Updated yesterday</p>", "<p>Updated over a week ago</p>")).toBe("none");
  expect(verdict("<p>Zuletzt aktualisiert heute</p>", "<p>Zuletzt aktualisiert vor über einer Woche</p>")).toBe("none");
  expect(
    verdict("<p>The gate opens today at noon for boats.</p>", "<p>The gate opens tomorrow at noon for boats.</p>"),
  ).toBe("wording");
});

test("a date written as another country does is the same date; another day is a change", () => {
  expect(verdict("<p>Effective August 28, 2025</p>", "<p>Effective 28 August 2025</p>")).toBe("none");
  expect(verdict("<p>Effective Aug 28, 2025</p>", "<p>Effective August 28th, 2025</p>")).toBe("none");
  expect(verdict("<p>Effective August 28, 2025</p>", "<p>Effective 29 August 2025</p>")).toBe("wording");
  expect(verdict("<p>Effective May 6, 2025</p>", "<p>Effective 6 June 2025</p>")).toBe("wording");
});

test("a link by way of a counter of exits leads where the counter leads, whatever its signature", () => {
  const link = (target: string, seal: string) =>
    `<p>More in the <a href="https://exit.example/l.php?u=${encodeURIComponent(target)}&h=${seal}">harbour rules</a> of the town.</p>`;
  expect(verdict(link("https://town.example/rules", "AT0a1"), link("https://town.example/rules", "AT9zz"))).toBe(
    "none",
  );
  expect(verdict(link("https://town.example/rules", "AT0a1"), link("https://town.example/fees", "AT0a1"))).toBe("form");
});

test("a link that hands over the visitor's program, window and day is the same link", () => {
  const link = (day: string, program: string) =>
    `<p>Ask our <a href="https://desk.example/ask?topic=4&on=${encodeURIComponent(day)}&by=${encodeURIComponent(program)}">help desk</a> about moorings.</p>`;
  expect(verdict(link("Mon Jun 29 2026", "Mozilla/5.0 (X11)"), link("Tue Jun 30 2026", "Mozilla/5.0 (Windows)"))).toBe(
    "none",
  );
  expect(verdict(link("Mon Jun 29 2026", "a"), link("Mon Jun 29 2026", "b"))).toBe("form");
});

test("a log whose dates have all moved by the same day was written in another time zone; a plan put off by a day is a change", () => {
  const log = (...dates: string[]) => `<h2>Log</h2>${dates.map((date) => `<h3>${date}</h3>`).join("")}`;
  const old = ["29 avr. 2022", "24 déc. 2021", "1 nov. 2020", "21 mars 2019"];
  expect(verdict(log(...old), log("28 avr. 2022", "23 déc. 2021", "31 oct. 2020", "20 mars 2019"))).toBe("none");
  expect(verdict(log(...old), log("28 avr. 2022", "23 déc. 2021", "31 oct. 2020", "21 mars 2019"))).toBe("wording");
  const plan = ["3 March 2026", "9 March 2026", "2 April 2026", "8 April 2026"];
  expect(verdict(log(...plan), log("4 March 2026", "10 March 2026", "3 April 2026", "9 April 2026"))).toBe("wording");
});

test("a counter of exits may be a host of its own", () => {
  const link = (seal: string) =>
    `<p>See the <a href="https://l.social.example/?u=${encodeURIComponent("https://town.example/a")}&e=${seal}">town</a> on boats.</p>`;
  expect(verdict(link("x1"), link("y2"))).toBe("none");
});

test("what time it is, as the page tells everybody, is no change", () => {
  const clock = (text: string) => `<div>It is now ${text} (Pacific/Auckland UTC+13:00)</div>`;
  expect(verdict(clock("11:34 AM 28 Nov 2026"), clock("11:34 PM 30 Nov 2026"))).toBe("none");
  expect(verdict("<p>It is now open to all.</p>", "<p>It is now closed to all.</p>")).toBe("wording");
});

test("how many have read a page or have a thing in their basket, and the greeting of a chat, are no change", () => {
  expect(
    verdict(
      "<p>Written by Ilse. 90 people have read this today</p>",
      "<p>Written by Ilse. 34 people have read this today</p>",
    ),
  ).toBe("none");
  expect(verdict("<p>Updated 33 minutes ago by piet</p>", "<p>Updated 28 minutes ago by ana</p>")).toBe("none");
  expect(verdict("<p>20 people have this in their basket.</p>", "<p>5 people have this in their basket.</p>")).toBe(
    "none",
  );
  const greeted = (text: string) => ({ ...page(""), html: `${page("").html}<div aria-live="polite">${text}</div>` });
  expect(compareCaptures(greeted("Hi there! We are online."), greeted("Leave us a message.")).verdict).toBe("none");
  expect(verdict("<p>90 people have signed this plan.</p>", "<p>34 people have signed this plan.</p>")).toBe("wording");
});

test("how long it is until a date is no change beside the date, and one where it is all that is offered", () => {
  const due = (left: string) => `<dl><dt>Closes</dt><dd>Wed, Jan 6, 2027, 3:00 PM CST (closes ${left})</dd></dl>`;
  expect(verdict(due("in 40 days"), due("tomorrow"))).toBe("none");
  expect(verdict(due("in 40 days"), due("in 40 days").replace("Jan 6", "Jan 9"))).toBe("wording");
  expect(verdict("<p>Closes in 5 days</p>", "<p>Closes in 4 days</p>")).toBe("none");
  expect(verdict("<p>Noch 5 Tage</p>", "<p>Noch 4 Tage</p>")).toBe("none");
  expect(verdict("<p>Your trial ends in 14 days.</p>", "<p>Your trial ends in 30 days.</p>")).toBe("wording");
});

test("what stands behind a tab that only a strip of tabs tells is compared, and a part that is hidden otherwise is not", () => {
  const tabs = (asked: string, links = 2) =>
    `<ul>${"<li><a href='#'>Tab</a></li>".repeat(links)}</ul><div><div class="view">Notice of works</div><div class="view" style="display:none">${asked}</div></div>`;
  expect(verdict(tabs("Bidders must be insured."), tabs("Bidders must not be insured."))).toBe("wording");
  expect(verdict(tabs("Bidders must be insured.", 4), tabs("Bidders must not be insured.", 4))).toBe("none");
});

test("when and as which job a sheet was printed, and how long is left beside how many looked, are no change", () => {
  const foot = (at: string, job: string) =>
    `<div><span>Printed ${at}</span> <span>Page 1 of 2</span></div><p>Print job ${job}</p>`;
  expect(
    verdict(
      foot("28/11/2026 04:51:00", "3jw1v1dz443u5ryy2o3mxieb7cw"),
      foot("30/11/2026 16:51:21", "7k2m9qdz113u5rab2o3mxieb4tp"),
    ),
  ).toBe("none");
  expect(verdict("<p>Printed matter is sent on 28 May.</p>", "<p>Printed matter is sent on 29 May.</p>")).toBe(
    "wording",
  );
  const left = (days: number, views: number) => `<p>Closes in ${days} days · viewed ${views} times today</p>`;
  expect(verdict(left(24, 50), left(22, 172))).toBe("none");
  expect(verdict("<p>The offer closes in 24 days at noon.</p>", "<p>The offer closes in 22 days at noon.</p>")).toBe(
    "wording",
  );
});

test("clauses that lost their typed numbers say the same; a measure is no number of a clause", () => {
  const clauses = (first: string, second: string) =>
    `<p>${first}Operators must hold a surveillance licence.</p><p>${second}Faults shall be attended within eight hours.</p>`;
  expect(verdict(clauses("2.1 ", "2.2 "), clauses("", ""))).not.toBe("wording");
  expect(verdict("<p>2.1 GB of room for each berth</p>", "<p>4.1 GB of room for each berth</p>")).toBe("wording");
});

test("a greeting by the time of day is no change, and what takes place in the evening is one", () => {
  for (const [before, after] of [
    ["Morning!", "Afternoon!"],
    ["Good afternoon, guest user", "Good evening, guest user"],
    ["Buongiorno, utente ospite", "Buonasera, utente ospite"],
    ["Guten Morgen", "Guten Abend"],
  ] as const)
    expect(verdict(`<span>${before}</span>`, `<span>${after}</span>`)).toBe("none");
  expect(verdict("<h2>Morning</h2>", "<h2>Evening</h2>")).toBe("wording");
  expect(verdict("<p>Good evenings for fishers: Monday.</p>", "<p>Good evenings for fishers: Friday.</p>")).toBe(
    "wording",
  );
});

test("what was measured a moment ago is no change, and what is promised is one", () => {
  const measured = (seconds: number, ms: number) => `<p>Checked ${seconds} seconds ago. Latency ${ms} ms.</p>`;
  expect(verdict(measured(39, 25), measured(12, 18))).toBe("none");
  expect(verdict("<p>Latency 25 ms.</p>", "<p>Latency 40 ms.</p>")).toBe("wording");
});

test("the clock of a portal is no change, whatever the minute", () => {
  const clock = (at: string) => `<div><span id="orologio">${at}</span></div>`;
  expect(verdict(clock("sabato 28 novembre 2026 23:15"), clock("domenica 29 novembre 2026 23:20"))).toBe("none");
  expect(verdict("<p>sabato 28 novembre 2026 ore 12:00</p>", "<p>domenica 29 novembre 2026 ore 12:00</p>")).toBe(
    "wording",
  );
});

test("how many have applied so far is a counter", () => {
  expect(verdict("<p>8 people have applied</p>", "<p>33 people have applied</p>")).toBe("none");
  expect(verdict("<p>12 candidates have already applied</p>", "<p>14 candidates have already applied</p>")).toBe(
    "none",
  );
  expect(verdict("<p>We take 8 people</p>", "<p>We take 33 people</p>")).toBe("wording");
});
