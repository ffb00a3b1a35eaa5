import { describe, expect, test } from "vitest";
import { assessCapture } from "./assess-capture";

const url = "https://shop.test/terms/delivery";
const text =
  "We deliver to every address in the country within two days and say so on each parcel that leaves. ".repeat(12);

interface Parts {
  title?: string;
  head?: string;
  status?: number;
  finalUrl?: string;
  asked?: string;
}
function assess(
  body: string,
  { title = "Delivery", head = "", status = 200, finalUrl = url, asked = url }: Parts = {},
  words?: number,
) {
  const html = `<!doctype html><html><head><title>${title}</title>${head}</head><body><nav><a href="/">Shop</a></nav>${body}<footer>Shop Ltd</footer></body></html>`;
  const lastGood = words === undefined ? undefined : { words, title: "Delivery", url };
  return assessCapture({ url: asked, finalUrl, status, html }, lastGood);
}

describe("what is not the page is known as such", () => {
  test.each([
    ["Just a moment...", "<p>Checking your browser before accessing shop.test</p>"],
    ["Sicherheitsüberprüfung", "<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p>"],
    ["Shop", "<h1>Vérification de sécurité</h1><p>Cochez la case.</p>"],
    ["Shop", "<h1>Verifica que eres humano</h1>"],
    ["Shop", "<h1>Pardon our interruption</h1><p>Something about your browser made us think you were a bot.</p>"],
    ["Access denied", "<p>You don't have permission to access this page on this server.</p>"],
  ])("a bot wall: %s %s", (title, body) => expect(assess(body, { title }).health).toBe("captcha"));

  test("a bot check told by its own names, whatever it says", () => {
    expect(
      assess(`<div id="cf-chl-widget-1"></div><script>window._cf_chl_opt={}</script><p>shop.test</p>`).health,
    ).toBe("captcha");
    expect(assess(`<form action="/go"><div class="g-recaptcha"></div></form>`, { status: 403 })).toMatchObject({
      health: "captcha",
      reason: expect.stringContaining("CAPTCHA"),
    });
  });

  test.each([
    ["We'll be right back", "<h1>We are currently down for maintenance</h1><p>Back at noon.</p>"],
    ["Wartungsarbeiten", "<p>Unser Angebot ist bald wieder da.</p>"],
    ["Wartung der Plattform", "<p>Wir sind um acht Uhr zurück.</p>"],
    ["Shop", "<h1>Site en maintenance</h1><p>Merci de votre patience.</p>"],
    ["Shop", "<h1>En mantenimiento</h1><p>Volvemos pronto.</p>"],
    ["Shop", "<h1>The site is temporarily unavailable due to maintenance.</h1>"],
  ])("maintenance: %s %s", (title, body) => {
    expect(assess(body, { title }).health).toBe("maintenance");
    expect(assess(body, { title, status: 503 }).health).toBe("maintenance");
  });

  test.each([
    ["Wartung der medizinischen Gasversorgung", "<h1>Wartung der medizinischen Gasversorgung</h1><p>Laufend</p>"],
    [
      "Maintenance programmée",
      "<h1>Maintenance programmée des ascenseurs</h1><dl><dt>Acheteur</dt><dd>Ville</dd><dt>Référence</dt><dd>26-4</dd><dt>Date limite</dt><dd>9 mars 2031</dd></dl>",
    ],
  ])("a tender about maintenance is no maintenance: %s", (title, body) => {
    expect(assess(body, { title }).health).toBe("good");
  });

  test.each([
    ["Page not found", "<p>Try the search.</p>"],
    ["404", "<p>Nothing.</p>"],
    ["Shop", "<h1>Oops! We couldn't find that page</h1>"],
    ["Shop", "<h1>The page you are looking for does not exist</h1>"],
    ["Shop", "<h1>This job is no longer available.</h1><p>See our other jobs.</p>"],
    ["Shop", "<h1>This opening is no longer open</h1><p>All openings</p>"],
    ["Shop", "<h1>Diese Stelle ist leider bereits besetzt</h1>"],
    ["Shop", "<h1>Cette offre d’emploi n’est plus disponible</h1>"],
    ["Shop", "<h1>This job isn’t available</h1>"],
    ["Shop", "<h1>This vacancy has already been filled</h1>"],
    ["Shop", "<h1>The page you requested can’t be found</h1>"],
    ["Seite nicht gefunden", "<p>Zur Startseite</p>"],
    ["Shop", "<h1>Page introuvable</h1>"],
    ["Shop", "<h1>Página no encontrada</h1>"],
  ])("a missing page that answers 200: %s %s", (title, body) =>
    expect(assess(body, { title }).health).toBe("soft_404"),
  );

  test("so is one whose only sentence stands below the site's name, unless the page has a heading of its own", () => {
    const gone = "The job description you are trying to view is no longer available.";
    const page = (heading: string) =>
      assess(
        `<div>Averil Hospitals: working with us</div>${heading}<div><span>${gone}</span><p>Search again</p></div>`,
      );
    expect(page("").health).toBe("soft_404");
    expect(page("<h1>Red kettle</h1>").health).toBe("good");
  });

  test("a page that now leads to the home page is missing", () => {
    const home = { title: "Shop", finalUrl: "https://shop.test/" };
    expect(assess(`<main><p>${text}</p></main>`, home, 200).health).toBe("soft_404");
  });

  test.each([
    ["Internal Server Error", ""],
    ["Shop", "<h1>Something went wrong</h1><p>Try again later.</p>"],
    ["Shop", "<h1>Error establishing a database connection</h1>"],
    ["Shop", "<h1>Interner Serverfehler</h1>"],
    ["Shop", "<h1>Une erreur est survenue</h1>"],
    ["Shop", "<h1>Se ha producido un error</h1>"],
  ])("an error that answers 200: %s %s", (title, body) =>
    expect(assess(body || "<p>500</p>", { title }).health).toBe("error_page"),
  );

  test("an answer that is an error is one, whatever the page says", () => {
    expect(assess(`<p>${text}</p>`, { status: 500 }).health).toBe("error_page");
    expect(assess(`<p>${text}</p>`, { status: 404 })).toMatchObject({
      health: "error_page",
      reason: expect.stringContaining("404"),
    });
  });

  test.each([
    ["Sign in", `<form><input name="u"><input type="password"></form>`],
    ["Anmelden | Shop", `<form><input type="password"></form>`],
    ["Connexion", `<form><input type="password"></form>`],
    ["Iniciar sesión", `<form><input type="password"></form>`],
    ["Shop", "<h1>You must be logged in to view this page</h1>"],
  ])("a login wall: %s", (title, body) => expect(assess(body, { title }).health).toBe("login_wall"));

  test("a redirect to a sign-in form is a login wall, whatever it is called", () => {
    const sent = { title: "Shop", finalUrl: "https://shop.test/users/sign-in?next=/terms" };
    expect(assess(`<h1>Welcome back</h1><form><input type="password"></form>`, sent).health).toBe("login_wall");
  });

  test.each([
    ["You should be redirected quickly", "<p>Or click here.</p>", ""],
    ["Moved", "<p>Here now.</p>", `<meta http-equiv="refresh" content="0; url=/new">`],
    ["Shop", `<script>window.location.href = "/new"</script>`, ""],
    ["Weiterleitung", "<p>Einen Augenblick.</p>", ""],
  ])("a page that only leads on: %s", (title, body, head) => expect(assess(body, { title, head }).health).toBe("stub"));

  test.each([
    `<div id="root"></div><script src="/app.js"></script>`,
    `<div id="__next"><p>Loading…</p></div><script src="/app.js"></script>`,
    `<app-root></app-root><script src="/main.js"></script>`,
    `<noscript>You need to enable JavaScript to run this app.</noscript><div class="x"></div><script src="/app.js"></script>`,
    `<main></main><script src="/app.js"></script>`,
    `<div id="app"></div><script src="https://www.recaptcha.test/recaptcha/api.js"></script>`,
    `<p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>`,
    `<section id="board-host"><p>Loading the bidding service…</p></section><script defer src="/b.js"></script>`,
    `<section><p>Inhalte werden geladen</p></section><script defer src="/b.js"></script>`,
  ])("a page that its scripts write: %s", (body) => expect(assess(body).health).toBe("needs_browser"));

  test("a whole page around one part that is still to come is written by its scripts, a long text beside such a part is not", () => {
    const around = (text: string) =>
      `<main><h1>Opportunities</h1><p>Contracts of the city and its harbour. Nobody has to register.</p>${text}<div data-finder><p>Loading opportunities</p></div></main><script src="/f.js"></script>`;
    const judged = (text: string, isShown = false) =>
      assessCapture({ url, finalUrl: url, status: 200, html: around(text), isShown }).health;
    expect([judged(""), judged("", true)]).toEqual(["needs_browser", "good"]);
    expect(judged(`<p>${"Each of them is told here in full. ".repeat(20)}</p>`)).toBe("good");
    const bays = "<main><h1>Docks</h1><p>Loading bays are open at night.</p></main><script src='/f.js'></script>";
    expect(assessCapture({ url, finalUrl: url, status: 200, html: bays }).health).toBe("good");
  });

  test("what a browser has shown is the page, however short and whatever it tells readers without scripts", () => {
    const html = `<noscript>Please enable JavaScript.</noscript><div id="x"><h1>Where we are</h1><p>Ashby, Mill Lane 4</p></div><script src="/app.js"></script>`;
    const judged = (isShown: boolean) => assessCapture({ url, finalUrl: url, status: 200, html, isShown }).health;
    expect([judged(false), judged(true)]).toEqual(["needs_browser", "good"]);
    const empty = `<div id="root"></div><script src="/app.js"></script>`;
    expect(assessCapture({ url, finalUrl: url, status: 200, html: empty, isShown: true }).health).toBe("needs_browser");
  });

  test.each([
    [
      true,
      `<main><h1>Work with us</h1><p>We mend bells.</p><div id="jobBoard"></div></main><script src="/b.js"></script>`,
    ],
    [true, `<h1>Calls</h1><div role="list"><div></div></div><script>fetch("/calls").then(draw)</script>`],
    [true, `<main><h1>Calls</h1><call-list></call-list></main><script type="module" src="/b.js"></script>`],
    [false, `<main><h1>Calls</h1><div id="calls"></div></main>`],
    [false, `<main><h1>Calls</h1><div id="calls"><p>No calls</p></div></main><script src="/b.js"></script>`],
    [false, `<main><h1>Calls</h1><div id="calls" hidden></div></main><script src="/b.js"></script>`],
    [false, `<main><h1>Calls</h1><div id="cookie-consent"></div><p id="x"></p></main><script src="/b.js"></script>`],
    [false, `<main><h1>Calls</h1></main><footer><div id="more"></div></footer><script src="/b.js"></script>`],
    [false, `<main><h1>Calls</h1><div id="calls"></div></main><script type="application/json">{"a":1}</script>`],
    [false, `<main><p>${text} ${text} ${text}</p><div id="calls"></div></main><script src="/b.js"></script>`],
  ])("a short page that leaves a place for its scripts: %s %s", (isHollow, body) => {
    expect(assess(body)).toMatchObject({ health: "good", words: expect.any(Number) });
    expect(assess(body).isHollow).toBe(isHollow ? true : undefined);
    expect(assessCapture({ url, finalUrl: url, status: 200, html: body, isShown: true }).isHollow).toBeUndefined();
  });

  test("what is still open is there", () => {
    expect(assess("<h1>This position is open</h1><p>Until March.</p>").health).toBe("good");
    expect(assess("<h1>This listing is available at once</h1><p>Two rooms.</p>").health).toBe("good");
  });

  test("an opening that is over is told so in the frame of all openings", () => {
    const saysGone = (rest: string) =>
      assess(`<main><h1>Join us</h1><p>We mend bells in old towers.</p>${rest}</main>`).saysGone ?? false;
    expect(saysGone("<p>This position is no longer open.</p><a href='/join'>All openings</a>")).toBe(true);
    expect(saysGone("<p>Diese Stelle ist leider nicht mehr verfügbar.</p>")).toBe(true);
    expect(saysGone("<p>This page is no longer available in print.</p>")).toBe(false);
    expect(saysGone("<p>This position is open until March.</p>")).toBe(false);
    expect(saysGone(`<p>This position is no longer open.</p><p>${text}</p>`)).toBe(false);
  });

  test("a page without text is empty", () => expect(assess("<main></main>").health).toBe("empty"));

  test("a page that lost nearly all of its words has collapsed", () => {
    expect(assess("<main><p>Delivery terms follow.</p></main>", {}, 900).health).toBe("collapsed");
    expect(assess("<main><p>Delivery terms follow.</p></main>", {}, 20).health).toBe("good");
  });
});

describe("pages that speak of such things are good", () => {
  test("loading is also what one does with goods", () => {
    const script = `<script src="/a.js"></script>`;
    expect(assess(`<p>Loading docks for hire in Ashby, by the day or by the week.</p>${script}`).health).toBe("good");
    expect(assess(`<p>Loading docks for hire</p>`).health).toBe("good");
  });

  test.each([
    ["Cookie policy", `<main><h1>Cookies</h1><p>We use cookies. Accept or reject them. ${text}</p></main>`],
    [
      "Terms",
      `<main><h1>Scheduled maintenance</h1><p>The site may be down for maintenance on Sundays. ${text} ${text}</p></main>`,
    ],
    ["Terms", `<main><p>You must log in to see your orders. A captcha may appear. ${text} ${text}</p></main>`],
    [
      "Status codes",
      `<main><h1>What 404 means</h1><p>Page not found is what a server says. ${text} ${text}</p></main>`,
    ],
    [
      "Guide",
      "<main><h1>Guide to maintenance contracts</h1><p>Short text about pumps and their care, twice a year.</p></main>",
    ],
    [
      "Legal",
      "<main><h1>Notice</h1><p>This page is not legal advice. Ask a lawyer before you sign anything.</p></main>",
    ],
    [
      "Contact",
      `<main><h1>Contact</h1><p>Write to us.</p><form><textarea></textarea><div class="g-recaptcha"></div></form><p>${text}</p></main>`,
    ],
    ["Shop", `<header><form><input type="password"></form></header><main><h1>Delivery</h1><p>${text}</p></main>`],
    ["Prices", "<main><h1>Prices</h1><p>$49 a month</p></main>"],
    [
      "App",
      `<div id="root"><h1>Delivery</h1><p>${text}</p></div><noscript>Please enable JavaScript.</noscript><script src="/app.js"></script>`,
    ],
    ["Wartung und Pflege", `<main><h1>Wartung</h1><p>${text}</p></main>`],
    ["Maintenance", `<main><h1>Maintenance</h1><p>${text.slice(0, 600)}</p></main>`],
    ["Security check", `<main><h1>Security check</h1><p>${text}</p></main>`],
    ["Are you a robot", `<main><h1>Are you a robot? What such questions are for</h1><p>${text}</p></main>`],
    [
      "Moving house",
      "<main><h1>Moved house?</h1><p>Tell us where you live now, and we send the next parcel there.</p></main>",
    ],
    ["Protected", `<main><p>${text}</p></main><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`],
  ])("%s", (title, body) => expect(assess(body, { title })).toMatchObject({ health: "good", reason: "" }));

  test("a language folder and its home page are one page", () => {
    expect(
      assess(`<main><p>${text}</p></main>`, { finalUrl: "https://shop.test/", asked: "https://shop.test/en" }, 200)
        .health,
    ).toBe("good");
  });
});

test("words of navigation and footer do not count", () => {
  expect(assess("<main><p>Just four words here</p></main>").words).toBe(4);
});

test("ten thousand nested elements and two megabytes end", () => {
  const deep = `${"<div>".repeat(10_000)}words${"</div>".repeat(10_000)}`;
  expect(assess(deep).health).toBe("good");
  expect(
    assess(`<p>${"the page was the page you ".repeat(80_000)}</p>`, { title: "sorry ".repeat(50_000) }).health,
  ).toBe("good");
});
