import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { startApp } from "../../scripts/services/app.mjs";
import { renderingPayloads } from "../fixtures/rendering-payloads";
import type { RecordedRequest, ScriptedReply } from "../fixtures/scripted-model/replies";
import { type ScriptedModel, startScriptedModel } from "../fixtures/scripted-model/server";
import { answerTo, ask, isAnswered } from "../journeys/library";
import { anOwner, documentsAreRead } from "./people";
import { watchPage } from "./watch-page";

/** So many lines make one passage, and no more sentences than an answer has. */
const perAnswer = 4;
const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const schedules = Array.from({ length: Math.ceil(renderingPayloads.length / perAnswer) }, (_, at) => ({
  name: `Schedule ${String.fromCharCode(65 + at)}`,
  payloads: renderingPayloads.slice(at * perAnswer, (at + 1) * perAnswer).map(flat),
}));
const lineOf = (schedule: string, at: number, payload: string) =>
  `Incident ${at + 1} of ${schedule} is answered within ${at + 11} minutes as ${payload}`;
const questionOf = (name: string) => `Within how many minutes is each incident of ${name} answered?`;

test.describe("what makes a browser ask for an address stays words while a model is still writing it", () => {
  test.describe.configure({ mode: "serial", timeout: 900_000 });
  let model: ScriptedModel;
  let app: Awaited<ReturnType<typeof startApp>>;
  let context: BrowserContext;
  let page: Page;
  let slug = "";
  let watched: Awaited<ReturnType<typeof watchPage>>;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(400_000);
    model = await startScriptedModel();
    const env = { AI_MODEL: "compatible:scripted", AI_BASE_URL: model.baseUrl, AI_API_KEY: "sk-scripted" };
    app = await startApp({ env });
    ({ context, page, slug } = await anOwner(browser, "Harbour Bids", { baseURL: app.url }));
    page.setDefaultTimeout(90_000);
    for (const { name, payloads } of schedules) {
      // As plain text: in Markdown it would be markup that the reader of files leaves out.
      const data = payloads.map((payload, at) => lineOf(name, at, payload)).join("\n\n");
      const headers = { "x-outrider-workspace": slug, "content-type": "text/plain" };
      const path = encodeURIComponent(`${name}.txt`);
      expect((await context.request.post(`/api/v1/uploads?path=${path}`, { headers, data })).status()).toBe(201);
    }
    await documentsAreRead(context, slug, schedules.length);
    watched = await watchPage(context, page);
  });
  test.afterAll(async () => {
    await context?.close();
    await app?.stop();
    await model?.close();
  });

  /** The sentences that are whole stand in the page, and the next one is not: each of these states is looked at. */
  const looked = async (soFar: string) => {
    const whole = soFar.match(/"citations":\[\d+\]\}/g)?.length ?? 0;
    const lines = page.getByRole("article").locator("ol").first().getByRole("listitem");
    if (whole > 0) await expect.poll(() => lines.count(), { timeout: 25_000 }).toBeGreaterThanOrEqual(whole);
    halves.push(...(await watched.running()), ...watched.seen);
    paused += 1;
  };
  const halves: string[] = [];
  let paused = 0;

  /** Asks for a schedule; what of `said` is drawn in the answer. */
  const answerOf = async (name: string, breaksOff: boolean, said: Set<string>) => {
    model.otherwise((request) => writing(request, { name, breaksOff, looked, said: (text) => void said.add(text) }));
    await page.goto(`/${slug}/ask`);
    await ask(page, questionOf(name));
    const answer = answerTo(page, questionOf(name));
    await isAnswered(answer);
    await watched.look(name);
    const told = flat((await answer.textContent()) ?? "");
    return [...said].filter((text) => told.includes(text));
  };

  test("cut in the middle of each address, and then whole", async () => {
    const [said, drawn] = [new Set<string>(), new Set<string>()];
    for (const { name } of schedules) for (const text of await answerOf(name, false, said)) drawn.add(text);
    expect(halves).toEqual([]);
    // So that "stays words" means something: every one of them was written by the model and stood in the page.
    const missing = schedules.flatMap(({ name, payloads }) =>
      payloads.map((payload, at) => lineOf(name, at, payload)).filter((line) => !drawn.has(line)),
    );
    expect(missing).toEqual([]);
    expect(paused).toBeGreaterThanOrEqual(renderingPayloads.length);
  });

  test("and where the model breaks off in the middle of one, so that the rules begin again", async () => {
    for (const { name } of schedules.slice(0, 3)) {
      const said = new Set<string>();
      await answerOf(name, true, said);
      expect(said.size).toBeGreaterThan(0);
    }
    expect([...halves, ...watched.seen]).toEqual([]);
  });
});

interface Written {
  name: string;
  /** The connection ends in the middle of the last one. */
  breaksOff: boolean;
  looked: (soFar: string) => Promise<void>;
  said: (text: string) => void;
}

/** A model that says what stands in the passages that it is shown, cut in the middle of each address. */
function writing({ json }: RecordedRequest, { name, breaksOff, looked, said }: Written): ScriptedReply {
  if (json?.response_format?.json_schema?.name !== "ask_write") return { kind: "text", text: "Nothing to say." };
  const shown = (json.messages ?? []).map(({ content }) =>
    typeof content === "string" ? content : JSON.stringify(content),
  );
  const passages = [...shown.join("\n").matchAll(/<<DATA (\w+) "passage (\d+), from [^\n]*\n([\s\S]*?)\n<<END \1>>/g)];
  const sentences = passages
    .flatMap(([, , n = "", text = ""]) =>
      text.split("\n\n").map((line) => ({ text: line.trim(), citations: [Number(n)] })),
    )
    .filter(({ text }) => text.includes(` of ${name} `) && text.length < 700)
    .slice(0, perAnswer);
  for (const { text } of sentences) said(flat(text));
  const text = JSON.stringify({ elements: sentences });
  if (breaksOff) return { kind: "cut", text: text.slice(0, text.lastIndexOf("evil.ex") + 6) };
  return { kind: "pieces", pieces: text.split(/(?<=evil\.ex)|(?<=<i|!\[)/), between: looked };
}
