/** A link among other text, that is seen to be one. */
export const LINK = "text-accent underline decoration-line underline-offset-2 hover:decoration-current";
