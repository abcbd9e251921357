// Which language the page speaks: the one chosen, else the browser's.

export const LANGUAGES = { en: 'English', zh: '中文' } as const;
export type Language = keyof typeof LANGUAGES;

const KEY = 'drydock.language';

export function chosenLanguage(): Language {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : preferred(navigator.languages);
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}

/** The first of the browser's languages that we speak; English if none. */
export function preferred(languages: readonly string[]): Language {
  for (const language of languages) {
    const short = language.toLowerCase().split('-')[0];
    if (isLanguage(short)) return short;
  }
  return 'en';
}

function isLanguage(text: string | null | undefined): text is Language {
  return text === 'en' || text === 'zh';
}
