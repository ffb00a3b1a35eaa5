import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startScriptedModel } from "../fixtures/scripted-model/server";
import { password } from "../security/people";
import { findToldSecrets } from "./find-told-secrets";
import { noteSecret, readSecrets, readSent } from "./notes";
import { unsoundRecords } from "./sound-records";
import { stopServer } from "./stop-server";

/**
 * Around the whole suite: the server's model is one that never has anything to say, so that rules answer and every prompt is
 * recorded. At the end no secret stands in any of them, and every row of the server's database keeps to the invariants.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const { E2E_MODEL_PORT = "", E2E_DATA = "", E2E_SECRET = "", E2E_NOTES = "" } = process.env;
  const model = await startScriptedModel({ port: Number(E2E_MODEL_PORT) });
  model.otherwise({ kind: "text", text: "Nothing to say." });
  for (const text of [password, "a long and private password", "seven lanterns over copper bay"])
    noteSecret("a password", text);
  noteSecret("the installation's secret", E2E_SECRET);
  noteSecret("the set-up token", readFileSync(join(E2E_DATA, "setup-token"), "utf8").trim());
  return async () => {
    const [sent, secrets] = [readSent(), readSecrets()];
    const told = findToldSecrets(sent, secrets);
    rmSync(E2E_NOTES, { recursive: true, force: true });
    process.stdout.write(`${sent.length} requests to models, ${secrets.length} secrets, ${told.length} told\n`);
    await stopServer(E2E_DATA);
    const unsound = await unsoundRecords({ dataFolder: E2E_DATA });
    await model.close();
    if (told.length > 0) throw new Error(`models were told secrets:\n${told.join("\n")}`);
    if (unsound.length > 0) throw new Error(`the suite left rows that break an invariant:\n${unsound.join("\n")}`);
  };
}
