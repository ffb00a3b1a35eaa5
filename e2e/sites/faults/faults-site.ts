import { html, page } from "../ground/html";
import { type Reply, type Site, type SiteOptions, type SiteRequest, startSite } from "../ground/start-site";
import { type FaultKind, type FaultTruth, faultKinds } from "./fault-kinds";
import { misbehave, type Patience, siteName, wholePage } from "./misbehave";
import { planFaults } from "./plan-faults";

export interface FaultsOptions extends SiteOptions, Partial<Patience> {
  pages?: number;
  seed?: number;
  /** Part of the pages that misbehave, 0 to 1. */
  share?: number;
  /** Only these faults; all by default. */
  kinds?: FaultKind[];
}

export interface FaultsChange {
  /** Forgets how often each page was asked for. */
  forget?: true;
  /** From now on every page behaves. */
  heal?: boolean;
}

export interface FaultsSite extends Site<FaultsChange> {
  /** What each page does and whether it can be had; the same for the same seed. */
  truth: FaultTruth[];
}

/** A site whose pages break in known ways: `/` links to all of them. What happens depends on the seed and on how often a page was asked for, never on time. */
export async function startFaultsSite(options: FaultsOptions = {}): Promise<FaultsSite> {
  const ill = options.kinds ?? (Object.keys(faultKinds) as FaultKind[]).filter((kind) => kind !== "fine");
  const truth = planFaults(options.pages ?? 100, options.seed ?? 1, options.share ?? 0.5, ill);
  const byPath = new Map(truth.map((one) => [one.path, one]));
  const patience = { dripMs: options.dripMs ?? 400, hugeBytes: options.hugeBytes ?? 50 * 1024 * 1024 };
  const attempts = new Map<string, number>();
  let isHealed = false;

  const answer = (request: SiteRequest): Reply => {
    if (request.path === "/") return { body: indexPage(truth) };
    const one = byPath.get(request.path);
    if (!one) return { status: 404, body: "There is no such lot." };
    const step = one.fault === "redirect_chain" && !isHealed ? chainStep(request, one) : null;
    if (step) return step;
    if (isHealed) return { body: wholePage(one) };
    const attempt = (attempts.get(one.path) ?? 0) + 1;
    attempts.set(one.path, attempt);
    return misbehave(one, attempt, patience);
  };
  const set = (change: FaultsChange) => {
    if (change.forget) attempts.clear();
    if (change.heal !== undefined) isHealed = change.heal;
  };
  return { ...(await startSite<FaultsChange>(options, answer, set)), truth };
}

/** Three hops before the page itself. */
function chainStep(request: SiteRequest, truth: FaultTruth): Reply | null {
  const hop = Number(request.query.get("hop") ?? "0");
  return hop >= 3 ? null : { status: 302, headers: { location: `${truth.path}?hop=${hop + 1}` } };
}

function indexPage(truth: FaultTruth[]): string {
  return page({
    title: "Lots",
    siteName,
    nav: [{ text: "Lots", href: "/" }],
    accent: "#7a4b1f",
    main: html`<h1>Lots for sale</h1><ul>${truth.map(
      ({ path }) => html`<li><a href="${path}">Lot ${path.slice("/page/".length)}</a></li>`,
    )}</ul>`,
  });
}
