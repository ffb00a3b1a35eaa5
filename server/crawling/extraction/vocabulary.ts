import { headingTags } from "./html-names";
import type { ScannedElement } from "./scanned-page";

/**
 * What the names of an element say about it. `comments` and `consent` never hold the text; `strong` words name parts around an article
 * on most sites; `weak` words are also used for the article itself, so they count only for small parts.
 */
export type Role = "comments" | "consent" | "frame" | "strong" | "weak" | "caption" | "hidden";

const words: Record<Role, string> = {
  comments:
    "comment comments commentlist commentarea commentsection commentslist disqus livefyre respond kommentar kommentare commentaires comentarios reader-comments fb-comments post-comments comment-list comment-respond discussion-list webmention webmentions pingback pingbacks trackback trackbacks",
  consent:
    "cookie cookies consent gdpr dsgvo onetrust cookiebot didomi usercentrics cookieconsent cookie-banner cookie-notice cookielaw privacy-banner privacy-notice eu-cookie cmpbox qc-cmp-ui truste",
  frame:
    "nav navi navbar navigation navigator menu menus submenu mainmenu topmenu breadcrumb breadcrumbs breadcrump pagination pager paginator pagenavi footer colophon masthead topbar site-header page-header global-header header-menu main-header toolbar skip-link skiplink skip-links sitemap post-navigation next-prev prev-next nav-links nav-single page-links main-nav site-footer page-footer bottom-bar",
  strong:
    "sidebar side-bar sidebars sidecolumn side-column right-rail left-rail rightrail rightcol right-col rail related relatedposts related-posts related-articles related-links related-content relatedcontent relatedlinks relateds recommended recommendation recommendations recommends recirc recirculation more-stories more-news more-articles more-posts morestories you-may also-like youmaylike might-like trending popular mostpopular most-popular most-read mostread most-viewed outbrain taboola zergnet revcontent plista yarpp crp jp-relatedposts upnext up-next readnext read-next next-article next-post prev-post previous-post see-also seealso similar suggested suggestions verwandte aehnliche share shares sharing sharebar share-bar share-buttons share-links sharedaddy sharethis addthis addtoany shariff social socials socialmedia social-links social-media social-share sociallinks social-icons socialbar follow followus follow-us newsletter newsletters subscribe subscription subscribe-box signup sign-up mailchimp mc4wp optin opt-in promo promos promotion promobox advert adverts advertisement advertising advertorial ad ads adsense adslot ad-slot ad-container adbox adunit dfp gpt-ad sponsor sponsored sponsors anzeige anzeigen werbung reklame publicidad author-box authorbox author-bio authorbio author-info about-author author-about aboutauthor post-author article-author bio byline bylines authorship post-meta postmeta entry-meta entrymeta article-meta articlemeta meta-info postmetadata post-info postinfo article-info posted-on entry-date post-date timestamp dateline published tags taglist tag-list tag-links tagcloud post-tags entry-tags article-tags cat-links entry-utility article-tools article-actions post-actions story-tools printfriendly print-only popup popups modal overlay lightbox tooltip toast dialog paywall disclosure teaser-list teaserlist donate donation ratings rating-stars star-rating kksr post-ratings screen-reader-text post-categories jump-link jumplinks screenreader",
  weak: "aside widget widgets teaser teasers banner cta call-to-action sub-content complementary structured-data schema-data actions links footnotes entry-footer article-footer post-footer story-footer authors author meta categories login register search searchform subnav login-form contact-form feedback rating reviews votes vote buttons controls pullquote pull-quote pullquotes sr-only visually-hidden visuallyhidden offscreen print poll quiz ticker toc factbox slideshow gallery product-list headline-list latest latest-news latest-posts recent recent-posts archive archives tag category follow-button video-player player attribution copyright credits legal notice message appbox download app-banner series-nav sponsor-message topics keywords cross-sell crosssell upsell upsells cart minicart wishlist breaking",
  caption:
    "caption captions wp-caption-text wp-caption image-caption img-caption photo-caption figcaption credit photo-credit image-credit img-credit photocredit imagecredit bildunterschrift bildnachweis cutline copyright-caption media-caption slide-caption photo-info image-source image-description media-credit",
  hidden: "",
};

const order: Role[] = ["comments", "consent", "hidden", "frame", "strong", "weak", "caption"];
const roleOf = new Map<string, Role>();
for (const role of [...order].reverse())
  for (const word of words[role].split(" ").filter(Boolean)) roleOf.set(word.replaceAll("-", " "), role);

const rank = new Map<Role, number>(order.map((role, index) => [role, index]));
/** Names that begin so speak of a state of the element or of what else the page has. */
const statePrefix =
  /^(?:with|has|no|not|is|js|if|hide|show|u|wp-image|post-type|type|status|format|page-template|align|size)[-_]/i;
/** Names of elements that are an article by themselves list its topics and kind as classes. */
const articleName = /(?:^|\s)(?:hentry|h-entry|type-post|type-page|post-\d+|blog-post|blogpost|single-post)(?:\s|$)/i;

/** What a name says, and the word that says it. */
export interface Named {
  role: Role;
  word: string;
}

const cache = new Map<string, Named | null>();
const hiddenNames = new Set(["hidden", "hide", "d-none", "invisible", "is-hidden"]);

/** The role that the class and id of an element give it, the clearest first; null when its names say nothing. */
export function nameRole(element: ScannedElement): Named | null {
  const { tag, attributes } = element;
  if (tag === "body" || tag === "html" || tag === "main" || tag === "#root") return null;
  const names = attributes.class ?? "";
  const isArticle = tag === "article" || articleName.test(names);
  const id = headingTags.has(tag) ? "" : (attributes.id ?? "");
  if (names === "" && id === "") return null;
  const key = `${isArticle ? "1" : "0"}${names}\n${id}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  let found: Named | null = null;
  const consider = (name: string) => {
    found = clearer(found, hiddenNames.has(name) ? { role: "hidden", word: "hidden" } : wordRole(name));
  };
  if (!isArticle)
    for (const name of names.split(/\s+/, 40)) if (hiddenNames.has(name) || !statePrefix.test(name)) consider(name);
  // An id of many words is an anchor made of a heading.
  if (!statePrefix.test(id) && id.split("-").length <= mostIdParts) consider(id);
  if (cache.size > 20_000) cache.clear();
  cache.set(key, found);
  return found;
}

const mostParts = 7;
const mostIdParts = 5;
const functionWords = new Set(
  "a an the and or of to from for in on with by how what why when who is are we our us you your my it this that do der die das und oder von zu mit wie was wir ihr ihre sie la le les el los de des du en y et".split(
    " ",
  ),
);

function wordRole(name: string): Named | null {
  if (name === "" || name.length > 120) return null;
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");
  // A heading turned into an anchor says what the part is about, not what it is: "how-we-share-your-data".
  if (parts.length > mostParts || parts.filter((part) => functionWords.has(part)).length > 1) return null;
  let found: Named | null = null;
  for (let at = 0; at < parts.length; at++) {
    for (const word of [`${parts[at]} ${parts[at + 1]}`, parts[at] ?? ""]) {
      const role = roleOf.get(word);
      if (role) found = clearer(found, { role, word });
    }
  }
  return found;
}

function clearer(one: Named | null, other: Named | null): Named | null {
  if (!one || !other) return one ?? other;
  return (rank.get(other.role) ?? 9) < (rank.get(one.role) ?? 9) ? other : one;
}

const bodyNames = new Set(
  "articlebody article-body article-content articlecontent article-text articletext article__body entry-content entrycontent post-content postcontent post-body postbody post-text posttext post-entry blog-content blog-post-content blogpost-content story-body storybody story-content story-text storytext content-body body-content bodytext body-text article-copy main-text news-text newstext text-content rich-text richtext rte td-post-content single-content e-content mw-parser-output markdown-body article-main-content content-text page-content the-content post-article-content".split(
    " ",
  ),
);

/** Whether an element says that it holds the body of an article. */
export function isBodyContainer(element: ScannedElement): boolean {
  const { attributes, tag } = element;
  if (tag === "span" || tag === "a" || tag === "p" || tag === "body" || tag === "html") return false;
  if (/\barticleBody\b/i.test(attributes.itemprop ?? "")) return true;
  if (/\barticleBody\b/.test(attributes.property ?? "")) return true;
  for (const name of `${attributes.class ?? ""} ${attributes.id ?? ""}`.split(/\s+/, 40)) {
    if (name === "") continue;
    const plain = name
      .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
      .toLowerCase()
      .replace(/_+|-+/g, "-");
    if (bodyNames.has(plain)) return true;
  }
  return false;
}
