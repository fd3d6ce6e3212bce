import { html, nothing } from 'lit';
import { api, patienceMs } from './api.js';
import { time, words } from './format.js';
import { Poll } from './poll.js';
import { lamp } from './parts.js';
import { switchTheme, theme, wearTheme } from './theme.js';
import { View } from './view.js';
import './kill-switch.js';
import './views/account.js';
import './views/audit.js';
import './views/login.js';
import './views/logs.js';
import './views/orders.js';
import './views/overview.js';
import './views/queues.js';
import './views/settings.js';
import './views/users.js';
import './views/venues.js';

// In the order of the menu. `needs`: the permission without which it is not offered.
const views = [
  { path: 'overview', title: 'Overview', show: () => html`<qob-overview></qob-overview>` },
  { path: 'venues', title: 'Venues', needs: 'market:read', show: () => html`<qob-venues></qob-venues>` },
  { path: 'queues', title: 'Queues', needs: 'operate', show: () => html`<qob-queues></qob-queues>` },
  { path: 'orders', title: 'Orders', needs: 'orders:read', show: () => html`<qob-orders></qob-orders>` },
  { path: 'users', title: 'Users', needs: 'users:manage', show: () => html`<qob-users></qob-users>` },
  { path: 'account', title: 'My account', needs: 'user:own', show: () => html`<qob-account></qob-account>` },
  { path: 'audit', title: 'Audit', needs: 'audit:read', show: () => html`<qob-audit></qob-audit>` },
  { path: 'logs', title: 'Logs', needs: 'operate', show: () => html`<qob-logs></qob-logs>` },
  { path: 'settings', title: 'Settings', needs: 'operate', show: () => html`<qob-settings></qob-settings>` },
];

const levels = { UP: 'good', DEGRADED: 'warn', DOWN: 'bad' };

async function readHealth() {
  const response = await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
  return response.json();
}

class Page extends View {
  static properties = { why: { state: true }, path: { state: true }, menuOpen: { state: true } };

  health = new Poll(this, readHealth, 3000);

  constructor() {
    super();
    this.why = '';
    this.menuOpen = false;
    this.#route();
    wearTheme();
    api.addEventListener('user', (event) => {
      this.why = event.detail;
      this.#route();
      this.requestUpdate();
    });
    addEventListener('hashchange', () => this.#route());
    addEventListener('pagehide', () => api.leave());
  }

  #route() {
    this.path = location.hash.slice(2) || 'overview';
    this.menuOpen = false;
  }

  get #offered() {
    return views.filter((view) => !view.needs || api.may(view.needs));
  }

  render() {
    const market = this.health.value?.market ?? '';
    return html`
      <header class="bar">
        ${api.user
          ? html`<button class="quiet menu" aria-expanded=${this.menuOpen} aria-controls="menu" aria-label="Menu"
              @click=${() => (this.menuOpen = !this.menuOpen)}>☰</button>`
          : nothing}
        <a class="brand" href="#/overview"><img src="/favicon.svg" alt="" width="22" height="22">qob</a>
        ${market ? html`<strong class="market ${market.toLowerCase()}" title="the kind of market">${market}</strong>` : nothing}
        <span class="health">${this.#healthLamp()}</span>
        <span class="gap"></span>
        ${api.user
          ? html`<qob-kill-switch .on=${this.health.value?.killSwitch ?? false}
              @changed=${() => this.health.now()}></qob-kill-switch>`
          : nothing}
        <button class="quiet theme" @click=${this.#switchTheme} aria-label="Switch to the ${theme() === 'light' ? 'dark' : 'light'} theme">
          ${theme() === 'light' ? 'Dark' : 'Light'}
        </button>
        ${api.user ? html`<button class="quiet logout" @click=${() => api.logout()}>Log out</button>` : nothing}
      </header>
      ${api.user ? this.#house() : html`<main class="alone"><qob-login .why=${this.why}></qob-login></main>`}
    `;
  }

  #healthLamp() {
    if (this.health.problem) {
      const { heardMs } = this.health;
      return lamp('bad', heardMs ? `Unreachable since ${time(heardMs).slice(11)}` : 'Unreachable');
    }
    const status = this.health.value?.status;
    return status ? lamp(levels[status] ?? 'off', this.health.value.reason ?? words(status)) : nothing;
  }

  #switchTheme() {
    switchTheme();
    this.requestUpdate();
  }

  #house() {
    const view = views.find((one) => one.path === this.path);
    const allowed = view && this.#offered.includes(view);
    return html`
      <div class="house">
        <nav id="menu" class=${this.menuOpen ? 'open' : ''} aria-label="Views">
          ${this.#offered.map(
            (one) => html`<a href="#/${one.path}" aria-current=${one.path === this.path ? 'page' : nothing}>${one.title}</a>`,
          )}
          <p class="who"><b>${api.user.name}</b>${api.user.role}, account ${api.user.account}</p>
          <p class="more"><a href="/api-docs" target="_blank" rel="noopener">API</a><a href="/licences.txt" target="_blank" rel="noopener">Licences</a></p>
        </nav>
        <main class=${this.health.problem ? 'unheard' : ''}>
          <h1>${view?.title ?? 'Nothing here'}</h1>
          ${allowed
            ? view.show()
            : html`<p class="empty">${view ? `A ${api.user.role} may not see this. An administrator can change your role.` : 'There is no such view.'}</p>`}
        </main>
      </div>
    `;
  }
}

customElements.define('qob-page', Page);
