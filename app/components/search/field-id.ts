/** The field of the page of answers: "/" leads into it there. */
export const SEARCH_FIELD_ID = "search-words";
