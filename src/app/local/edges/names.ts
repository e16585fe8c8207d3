/** What a device keeps, beside its keys: one database for all windows and the worker. */
export const STORE_NAME = 'jinban-desk';
