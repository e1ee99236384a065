import { createServer, type RequestListener, type Server } from "node:http";
import { log } from "#app/lib/log.server.ts";

const HEADERS_MS = 15_000;
const WHOLE_REQUEST_MS = 120_000;
const MAX_CONNECTIONS = 4_000;

/** A server whose limits a slow or silent client cannot outlast. Rejects when the port is taken. */
export function listen(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: WHOLE_REQUEST_MS, maxHeaderSize: 16_384 },
    handler,
  );
  server.maxConnections = MAX_CONNECTIONS;
  server.keepAliveTimeout = 10_000;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    log.debug({ code: error.code }, "client error");
    if (!socket.writable) return socket.destroy();
    const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "408 Request Timeout" : "400 Bad Request";
    const safety = "X-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'";
    socket.end(`HTTP/1.1 ${status}\r\n${safety}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}
