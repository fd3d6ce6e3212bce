import { html } from 'lit';
import { api } from '../api.js';
import { timeOfSeconds } from '../format.js';
import { done, field, fieldsOf, lamp, panel, problem, table } from '../parts.js';
import { Poll } from '../poll.js';
import { qrCode } from '../qr.js';
import { View } from '../view.js';

const scopes = ['market:read', 'orders:read', 'trade', 'orders:read-all', 'risk:manage', 'operate', 'audit:read'];

// One's own second factor, keys, logins and password.
class Account extends View {
  static properties = { offer: { state: true }, recovery: { state: true }, secrets: { state: true } };

  me = new Poll(this, () => api.get('/api/v1/auth/me'), 0);
  keys = new Poll(this, () => api.get('/api/v1/keys'), 0);
  logins = new Poll(this, () => api.get('/api/v1/logins'), 0);

  constructor() {
    super();
    this.offer = null; // of a second factor that is not confirmed yet
    this.recovery = null;
    this.secrets = []; // of keys that were just made: each until its owner says that he has it
  }

  render() {
    return html`
      ${problem(this.problem ?? this.me.problem ?? this.keys.problem)} ${done(this.success)}
      <div class="columns">${this.#factor()} ${this.#password()}</div>
      ${this.#keys()} ${this.#logins()}
    `;
  }

  #factor() {
    const on = this.me.value?.totp;
    const content = this.recovery
      ? html`<p>Write these down. Each opens your login once, should your authenticator be lost; they are not shown again.</p>
          <p class="codes mono">${this.recovery.map((code) => html`<span>${code}</span>`)}</p>
          <button @click=${() => (this.recovery = null)}>I have written them down</button>`
      : this.offer
        ? html`<form @submit=${this.#confirmFactor}>
            <p>Scan this with your authenticator, then type the code that it shows.</p>
            ${qrCode(this.offer.uri, 'The second factor as a QR code')}
            <p>Without a camera: <span class="mono secret">${this.offer.secret}</span></p>
            ${field('Code', html`<input name="code" required inputmode="numeric" autocomplete="one-time-code" maxlength="6">`)}
            <div class="actions"><button type="button" @click=${() => (this.offer = null)}>Not now</button><button class="main" ?disabled=${this.busy}>Confirm</button></div>
          </form>`
        : on
          ? html`<form @submit=${this.#disableFactor}>
              <p>A code of your authenticator is asked for at every login.</p>
              ${field('Password', html`<input name="password" type="password" required autocomplete="current-password">`)}
              ${field('Code', html`<input name="code" required autocomplete="one-time-code">`, 'Six digits, or a recovery code.')}
              <div class="actions"><button class="danger" ?disabled=${this.busy}>Take it away</button></div>
            </form>`
          : html`<p>Without it, whoever learns your password is you.</p>
              <div class="actions"><button class="main" ?disabled=${this.busy} @click=${this.#offerFactor}>Set one up</button></div>`;
    return panel('Second factor', html`<div class="body">${content}</div>`, { tools: on ? lamp('good', 'On') : lamp('warn', 'Off') });
  }

  async #offerFactor() {
    this.offer = await this.attempt(() => api.post('/api/v1/auth/totp'));
  }

  async #confirmFactor(event) {
    event.preventDefault();
    const { code } = fieldsOf(event.target);
    const answer = await this.attempt(() => api.post('/api/v1/auth/totp/confirm', { code }), 'The second factor is on.');
    if (answer) {
      this.offer = null;
      this.recovery = answer.recoveryCodes;
      this.me.now();
    }
  }

  async #disableFactor(event) {
    event.preventDefault();
    const fields = fieldsOf(event.target);
    if (await this.attempt(() => api.post('/api/v1/auth/totp/disable', fields), 'The second factor is off.')) {
      this.me.now();
    }
  }

  #password() {
    return panel('Password', html`<form class="body" @submit=${this.#changePassword}>
      ${field('The one until now', html`<input name="password" type="password" required autocomplete="current-password">`)}
      ${field('The new one', html`<input name="newPassword" type="password" required autocomplete="new-password">`, '10 to 256 characters. All other logins end.')}
      <div class="actions"><button class="main" ?disabled=${this.busy}>Change it</button></div>
    </form>`);
  }

  async #changePassword(event) {
    event.preventDefault();
    const form = event.target;
    const fields = fieldsOf(form);
    if (await this.attempt(() => api.post('/api/v1/auth/password', fields), 'The password is changed; all other logins ended.')) {
      form.reset();
      this.logins.now();
    }
  }

  #keys() {
    const columns = [
      { title: 'Key', cell: (key) => html`<b>${key.label}</b> <span class="mono">${key.id}</span>` },
      { title: 'May', wide: true, cell: (key) => key.scopes.join(', ') },
      { title: 'From', cell: (key) => key.addresses.join(', ') || 'anywhere' },
      { title: 'Expires', number: true, cell: (key) => timeOfSeconds(key.expires) || 'never' },
      { title: 'Last used', number: true, cell: (key) => timeOfSeconds(key.lastUsed) || 'never' },
      {
        title: '',
        number: true,
        cell: (key) => html`<button class="small" aria-label="New secret for ${key.label}" ?disabled=${this.busy} @click=${() => this.#keep(() => api.post(`/api/v1/keys/${key.id}/rotate`))}>New secret</button>
          <button class="small" aria-label="Withdraw ${key.label}" ?disabled=${this.busy} @click=${() => this.#withdraw(key)}>Withdraw</button>`,
      },
    ];
    return panel('API keys', html`
      ${this.secrets.map(
        (key) => html`<div class="notice" role="status"><p>The secret of ${key.label}. It is shown this once.</p><p class="mono secret">${key.id}<br>${key.secret}</p>
          <button class="small" aria-label="I have it: ${key.label}" @click=${() => this.#forget(key)}>I have it</button></div>`,
      )}
      ${table('API keys', columns, this.keys.value?.keys ?? [], { empty: 'You have no API key.' })}
      <form class="inline" @submit=${this.#makeKey}>
        ${field('Label', html`<input name="label" required maxlength="64" autocomplete="off">`)}
        ${field('Only from', html`<input name="addresses" placeholder="anywhere" autocomplete="off">`)}
        <fieldset><legend>It may</legend>${scopes
          .filter((scope) => api.may(scope))
          .map((scope) => html`<label><input type="checkbox" name="scope" value=${scope}>${scope}</label>`)}</fieldset>
        <button class="main" ?disabled=${this.busy}>Make a key</button>
      </form>
    `);
  }

  async #makeKey(event) {
    event.preventDefault();
    const form = event.target;
    const data = new FormData(form);
    const addresses = data.get('addresses').split(/[\s,]+/).filter(Boolean);
    if (await this.#keep(() => api.post('/api/v1/keys', { label: data.get('label'), scopes: data.getAll('scope'), addresses }))) {
      form.reset();
    }
  }

  async #keep(work) {
    const key = await this.attempt(work);
    if (key) {
      this.#forget(key); // its new secret ended the old one
      this.secrets = [...this.secrets, key];
    }
    this.keys.now();
    return key;
  }

  #forget({ id }) {
    this.secrets = this.secrets.filter((key) => key.id !== id);
  }

  async #withdraw(key) {
    if (await this.attempt(() => api.delete(`/api/v1/keys/${key.id}`), `${key.label} is withdrawn.`)) {
      this.#forget(key);
    }
    this.keys.now();
  }

  #logins() {
    const columns = [
      { title: 'From', cell: (login) => html`<span class="mono">${login.address}</span>` },
      { title: 'With', wide: true, cell: (login) => login.userAgent || '–' },
      { title: 'Since', number: true, cell: (login) => timeOfSeconds(login.created) },
      { title: 'Last seen', number: true, cell: (login) => timeOfSeconds(login.lastSeen) },
      {
        title: '',
        number: true,
        cell: (login) =>
          login.current
            ? lamp('good', 'This one')
            : html`<button class="small" aria-label="End the login from ${login.address}" ?disabled=${this.busy} @click=${() => this.#endLogin(login)}>End</button>`,
      },
    ];
    return panel('Logins', table('Logins', columns, this.logins.value?.logins ?? []));
  }

  async #endLogin(login) {
    await this.attempt(() => api.delete(`/api/v1/logins/${login.id}`), 'The login has ended.');
    this.logins.now();
  }
}

customElements.define('qob-account', Account);
