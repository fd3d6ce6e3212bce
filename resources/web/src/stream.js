import { api } from './api.js';

const firstPauseMs = 500;
const longestPauseMs = 10_000;
const askMs = 15_000;

// The private channels of the user who is logged in, for as long as it is open. Comes back by itself; every
// channel begins with a snapshot then. A connection over which nothing was heard since the last question whether the
// server is there is lost, whatever the browser still thinks of it.
//
// `onMessage({stream, type, data})` for each message, `onState('connecting' | 'open' | 'lost')` for the lamp.
export class PrivateStream {
  #channels;
  #onMessage;
  #onState;
  #socket = null;
  #listening = null;
  #asking = 0;
  #asked = false;
  #timer = 0;
  #pauseMs = firstPauseMs;
  #closed = false;

  constructor(channels, onMessage, onState) {
    this.#channels = channels;
    this.#onMessage = onMessage;
    this.#onState = onState;
    this.#connect();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#drop();
  }

  async #connect() {
    this.#onState('connecting');
    let token;
    try {
      token = await api.token();
    } catch {
      this.#lost();
      return;
    }
    if (this.#closed || !api.user) {
      return;
    }
    const socket = new WebSocket(`wss://${location.host}/ws`);
    this.#socket = socket;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    socket.addEventListener('open', () => {
      this.#send({ id: 1, method: 'AUTH', params: { token } });
      this.#send({ id: 2, method: 'SUBSCRIBE', params: this.#channels });
    }, { signal });
    socket.addEventListener('message', (event) => this.#take(JSON.parse(event.data)), { signal });
    socket.addEventListener('close', () => this.#lost(), { signal });
    this.#asked = false;
    this.#asking = setInterval(() => this.#ask(), askMs);
  }

  #send(message) {
    this.#socket.send(JSON.stringify(message));
  }

  // What counts is the last question and not the time: in a page that cannot be seen a minute may be between two.
  #ask() {
    if (this.#asked) {
      this.#lost();
      return;
    }
    this.#asked = true;
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#send({ id: 3, method: 'PING' });
    }
  }

  #take(message) {
    this.#asked = false;
    if (message.stream) {
      this.#onMessage(message);
    } else if (message.error) {
      this.#lost();
    } else if (message.id === 2) {
      this.#pauseMs = firstPauseMs;
      this.#onState('open');
    }
  }

  // Waits for nobody: a server that is silent does not answer to a closing either.
  #drop() {
    clearInterval(this.#asking);
    this.#listening?.abort();
    this.#socket?.close();
  }

  #lost() {
    if (this.#closed) {
      return;
    }
    this.#drop();
    this.#onState('lost');
    this.#timer = setTimeout(() => this.#connect(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}
