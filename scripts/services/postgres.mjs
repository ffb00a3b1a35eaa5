import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { debianPrefix } from "./debian-prefix.mjs";
import { findProgram, freePort, run, start, stop, unprivilegedUser, waitForPort } from "./process.mjs";

const packages = [
  ..."postgresql-17 postgresql-17-pgvector postgresql-client-17 libpq5 libc6 libgcc-s1 libstdc++6 libicu76".split(" "),
  ..."libldap2 libsasl2-2 libssl3t64 libxml2 libxslt1.1 liblz4-1 libzstd1 liblzma5 libgssapi-krb5-2".split(" "),
  ..."libkrb5-3 libkrb5support0 libk5crypto3 libkeyutils1 libcom-err2 libpam0g libaudit1 libcap-ng0 libcap2".split(" "),
  ..."libsystemd0 libuuid1 libselinux1 libpcre2-8-0 libreadline8t64 libtinfo6 libedit2 libbsd0 libmd0".split(" "),
  ..."libgcrypt20 libgpg-error0 zlib1g libcrypt1 tzdata libxxhash0 libnuma1 liburing2".split(" "),
];
const programs = "usr/lib/postgresql/17/bin";
// Without libLLVM (100 MB more) the module must go: its mere presence makes an expensive query fail.
const llvm = ["usr/lib/postgresql/17/lib/llvmjit.so"];

/** The folder of initdb and postgres: a Postgres of this machine that has pgvector, else packages of our own. */
function postgresPrograms() {
  const config = findProgram("pg_config");
  if (config) {
    const [bin, share] = run(config, ["--bindir", "--sharedir"]).trim().split("\n");
    const isRecent = Number(/(\d+)/.exec(run(config, ["--version"]))?.[1]) >= 16;
    if (isRecent && existsSync(join(share, "extension/vector.control")) && existsSync(join(bin, "initdb"))) return bin;
  }
  return join(debianPrefix("postgresql-17", packages, [programs], llvm), programs);
}

/**
 * A real Postgres with pgvector on loopback, in a throw-away folder, without durability: for tests only.
 * @param {{ port?: number, folder?: string, durable?: boolean }} [options]
 * @returns {Promise<{ url: string, pid: number | undefined, stop: (signal?: NodeJS.Signals) => Promise<void> }>}
 */
export async function startPostgres({ port = undefined, folder = undefined, durable = false } = {}) {
  const bin = postgresPrograms();
  const user = unprivilegedUser();
  const home = folder ?? mkdtempSync(join(tmpdir(), "outrider-postgres-"));
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
  const options = { ...user, cwd: home, env: { ...process.env, HOME: home, LC_ALL: "C.UTF-8", TZ: "UTC" } };
  const cluster = join(home, "data");
  if (!existsSync(cluster)) {
    const locale = ["--locale-provider=builtin", "--locale=C.UTF-8", "--encoding=UTF8"];
    const isOld = Number(/(\d+)/.exec(run(join(bin, "postgres"), ["--version"], options))?.[1]) < 17;
    run(
      join(bin, "initdb"),
      ["-D", cluster, "-U", "postgres", "-A", "trust", "-N", ...(isOld ? ["--locale=C.UTF-8"] : locale)],
      options,
    );
  }
  const chosen = port ?? (await freePort());
  const settings = {
    port: chosen,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "256MB",
    fsync: "off",
    // What is acknowledged outlives the server's own death, which is all that a test can ask for.
    synchronous_commit: durable ? "on" : "off",
    full_page_writes: "off",
    jit: "off",
    log_min_messages: "fatal",
  };
  const child = start(
    join(bin, "postgres"),
    ["-D", cluster, ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    options,
  );
  await waitForPort(chosen, child, { what: "postgres" });
  return {
    url: `postgres://postgres@127.0.0.1:${chosen}/postgres`,
    pid: child.pid,
    /** SIGINT is Postgres's fast shutdown: it does not wait for clients to go; SIGQUIT the immediate one, which saves nothing. */
    async stop(signal = "SIGINT") {
      await stop(child, signal, 10_000);
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}
