import { availableParallelism, loadavg } from "node:os";

/** A limit in time that holds for an idle machine, stretched by how much this one has to do at the moment. */
export const patient = (ms: number) => ms * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
