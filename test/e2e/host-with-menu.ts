/** What Electron's preload script shows the page, over the loopback host's calls: commands of a native menu included. */
export const HOST_WITH_MENU = `
  const listeners = new Set();
  globalThis.menu = (command) => { for (const listener of listeners) listener(command); };
  // What this page got in with, before there was a menu.
  const headers = { 'content-type': 'application/json', 'x-groundwork-session': localStorage.getItem('groundwork-session') };
  globalThis.groundworkHost = {
    call: (body) => fetch('/api', { method: 'POST', headers, body }).then((reply) => reply.text()),
    onCommand: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
`;
