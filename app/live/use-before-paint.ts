import { useEffect, useLayoutEffect } from "react";

/** A layout effect in the browser; the server, which paints nothing, would complain about one. */
export const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;
