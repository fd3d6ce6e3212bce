import { html } from 'lit';
import { api } from '../api.js';
import { clock, count, latency, words } from '../format.js';
import { lamp, late, panel, table } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

const levels = { LIVE: 'good', AWAITING_SNAPSHOT: 'warn', STALE: 'bad', ENDED: 'off' };

const columns = [
  { title: 'Instrument', cell: (feed) => html`<b>${feed.symbol}</b>` },
  { title: 'State', cell: (feed) => lamp(levels[feed.state] ?? 'off', words(feed.state)) },
  { title: 'Messages', number: true, cell: (feed) => count(feed.messages) },
  { title: 'Trades', number: true, cell: (feed) => count(feed.trades) },
  { title: 'Gaps', number: true, cell: (feed) => html`<span class=${feed.gaps ? 'warn' : ''}>${count(feed.gaps)}</span>` },
  {
    title: 'Reconnects',
    number: true,
    cell: (feed) => feed.connection ? html`<span class=${feed.reconnects ? 'warn' : ''}>${count(feed.reconnects)}</span>` : '–',
  },
  {
    title: 'Checksums',
    number: true,
    cell: (feed) =>
      feed.checksumsBad
        ? html`<span class="bad">${count(feed.checksumsBad)} bad</span> of ${count(feed.checksumsOk + feed.checksumsBad)}`
        : feed.checksumsOk ? `${count(feed.checksumsOk)} good` : '',
  },
  { title: 'Latency', number: true, cell: (feed) => latency(feed.latencyUs) },
  { title: 'Last message', number: true, cell: (feed) => clock(feed.lastMessage) || '–' },
  { title: 'Problem', wide: true, cell: (feed) => feed.problem ?? '' },
];

class Venues extends View {
  venues = new Poll(this, () => api.get('/api/v1/venues'), 2000);

  render() {
    return html`
      ${late(this.venues)}
      ${(this.venues.value ?? []).map((venue) => {
        const live = venue.feeds.filter((feed) => feed.state === 'LIVE' || feed.state === 'ENDED').length;
        const level = live === venue.feeds.length ? 'good' : live ? 'warn' : 'bad';
        return panel(venue.venue, table(`Feeds of ${venue.venue}`, columns, venue.feeds), {
          tools: lamp(level, `${live} of ${venue.feeds.length}`),
        });
      })}
    `;
  }
}

customElements.define('qob-venues', Venues);
