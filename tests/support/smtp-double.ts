import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type SmtpBehaviour = "accepts" | "drops" | { refuses: number; at?: "recipient" | "data" };
type Received = { recipients: string[]; sender: string; raw: string; mail: ParsedMail };

/** A mail server on this machine. What it does can be changed between letters. */
export async function startSmtpDouble(options: SMTPServerOptions = {}, host = "127.0.0.1") {
  const received: Received[] = [];
  let behaviour: SmtpBehaviour = "accepts";
  const refusal = (code: number) => Object.assign(new Error("refused lan@tanbinh.example"), { responseCode: code });
  const refusedAt = (place: "recipient" | "data") =>
    typeof behaviour === "object" && (behaviour.at ?? "recipient") === place ? refusal(behaviour.refuses) : null;

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 200,
    ...options,
    onRcptTo(_address, session, done) {
      if (behaviour === "drops") dropConnection(server, session.id);
      else done(refusedAt("recipient"));
    },
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (chunk: Buffer) => (raw += chunk.toString()));
      stream.on("end", async () => {
        const refused = refusedAt("data");
        if (refused) return done(refused);
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          recipients: rcptTo.map(({ address }) => address),
          sender: mailFrom ? mailFrom.address : "",
          raw,
          mail: await simpleParser(raw),
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  const address = await new Promise<AddressInfo>((done) => {
    const listening = server.listen(0, host, () => done(listening.address() as AddressInfo));
  });
  return {
    url: `smtp://${host}:${address.port}`,
    received,
    behaves(as: SmtpBehaviour) {
      behaviour = as;
    },
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
export type SmtpDouble = Awaited<ReturnType<typeof startSmtpDouble>>;

function dropConnection(server: SMTPServer, id: string): void {
  for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
}
