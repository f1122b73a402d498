/** Starts the page. */
import { mount } from 'svelte';
import App from './App.svelte';
import { pickBackend } from './backend/pick.ts';
import { elkInWorker } from './layout/elk.ts';
import { Explorer } from './state/explorer.svelte.ts';
import { browserHistory } from './state/history.ts';
import './styles/tokens.css';
import './styles/base.css';

const target = document.getElementById('app');
if (target === null) throw new Error('The page has no #app.');
const explorer = new Explorer(pickBackend(document), { elk: elkInWorker() }, browserHistory(window));
mount(App, { target, props: { explorer } });
