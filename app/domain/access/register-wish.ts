/** What of the register is asked for. */
export type RegisterWish = {
  readonly siteId?: number;
  readonly systemId?: number;
  readonly rightId?: number;
  readonly personId?: number;
  readonly name?: string;
  /** Only what ends within thirty days, or has ended and was not taken away. */
  readonly expiring?: boolean;
  /** What was taken away too. */
  readonly ended?: boolean;
  readonly before?: number;
};
