const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

// Told with a narrow no-break space between thousands.
export function count(value) {
  return value == null ? '' : whole.format(value).replaceAll(',', '\u202f');
}

export function bytes(value) {
  const mebibytes = value / 2 ** 20;
  return mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(2)} GiB` : `${mebibytes.toFixed(1)} MiB`;
}

// Microseconds in the unit that reads best; three digits that matter.
export function latency(us) {
  if (us == null) {
    return '–';
  }
  const [value, unit] = us < 1000 ? [us, 'µs'] : us < 1e6 ? [us / 1000, 'ms'] : [us / 1e6, 's'];
  return `${value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${unit}`;
}

export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const days = Math.floor(seconds / 86400);
  const clock = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return days > 0 ? `${days} d ${clock}` : clock;
}

// All times are UTC, as in the log and the audit trail.
export function time(ms) {
  return ms ? new Date(ms).toISOString().slice(0, 19).replace('T', ' ') : '';
}

export function timeOfSeconds(seconds) {
  return time(seconds ? seconds * 1000 : 0);
}

export function clock(ms) {
  return ms ? new Date(ms).toISOString().slice(11, 23) : '';
}

// "PARTIALLY_FILLED" as a word in a table.
export function words(constant) {
  const text = (constant ?? '').toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
