import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Behaviour =
  | { kind: "accepts" }
  | { kind: "limits"; retryAfter?: string }
  | { kind: "fails"; status: number; body: string }
  | { kind: "silent" }
  | { kind: "resets" }
  | { kind: "nonsense"; body: string };
type Asked = {
  path: string;
  idempotencyKey: string | undefined;
  authorization: string | undefined;
  body: Posted;
};
type Posted = {
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
};

/**
 * Resend as far as we use it, on a real socket. Behaviours are used up one a request; after the last, letters are
 * accepted. A repeated idempotency key gets the first answer, and makes no second letter.
 */
export async function startResendDouble() {
  const asked: Asked[] = [];
  const accepted = new Map<string, string>();
  const next: Behaviour[] = [];
  const server = createServer((req, res) => {
    let body = "";
    req.on("data", (chunk) => (body += chunk));
    req.on("error", () => {});
    req.on("end", () => {
      const idempotencyKey = req.headers["idempotency-key"]?.toString();
      asked.push({
        path: req.url ?? "",
        idempotencyKey,
        authorization: req.headers.authorization,
        body: JSON.parse(body),
      });
      behave(next.shift() ?? { kind: "accepts" }, res, idempotencyKey ?? "");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));

  function behave(behaviour: Behaviour, res: ServerResponse, key: string): void {
    switch (behaviour.kind) {
      case "accepts": {
        const id = accepted.get(key) ?? `letter-${accepted.size + 1}`;
        accepted.set(key, id);
        json(res, 200, { id });
        break;
      }
      case "limits": {
        if (behaviour.retryAfter) res.setHeader("Retry-After", behaviour.retryAfter);
        json(res, 429, { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests" });
        break;
      }
      case "fails":
        res.statusCode = behaviour.status;
        res.end(behaviour.body);
        break;
      case "silent":
        break;
      case "resets":
        res.socket?.resetAndDestroy();
        break;
      case "nonsense":
        res.setHeader("Content-Type", "application/json");
        res.end(behaviour.body);
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    letters: () => accepted.size,
    behaves: (...behaviours: Behaviour[]) => next.push(...behaviours),
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
export type ResendDouble = Awaited<ReturnType<typeof startResendDouble>>;

function json(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { "Content-Type": "application/json" });
  res.end(JSON.stringify(body));
}
