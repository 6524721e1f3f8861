import { WorkThread } from '#main/workers/work-thread.ts';

/** A program that closes while its thread is at work, as its last doing; says how it went and ends. */
const [file = '', appFolder = ''] = process.argv.slice(2);
const thread = new WorkThread(file, appFolder);
// The thread is there, and then busy for good.
await thread.run('verify', { bytes: new Uint8Array(), known: new Set() });
const endless = thread.run('verify', { bytes: new Uint8Array(1), known: new Set() }).catch(() => 'stopped');
await new Promise(setImmediate);
await thread.close();
console.log(await endless);
