import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { api } from '../api.js';
import { timeOfSeconds } from '../format.js';
import { done, field, fieldsOf, lamp, late, panel, problem, table } from '../parts.js';
import { Poll } from '../poll.js';
import { View } from '../view.js';

const roles = ['viewer', 'trader', 'risk', 'admin', 'auditor'];
const tiers = ['free', 'professional', 'enterprise'];

const options = (values, chosen) => values.map((value) => html`<option .selected=${live(value === chosen)}>${value}</option>`);

class Users extends View {
  users = new Poll(this, () => api.get('/api/v1/users'), 0);

  render() {
    const columns = [
      { title: 'Name', cell: (user) => html`<b>${user.name}</b>${user.email ? html` <small>${user.email}</small>` : ''}` },
      { title: 'Account', number: true, cell: (user) => user.account },
      { title: 'Role', cell: (user) => this.#choice(user, 'role', roles) },
      { title: 'Tier', cell: (user) => this.#choice(user, 'tier', tiers) },
      { title: 'State', cell: (user) => (user.disabled ? lamp('off', 'Disabled') : lamp('good', 'Enabled')) },
      { title: 'Second factor', cell: (user) => (user.totp ? html`On ${this.#button('Take away', user, () => api.delete(`/api/v1/users/${user.id}/totp`))}` : 'Off') },
      { title: 'Made', number: true, cell: (user) => timeOfSeconds(user.created) },
      {
        title: '',
        number: true,
        cell: (user) => this.#button(user.disabled ? 'Enable' : 'Disable', user, () => api.patch(`/api/v1/users/${user.id}`, { disabled: !user.disabled })),
      },
    ];
    return html`
      ${late(this.users)} ${problem(this.problem)} ${done(this.success)}
      ${panel('Users', table('Users', columns, this.users.value?.users ?? []))}
      ${panel('A new user', this.#form())}
    `;
  }

  #choice(user, name, values) {
    return html`<select aria-label="${name} of ${user.name}" ?disabled=${this.busy}
      @change=${(event) => this.#change(user, `${user.name}: ${name} is ${event.target.value} now.`, () => api.patch(`/api/v1/users/${user.id}`, { [name]: event.target.value }))}
      >${options(values, user[name])}</select>`;
  }

  #button(word, user, work) {
    return html`<button class="small" aria-label="${word}: ${user.name}" ?disabled=${this.busy}
      @click=${() => this.#change(user, `${word}: ${user.name}, done.`, work)}>${word}</button>`;
  }

  async #change(user, success, work) {
    await this.attempt(work, success);
    await this.users.now();
  }

  #form() {
    return html`<form class="inline" @submit=${this.#make}>
      ${field('Name', html`<input name="name" required autocomplete="off" autocapitalize="none" spellcheck="false">`)}
      ${field('Password', html`<input name="password" type="password" required autocomplete="new-password">`)}
      ${field('E-mail', html`<input name="email" type="email" autocomplete="off">`)}
      ${field('Role', html`<select name="role">${options(roles, 'viewer')}</select>`)}
      <button class="main" ?disabled=${this.busy}>Make the user</button>
    </form>`;
  }

  async #make(event) {
    event.preventDefault();
    const form = event.target;
    const fields = fieldsOf(form);
    if (!fields.email) {
      delete fields.email;
    }
    if (await this.attempt(() => api.post('/api/v1/users', fields), `${fields.name} can log in now.`)) {
      form.reset();
      this.users.now();
    }
  }
}

customElements.define('qob-users', Users);
