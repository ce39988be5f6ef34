import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './console.css';
import './editor.css';
import { createRoot } from 'react-dom/client';
import { ConsolePage } from './console-page';

const container = document.getElementById('console');
if (container) createRoot(container).render(<ConsolePage />);
