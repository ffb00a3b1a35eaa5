/**
 * postgres 3.4.9 and a connection that is lost. Each `from` stands once in the library; to drop this file with a later version, see that
 * `drizzle/postgres-driver.test.ts` passes without it. What is wrong there:
 * - A close while a small write waits for the end of the turn leaves that write's timer set, cancelled: the connection never writes again,
 *   and every reconnect of it ends in CONNECT_TIMEOUT. Or the write meets no socket and throws outside any caller (issues 1154, 1208).
 * - Statements given to a connection between its error and its close are never answered; what came before the close (an error, half a result)
 *   is taken for the answer to the next one's first statement.
 * - A transaction whose connection was lost goes on over whatever the pool does next with that connection: its ROLLBACK, or a statement meant
 *   for one workspace, in the midst of another caller's transaction (pull request 1155).
 * - A server that hangs up during the handshake is tried again for ever, without a pause (issue 1193).
 */
export const postgresPatch = {
  library: "postgres",
  files: {
    "src/connection.js": [
      {
        // Nobody outside can else know whether a quiet connection owes an answer.
        from: "backend = { pid: null, secret: null }",
        to: "backend = { pid: null, secret: null, isAwaited: () => query !== null || sent.length > 0 }",
      },
      {
        // Whoever makes the socket learns to which process of the server it belongs, once that is known.
        from: "options.socket(options))",
        to: "options.socket(options, backend))",
      },
      {
        from: `      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (stream)`,
        to: `      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (socket === null)
      return (queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true)

    if (stream)`,
      },
      {
        from: `  function nextWrite(fn) {
    const x =`,
        to: `  function nextWrite(fn) {
    if (socket === null)
      return (clearImmediate(nextWriteTimer), chunk = nextWriteTimer = null, true)

    const x =`,
      },
      {
        from: `    clearImmediate(nextWriteTimer)
    if (socket) {`,
        to: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    if (socket) {`,
      },
      {
        from: `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)`,
        to: `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)`,
      },
      {
        from: `    if (initial)
      return reconnect()

    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime = performance.now()
    hadError && options.shared.retries++`,
        to: `    if (initial && options.host.length > 1)
      return reconnect()

    ;(hadError || initial) && options.shared.retries++
    ;(query || initial || stream || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = results = errorResponse = final = null
    result = new Result()
    rows = 0
    closedTime = performance.now()`,
      },
      {
        from: `      order by b.oid
    \`], [], execute)
    types.forEach(`,
        to: `      order by b.oid
    \`], [], execute).catch(() => [])
    types.forEach(`,
      },
    ],
    "src/index.js": [
      {
        from: `      , connection
      , prepare = null

    try {`,
        to: `      , connection
      , prepare = null
      , lost = null

    try {`,
      },
      {
        from: "new Promise((_, reject) => connection.onclose = reject)",
        to: `new Promise((_, reject) => connection.onclose = e => {
          lost = e
          while (queries.length)
            queries.shift().reject(e)
          reject(e)
        })`,
      },
      {
        from: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full`,
        to: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)

        c.queue === full`,
      },
    ],
  },
};
