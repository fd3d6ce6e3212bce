import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

// The licences of what goes into the pages, to be read beside them.
function licences() {
  return {
    name: 'licences',
    generateBundle() {
      const wanted = ['@fontsource-variable/inter', 'lit', 'lit-element', 'lit-html', '@lit/reactive-element', 'swagger-ui-dist', 'uqr'];
      const texts = wanted.map((name) => {
        const directory = `node_modules/${name}`;
        const about = JSON.parse(readFileSync(`${directory}/package.json`, 'utf8'));
        const files = existsSync(directory) ? readdirSync(directory).filter((file) => /^licen[cs]e/i.test(file)) : [];
        const bundled = name === 'swagger-ui-dist' ? ['NOTICE', 'swagger-ui-es-bundle.js.LICENSE.txt'] : [];
        const text = [...files, ...bundled].map((file) => readFileSync(`${directory}/${file}`, 'utf8').trim());
        return `${name} ${about.version} (${about.license})\n\n${text.join('\n\n')}`;
      });
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n` });
    },
  };
}

export default defineConfig({
  plugins: [licences()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // what is inlined would need a weaker policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rollupOptions: { input: ['index.html', 'api-docs.html'] },
  },
});
