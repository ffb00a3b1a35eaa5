import { startAllSites } from "./start-all-sites";

// Starts every sample site on loopback and prints one line of JSON with their addresses. The first argument, if given, is the
// port of the first site; the others and the control door follow it. `POST /__control {"site": "portal", "set": {...}}` moves
// a site, `GET /__control` tells what was asked of each. Ends on Ctrl-C.
const { sites, control, close } = await startAllSites({ firstPort: Number(process.argv[2] ?? 0) });
const origins = Object.fromEntries(Object.entries(sites).map(([name, { origin }]) => [name, origin]));
const { username, password } = sites.login;
console.log(JSON.stringify({ ...origins, control: control.origin, account: { username, password } }));

process.once("SIGINT", close);
process.once("SIGTERM", close);
