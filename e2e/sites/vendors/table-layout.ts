import { html, type Markup, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import {
  boardOf,
  councilOf,
  figuresOf,
  hours,
  lostRole,
  meetingOf,
  products,
  type Release,
  releasesOf,
} from "./table-layout-content";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const years = ["2026", "2025", "2024"];
const yearPath = (year: string) => `/aktuell/${year}.htm`;
const pathOf = ({ file }: Release) => `/presse/${file}.htm`;
const board = "/konzern/vorstand.htm";
const council = "/konzern/aufsichtsrat.htm";
const figures = "/investor/zahlen.htm";
const contact = "/kontakt.htm";
const goods = "/produkte.htm";

/** An old corporate site in windows-1252 that only the page itself names: tables in tables, font tags, spacers, unclosed paragraphs, news by year, days in prose. The redesign moves it to divs and UTF-8. */
export const tableLayout: SiteMake = {
  pasted: "/",
  answer: ({ path, query }, day, noise) => {
    if (path === "/") return { status: 302, headers: { location: "/start.htm" }, body: "" };
    const asked = path === "/druck.asp" ? (query.get("seite") ?? "") : path;
    const shown = bodyOf(asked, day, noise);
    if (!shown) return null;
    return written(path === asked ? frame(shown, path, day, noise) : bare(shown, day), day);
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: [
      "/start.htm",
      ...years.map(yearPath),
      board,
      council,
      figures,
      contact,
      goods,
      ...releasesOf(day).map(pathOf),
    ],
    records: [
      ...releasesOf(day).map((one) => ({ page: pathOf(one), title: one.title, values: [one.day] })),
      ...boardOf(day).map(([title, ...values]) => ({ page: board, title, values })),
      ...councilOf(day === 2 ? 1 : day).map(([title, role]) => ({ page: council, title, values: [role] })),
      ...figuresOf(day).map(([title, ...values]) => ({ page: figures, title, values })),
      ...products.map(([title, ...values]) => ({ page: goods, title, values })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: [council], value: lostRole }] : [],
    flapping: day >= 2 ? [{ pages: [contact], values: [...hours] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const shift = "Sonderschicht am Hochofen 2";
  if (day === 2) return [{ pages: [yearPath("2026"), "/start.htm"], was: shift }];
  if (day !== 1) return [];
  return [
    { pages: [board], was: "Armin Großmann", is: "Jürgen Möbius" },
    { pages: [figures], was: "31,4 Mio. €", is: "29,8 Mio. €" },
    { pages: [figures], was: "12. Mai 2027", is: "19. Mai 2027" },
    { pages: [yearPath("2026"), "/start.htm", "/presse/pm261126.htm"], is: shift },
    {
      pages: [yearPath("2026"), "/start.htm", "/presse/pm261125.htm"],
      is: "Liefervertrag mit der Norwegischen Staatsbahn",
    },
    { pages: [contact], was: hours[0], is: hours[1] },
  ];
}

const beyondLatin: Record<string, number> = {
  "€": 0x80,
  "„": 0x84,
  "…": 0x85,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
};

/** Signs that windows-1252 lacks become numbered entities. */
function written(body: string, day: SiteDay): Reply {
  if (day === 3) return { body, headers: { "content-type": "text/html" } };
  const bytes = [...body].flatMap((sign) => {
    const code = beyondLatin[sign] ?? sign.codePointAt(0) ?? 63;
    return code < 256 ? [code] : [...Buffer.from(`&#${code};`)];
  });
  return { body: Uint8Array.from(bytes), headers: { "content-type": "text/html", server: "Microsoft-IIS/6.0" } };
}

interface Shown {
  title: string;
  main: Markup;
}

const font = (inner: Markup | string, size = 2) =>
  html`<FONT FACE="Verdana, Arial, Helvetica" SIZE="${size}" COLOR="#333333">${inner}</FONT>`;
const headline = (text: string, day: SiteDay) =>
  day === 3
    ? html`<h1>${text}</h1>`
    : html`<P>${font(html`<B>${text}</B>`, 4)}<BR><IMG SRC="/bilder/linie.gif" WIDTH=420 HEIGHT=1 ALT="">`;

function grid(head: string[], rows: string[][], day: SiteDay): Markup {
  if (day === 3)
    return html`<table class="daten">${head.length > 0 && html`<thead><tr>${head.map((cell) => html`<th>${cell}</th>`)}</tr></thead>`}<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
  return html`<TABLE BORDER=0 CELLPADDING=4 CELLSPACING=1 BGCOLOR="#999999" WIDTH="100%">
${head.length > 0 && html`<TR BGCOLOR="#CCCCCC">${head.map((cell) => html`<TD>${font(html`<B>${cell}</B>`, 1)}`)}</TR>`}
${rows.map((row, index) => html`<TR BGCOLOR="${index % 2 ? "#FFFFFF" : "#EEEEEE"}">${row.map((cell) => html`<TD VALIGN=top>${font(cell)}&nbsp;</TD>`)}\n`)}</TABLE>`;
}

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  const shown = (title: string, main: Markup): Shown => ({ title, main: html`${headline(title, day)}${main}` });
  const words = (text: Markup | string) => (day === 3 ? html`<p>${text}</p>` : html`<P ALIGN=justify>${font(text)}`);
  if (path === "/start.htm")
    return shown(
      "Willkommen",
      html`${words("Die Hüttenwerke Löbnitz AG erzeugt seit 1874 Stahl in der Oberlausitz: Schienen, Spundbohlen, Rundstahl und Guss.")}${words(html`${raw("<b>")}Aktuell${raw("</b>")}`)}${lines(releasesOf(day).slice(0, 3), day)}${words(rotated(["Stahl ist Geduld.", "Glückauf!", "Wir gießen, Sie bauen."], noise.turn, 1)[0] ?? "")}`,
    );
  const year = years.find((one) => yearPath(one) === path);
  if (year)
    return shown(
      `Aktuelles ${year}`,
      lines(
        releasesOf(day).filter((one) => one.year === year),
        day,
      ),
    );
  if (path === board) return shown("Vorstand", grid(["Name", "Funktion", "Ressort"], boardOf(day), day));
  if (path === council)
    return shown(
      "Aufsichtsrat",
      day === 3
        ? html`<ul class="rat">${councilOf(day).map(([name, role]) => html`<li><strong>${name}</strong>, ${role}</li>`)}</ul>`
        : html`${councilOf(day).map(([name, role]) => html`<P>${font(html`<B>${name}</B><BR>\n${role}`)}`)}`,
    );
  if (path === figures)
    return shown(
      "Zahlen",
      html`${grid(["", "2025", "2024"], figuresOf(day), day)}${words(html`Die nächste ordentliche Hauptversammlung findet am ${meetingOf(day)} in der Stadthalle Löbnitz statt.`)}`,
    );
  if (path === goods) return shown("Produkte", grid(["Erzeugnis", "Abmessungen", "Hinweis"], products, day));
  if (path === contact)
    return shown(
      "Kontakt",
      html`${words(html`Hüttenwerke Löbnitz AG<BR>Ofenstraße 1<BR>02999 Löbnitz`)}${words(html`Zentrale: 03589 555-0, ${hours[day % 2]}`)}${words(html`<A HREF="mailto:info@huette-loebnitz.example">info(at)huette-loebnitz.example</A>`)}`,
    );
  const one = releasesOf(day).find((candidate) => pathOf(candidate) === path);
  if (!one) return null;
  const [first, ...others] = one.text;
  return shown(
    one.title,
    html`${words(html`<I>Löbnitz, den ${one.day}</I> – ${first}`)}${others.map(words)}${words(html`Pressestelle: Anke Täubner, Tel. 03589 555-212`)}<A HREF="/druck.asp?seite=${pathOf(one)}&amp;z=${noise.turn}" TARGET="_blank">${font("Druckversion", 1)}</A>`,
  );
}

const lines = (releases: Release[], day: SiteDay) =>
  day === 3
    ? html`<dl class="meldungen">${releases.map((one) => html`<dt>${one.day}</dt><dd><a href="${pathOf(one)}">${one.title}</a> ${one.line}</dd>`)}</dl>`
    : html`<TABLE BORDER=0 CELLPADDING=3>${releases.map((one) => html`<TR><TD VALIGN=top NOWRAP>${font(one.day, 1)}</TD><TD>${font(html`<A HREF="..${pathOf(one)}"><B>${one.title}</B></A><BR>${one.line}`)}</TD></TR>\n`)}</TABLE>`;

const bare = ({ title, main }: Shown, day: SiteDay) =>
  html`<HTML><HEAD><TITLE>${title}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=${day === 3 ? "utf-8" : "windows-1252"}"><META NAME="robots" CONTENT="noindex"></HEAD><BODY onLoad="window.print()">${main}</BODY></HTML>`
    .markup;

function frame({ title, main }: Shown, path: string, day: SiteDay, noise: Noise): string {
  const menu = [
    ["/start.htm", raw("Startseite")],
    [yearPath("2026"), raw("Aktuelles")],
    [goods, raw("Produkte")],
    [board, raw("Vorstand")],
    [council, raw("Aufsichtsrat")],
    [figures, raw("Zahlen f&uuml;r Anleger")],
    [contact, raw("Kontakt &amp; Anfahrt")],
  ] as [string, Markup][];
  const archive = path.startsWith("/aktuell/") ? years.filter((year) => yearPath(year) !== path) : [];
  const clock = `${String(noise.turn % 24).padStart(2, "0")}:${10 + (noise.turn % 50)}`;
  const count = `00${48_213 + noise.turn}`;
  if (day === 3)
    return html`${raw("<!DOCTYPE html>")}<html lang="de"><head><meta charset="utf-8"><title>${title} - Hüttenwerke Löbnitz AG</title><link rel="stylesheet" href="/neu/${noise.build}.css"></head><body><div id="kopf"><a href="/start.htm"><img src="/neu/logo.png" alt="Hüttenwerke Löbnitz AG"></a></div><ul id="menue">${menu.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}</ul><div id="inhalt">${main}${archive.map((year) => html`<a class="archiv" href="${yearPath(year)}">Meldungen ${year}</a> `)}</div><div id="fuss">© 2026 Hüttenwerke Löbnitz AG | Seite erstellt um ${clock} Uhr | ${noise.visitors} Besucher online</div></body></html>`
      .markup;
  return html`${raw('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">')}
<HTML>
<HEAD>
<TITLE>H&uuml;ttenwerke L&ouml;bnitz AG: ${title}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<META NAME="GENERATOR" CONTENT="Microsoft FrontPage 4.0">
<SCRIPT LANGUAGE="JavaScript"><!--
function an(b){if(document.images)document[b].src="/bilder/"+b+"_an.gif";}
//--></SCRIPT>
</HEAD>
<BODY BGCOLOR="#FFFFFF" LINK="#003366" VLINK="#003366" TOPMARGIN=0 LEFTMARGIN=0>
<TABLE BORDER=0 CELLPADDING=0 CELLSPACING=0 WIDTH=780>
<TR><TD COLSPAN=3 BGCOLOR="#003366"><A HREF="/start.htm"><IMG SRC="/bilder/kopf.gif" WIDTH=780 HEIGHT=72 BORDER=0 ALT="H&uuml;ttenwerke L&ouml;bnitz AG"></A></TD></TR>
<TR>
<TD WIDTH=160 VALIGN=top BGCOLOR="#DDE3EA"><TABLE BORDER=0 CELLPADDING=5>
${menu.map(([href, text], index) => html`<TR><TD><IMG NAME="p${index}" SRC="/bilder/p${index}.gif" WIDTH=8 HEIGHT=8 ALT=""> <A HREF="${href}" onMouseOver="an('p${index}')">${font(text, 1)}</A></TD></TR>\n`)}</TABLE>
<P>${font(html`Heute ist Freitag,<BR>der 27.11.2026, ${clock} Uhr`, 1)}
<P>${font(html`Sie sind Besucher Nr.<BR><B>${count}</B>`, 1)}</TD>
<TD WIDTH=20><IMG SRC="/bilder/leer.gif" WIDTH=20 HEIGHT=1 ALT=""></TD>
<TD VALIGN=top WIDTH=600>
${main}
${archive.length > 0 && html`<P>${font("Archiv:", 1)} ${archive.map((year) => html`<A HREF="${year}.htm">${font(year, 1)}</A> `)}`}
</TD></TR>
<TR><TD COLSPAN=3 ALIGN=center><HR NOSHADE SIZE=1>${font(html`&copy; 1998-2026 H&uuml;ttenwerke L&ouml;bnitz AG &nbsp;|&nbsp; optimiert f&uuml;r 800 x 600`, 1)}</TD></TR>
</TABLE>
</BODY>
</HTML>`.markup;
}
