/** Starts the gallery: `?sample=kubectl&select=golang.org/x/net&page=screen|conflicts|cycles|findings|states&theme=dark`. */
import { mount } from 'svelte';
import '../../../client/styles/tokens.css';
import '../../../client/styles/base.css';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import Gallery from './Gallery.svelte';

const parameters = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = parameters.get('theme') ?? 'light';
const response = await fetch(`snapshot/${parameters.get('sample') ?? 'kubectl'}.json`);
const model = openSnapshot(readSnapshot(await response.text()));
const target = document.getElementById('app');
if (target !== null) mount(Gallery, { target, props: { model, parameters } });
