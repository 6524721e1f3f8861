import { once } from 'node:events';
import WebSocket from 'ws';
import * as z from 'zod';

const messageSchema = z.object({
  id: z.number().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
  result: z.unknown().optional(),
  params: z.object({ level: z.string(), text: z.string().nullable() }).partial().optional(),
});

type Message = z.output<typeof messageSchema>;

/** A connection to a browser by WebDriver BiDi (W3C), which answers commands and tells of errors. */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #sent = 0;
  /** What the pages complained of: errors of scripts, and refusals by the content policy. */
  readonly complaints: string[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(messageSchema.parse(JSON.parse(String(data)))));
  }

  /** @param address as the browser says it when it starts */
  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`);
    await once(socket, 'open');
    const bidi = new Bidi(socket);
    await bidi.send('session.new', { capabilities: {} });
    await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
    return bidi;
  }

  async send(method: string, params: object): Promise<unknown> {
    const id = ++this.#sent;
    const answer = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params }));
    const { error, message, result } = await answer;
    if (error !== undefined) throw new Error(`${method}: ${error}: ${message}`);
    return result;
  }

  #hear(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    else if (message.params?.level === 'error') this.complaints.push(message.params.text ?? '');
  }
}
