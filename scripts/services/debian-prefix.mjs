import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "./cache-folder.mjs";
import { findProgram, run } from "./process.mjs";

const release = "trixie";

/** The Debian mirror that this machine already uses, read from its own apt configuration. */
function debianMirror() {
  const rows = run("apt-get", ["indextargets", "--format", "$(LABEL)|$(REPO_URI)", "Created-By: Packages"]).split("\n");
  const found = rows.map((row) => row.split("|")).find(([label, uri]) => label === "Debian" && uri);
  if (!found)
    throw new Error("no Debian mirror in this machine's apt configuration (is it up to date: apt-get update?)");
  return found[1];
}

/**
 * Debian packages unpacked into a folder of ours, without touching the system: a private apt configuration with its
 * own lists, `apt-get download`, `dpkg -x`. Their binaries want the libc that they were built with, so each program in
 * `programs` (folder -> all files in it) is wrapped to run under the unpacked loader.
 * Built once per machine; a half-built folder is never seen, because it is renamed into place at the end.
 */
export function debianPrefix(name, packages, programFolders, prune = []) {
  const prefix = join(cacheFolder("debian"), `${release}-${name}`);
  if (existsSync(prefix)) return prefix;
  if (!findProgram("apt-get") || !findProgram("dpkg")) throw new Error("no apt-get on this machine");
  const work = mkdtempSync(join(cacheFolder("debian"), `.${name}-`));
  try {
    const options = privateApt(work);
    run("apt-get", [...options, "update", "-qq"]);
    run("apt-get", [...options, "download", "-qq", ...packages], { cwd: mkdir(join(work, "debs")) });
    const root = mkdir(join(work, "root"));
    for (const deb of readdirSync(join(work, "debs"))) run("dpkg", ["-x", join(work, "debs", deb), root]);
    for (const path of prune) rmSync(join(root, path), { force: true });
    for (const folder of programFolders) wrapPrograms(root, prefix, folder);
    run("chmod", ["-R", "go+rX", work]);
    try {
      renameSync(root, prefix);
    } catch (error) {
      // Another run finished first; its folder is as good as ours.
      if (!existsSync(prefix)) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return prefix;
}

function mkdir(path) {
  mkdirSync(path, { recursive: true });
  return path;
}

function privateApt(work) {
  for (const folder of ["lists/partial", "archives/partial"]) mkdir(join(work, folder));
  writeFileSync(join(work, "status"), "");
  const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
  writeFileSync(join(work, "sources.list"), `deb [signed-by=${keyring}] ${debianMirror()} ${release} main\n`);
  const settings = {
    "Dir::State::lists": join(work, "lists"),
    "Dir::State::status": join(work, "status"),
    "Dir::Cache": work,
    "Dir::Cache::archives": join(work, "archives"),
    "Dir::Etc::sourcelist": join(work, "sources.list"),
    "Dir::Etc::sourceparts": "-",
    "APT::Sandbox::User": process.getuid?.() === 0 ? "root" : "",
    "Acquire::Languages": "none",
    "Acquire::Retries": "3",
  };
  return Object.entries(settings).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
}

function wrapPrograms(root, prefix, folder) {
  const machine = run("uname", ["-m"]).trim();
  const libraries = `usr/lib/${machine}-linux-gnu`;
  const loader = readdirSync(join(root, libraries)).find((file) => file.startsWith("ld-linux"));
  if (!loader) throw new Error(`no loader in ${libraries}`);
  const real = mkdir(join(root, "real", folder));
  for (const program of readdirSync(join(root, folder))) {
    renameSync(join(root, folder, program), join(real, program));
    const at = (path) => `"${join(prefix, path)}"`;
    // --argv0 keeps the programs' own lookup of share/ and lib/ relative to where they seem to be.
    writeFileSync(
      join(root, folder, program),
      `#!/bin/sh\nexec ${at(`${libraries}/${loader}`)} --library-path ${at(libraries)} --argv0 ${at(`${folder}/${program}`)} ${at(`real/${folder}/${program}`)} "$@"\n`,
      { mode: 0o755 },
    );
  }
}
