import './style/tokens.css';
import './style/base.css';
import './style/page.css';
import './style/parts.css';
import './page.js';
