import { frenchThings, germanThings, type Thing, things } from "./things";

export interface Layout {
  name: string;
  html: string;
  things: Thing[];
  /** Field name to what it holds for a thing. */
  fields: Record<string, (thing: Thing) => string>;
  hasUrls: boolean;
}

/** A page as pages are: menus, a side column, tags and a footer around what it lists. */
export function around(main: string, language = "en"): string {
  const links = (texts: string[]) =>
    texts.map((text) => `<li><a href="/${text.toLowerCase().replace(/\W+/g, "-")}">${text}</a></li>`).join("");
  return `<!doctype html><html lang="${language}"><head><title>List</title></head><body>
<header><nav><ul>${links(["Home", "About us", "Buyers", "Suppliers", "Help and contact", "Sign in to your account"])}</ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> / <a href="/all">All</a></div>
<main>${main}
<ul class="pagination"><li class="active"><span>1</span></li><li><a href="?page=2">2</a></li><li><a href="?page=3">3</a></li></ul></main>
<aside class="sidebar"><h3>Most read</h3><ul>${links(["How to become a supplier in five steps", "New rules for small contracts from January", "Training days for bidders in the spring"])}</ul></aside>
<div class="tag-cloud">${["works", "services", "supplies", "care", "roads", "water", "energy", "schools"].map((tag) => `<a href="/tag/${tag}">${tag}</a>`).join(" ")}</div>
<footer><div class="columns">${[1, 2, 3].map((column) => `<div><h4>Column ${column}</h4><ul>${links(["Imprint of this service", "Privacy and your data", "Accessibility statement"])}</ul></div>`).join("")}</div></footer>
</body></html>`;
}

const href = ({ id }: Thing) => `/notice/${id}`;
const link = (thing: Thing) => `<a href="${href(thing)}">${thing.title}</a>`;

function layout(
  name: string,
  main: (of: Thing[]) => string,
  fields: Layout["fields"] = {},
  { of = things, language = "en", hasUrls = true } = {},
): Layout {
  return { name, html: around(main(of), language), things: of, fields, hasUrls };
}

const each = (of: Thing[], write: (thing: Thing, at: number) => string) => of.map(write).join("\n");

export const layouts: Layout[] = [
  layout(
    "table with header cells",
    (of) =>
      `<table><thead><tr><th>No.</th><th>Title</th><th>Buyer</th><th>Deadline</th></tr></thead><tbody>${each(of, (one) => `<tr><td>${one.id}</td><td>${link(one)}</td><td>${one.buyer}</td><td>${one.due}</td></tr>`)}</tbody></table>`,
    { Buyer: (one) => one.buyer, Deadline: (one) => one.due },
  ),
  layout(
    "table whose number is the link",
    (of) =>
      `<table><tr><th>Reference</th><th>Subject</th><th>Closing</th></tr>${each(of, (one) => `<tr><td><a href="${href(one)}">${one.id}</a></td><td>${one.title}</td><td>${one.due}</td></tr>`)}</table>`,
    { Reference: (one) => one.id, Closing: (one) => one.due },
  ),
  layout(
    "table with bold cells for a head",
    (of) =>
      `<table border="1"><tr bgcolor="#eee"><td><b>Date</b></td><td><b>Notice</b></td><td><b>Value</b></td></tr>${each(of, (one) => `<tr><td>${one.due}</td><td>${link(one)}</td><td>${one.value}</td></tr>`)}</table>`,
    { Date: (one) => one.due, Value: (one) => one.value },
  ),
  layout(
    "table inside layout tables",
    (of) =>
      `<table width="100%"><tr><td colspan="2"><h1>Notices</h1></td></tr><tr><td><table><tr><td><a href="/a">Archive</a></td></tr><tr><td><a href="/b">Search</a></td></tr></table></td><td><table class="list"><tr><th>Title</th><th>Buyer</th><th>Due</th></tr>${each(of, (one) => `<tr><td>${link(one)}</td><td>${one.buyer}</td><td>${one.due}</td></tr>`)}</table></td></tr></table>`,
    { Buyer: (one) => one.buyer, Due: (one) => one.due },
  ),
  layout(
    "table with a table in each row",
    (of) =>
      `<table class="outer"><tbody>${each(of, (one) => `<tr><td><h3>${link(one)}</h3><table><tr><td>Buyer</td><td>${one.buyer}</td></tr><tr><td>Deadline</td><td>${one.due}</td></tr></table></td></tr>`)}</tbody></table>`,
  ),
  layout(
    "table that labels its cells for narrow screens",
    (of) =>
      `<table>${each(of, (one) => `<tr><td data-label="Tender">${link(one)}</td><td data-label="Buyer">${one.buyer}</td><td data-label="Ends">${one.due}</td></tr>`)}</table>`,
    { Buyer: (one) => one.buyer, Ends: (one) => one.due },
  ),
  layout(
    "two rows for each record",
    (of) =>
      `<table><tbody>${each(of, (one) => `<tr class="head"><td>${link(one)}</td></tr><tr class="sub"><td>${one.buyer} | ${one.due}</td></tr>`)}</tbody></table>`,
    { date: (one) => one.due },
  ),
  layout(
    "cards with label and value lines",
    (of) =>
      `<div class="cards">${each(of, (one) => `<div class="card"><h3>${link(one)}</h3><p>Buyer: ${one.buyer}</p><p>Deadline: ${one.due}</p><p>${one.summary}</p><a class="more" href="${href(one)}">Details</a></div>`)}</div>`,
    { Buyer: (one) => one.buyer, Deadline: (one) => one.due },
  ),
  layout(
    "cards that are links as a whole",
    (of) =>
      `<div class="grid">${each(of, (one) => `<a class="tile" href="${href(one)}"><span class="t">${one.title}</span><span class="buyer">${one.buyer}</span><span class="when">${one.due}</span></a>`)}</div>`,
    { buyer: (one) => one.buyer, date: (one) => one.due },
  ),
  layout(
    "cards in rows of three with a featured one",
    (of) =>
      [0, 3, 6]
        .map(
          (from) =>
            `<div class="row">${each(of.slice(from, from + 3), (one, at) => `<div class="col"><article class="card${at === 1 ? " featured" : ""}"><h4>${link(one)}</h4><time datetime="${one.dueIso}">${one.due}</time><p>${one.summary}</p></article></div>`)}</div>`,
        )
        .join(""),
    { date: (one) => one.due, "date@datetime": (one) => one.dueIso },
  ),
  layout(
    "definition list of pairs inside cards",
    (of) =>
      `<ul class="results">${each(of, (one) => `<li><h2>${link(one)}</h2><dl><dt>Buyer</dt><dd>${one.buyer}</dd><dt>Value</dt><dd>${one.value}</dd><dt>Closes</dt><dd>${one.due}</dd></dl></li>`)}</ul>`,
    { Buyer: (one) => one.buyer, Value: (one) => one.value, Closes: (one) => one.due },
  ),
  layout(
    "one definition list for all",
    (of) =>
      `<dl class="notices">${each(of, (one) => `<dt>${link(one)}</dt><dd>${one.buyer}, until ${one.due}</dd>`)}</dl>`,
  ),
  layout(
    "headings with paragraphs below",
    (of) =>
      `<h1>Notices</h1>${each(of, (one) => `<h3>${link(one)}</h3><p class="meta">${one.due}</p><p>${one.summary}</p>`)}`,
    { date: (one) => one.due },
  ),
  layout(
    "labels in spans beside their values",
    (of) =>
      `<div id="hits">${each(of, (one) => `<div class="hit"><div class="name">${link(one)}</div><div><span class="label">Authority</span><span>${one.buyer}</span></div><div><span class="label">Estimated value</span><span>${one.value}</span></div></div>`)}</div>`,
    { Authority: (one) => one.buyer, "Estimated value": (one) => one.value },
  ),
  layout(
    "marked labels without a colon",
    (of) =>
      `<section>${each(of, (one) => `<article><h2>${link(one)}</h2><p><strong>Closing date</strong> ${one.due}</p><p><strong>Buyer</strong> ${one.buyer}</p></article>`)}</section>`,
    { "Closing date": (one) => one.due, Buyer: (one) => one.buyer },
  ),
  layout(
    "plain list with the date behind the link",
    (of) => `<ul>${each(of, (one) => `<li>${link(one)} (${one.due})</li>`)}</ul>`,
  ),
  layout(
    "relative dates and generated class names",
    (of) =>
      `<div class="css-1ab9z">${each(of, (one, at) => `<div class="css-k3j2 post-${400 + at} cat-${at % 3}"><a class="css-99x" href="${href(one)}">${one.title}</a><span class="css-7t">${at + 2} days ago</span><span class="css-8u">${one.buyer}</span></div>`)}</div>`,
    { date: (one) => `${things.indexOf(one) + 2} days ago` },
  ),
  layout(
    "printed twice, for wide and for narrow screens",
    (of) =>
      each(of, (one) => `<div class="item"><div class="desktop"><h3>${link(one)}</h3><p>${one.due}</p></div></div>`) +
      each(of, (one) => `<div class="item"><div class="mobile"><h3>${link(one)}</h3><p>${one.due}</p></div></div>`),
    { date: (one) => one.due },
  ),
  layout(
    "advertisements between the records",
    (of) =>
      `<div class="list">${each(of, (one, at) => `<div class="entry"><h3>${link(one)}</h3><p>${one.buyer} · ${one.due}</p></div>${at % 3 === 2 ? '<div class="promo"><p>Your advertisement here</p></div>' : ""}`)}</div>`,
    { date: (one) => one.due },
  ),
  layout(
    "months with records below",
    (of) =>
      [0, 3, 6]
        .map(
          (from) =>
            `<section class="month"><h2>Month ${from}</h2><div class="items">${each(of.slice(from, from + 3), (one) => `<div class="item"><h3>${link(one)}</h3><span class="buyer">${one.buyer}</span><span>${one.due}</span></div>`)}</div></section>`,
        )
        .join(""),
    { buyer: (one) => one.buyer, date: (one) => one.due },
  ),
  layout(
    "rows that open by a script",
    (of) =>
      `<table><tr><th>Title</th><th>Deadline</th></tr>${each(of, (one) => `<tr onclick="window.location.href='${href(one)}'"><td>${one.title}</td><td>${one.due}</td></tr>`)}</table>`,
    { Deadline: (one) => one.due },
  ),
  layout(
    "records without links",
    (of) =>
      `<div>${each(of, (one) => `<div class="vacancy"><h3>${one.title}</h3><p>${one.buyer}</p><p>${one.due}</p><p>${one.value}</p></div>`)}</div>`,
    { date: (one) => one.due, amount: (one) => one.value },
    { hasUrls: false },
  ),
  layout(
    "filters beside the results",
    (of) =>
      `<form class="facets"><ul>${["Works", "Services", "Supplies", "Care and health", "Technology", "Roads", "Other"].map((name, at) => `<li><label><input type="checkbox" name="c" value="${at}"> <span>${name}</span> <span>(${at * 7 + 3})</span></label></li>`).join("")}</ul></form><ol class="hits">${each(of, (one) => `<li><a href="${href(one)}"><h4>${one.title}</h4></a><p>${one.summary}</p></li>`)}</ol>`,
  ),
  layout(
    "German table",
    (of) =>
      `<table class="vergaben"><thead><tr><th>Vergabenummer</th><th>Bezeichnung</th><th>Vergabestelle</th><th>Angebotsfrist</th></tr></thead><tbody>${each(of, (one) => `<tr><td>${one.id}</td><td>${link(one)}</td><td>${one.buyer}</td><td>${one.due}</td></tr>`)}</tbody></table>`,
    { Vergabestelle: (one) => one.buyer, Angebotsfrist: (one) => one.due },
    { of: germanThings, language: "de" },
  ),
  layout(
    "German cards with relative dates",
    (of) =>
      `<div class="liste">${each(of, (one, at) => `<div class="eintrag"><h3>${link(one)}</h3><p>Auftraggeber: ${one.buyer}</p><p>Frist: ${one.due}</p><p class="neu">vor ${at + 2} Tagen</p><a href="${href(one)}">Mehr erfahren</a></div>`)}</div>`,
    { Auftraggeber: (one) => one.buyer, Frist: (one) => one.due },
    { of: germanThings, language: "de" },
  ),
  layout(
    "French list of consultations",
    (of) =>
      `<div class="consultations">${each(of, (one) => `<article><h3>${link(one)}</h3><p>Acheteur : ${one.buyer}</p><p>Date limite : ${one.due}</p><p>${one.summary}</p><a href="${href(one)}">En savoir plus</a></article>`)}</div>`,
    { Acheteur: (one) => one.buyer, "Date limite": (one) => one.due },
    { of: frenchThings, language: "fr" },
  ),
  layout(
    "French table",
    (of) =>
      `<table><tr><th>Référence</th><th>Objet</th><th>Organisme</th><th>Date limite de remise</th></tr>${each(of, (one) => `<tr><td>${one.id}</td><td>${link(one)}</td><td>${one.buyer}</td><td>${one.due}</td></tr>`)}</table>`,
    { Organisme: (one) => one.buyer, "Date limite de remise": (one) => one.due },
    { of: frenchThings, language: "fr" },
  ),
  layout(
    "card with a link laid over it and a picture",
    (of) =>
      `<div class="wall">${each(of, (one) => `<div class="box"><a class="cover" href="${href(one)}"></a><img src="/p.jpg" alt=""><h5>${one.title}</h5><p>${one.summary}</p></div>`)}</div>`,
  ),
];
