/** Where the component library keeps what was chosen. */
const KEY = 'mantine-color-scheme-value';

/** The appearance that somebody chose, before the library is there: else the system's. */
export function keptAppearance(): void {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') {
    document.documentElement.dataset.mantineColorScheme = kept;
  }
}
