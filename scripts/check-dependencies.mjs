// Dependencies are exact, come from the lock file with their hashes, name no host, and are no older than a known fix.
import { readFileSync } from "node:fs";

/** Versions below these have a published weakness that concerns how we use the package. */
const floors = {
  next: "16.0.7",
  undici: "7.5.0",
  nodemailer: "7.0.7",
  "fast-xml-parser": "5.2.5",
  "next-auth": "5.0.0-beta.30",
};

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const wrong = [];

const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
for (const [name, version] of Object.entries(direct)) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    wrong.push(`${name}: "${version}" is not an exact version; install it with --save-exact`);
  if (!lock.packages[`node_modules/${name}`]) wrong.push(`${name} is missing in package-lock.json; run npm install`);
}
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path || entry.link || entry.inBundle) continue;
  if (!entry.integrity) wrong.push(`${path} has no integrity hash in package-lock.json`);
  if (entry.resolved)
    wrong.push(`${path} names a host in package-lock.json; keep omit-lockfile-registry-resolved in .npmrc`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    if (!lock.packages[nested] && !lock.packages[`node_modules/${name}`]) {
      wrong.push(
        `${name} (of ${path}) is missing in package-lock.json, so npm ci will refuse it; choose a release whose platform packages all exist`,
      );
    }
  }
}
for (const [name, floor] of Object.entries(floors)) {
  const version = lock.packages[`node_modules/${name}`]?.version;
  if (version && isOlder(version, floor)) wrong.push(`${name} ${version} is older than ${floor}`);
}

function isOlder(version, floor) {
  const parts = (text) => text.split(/[.-]/).map((part) => (/^\d+$/.test(part) ? Number(part) : -1));
  const [a, b] = [parts(version), parts(floor)];
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return version.includes("-") && Number(version.match(/(\d+)$/)?.[1]) < Number(floor.match(/(\d+)$/)?.[1]);
}

for (const line of wrong) console.error(line);
if (wrong.length > 0) process.exit(1);
console.log(`${Object.keys(direct).length} direct dependencies, exact and hashed`);
