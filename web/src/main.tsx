import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { loginByFragment } from './app/session';
import './theme/styles';
import { chosenLanguage, load } from './words/Words';

async function start(root: HTMLElement) {
  const language = chosenLanguage();
  const [words, spent] = await Promise.all([load(language), loginByFragment()]);
  createRoot(root).render(<App first={{ language, words }} codeSpent={spent} />);
}

const root = document.getElementById('root');
if (root) void start(root);
