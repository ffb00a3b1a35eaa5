import { access, constants } from "node:fs/promises";
import type { Command } from "commander";
import { baseUrl, dataPath, env } from "@/lib/env";
import { makePrivateFolder } from "@/lib/private-folder";
import { checkServices } from "@/server/composition/check-services";
import { describeParts } from "@/server/composition/describe-parts";
import { printJson, printText, table } from "../output";

interface Check {
  name: string;
  ok: boolean;
  detail: string;
}

/** Looks at what is configured, what is not, and what that costs; works with the server down. */
export function doctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("say what this installation runs on, and what is wrong")
    .option("--json", "print one JSON object")
    .action(async (options: { json?: boolean }) => {
      const own = [nodeCheck(), await folderCheck(), await serverCheck(), await ollamaCheck()];
      const checks = [...own, ...(await checkServices())];
      const parts = describeParts();
      if (options.json) printJson({ checks, parts });
      else {
        printText(table(checks.map((check) => [check.ok ? "ok" : "!!", check.name, check.detail])));
        printText("");
        printText(table(parts.map((part) => [part.name, part.uses, part.note])));
      }
      if (!checks.every((check) => check.ok)) process.exitCode = 1;
    });
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return { name: "Node", ok: major > 22 || (major === 22 && minor >= 13), detail: process.versions.node };
}

async function folderCheck(): Promise<Check> {
  const folder = dataPath();
  try {
    makePrivateFolder(folder);
  } catch (error) {
    return { name: "Data folder", ok: false, detail: `${(error as Error).message} Choose another with OUTRIDER_DATA.` };
  }
  try {
    await access(folder, constants.W_OK);
    return { name: "Data folder", ok: true, detail: folder };
  } catch {
    const detail = `${folder} cannot be written. Choose another with OUTRIDER_DATA.`;
    return { name: "Data folder", ok: false, detail };
  }
}

/** A server that is down is no fault; one that answers and is not ready is. */
async function serverCheck(): Promise<Check> {
  const url = env.OUTRIDER_URL ?? baseUrl;
  try {
    const reply = await fetch(new URL("/api/health/ready", url), { signal: AbortSignal.timeout(3000) });
    const detail = reply.ok ? `ready at ${url}` : `answers at ${url} but is not ready (its database cannot be reached)`;
    return { name: "Server", ok: reply.ok, detail };
  } catch {
    return { name: "Server", ok: true, detail: `not running at ${url}` };
  }
}

async function ollamaCheck(): Promise<Check> {
  const url = env.OLLAMA_BASE_URL ?? "http://127.0.0.1:11434";
  try {
    const reply = await fetch(new URL("/api/version", url), { signal: AbortSignal.timeout(500) });
    if (reply.ok && !env.AI_MODEL) {
      return { name: "Ollama", ok: true, detail: `answers at ${url}: set AI_MODEL=ollama:<model> to use it` };
    }
    return { name: "Ollama", ok: true, detail: reply.ok ? `answers at ${url}` : "not used" };
  } catch {
    return { name: "Ollama", ok: true, detail: "not running" };
  }
}
