import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const registers = [registry];

export const httpDuration = new Histogram({
  name: "tram_http_request_seconds",
  help: "Time to answer, by class of route",
  labelNames: ["route", "method", "status"],
  buckets: [0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 5, 10],
  registers,
});
export const databaseErrors = new Counter({
  name: "tram_database_errors_total",
  help: "Requests that ended because the database did not answer",
  registers,
});
export const refusals = new Counter({
  name: "tram_refused_requests_total",
  help: "Requests turned away before the app",
  labelNames: ["why"],
  registers,
});
export const liveConnections = new Gauge({
  name: "tram_live_connections",
  help: "Open server-sent event streams",
  registers,
});
export const lettersDueSeconds = new Gauge({
  name: "tram_letters_oldest_due_seconds",
  help: "How long the oldest letter has been due without leaving",
  registers,
});
export const lettersFailed = new Gauge({
  name: "tram_letters_failed",
  help: "Letters given up and not yet sent again or dropped, at most 1,000",
  registers,
});
