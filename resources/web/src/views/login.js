import { html, nothing } from 'lit';
import { api } from '../api.js';
import { field, fieldsOf, problem } from '../parts.js';
import { View } from '../view.js';

class Login extends View {
  static properties = { why: { type: String }, wantsCode: { state: true }, provider: { state: true } };

  constructor() {
    super();
    this.why = '';
    this.wantsCode = false;
    this.provider = false;
  }

  async firstUpdated() {
    this.querySelector('input').focus();
    if (new URLSearchParams(location.search).get('login') === 'provider') {
      history.replaceState(null, '', location.pathname + location.hash);
      await this.attempt(() => api.collect());
    }
    const methods = await api.methods().catch(() => []); // a server that is away says so at the first try
    this.provider = methods.includes('provider');
  }

  render() {
    return html`<form class="panel login" @submit=${this.#submit}>
      <h1>Log in</h1>
      ${this.why && !this.problem ? html`<p class="notice" role="status">${this.why}</p>` : nothing}
      ${problem(this.problem)}
      ${field('Name', html`<input name="name" required autocomplete="username" autocapitalize="none" spellcheck="false">`)}
      ${field('Password', html`<input name="password" type="password" required autocomplete="current-password">`)}
      ${this.wantsCode
        ? field('Second factor', html`<input name="code" required autocomplete="one-time-code" spellcheck="false">`, 'Six digits of your authenticator, or a recovery code.')
        : nothing}
      <button class="main" ?disabled=${this.busy}>${this.busy ? 'Logging in' : 'Log in'}</button>
      ${this.provider
        ? html`<a class="provider" href="/api/v1/auth/oidc/start?page=true">Log in with the provider</a>`
        : nothing}
    </form>`;
  }

  async #submit(event) {
    event.preventDefault();
    const { name, password, code } = fieldsOf(event.target);
    await this.attempt(() => api.login(name, password, code));
    if (this.problem?.code === 'AuthSecondFactorRequired' && !this.wantsCode) {
      this.problem = null;
      this.wantsCode = true;
      await this.updateComplete;
      this.querySelector('[name=code]').focus();
    }
  }
}

customElements.define('qob-login', Login);
