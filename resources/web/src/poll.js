// A lit controller: reads again and again while its element is on the page and the page can be seen.
// `value` is the newest answer, `problem` the newest refusal; both redraw the element.
export class Poll {
  value = null;
  problem = null;
  #host;
  #read;
  #everyMs;
  #timer = 0;
  #on = false;
  #seen = () => (document.hidden ? clearTimeout(this.#timer) : this.now());

  // everyMs 0: once, and when now() is called.
  constructor(host, read, everyMs) {
    this.#host = host;
    this.#read = read;
    this.#everyMs = everyMs;
    host.addController(this);
  }

  hostConnected() {
    this.#on = true;
    document.addEventListener('visibilitychange', this.#seen);
    this.now();
  }

  hostDisconnected() {
    this.#on = false;
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#seen);
  }

  async now() {
    clearTimeout(this.#timer);
    try {
      const value = await this.#read(this.value);
      this.value = value;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    if (this.#on && this.#everyMs > 0 && !document.hidden) {
      this.#timer = setTimeout(() => this.now(), this.#everyMs);
    }
  }
}
