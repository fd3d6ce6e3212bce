import { html, nothing } from 'lit';
import { api } from './api.js';
import { problem } from './parts.js';
import { View } from './view.js';

const word = 'KILL';

// In the header of every view. On: every working order is cancelled and no new one is taken. It is turned on
// by typing a word, so that no slip of the hand does it, and off by one click in a dialogue of its own. An open
// dialogue never turns into the other one: when somebody else turns the switch meanwhile, it says so and does nothing.
//
// Event: "changed".
class KillSwitch extends View {
  static properties = { on: { type: Boolean }, typed: { state: true }, turning: { state: true }, met: { state: true } };

  constructor() {
    super();
    this.on = false;
    this.typed = '';
    this.turning = null; // what the open dialogue is to make of the switch
    this.met = false; // the switch has come to be so while the dialogue was open
  }

  willUpdate() {
    this.met ||= this.turning === this.on;
  }

  // What had the focus is gone with its form.
  updated(changed) {
    if (changed.has('met') && this.met) {
      this.querySelector('dialog button')?.focus();
    }
  }

  render() {
    if (!api.may('risk:manage')) {
      return this.on ? html`<span class="stopped">Kill switch is on</span>` : nothing;
    }
    return html`
      <button class="danger kill ${this.on ? 'on' : ''}" @click=${this.#open}>
        ${this.on ? 'Kill switch is ON' : 'Kill switch'}
      </button>
      <dialog aria-labelledby="kill-title" @close=${this.#closed}>${this.#content()}</dialog>
    `;
  }

  #content() {
    if (this.turning === null) {
      return nothing;
    }
    return this.met ? this.#turned() : this.turning ? this.#turnOn() : this.#turnOff();
  }

  #turned() {
    return html`
      <h2 id="kill-title">The kill switch is ${this.turning ? 'on' : 'off'} already</h2>
      <p>It was turned ${this.turning ? 'on' : 'off'} while this was open.</p>
      ${problem(this.problem)}
      <div class="actions"><button type="button" @click=${this.#close}>Close</button></div>
    `;
  }

  #turnOn() {
    return html`<form @submit=${(event) => this.#set(event, true)}>
      <h2 id="kill-title">Stop all trading</h2>
      <p>Every working order of every account is cancelled. New orders are refused until the switch is turned off. Open positions stay as they are.</p>
      ${problem(this.problem)}
      <label class="field"><span>Type ${word} to confirm</span>
        <input name="word" autocomplete="off" autocapitalize="characters" spellcheck="false" .value=${this.typed}
          @input=${(event) => (this.typed = event.target.value)}></label>
      <div class="actions">
        <button type="button" @click=${this.#close}>Go back</button>
        <button class="danger" ?disabled=${this.typed !== word || this.busy}>Stop all trading</button>
      </div>
    </form>`;
  }

  #turnOff() {
    return html`<form @submit=${(event) => this.#set(event, false)}>
      <h2 id="kill-title">The kill switch is on</h2>
      <p>Orders are refused and cancels go through. Turning it off lets new orders in again; what was cancelled stays cancelled.</p>
      ${problem(this.problem)}
      <div class="actions">
        <button type="button" @click=${this.#close}>Leave it on</button>
        <button class="main" ?disabled=${this.busy}>Take orders again</button>
      </div>
    </form>`;
  }

  async #open() {
    this.turning = !this.on;
    await this.updateComplete; // the focus goes to the first field that is there
    this.querySelector('dialog').showModal();
  }

  #close() {
    this.querySelector('dialog').close();
  }

  #closed() {
    this.turning = null;
    this.met = false;
    this.typed = '';
    this.problem = null;
  }

  async #set(event, on) {
    event.preventDefault();
    if (on && this.typed !== word) {
      return;
    }
    const answer = await this.attempt(() => api.post('/admin/kill-switch', { on }));
    if (answer) {
      this.#close();
      this.on = answer.killSwitch;
      this.dispatchEvent(new Event('changed'));
    }
  }
}

customElements.define('qob-kill-switch', KillSwitch);
