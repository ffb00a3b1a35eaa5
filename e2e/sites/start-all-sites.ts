import { startControl } from "./control";
import { startEndlessSite } from "./endless/endless-site";
import { startFaultsSite } from "./faults/faults-site";
import { startLoginPortalSite } from "./login-portal/login-portal-site";
import { startPortalSite } from "./portal/portal-site";
import { startPricesSite } from "./prices/prices-site";
import { startRenamedSite } from "./renamed/renamed-site";
import { startScriptPortalSite } from "./script-portal/script-portal-site";
import { startSearchPortalSite } from "./search-portal/search-portal-site";
import { startTrapsSite } from "./traps/traps-site";

/** Every sample site with one clock, and the door that moves them. With `firstPort` they take the ports from there on, in this order, the door last. */
export async function startAllSites({ firstPort = 0, now = new Date() }: { firstPort?: number; now?: Date } = {}) {
  let used = 0;
  const options = () => ({ port: firstPort === 0 ? 0 : firstPort + used++, now });
  const sites = {
    portal: await startPortalSite(options()),
    prices: await startPricesSite(options()),
    script: await startScriptPortalSite(options()),
    login: await startLoginPortalSite(options()),
    endless: await startEndlessSite(options()),
    renamed: await startRenamedSite(options()),
    faults: await startFaultsSite(options()),
    traps: await startTrapsSite(options()),
    search: await startSearchPortalSite(options()),
  };
  const control = await startControl(sites, options().port);
  const close = async () => {
    await Promise.all([...Object.values(sites), control].map((site) => site.close()));
  };
  return { sites, control, close };
}
