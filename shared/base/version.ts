/** Version of this program, the same as in `package.json`; a test holds the two together. */
export const VERSION = '0.9.0';
