/**
 * Has the validator read forms without making code of them, which the page's own policy forbids: asking whether it may
 * would be reported as a breach of that policy. Set before the validator is there, as it looks at its settings only
 * once; loading it here would make every first page wait for it.
 */
const settings = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
settings.__zod_globalConfig = Object.assign(settings.__zod_globalConfig ?? {}, { jitless: true });
