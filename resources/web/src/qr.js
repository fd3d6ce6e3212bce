import { html } from 'lit';
import { encode } from 'uqr';

const border = 4; // the quiet zone that readers need

// A QR code as one path, black on white in either theme: readers expect it so.
export function qrCode(text, label) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const side = size + 2 * border;
  const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + border} ${y + border}h1v1h-1z`] : [])));
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect width=${side} height=${side} fill="#ffffff"></rect><path d=${cells.join('')} fill="#000000"></path></svg>`;
}
