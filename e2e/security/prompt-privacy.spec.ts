import { randomBytes } from "node:crypto";
import { type BrowserContext, expect, test } from "@playwright/test";
import { noteSecret, readSent } from "../suite/notes";
import { anOwner, call, documentsAreRead, invitedColleague } from "./people";

/** A word that stands nowhere else, in a sentence that answers the question. */
const aWord = () => `kestrel${randomBytes(8).toString("hex")}`;
const sentence = (word: string, minutes: number) =>
  `A critical incident is answered within ${minutes} minutes by the ${word} desk.`;
const question = "Within how many minutes is a critical incident answered, and by which desk?";

async function send(context: BrowserContext, slug: string, path: string, input: object) {
  const reply = await call(context, path, { slug, input });
  expect(reply.status(), `${path}: ${(await reply.text()).slice(0, 300)}`).toBe(200);
  return (await reply.json()).result.data;
}

async function paste(context: BrowserContext, slug: string, word: string, minutes: number, collectionId?: string) {
  const input = {
    title: `Terms of the ${word} desk`,
    text: sentence(word, minutes),
    ...(collectionId ? { collectionId } : {}),
  };
  await send(context, slug, "documents.paste", input);
}

// What is planted here is looked for in all that the suite has sent to models, at the end of it (e2e/suite/setup.ts).
test("what a model is asked holds words that the asker may see, and no others", async ({ browser }) => {
  test.setTimeout(300_000);
  const [theirs, ours] = [await anOwner(browser, "Their bids"), await anOwner(browser, "Our bids")];
  const colleague = await invitedColleague(browser, ours.page, ours.slug, "member");
  const words = { open: aWord(), restricted: aWord(), neighbour: aWord(), portal: aWord() };
  noteSecret("the words of another workspace", words.neighbour);
  noteSecret("the words of a collection that the asker does not see", words.restricted);
  noteSecret("a portal's password", words.portal);

  await paste(theirs.context, theirs.slug, words.neighbour, 21);
  await documentsAreRead(theirs.context, theirs.slug, 1);
  const board = await send(ours.context, ours.slug, "collections.create", { name: "Board", visibility: "restricted" });
  await paste(ours.context, ours.slug, words.restricted, 33, board.id);
  await paste(ours.context, ours.slug, words.open, 45);
  await documentsAreRead(ours.context, ours.slug, 2);
  const url = "https://portal.example/tenders";
  const source = await send(ours.context, ours.slug, "sources.create", { url, kind: "portal", scanNow: false });
  const login = { loginUrl: "https://portal.example/login", username: "ana", password: words.portal };
  await send(ours.context, ours.slug, "sources.setCredential", { sourceId: source.id, ...login });

  const { queryId } = await send(colleague.context(), ours.slug, "ask.ask", { question });
  const input = encodeURIComponent(JSON.stringify({ id: queryId }));
  const answer = async () =>
    (await (await call(colleague.context(), `ask.get?input=${input}`, { slug: ours.slug })).json()).result.data;
  await expect.poll(async () => (await answer()).status, { timeout: 120_000 }).toBe("answered");
  expect(JSON.stringify(await answer())).toContain(words.open);

  const asked = readSent().map(({ body }) => body);
  expect(asked.filter((body) => body.includes(words.open)).length).toBeGreaterThan(0);
  for (const hidden of [words.neighbour, words.restricted, words.portal])
    expect(asked.filter((body) => body.includes(hidden))).toEqual([]);
  await Promise.all([theirs.context.close(), ours.context.close(), colleague.context().close()]);
});
