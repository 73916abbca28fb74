import { h, render } from 'preact';
import { connectHost } from '../host.ts';
import { App, type CompareHost } from './app.tsx';

const root = document.getElementById('root');
const host: CompareHost = connectHost();
if (root !== null) render(h(App, { host }), root);
