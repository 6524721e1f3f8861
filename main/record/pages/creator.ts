/**
 * What made a record, in the properties of its PDF. The version is that of `package.json`: the verifier
 * makes pages anew to compare them, and only pages of the same version have to be the same.
 */
export const PDF_CREATOR = 'Groundwork 0.3.0';
