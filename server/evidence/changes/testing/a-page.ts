import type { CapturedPage } from "../comparison";

export const policy = `
  <h1>Delivery terms</h1>
  <p>Last updated: 3 March 2026</p>
  <p>We deliver to every address in the country, as our <a href="/zones">list of zones</a> says.</p>
  <h2 id="returns">Returns</h2>
  <p>You may return goods within 30 days of delivery. We pay "freight", and you don't.</p>
  <ul><li>Unopened boxes</li><li>Labels on the outside</li><li>A copy of the invoice</li></ul>
  <h2 id="storage">Storage</h2>
  <p>Cookies, maintenance and a captcha are mentioned here because policies do that. We keep parcels for two weeks.</p>
  <table><tr><th>Zone</th><th>Days</th></tr><tr><td>North</td><td>2</td></tr><tr><td>South</td><td>4</td></tr></table>
  <h2>Contact</h2>
  <p>Write to the office, or read the <a href="https://example.org/guide/">guide</a> first; the desk is open from Monday on.</p>`;

/** A page of a shop, with the frame that pages have around `content`. */
export function aPage(content = policy, frame: { before?: string; after?: string; head?: string } = {}): CapturedPage {
  return {
    url: "https://shop.test/terms",
    html: `<!doctype html><html lang="en"><head><title>Delivery terms</title>${frame.head ?? ""}</head><body>${frame.before ?? ""}
      <header><a href="/">Shop</a></header><nav><a href="/a">Goods</a><a href="/b">Prices</a></nav>
      <main>${content}</main><footer>Shop Ltd, Harbour Street 1</footer>${frame.after ?? ""}</body></html>`,
  };
}

export const prices = `
  <h1>Prices</h1>
  <div class="plan"><h3>Starter plan</h3><p>$19</p><ul><li>3 seats</li><li>Mail support</li></ul></div>
  <div class="plan recommended"><h3>Team plan</h3><p>$49</p><ul><li>10 seats</li><li>Phone support</li></ul></div>
  <div class="plan"><h3>Firm plan</h3><p>Contact us</p><ul><li>Unlimited seats</li></ul></div>`;

/** The page with some of its words exchanged. */
export function withIn(from: string, to: string, content = policy): CapturedPage {
  if (!content.includes(from)) throw new Error(`the page does not hold ${from}`);
  return aPage(content.replace(from, to));
}

/** The page with something more in the middle of its text. */
export function added(html: string): CapturedPage {
  const end = "on.</p>";
  return withIn(end, `${end}${html}`);
}
