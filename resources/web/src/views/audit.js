import { html, nothing } from 'lit';
import { api } from '../api.js';
import { field, fieldsOf, panel, problem, table } from '../parts.js';
import { View } from '../view.js';

const columns = [
  { title: 'No.', number: true, cell: (record) => record.seq },
  { title: 'Time (UTC)', cell: (record) => record.at.slice(0, 23).replace('T', ' ') },
  { title: 'Who', cell: (record) => html`<b>${record.actor || 'nobody'}</b>` },
  { title: 'From', cell: (record) => html`<span class="mono">${record.address || 'this machine'}</span>` },
  { title: 'Did', cell: (record) => record.action },
  { title: 'To', wide: true, cell: (record) => record.target },
  { title: 'Outcome', cell: (record) => html`<span class=${record.outcome === 'ok' ? '' : 'bad'}>${record.outcome}</span>` },
  { title: 'Detail', wide: true, cell: (record) => record.detail },
];

// The chained trail, newest first, a page at a time.
class Audit extends View {
  static properties = { records: { state: true }, next: { state: true } };

  constructor() {
    super();
    this.records = [];
    this.next = 0;
    this.filter = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    const form = html`<form class="inline" @submit=${this.#search}>
      ${field('Who', html`<input name="actor" autocomplete="off" autocapitalize="none" spellcheck="false">`)}
      ${field('Did', html`<input name="action" placeholder="login, order.new" autocomplete="off" autocapitalize="none" spellcheck="false">`)}
      <button ?disabled=${this.busy}>Show</button>
    </form>`;
    return html`
      ${problem(this.problem)}
      ${panel('What was done by whom', html`${form} ${table('Audit trail', columns, this.records, { empty: this.busy ? 'Reading.' : 'No record fits.' })}
        ${this.next ? html`<div class="body"><button ?disabled=${this.busy} @click=${() => this.#read()}>Older ones</button></div>` : nothing}`)}
    `;
  }

  #search(event) {
    event.preventDefault();
    this.filter = fieldsOf(event.target);
    this.records = [];
    this.next = 0;
    this.#read();
  }

  // A page may be short, or empty, while there is more to look through.
  async #read() {
    const page = await this.attempt(() => api.get('/api/v1/audit', { ...this.filter, limit: 100, before: this.next || '' }));
    if (page) {
      this.records = [...this.records, ...page.records];
      this.next = page.next ?? 0;
    }
  }
}

customElements.define('qob-audit', Audit);
