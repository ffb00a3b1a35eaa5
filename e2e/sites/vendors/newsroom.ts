import { html, type Markup, raw } from "../ground/html";
import { type Report, reportsOf, standfirsts } from "./newsroom-content";
import { asJson, type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const perLoad = 6;
const pathOf = ({ slug, section }: Report) => `/${section}/${slug}`;
const sections = ["rail", "ports", "roads"];

/** A trade paper: headlines that load on while one scrolls, days told in Open Graph and as an age, sections without paging, promotions between the headlines. */
export const newsroom: SiteMake = {
  pasted: "/",
  answer: ({ path, query, url }, day, noise) => {
    const reports = reportsOf(day);
    if (path === "/ajax/river") {
      const offset = Number(query.get("offset")) || 0;
      const items = reports.slice(offset, offset + perLoad);
      return asJson({
        html: html`${items.map((one) => item(one, day, noise))}`.markup,
        next: offset + perLoad < reports.length ? offset + perLoad : null,
      });
    }
    const shown = bodyOf(path, reports, day, noise);
    return shown ? { body: frame(shown, url.origin + path, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  const reports = reportsOf(day === 2 ? 1 : day);
  const at = (slug: string) => reports.filter((one) => one.slug === slug).map(pathOf);
  return {
    pages: ["/", ...sections.map((name) => `/${name}`), "/about", ...reports.map(pathOf)],
    records: reports.map((one) => ({ page: pathOf(one), title: one.title, values: [one.author, one.date] })),
    changes:
      day === 1
        ? [
            { pages: at("night-freight-returns"), was: "14 trains a week", is: "41 trains a week" },
            {
              pages: ["/", "/ports", ...at("crane-strike-ends")],
              was: "Crane strike goes into third week",
              is: "Crane strike ends after third week",
            },
            { pages: ["/", "/roads"], is: "Salt stores are full, for once" },
            { pages: ["/", "/rail"], was: "Station clock to be auctioned" },
          ]
        : [],
    emptied: day === 2 ? [{ pages: at("tunnel-boring-pauses"), value: "Oona Prescott" }] : [],
    flapping: day >= 2 ? [{ pages: ["/", "/ports", ...at("ferry-fuel-trial")], values: [...standfirsts] }] : [],
  };
}

interface Shown {
  title: string;
  main: Markup;
  report?: Report;
}

function bodyOf(path: string, reports: Report[], day: SiteDay, noise: Noise): Shown | null {
  if (path === "/")
    return {
      title: "Axle & Quay",
      main: html`<h1 class="visually-hidden">Latest</h1><div id="river" data-offset="${perLoad}">${reports.slice(0, perLoad).map((one) => item(one, day, noise))}</div><div id="sentinel" class="spinner" aria-hidden="true"></div>`,
    };
  if (path === "/about")
    return {
      title: "About us",
      main: html`<h1>About us</h1><p>Axle &amp; Quay reports on what moves and on what stands still. It is written by nine people in Hull and read in sixty countries.</p>`,
    };
  const section = sections.find((name) => path === `/${name}`);
  if (section)
    return {
      title: section,
      main: html`<h1>${section.charAt(0).toUpperCase()}${section.slice(1)}</h1>${reports.filter((one) => one.section === section).map((one) => item(one, day, noise))}`,
    };
  const report = reports.find((one) => pathOf(one) === path);
  return report ? { title: report.title, main: single(report, reports, day, noise), report } : null;
}

function item(one: Report, day: SiteDay, noise: Noise): Markup {
  const advert =
    (noise.turn + one.slug.length) % 7 === 0
      ? html`<div class="promo" data-slot="${noise.token}"><span>Promoted</span> <a href="https://promo.invalid/${noise.token}" rel="sponsored">Tyres that last</a></div>`
      : "";
  return day === 3
    ? html`<div class="river-item"><a class="river-link" href="${pathOf(one)}"><span class="headline">${one.title}</span></a><p>${one.standfirst}</p></div>${advert}`
    : html`<article class="teaser"><a href="${pathOf(one)}"><img src="/i/${one.slug}.jpg?w=320" alt=""></a><div><h2 class="teaser__title"><a href="${pathOf(one)}">${one.title}</a></h2><p class="teaser__standfirst">${one.standfirst}</p></div></article>${advert}`;
}

function single(one: Report, reports: Report[], day: SiteDay, noise: Noise): Markup {
  const byline = day === 2 && one.slug === "tunnel-boring-pauses" ? "" : one.author;
  const text = one.text.map((words) => html`<p>${words}</p>`);
  const share = html`<ul class="share"><li><a href="https://social.invalid/?u=${one.slug}&amp;t=${noise.token}">Share</a></li><li>${noise.turn} shares</li></ul>`;
  const also = html`<aside class="most-read"><h2>Most read</h2><ol>${rotated(reports, noise.turn, 5).map((other) => html`<li><a href="${pathOf(other)}?ref=mostread">${other.title}</a></li>`)}</ol></aside>`;
  return day === 3
    ? html`<main class="story"><h1>${one.title}</h1><p class="dek">${one.standfirst}</p><p class="credits">By <b>${byline}</b></p><section>${text}</section>${share}</main>${also}`
    : html`<article class="article"><header><h1 class="article__title">${one.title}</h1><p class="article__standfirst">${one.standfirst}</p><p class="byline">By <a rel="author" href="/about">${byline}</a> <span class="age">Updated ${noise.ago}</span></p></header>${share}<div class="article__body">${text}</div></article>${also}`;
}

const script = raw(`<script>
const river = document.getElementById("river"), end = document.getElementById("sentinel");
if (river) { let isBusy = false; const eye = new IntersectionObserver(async (seen) => {
  if (isBusy || !seen.some((one) => one.isIntersecting)) return; isBusy = true;
  const { html, next } = await (await fetch("/ajax/river?offset=" + river.dataset.offset)).json();
  river.insertAdjacentHTML("beforeend", html); isBusy = false;
  if (next === null) { eye.disconnect(); end.remove(); } else { river.dataset.offset = next; eye.unobserve(end); eye.observe(end); }
}, { rootMargin: "200px" }); eye.observe(end); }
</script>`);

function frame({ title, main, report }: Shown, address: string, day: SiteDay, noise: Noise): string {
  const graph: [string, string][] = [
    ["og:site_name", "Axle & Quay"],
    ["og:title", title],
    ["og:type", report ? "article" : "website"],
    ["og:url", address],
  ];
  if (report)
    graph.push(
      ["og:description", report.standfirst],
      ["article:published_time", `${report.date}T06:30:00Z`],
      ["article:section", report.section],
    );
  const menu = sections.map((name) => html`<a href="/${name}">${name.charAt(0).toUpperCase()}${name.slice(1)}</a> `);
  return html`${raw("<!doctype html>")}<html lang="en-GB" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8"><title>${title}${report ? " | Axle & Quay" : ""}</title>${graph.map(([property, content]) => html`<meta property="${property}" content="${content}">`)}<script>dataLayer=[{pv:"${noise.token}",build:"${noise.build}"}]</script></head><body class="${day === 3 ? "b3" : "b2"}"><div class="bar"><a class="masthead" href="/">Axle &amp; Quay</a><nav>${menu}<a href="/about">About us</a></nav><span class="ticker">Brent ${80 + (noise.turn % 9)}.${noise.turn % 10}</span></div>${main}<div class="foot">© Axle &amp; Quay Press ${noise.isVariant ? "· Subscribe for £4 a month" : "· Try it for a month"}</div>${script}</body></html>`
    .markup;
}
