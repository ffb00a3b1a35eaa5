import { startControl } from "./control";
import { startEndlessSite } from "./endless/endless-site";
import { startFaultsSite } from "./faults/faults-site";
import { startLoginPortalSite } from "./login-portal/login-portal-site";
import { startPortalSite } from "./portal/portal-site";
import { startPricesSite } from "./prices/prices-site";
import { startRenamedSite } from "./renamed/renamed-site";
import { startScriptPortalSite } from "./script-portal/script-portal-site";
import { startTrapsSite } from "./traps/traps-site";

// Starts every sample site on loopback and prints one line of JSON with their addresses. The first argument, if given, is the
// port of the first site; the others and the control door follow it. `POST /__control {"site": "portal", "set": {...}}` moves
// a site, `GET /__control` tells what was asked of each. Ends on Ctrl-C.
const first = Number(process.argv[2] ?? 0);
let used = 0;
const options = () => ({ port: first === 0 ? 0 : first + used++, now: new Date() });

const login = await startLoginPortalSite(options());
const sites = {
  login,
  portal: await startPortalSite(options()),
  prices: await startPricesSite(options()),
  script: await startScriptPortalSite(options()),
  endless: await startEndlessSite(options()),
  renamed: await startRenamedSite(options()),
  faults: await startFaultsSite(options()),
  traps: await startTrapsSite(options()),
};
const control = await startControl(sites, options().port);
const origins = Object.fromEntries(Object.entries(sites).map(([name, { origin }]) => [name, origin]));
console.log(
  JSON.stringify({
    ...origins,
    control: control.origin,
    account: { username: login.username, password: login.password },
  }),
);

async function stop(): Promise<void> {
  await Promise.all([...Object.values(sites), control].map((site) => site.close()));
}
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
