import { html, nothing } from 'lit';
import { api } from '../api.js';
import { clock, words } from '../format.js';
import { done, lamp, late, panel, problem, table } from '../parts.js';
import { Poll } from '../poll.js';
import { PrivateStream } from '../stream.js';
import { View } from '../view.js';

const finals = new Set(['FILLED', 'CANCELED', 'REJECTED']);
const links = { connecting: ['warn', 'Connecting'], open: ['good', 'Live'], lost: ['bad', 'Lost, trying again'] };
const shownWorking = 200;
const shownEnded = 50;
const shownFills = 100;

const orderColumns = [
  { title: 'Order', cell: (order) => html`<span class="mono">${order.orderId}</span>` },
  { title: 'Instrument', cell: (order) => html`<b>${order.symbol}</b> <small>${order.venue}</small>` },
  { title: 'Side', cell: (order) => html`<span class=${order.side === 'BUY' ? 'bid' : 'ask'}>${words(order.side)}</span>` },
  { title: 'Type', cell: (order) => `${words(order.ordType)} ${order.timeInForce}` },
  { title: 'Price', number: true, cell: (order) => order.price ?? order.stopPx ?? 'market' },
  { title: 'Quantity', number: true, cell: (order) => order.orderQty },
  { title: 'Filled', number: true, cell: (order) => order.cumQty },
  { title: 'State', cell: (order) => html`<span title=${order.text ?? ''}>${words(order.ordStatus)}</span>` },
  { title: 'Time', number: true, cell: (order) => clock(order.transactTime) },
];

const fillColumns = [
  { title: 'Time', cell: (fill) => clock(fill.transactTime) },
  { title: 'Instrument', cell: (fill) => html`<b>${fill.symbol}</b> <small>${fill.venue}</small>` },
  { title: 'Side', cell: (fill) => html`<span class=${fill.side === 'BUY' ? 'bid' : 'ask'}>${words(fill.side)}</span>` },
  { title: 'Price', number: true, cell: (fill) => fill.lastPx },
  { title: 'Quantity', number: true, cell: (fill) => fill.lastQty },
  { title: 'Fee', number: true, cell: (fill) => `${fill.fee} ${fill.feeAsset}` },
  { title: 'Order', cell: (fill) => html`<span class="mono">${fill.orderId}</span>` },
];

const isSame = (a, b) => a.orderId === b.orderId && a.clOrdId === b.clOrdId; // what was refused at the door has no number

// Orders and fills of the own account as the stream tells them, and for who may, the working orders of all. A view that
// is left open for days beside a program that trades keeps what it shows and what works, and no more.
class Orders extends View {
  static properties = { link: { state: true } };

  everybody = api.may('orders:read-all') ? new Poll(this, () => api.get('/admin/orders'), 3000) : null;

  constructor() {
    super();
    this.link = 'connecting';
    this.working = new Map(); // by their numbers, the oldest first
    this.ended = []; // the last one first, as is the next
    this.fills = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.stream = new PrivateStream(['orders', 'fills'], (message) => this.#take(message), (link) => (this.link = link));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stream.close();
  }

  // Once a frame, however many messages there were.
  async scheduleUpdate() {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    super.scheduleUpdate();
  }

  render() {
    const { ended } = this;
    const working = [...this.working.values()].slice(-shownWorking).reverse();
    const total = this.working.size;
    const mine = api.may('trade') ? [...orderColumns, { title: '', number: true, cell: (order) => this.#cancelButton(order) }] : orderColumns;
    const tools = html`${lamp(...links[this.link])}
      ${api.may('trade')
        ? html`<button ?disabled=${!total || this.busy} @click=${() => this.#cancelAll(total)}>Cancel all mine</button>`
        : nothing}`;
    return html`
      ${problem(this.problem)} ${done(this.success)}
      ${panel(`Working orders of account ${api.user.account}${this.#newest(working.length, total)}`, table('Working orders', mine, working, { empty: 'No order is working.' }), { tools })}
      ${this.everybody ? this.#everybodys() : nothing}
      ${ended.length ? panel('Ended since you opened this view', table('Ended orders', orderColumns, ended)) : nothing}
      ${panel('Fills', table('Fills', fillColumns, this.fills, { empty: 'Nothing was filled yet.' }))}
    `;
  }

  #everybodys() {
    const columns = [{ title: 'Account', cell: (order) => order.account }, ...orderColumns];
    const shown = this.#ofAll();
    const total = this.everybody.value?.total ?? shown.length;
    const title = `Working orders of all accounts${this.#newest(shown.length, total)}`;
    return html`${late(this.everybody)}
      ${panel(title, table('Orders of all accounts', columns, shown, { empty: 'No order of any account is working.' }))}`;
  }

  #newest(shown, total) {
    return total > shown ? `: the newest ${shown} of ${total}` : '';
  }

  #ofAll() {
    return (this.everybody.value?.orders ?? []).map(({ account, order }) => ({ ...order, account }));
  }

  #cancelButton(order) {
    return html`<button class="small" aria-label="Cancel order ${order.orderId}" ?disabled=${order.ordStatus === 'PENDING_CANCEL'}
      @click=${() => this.attempt(() => api.delete(`/api/orders/${order.orderId}`))}>Cancel</button>`;
  }

  #cancelAll(number) {
    this.attempt(() => api.delete('/api/v1/order/open'), `${number} ${number === 1 ? 'order is' : 'orders are'} being cancelled.`);
  }

  #take({ stream, type, data }) {
    if (type === 'snapshot' && stream === 'orders') {
      this.working.clear();
      data.sort((a, b) => Number(BigInt(a.orderId) - BigInt(b.orderId))).forEach((order) => this.#keep(order));
    } else if (type === 'snapshot' && stream === 'fills') {
      this.fills = data.reverse().slice(0, shownFills);
    } else if (type === 'report') {
      this.#keep(data);
    } else if (type === 'fill') {
      this.fills = [data, ...this.fills].slice(0, shownFills);
    } else if (type === 'cancelReject') {
      this.problem = { message: data.text };
    }
    this.requestUpdate();
  }

  #keep(order) {
    if (finals.has(order.ordStatus)) {
      this.working.delete(order.orderId);
      this.ended = [order, ...this.ended.filter((other) => !isSame(other, order))].slice(0, shownEnded);
    } else {
      this.working.set(order.orderId, order);
    }
  }
}

customElements.define('qob-orders', Orders);
