/** The form that every checkbox and quick button of the queue belongs to, wherever it stands on the page. */
export const BULK_FORM = "queue-bulk";
