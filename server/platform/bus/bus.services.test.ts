import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/ids";
import { ownRedis, sharedRedis } from "../testing/redis";
import { inProcessBus } from "./in-process-bus";
import { type RedisBus, redisBus } from "./redis-bus";

const open: RedisBus[] = [];
afterEach(() => {
  for (const bus of open.splice(0)) bus.close();
});

function aRedisBus(connect: Parameters<typeof redisBus>[0] = sharedRedis): RedisBus {
  const bus = redisBus(connect);
  open.push(bus);
  return bus;
}

describe.each([
  ["in process", () => inProcessBus()],
  ["Redis", () => aRedisBus()],
])("the bus %s", (_, makeBus) => {
  it("tells every follower of the topic once, and nobody else", async () => {
    const bus = makeBus();
    const [topic, other] = [newId(), newId()];
    const heard: string[] = [];
    bus.subscribe(topic, (message) => heard.push(`a ${message}`));
    const leave = bus.subscribe(topic, (message) => heard.push(`b ${message}`));
    bus.subscribe(other, (message) => heard.push(`other ${message}`));
    bus.publish(topic, "1");
    leave();
    bus.publish(topic, "2");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard.sort()).toEqual(["a 1", "a 2", "b 1"]);
  });
});

describe("two nodes on one Redis", () => {
  it("hear each other, each message once", async () => {
    const [here, there] = [aRedisBus(), aRedisBus()];
    const topic = newId();
    const heard: string[] = [];
    there.subscribe(topic, (message) => heard.push(message));
    // The subscription stands a moment after it was asked for; what was said before is nobody's loss.
    await vi.waitFor(() => {
      here.publish(topic, "ready");
      expect(heard).toContain("ready");
    }, 5000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    heard.length = 0;
    const sent = Array.from({ length: 50 }, (_, i) => `say "${i}", é`);
    for (const message of sent) here.publish(topic, message);
    await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(50), 5000);
    expect([...heard].sort()).toEqual([...sent].sort());
  });

  it("go on apart while Redis is gone, each hearing itself", async () => {
    const server = await ownRedis();
    const [here, there] = [aRedisBus(server.client), aRedisBus(server.client)];
    const topic = newId();
    const heard: string[] = [];
    there.subscribe(topic, (message) => heard.push(message));
    await vi.waitFor(() => {
      here.publish(topic, "ready");
      expect(heard).toContain("ready");
    }, 5000);
    await server.kill();
    heard.length = 0;
    for (let i = 0; i < 10; i++) there.publish(topic, `${i}`);
    expect(heard).toHaveLength(10);
    await server.stop();
  });
});
