/** Starts the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import { pickBackend } from './backend/pick.ts';
import { elkInWorker } from './layout/elk.ts';
import { Explorer } from './state/explorer.svelte.ts';
import { browserHistory } from './state/history.ts';
import { startIn } from './state/start.ts';
import './styles/tokens.css';
import './styles/base.css';
import { faultText } from './words/faults.ts';

const target = document.getElementById('app');
if (target === null) throw new Error(faultText.noApp);
const start = startIn(document);
const explorer = new Explorer(pickBackend(document), { elk: elkInWorker() }, browserHistory(window, start?.place));
mount(App, { target, props: { explorer, startTheme: start?.theme } });
