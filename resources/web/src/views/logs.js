import { html } from 'lit';
import { api } from '../api.js';
import { panel, problem } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

class Logs extends View {
  static properties = { wanted: { state: true } };

  lines = new Poll(this, () => api.get('/admin/logs', { limit: 500 }), 3000);

  constructor() {
    super();
    this.wanted = '';
  }

  render() {
    const wanted = this.wanted.toLowerCase();
    const lines = (this.lines.value?.lines ?? []).filter((line) => line.toLowerCase().includes(wanted));
    const tools = html`<input type="search" aria-label="Only lines with" placeholder="Only lines with" .value=${this.wanted}
      @input=${(event) => (this.wanted = event.target.value)}>`;
    return html`
      ${problem(this.lines.problem)}
      ${panel('The last lines', html`<pre class="log mono" tabindex="0" aria-label="Log">${lines.length ? lines.join('\n') : 'No line to show. These are the lines of the file that log.file names, or the market\'s notices where there is none.'}</pre>`, { tools })}
    `;
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
