/** What can be watched. */
export const sourceKinds = [
  "portal",
  "ocds",
  "sam",
  "ted",
  "feed",
  "site",
  "pricing",
  "jobs",
  "news",
  "filings",
  "reviews",
  "social",
  "folder",
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** `broken`: the last runs brought nothing that could be trusted; it is still tried, and people are told. */
export const sourceStatuses = ["active", "paused", "broken"] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

/** How often a source is read, unless a cron expression says so: 6, 12 and 24 hours, and weekly for the dead. */
export const sourceIntervals = ["1h", "6h", "12h", "24h", "7d"] as const;
export type SourceInterval = (typeof sourceIntervals)[number];

/** `ignore` only with the site owner's leave: the reason is kept with the source. */
export const robotsPolicies = ["obey", "ignore"] as const;
export type RobotsPolicy = (typeof robotsPolicies)[number];

/** Of which pages that came over HTTP a browser takes a picture as well: of those that have changed, or of none. */
export const sourcePictures = ["changed", "none"] as const;
export type SourcePictures = (typeof sourcePictures)[number];

export const runStatuses = ["queued", "running", "finished", "failed", "cancelled"] as const;
export type RunStatus = (typeof runStatuses)[number];
export const liveRunStatuses = ["queued", "running"] as const satisfies readonly RunStatus[];

export const runTriggers = ["schedule", "person", "first"] as const;
export type RunTrigger = (typeof runTriggers)[number];

/** `root`: the source's own address; `listing`: further pages of it; `page`: what they lead to; `file`: attachments. */
export const frontierKinds = ["root", "listing", "page", "file"] as const;
export type FrontierKind = (typeof frontierKinds)[number];

export const frontierStates = ["queued", "fetching", "done", "failed", "skipped"] as const;
export type FrontierState = (typeof frontierStates)[number];

/** What came of one page in one run. */
export const pageResults = ["new", "changed", "same", "gone", "unhealthy"] as const;
export type PageResult = (typeof pageResults)[number];

/** Whether what a page showed can be believed. Everything but `good` leaves the last good revision untouched. */
export const captureHealths = [
  "good",
  "error_page",
  "maintenance",
  "captcha",
  "login_wall",
  "soft_404",
  "stub",
  "needs_browser",
  "empty",
  "collapsed",
] as const;
export type CaptureHealth = (typeof captureHealths)[number];

/** How a page was fetched: the ladder goes up only when the rung below did not do. */
export const fetchRungs = ["http", "browser"] as const;
export type FetchRung = (typeof fetchRungs)[number];

/**
 * How a record was taken out of a page. `model`: a model showed where the entries stand; `css` and `xpath`: by a rule that was learned
 * or given; `person`: by a rule that a person has clicked together; `structure`: without any rule, because alike things repeat.
 */
export const extractionRungs = [
  "feed",
  "json",
  "json_ld",
  "model",
  "css",
  "xpath",
  "structure",
  "ocr",
  "person",
] as const;
export type ExtractionRung = (typeof extractionRungs)[number];

/** Where the rule came from by which a source's entries are read. */
export const ruleOrigins = ["learned", "model", "person", "given"] as const;
export type RuleOrigin = (typeof ruleOrigins)[number];

/**
 * Why a person is asked to show where the entries stand: none were found although there used to be some, a field that is needed has
 * emptied, somebody said that an entry is wrong, or somebody wants to teach the fields.
 */
export const fixReasons = ["no_records", "field_emptied", "entry_wrong", "asked"] as const;
export type FixReason = (typeof fixReasons)[number];

/** `mended`: a later run read it again by itself. */
export const fixStatuses = ["open", "applied", "dismissed", "mended"] as const;
export type FixStatus = (typeof fixStatuses)[number];

/** `wording`: what it says changed. `form`: links, punctuation, heading levels or structure with the same words. */
export const changeVerdicts = ["wording", "form"] as const;
export type ChangeVerdict = (typeof changeVerdicts)[number];

export const changeKinds = [
  "text",
  "price",
  "number",
  "link",
  "list_item_added",
  "list_item_removed",
  "image",
  "structure",
  "page_added",
  "page_removed",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const severities = ["low", "medium", "high"] as const;
export type Severity = (typeof severities)[number];
