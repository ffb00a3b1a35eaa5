import { html, type Markup, raw } from "../ground/html";
import { seededRandom } from "../ground/random";
import {
  bannerOf,
  type Component,
  componentsOf,
  type Incident,
  incidentsOf,
  lostPlace,
  probes,
  probesOf,
} from "./status-page-content";
import type { DayTruth, Noise, SiteDay, SiteMake } from "./watched-site";

const pathOf = ({ id }: Incident) => `/incidents/${id}`;
const dayMs = 86_400_000;
const shownDay = (at: Date | string, withYear = true) =>
  new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    ...(withYear ? { year: "numeric" } : {}),
    timeZone: "UTC",
  }).format(new Date(at));
const isPlanned = ({ impact }: Incident) => impact === "Maintenance";

/** A status page as a well-known service hosts it: components with their states, the last days one by one though nothing happened on them, ninety bars for ninety days, incidents whose updates stand newest first, a history by month. */
export const statusPage: SiteMake = {
  pasted: "/",
  answer: ({ path, url }, day, noise) => {
    if (path === "/history.rss") return feed(url.origin, day);
    const shown = bodyOf(path, day, noise);
    return shown ? { body: frame(shown, day, noise), headers: { "x-request-id": noise.token } } : null;
  },
  truth,
};

function truth(day: SiteDay): DayTruth {
  return {
    pages: ["/", "/history", ...incidentsOf(day).map(pathOf)],
    records: [
      ...componentsOf(day === 2 ? 3 : day).map(({ name, state, where }) => ({
        page: "/",
        title: name,
        values: [state, where],
      })),
      ...incidentsOf(day).map((one) => ({
        page: pathOf(one),
        title: one.title,
        values: [one.impact, ...one.updates.map(({ text }) => text)],
      })),
    ],
    changes: changesOf(day),
    emptied: day === 2 ? [{ pages: ["/"], value: lostPlace }] : [],
    flapping: day >= 2 ? [{ pages: ["/"], values: [...probes] }] : [],
  };
}

function changesOf(day: SiteDay): DayTruth["changes"] {
  const slow = "/incidents/m4x8w2tq";
  if (day === 1)
    return [
      { pages: ["/"], was: "Every service is up", is: "Some parcels wait" },
      { pages: ["/"], was: "Operational", is: "Slower than usual" },
      { pages: [slow, "/", "/history"], is: "Slow answers of the rates interface" },
      { pages: ["/"], was: probes[0], is: probes[1] },
    ];
  if (day === 2)
    return [
      { pages: ["/"], was: "Some parcels wait", is: "Every service is up" },
      { pages: ["/"], was: "Slower than usual", is: "Operational" },
      { pages: [slow, "/", "/history"], is: "The cache was rebuilt overnight" },
      { pages: ["/"], is: "Locker network" },
      { pages: ["/incidents/c0v6n9ra", "/", "/history"], is: "Move of the tracking database" },
    ];
  return [];
}

interface Shown {
  title: string;
  main: Markup;
}

function bodyOf(path: string, day: SiteDay, noise: Noise): Shown | null {
  if (path === "/") return { title: "Status", main: overview(day, noise) };
  if (path === "/history") return { title: "Incident history", main: history(day) };
  const one = incidentsOf(day).find((incident) => pathOf(incident) === path);
  if (!one) return null;
  const head = html`<h1 class="incident-name">${one.title}</h1>`;
  const kind = html`<div class="impact">${isPlanned(one) ? one.impact : html`${one.impact} impact`}</div>`;
  return {
    title: one.title,
    main: html`${day === 3 ? html`${kind}${head}` : html`${head}${kind}`}${updates(one, day)}<a href="/history">Incident history</a>`,
  };
}

function updates(one: Incident, day: SiteDay): Markup {
  if (day === 3)
    return html`<ol class="tl">${one.updates.map(({ state, at, text }) => html`<li><p>${text}</p><footer><b>${state}</b> ${shownDay(one.day, false)}, ${at}</footer></li>`)}</ol>`;
  return html`<div class="updates-container">${one.updates.map(({ state, at, text }) => html`<div class="row update-row"><div class="update-title">${state}</div><div class="update-body"><span class="whitespace-pre-wrap">${text}</span><div class="update-timestamp">${isPlanned(one) ? "Planned for" : "Posted"} ${shownDay(one.day)} - <var>${at}</var></div></div></div>`)}</div>`;
}

/** Bars say something to the eye and to a pointer; what they say moves on every night. */
function bars({ name }: Component, day: SiteDay): Markup {
  const random = seededRandom(name.length * 131 + day);
  return html`<svg class="availability-time-line-graphic" height="34" viewBox="0 0 448 34">${Array.from({ length: 90 }, (_, index) => html`<rect height="34" width="3" y="0" x="${index * 5}" fill="${random() < 0.02 ? "#c8921c" : "#2e9e5b"}" data-tooltip="${shownDay(new Date(Date.UTC(2026, 10, 25 + day - 89 + index)))}"></rect>`)}</svg>`;
}

function component(one: Component, day: SiteDay): Markup {
  if (day === 3)
    return html`<tr><td>${one.where}</td><td><strong>${one.name}</strong></td><td><span class="st">${one.state}</span></td></tr>`;
  return html`<div class="component-container border-color" data-component-id="${one.name.length}kq"><div class="component-inner-container"><span class="name">${one.name}</span><span class="tooltip-base tool" title="Served from">?</span><span class="component-where">${one.where}</span><span class="component-status" title="">${one.state}</span><div class="shared-partial uptime-90-days-wrapper">${bars(one, day)}<div class="legend"><div>90 days ago</div><div>Today</div></div></div></div></div>`;
}

function overview(day: SiteDay, noise: Noise): Markup {
  const all = incidentsOf(day);
  const planned = all.filter(isPlanned);
  const list = componentsOf(day).map((one) => component(one, day));
  const days = Array.from({ length: 5 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, 25 + day) - index * dayMs);
    const here = all.filter((one) => !isPlanned(one) && one.day === at.toISOString().slice(0, 10));
    return html`<div class="status-day${here.length === 0 ? " no-incidents" : ""}"><div class="date">${shownDay(at)}</div>${here.length === 0 ? html`<p class="color-secondary">No incidents reported.</p>` : here.map((one) => html`<div class="incident-container"><div class="incident-title"><a href="${pathOf(one)}">${one.title}</a></div>${updates(one, day)}</div>`)}</div>`;
  });
  const maintenance =
    planned.length > 0 &&
    html`<div class="scheduled"><h2>Scheduled</h2>${planned.map((one) => html`<div class="scheduled-item"><a href="${pathOf(one)}">${one.title}</a><div>${shownDay(one.day)}, ${one.updates[0]?.at}</div></div>`)}</div>`;
  const parts = [
    html`<div class="page-status"><span class="status font-large">${bannerOf(day)}</span><span class="last-updated-stamp">Last checked ${noise.ago}</span></div>`,
    html`<p class="page-about">We look at every service ${probesOf(day)}, twice a minute.</p>`,
    day === 3
      ? html`<table class="cmp"><tbody>${list}</tbody></table>`
      : html`<div class="components-section"><div class="components-container">${list}</div></div>`,
    maintenance || html``,
    html`<div class="incidents-list"><h2>Past incidents</h2>${days}<a href="/history">Incident history</a></div>`,
  ];
  return html`${day === 3 ? [parts[0], parts[3], parts[4], parts[2], parts[1]] : parts}`;
}

function history(day: SiteDay): Markup {
  const months = ["2026-12", "2026-11", "2026-10"];
  const name = (month: string) =>
    new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(
      new Date(`${month}-01`),
    );
  const inMonth = (month: string) => incidentsOf(day).filter((one) => one.day.startsWith(month));
  const line = (one: Incident) =>
    day === 3
      ? html`<li>${shownDay(one.day, false)} <a href="${pathOf(one)}">${one.title}</a> ${one.updates[0]?.text}</li>`
      : html`<div class="incident-data"><a class="incident-title" href="${pathOf(one)}">${one.title}</a><div class="message">${one.updates[0]?.text}</div><div class="secondary">${shownDay(one.day)}, ${one.updates.at(-1)?.at}</div></div>`;
  return html`<h1>Incident history</h1>${months
    .filter((month) => inMonth(month).length > 0)
    .map((month) => html`<section class="month"><h3>${name(month)}</h3>${inMonth(month).map(line)}</section>`)}`;
}

function feed(origin: string, day: SiteDay) {
  const items = incidentsOf(day).map(
    (one) =>
      html`<item><title>${one.title}</title><link>${origin}${pathOf(one)}</link><guid>${origin}${pathOf(one)}</guid><description>${one.updates[0]?.text}</description></item>`,
  );
  return {
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
    body: html`${raw('<?xml version="1.0" encoding="UTF-8"?>')}<rss version="2.0"><channel><title>Parcelway status</title><link>${origin}/</link><description>Incidents</description>${items}</channel></rss>`
      .markup,
  };
}

function frame({ title, main }: Shown, day: SiteDay, noise: Noise): string {
  const css = day === 3 ? `/next/${noise.build}.css` : `/packs/status-${noise.build}.css`;
  const subscribe = html`<div class="subscribe"><button>Subscribe to updates</button><form action="/subscriptions" method="post"><input type="hidden" name="authenticity_token" value="${noise.token}"><input type="email" name="email" placeholder="Email address"></form></div>`;
  return html`${raw("<!DOCTYPE html>")}<html lang="en"><head><meta charset="utf-8"><title>${title} - Parcelway</title><link rel="alternate" type="application/rss+xml" href="/history.rss"><link rel="stylesheet" href="${css}"><meta name="csrf-token" content="${noise.token}"></head><body class="status index"><div class="masthead"><a class="logo" href="/">Parcelway</a>${subscribe}</div><div class="container">${main}</div><div class="page-footer"><span>Powered by a status page service</span> <span>${noise.isVariant ? "Times are shown in UTC." : "All times in UTC."}</span> <a href="https://parcelway.invalid/?visit=${noise.token}">parcelway.invalid</a></div></body></html>`
    .markup;
}
