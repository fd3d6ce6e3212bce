import { api } from './api.js';

const firstPauseMs = 500;
const longestPauseMs = 10_000;

// The private channels of the user who is logged in, for as long as it is open. Comes back by itself; every
// channel begins with a snapshot then.
//
// `onMessage({stream, type, data})` for each message, `onState('connecting' | 'open' | 'lost')` for the lamp.
export class PrivateStream {
  #channels;
  #onMessage;
  #onState;
  #socket = null;
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
    this.#socket?.close();
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
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ id: 1, method: 'AUTH', params: { token } }));
      socket.send(JSON.stringify({ id: 2, method: 'SUBSCRIBE', params: this.#channels }));
    });
    socket.addEventListener('message', (event) => this.#take(JSON.parse(event.data)));
    socket.addEventListener('close', () => this.#lost());
  }

  #take(message) {
    if (message.stream) {
      this.#onMessage(message);
    } else if (message.error) {
      this.#socket.close();
    } else if (message.id === 2) {
      this.#pauseMs = firstPauseMs;
      this.#onState('open');
    }
  }

  #lost() {
    if (this.#closed) {
      return;
    }
    this.#onState('lost');
    this.#timer = setTimeout(() => this.#connect(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}
