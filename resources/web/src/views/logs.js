import { html } from 'lit';
import { api } from '../api.js';
import { late, panel } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

const levels = ['debug', 'info', 'warning', 'error'];

// A line of the log file is a JSON object; a notice of the market is a sentence.
function read(line) {
  try {
    const { time, level, component, message, ...fields } = JSON.parse(line);
    const rest = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
    return { time: time.slice(0, 23).replace('T', ' '), level, text: `${component}: ${message}${rest.join('')}` };
  } catch {
    return { time: '', level: 'info', text: line };
  }
}

class Logs extends View {
  static properties = { wanted: { state: true }, lowest: { state: true } };

  lines = new Poll(this, async () => (await api.get('/admin/logs', { limit: 500 })).lines.map(read), 3000);

  constructor() {
    super();
    this.wanted = '';
    this.lowest = 'debug';
  }

  render() {
    const wanted = this.wanted.toLowerCase();
    const lowest = levels.indexOf(this.lowest);
    const lines = (this.lines.value ?? []).filter(
      (line) => levels.indexOf(line.level) >= lowest && line.text.toLowerCase().includes(wanted),
    );
    const tools = html`<input type="search" aria-label="Only lines with" placeholder="Only lines with" .value=${this.wanted}
        @input=${(event) => (this.wanted = event.target.value)}>
      <select aria-label="From which level on" @change=${(event) => (this.lowest = event.target.value)}>${levels.map((level) => html`<option>${level}</option>`)}</select>`;
    return html`
      ${late(this.lines)}
      ${panel('The last lines', html`<div class="log mono" role="log" aria-live="off" aria-label="Log" tabindex="0">
        ${lines.length ? lines.map((line) => this.#line(line)) : 'No line to show. These are the lines of the file that log.file names, or the market\'s notices where there is none.'}
      </div>`, { tools })}
    `;
  }

  #line({ time, level, text }) {
    return html`<p><time>${time}</time> <span class="level ${level}">${level}</span> ${text}</p>`;
  }

  // Stays at the newest line unless the reader scrolled away from it.
  willUpdate() {
    const log = this.querySelector('.log');
    this.atEnd = !log || log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  }

  updated() {
    const log = this.querySelector('.log');
    if (log && this.atEnd) {
      log.scrollTop = log.scrollHeight;
    }
  }
}

customElements.define('qob-logs', Logs);
