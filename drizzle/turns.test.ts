import { expect, test } from "vitest";
import { behindPeople, Turns } from "./turns";

/** Takes a turn, notes who had it, and gives it on. */
function taker(turns: Turns, said: string[]) {
  return async (name: string) => {
    await turns.take();
    said.push(name);
    turns.release();
  };
}

test("people go before the work that waited longer, each kind in the order of asking", async () => {
  const turns = new Turns();
  const said: string[] = [];
  const take = taker(turns, said);
  await turns.take();
  const all = [behindPeople(() => take("job 1")), behindPeople(() => take("job 2")), take("ann"), take("bob")];
  turns.release();
  await Promise.all(all);
  expect(said).toEqual(["ann", "bob", "job 1", "job 2"]);
});

test("work goes on however many people ask", async () => {
  const turns = new Turns();
  const said: string[] = [];
  const take = taker(turns, said);
  await turns.take();
  const all = [behindPeople(() => take("job")), ...Array.from({ length: 20 }, () => take("person"))];
  turns.release();
  await Promise.all(all);
  expect(said.indexOf("job")).toBeLessThanOrEqual(8);
});

test("what a job starts later is still the job's", async () => {
  const turns = new Turns();
  const said: string[] = [];
  const take = taker(turns, said);
  await turns.take();
  const job = behindPeople(async () => {
    await new Promise((soon) => setTimeout(soon, 1));
    await take("job");
  });
  await new Promise((soon) => setTimeout(soon, 20));
  const person = take("ann");
  turns.release();
  await Promise.all([job, person]);
  expect(said).toEqual(["ann", "job"]);
});

test("a session that nobody waits for is free again", async () => {
  const turns = new Turns();
  await turns.take();
  turns.release();
  await turns.take();
  turns.release();
});

test("while people are about, a job leaves the session free for as long as it had it, and then goes on", async () => {
  const turns = new Turns();
  await turns.take();
  turns.release();
  await behindPeople(() => turns.take());
  const until = performance.now() + 20;
  while (performance.now() < until);
  const said: string[] = [];
  const take = taker(turns, said);
  const second = behindPeople(() => take("second job"));
  turns.release();
  await take("ann");
  expect(said).toEqual(["ann"]);
  await second;
  expect(said).toEqual(["ann", "second job"]);
});
