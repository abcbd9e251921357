import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { en } from './en';
import { type Formats, makeFormats } from './formats';
import { chosenLanguage, keepLanguage, type Language } from './language';

export type Words = typeof en;

interface Speech {
  readonly language: Language;
  readonly words: Words;
  readonly formats: Formats;
  readonly speak: (language: Language) => void;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

/** Chinese is a chunk of its own: who reads English does not load it. */
export async function load(language: Language): Promise<Words> {
  return language === 'zh' ? (await import('./zh')).zh : en;
}

interface Props {
  /** What the page was loaded with; later choices are made here. */
  readonly first: { readonly language: Language; readonly words: Words };
  readonly children: ReactNode;
}

export function WordsProvider({ first, children }: Props) {
  const [spoken, setSpoken] = useState(first);
  const speak = useCallback(async (language: Language) => {
    keepLanguage(language);
    setSpoken({ language, words: await load(language) });
  }, []);
  useEffect(() => {
    document.documentElement.lang = spoken.language === 'zh' ? 'zh-CN' : 'en';
  }, [spoken.language]);
  const speech = useMemo(
    () => ({ ...spoken, formats: makeFormats(spoken.language), speak }),
    [spoken, speak],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('no WordsProvider above');
  return speech;
}

export function useWords(): Words {
  return useSpeech().words;
}

export function useFormats(): Formats {
  return useSpeech().formats;
}

export { chosenLanguage };
