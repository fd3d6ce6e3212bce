import { html } from 'lit';
import { api } from '../api.js';
import { count } from '../format.js';
import { lamp, late, panel, table } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

// What each figure counts, and from where on it is worth a look.
const queues = [
  { key: 'journalLagRecords', title: 'Journal', what: 'records appended and not durable yet', warnAt: 10_000 },
  { key: 'databaseLagRecords', title: 'Database', what: 'journal records that it has not yet', warnAt: 100_000 },
  { key: 'auditCopyLagRecords', title: 'Audit copy', what: 'audit records that the database has not yet', warnAt: 100_000 },
  { key: 'connections', title: 'Connections', what: 'open' },
  { key: 'streams', title: 'Streams', what: 'connections that are streams' },
  { key: 'channels', title: 'Channels', what: 'market channels that somebody reads' },
  { key: 'engineTopics', title: 'Engine topics', what: 'that the gateway listens to' },
  { key: 'accounts', title: 'Accounts', what: 'in use since the start' },
  { key: 'resyncs', title: 'Resyncs', what: 'snapshots sent to streams that fell behind', warnAt: 1 },
  { key: 'droppedClients', title: 'Clients sent away', what: 'read too slowly', warnAt: 1 },
];

class Queues extends View {
  figures = new Poll(this, () => api.get('/admin/queue-status'), 1000);

  render() {
    const figures = this.figures.value;
    const columns = [
      { title: 'Queue', cell: (queue) => html`<b>${queue.title}</b>` },
      { title: 'Now', number: true, cell: (queue) => count(figures[queue.key]) },
      { title: 'State', cell: (queue) => (queue.warnAt == null ? '' : figures[queue.key] < queue.warnAt ? lamp('good', 'Fine') : lamp('warn', 'Look at it')) },
      { title: 'What it counts', wide: true, cell: (queue) => queue.what },
    ];
    return html`
      ${late(this.figures)}
      ${figures
        ? panel('How full everything is', table('Queues', columns, queues), {
            tools: figures.databaseUp ? lamp('good', 'Database up') : lamp('bad', 'Database down'),
          })
        : ''}
    `;
  }
}

customElements.define('qob-queues', Queues);
