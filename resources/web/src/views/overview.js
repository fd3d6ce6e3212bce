import { html, nothing } from 'lit';
import { api } from '../api.js';
import { bytes, count, duration, latency, time, words } from '../format.js';
import { figure, lamp, late, panel, table } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

const levels = { UP: 'good', DEGRADED: 'warn', DOWN: 'bad' };
const meanings = {
  SIM: 'A simulated market with paper money.',
  REPLAY: 'Recorded market data with paper money.',
  LIVE: 'Real venues.',
};

async function readStatus(before) {
  const [status, performance] = await Promise.all([api.get('/admin/status'), api.get('/metrics/performance')]);
  // The share of one core since the last look.
  const passed = before ? status.now - before.status.now : 0;
  const cpu = passed > 0 ? (status.process.cpuSeconds - before.status.process.cpuSeconds) / (passed / 1000) : null;
  return { status, performance, cpu };
}

class Overview extends View {
  figures = api.may('operate') ? new Poll(this, readStatus, 2000) : null;

  render() {
    if (!this.figures) {
      return html`<p class="empty">You are logged in as ${api.user.name} (${api.user.role}). The server's figures are for operators; the menu has what your role may see.</p>`;
    }
    if (!this.figures.value) {
      return late(this.figures);
    }
    const { status, performance, cpu } = this.figures.value;
    return html`
      ${late(this.figures)}
      ${this.#top(status)}
      <div class="columns">${this.#process(status, cpu)} ${this.#clients(status)} ${this.#storage(status)}</div>
      ${this.#latencies(performance)}
      ${status.feedsNotLive ? this.#feeds(status.feeds.filter((feed) => feed.state !== 'LIVE' && feed.state !== 'ENDED')) : nothing}
    `;
  }

  #top(status) {
    const kind = status.market.market;
    const loading = status.market.loading ? `${count(status.market.loading)} still loading` : '';
    return html`<section class="panel top">
      <div class="kind ${kind.toLowerCase()}"><b>${kind}</b><span>${meanings[kind]}</span></div>
      <dl class="figures">
        ${figure('Health', lamp(levels[status.status], words(status.status)), { note: status.reason ?? '' })}
        ${figure('Trading', status.killSwitch ? lamp('bad', 'Stopped') : lamp('good', 'Open'), { note: status.killSwitch ? 'the kill switch is on' : '' })}
        ${figure('Feeds', `${status.feeds.length - status.feedsNotLive} of ${status.feeds.length} live`, { note: loading })}
        ${figure('Market time', time(status.market.time).slice(11), { note: `${time(status.market.time).slice(0, 10)} UTC` })}
        ${figure('Up for', duration(status.now - status.started), { note: `version ${status.version}` })}
      </dl>
    </section>`;
  }

  #feeds(feeds) {
    const columns = [
      { title: 'Instrument', cell: (feed) => html`<b>${feed.symbol}</b> <small>${feed.venue}</small>` },
      { title: 'State', cell: (feed) => lamp(feed.state === 'STALE' ? 'bad' : 'warn', words(feed.state)) },
      { title: 'Last message', cell: (feed) => time(feed.lastMessage) },
      { title: 'Problem', wide: true, cell: (feed) => feed.problem ?? '' },
    ];
    return panel('Feeds that are not live', table('Feeds that are not live', columns, feeds));
  }

  #process(status, cpu) {
    return panel('Process', html`<dl class="figures">
      ${figure('CPU', cpu == null ? '–' : `${(cpu * 100).toFixed(0)} %`, { note: 'of one core' })}
      ${figure('Memory', bytes(status.process.residentBytes), { note: 'resident' })}
      ${figure('Open files', count(status.process.openFiles))}
    </dl>`);
  }

  #clients({ queues }) {
    return panel('Clients', html`<dl class="figures">
      ${figure('Connections', count(queues.connections))}
      ${figure('Streams', count(queues.streams))}
      ${figure('Sent away', count(queues.droppedClients), { level: queues.droppedClients ? 'warn' : '', note: 'read too slowly' })}
    </dl>`);
  }

  #storage({ queues }) {
    return panel('Storage', html`<dl class="figures">
      ${figure('Journal lag', count(queues.journalLagRecords), { note: 'records not durable' })}
      ${figure('Database lag', count(queues.databaseLagRecords), { note: 'records' })}
      ${figure('Database', queues.databaseUp ? lamp('good', 'Up') : lamp('bad', 'Down'))}
    </dl>`);
  }

  #latencies(performance) {
    const row = (name, figures) => html`<div class="latency">
      <p>${name}<small>${count(figures.count)} since the start</small></p>
      <dl>
        ${figure('Median', latency(figures.p50Us))}
        ${figure('90 %', latency(figures.p90Us))}
        ${figure('99 %', latency(figures.p99Us))}
        ${figure('Mean', latency(figures.meanUs))}
      </dl>
    </div>`;
    return panel('Latency', html`${row('Order to first report', performance.orderAck)} ${row('HTTP request to answer', performance.http)}`);
  }
}

customElements.define('qob-overview', Overview);
