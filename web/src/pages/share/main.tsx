// The page behind a link: an entry of its own, without the app's shell and its component library.
import { createRoot } from 'react-dom/client';
import '~/theme/layers.css';
import '~/theme/fonts.css';
import '~/theme/tokens.css';
import '~/theme/base.css';
import { keptAppearance } from '~/theme/appearance';
import { chosenLanguage, load } from '~/words/Words';
import { isGone, tokenOf } from './address';
import { Shared } from './Shared';

async function start(root: HTMLElement) {
  keptAppearance();
  const language = chosenLanguage();
  const first = { language, words: await load(language) };
  createRoot(root).render(
    <Shared first={first} token={tokenOf(location.pathname)} isGone={isGone(document)} />,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
