import { html } from 'lit';
import { api } from '../api.js';
import { panel, problem, table } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

const columns = [
  { title: 'Setting', cell: (setting) => html`<span class="mono">${setting.key}</span>` },
  { title: 'Set to', wide: true, cell: (setting) => (setting.value == null ? html`<small>as it comes</small>` : html`<b class="mono">${setting.value || 'empty'}</b>`) },
  { title: 'What it does', wide: true, cell: (setting) => setting.help },
];

// To be read only: settings come from the configuration file and the command line, and a start takes them.
class Settings extends View {
  settings = new Poll(this, () => api.get('/admin/config'), 0);

  render() {
    const groups = Map.groupBy
      ? Map.groupBy(this.settings.value ?? [], (setting) => setting.key.split('.')[0])
      : new Map([['all', this.settings.value ?? []]]);
    return html`
      ${problem(this.settings.problem)}
      <p class="lead">They are read from the configuration file and the command line when the program starts.</p>
      ${[...groups].map(([group, settings]) => panel(group, table(`Settings of ${group}`, columns, settings)))}
    `;
  }
}

customElements.define('qob-settings', Settings);
