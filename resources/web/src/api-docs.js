import 'swagger-ui-dist/swagger-ui.css';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import './style/api-docs.css';

// The component has a dark face that it puts on by this class.
const dark = matchMedia('(prefers-color-scheme: dark)');
const wear = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', wear);
wear();

SwaggerUI({
  url: '/openapi.json',
  domNode: document.getElementById('description'),
  validatorUrl: null, // it would send the description to a public service
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  deepLinking: true,
  filter: true,
  tryItOutEnabled: true,
  persistAuthorization: false,
});
