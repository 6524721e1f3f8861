import { VERSION } from '#shared/base/version.ts';

/**
 * What made a record, in the properties of its PDF. The verifier draws pages again to compare them, and only pages of
 * the same version have to be the same.
 */
export const PDF_CREATOR = `Groundwork ${VERSION}`;
