// A text, not a function: what a bundler adds to a function does not exist inside the page.

/**
 * An application may draw an entry over its list, as a drawer or a dialog, or beside it, under an address of its own. What stands below or beside is the
 * list's and no part of the entry: the drawer becomes the page, or the list is taken away. Anything that asks for consent is no entry, and a dialog
 * without a heading is a message.
 */
export const showEntryAlone = `(() => {
  const wordsOf = (node) => (node.innerText ?? node.textContent ?? "").match(/[\\p{L}\\p{N}]+/gu) ?? [];
  const isShown = (one) => {
    const { width, height } = one.getBoundingClientRect();
    return width >= 200 && height >= 100 && (one.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true);
  };
  const isDrawn = (one) => {
    if (one.matches("dialog[open], [role=dialog], [aria-modal=true]")) return true;
    return /^(?:fixed|absolute)$/.test(getComputedStyle(one).position);
  };
  const asksConsent = /cookies?|consent|gdpr|dsgvo|rgpd|einwillig|datenschutz|confidentialit|privacidad|newsletter/i;
  const named = "[class*=drawer i], [class*=modal i], [class*=offcanvas i], [class*=side-panel i], [class*=sidepanel i], [class*=side-sheet i], [class*=slideover i], [class*=slide-over i], [class*=flyout i]";
  const drawers = [...document.querySelectorAll("dialog[open], [role=dialog], [aria-modal=true], " + named)]
    .slice(0, 200)
    .filter((one) => isDrawn(one) && isShown(one) && wordsOf(one).length >= 20)
    .filter((one) => one.querySelector("h1, h2, h3, h4, [role=heading]"))
    .filter((one) => !asksConsent.test(one.innerText) || wordsOf(one).length >= 150);
  const drawer = drawers.sort((a, b) => wordsOf(b).length - wordsOf(a).length)[0];
  if (drawer && !drawer.querySelector("main, [role=main]")) {
    const main = document.createElement("main");
    main.append(...drawer.childNodes);
    document.body.replaceChildren(main);
    return;
  }
  // Beside: links that are this address but for the value that names the entry.
  const here = new URL(location.href);
  const shapeOf = (url) => url.origin + url.pathname + "?" + [...url.searchParams.keys()].sort().join("&") + url.hash.replace(/[^/#!]+$/, "");
  const others = new Map();
  for (const link of document.querySelectorAll("main a[href], [role=main] a[href], body a[href]")) {
    const url = URL.parse(link.getAttribute("href"), document.baseURI);
    if (!url || url.href === here.href || (url.search === "" && url.hash.length < 3)) continue;
    if (shapeOf(url) === shapeOf(here) && link.textContent.trim().length >= 10) others.set(url.href, link);
  }
  if (others.size < 3 || (here.search === "" && here.hash.length < 3)) return;
  const [first, ...rest] = others.values();
  let list = first.parentElement;
  while (list && !rest.every((link) => list.contains(link))) list = list.parentElement;
  if (!list || list === document.body || list.querySelector("h1")) return;
  const isEntryLeft = [...document.querySelectorAll("h1, h2")].some((heading) => isShown(heading.parentElement) && !list.contains(heading));
  if (isEntryLeft && wordsOf(document.body).length - wordsOf(list).length >= 30) list.remove();
})()`;
