/** A link among other text, that is seen to be one. */
export const LINK = "text-accent no-underline underline-offset-2 hover:underline";
