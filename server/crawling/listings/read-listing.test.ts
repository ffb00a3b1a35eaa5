import { afterEach, describe, expect, it } from "vitest";
import { type RenamedSite, startRenamedSite } from "@/e2e/sites/renamed/renamed-site";
import { type KnownRecord, type RuleInUse, readListing } from "./read-listing";

let site: RenamedSite | undefined;
afterEach(() => site?.close());

async function open() {
  site = await startRenamedSite();
  const url = `${site.origin}/tenders`;
  const html = async (skin?: 0 | 1 | 2 | 3 | 4) => {
    if (skin !== undefined) site?.set({ skin });
    return (await fetch(url)).text();
  };
  const first = readListing(await html(), url, { rule: null, known: [] });
  if (!first.listing || !first.learned) throw new Error("nothing was learned");
  const rule: RuleInUse = { ...first.learned, origin: "own" };
  return { url, html, first: first.listing.records, rule };
}

const essence = (records: readonly KnownRecord[] = []) =>
  records.map(({ title, url, fields }) => ({ title, url, buyer: fields.Buyer, deadline: fields.Deadline }));

describe("a listing that was read before", () => {
  it("is read by the learned names, and nothing is learned anew", async () => {
    const { url, html, first, rule } = await open();
    const again = readListing(await html(), url, { rule, known: first });
    expect(again).toMatchObject({ learned: null, fell: null, emptied: [], listing: { rung: "css" } });
    expect(essence(again.listing?.records)).toEqual(essence(first));
  });

  it("is read anew when its columns have changed places, though their names and their fill hold", () => {
    const url = "https://market.example/list";
    const subjects = ["Roof repairs", "Fire engine", "School meals", "Bridge paint", "Sewer lining"];
    const table = (head: string[], row: (title: string, at: number) => string[]) =>
      `<html><body><table><thead><tr>${head.map((name) => `<th>${name}</th>`).join("")}</tr></thead><tbody>${subjects
        .map(
          (title, at) =>
            `<tr>${row(title, at)
              .map((cell) => `<td>${cell}</td>`)
              .join("")}</tr>`,
        )
        .join("")}</tbody></table></body></html>`;
    const link = (at: number) => `<a href="/n/${at}"><img src="i.png" alt="Open"></a>`;
    const due = (at: number) => `1${at}.12.2031 12:00`;
    const before = table(["Deadline", "Subject", "Open"], (title, at) => [due(at), title, link(at)]);
    const after = table(["Subject", "Deadline", "Open"], (title, at) => [title, due(at), link(at)]);
    const first = readListing(before, url, { rule: null, known: [] });
    expect(first.listing?.records.map(({ title }) => title)).toEqual(subjects);
    if (!first.learned || !first.listing) throw new Error("nothing was learned");
    const rule: RuleInUse = { ...first.learned, origin: "own" };
    const next = readListing(after, url, { rule, known: first.listing.records });
    expect(next.listing?.records.map(({ title }) => title)).toEqual(subjects);
    expect(next.listing?.records.map(({ fields }) => fields.Deadline)).toEqual(subjects.map((_, at) => due(at)));
  });

  it("is read by places when its names are new, and by structure when its elements are", async () => {
    const { url, html, first, rule } = await open();
    for (const [skin, rung] of [
      [1, "xpath"],
      [2, "structure"],
      [3, "structure"],
    ] as const) {
      const next = readListing(await html(skin), url, { rule, known: first });
      expect(next.listing?.rung).toBe(rung);
      expect(essence(next.listing?.records)).toEqual(essence(first));
      if (!next.learned) throw new Error("nothing was learned anew");
      const later = readListing(await html(), url, { rule: { ...next.learned, origin: "own" }, known: first });
      expect(later).toMatchObject({ learned: null, listing: { rung: "css" } });
    }
  });

  it("keeps the names that fields had, and the rule that was learned anew holds on the new page", async () => {
    const { url, html, first, rule } = await open();
    const renamed = (one: KnownRecord) => ({ ...one, fields: { Contracting: one.fields.Buyer ?? "" } });
    const { Buyer, ...others } = rule.selector.fields;
    if (!Buyer) throw new Error("no buyer was learned");
    const named: RuleInUse = {
      origin: "person",
      fill: { title: 1, url: 1, Contracting: 1 },
      selector: { ...rule.selector, takesAll: false, xpath: undefined, fields: { ...others, Contracting: Buyer } },
    };
    const next = readListing(await html(2), url, { rule: named, known: first.map(renamed) });
    expect(next).toMatchObject({ fell: "gone", listing: { rung: "structure" } });
    expect(next.listing?.records[3]?.fields.Contracting).toBe(first[3]?.fields.Buyer);
    const relearned: RuleInUse = { ...(next.learned ?? named), origin: "own" };
    expect(readListing(await html(), url, { rule: relearned, known: first }).listing?.rung).toBe("css");
  });

  it("is told as unread when only a person could find its entries", async () => {
    const { url, html, first, rule } = await open();
    expect(readListing(await html(4), url, { rule, known: first })).toMatchObject({ listing: null, isUnread: true });
  });

  it("names a field that has emptied in all entries", async () => {
    const { url, html, first, rule } = await open();
    const emptied = (await html()).replaceAll(/Deadline: [^<]+/g, "");
    const next = readListing(emptied, url, { rule, known: first });
    expect(next.fell).toBe("thinned");
    expect(next.emptied).toEqual(["Deadline"]);
    expect(next.listing?.records).toHaveLength(first.length);
  });

  it("sees that a rule learned from a part misses the rest", async () => {
    const { url, html, first, rule } = await open();
    const narrow = { ...rule, selector: { ...rule.selector, css: "div.special", xpath: undefined } };
    let marked = await html();
    for (let count = 0; count < 2; count++)
      marked = marked.replace('class="tender-card"', 'class="tender-card special"');
    const next = readListing(marked, url, { rule: narrow, known: first });
    expect(next.fell).toBe("misses");
    expect(next.listing?.records).toHaveLength(first.length);
  });

  it("does not take a menu for the entries that it cannot find", async () => {
    const { url, first, rule } = await open();
    const titles = first.map(({ title }) => `<p>${title}</p>`).join("");
    const news = [1, 2, 3, 4, 5]
      .map(
        (day) =>
          `<li><a href="/news/${day}">Office closed for the feast of spring</a> <time>${day} May 2031</time> ${day}</li>`,
      )
      .join("");
    const html = `<main><div>${titles}</div><ul class="news">${news}</ul></main>`;
    expect(readListing(html, url, { rule, known: first })).toMatchObject({ listing: null, isUnread: true });
  });
});
