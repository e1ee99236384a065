const LEAN = ["/login", "/tickets/new"];

/** Pages that must open at once on an old PC: they say nothing that is not in the core words. */
export const isLean = (pathname: string): boolean => LEAN.includes(pathname);
