// The pieces that the views are made of. Plain functions that give lit templates.
import { html, nothing } from 'lit';
import { time } from './format.js';

// A state as a coloured point AND a word. `level`: good, warn, bad or off.
export function lamp(level, word) {
  return html`<span class="lamp ${level}"><i aria-hidden="true"></i>${word}</span>`;
}

// What the server refused, in its own words.
export function problem(refusal) {
  return refusal ? html`<p class="problem" role="alert">${refusal.message}</p>` : nothing;
}

// The same of a Poll, and how old its figures are that are still shown.
export function late({ problem: refusal, heardMs }) {
  const age = heardMs ? ` What is shown is of ${time(heardMs).slice(11)} UTC.` : '';
  return refusal ? problem({ message: `${refusal.message}${age}` }) : nothing;
}

export function done(text) {
  return text ? html`<p class="done" role="status">${text}</p>` : nothing;
}

// A figure with its name; `note` is small print below.
export function figure(name, value, { note = '', level = '' } = {}) {
  return html`<div class="figure">
    <dt>${name}</dt>
    <dd class=${level}>${value}${note ? html`<small>${note}</small>` : nothing}</dd>
  </div>`;
}

export function panel(title, content, { tools = nothing } = {}) {
  return html`<section class="panel">
    <header><h2>${title}</h2><div class="tools">${tools}</div></header>
    ${content}
  </section>`;
}

const unnamed = html`<span class="out-of-sight">What can be done</span>`;

// columns: [{title, cell: row => content, number, wide}]. On a phone each row is a card of name and value.
export function table(name, columns, rows, { empty = 'There is nothing here.' } = {}) {
  if (!rows.length) {
    return html`<p class="empty">${empty}</p>`;
  }
  const kind = (column) => `${column.number ? 'number' : ''} ${column.wide ? 'wide' : ''}`;
  return html`<div class="table">
    <table aria-label=${name}>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col" class=${kind(column)}>${column.title || unnamed}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${columns.map((column) => html`<td class=${kind(column)} data-title=${column.title}><span class="cell">${column.cell(row)}</span></td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function field(label, input, hint = '') {
  return html`<label class="field"><span>${label}</span>${input}${hint ? html`<small>${hint}</small>` : nothing}</label>`;
}

// The fields of a form as an object of texts.
export function fieldsOf(form) {
  return Object.fromEntries(new FormData(form));
}
