import './base/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { keepFocus } from './base/keep-focus.ts';
import { giveOwnForm } from './base/own-form.ts';
import { openVoice } from './base/voice.ts';
import { createClient } from './host/client.ts';
import { hostTransport } from './host/transport.ts';
import './styles/tokens.css';
import './styles/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
openVoice();
keepFocus();
giveOwnForm();
createRoot(root).render(
  <StrictMode>
    <App client={createClient(hostTransport())} />
  </StrictMode>,
);
