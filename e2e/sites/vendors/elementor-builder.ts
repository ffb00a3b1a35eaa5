import { html, type Markup, raw } from "../ground/html";
import type { SiteDay } from "./watched-site";

/** A widget of the page builder; after the redesign the same within blocks of the publishing system. */
const widget = (kind: string, inner: Markup) =>
  html`<div class="elementor-element elementor-element-${idOf(kind, inner)} elementor-widget elementor-widget-${kind}" data-id="${idOf(kind, inner)}" data-element_type="widget" data-widget_type="${kind}.default"><div class="elementor-widget-container">${inner}</div></div>`;
const idOf = (kind: string, { markup }: Markup) =>
  [...`${kind}${markup}`]
    .reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7)
    .toString(16)
    .slice(0, 7);
const column = (share: number, inner: Markup | Markup[]) =>
  html`<div class="elementor-column elementor-col-${share} elementor-top-column elementor-element" data-element_type="column"><div class="elementor-widget-wrap elementor-element-populated">${inner}</div></div>`;
const section = (columns: Markup | Markup[]) =>
  html`<section class="elementor-section elementor-top-section elementor-element elementor-section-boxed elementor-section-height-default" data-element_type="section" data-settings="{&quot;background_background&quot;:&quot;classic&quot;}"><div class="elementor-background-overlay"></div><div class="elementor-container elementor-column-gap-default">${raw("\n\t\t\t")}${columns}</div></section>`;
const heading = (text: string, level: "h1" | "h2" | "h3") =>
  widget(
    "heading",
    html`${raw(`<${level} class="elementor-heading-title elementor-size-default">`)}${text}${raw(`</${level}>`)}`,
  );

/** What stands on a page, built in the way of the day. */
export const built = (day: SiteDay, title: string, parts: Markup[], share = 100): Markup =>
  day === 3
    ? html`<div class="wp-block-group alignfull has-global-padding is-layout-constrained"><h1 class="wp-block-heading has-xx-large-font-size">${title}</h1>${parts.map((part) => html`<div class="wp-block-column is-layout-flow">${part}</div>`)}</div>`
    : html`<div data-elementor-type="wp-page" data-elementor-id="${title.length * 17}" class="elementor elementor-${title.length * 17}">${section(column(100, heading(title, "h1")))}${section(parts.map((part) => column(share, widget("text-editor", part))))}</div>`;
