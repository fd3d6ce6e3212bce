// Dark or light: as the system says, unless the switch was used. Only that one word is kept in the browser.
const key = 'qob.theme';
const light = matchMedia('(prefers-color-scheme: light)');

export function theme() {
  return localStorage.getItem(key) ?? (light.matches ? 'light' : 'dark');
}

export function wearTheme() {
  document.documentElement.dataset.theme = theme();
}

export function switchTheme() {
  localStorage.setItem(key, theme() === 'light' ? 'dark' : 'light');
  wearTheme();
}

light.addEventListener('change', wearTheme);
