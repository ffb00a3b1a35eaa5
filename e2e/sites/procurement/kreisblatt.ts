import { html, type Markup, raw } from "../ground/html";
import type { Reply } from "../ground/start-site";
import { districtDrafts } from "./drafts-blind";
import { germanDrafts } from "./drafts-german";
import type { PortalNotice } from "./notice";
import type { ProcurementRegister } from "./register";
import { type Skin, sliceOf } from "./skin";
import { clockTime, dottedDate } from "./wording";

const zone = "Europe/Berlin";
const marks = { open: "", closed: "beendet", cancelled: "aufgehoben", awarded: "vergeben" } as const;
const events = {
  deadline: "Fristverlängerung",
  status: "Änderung des Verfahrensstands",
  need: "Änderung der Bedingungen",
} as const;

/** A district's gazette of the nineties: a frameset in ISO-8859-1, tables in tables, capitals in the tags, notices and pages behind javascript: links. */
export const kreisblatt: Skin = {
  plan: {
    country: "de",
    zone,
    own: {
      firstId: 1_871,
      drafts: districtDrafts,
      also: [
        { index: 7, draft: germanDrafts[7], words: { title: "Büromöbel (Rahmenvertrag)" } },
        {
          index: 19,
          draft: germanDrafts[19],
          words: { title: "Deponie Kieskuhle: Erweiterung", reference: "DE/26/4471" },
        },
      ],
    },
  },
  listingPath: "/",
  detailPath: ({ id }) => `/anzeige.asp?nr=${id}`,
  answer: ({ path, query, method, form }, register) => {
    if (path === "/" || path === "/default.asp") return latin(frameset);
    if (path === "/kopf.asp")
      return latin(
        document(
          "Kopf",
          html`<TABLE WIDTH="100%" BGCOLOR="#003366"><TR><TD><FONT COLOR="#FFFFFF" SIZE="5"><B>Kreisblatt online</B></FONT></TD></TR></TABLE>`,
        ),
      );
    if (path === "/menue.asp")
      return latin(
        document(
          "Menü",
          html`<A HREF="liste.asp" TARGET="inhalt">Ausschreibungen</A><BR><A HREF="hinweise.asp" TARGET="inhalt">Hinweise für Bieter</A><BR><A HREF="mailto:kreisblatt@muehlenbrueck.example">E-Mail</A>`,
        ),
      );
    if (path === "/hinweise.asp")
      return latin(
        document(
          "Hinweise",
          html`<H2>Hinweise für Bieter</H2><P>Unterlagen können gegen Vorlage dieser Anzeige angefordert werden. Alle Uhrzeiten in Ortszeit.</P>`,
        ),
      );
    if (path === "/liste.asp") {
      const turned = /^seite\$(\d+)$/.exec(form.get("__EVENTARGUMENT") ?? "");
      return latin(listing(register, method === "POST" ? Number(turned?.[1] ?? 1) : Number(query.get("seite") ?? 1)));
    }
    const notice = path === "/anzeige.asp" ? register.find(Number(query.get("nr"))) : undefined;
    return notice ? latin(detail(notice, register)) : null;
  },
};

/** As old servers send it: the bytes of ISO-8859-1, told in the document only. */
const latin = (body: string): Reply => ({
  headers: { "content-type": "text/html" },
  body: Buffer.from(body.replace(/[–—]/g, "-"), "latin1"),
});

const head = (title: string) =>
  `<HEAD><TITLE>${title}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=iso-8859-1"></HEAD>`;

const frameset = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN"><HTML>${head("Kreisblatt online - Bekanntmachungen")}
<FRAMESET ROWS="70,*" BORDER="0"><FRAME SRC="kopf.asp" NAME="kopf" SCROLLING="no"><FRAMESET COLS="180,*"><FRAME SRC="menue.asp" NAME="menue"><FRAME SRC="liste.asp" NAME="inhalt"></FRAMESET>
<NOFRAMES><BODY>Diese Seite verwendet Frames. <A HREF="liste.asp">Zur Liste</A></BODY></NOFRAMES></FRAMESET></HTML>`;

const document = (title: string, main: Markup) =>
  `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><HTML>${head(html`${title}`.markup)}<BODY BGCOLOR="#FFFFFF" LINK="#003366"><FONT FACE="Arial" SIZE="2">${main.markup}</FONT></BODY></HTML>`;

function listing(register: ProcurementRegister, wanted: number): string {
  const { shown, number, count } = sliceOf(register, wanted);
  const turn = (to: number, text: string) =>
    html`<A HREF="javascript:__doPostBack('gridListe','seite$${to}')">${text}</A>`;
  const cell = (value: string | Markup) => html`<TD VALIGN="top"><FONT SIZE="2">${value}</FONT></TD>`;
  const rows = shown.map((notice, index) => {
    const link = html`<A HREF="javascript:zeige(${notice.id})">${notice.title}</A>${marks[notice.status] && html`<BR><I>${marks[notice.status]}</I>`}`;
    const cells = [
      dottedDate(notice.publishedAt, zone, false),
      link,
      notice.buyer,
      `${dottedDate(notice.deadline, zone)} Uhr`,
    ];
    return html`<TR BGCOLOR="${index % 2 ? "#EEEEEE" : "#FFFFFF"}">${(register.isRedesigned() ? cells.reverse() : cells).map(cell)}</TR>`;
  });
  const names = ["Datum", "Gegenstand", "Stelle", "Ablauf der Frist"];
  const top = (register.isRedesigned() ? names.reverse() : names).map(
    (name) => html`<TD><FONT SIZE="2" COLOR="#FFFFFF"><B>${name}</B></FONT></TD>`,
  );
  return document(
    "Ausschreibungen",
    html`<FORM NAME="Form1" METHOD="post" ACTION="liste.asp"><INPUT TYPE="hidden" NAME="__EVENTTARGET" VALUE=""><INPUT TYPE="hidden" NAME="__EVENTARGUMENT" VALUE=""><INPUT TYPE="hidden" NAME="__VIEWSTATE" VALUE="${Buffer.from(`seite ${number}`).toString("base64")}">
${raw(`<SCRIPT LANGUAGE="JavaScript"><!--
function __doPostBack(ziel, wert) { document.Form1.__EVENTTARGET.value = ziel; document.Form1.__EVENTARGUMENT.value = wert; document.Form1.submit(); }
function zeige(nr) { window.location.href = 'anzeige.asp?nr=' + nr; }
//--></SCRIPT>`)}
<TABLE WIDTH="100%" CELLPADDING="0"><TR><TD><H2>Öffentliche Ausschreibungen</H2></TD></TR><TR><TD><TABLE WIDTH="98%" BORDER="0" CELLSPACING="1" CELLPADDING="3"><TR BGCOLOR="#003366">${top}</TR>${rows}</TABLE></TD></TR>
<TR><TD ALIGN="center">${number > 1 && turn(number - 1, "<< zurück")} Seite ${number} von ${count} ${number < count && turn(number + 1, "weiter >>")}</TD></TR></TABLE></FORM>`,
  );
}

function detail(notice: PortalNotice, register: ProcurementRegister): string {
  const { title, buyer, reference, deadline, status, summary, needs, publishedAt, corrections } = notice;
  const state = {
    open: "",
    closed: "Die Frist ist abgelaufen.",
    cancelled: "Die Ausschreibung wurde aufgehoben.",
    awarded: "Der Auftrag wurde vergeben.",
  }[status];
  const end = `${dottedDate(deadline, zone, false)}, ${clockTime(deadline, zone)} Uhr`;
  const parts: [string, string][] = [
    ["a) Ausschreibende Stelle", buyer],
    ["b) Gegenstand", title],
    ["c) Geschäftszeichen", reference],
    ["d) Umfang", summary],
    ["e) Angebote sind einzureichen bis", end],
    ["f) Bedingungen", needs.join(" ")],
    ["g) Tag der Veröffentlichung", dottedDate(publishedAt, zone, false)],
    ...corrections.map(({ at, what }): [string, string] => [
      "Berichtigung",
      `${events[what]} vom ${dottedDate(at, zone, false)}`,
    ]),
  ];
  const list = register.isRedesigned()
    ? html`${parts.map(([label, value]) => html`<P><B>${label}:</B><BR>${value}</P>`)}`
    : html`<TABLE BORDER="0" CELLPADDING="4">${parts.map(([label, value]) => html`<TR><TD VALIGN="top" WIDTH="200"><FONT SIZE="2"><B>${label}</B></FONT></TD><TD><TABLE><TR><TD><FONT SIZE="2">${value}</FONT></TD></TR></TABLE></TD></TR>`)}</TABLE>`;
  return document(
    `Anzeige ${notice.id}`,
    html`<CENTER><B>Öffentliche Ausschreibung</B></CENTER><BR>${state && html`<FONT COLOR="#CC0000"><B>${state}</B></FONT><BR>`}${list}<BR><A HREF="javascript:history.back()">Zurück</A>`,
  );
}
