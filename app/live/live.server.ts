import type { RequestHandler } from "express";

/** What the rest of the app knows of live updates. */
export type Live = {
  /** GET /live, mounted before Remix. */
  handler: RequestHandler;
  /** The newest event this node knows: a page hands it to useLive, so that nothing falls between page and stream. */
  cursor(): number;
  /** Tells open streams when to come back, and ends them. */
  stop(): Promise<void>;
};
