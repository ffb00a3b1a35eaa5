import { expect, test } from "vitest";
import { compareCaptures } from "./compare-captures";
import { aPage, policy } from "./testing/a-page";

/** What is told when one word of a part of a page becomes another. */
const told = (part: string, from: string, to: string) => {
  const page = (content: string) => aPage(`${policy}<h2>Details</h2>${content}`);
  return compareCaptures(page(part), page(part.replace(from, to))).summary;
};
const table = `<table><tr><th>Name</th><th>Default</th><th>Meaning</th></tr><tr><td>pause</td><td>half an hour</td><td>Rest between two copies</td></tr><tr><td>mirror</td><td>off</td><td>A second place</td></tr></table>`;
const facts = `<dl><dt>Availability that we sign</dt><dd>in most months</dd><dt>Salary</dt><dd>from €3,420 a month</dd></dl>`;

test("a cell that changed is told with its row and its column", () => {
  expect(told(table, "half an hour", "a quarter")).toBe(
    'pause (Default): "half an hour" became "a quarter" under "Details"',
  );
  expect(
    told("<table><tr><td>Board</td><td>beech</td></tr><tr><td>Legs</td><td>oak</td></tr></table>", "oak", "ash"),
  ).toBe('Legs: "oak" became "ash" under "Details"');
});

test("what differs in several cells of a row is told together", () => {
  const page = (content: string) => aPage(`${policy}<h2>Details</h2>${content}`);
  const rows = table.replace("off", "away").replace("A second place", "One more place");
  expect(compareCaptures(page(table), page(rows)).summary).toBe(
    'mirror: "off | A second place" became "away | One more place" under "Details"',
  );
});

test("what follows a label is told by the label, also where a heading is the label", () => {
  expect(told("<p>Contract: for two years</p>", "for two years", "permanent")).toBe(
    'Contract: "for two years" became "permanent" under "Details"',
  );
  expect(told("<h3>Grade</h3><span>: </span><span>of the fourth band</span>", "fourth", "fifth")).toBe(
    'Grade: "of the fourth band" became "of the fifth band"',
  );
});

test("an edit is told in its own sentence, and without a clock that went on in the same line", () => {
  expect(told("<p>Runa takes over on the first. She began as a switcher.</p>", "the first", "the third")).toBe(
    '"Runa takes over on the first." became "Runa takes over on the third." under "Details"',
  );
  const page = (line: string) => aPage(`${policy}<h2>Acoustics Engineer</h2><p>${line}</p>`);
  const moved = compareCaptures(page("Posted 4 days ago Leeds, GB"), page("Posted 5 days ago Sheffield, GB"));
  expect(moved).toMatchObject({ severity: "medium", items: [{ kind: "text" }] });
  expect(moved.summary).toBe('"Posted Leeds, GB" became "Posted Sheffield, GB" under "Acoustics Engineer"');
});

test("a sign that only gives the address of a heading is no part of it", () => {
  const page = (sign: string) => aPage(`${policy}<h2 id="keys">Keys${sign}</h2><p>Two keys open the yard.</p>`);
  const signed = page('<a class="headerlink" href="#keys" title="Permanent link">&para;</a>');
  expect(compareCaptures(signed, page("")).verdict).toBe("none");
  expect(compareCaptures(page("#"), page("")).verdict).not.toBe("none");
});

test("what is said of a term is told by the term", () => {
  expect(told(facts, "in most months", "in all months")).toBe(
    'Availability that we sign: "in most months" became "in all months" under "Details"',
  );
});

test("an amount that has a name of its own is not called the price of it", () => {
  expect(told(facts, "€3,420", "€3,560")).toBe("Salary changed from €3,420 to €3,560 (+4.1%)");
  expect(told("<p>Pay: from €3,420 gross</p>", "€3,420", "€3,560")).toBe("Pay changed from €3,420 to €3,560 (+4.1%)");
  expect(told("<h3>Team</h3><p>$49 a seat</p>", "$49", "$54")).toBe("Price of Team changed from $49 to $54 (+10%)");
});

test("a date that moved is a figure, in whatever month", () => {
  const moved = (from: string, to: string) =>
    compareCaptures(
      aPage(`${policy}<p>The desk opens on ${from}.</p>`),
      aPage(`${policy}<p>The desk opens on ${to}.</p>`),
    );
  expect(moved("31 March 2027", "30 June 2027")).toMatchObject({ severity: "high", items: [{ kind: "number" }] });
  expect(moved("1 March", "1 April")).toMatchObject({ severity: "high", items: [{ kind: "number" }] });
  expect(moved("1 March", "1 spring")).toMatchObject({ items: [{ kind: "text" }] });
});

test("what only gives the address of a heading in words, or turns to the page before or after, is no part of a page", () => {
  const page = (version: string, next: string) =>
    aPage(
      `${policy}<h2 id="v">${version}</h2><a href="#v"><span>Section titled “${version}”</span></a><p>Two keys open the yard.</p><div><a href="/a" rel="prev">Previous<br>Locks</a> <a href="/b" rel="next">Next<br>${next}</a></div>`,
    );
  const items = compareCaptures(page("4.2.0", "Hinges"), page("4.3.0", "Bolts")).items;
  expect(items.map(({ before, after }) => [before, after])).toEqual([["4.2.0", "4.3.0"]]);
});

test("which part of how many a list shows says nothing beside the entries", () => {
  const page = (label: string) => aPage(`${policy}<h2>Loggers</h2><p>${label}</p><p>All of them are in stock.</p>`);
  expect(compareCaptures(page("Items 1-6 of 8"), page("Items 1-6 of 9")).verdict).toBe("none");
  expect(compareCaptures(page("Showing results 1 – 10 of 24"), page("Showing results 1 – 10 of 25")).verdict).toBe(
    "none",
  );
  expect(compareCaptures(page("Keys for 1 to 6 of 8 doors"), page("Keys for 1 to 6 of 9 doors")).verdict).toBe(
    "wording",
  );
});
