import {html, type TemplateResult} from 'lit/html.js';
import type {App} from '../app.js';
import type {Task} from '../settings.js';

const TASKS: readonly (readonly [Task, string])[] = [['snippet', 'Get the snippet'], ['check', 'Check my page'], ['document', 'Write a petition document']];

/** Where one is, and what else this page does. */
export const renderHeader = ({settings}: App): TemplateResult => html`<header class="bar">
  <div class="wide">
    <p class="brand">sphere-petition</p>
    <nav aria-label="What this page helps with">
      ${TASKS.map(([task, label]) => html`<a href="#${task}" aria-current=${settings.task === task ? 'page' : 'false'}>${label}</a>`)}
    </nav>
  </div>
</header>`;
