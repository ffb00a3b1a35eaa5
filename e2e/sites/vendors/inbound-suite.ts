import { html, type Markup, raw } from "../ground/html";
import {
  adverts,
  type CaseStudy,
  casesOf,
  headcountOf,
  headcounts,
  lostRole,
  praise,
  type Release,
  releasesOf,
  teamOf,
  withdrawn,
} from "./inbound-suite-content";
import { asText, sitemapOf } from "./sitemap";
import { type DayTruth, type Noise, rotated, type SiteDay, type SiteMake } from "./watched-site";

const casePath = ({ slug }: CaseStudy) => `/case-studies/${slug}`;
const pressPath = ({ slug }: Release) => `/press/${slug}`;

/** A maker of loading docks on the content system of a marketing suite: modules in wrappers with long numbers, calls to action that carry the visit, case studies, people and press, amid a banner, advertisements, a chat, a countdown, praise by lot and the time of day. */
export const inboundSuite: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/robots.txt")
      return asText(`User-agent: *\nDisallow: /_hcms/preview/\nSitemap: ${url.origin}/sitemap.xml\n`);
    if (path === "/sitemap.xml") return sitemapOf(url.origin, truth(day).pages, `2026-11-${24 + day}`);
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(...shown, day, noise) } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: ["/", "/case-studies", "/team", "/press", ...casesOf(day).map(casePath), ...releasesOf(day).map(pressPath)],
    records: [
      ...casesOf(day).map((one) => ({
        page: casePath(one),
        title: one.headline,
        values: [one.client, ...one.figures.map(([value]) => value)],
      })),
      ...releasesOf(day).map((one) => ({ page: pressPath(one), title: one.title, values: [one.date, ...one.text] })),
      ...teamOf(day).map(([title, role]) => ({ page: "/team", title, values: role ? [role] : [] })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/team"], value: lostRole }] : [],
    flapping: day >= 2 ? [{ pages: ["/team", "/"], values: [...headcounts] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  if (day === 1)
    return [
      { pages: ["/case-studies/brannoch-dairies", "/case-studies", "/"], was: "34 minutes", is: "29 minutes" },
      { pages: ["/team"], was: "Duncan Farr", is: "Ines Albrecht" },
      { pages: ["/press/kestrel-dock-buys-door-maker", "/press", "/"], is: "Kestrel Dock buys Halvard Doors" },
      { pages: ["/team", "/"], was: headcounts[0], is: headcounts[1] },
    ];
  if (day !== 2) return [];
  return [
    { pages: ["/case-studies", "/"], was: withdrawn },
    { pages: ["/press/third-quarter", "/press", "/"], was: "up by 14 percent", is: "up by 12 percent" },
  ];
}

function bodyOf(path: string, day: SiteDay, noise: Noise): [title: string, modules: Markup[]] | null {
  if (path === "/") return ["Docks, doors and the yard between", home(day, noise)];
  if (path === "/case-studies")
    return [
      "Case studies",
      [
        html`<h1>Case studies</h1>`,
        html`<div class="case-list">${casesOf(day).map((one) => caseCard(one, day, noise))}</div>`,
      ],
    ];
  if (path === "/team") return ["Who we are", people(day)];
  if (path === "/press")
    return [
      "Press",
      [
        html`<h1>Press</h1><p>For journalists: press@kestreldock.invalid</p>`,
        html`<div class="post-listing">${releasesOf(day).map((one) => pressCard(one, day, noise))}</div>`,
      ],
    ];
  const study = casesOf(day).find((one) => casePath(one) === path);
  if (study) return [study.headline, caseStudy(study, day, noise)];
  const release = releasesOf(day).find((one) => pressPath(one) === path);
  return release ? [release.title, pressRelease(release, noise)] : null;
}

const tracked = (path: string, noise: Noise) => `${path}?hsLang=en&__hstc=${noise.token}&__hssc=${noise.turn}`;

function caseCard(one: CaseStudy, day: SiteDay, noise: Noise): Markup {
  const [figure] = one.figures;
  const inner = html`<p class="client">${one.client}</p><h3><a href="${tracked(casePath(one), noise)}">${one.headline}</a></h3>${figure && html`<p class="figure"><b>${figure[0]}</b> ${figure[1]}</p>`}`;
  return day === 3 ? html`<section class="story">${inner}</section>` : html`<div class="case-card">${inner}</div>`;
}

function pressCard(one: Release, day: SiteDay, noise: Noise): Markup {
  const link = html`<a href="${tracked(pressPath(one), noise)}">${one.title}</a>`;
  return day === 3
    ? html`<p class="press-line">${one.date} ${link}</p>`
    : html`<article class="post-item"><span class="date">${one.date}</span><h2>${link}</h2><p>${one.text[0]}</p></article>`;
}

function home(day: SiteDay, noise: Noise): Markup[] {
  const quotes = rotated(praise, noise.turn, 2).map(
    ([words, who]) => html`<div class="slick-slide"><blockquote>${words}</blockquote><cite>${who}</cite></div>`,
  );
  return [
    html`<h1>Everything between the road and the shelf</h1><p>Kestrel Dock builds loading docks, doors and the rules of the yard. ${headcountOf(day)}, and a van near you.</p>`,
    html`<div class="slick-slider testimonials">${quotes}</div>`,
    html`<h2>Case studies</h2><div class="case-list">${casesOf(day).map((one) => caseCard(one, day, noise))}</div>`,
    html`<h2>Latest press</h2><div class="post-listing">${releasesOf(day)
      .slice(0, 2)
      .map((one) => pressCard(one, day, noise))}</div>`,
  ];
}

function people(day: SiteDay): Markup[] {
  const cards = teamOf(day).map(([name, role]) =>
    day === 3
      ? html`<li><b>${name}</b><i>${role}</i></li>`
      : html`<div class="team-card"><img src="/hubfs/team/${name.split(" ")[0]?.toLowerCase()}.jpg" alt="${name}"><h4>${name}</h4><p>${role}</p></div>`,
  );
  return [
    html`<h1>Who we are</h1><p>${headcountOf(day)}.</p>`,
    day === 3 ? html`<ul class="people">${cards}</ul>` : html`<div class="team-grid">${cards}</div>`,
  ];
}

function caseStudy(one: CaseStudy, day: SiteDay, noise: Noise): Markup[] {
  const others = casesOf(0).filter(({ slug, until }) => slug !== one.slug && until === 3);
  const figures = one.figures.map(([value, label]) =>
    day === 3
      ? html`<p><b>${value}</b> ${label}</p>`
      : html`<div class="stat"><span class="stat-value">${value}</span><span class="stat-label">${label}</span></div>`,
  );
  return [
    html`<p class="client">${one.client}</p><h1>${one.headline}</h1><p class="meta">${noise.visitors} people are reading this</p>`,
    html`<div class="stats">${figures}</div>`,
    html`${one.text.map((text) => html`<p>${text}</p>`)}`,
    html`<div class="related"><h4>You may also like</h4>${rotated(others, noise.turn, 1).map((other) => html`<a href="${tracked(casePath(other), noise)}">${other.client}</a>`)}</div>`,
  ];
}

const pressRelease = (one: Release, noise: Noise): Markup[] => [
  html`<p class="date">${one.date}</p><h1>${one.title}</h1>`,
  html`${one.text.map((text) => html`<p>${text}</p>`)}`,
  html`<p class="share">Shared ${noise.visitors} times</p>`,
];

/** Announcements that are others at each visit, one of them between the modules. */
function advert(noise: Noise): Markup {
  const [[name, text] = ["", ""]] = rotated(adverts, noise.turn, 1);
  return html`<aside class="ad-slot" id="div-gpt-ad-${noise.turn}" data-google-query-id="${noise.token}"><small>Advertisement</small><a href="https://ads.invalid/click?cid=${noise.token}" rel="sponsored nofollow">${name}</a><p>${text}</p></aside>`;
}

const moduleOf = (inner: Markup, index: number, noise: Noise, day: SiteDay): Markup =>
  day === 3
    ? html`<section class="module m-${noise.build}-${index}">${inner}</section>`
    : html`<div class="row-fluid-wrapper row-depth-1 row-number-${index + 1}"><div class="span12 widget-span widget-type-custom_widget"><div id="hs_cos_wrapper_widget_17325${index}${noise.turn}" class="hs_cos_wrapper hs_cos_wrapper_widget hs_cos_wrapper_type_module" data-hs-cos-general-type="widget" data-hs-cos-type="module">${inner}</div></div></div>`;

function frame(title: string, modules: Markup[], day: SiteDay, noise: Noise): string {
  const parts = modules.map((inner, index) => moduleOf(inner, index, noise, day));
  const body = noise.isVariant ? [...parts.slice(0, 1), advert(noise), ...parts.slice(1)] : [...parts, advert(noise)];
  const menu = [
    ["/case-studies", "Case studies"],
    ["/team", "Who we are"],
    ["/press", "Press"],
  ].map(([href = "", text]) => html`<li class="hs-menu-item"><a href="${tracked(href, noise)}">${text}</a></li>`);
  const two = (value: number) => String(value % 60).padStart(2, "0");
  const clock = html`<p class="clock">It is ${two(noise.turn % 24)}:${two(noise.turn)}:${two(noise.visitors)} in Leith. Our next webinar begins in ${two(noise.visitors % 24)}:${two(noise.turn * 7)}:${two(noise.visitors)}.</p>`;
  const banner = html`<div id="hs-eu-cookie-confirmation" role="dialog"><p>${noise.isVariant ? "This website stores cookies on your computer to improve your experience." : "We would like to use cookies. You may decline, and we shall not ask again today."}</p><a id="hs-eu-confirmation-button">Accept</a><a id="hs-eu-decline-button">Decline</a></div>`;
  const chat = html`<div id="hubspot-messages-iframe-container"><p>${noise.isVariant ? "Hi! Got a dock that leaks?" : "Ask Fiona. She is online."}</p></div>`;
  const call = html`<span class="hs-cta-wrapper" id="hs-cta-wrapper-${noise.token}"><a class="cta_button" href="/cs/c/?cta_guid=${noise.token}&signature=${noise.token}">${noise.isVariant ? "Book a survey" : "Ask for a survey"}</a></span>`;
  const inner =
    day === 3
      ? html`<div class="wrap"><div class="wrap__main">${body}</div><div class="wrap__side"><a href="/">Kestrel Dock</a><ul>${menu}</ul>${call}</div></div>`
      : html`<div class="header-container-wrapper"><div class="header-container"><a href="/" class="hs-image-widget"><img src="/hubfs/logo.svg" alt="Kestrel Dock"></a><ul role="menu">${menu}</ul>${call}</div></div><div class="body-container-wrapper"><div class="body-container">${body}</div></div>`;
  return html`${raw("<!doctype html>")}<html lang="en" class="no-js"><head><meta charset="utf-8"><title>${title} - Kestrel Dock</title><meta name="generator" content="HubSpot"><script>var hsVars = {"portal_id": 4410${noise.turn}, "request_id": "${noise.token}"};</script></head><body class="hs-site-page page build-${noise.build}">${banner}${inner}<div class="footer-container"><p>© 2026 Kestrel Dock Ltd</p>${clock}<p>Last visitor from Leith: ${noise.ago}</p></div>${chat}</body></html>`
    .markup;
}
