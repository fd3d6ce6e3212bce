// A lit controller: reads again and again while its element is on the page and the page can be seen.
// `value` is the newest answer and `heardMs` when it came, `problem` the newest refusal; both redraw the element.
// What is read has to end: a promise that stays open stops the reading.
export class Poll {
  value = null;
  heardMs = 0;
  problem = null;
  #host;
  #read;
  #everyMs;
  #timer = 0;
  #turn = 0;
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
    const turn = ++this.#turn;
    const [value, problem] = await this.#read(this.value).then((answer) => [answer, null], (refusal) => [null, refusal]);
    if (turn !== this.#turn) {
      return; // overtaken: a later one knows better
    }
    this.problem = problem;
    if (!problem) {
      this.value = value;
      this.heardMs = Date.now();
    }
    this.#host.requestUpdate();
    if (this.#on && this.#everyMs > 0 && !document.hidden) {
      this.#timer = setTimeout(() => this.now(), this.#everyMs);
    }
  }
}
