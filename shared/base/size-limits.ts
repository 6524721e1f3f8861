/** Largest review file that is read, in bytes. */
export const FILE_SIZE_LIMIT = 8 * 1024 * 1024;

/** Largest record (PDF) that is read, in bytes; as Base64 it still fits into one call. */
export const RECORD_SIZE_LIMIT = 11 * 1024 * 1024;

/** Largest certificate file that is read, in bytes. */
export const CERTIFICATE_FILE_LIMIT = 256 * 1024;
