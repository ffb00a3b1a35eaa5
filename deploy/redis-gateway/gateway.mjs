// A small gateway that lets any Redis be used through `@upstash/redis`: it speaks that client's REST protocol
// (https://upstash.com/docs/redis/features/restapi) in front and plain RESP behind. Commands pass through unchanged.
import { createHash, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { RedisConnection } from "./redis-connection.mjs";
import { RedisError, Status } from "./resp.mjs";

const maxBodyBytes = 8 * 1024 * 1024;

// All clients share one connection, so nothing may change its state or block it.
const refused = new Set(
  "AUTH HELLO SELECT RESET QUIT CLIENT MONITOR MULTI EXEC DISCARD WATCH UNWATCH SUBSCRIBE PSUBSCRIBE SSUBSCRIBE UNSUBSCRIBE PUNSUBSCRIBE SUNSUBSCRIBE BLPOP BRPOP BLMOVE BLMPOP BRPOPLPUSH BZPOPMIN BZPOPMAX BZMPOP WAIT WAITAOF SHUTDOWN DEBUG CONFIG REPLICAOF SLAVEOF SYNC PSYNC".split(
    " ",
  ),
);

/**
 * @param {{ redisHost?: string, redisPort: number, redisPassword?: string, token: string, port: number, host?: string }} options
 * @returns {Promise<{ port: number, close: () => Promise<void> }>}
 */
export async function startGateway({
  redisHost = "127.0.0.1",
  redisPort,
  redisPassword,
  token,
  port,
  host = "127.0.0.1",
}) {
  const target = { host: redisHost, port: redisPort, password: redisPassword };
  let shared;
  const connection = () => {
    shared ??= new RedisConnection({
      ...target,
      onClose: () => {
        shared = undefined;
      },
    });
    return shared;
  };
  const subscribers = new Set();

  const server = createServer(async (request, response) => {
    try {
      if (!isAuthorized(request, token)) return answer(response, 401, { error: "Unauthorized" });
      const [, door = "", ...rest] = new URL(request.url ?? "/", "http://gateway").pathname.split("/");
      if (door === "subscribe" || door === "psubscribe") {
        return follow(response, door.toUpperCase(), rest.map(decodeURIComponent), target, subscribers);
      }
      const encode = request.headers["upstash-encoding"] === "base64" ? toBase64 : toText;
      const body = await readJson(request);
      if (door === "pipeline")
        return answer(
          response,
          200,
          (await run(connection(), body)).map((reply) => wrap(reply, encode)),
        );
      if (door === "multi-exec") return answer(response, ...(await runTransaction(connection(), body, encode)));
      if (door !== "") return answer(response, 404, { error: "no such path" });
      const [reply] = await run(connection(), [body]);
      return answer(response, reply instanceof RedisError ? 400 : 200, wrap(reply, encode));
    } catch (error) {
      return answer(response, error instanceof BadRequest ? 400 : 503, { error: error.message });
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: server.address().port,
    close() {
      for (const subscriber of subscribers) subscriber.close();
      shared?.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

class BadRequest extends Error {}

function digest(text) {
  return createHash("sha256").update(text).digest();
}

function isAuthorized(request, token) {
  const given = request.headers.authorization ?? "";
  return timingSafeEqual(digest(given), digest(`Bearer ${token}`));
}

async function readJson(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new BadRequest("request too large");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new BadRequest("the body is not JSON");
  }
}

function checkCommands(commands) {
  if (!Array.isArray(commands)) throw new BadRequest("expected an array");
  for (const command of commands) {
    if (!Array.isArray(command) || command.length === 0) throw new BadRequest("each command is an array");
    const name = String(command[0]).toUpperCase();
    const blocks = (name === "XREAD" || name === "XREADGROUP") && command.some((part) => /^block$/i.test(String(part)));
    if (refused.has(name) || blocks) throw new BadRequest(`ERR ${name} is not available through this gateway`);
  }
}

async function run(connection, commands) {
  checkCommands(commands);
  return commands.length === 0 ? [] : connection.send(commands);
}

async function runTransaction(connection, commands, encode) {
  checkCommands(commands);
  const replies = await connection.send([["MULTI"], ...commands, ["EXEC"]]);
  const results = replies.at(-1);
  if (results instanceof RedisError) {
    const cause = replies.find((reply) => reply instanceof RedisError) ?? results;
    return [400, { error: cause.message }];
  }
  return [200, results.map((reply) => wrap(reply, encode))];
}

/** Server-sent events, one line per message: `message,<channel>,<payload>`. */
function follow(response, command, channels, target, subscribers) {
  if (channels.length === 0 || channels.some((channel) => channel === ""))
    return answer(response, 400, { error: "no channel" });
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache, no-transform" });
  const connection = new RedisConnection({
    ...target,
    onPush: (reply) => response.write(`data: ${reply.map(toText).join(",")}\n\n`),
    onClose: () => response.end(),
  });
  subscribers.add(connection);
  connection.subscribe([command, ...channels]);
  response.on("close", () => {
    subscribers.delete(connection);
    connection.close();
  });
}

function wrap(reply, encode) {
  return reply instanceof RedisError ? { error: reply.message } : { result: encode(reply) };
}

function toText(reply) {
  if (reply instanceof Status) return reply.text;
  if (reply instanceof RedisError) return reply.message;
  if (Array.isArray(reply)) return reply.map(toText);
  return Buffer.isBuffer(reply) ? reply.toString("utf8") : reply;
}

/** Every string as base64, but for a plain OK: this is how the client tells the two apart. */
function toBase64(reply) {
  if (reply instanceof Status) return reply.text === "OK" ? "OK" : Buffer.from(reply.text).toString("base64");
  if (reply instanceof RedisError) return Buffer.from(reply.message).toString("base64");
  if (Array.isArray(reply)) return reply.map(toBase64);
  return Buffer.isBuffer(reply) ? reply.toString("base64") : reply;
}

function answer(response, status, body) {
  if (response.headersSent) return response.end();
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
