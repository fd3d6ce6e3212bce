import { html } from 'lit';
import { api } from '../api.js';
import { late, panel, table } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

const columns = [
  { title: 'Setting', cell: (setting) => html`<span class="mono">${setting.key}</span>` },
  { title: 'Set to', wide: true, cell: (setting) => (setting.value == null ? html`<small>default</small>` : html`<b class="mono">${setting.value || 'empty'}</b>`) },
  { title: 'What it does', wide: true, cell: (setting) => setting.help },
];

// To be read only.
class Settings extends View {
  settings = new Poll(this, () => api.get('/admin/config'), 0);

  render() {
    return html`
      ${late(this.settings)}
      ${panel('As they were at the start', html`
        <p class="body">They come from the configuration file and the command line; another start takes others.</p>
        ${table('Settings', columns, this.settings.value ?? [])}`)}
    `;
  }
}

customElements.define('qob-settings', Settings);
